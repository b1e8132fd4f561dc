//! The seeds as files, so that an editor can open them: written once into the user's cache folder, read-only, under a
//! name that is made from their contents.

use super::embedded::TEXTS;
use etcetera::BaseStrategy;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Where things that can be made again are kept: `$GLOSSATOR_CACHE_DIR` or, below the user's cache folder
/// (`$XDG_CACHE_HOME`, `~/.cache`), `glossator`. `None` for a user without a home.
pub fn cache_folder() -> Option<PathBuf> {
    match std::env::var_os("GLOSSATOR_CACHE_DIR") {
        Some(folder) if !folder.is_empty() => std::path::absolute(folder).ok(),
        _ => etcetera::choose_base_strategy().ok().map(|strategy| strategy.cache_dir().join("glossator")),
    }
}

/// Writes the seeds into a folder of their own in `cache`, and gives that folder. What is there already is left as it is
/// if it is whole, and repaired if it is not. Two servers that do this at once get the same whole folder.
pub fn write_cache(cache: &Path) -> io::Result<PathBuf> {
    let folder = cache.join(format!("seeds-{}", hash_of_contents()));
    if is_whole(&folder) {
        return Ok(folder);
    }
    fs::create_dir_all(cache)?;
    if !folder.is_dir() {
        let new = tempfile::Builder::new().prefix(".seeds-").tempdir_in(cache)?;
        for (name, text) in TEXTS {
            write_read_only(&new.path().join(name), text)?;
        }
        // Another server may have been faster; then its folder stays.
        let _ = fs::rename(new.path(), &folder);
    }
    for (name, text) in TEXTS {
        let path = folder.join(name);
        if !holds(&path, text) {
            replace(&path, text)?;
        }
    }
    Ok(folder)
}

/// The first 64 bits of the SHA-256 of all names and texts, in hexadecimal.
fn hash_of_contents() -> String {
    let mut hash = Sha256::new();
    for (name, text) in TEXTS {
        hash.update((name.len() as u64).to_le_bytes());
        hash.update(name);
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text);
    }
    hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}

fn is_whole(folder: &Path) -> bool {
    TEXTS.iter().all(|(name, text)| holds(&folder.join(name), text))
}

fn holds(path: &Path, text: &str) -> bool {
    let same_length = fs::metadata(path).is_ok_and(|metadata| metadata.len() == text.len() as u64);
    same_length && fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
}

fn write_read_only(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)?;
    let mut permissions = fs::metadata(path)?.permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions)
}

/// Puts a whole file in the place of a damaged or missing one: a reader sees either the one or the other.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::Builder::new().prefix(".seed-").tempfile_in(folder)?;
    new.write_all(text.as_bytes())?;
    let mut permissions = new.as_file().metadata()?.permissions();
    permissions.set_readonly(true);
    new.as_file().set_permissions(permissions)?;
    if path.is_dir() {
        fs::remove_dir_all(path)?;
    }
    match new.persist(path) {
        // Two servers repairing at once: where one of them cannot replace the other's file, that file is as good.
        Err(error) if !holds(path, text) => Err(error.error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seeds_are_written_once_and_read_only() {
        let cache = tempfile::tempdir().unwrap();
        let folder = write_cache(&cache.path().join("new")).unwrap();
        assert!(is_whole(&folder));
        let (name, _) = TEXTS[0];
        let before = fs::metadata(folder.join(name)).unwrap();
        assert!(before.permissions().readonly());
        assert_eq!(write_cache(&cache.path().join("new")).unwrap(), folder);
        assert_eq!(fs::metadata(folder.join(name)).unwrap().modified().unwrap(), before.modified().unwrap());
    }

    #[test]
    fn what_is_damaged_or_missing_is_repaired() {
        let cache = tempfile::tempdir().unwrap();
        let folder = write_cache(cache.path()).unwrap();
        fs::remove_file(folder.join(TEXTS[0].0)).unwrap();
        fs::remove_file(folder.join(TEXTS[1].0)).unwrap();
        fs::write(folder.join(TEXTS[1].0), TEXTS[1].1.replace('e', "a")).unwrap();
        fs::remove_file(folder.join(TEXTS[2].0)).unwrap();
        fs::create_dir(folder.join(TEXTS[2].0)).unwrap();
        assert_eq!(write_cache(cache.path()).unwrap(), folder);
        assert!(is_whole(&folder));
    }

    #[test]
    fn many_servers_that_start_at_once_get_the_same_whole_folder() {
        let cache = tempfile::tempdir().unwrap();
        let folders: Vec<PathBuf> = std::thread::scope(|scope| {
            let write = || {
                let folder = write_cache(cache.path()).unwrap();
                assert!(is_whole(&folder));
                folder
            };
            let threads: Vec<_> = (0..8).map(|_| scope.spawn(write)).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        });
        assert!(folders.iter().all(|folder| *folder == folders[0]));
        let left: Vec<_> = fs::read_dir(cache.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "nothing temporary is left behind");
    }

    #[test]
    fn a_cache_that_cannot_be_written_is_an_error_and_nothing_worse() {
        let cache = tempfile::tempdir().unwrap();
        let file = cache.path().join("file");
        fs::write(&file, "in the way").unwrap();
        assert!(write_cache(&file).is_err());
        assert!(write_cache(&file.join("below")).is_err());
    }
}
