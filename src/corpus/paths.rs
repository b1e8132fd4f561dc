//! Paths as they are written down: their bytes, since not every name of a file is UTF-8.

use serde::{Deserialize, Deserializer, Serializer};
use std::path::{Path, PathBuf};

/// Writes the bytes of a path.
pub fn serialize<S: Serializer>(path: &Path, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_bytes(path.as_os_str().as_encoded_bytes())
}

/// Reads a path. Where the system's paths are no bytes, what is not UTF-8 leads nowhere.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<PathBuf, D::Error> {
    <&[u8]>::deserialize(deserializer).map(of_bytes)
}

#[cfg(unix)]
fn of_bytes(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    PathBuf::from(std::ffi::OsStr::from_bytes(bytes))
}

#[cfg(not(unix))]
fn of_bytes(bytes: &[u8]) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// Paths that may be missing: no path is empty.
pub mod optional {
    use super::{Deserializer, Path, PathBuf, Serializer};

    /// Writes the bytes of a path, or none.
    pub fn serialize<S: Serializer>(path: &Option<PathBuf>, serializer: S) -> Result<S::Ok, S::Error> {
        super::serialize(path.as_deref().unwrap_or(Path::new("")), serializer)
    }

    /// Reads them.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<PathBuf>, D::Error> {
        super::deserialize(deserializer).map(|path| Some(path).filter(|path| !path.as_os_str().is_empty()))
    }
}
