//! What an editor offers at a place: the fixes of the findings there.

use super::client::Abilities;
use super::convert::{diagnostic, workspace_edit};
use super::core::Context;
use crate::features::diagnostics::Finding;
use crate::features::fix::{Fix, fixes};
use crate::text::Span;
use tower_lsp::lsp_types::{CodeAction, CodeActionKind, CodeActionOrCommand};

/// Whether an editor that only wants these kinds of action wants ours.
pub fn are_wanted(only: Option<&[CodeActionKind]>) -> bool {
    let wanted = |kind: &CodeActionKind| CodeActionKind::QUICKFIX.as_str().starts_with(kind.as_str());
    only.is_none_or(|only| only.iter().any(wanted))
}

/// What is offered for the bytes `span` of a document.
pub fn actions(context: &Context, span: Span, client: Abilities) -> Vec<CodeActionOrCommand> {
    let touched = |other: Span| other.start <= span.end && span.start <= other.end;
    let findings = context.findings();
    let near = findings.iter().filter(|finding| touched(finding.span) || touched(finding.whole(context.view())));
    let all = near.flat_map(|finding| of_finding(context, finding, client));
    all.map(CodeActionOrCommand::CodeAction).collect()
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
