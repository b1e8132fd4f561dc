//! The engine's plain data in the protocol's words.

use super::client::Abilities;
use super::documents::Document;
use super::hierarchy::symbol_kind;
use super::manual;
use crate::features::card::Card;
use crate::features::diagnostics::Finding;
use crate::features::fix::Fix;
use crate::features::symbols::{self, Symbol};
use crate::features::wording;
use crate::library::Library;
use crate::settings::Severity;
use crate::text::{Encoding, LineIndex, Span};
use crate::trace::Place;
use tower_lsp::lsp_types::*;

/// Passages of sources that a finding points to, at most.
const MOST_RELATED: usize = 8;

/// The range of a span in any text.
pub fn range_in(text: &str, lines: &LineIndex, span: Span, encoding: Encoding) -> Range {
    let position = |offset| {
        let at = lines.position(text, offset, encoding);
        Position { line: at.line, character: at.column }
    };
    Range { start: position(span.start), end: position(span.end) }
}

/// Where a place of the corpus can be opened; `None` for a source without a file.
pub fn location(library: &Library, place: Place, encoding: Encoding) -> Option<Location> {
    let source = library.source(place);
    let uri = Url::from_file_path(source.path.as_ref()?).ok()?;
    let position = |offset| {
        let at = source.position(offset, encoding);
        Position { line: at.line, character: at.column }
    };
    Some(Location { uri, range: Range { start: position(place.span.start), end: position(place.span.end) } })
}

/// A jump to these locations from a range; `None` where there are none. Some clients take links, which tell the range.
pub fn jump(locations: Vec<Location>, origin: Range, links: bool) -> Option<GotoDefinitionResponse> {
    let link = |location: Location| LocationLink {
        origin_selection_range: Some(origin),
        target_uri: location.uri,
        target_range: location.range,
        target_selection_range: location.range,
    };
    (!locations.is_empty()).then(|| match links {
        true => GotoDefinitionResponse::Link(locations.into_iter().map(link).collect()),
        false => GotoDefinitionResponse::Array(locations),
    })
}

/// The address of a place for a link in a card.
pub fn address(library: &Library, place: Place) -> Option<String> {
    let Location { uri, range } = location(library, place, Encoding::Utf16)?;
    Some(format!("{uri}#L{},{}", range.start.line + 1, range.start.character + 1))
}

/// A card as the client can show it.
pub fn markup(card: &Card, library: &Library, markdown: bool) -> MarkupContent {
    if markdown {
        MarkupContent { kind: MarkupKind::Markdown, value: card.markdown(&|place| address(library, place)) }
    } else {
        MarkupContent { kind: MarkupKind::PlainText, value: card.plain() }
    }
}

/// A severity; `None` for what is off.
fn severity(severity: Severity) -> Option<DiagnosticSeverity> {
    match severity {
        Severity::Off => None,
        Severity::Hint => Some(DiagnosticSeverity::HINT),
        Severity::Information => Some(DiagnosticSeverity::INFORMATION),
        Severity::Warning => Some(DiagnosticSeverity::WARNING),
        Severity::Error => Some(DiagnosticSeverity::ERROR),
    }
}

/// A finding; the sources' passages come as related information where the client shows it.
pub fn diagnostic(document: &Document, library: &Library, finding: &Finding, client: Abilities) -> Diagnostic {
    let shown = finding.sources.iter().filter(|_| client.related).take(MOST_RELATED);
    let related: Vec<DiagnosticRelatedInformation> = shown
        .filter_map(|&place| {
            let location = location(library, place, document.encoding)?;
            Some(DiagnosticRelatedInformation { location, message: wording::passage(library, place) })
        })
        .collect();
    Diagnostic {
        related_information: (!related.is_empty()).then_some(related),
        ..without_sources(finding, document.range(finding.span), client)
    }
}

/// A finding at its range, without the passages that it is held against.
pub fn without_sources(finding: &Finding, range: Range, client: Abilities) -> Diagnostic {
    let is_surplus = finding.is_surplus && client.unnecessary;
    Diagnostic {
        range,
        severity: severity(finding.severity),
        code: Some(NumberOrString::String(finding.check.code().into())),
        code_description: if client.code_descriptions { manual::description(finding.check) } else { None },
        source: Some("glossator".into()),
        message: finding.message.clone(),
        tags: is_surplus.then(|| vec![DiagnosticTag::UNNECESSARY]),
        ..Diagnostic::default()
    }
}

/// A fix as an edit of the version that it was made for.
pub fn workspace_edit(document: &Document, fix: &Fix, versioned: bool) -> WorkspaceEdit {
    let edits: Vec<TextEdit> = fix
        .edits
        .iter()
        .map(|(span, text)| TextEdit { range: document.range(*span), new_text: text.clone() })
        .collect();
    if versioned {
        let text_document =
            OptionalVersionedTextDocumentIdentifier { uri: document.uri.clone(), version: Some(document.version) };
        let edits = edits.into_iter().map(OneOf::Left).collect();
        let change = TextDocumentEdit { text_document, edits };
        return WorkspaceEdit { document_changes: Some(DocumentChanges::Edits(vec![change])), ..Default::default() };
    }
    WorkspaceEdit { changes: Some([(document.uri.clone(), edits)].into()), ..Default::default() }
}

/// What editors draw a part of a text as.
fn kind_of(symbol: &Symbol) -> SymbolKind {
    match symbol.kind {
        symbols::SymbolKind::Heading(_) => SymbolKind::STRING,
        symbols::SymbolKind::Concept(kind) => symbol_kind(kind),
    }
}

fn detail_of(symbol: &Symbol) -> Option<String> {
    match symbol.kind {
        symbols::SymbolKind::Heading(_) => None,
        symbols::SymbolKind::Concept(kind) => Some(kind.name().to_string()),
    }
}

/// A part of a text with those in it.
#[allow(deprecated)] // the protocol's struct has no other constructor
pub fn document_symbol(document: &Document, symbol: &Symbol) -> DocumentSymbol {
    DocumentSymbol {
        name: symbol.name.clone(),
        detail: detail_of(symbol),
        kind: kind_of(symbol),
        tags: None,
        deprecated: None,
        range: document.range(symbol.section),
        selection_range: document.range(symbol.heading),
        children: Some(symbol.children.iter().map(|child| document_symbol(document, child)).collect()),
    }
}

/// The same for clients that know no trees.
#[allow(deprecated)] // as above
pub fn symbol_information(document: &Document, symbols: &[Symbol], all: &mut Vec<SymbolInformation>) {
    for symbol in symbols {
        all.push(SymbolInformation {
            name: symbol.name.clone(),
            kind: kind_of(symbol),
            tags: None,
            deprecated: None,
            location: Location { uri: document.uri.clone(), range: document.range(symbol.section) },
            container_name: None,
        });
        symbol_information(document, &symbol.children, all);
    }
}
