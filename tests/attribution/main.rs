//! Who said what, held against texts whose speakers are known: `dev` was looked at while the rules were made, `heldout` was
//! not (some of it was written before the rules, some when they were done). A case is a text and one line for each run
//! between its marks: the speaker, perhaps with ` · ` and the date and the occasion; `?` where nobody is named; `-` for what
//! is no speech.

#![allow(clippy::print_stdout)] // the figures are for those who read them

mod clauses;
mod reports;
mod seeds;
mod speakers;

use glossator::attribution::{Kind, Marked, marked};
use glossator::markup::{Format, Page};
use std::path::{Path, PathBuf};

/// What was counted in a set of texts.
#[derive(Debug, Default)]
struct Figures {
    rows: usize,
    /// Speech and no speech told apart.
    told: usize,
    /// Rows with a speaker, and how many of those are right.
    named: usize,
    right: usize,
    /// Rows without one, and how many of those got one.
    nameless: usize,
    invented: usize,
    /// Dates and occasions of the cases, and how many were found.
    details: usize,
    found: usize,
    /// Dates and occasions that no case has.
    undue: usize,
}

impl Figures {
    fn share(part: usize, whole: usize) -> f64 {
        part as f64 / whole.max(1) as f64
    }
}

#[test]
fn the_texts_that_the_rules_were_made_with() {
    let figures = measure("dev");
    assert!(Figures::share(figures.right, figures.named) >= 0.95, "{figures:?}");
    assert!(Figures::share(figures.told, figures.rows) >= 0.95, "{figures:?}");
    assert!(figures.invented <= 1, "{figures:?}");
    assert!(Figures::share(figures.found, figures.details) >= 0.75, "{figures:?}");
}

#[test]
fn texts_that_the_rules_were_not_made_with() {
    let figures = measure("heldout");
    assert!(Figures::share(figures.right, figures.named) >= 0.93, "{figures:?}");
    assert!(Figures::share(figures.told, figures.rows) >= 0.95, "{figures:?}");
    assert!(figures.invented <= 2, "{figures:?}");
}

/// Invented news in German, French, Spanish, Italian, Portuguese and Russian; the last three were written before their words were
/// listed, and of their speakers the lists gave 22 of 22, 22 of 22 and 11 of 20 at once, and invented none. When the rules were done, they gave 17 of the 21 speakers of `languages-heldout`
/// and invented two of twelve; three faults of rules were mended since. When dates and occasions were first read, 32 of 35 were found.
#[test]
fn texts_in_other_languages() {
    for set in ["languages", "languages-heldout"] {
        let figures = measure(set);
        assert!(Figures::share(figures.right, figures.named) >= 0.95, "{figures:?}");
        assert!(Figures::share(figures.told, figures.rows) >= 0.85, "{figures:?}");
        assert_eq!((figures.invented, figures.undue), (0, 0), "{figures:?}");
        assert!(figures.found * 10 >= figures.details * 9, "{figures:?}");
    }
}

/// Invented news in Chinese and Japanese, written before their rules were first tried, which then gave 41 of 51 speakers and invented
/// one of nine. When they were mended, they gave 12 of the 20 speakers of `unspaced-heldout` and invented none; the faults that this
/// showed were mended since.
#[test]
fn texts_in_languages_without_spaces() {
    for set in ["unspaced", "unspaced-heldout"] {
        let figures = measure(set);
        assert!(Figures::share(figures.right, figures.named) >= 0.95, "{figures:?}");
        assert!(Figures::share(figures.told, figures.rows) >= 0.95, "{figures:?}");
        assert_eq!((figures.invented, figures.undue), (0, 0), "{figures:?}");
        assert!(figures.found * 10 >= figures.details * 9, "{figures:?}");
    }
}

/// Texts of many genres, with everything between their marks. Those that are not
/// `later` were written before the rules were held against them, which then gave 151 of 192 speakers, 13 wrong ones and seven that
/// nobody is; `later` ones when the faults that this showed were mended: 54 of 58, one of them wrong.
#[test]
fn texts_of_many_genres() {
    let figures = measure("genres");
    assert!(Figures::share(figures.right, figures.named) >= 0.9, "{figures:?}");
    assert!(Figures::share(figures.told, figures.rows) >= 0.95, "{figures:?}");
    assert!(figures.invented <= 1 && figures.undue == 0, "{figures:?}");
    assert_eq!(figures.found, figures.details, "{figures:?}");
}

#[test]
fn people_are_shown_by_the_name_that_the_text_usually_has_for_them() {
    let mut figures = Figures::default();
    hold(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attribution/dev/essay.case"), &mut figures);
    assert_eq!((figures.right, figures.named), (3, 3));
    assert_eq!((figures.told, figures.rows, figures.invented), (5, 5, 0), "titles are nobody's words");
}

fn measure(set: &str) -> Figures {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attribution").join(set);
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut all = Figures::default();
    for path in paths {
        hold(&path, &mut all);
    }
    println!(
        "{set}: {} runs between marks; speech told from the rest {:.3}; speakers {:.3} of {}; invented {} of {}; dates and \
         occasions {} of {}",
        all.rows,
        Figures::share(all.told, all.rows),
        Figures::share(all.right, all.named),
        all.named,
        all.invented,
        all.nameless,
        all.found,
        all.details
    );
    all
}

/// Holds one text against what its lines say.
fn hold(path: &Path, all: &mut Figures) {
    let case = std::fs::read_to_string(path).unwrap();
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    let (_, case) = case.split_once("-- text --\n").unwrap_or_else(|| panic!("{name}: no text"));
    let (text, lines) = case.split_once("-- marked --\n").unwrap_or_else(|| panic!("{name}: nothing is said of it"));
    let rows = marked(&Page::parse(text, Format::Plain));
    let lines: Vec<&str> = lines.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!(lines.len(), rows.len(), "{name}: the lines and the runs between marks: {:#?}", shown(text, &rows));
    for (line, row) in lines.iter().zip(&rows) {
        let problems = compare(line, row, all);
        if !problems.is_empty() {
            println!("{name}: “{}”: {}", shortened(row.span.of(text)), problems.join("; "));
        }
    }
}

fn compare(line: &str, row: &Marked, all: &mut Figures) -> Vec<String> {
    let mut problems = Vec::new();
    let mut parts = line.split(" · ");
    let expected = parts.next().unwrap_or_default();
    all.rows += 1;
    if (row.kind == Kind::Speech) == (expected != "-") {
        all.told += 1;
    } else {
        problems.push(format!("is {}", row.kind.name()));
    }
    let speaker = row.attribution.speaker.as_ref().map_or("", |named| named.text.as_str());
    if matches!(expected, "-" | "?") {
        all.nameless += 1;
        // Of a term it may be said who brought it up.
        let brought_up = expected == "-" && row.kind == Kind::Term;
        if !speaker.is_empty() && !brought_up {
            all.invented += 1;
            problems.push(format!("nobody is named, but is {speaker}"));
        }
    } else {
        all.named += 1;
        if row.kind == Kind::Speech && is_same(expected, speaker) {
            all.right += 1;
        } else {
            problems.push(format!("{expected} is “{speaker}”"));
        }
    }
    let details = [&row.attribution.date, &row.attribution.occasion];
    let expected: Vec<&str> = parts.collect();
    for found in
        details.into_iter().flatten().filter(|found| !expected.iter().any(|one| plain(one) == plain(&found.text)))
    {
        all.undue += 1;
        problems.push(format!("no case has “{}”", found.text));
    }
    for expected in expected {
        all.details += 1;
        let found =
            details.iter().any(|detail| detail.as_ref().is_some_and(|named| plain(&named.text) == plain(expected)));
        if found {
            all.found += 1;
        } else {
            problems.push(format!("{expected} is not in {details:?}"));
        }
    }
    problems
}

/// Whether two names are the same but for an article; what has no name of its own may be named at greater length.
fn is_same(expected: &str, speaker: &str) -> bool {
    let (a, b) = (plain(expected), plain(speaker));
    let is_noun =
        a.split(' ').next().is_some_and(|first| first.chars().all(char::is_lowercase)) || expected.starts_with("One ");
    a == b || (is_noun && !b.is_empty() && (a.starts_with(&b) || b.starts_with(&a)))
}

fn plain(name: &str) -> String {
    let name = name.replace('’', "'");
    let mut words = name.split_whitespace().peekable();
    if words.peek().is_some_and(|word| ["the", "a", "an"].contains(&word.to_lowercase().as_str())) {
        words.next();
    }
    let words: Vec<String> = words
        .map(|word| if name.starts_with(char::is_lowercase) { word.to_lowercase() } else { word.to_string() })
        .collect();
    words.join(" ").to_lowercase()
}

fn shortened(text: &str) -> String {
    text.split_whitespace().take(9).collect::<Vec<_>>().join(" ")
}

fn shown(text: &str, rows: &[Marked]) -> Vec<String> {
    rows.iter().map(|row| shortened(row.span.of(text))).collect()
}
