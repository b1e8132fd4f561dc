//! The report drawn on the text: the draft's words, the source's words below them, and the fix.

use super::super::output::width;
use super::super::place::{file_of, verdict};
use super::{Checked, summary};
use crate::features::diagnostics::Finding;
use crate::features::quotations::Quoted;
use crate::features::wording;
use crate::library::Library;
use crate::settings::Severity;
use crate::text::{LineIndex, Span};
use crate::trace::{Place, Verdict};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet};
use std::ops::Range;

/// The report. With `quotations` also what is right and what is in no source.
pub fn report(library: &Library, all: &[Checked], quotations: bool) -> String {
    let renderer = Renderer::styled().term_width(width());
    let mut out = String::new();
    for file in all {
        for entry in entries(library, file, quotations) {
            let groups = match entry {
                Entry::Finding(finding) => finding_groups(library, file, finding),
                Entry::Quotation(quoted) => vec![quotation_group(library, file, quoted)],
            };
            out.push_str(&renderer.render(&groups));
            out.push_str("\n\n");
        }
    }
    out + &summary(library, all) + "\n"
}

enum Entry<'a> {
    Finding(&'a Finding),
    Quotation(&'a Quoted),
}

/// What is shown of a file, in its order.
fn entries<'a>(library: &'a Library, file: &'a Checked, quotations: bool) -> Vec<Entry<'a>> {
    let view = file.view(library);
    let found = file.findings.iter();
    let mut all: Vec<(Span, Entry)> =
        found.map(|finding| (file.quotations.all[finding.quotation].span(view), Entry::Finding(finding))).collect();
    let has_finding = |quoted: &Quoted| file.findings.iter().any(|finding| finding.quotation == quoted.number);
    if quotations {
        let others = file.speech(view).filter(|quoted| !has_finding(quoted));
        all.extend(others.map(|quoted| (quoted.span(view), Entry::Quotation(quoted))));
    }
    all.sort_by_key(|(span, _)| *span);
    all.into_iter().map(|(_, entry)| entry).collect()
}

fn finding_groups<'a>(library: &'a Library, file: &'a Checked, finding: &'a Finding) -> Vec<Group<'a>> {
    let quoted = &file.quotations.all[finding.quotation];
    let title = level(finding.severity).primary_title(finding.message.as_str()).id(finding.check.code());
    let best = quoted.found.trace.best();
    let mut group = title.element(drawn(
        &file.text,
        &file.lines,
        file.shown.clone(),
        &finding.parts,
        (AnnotationKind::Primary, None),
    ));
    if let Some(best) = best {
        let theirs: Vec<Span> = best
            .alterations()
            .map(|edit| edit.place)
            .filter(|place| place.source == best.place().source && !place.span.is_empty())
            .map(|place| place.span)
            .collect();
        let spans = if theirs.is_empty() { vec![best.extent().span] } else { theirs };
        group = group.element(source(library, best.place(), &spans));
    }
    let mut groups = vec![group];
    if let Some(fix) = finding.fixes.first() {
        let all = fix.edits.iter().map(|(span, _)| *span).reduce(Span::join).unwrap_or(finding.span);
        let (text, start, line) = lines_around(&file.text, &file.lines, all);
        let patches =
            fix.edits.iter().map(|(span, new)| Patch::new(span.start - start..span.end - start, new.as_str()));
        let snippet = Snippet::source(text).line_start(line).path(file.shown.clone()).patches(patches);
        groups.push(Level::HELP.secondary_title(fix.title.as_str()).element(snippet));
    }
    groups
}

fn quotation_group<'a>(library: &'a Library, file: &'a Checked, quoted: &'a Quoted) -> Group<'a> {
    let name = verdict(quoted.verdict());
    let (level, title) = match quoted.found.trace.best() {
        None => (Level::NOTE, "no source of the corpus has this".to_string()),
        Some(best) if best.verdict == Verdict::Verbatim => (Level::NOTE, wording::place(library, best.place())),
        Some(best) => {
            let changes = wording::changes(library, &quoted.found.text, best);
            let place = wording::place(library, best.place());
            (Level::NOTE, if changes.is_empty() { place } else { format!("{place} (silenced): {changes}") })
        }
    };
    let span = quoted.span(file.view(library));
    let group = level.with_name(name).primary_title(title).element(drawn(
        &file.text,
        &file.lines,
        file.shown.clone(),
        &[span],
        (AnnotationKind::Primary, None),
    ));
    match quoted.found.trace.best() {
        None => group,
        Some(best) => group.element(source(library, best.place(), &[best.extent().span])),
    }
}

fn source<'a>(library: &'a Library, place: Place, spans: &[Span]) -> Snippet<'a, Annotation<'a>> {
    let source = library.source(place);
    let label = Some("the source has this");
    drawn(&source.text, source.lines(), file_of(library, place), spans, (AnnotationKind::Context, label))
}

/// The lines of `text` that the spans lie in, with the spans marked; the label stands at the first.
fn drawn<'a>(
    text: &'a str,
    lines: &LineIndex,
    path: String,
    spans: &[Span],
    (kind, label): (AnnotationKind, Option<&'a str>),
) -> Snippet<'a, Annotation<'a>> {
    let all = spans.iter().copied().reduce(Span::join).unwrap_or_default();
    let (slice, start, line) = lines_around(text, lines, all);
    let marks = spans.iter().enumerate().map(|(i, span)| {
        let range: Range<usize> = span.start - start..span.end - start;
        kind.span(range).label(label.filter(|_| i == 0))
    });
    Snippet::source(slice).line_start(line).path(path).annotations(marks)
}

/// The whole lines that a span lies in, the byte at which they begin, and the number of the first, from 1.
fn lines_around<'a>(text: &'a str, lines: &LineIndex, span: Span) -> (&'a str, usize, usize) {
    let (first, last) = (lines.line_of(span.start), lines.line_of(span.end));
    let start = lines.line(text, first).map_or(0, |line| line.start);
    let end = lines.line(text, last).map_or(text.len(), |line| line.end);
    (&text[start..end.max(start)], start, first + 1)
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO.with_name("information"),
        Severity::Hint | Severity::Off => Level::NOTE.with_name("hint"),
    }
}
