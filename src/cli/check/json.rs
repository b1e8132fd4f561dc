//! The report as one JSON document.

use super::super::place::{SourceJson, rounded, verdict};
use super::Checked;
use crate::features::diagnostics::{Finding, cuts};
use crate::features::fix::{Fix, fixes};
use crate::features::quotations::{Quoted, Role};
use crate::library::Library;
use crate::text::Span;
use crate::trace::Edit;
use anyhow::Result;
use serde::Serialize;

/// The version of the form of the document: it grows when a field is taken away or changes its meaning.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document {
    version: u32,
    files: Vec<FileJson>,
    summary: Summary,
}

#[derive(Serialize)]
struct Summary {
    files: usize,
    quotations: usize,
    findings: usize,
}

#[derive(Serialize)]
struct FileJson {
    path: String,
    findings: Vec<FindingJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quotations: Option<Vec<QuotationJson>>,
}

/// Bytes, and the line and column (in characters, from 1) of the first of them.
#[derive(Serialize)]
struct PlaceJson {
    start: usize,
    end: usize,
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct FindingJson {
    check: &'static str,
    severity: &'static str,
    message: String,
    #[serde(flatten)]
    place: PlaceJson,
    quotation: String,
    source: Option<SourceJson>,
    fix: Option<FixJson>,
}

#[derive(Serialize)]
struct FixJson {
    title: String,
    edits: Vec<EditJson>,
}

#[derive(Serialize)]
struct EditJson {
    start: usize,
    end: usize,
    text: String,
}

#[derive(Serialize)]
struct QuotationJson {
    text: String,
    #[serde(flatten)]
    place: PlaceJson,
    verdict: &'static str,
    score: Option<f64>,
    categories: Vec<&'static str>,
    source: Option<SourceJson>,
}

/// The report.
pub fn report(library: &Library, all: &[Checked], quotations: bool) -> Result<String> {
    let summary = Summary {
        files: all.len(),
        quotations: all.iter().map(|file| file.speech(file.view(library)).count()).sum(),
        findings: all.iter().map(|file| file.findings.len()).sum(),
    };
    let files = all.iter().map(|file| FileJson {
        path: file.shown.clone(),
        findings: file.findings.iter().map(|found| finding(library, file, found)).collect(),
        quotations: quotations.then(|| file.quotations.all.iter().map(|q| quotation(library, file, q)).collect()),
    });
    let document = Document { version: VERSION, files: files.collect(), summary };
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn place(file: &Checked, span: Span) -> PlaceJson {
    let region = file.region(span);
    let Span { start, end } = span.shift(file.mark);
    PlaceJson { start, end, line: region.line, column: region.column }
}

fn finding(library: &Library, file: &Checked, finding: &Finding) -> FindingJson {
    FindingJson {
        check: finding.check.code(),
        severity: finding.severity.name(),
        message: finding.message.clone(),
        place: place(file, finding.span),
        quotation: finding.text(file.view(library), &file.quotations).to_string(),
        source: finding.sources.first().map(|place| SourceJson::new(library, *place)),
        fix: fixes(file.view(library), &file.quotations, finding).first().map(|first| fix(file, first)),
    }
}

fn fix(file: &Checked, fix: &Fix) -> FixJson {
    let edit = |(span, text): &(Span, String)| {
        let Span { start, end } = span.shift(file.mark);
        EditJson { start, end, text: text.clone() }
    };
    FixJson { title: fix.title.clone(), edits: fix.edits.iter().map(edit).collect() }
}

fn quotation(library: &Library, file: &Checked, quoted: &Quoted) -> QuotationJson {
    let best = quoted.found.trace.best().filter(|_| quoted.role == Role::Speech);
    let cuts = cuts(file.view(library), &file.quotations, quoted).into_iter().filter(|_| best.is_some());
    let name = |edit: &Edit| edit.change.name();
    QuotationJson {
        text: quoted.found.text.clone(),
        place: place(file, quoted.span(file.view(library))),
        verdict: match quoted.role {
            Role::Speech => verdict(quoted.verdict()),
            Role::Term(_) => "term",
            Role::Scare => "scare-quotes",
            Role::Frame => "frame",
        },
        score: best.map(|found| rounded(found.score.into(), 4)),
        categories: best.into_iter().flat_map(|found| found.alterations()).chain(cuts).map(name).collect(),
        source: best.map(|found| SourceJson::new(library, found.extent())),
    }
}
