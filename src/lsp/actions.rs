//! What an editor offers at a place: the fixes of the findings there and, on a quotation that stands in no source, the
//! passages that resemble it most.

use super::client::Abilities;
use super::convert::{diagnostic, location, workspace_edit};
use super::core::Context;
use crate::features::diagnostics::Finding;
use crate::features::fix::{Fix, fixes};
use crate::features::quotations::{Quoted, Role};
use crate::features::wording;
use crate::text::Span;
use crate::trace::{Place, Verdict};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp::Client;
use tower_lsp::lsp_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, Command, Location, MessageType, ShowDocumentParams,
};

/// The command that shows a passage of a source.
pub const SHOW_PASSAGE: &str = "glossator.showPassage";

/// Whether an editor that only wants these kinds of action wants ours.
pub fn are_wanted(only: Option<&[CodeActionKind]>) -> bool {
    let wanted = |kind: &CodeActionKind| CodeActionKind::QUICKFIX.as_str().starts_with(kind.as_str());
    only.is_none_or(|only| only.iter().any(wanted))
}

/// What is offered for the bytes `span` of a document.
pub fn actions(context: &Context, span: Span, client: Abilities) -> Vec<CodeActionOrCommand> {
    let touched = |other: Span| other.start <= span.end && span.start <= other.end;
    let (view, quotations) = (context.view(), &context.known.quotations);
    let findings = context.findings();
    let near = findings.iter().filter(|finding| touched(finding.span) || touched(finding.whole(view)));
    let lost = quotations.all.iter().filter(|quoted| quoted.role == Role::Speech && touched(quoted.span(view)));
    let lost = lost.filter(|q| q.verdict() == Verdict::NotFound && !q.is_inside_found(view, quotations));
    let fixes = near.flat_map(|finding| of_finding(context, finding, client));
    let similar = lost.flat_map(|quoted| similar(context, quoted));
    fixes.chain(similar).map(CodeActionOrCommand::CodeAction).collect()
}

fn of_finding(context: &Context, finding: &Finding, client: Abilities) -> Vec<CodeAction> {
    let found = diagnostic(&context.document, &context.known.library, finding, client);
    let fixes = fixes(context.view(), &context.known.quotations, finding);
    let action = |(rank, fix): (usize, Fix)| CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![found.clone()]),
        edit: Some(workspace_edit(&context.document, &fix, client.versioned_edits)),
        is_preferred: Some(rank == 0 && fix.mends),
        ..CodeAction::default()
    };
    fixes.into_iter().enumerate().map(action).collect()
}

/// The passages that resemble a quotation which was not found, each to be shown.
fn similar(context: &Context, quoted: &Quoted) -> Vec<CodeAction> {
    quoted.found.nearest().filter_map(|found| show(context, found.extent())).collect()
}

/// What a command is told of the passage to show.
#[derive(Serialize, Deserialize)]
struct Passage {
    location: Option<Location>,
    message: String,
}

fn show(context: &Context, place: Place) -> Option<CodeAction> {
    let library = &context.known.library;
    let (title, words) = (wording::place(library, place), wording::passage(library, place));
    let passage =
        Passage { location: location(library, place, context.document.encoding), message: format!("{title}: {words}") };
    let title = format!("Similar: {} ({title})", wording::shown(&library.words(place)));
    let arguments = Some(vec![serde_json::to_value(passage).ok()?]);
    let command = Some(Command { title: title.clone(), command: SHOW_PASSAGE.into(), arguments });
    Some(CodeAction { title, kind: Some(CodeActionKind::QUICKFIX), command, ..CodeAction::default() })
}

/// A command that shows a message.
pub fn message(title: &str, message: String) -> Option<Command> {
    let arguments = Some(vec![serde_json::to_value(Passage { location: None, message }).ok()?]);
    Some(Command { title: title.into(), command: SHOW_PASSAGE.into(), arguments })
}

/// Shows a passage: in its source, where the editor can be asked to open it, else as a message. What the command was given
/// may be anything.
pub async fn show_passage(client: &Client, abilities: Abilities, arguments: Vec<Value>) {
    let Some(Ok(passage)) = arguments.into_iter().next().map(serde_json::from_value::<Passage>) else { return };
    match passage.location.filter(|_| abilities.shows_documents) {
        Some(Location { uri, range }) => {
            let params =
                ShowDocumentParams { uri, external: Some(false), take_focus: Some(true), selection: Some(range) };
            let client = client.clone();
            // Not waited for: a client that never answers must not keep the command from ending.
            tokio::spawn(async move { client.show_document(params).await });
        }
        None => client.show_message(MessageType::INFO, passage.message).await,
    }
}
