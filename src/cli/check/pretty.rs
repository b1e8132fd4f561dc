//! The report drawn on the text: the draft's words, the source's words below them, and the fix.

use super::super::output::width;
use super::super::place::{file_of, verdict};
use super::drawing::{Text, without_blank_names};
use super::{Checked, summary};
use crate::features::diagnostics::{Finding, Subject};
use crate::features::fix::{Fix, fixes};
use crate::features::quotations::Quoted;
use crate::features::wording;
use crate::library::Library;
use crate::settings::Severity;
use crate::text::{LineIndex, Span};
use crate::trace::{Match, Place, Verdict};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer};
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The report. With `quotations` also what is right and what is in no source.
pub fn report(library: &Library, all: &[Checked], quotations: bool) -> String {
    let cited = all.iter().flat_map(|file| &file.quotations.all).filter_map(|quoted| quoted.found.trace.best());
    let findings = all.iter().flat_map(|file| &file.findings).filter_map(|finding| finding.sources.first().copied());
    let mut files: FxHashMap<usize, Cited> = FxHashMap::default();
    for place in cited.map(|best| best.place()).chain(findings) {
        files.entry(place.source).or_insert_with(|| Cited::new(library, place));
    }
    let renderer = Renderer::styled().term_width(width());
    let mut out = String::new();
    for file in all {
        let drawing = Drawing { library, files: &files, file, width: width() };
        for entry in drawing.entries(quotations) {
            let fix = match entry {
                Entry::Finding(finding) => fixes(file.view(library), &file.quotations, finding).into_iter().next(),
                Entry::Quotation(_) => None,
            };
            let groups = match entry {
                Entry::Finding(finding) => drawing.finding(finding, fix.as_ref()),
                Entry::Quotation(quoted) => vec![drawing.quotation(quoted)],
            };
            out.push_str(&without_blank_names(&renderer.render(&groups)));
            out.push_str("\n\n");
        }
    }
    out + &summary(library, all) + "\n"
}

enum Entry<'a> {
    Finding(&'a Finding),
    Quotation(&'a Quoted),
}

/// A source that is quoted.
struct Cited {
    file: String,
    text: Arc<str>,
    lines: Arc<LineIndex>,
}

impl Cited {
    fn new(library: &Library, place: Place) -> Self {
        let text = &library.source(place).text;
        Cited { file: file_of(library, place), text: text.whole(), lines: text.lines() }
    }
}

/// A draft that is being drawn.
#[derive(Clone, Copy)]
struct Drawing<'a> {
    library: &'a Library,
    /// What the sources' files are called.
    files: &'a FxHashMap<usize, Cited>,
    file: &'a Checked,
    width: usize,
}

impl<'a> Drawing<'a> {
    /// What is shown, in the draft's order.
    fn entries(self, quotations: bool) -> Vec<Entry<'a>> {
        let view = self.file.view(self.library);
        let findings = self.file.findings.iter();
        let span = |finding: &Finding| finding.whole(view);
        let mut all: Vec<(Span, Entry)> = findings.map(|finding| (span(finding), Entry::Finding(finding))).collect();
        if quotations {
            let has_finding = |quoted: &&Quoted| {
                self.file.findings.iter().any(|one| one.subject == Subject::Quotation(quoted.number))
            };
            let others = self.file.speech(view).filter(|quoted| !has_finding(quoted));
            all.extend(others.map(|quoted| (quoted.span(view), Entry::Quotation(quoted))));
        }
        all.sort_by_key(|(span, _)| *span);
        all.into_iter().map(|(_, entry)| entry).collect()
    }

    fn finding(self, finding: &'a Finding, fix: Option<&'a Fix>) -> Vec<Group<'a>> {
        let title = level(finding.severity).primary_title(finding.message.as_str()).id(finding.check.code());
        let mut group = title.elements(self.draft().marked(&finding.parts, AnnotationKind::Primary, None));
        let best = finding.quoted(&self.file.quotations).and_then(|quoted| quoted.found.trace.best());
        if let Some(best) = best.filter(|best| finding.sources == best.places()) {
            group = group.elements(self.source(best));
        } else if let Some(&place) = finding.sources.first() {
            group = group.elements(self.passage(place.source, &[place.span]));
        }
        let help = fix.map(|fix| {
            let title = Level::HELP.secondary_title(fix.title.as_str());
            title.element(self.draft().patched(&fix.edits))
        });
        std::iter::once(group).chain(help).collect()
    }

    fn quotation(self, quoted: &'a Quoted) -> Group<'a> {
        let best = quoted.found.trace.best();
        let title = match best {
            None => "no source of the corpus has this".to_string(),
            Some(best) => {
                let changes = wording::changes(self.library, &quoted.found.text, best);
                let changed = if best.verdict == Verdict::Altered { format!(": {changes}") } else { String::new() };
                wording::place(self.library, best.place()) + &changed
            }
        };
        let span = quoted.span(self.file.view(self.library));
        let title = Level::NOTE.with_name(verdict(quoted.verdict())).primary_title(title);
        let group = title.elements(self.draft().marked(&[span], AnnotationKind::Primary, None));
        match best {
            None => group,
            Some(best) => group.elements(self.source(best)),
        }
    }

    fn draft(self) -> Text<'a> {
        let Checked { text, lines, shown, .. } = self.file;
        Text { text, lines, file: shown, width: self.width }
    }

    /// The source's words that were altered; the whole passage if the quotation only has more of them, or all of them.
    fn source(self, best: &Match) -> Vec<annotate_snippets::Element<'a>> {
        let place = best.place();
        let theirs = best.alterations().map(|edit| edit.place);
        let altered: Vec<Span> = theirs
            .filter(|theirs| theirs.source == place.source && !theirs.span.is_empty())
            .map(|theirs| theirs.span)
            .collect();
        let whole = altered.is_empty() || best.verdict != Verdict::Altered;
        let spans = if whole { vec![best.extent().span] } else { altered };
        self.passage(place.source, &spans)
    }

    fn passage(self, source: usize, spans: &[Span]) -> Vec<annotate_snippets::Element<'a>> {
        let Some(source) = self.files.get(&source) else { return Vec::new() };
        let text = Text { text: &source.text, lines: &source.lines, file: &source.file, width: self.width };
        text.marked(spans, AnnotationKind::Context, Some("the source has this"))
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO.with_name("information"),
        Severity::Hint | Severity::Off => Level::NOTE.with_name("hint"),
    }
}
