//! Where the log goes: a file or standard error, never standard output, which belongs to the protocol.

use super::args::Level;
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, OnceLock};
use tracing::level_filters::LevelFilter;

/// How many lines wait for a reader of standard error; what comes beyond is lost.
const WAITING: usize = 256;

/// Starts the log. Panics go there, too. A file that cannot be written to is told on standard error, and the log goes
/// there.
pub fn start(file: Option<&Path>, level: Level) {
    let log = tracing_subscriber::fmt().with_max_level(filter(level)).with_ansi(false).log_internal_errors(false);
    let opened = file.map(open).transpose();
    // A second start, in tests, keeps the first log.
    _ = match opened {
        Ok(Some(file)) => log.with_writer(Mutex::new(file)).try_init(),
        Ok(None) => log.with_writer(patient()).try_init(),
        Err(error) => {
            let result = log.with_writer(patient()).try_init();
            tracing::error!("{error}; the log goes to standard error");
            result
        }
    };
    std::panic::set_hook(Box::new(|panic| tracing::error!("{panic}")));
}

fn open(path: &Path) -> io::Result<File> {
    let opened = OpenOptions::new().create(true).append(true).open(path);
    opened.map_err(|error| io::Error::new(error.kind(), format!("cannot write to {}: {error}", path.display())))
}

fn filter(level: Level) -> LevelFilter {
    match level {
        Level::Off => LevelFilter::OFF,
        Level::Error => LevelFilter::ERROR,
        Level::Warn => LevelFilter::WARN,
        Level::Info => LevelFilter::INFO,
        Level::Debug => LevelFilter::DEBUG,
    }
}

/// Standard error by way of a thread: an editor that never reads it must not stop the server.
#[derive(Clone, Default)]
struct Patient(Arc<OnceLock<SyncSender<Vec<u8>>>>);

fn patient() -> impl Fn() -> Patient + Send + Sync + 'static {
    let patient = Patient::default();
    move || patient.clone()
}

impl Write for Patient {
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let lines = self.0.get_or_init(|| {
            let (sender, lines) = sync_channel::<Vec<u8>>(WAITING);
            let write = move || lines.iter().try_for_each(|line| io::stderr().write_all(&line));
            _ = std::thread::Builder::new().name("log".into()).spawn(write);
            sender
        });
        _ = lines.try_send(line.to_vec());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
