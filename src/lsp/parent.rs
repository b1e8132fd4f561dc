//! Watching the process that started the server: when it dies, nobody needs the server any more.

use super::life::Life;
use std::sync::Arc;
#[cfg(unix)]
use {super::life::LAST_MOMENT, rustix::process::Pid};

/// Ends this process when the process `id` dies. Costs no processor time until then, where the system can tell.
#[cfg(unix)]
pub fn follow(id: u32, life: Arc<Life>) {
    let Some(parent) = i32::try_from(id).ok().and_then(Pid::from_raw) else { return };
    let watch = move || {
        if wait_for_descriptor(parent).is_none() {
            wait_by_asking(parent);
        }
        tracing::info!("the parent process {id} is gone");
        life.end();
        std::thread::sleep(LAST_MOMENT);
        life.exit();
    };
    if let Err(error) = std::thread::Builder::new().name("parent".into()).spawn(watch) {
        tracing::warn!("cannot watch the parent process {id}: {error}");
    }
}

/// Where there is no way to watch a process, the end of the input tells of its death.
#[cfg(not(unix))]
pub fn follow(_: u32, _: Arc<Life>) {}

#[cfg(unix)]
fn wait_by_asking(parent: Pid) {
    while rustix::process::test_kill_process(parent) != Err(rustix::io::Errno::SRCH) {
        std::thread::sleep(std::time::Duration::from_secs(2));
    }
}

/// Waits on a descriptor of the process, which tells of its death even before its own parent has taken notice. `None`
/// where the kernel has no such descriptors.
#[cfg(target_os = "linux")]
fn wait_for_descriptor(parent: Pid) -> Option<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    use rustix::process::{PidfdFlags, pidfd_open};

    let process = match pidfd_open(parent, PidfdFlags::empty()) {
        Ok(process) => process,
        Err(Errno::SRCH) => return Some(()),
        Err(_) => return None,
    };
    loop {
        match poll(&mut [PollFd::new(&process, PollFlags::IN)], None) {
            Ok(0) | Err(Errno::INTR) => {}
            Ok(_) => return Some(()),
            Err(_) => return None,
        }
    }
}

#[cfg(all(unix, not(target_os = "linux")))]
fn wait_for_descriptor(_: Pid) -> Option<()> {
    None
}
