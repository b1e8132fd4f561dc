//! The page about the checks, as a file that an editor can open from the code of a finding: written once into the user's
//! cache folder, so that the link leads somewhere without a network.

use crate::corpus::cache_folder;
use crate::settings::{Check, checks_page, line_of_check};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use tower_lsp::lsp_types::{CodeDescription, Url};

struct Manual {
    file: Url,
    page: String,
}

static MANUAL: LazyLock<Option<Manual>> = LazyLock::new(|| {
    let page = checks_page();
    let file = match written(&cache_folder()?, &page) {
        Ok(path) => Url::from_file_path(path).ok()?,
        Err(error) => {
            tracing::warn!("the page about the checks could not be written: {error}");
            return None;
        }
    };
    Some(Manual { file, page })
});

/// Where an editor finds what a check is about; `None` where no file can be written.
pub fn description(check: Check) -> Option<CodeDescription> {
    let Manual { file, page } = MANUAL.as_ref()?;
    let mut href = file.clone();
    href.set_fragment(Some(&format!("L{}", line_of_check(page, check))));
    Some(CodeDescription { href })
}

/// The path of the page in the folder `cache`. Of two servers that write it at once, either leaves a whole page.
fn written(cache: &Path, page: &str) -> io::Result<PathBuf> {
    let path = cache.join(concat!("checks-", env!("CARGO_PKG_VERSION"), ".md"));
    if std::fs::read(&path).is_ok_and(|bytes| bytes == page.as_bytes()) {
        return Ok(path);
    }
    std::fs::create_dir_all(cache)?;
    let mut file = tempfile::NamedTempFile::new_in(cache)?;
    file.write_all(page.as_bytes())?;
    file.persist(&path)?;
    Ok(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_written_once_and_again_when_it_was_changed() {
        let cache = tempfile::tempdir().unwrap();
        let path = written(&cache.path().join("deep"), "one").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one");
        assert_eq!(written(&cache.path().join("deep"), "two").unwrap(), path);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
    }
}
