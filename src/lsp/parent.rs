//! Watching the process that started the server: when it dies, nobody needs the server any more.

use super::life::Life;
use std::sync::Arc;

/// Ends this process when the process `id` dies. Costs no processor time until then, where the system can tell.
pub fn follow(id: u32, life: Arc<Life>) {
    let watch = move || {
        wait(id);
        tracing::info!("the parent process {id} is gone");
        life.exit();
    };
    if let Err(error) = std::thread::Builder::new().name("parent".into()).spawn(watch) {
        tracing::warn!("cannot watch the parent process {id}: {error}");
    }
}

/// Returns when the process is dead, or never if the system has no means to tell.
#[cfg(unix)]
fn wait(id: u32) {
    use rustix::process::{Pid, test_kill_process};
    use std::time::Duration;

    let Some(pid) = i32::try_from(id).ok().and_then(Pid::from_raw) else { return };
    #[cfg(target_os = "linux")]
    if let Some(()) = wait_for_descriptor(pid) {
        return;
    }
    while test_kill_process(pid) != Err(rustix::io::Errno::SRCH) {
        std::thread::sleep(Duration::from_secs(1));
    }
}

/// Waits on a descriptor of the process, which tells of its death even before its own parent has taken notice. `None`
/// where the kernel has no such descriptors.
#[cfg(target_os = "linux")]
fn wait_for_descriptor(pid: rustix::process::Pid) -> Option<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    use rustix::process::{PidfdFlags, pidfd_open};

    let process = match pidfd_open(pid, PidfdFlags::empty()) {
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

#[cfg(not(unix))]
fn wait(_: u32) {
    loop {
        std::thread::park();
    }
}
