//! The standard input and output of the process, unbuffered. Where whoever started the process has made them
//! non-blocking, they are waited for all the same.

use std::fs::File;
use std::io::{self, ErrorKind, Read, Write};

/// One of the two.
#[derive(Debug)]
pub struct Pipe(File);

/// Standard input.
pub fn input() -> io::Result<Pipe> {
    #[cfg(unix)]
    let handle = std::os::fd::AsFd::as_fd(&io::stdin()).try_clone_to_owned()?;
    #[cfg(windows)]
    let handle = std::os::windows::io::AsHandle::as_handle(&io::stdin()).try_clone_to_owned()?;
    Ok(Pipe(handle.into()))
}

/// Standard output.
pub fn output() -> io::Result<Pipe> {
    #[cfg(unix)]
    let handle = std::os::fd::AsFd::as_fd(&io::stdout()).try_clone_to_owned()?;
    #[cfg(windows)]
    let handle = std::os::windows::io::AsHandle::as_handle(&io::stdout()).try_clone_to_owned()?;
    Ok(Pipe(handle.into()))
}

impl Pipe {
    /// Waits until there is something to read, and reads it; 0 bytes at the end.
    pub fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.0.read(into) {
                Err(error) if is_passing(&error) => self.wait(Wish::Read),
                read => return read,
            }
        }
    }

    /// Writes all of `bytes`.
    pub fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        while !bytes.is_empty() {
            match self.0.write(bytes) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(written) => bytes = &bytes[written..],
                Err(error) if is_passing(&error) => self.wait(Wish::Write),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    #[cfg(unix)]
    fn wait(&self, wish: Wish) {
        use rustix::event::{PollFd, PollFlags, poll};
        let flags = match wish {
            Wish::Read => PollFlags::IN,
            Wish::Write => PollFlags::OUT,
        };
        // A signal in between is no harm: whoever waits tries again.
        _ = poll(&mut [PollFd::new(&self.0, flags)], None);
    }

    #[cfg(not(unix))]
    fn wait(&self, _: Wish) {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
}

#[derive(Clone, Copy)]
enum Wish {
    Read,
    Write,
}

fn is_passing(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::Interrupted | ErrorKind::WouldBlock)
}
