//! The baseline: findings that are known and accepted, so that only new ones are reported. `glossator check
//! --write-baseline` makes it; it is told by what was quoted, not by where, so that it outlives edits elsewhere.

use super::Check;
use super::paths::parts;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::path::{Component, Path};

/// A finding that is known and accepted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Silenced {
    /// The draft, as [`name_in_baseline`] calls it.
    pub file: String,
    /// The code of the check.
    pub check: String,
    /// What the finding is about, such as the quotation, with single spaces for all white space.
    pub text: String,
}

impl Silenced {
    /// A finding of `check` about `text` in `file`.
    pub fn new(file: &str, check: Check, text: &str) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Silenced { file: file.to_string(), check: check.code().to_string(), text }
    }
}

/// What a baseline in `folder` calls the file at `path`, both absolute: the way from the one to the other, with `/` between
/// folders, so that it is called the same on every machine.
pub fn name_in_baseline(path: &Path, folder: &Path) -> String {
    let (path, folder) = (parts(path), parts(folder));
    let shared = path.iter().zip(&folder).take_while(|(a, b)| a == b).count();
    // No way leads from one drive to another.
    let up = if shared == 0 { 0 } else { folder.len() - shared };
    let down = path[shared..].iter().filter(|part| **part != Component::RootDir);
    let down = down.map(|part| part.as_os_str().to_string_lossy());
    std::iter::repeat_n("..".into(), up).chain(down).collect::<Vec<_>>().join("/")
}

/// The findings that are known and accepted, each as often as it was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    findings: FxHashMap<Silenced, usize>,
}

/// The version of the file's format.
const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Contents {
    version: u32,
    findings: Vec<Silenced>,
}

impl Baseline {
    /// The baseline with these findings; equal ones count.
    pub fn new(findings: impl IntoIterator<Item = Silenced>) -> Self {
        let mut baseline = Baseline::default();
        for finding in findings {
            *baseline.findings.entry(finding).or_default() += 1;
        }
        baseline
    }

    /// Reads a baseline file that lies in `folder`; the error says what is wrong with it. An absolute path in it, as it was
    /// written once, is the file's there.
    pub fn parse(text: &str, folder: &Path) -> Result<Self, String> {
        let contents: Contents = serde_json::from_str(text).map_err(|error| format!("this is no baseline: {error}"))?;
        match contents.version {
            VERSION => Ok(Baseline::new(contents.findings.into_iter().map(|finding| match Path::new(&finding.file) {
                path if path.is_absolute() => Silenced { file: name_in_baseline(path, folder), ..finding },
                _ => finding,
            }))),
            other => Err(format!(
                "this baseline is of version {other}, and only {VERSION} is known: remove it, and write it anew with \
                 `glossator check --write-baseline`"
            )),
        }
    }

    /// The baseline as a file: in an order that stays, one finding after the other.
    pub fn to_json(&self) -> String {
        let mut findings: Vec<Silenced> = self.clone().into_findings().collect();
        findings.sort();
        let json = serde_json::to_string_pretty(&Contents { version: VERSION, findings });
        json.unwrap_or_default() + "\n"
    }

    /// Leaves out those of the `findings` of a file, in its order, that are known and accepted. Of equal ones, as many as were accepted are left out from the first.
    pub fn leave_out<T>(&self, findings: &mut Vec<T>, silenced: impl Fn(&T) -> Silenced) {
        if self.findings.is_empty() {
            return;
        }
        let mut met: FxHashMap<Silenced, usize> = FxHashMap::default();
        findings.retain(|finding| {
            let finding = silenced(finding);
            let accepted = self.findings.get(&finding).copied().unwrap_or_default();
            let met = met.entry(finding).or_default();
            *met += 1;
            *met > accepted
        });
    }

    /// Its findings, in no order.
    pub fn into_findings(self) -> impl Iterator<Item = Silenced> {
        self.findings.into_iter().flat_map(|(finding, count)| std::iter::repeat_n(finding, count))
    }

    /// How many findings it has.
    pub fn len(&self) -> usize {
        self.findings.values().sum()
    }

    /// Whether it has no findings.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_known_by_its_text_however_the_lines_are_broken() {
        let baseline = Baseline::new([Silenced::new("a.md", Check::Misquotation, "peace is\nneeded")]);
        assert!(knows(&baseline, "a.md", Check::Misquotation, "peace  is needed"));
        assert!(!knows(&baseline, "b.md", Check::Misquotation, "peace is needed"));
        assert!(!knows(&baseline, "a.md", Check::Spelling, "peace is needed"));
        assert!(!knows(&baseline, "a.md", Check::Misquotation, "peace is wanted"));
    }

    fn knows(baseline: &Baseline, file: &str, check: Check, text: &str) -> bool {
        let mut findings = vec![(check, text)];
        baseline.leave_out(&mut findings, |&(check, text)| Silenced::new(file, check, text));
        findings.is_empty()
    }

    #[test]
    fn of_equal_findings_as_many_are_left_out_as_were_accepted() {
        let twice = ["peace", "peace", "war"].map(|text| Silenced::new("a.md", Check::Spelling, text));
        let baseline = Baseline::parse(&Baseline::new(twice).to_json(), Path::new("/w")).unwrap();
        assert_eq!(baseline.len(), 3);
        let mut findings: Vec<(Check, usize)> = (1..5).map(|at| (Check::Spelling, at)).collect();
        baseline.leave_out(&mut findings, |&(check, _)| Silenced::new("a.md", check, "peace"));
        assert_eq!(findings, [(Check::Spelling, 3), (Check::Spelling, 4)]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_called_by_the_way_from_the_folder_of_the_baseline() {
        for (path, folder, expected) in [
            ("/w/a.md", "/w", "a.md"),
            ("/w/x/a.md", "/w", "x/a.md"),
            ("/w/a.md", "/w/meta", "../a.md"),
            ("/v/a.md", "/w/meta", "../../v/a.md"),
            ("/w/x/../a.md", "/w", "a.md"),
            ("/w/a.md", "/w/x/../meta/.", "../a.md"),
            ("/../a.md", "/", "a.md"),
        ] {
            assert_eq!(name_in_baseline(Path::new(path), Path::new(folder)), expected, "{path} from {folder}");
        }
    }

    #[test]
    fn a_baseline_is_read_as_it_was_written_and_written_in_order() {
        let baseline = Baseline::new(["b", "a"].map(|text| Silenced::new("x.md", Check::Spelling, text)));
        let json = baseline.to_json();
        assert!(json.find("\"a\"") < json.find("\"b\""));
        assert_eq!(Baseline::parse(&json, Path::new("/w")), Ok(baseline));
    }

    #[cfg(unix)]
    #[test]
    fn an_absolute_path_in_a_baseline_is_that_of_a_file() {
        let json = Baseline::new([Silenced::new("/w/x/a.md", Check::Spelling, "peace")]).to_json();
        let baseline = Baseline::parse(&json, Path::new("/w/meta")).unwrap();
        assert!(knows(&baseline, "../x/a.md", Check::Spelling, "peace"));
    }

    #[test]
    fn what_is_no_baseline_says_why() {
        assert!(Baseline::parse("{", Path::new("/w")).unwrap_err().starts_with("this is no baseline: EOF"));
        assert!(
            Baseline::parse(r#"{"version":2,"findings":[]}"#, Path::new("/w"))
                .unwrap_err()
                .contains("--write-baseline")
        );
    }
}
