//! The files of a store: written whole or not at all, by one process at a time, and cleared away when nobody can want them
//! any more.

use super::manifest::is_manifest;
use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{self, Write};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

const LOCK: &str = "lock";
/// Written anew when a store is used.
const USED: &str = "used";
/// A store that was not used for so long is removed …
const UNUSED: Duration = Duration::from_secs(90 * 24 * 3600);
/// … and that it is used is noted no more often than this.
const NOTED: Duration = Duration::from_secs(24 * 3600);
/// What is being written has a name that begins so.
const UNFINISHED: &str = ".new-";
/// Another process that writes is waited for so often …
const ATTEMPTS: u32 = 1200;
/// … and so long each time.
const PAUSE: Duration = Duration::from_millis(50);
/// A file that no manifest names may be about to be named; when it is so old, it is not.
const FORGOTTEN: Duration = Duration::from_secs(3600);

/// Writes a file: until it is there as a whole and on the disk, what was there under its name stays.
pub(super) fn write(folder: &Path, name: &str, parts: &[&[u8]]) -> io::Result<()> {
    let mut new = tempfile::Builder::new().prefix(UNFINISHED).tempfile_in(folder)?;
    for part in parts {
        new.write_all(part)?;
    }
    new.as_file().sync_all()?;
    new.persist(folder.join(name)).map_err(|error| error.error)?;
    // The name is on the disk when the folder is.
    #[cfg(unix)]
    File::open(folder)?.sync_all()?;
    Ok(())
}

/// A name for a segment, made from what it holds.
pub(super) fn name_of(segment: &[u8]) -> String {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(segment);
    format!("{:016x}.words", hasher.finish())
}

/// The right to write to a store, as long as it is kept. A process that ends gives it back, however it ends.
pub(super) struct Lock {
    _file: File,
}

/// Waits for the right to write.
pub(super) fn lock(folder: &Path) -> io::Result<Lock> {
    let mut attempts = 0;
    loop {
        match try_lock(folder)? {
            Some(lock) => return Ok(lock),
            None if attempts == ATTEMPTS => {
                return Err(io::Error::other("another process has been writing for too long"));
            }
            None => sleep(PAUSE),
        }
        attempts += 1;
    }
}

/// The right to write; `None` while another process has it.
pub(super) fn try_lock(folder: &Path) -> io::Result<Option<Lock>> {
    fs::create_dir_all(folder)?;
    let file = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock { _file: file })),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}

/// Removes what no manifest names, if it is old enough. The lock is shown to prove that nobody else writes.
pub(super) fn clear(folder: &Path, _lock: &Lock, is_named: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name == LOCK || name == USED || is_manifest(&name) || is_named(&name) {
            continue;
        }
        if age(&entry.path()).is_some_and(|age| age > FORGOTTEN) {
            // What cannot be removed now can be later.
            _ = fs::remove_file(entry.path());
        }
    }
}

/// Notes that a store is used.
pub(super) fn note_use(folder: &Path) {
    let used = folder.join(USED);
    if folder.is_dir() && age(&used).is_none_or(|age| age > NOTED) {
        // Where it cannot be noted the store lives no longer than 90 days, which is long enough.
        _ = fs::write(used, b"x");
    }
}

/// Removes the stores beside this one that nobody has used for long.
pub(super) fn clear_unused(folder: &Path) {
    let Some(all) = folder.parent() else { return };
    for other in fs::read_dir(all).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let last = age(&other.join(USED)).or_else(|| age(&other));
        let is_unused = other != folder && other.is_dir() && last.is_some_and(|last| last > UNUSED);
        if is_unused && let Ok(Some(_lock)) = try_lock(&other) {
            _ = fs::remove_dir_all(&other);
        }
    }
}

/// How long ago a file was written.
fn age(path: &Path) -> Option<Duration> {
    fs::metadata(path).ok()?.modified().ok()?.elapsed().ok()
}

/// Whether a file is there and has so many bytes.
pub(super) fn is_there(path: &Path, bytes: u64) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.len() == bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_is_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a", &[b"one", b"two"]).unwrap();
        write(folder.path(), "a", &[b"three"]).unwrap();
        assert_eq!(fs::read(folder.path().join("a")).unwrap(), b"three");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(write(&folder.path().join("none"), "a", &[]).is_err());
    }

    #[test]
    fn only_one_may_write() {
        let folder = tempfile::tempdir().unwrap();
        let first = try_lock(folder.path()).unwrap();
        assert!(first.is_some() && try_lock(folder.path()).unwrap().is_none());
        drop(first);
        assert!(lock(folder.path()).is_ok());
    }

    #[test]
    fn a_store_that_nobody_uses_goes() {
        let all = tempfile::tempdir().unwrap();
        let store = |name: &str| all.path().join(name);
        for name in ["mine", "used", "unused"] {
            fs::create_dir(store(name)).unwrap();
            note_use(&store(name));
        }
        let file = File::options().write(true).open(store("unused").join(USED)).unwrap();
        file.set_modified(std::time::SystemTime::now() - 2 * UNUSED).unwrap();
        clear_unused(&store("mine"));
        assert_eq!(["mine", "used", "unused"].map(|name| store(name).exists()), [true, true, false]);
        note_use(&store("none"));
        assert!(!store("none").exists());
    }

    #[test]
    fn what_no_manifest_names_goes_when_it_is_old() {
        let folder = tempfile::tempdir().unwrap();
        let lock = lock(folder.path()).unwrap();
        for name in ["named", "forgotten", "young", ".new-x", "manifest"] {
            write(folder.path(), name, &[b"x"]).unwrap();
            let file = File::options().write(true).open(folder.path().join(name)).unwrap();
            let age = if name == "young" { Duration::from_secs(60) } else { 2 * FORGOTTEN };
            file.set_modified(std::time::SystemTime::now() - age).unwrap();
        }
        clear(folder.path(), &lock, |name| name == "named");
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["lock", "manifest", "named", "young"]);
    }
}
