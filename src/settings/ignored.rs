//! Files in which checks are silent.

use super::Check;
use super::paths::parts;
use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use std::path::{Path, PathBuf};

/// Patterns of files, and the checks that are silent in them.
#[derive(Clone, Debug)]
pub struct Ignored {
    folder: PathBuf,
    patterns: Vec<String>,
    checks: Vec<Check>,
    files: GlobSet,
}

impl Ignored {
    /// The files below `folder` that match one of the patterns, which are written as in `.gitignore`: without a slash
    /// inside, a pattern means files and folders of that name at any depth; a folder means all that lies in it. No
    /// checks means all checks. The error is that of the first pattern that is none, with its number.
    pub fn new(folder: &Path, patterns: Vec<String>, checks: Vec<Check>) -> Result<Self, (usize, String)> {
        let mut set = GlobSetBuilder::new();
        for (i, pattern) in patterns.iter().enumerate() {
            let bare = pattern.trim_start_matches("./").trim_end_matches('/');
            let anchored = match bare.strip_prefix('/') {
                Some(rest) => rest.to_string(),
                None if bare.contains('/') => bare.to_string(),
                None => format!("**/{bare}"),
            };
            for form in [anchored.clone(), format!("{anchored}/**")] {
                let glob = GlobBuilder::new(&form).literal_separator(true).build();
                set.add(glob.map_err(|error| (i, error.kind().to_string()))?);
            }
        }
        let files = set.build().map_err(|error| (0, error.kind().to_string()))?;
        Ok(Ignored { folder: parts(folder).iter().collect(), patterns, checks, files })
    }

    /// Whether `check` is silent in the file `path`.
    pub fn covers(&self, check: Check, path: &Path) -> bool {
        let is_meant = self.checks.is_empty() || self.checks.contains(&check);
        let path: PathBuf = parts(path).iter().collect();
        is_meant && path.strip_prefix(&self.folder).is_ok_and(|below| self.files.is_match(below))
    }
}

impl PartialEq for Ignored {
    fn eq(&self, other: &Self) -> bool {
        (&self.folder, &self.patterns, &self.checks) == (&other.folder, &other.patterns, &other.checks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_mean_what_they_mean_in_gitignore() {
        for (pattern, path, expected) in [
            ("drafts/**", "drafts/a/b.md", true),
            ("drafts", "drafts/b.md", true),
            ("drafts/", "x/drafts/b.md", true),
            ("/drafts", "x/drafts/b.md", false),
            ("*.txt", "x/y.txt", true),
            ("x/*.txt", "x/y/z.txt", false),
            ("./x/y.txt", "x/y.txt", true),
            ("{a,b}.md", "b.md", true),
        ] {
            let ignored = Ignored::new(Path::new("/w"), vec![pattern.into()], vec![]).unwrap();
            let path = Path::new("/w").join(path);
            assert_eq!(ignored.covers(Check::Spelling, &path), expected, "{pattern} {}", path.display());
        }
    }

    #[test]
    fn only_the_given_checks_are_silent_and_only_below_the_folder() {
        let ignored = Ignored::new(Path::new("/w"), vec!["*.md".into()], vec![Check::Spelling]).unwrap();
        assert!(ignored.covers(Check::Spelling, Path::new("/w/a.md")));
        assert!(!ignored.covers(Check::Misquotation, Path::new("/w/a.md")));
        assert!(!ignored.covers(Check::Spelling, Path::new("/v/a.md")));
        assert!(ignored.covers(Check::Spelling, Path::new("/v/../w/x/../a.md")));
        assert!(!ignored.covers(Check::Spelling, Path::new("/w/../a.md")));
    }

    #[test]
    fn a_pattern_that_is_none_is_told_by_its_number() {
        assert_eq!(Ignored::new(Path::new("/"), vec!["a".into(), "[".into()], vec![]).unwrap_err().0, 1);
    }
}
