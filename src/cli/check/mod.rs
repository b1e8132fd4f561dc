//! `glossator check`: the findings that an editor shows, for people and programs that have no editor.

pub(super) mod drafts;
mod drawing;
mod github;
mod json;
mod pretty;
mod sarif;
mod written;

use super::args::{Check, Report};
use super::progress::Progress;
use super::workspace::{Workspace, shown};
use super::{FAILED, NO, output};
use crate::corpus::Decoded;
use crate::features::View;
use crate::features::diagnostics::{Finding, Rules, findings};
use crate::features::quotations::{Quotations, Quoted, Role};
use crate::features::unmarked::Passages;
use crate::library::Library;
use crate::markup::{Format, Page};
use crate::settings::{self, Baseline, Settings, Severity, Silenced, name_in_baseline};
use crate::text::{Encoding, LineIndex, Span};
use anyhow::{Context, Result, anyhow, bail};
use drafts::{Draft, Problem};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// The baseline file if none is named, in the folder of `glossator.toml`.
const BASELINE: &str = "glossator-baseline.json";

/// A file with all that was found in it.
struct Checked {
    /// Absolute.
    path: PathBuf,
    /// The path as it is shown.
    shown: String,
    text: String,
    /// The bytes of the file before the text: those of a byte-order mark.
    mark: usize,
    lines: LineIndex,
    page: Page,
    /// The number of the source that the draft is, if it is one.
    own: Option<usize>,
    quotations: Quotations,
    findings: Vec<Finding>,
}

/// A place of a draft for people: lines and columns (in characters), from 1. The end is behind the last character.
#[derive(Clone, Copy)]
struct Region {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
}

/// Checks the drafts, reports, and gives the exit code.
pub fn run(args: &Check) -> Result<u8> {
    if args.all && matches!(args.format, Report::Sarif | Report::Github) {
        bail!("`--all` cannot be used with this format, which has findings only: use `pretty` or `json`");
    }
    if args.write_baseline.is_some() && args.stdin_filename.is_none() && drafts::reads_input(&args.paths) {
        bail!("a baseline names the files of its findings: give standard input a name with `--stdin-filename`");
    }
    let workspace = Workspace::silent(&args.corpora)?;
    let (baseline, folder) = match args.write_baseline {
        Some(_) => Default::default(),
        None => workspace.baseline(args.baseline.as_deref())?,
    };
    let (drafts, mut problems) = drafts::find(&args.paths, args.stdin_filename.as_deref());
    let (asked, drafts): (Vec<Draft>, Vec<Draft>) = drafts.into_iter().partition(written::is_written);
    let library = workspace.silent_library()?;
    let known = Known { settings: &workspace.settings, baseline: &baseline, folder: &folder };
    let (mut all, sound, unknown) = written::check(&workspace, &library, &asked, known);
    let (drafts, left_out) = drafts::without_sources(drafts, &library.corpus);
    problems.extend(unknown.into_iter().chain(left_out));
    for result in check_all(&library, &drafts, known) {
        match result {
            Ok(checked) => all.push(checked),
            Err(problem) => problems.push(problem),
        }
    }
    workspace.believe(&library)?;
    for Problem { message, is_error } in &problems {
        if *is_error { output::error(message) } else { output::warning(message) }
    }
    let failed = problems.iter().any(|problem| problem.is_error);
    // A summary of nothing would read like success.
    if failed && all.is_empty() && matches!(args.format, Report::Pretty | Report::Github) {
        return Ok(FAILED);
    }
    if failed && args.write_baseline.is_some() {
        output::warning("the baseline is not written, since not all that was named could be read");
        return Ok(FAILED);
    }
    if let Some(file) = &args.write_baseline {
        let file = file.clone().or_else(|| workspace.settings.baseline.clone());
        let file = file.unwrap_or_else(|| workspace.folder.join(BASELINE));
        let said = write_baseline(&library, &std::path::absolute(file)?, (&all, &sound), &workspace.settings)?;
        output::print(&said, args.look.color)?;
        return Ok(0);
    }
    let text = match args.format {
        Report::Pretty => pretty::report(&library, &all, args.all),
        Report::Json => json::report(&library, &all, args.all)?,
        Report::Sarif => sarif::report(&library, &all)?,
        Report::Github => github::report(&library, &all),
    };
    output::print(&text, args.look.color)?;
    let counts = all.iter().flat_map(|file| &file.findings).any(|finding| args.fail_on.counts(finding.severity));
    Ok(match (failed, counts) {
        (true, _) => FAILED,
        (false, true) => NO,
        (false, false) => 0,
    })
}

/// What decides which findings are shown.
#[derive(Clone, Copy)]
struct Known<'a> {
    settings: &'a Settings,
    baseline: &'a Baseline,
    /// The folder of the baseline.
    folder: &'a Path,
}

impl<'a> Known<'a> {
    fn name(self, path: &Path) -> String {
        name_in_baseline(path, self.folder)
    }

    /// What decides of the file at `path`, whose [`Known::name`] is given.
    fn rules(self, path: &'a Path, name: &'a str) -> Rules<'a> {
        Rules { settings: self.settings, baseline: self.baseline, path: Some(path), file: name }
    }
}

fn check_all(library: &Library, drafts: &[Draft], known: Known) -> Vec<Result<Checked, Problem>> {
    let progress = Progress::new("Checking", drafts.len());
    let check = |draft: &Draft| {
        let checked = Checked::new(library, draft, known);
        progress.step();
        checked
    };
    drafts.par_iter().map(check).collect()
}

impl Checked {
    fn new(library: &Library, draft: &Draft, known: Known) -> Result<Self, Problem> {
        let Decoded { text, mark, .. } = draft.read()?;
        Ok(Checked { mark, ..Checked::of(library, &draft.path, text, known) })
    }

    /// What is found in this text of the draft at `path`.
    fn of(library: &Library, path: &Path, text: String, known: Known) -> Self {
        let shown = shown(path);
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let page = Page::parse(&text, Format::of(None, Some(&shown)));
        let own = library.corpus.number_by_path(&path);
        let view = View { library, page: &page, text: &text, own };
        let mut quotations = Quotations::of(view, None);
        if known.settings.severity(settings::Check::Unmarked) != Severity::Off {
            quotations.passages = Passages::unless(view, None, &|| false);
        }
        let findings = findings(view, &quotations, known.rules(&path, &known.name(&path)));
        let lines = LineIndex::new(&text);
        Checked { path, shown, mark: 0, lines, own, quotations, findings, page, text }
    }

    /// A file that is no prose, with what was found in it.
    fn without_prose(path: &Path, text: String, findings: Vec<Finding>) -> Self {
        let (shown, lines, path) = (shown(path), LineIndex::new(&text), path.to_path_buf());
        Checked {
            path,
            shown,
            mark: 0,
            lines,
            own: None,
            quotations: Quotations::default(),
            findings,
            page: Page::default(),
            text,
        }
    }

    fn view<'a>(&'a self, library: &'a Library) -> View<'a> {
        View { library, page: &self.page, text: &self.text, own: self.own }
    }

    fn region(&self, span: Span) -> Region {
        let [start, end] = [span.start, span.end].map(|at| self.lines.position(&self.text, at, Encoding::Utf32));
        let [line, column, end_line, end_column] =
            [start.line, start.column, end.line, end.column].map(|number| number as usize + 1);
        Region { line, column, end_line, end_column }
    }

    /// The quotations that were held against the corpus: not terms, and not those inside others that were found.
    fn speech<'a>(&'a self, view: View<'a>) -> impl Iterator<Item = &'a Quoted> {
        let all = self.quotations.all.iter();
        all.filter(move |quoted| quoted.role == Role::Speech && !quoted.is_inside_found(view, &self.quotations))
    }
}

/// `3 findings in 12 quotations (2 files)`.
fn summary(library: &Library, all: &[Checked]) -> String {
    let findings: usize = all.iter().map(|file| file.findings.len()).sum();
    let quotations: usize = all.iter().map(|file| file.speech(file.view(library)).count()).sum();
    let findings = if findings == 0 { "No findings".to_string() } else { counted(findings, "finding") };
    format!("{findings} in {} ({})", counted(quotations, "quotation"), counted(all.len(), "file"))
}

/// `1 finding`, `2 findings`.
pub(super) fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// Writes the findings as known ones, and says so. What was known of files that were not checked this time stays known, as
/// long as there are such files; `sound` are checked ones in which nothing was found.
fn write_baseline(
    library: &Library,
    file: &Path,
    (all, sound): (&[Checked], &[PathBuf]),
    settings: &Settings,
) -> Result<String> {
    let folder = file.parent().unwrap_or(Path::new("."));
    let known = all.iter().flat_map(|checked| {
        let name = name_in_baseline(&checked.path, folder);
        checked.findings.iter().map(move |finding| {
            Silenced::new(&name, finding.check, finding.text(checked.view(library), &checked.quotations))
        })
    });
    let paths = all.iter().map(|checked| &checked.path).chain(sound);
    let checked: Vec<String> = paths.map(|path| name_in_baseline(path, folder)).collect();
    let of_others = |silenced: &Silenced| !checked.contains(&silenced.file) && folder.join(&silenced.file).exists();
    let before = match fs::read_to_string(file) {
        Ok(text) => Baseline::parse(&text, folder)
            .map_err(|error| anyhow!("{}: {error}; it is left as it is: remove it, or name another", shown(file)))?,
        Err(_) => Baseline::default(),
    };
    let baseline = Baseline::new(known.chain(before.into_findings().filter(of_others)));
    fs::write(file, baseline.to_json()).with_context(|| format!("{} cannot be written", shown(file)))?;
    let hint = match &settings.baseline {
        Some(named) if named == file => String::new(),
        _ => format!("To leave them out from now on, write `baseline = \"{}\"` into glossator.toml\n", shown(file)),
    };
    Ok(format!("{} written to {}\n{hint}", counted(baseline.len(), "finding"), shown(file)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Root};
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::build(Corpus::read(&[Root::Seeds(None)])));

    /// What a draft may be made of: words of a source, marks, markup, line ends of all kinds, and characters of all widths.
    const PIECES: &[&str] = &[
        "China's foreign policy aims to uphold world peace and promote common development",
        "the building of a harmonious world of durable peace and common prosperity",
        "We hope to have a peaceful international environment",
        "all the countries in the world, whether big or small, strong or weak, rich or poor, are equal members",
        "not",
        "very",
        "中文",
        "\u{1f600}",
        "e\u{301}",
        "\t",
        "\0",
        "…",
        "[sic]",
        "(sic!)",
        "...",
        ",",
        ".",
        "**",
        "*",
        "&amp;",
        "[^1]",
        "<!-- x -->",
        "<!--",
        "-->",
        "glossator-ignore any nonsense",
        "“",
        "”",
        "\"",
        "‘",
        "’",
        "> ",
        "- ",
        "# ",
        " ",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        "\n\n“",
        "\u{2028}",
        "\u{ad}",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn whatever_a_draft_holds_it_is_reported_in_every_form(
            pieces in prop::collection::vec((prop::sample::select(PIECES), 0..6usize), 0..40),
            markdown: bool,
        ) {
            // Some pieces lose their last characters, so that quotations are altered.
            let cut = |(piece, less): (&str, usize)| {
                let len = piece.chars().count();
                piece.chars().take(if len > 8 { len - less } else { len }).collect::<String>()
            };
            let text: String = pieces.into_iter().map(cut).collect();
            let strict = settings::Partial { severities: [Some(Severity::Warning); _], ..settings::Partial::default() };
            let (settings, baseline) = (Settings::layered(&[&strict]), Baseline::default());
            let known = Known { settings: &settings, baseline: &baseline, folder: Path::new("/") };
            let path = Path::new(if markdown { "a.md" } else { "a.txt" });
            let all = [Checked::of(&LIBRARY, path, text, known)];
            for quotations in [false, true] {
                prop_assert!(pretty::report(&LIBRARY, &all, quotations).ends_with(")\n"));
                prop_assert!(json::report(&LIBRARY, &all, quotations).is_ok());
            }
            prop_assert!(sarif::report(&LIBRARY, &all).is_ok());
            prop_assert_eq!(github::report(&LIBRARY, &all).lines().count(), all[0].findings.len() + 1);
        }
    }
}
