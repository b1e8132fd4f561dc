//! “Add to the glossary”: the action that writes a selected term into the `concepts.toml` of its corpus folder, through an
//! edit of the editor's, so that what is unsaved there stays.

use super::actions::message;
use super::convert::range_in;
use super::core::{Context, Core};
use crate::features::diagnostics::Finding;
use crate::features::glossary::{Addition, Refusal, addition, inserted, selected};
use crate::text::{LineIndex, Span};
use std::path::Path;
use tower_lsp::lsp_types::*;

/// The action for a selection; `None` where it is no term that could be added. Where it cannot be, the action says why.
pub fn action(core: &Core, context: &Context, selection: Span) -> Option<CodeAction> {
    let view = context.view();
    // Who asks what to do about a finding has not chosen its words.
    let is_finding = |finding: &Finding| finding.span == selection || finding.parts.contains(&selection);
    let term = selected(view, selection).filter(|_| !context.findings().iter().any(is_finding))?;
    let library = &context.known.library;
    let made = addition(library, &term).and_then(|addition| Ok((edit(core, context, &addition)?, addition)));
    let (edit, addition) = match made {
        Ok(made) => made,
        Err(Refusal(why)) => return Some(refused(core, &term.text, why)),
    };
    let file = shown(&addition.file, context.workspace.folder.as_deref());
    let title = format!("Add “{}” to the glossary ({file})", addition.name);
    Some(CodeAction { title, kind: Some(CodeActionKind::QUICKFIX), edit: Some(edit), ..CodeAction::default() })
}

/// An action that cannot be taken, with the reason: greyed out or, for an editor that does not know such, one that says it.
fn refused(core: &Core, term: &str, why: String) -> CodeAction {
    let title = format!("Add “{term}” to the glossary");
    let kind = Some(CodeActionKind::QUICKFIX);
    if core.abilities().disabled_actions {
        let disabled = Some(CodeActionDisabled { reason: why });
        return CodeAction { title, kind, disabled, ..CodeAction::default() };
    }
    let command = message(&title, format!("{title}: {why}"));
    CodeAction { title, kind, command, ..CodeAction::default() }
}

/// The edit that writes the entry: into the editor's text of the file, where it is open, else into the file, which is made
/// if it is not there.
fn edit(core: &Core, context: &Context, addition: &Addition) -> Result<WorkspaceEdit, Refusal> {
    let client = core.abilities();
    let is_it = |uri: &Url| uri.to_file_path().is_ok_and(|path| path == addition.file);
    let open = core.documents.snapshots().into_iter().find(|document| is_it(&document.uri));
    if let Some(document) = open {
        let (span, text) = inserted(document.text(), addition)?;
        let edits = vec![TextEdit { range: document.range(span), new_text: text }];
        return Ok(changes(document.uri.clone(), Some(document.version), edits, Vec::new(), client.versioned_edits));
    }
    let uri = Url::from_file_path(&addition.file).map_err(|()| Refusal("its folder has no address".into()))?;
    let (file, is_new) = match std::fs::read(&addition.file) {
        Ok(bytes) => match String::from_utf8(bytes) {
            Ok(file) => (file, false),
            Err(_) => return Err(Refusal("concepts.toml is not written in UTF-8".into())),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => (String::new(), true),
        Err(error) => return Err(Refusal(format!("concepts.toml cannot be read: {error}"))),
    };
    if is_new && !client.creates_files {
        let why =
            "there is no concepts.toml yet, and this editor makes no files when it is asked to: make an empty one in";
        let folder = addition.file.parent().unwrap_or(Path::new("."));
        return Err(Refusal(format!("{why} {}", shown(folder, context.workspace.folder.as_deref()))));
    }
    let text = file.strip_prefix('\u{feff}').unwrap_or(&file);
    let (span, new_text) = inserted(text, addition)?;
    let range = range_in(text, &LineIndex::new(text), span, core.encoding());
    let options = CreateFileOptions { overwrite: Some(false), ignore_if_exists: Some(true) };
    let create = CreateFile { uri: uri.clone(), options: Some(options), annotation_id: None };
    let before = if is_new { vec![DocumentChangeOperation::Op(ResourceOp::Create(create))] } else { Vec::new() };
    Ok(changes(uri, None, vec![TextEdit { range, new_text }], before, client.versioned_edits))
}

fn changes(
    uri: Url,
    version: Option<i32>,
    edits: Vec<TextEdit>,
    before: Vec<DocumentChangeOperation>,
    versioned: bool,
) -> WorkspaceEdit {
    if !versioned {
        return WorkspaceEdit { changes: Some([(uri, edits)].into()), ..Default::default() };
    }
    let text_document = OptionalVersionedTextDocumentIdentifier { uri, version };
    let edits = edits.into_iter().map(OneOf::Left).collect();
    let edit = DocumentChangeOperation::Edit(TextDocumentEdit { text_document, edits });
    let all = before.into_iter().chain([edit]).collect();
    WorkspaceEdit { document_changes: Some(DocumentChanges::Operations(all)), ..Default::default() }
}

/// A path as a writer knows it: from the workspace on.
fn shown(path: &Path, workspace: Option<&Path>) -> String {
    let below = workspace.and_then(|folder| path.strip_prefix(folder).ok()).unwrap_or(path);
    below.to_string_lossy().replace('\\', "/")
}
