//! Memory that is not needed any more.

/// Gives what was allocated and freed back to the system, as far as the allocator keeps it: finding concepts takes hundreds of
/// megabytes for a moment, in pieces so small that glibc would keep them for good.
pub(super) fn give_back() {
    #[cfg(all(target_os = "linux", target_env = "gnu"))]
    // SAFETY: the function takes no pointer, and may be called at any time from any thread.
    #[allow(unsafe_code)]
    unsafe {
        libc::malloc_trim(0);
    }
}
