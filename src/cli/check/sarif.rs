//! The report in SARIF 2.1.0, which code scanning services read.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use super::super::place::{file_of, words};
use super::Checked;
use crate::features::diagnostics::Finding;
use crate::features::fix::fixes;
use crate::library::Library;
use crate::settings::{Check, Severity};
use crate::text::{Encoding, Span};
use crate::trace::Place;
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The report.
pub fn report(library: &Library, all: &[Checked]) -> Result<String> {
    let results = all.iter().flat_map(|file| file.findings.iter().map(|finding| result(library, file, finding)));
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "glossator",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Check::ALL.map(rule),
            } },
            "columnKind": "unicodeCodePoints",
            "artifacts": all.iter().map(|file| json!({ "location": location(&file.shown) })).collect::<Vec<_>>(),
            "results": results.collect::<Vec<_>>(),
        }],
    });
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}

fn rule(check: Check) -> Value {
    let declared = check.declaration();
    let default = match declared.default {
        Severity::Off => json!({ "enabled": false }),
        severity => json!({ "level": level(severity) }),
    };
    json!({
        "id": declared.code,
        "shortDescription": { "text": declared.summary },
        "defaultConfiguration": default,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information | Severity::Hint => "note",
        Severity::Off => "none",
    }
}

fn result(library: &Library, file: &Checked, finding: &Finding) -> Value {
    let mut result = json!({
        "ruleId": finding.check.code(),
        "ruleIndex": finding.check as usize,
        "level": level(finding.severity),
        "message": { "text": finding.message },
        "locations": [{ "physicalLocation": {
            "artifactLocation": location(&file.shown),
            "region": region(file, finding.span),
        } }],
    });
    if !finding.sources.is_empty() {
        let places = finding.sources.iter().enumerate();
        result["relatedLocations"] = places.map(|(id, place)| related(library, id, *place)).collect();
    }
    let fixes: Vec<Value> = fixes(file.view(library), &file.quotations, finding)
        .iter()
        .map(|fix| {
            json!({
                "description": { "text": fix.title },
                "artifactChanges": [{
                    "artifactLocation": location(&file.shown),
                    "replacements": fix.edits.iter().map(|(span, text)| json!({
                        "deletedRegion": region(file, *span),
                        "insertedContent": { "text": text },
                    })).collect::<Vec<_>>(),
                }],
            })
        })
        .collect();
    if !fixes.is_empty() {
        result["fixes"] = fixes.into();
    }
    result
}

/// Lines, columns and offsets in characters, as `columnKind` says.
fn region(file: &Checked, span: Span) -> Value {
    let region = file.region(span);
    json!({
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": file.text[..span.start].chars().count(),
        "charLength": span.of(&file.text).chars().count(),
    })
}

fn related(library: &Library, id: usize, place: Place) -> Value {
    let source = library.source(place);
    let at = |offset| source.position(offset, Encoding::Utf32);
    let (start, end) = (at(place.span.start), at(place.span.end));
    json!({
        "id": id,
        "message": { "text": format!("{}: {}", source.name(), words(library, place)) },
        "physicalLocation": {
            "artifactLocation": location(&file_of(library, place)),
            "region": {
                "startLine": start.line + 1,
                "startColumn": start.column + 1,
                "endLine": end.line + 1,
                "endColumn": end.column + 1,
            },
        },
    })
}

/// A relative path is meant from the root of the checked-out sources.
fn location(path: &str) -> Value {
    let slashed = if cfg!(windows) { path.replace('\\', "/") } else { path.to_string() };
    match (Path::new(path).is_absolute(), slashed.strip_prefix('/')) {
        (true, below) => json!({ "uri": format!("file:///{}", encoded(below.unwrap_or(&slashed))) }),
        (false, _) => json!({ "uri": encoded(&slashed), "uriBaseId": "%SRCROOT%" }),
    }
}

/// A path as part of a URI (RFC 3986).
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(byte as char),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(location("a b/ä:c.md"), json!({ "uri": "a%20b/%C3%A4%3Ac.md", "uriBaseId": "%SRCROOT%" }));
        #[cfg(unix)]
        assert_eq!(location("/tmp/a.md"), json!({ "uri": "file:///tmp/a.md" }));
    }
}
