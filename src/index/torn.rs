//! Mapped files that somebody shortens. The system ends a process that reads a mapped byte behind the end of its file
//! (SIGBUS). This one goes on: it reads zeros there, and the mapping knows that it is torn.

use memmap2::Mmap;
use std::fs::File;
use std::io;
use std::ops::Deref;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A mapped file that survives being shortened.
#[derive(Debug)]
pub(super) struct Mapped {
    map: Mmap,
    file: File,
    place: &'static Place,
}

/// Where a mapping lies, for the handler of the signal, which may neither wait nor allocate.
#[derive(Debug)]
struct Place {
    /// 0 for none, [`TAKEN`] for one that is not yet known.
    start: AtomicUsize,
    end: AtomicUsize,
    is_torn: AtomicBool,
}

const TAKEN: usize = 1;
/// Files that can be mapped at once; segments are merged long before there are so many.
const MOST: usize = 1024;

static PLACES: [Place; MOST] =
    [const { Place { start: AtomicUsize::new(0), end: AtomicUsize::new(0), is_torn: AtomicBool::new(false) } }; MOST];

impl Mapped {
    /// Maps a file, which must not be written to any more. An error where the system cannot map it.
    #[allow(unsafe_code)]
    pub fn new(file: File) -> io::Result<Self> {
        signal::handle()?;
        let free = |place: &&Place| place.start.compare_exchange(0, TAKEN, Ordering::SeqCst, Ordering::SeqCst).is_ok();
        let place = PLACES.iter().find(free).ok_or_else(|| io::Error::other("too many files are mapped"))?;
        // SAFETY: the file lies in the cache folder of this program, which writes it once and never changes it after.
        // Whoever else shortens it does no harm: see the signal's handler.
        let map = unsafe { Mmap::map(&file) }.inspect_err(|_| place.start.store(0, Ordering::SeqCst))?;
        let start = map.as_ptr() as usize;
        place.is_torn.store(false, Ordering::SeqCst);
        place.end.store(start + map.len(), Ordering::SeqCst);
        place.start.store(start, Ordering::SeqCst);
        Ok(Mapped { map, file, place })
    }

    /// Looks whether the file is as long as it was: what is cut off its last page of memory gives no signal, only zeros.
    pub fn look(&self) {
        if self.file.metadata().is_ok_and(|file| file.len() < self.map.len() as u64) {
            self.place.is_torn.store(true, Ordering::Relaxed);
        }
    }

    /// Whether a part of the file was found to be gone: what was read there are zeros.
    pub fn is_torn(&self) -> bool {
        self.place.is_torn.load(Ordering::Relaxed)
    }
}

impl Deref for Mapped {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.map
    }
}

impl Drop for Mapped {
    fn drop(&mut self) {
        self.place.start.store(0, Ordering::SeqCst);
    }
}

#[cfg(unix)]
#[allow(unsafe_code)]
mod signal {
    use super::{Ordering, PLACES, TAKEN};
    use std::io;
    use std::ptr::null_mut;
    use std::sync::OnceLock;

    /// What was done about the signal before.
    static BEFORE: OnceLock<libc::sigaction> = OnceLock::new();
    static INSTALLED: OnceLock<bool> = OnceLock::new();

    /// From now on torn mappings are survived.
    pub fn handle() -> io::Result<()> {
        let is_installed = *INSTALLED.get_or_init(|| {
            // SAFETY: all bits zero are a valid `sigaction`; both calls get pointers to valid ones.
            unsafe {
                let mut before: libc::sigaction = std::mem::zeroed();
                if libc::sigaction(libc::SIGBUS, std::ptr::null(), &mut before) != 0 {
                    return false;
                }
                let _ = BEFORE.set(before);
                let mut action: libc::sigaction = std::mem::zeroed();
                action.sa_sigaction = on_bus_error as *const () as usize;
                action.sa_flags = libc::SA_SIGINFO | libc::SA_ONSTACK;
                libc::sigemptyset(&mut action.sa_mask);
                libc::sigaction(libc::SIGBUS, &action, null_mut()) == 0
            }
        });
        if is_installed { Ok(()) } else { Err(io::Error::other("SIGBUS cannot be handled")) }
    }

    /// Puts zeros where a mapped file has ended. Only what is allowed in a signal's handler is done: atomics and system calls.
    extern "C" fn on_bus_error(_signal: libc::c_int, info: *mut libc::siginfo_t, _context: *mut libc::c_void) {
        // SAFETY: the system gives a valid `info`. Pages are only put where a mapping of ours lies, and nobody can drop that
        // while the thread that reads it is here.
        unsafe {
            let address = (*info).si_addr() as usize;
            let holds = |start: usize, end: usize| start > TAKEN && (start..end).contains(&address);
            let ours =
                PLACES.iter().find(|place| holds(place.start.load(Ordering::SeqCst), place.end.load(Ordering::SeqCst)));
            if let Some(place) = ours {
                place.is_torn.store(true, Ordering::SeqCst);
                let size = libc::sysconf(libc::_SC_PAGESIZE).max(1) as usize;
                let page = address / size * size;
                let len = place.end.load(Ordering::SeqCst) - page;
                let flags = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_FIXED;
                if libc::mmap(page as *mut libc::c_void, len, libc::PROT_READ, flags, -1, 0) != libc::MAP_FAILED {
                    return;
                }
            }
            // The fault comes again, and meets what was done about it before.
            if let Some(before) = BEFORE.get() {
                libc::sigaction(libc::SIGBUS, before, null_mut());
            }
        }
    }
}

/// A file that is mapped cannot be shortened.
#[cfg(not(unix))]
mod signal {
    pub fn handle() -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_was_cut_off_a_mapped_file_is_zeros_and_the_rest_is_what_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, vec![7; 1 << 20]).unwrap();
        let [whole, cut] = [0, 1].map(|_| Mapped::new(File::open(&path).unwrap()).unwrap());
        drop(whole);
        let other = folder.path().join("other");
        std::fs::write(&other, [5; 9000]).unwrap();
        let other = Mapped::new(File::open(&other).unwrap()).unwrap();
        for (len, first_zero) in [(1 << 19, 1 << 19), (70_000, 73_728), (0, 0)] {
            File::options().write(true).open(&path).unwrap().set_len(len).unwrap();
            assert!(cut[..first_zero].iter().all(|&byte| byte == 7 || byte == 0));
            assert!(cut[first_zero..].iter().all(|&byte| byte == 0));
            assert!(cut.is_torn());
        }
        assert!(other.iter().all(|&byte| byte == 5) && !other.is_torn());
    }

    #[test]
    fn many_threads_may_meet_the_end_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, vec![7; 1 << 22]).unwrap();
        let map = Mapped::new(File::open(&path).unwrap()).unwrap();
        File::options().write(true).open(&path).unwrap().set_len(4096).unwrap();
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let map = &map;
                scope.spawn(move || {
                    let sum: u64 = map[4096..].iter().skip(thread).step_by(8).map(|&byte| u64::from(byte)).sum();
                    assert_eq!(sum, 0);
                });
            }
        });
        assert!(map.is_torn() && map[..4096].iter().all(|&byte| byte == 7));
    }
}
