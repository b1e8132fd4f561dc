//! The sample drafts, held against what a careful reader finds in them: every quotation gets the verdict, the kind of
//! change and the source that `editors/sample/expected.toml` says.

use glossator::corpus::{Corpus, Root};
use glossator::features::View;
use glossator::features::diagnostics::{Rules, Subject, findings};
use glossator::features::quotations::{Quotations, Quoted, Role};
use glossator::library::Library;
use glossator::markup::{Format, Page};
use glossator::settings::{Baseline, Settings};
use glossator::trace::{Change, Verdict};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct Expectations {
    quotation: Vec<Expected>,
}

/// One entry of `expected.toml`; the file itself explains the fields.
#[derive(Deserialize)]
struct Expected {
    file: String,
    text: String,
    form: String,
    verdict: String,
    kind: Option<String>,
    source: Option<String>,
    #[serde(default)]
    also: Vec<String>,
}

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::build(Corpus::read(&[Root::Seeds(None)])));

#[test]
fn the_essay_gets_the_verdicts_of_a_careful_reader() {
    hold("essay.md");
}

#[test]
fn the_notes_get_the_verdicts_of_a_careful_reader() {
    hold("notes.txt");
}

fn hold(file: &str) {
    let read = |name: &str| {
        let path = format!("{}/editors/sample/{name}", env!("CARGO_MANIFEST_DIR"));
        std::fs::read_to_string(path).expect("a file of the sample")
    };
    let text = read(file);
    let page = Page::parse(&text, Format::of(None, Some(file)));
    let view = View { library: &LIBRARY, page: &page, text: &text, own: None };
    let quotations = Quotations::of(view, None);
    let (settings, baseline) = (Settings::default(), Baseline::default());
    let rules = Rules { settings: &settings, baseline: &baseline, path: None, file };
    let found = findings(view, &quotations, rules);
    let expectations: Expectations = toml::from_str(&read("expected.toml")).expect("a list of expectations");

    let mut problems = Vec::new();
    let mut next = 0;
    for expected in expectations.quotation.iter().filter(|expected| expected.file == file) {
        let beginning = squeezed(&expected.text.replace("**", ""));
        let mut here = quotations.all[next..].iter();
        let quoted = here.position(|quoted| squeezed(&quoted.found.text).contains(&beginning)).map(|i| next + i);
        if let Some(number) = quoted {
            // Paragraphs that each open with a mark are one quotation.
            next = number;
        }
        let said = match quoted.map(|number| &quotations.all[number]) {
            None => "ignored".to_string(),
            Some(quoted) => {
                let reported = found.iter().any(|finding| finding.subject == Subject::Quotation(quoted.number));
                verdict(view, quoted, expected, reported)
            }
        };
        let wanted = [&expected.verdict, " ", expected.kind.as_deref().unwrap_or("")].concat();
        if said.trim() != wanted.trim() {
            problems.push(format!("“{}”: {} is expected, but it is {said}", expected.text, wanted.trim()));
        }
    }
    assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
}

/// The verdict on a quotation, with the kind of change that is expected if it is among those found, in the words of
/// `expected.toml`.
fn verdict(view: View, quoted: &Quoted, expected: &Expected, reported: bool) -> String {
    if quoted.role != Role::Speech {
        return "term".into();
    }
    if (quoted.verdict() == Verdict::Altered) != reported && quoted.verdict() != Verdict::OtherTranslation {
        return "ignored".into();
    }
    let sources: Vec<&str> = quoted.found.trace.matches.iter().map(|m| &*view.library.source(m.place()).id).collect();
    if let Some(source) = &expected.source
        && sources.first() != Some(&source.as_str())
    {
        return format!("traced to {sources:?}");
    }
    if let Some(best) = quoted.found.trace.best() {
        let others = view.library.other_places(best);
        let others: Vec<&str> = others.iter().map(|place| &*view.library.source(*place).id).chain(sources).collect();
        if let Some(missing) = expected.also.iter().find(|also| !others.contains(&also.as_str())) {
            return format!("not linked to {missing}");
        }
    }
    let is_block = view.page.quotations[quoted.number].kind == glossator::markup::QuotationKind::Block;
    if is_block != (expected.form == "block") {
        return "marked otherwise".into();
    }
    let kinds: Vec<&str> =
        quoted.found.trace.best().into_iter().flat_map(|m| m.alterations()).map(|edit| kind(edit.change)).collect();
    match quoted.verdict() {
        Verdict::Verbatim => "verbatim".into(),
        Verdict::NotFound => "not-found".into(),
        Verdict::OtherTranslation => "other-translation".into(),
        Verdict::Altered => format!("altered {}", kinds.join(" ")),
    }
}

fn kind(change: Change) -> &'static str {
    match change {
        Change::Dropped => "dropped-word",
        Change::Added => "added-word",
        Change::Replaced => "replaced-word",
        Change::Swapped => "swapped-words",
        Change::Negation => "dropped-negation",
        Change::Number => "changed-number",
        Change::Joined => "splice",
        other => other.name(),
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
