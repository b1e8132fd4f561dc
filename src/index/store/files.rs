//! The files of a store: written whole or not at all, by one process at a time, and cleared away when nobody can want them
//! any more.

use super::manifest::{self, is_manifest};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::hash::Hasher;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
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
/// And a segment one that ends so.
const SEGMENT: &str = ".words";
/// How often it is looked whether another process has done its work.
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
    // The name is on the disk when the folder is; some file systems cannot be told to see to that.
    if cfg!(unix) {
        _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
    Ok(())
}

/// A name for a segment, made from what it holds.
pub(super) fn name_of(segment: &[u8]) -> String {
    let mut hasher = rustc_hash::FxHasher::default();
    hasher.write(segment);
    format!("{:016x}{SEGMENT}", hasher.finish())
}

/// The right to write to a store, as long as it is kept. A process that ends gives it back, however it ends.
pub(super) struct Lock {
    _file: File,
}

/// Waits about so long for the right to write; `None` if another process has it all the time.
pub(super) fn lock(folder: &Path, patience: Duration) -> io::Result<Option<Lock>> {
    let mut waited = Duration::ZERO;
    loop {
        let lock = try_lock(folder)?;
        if lock.is_some() || waited >= patience {
            return Ok(lock);
        }
        sleep(PAUSE);
        waited += PAUSE;
    }
}

/// The right to write; `None` while another process has it.
pub(super) fn try_lock(folder: &Path) -> io::Result<Option<Lock>> {
    fs::create_dir_all(folder)?;
    let file = File::options().create(true).truncate(false).write(true).open(folder.join(LOCK))?;
    match file.try_lock() {
        // What was removed in between is the lock of nothing.
        Ok(()) => Ok(is_at(&file, &folder.join(LOCK)).then_some(Lock { _file: file })),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(error),
    }
}

/// Whether a file is the one that lies there.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: fs::Metadata, b: fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    file.metadata().ok().zip(fs::metadata(path).ok()).is_some_and(|(a, b)| same(a, b))
}

/// An open file cannot be removed.
#[cfg(not(unix))]
fn is_at(_: &File, _: &Path) -> bool {
    true
}

/// What no manifest names and is old enough to be removed.
pub(super) fn litter(folder: &Path, is_named: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let is_litter = |entry: &fs::DirEntry| {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        !is_named(&name)
            && (name.ends_with(SEGMENT) || name.starts_with(UNFINISHED))
            && age(&entry.path()).is_some_and(|age| age > FORGOTTEN)
    };
    entries.filter(is_litter).map(|entry| entry.path()).collect()
}

/// Removes it. The lock is shown to prove that nobody else writes.
pub(super) fn clear(folder: &Path, _lock: &Lock, is_named: impl Fn(&str) -> bool) {
    // What cannot be removed now can be later.
    litter(folder, is_named).iter().for_each(|path| _ = fs::remove_file(path));
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
        let is_unused = other != folder && last.is_some_and(|last| last > UNUSED);
        if is_unused
            && is_store(&other)
            && let Ok(Some(_lock)) = try_lock(&other)
        {
            remove(&other);
        }
    }
}

/// Whether a folder was made by this program, and for nothing else.
fn is_store(folder: &Path) -> bool {
    let name = folder.file_name().and_then(OsStr::to_str).unwrap_or_default();
    name.len() == 16
        && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        && fs::symlink_metadata(folder).is_ok_and(|metadata| metadata.is_dir())
        && manifest::is_there(folder)
}

/// Removes the files of a store, and its folder if nothing else lies there.
fn remove(store: &Path) {
    for entry in fs::read_dir(store).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        let is_ours = name.ends_with(SEGMENT) || name.starts_with(UNFINISHED) || is_manifest(&name);
        if is_ours || name == USED || name == LOCK {
            _ = fs::remove_file(entry.path());
        }
    }
    _ = fs::remove_dir(store);
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
        assert!(lock(folder.path(), Duration::ZERO).unwrap().is_some());
    }

    #[test]
    fn a_store_that_nobody_uses_goes() {
        let all = tempfile::tempdir().unwrap();
        let store = |name: &str| all.path().join(name);
        let [mine, used, unused] = ["0123456789abcdef", "0123456789abcde0", "0123456789abcde1"];
        for name in [mine, used, unused] {
            make_store(&store(name));
        }
        grow_old(&store(unused));
        clear_unused(&store(mine));
        assert_eq!([mine, used, unused].map(|name| store(name).exists()), [true, true, false]);
        note_use(&store("none"));
        assert!(!store("none").exists());
    }

    #[test]
    fn what_is_no_store_stays_however_old_it_is() {
        let all = tempfile::tempdir().unwrap();
        let folder = |name: &str| all.path().join(name);
        let [mine, other, strange, shared] = ["0123456789abcdef", "diary", "0123456789abcde0", "0123456789abcde1"];
        [mine, other, strange, shared].iter().for_each(|name| make_store(&folder(name)));
        fs::write(folder(strange).join("manifest"), "of a ship").unwrap();
        fs::write(folder(shared).join("letter.txt"), "Dear").unwrap();
        [other, strange, shared].iter().for_each(|name| grow_old(&folder(name)));
        clear_unused(&folder(mine));
        let left = |name: &str| fs::read_dir(folder(name)).unwrap().count();
        assert_eq!((left(other), left(strange), left(shared)), (2, 2, 1));
        assert!(folder(shared).join("letter.txt").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_store_is_not_followed() {
        let (all, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        make_store(&elsewhere.path().join("store"));
        grow_old(&elsewhere.path().join("store"));
        std::os::unix::fs::symlink(elsewhere.path().join("store"), all.path().join("0123456789abcde0")).unwrap();
        clear_unused(&all.path().join("0123456789abcdef"));
        assert!(elsewhere.path().join("store/manifest").exists());
    }

    fn make_store(folder: &Path) {
        fs::create_dir(folder).unwrap();
        fs::write(folder.join("manifest"), b"glossMAN and so on").unwrap();
        note_use(folder);
    }

    fn grow_old(store: &Path) {
        let file = File::options().write(true).open(store.join(USED)).unwrap();
        file.set_modified(std::time::SystemTime::now() - 2 * UNUSED).unwrap();
    }

    #[test]
    fn what_no_manifest_names_goes_when_it_is_old() {
        let folder = tempfile::tempdir().unwrap();
        let lock = try_lock(folder.path()).unwrap().unwrap();
        for name in ["named.words", "forgotten.words", "young.words", ".new-x", "manifest", "letter.txt"] {
            write(folder.path(), name, &[b"x"]).unwrap();
            let file = File::options().write(true).open(folder.path().join(name)).unwrap();
            let age = if name == "young.words" { Duration::from_secs(60) } else { 2 * FORGOTTEN };
            file.set_modified(std::time::SystemTime::now() - age).unwrap();
        }
        clear(folder.path(), &lock, |name| name == "named.words");
        let mut left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        left.sort();
        assert_eq!(left, ["letter.txt", "lock", "manifest", "named.words", "young.words"]);
    }
}
