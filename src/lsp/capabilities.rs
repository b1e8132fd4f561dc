//! What the server can do for a client, as `initialize` announces it.

use super::actions::SHOW_PASSAGE;
use super::client::Abilities;
use super::dialect::Dialect;
use super::requests::PROTOCOL;
use super::{completion, signature};
use crate::text::Encoding;
use tower_lsp::lsp_types::*;

/// What the server can do for a client with these abilities.
pub fn capabilities(encoding: Encoding, client: Abilities) -> ServerCapabilities {
    let sync = TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        ..Default::default()
    };
    let folders =
        WorkspaceFoldersServerCapabilities { supported: Some(true), change_notifications: Some(OneOf::Left(true)) };
    let fixes = CodeActionOptions { code_action_kinds: Some(vec![CodeActionKind::QUICKFIX]), ..Default::default() };
    let commands = ExecuteCommandOptions { commands: vec![SHOW_PASSAGE.into()], ..Default::default() };
    let pulled = DiagnosticOptions {
        identifier: Some("glossator".into()),
        inter_file_dependencies: true,
        workspace_diagnostics: false,
        ..Default::default()
    };
    let strings = |all: &[&str]| Some(all.iter().map(|one| one.to_string()).collect());
    let signatures = SignatureHelpOptions {
        trigger_characters: strings(&signature::TRIGGERS),
        retrigger_characters: strings(&signature::RETRIGGERS),
        ..Default::default()
    };
    ServerCapabilities {
        position_encoding: Some(kind(encoding)),
        text_document_sync: Some(sync.into()),
        hover_provider: Some(HoverProviderCapability::Simple(true)),
        definition_provider: Some(OneOf::Left(true)),
        declaration_provider: Some(DeclarationCapability::Simple(true)),
        type_definition_provider: Some(TypeDefinitionProviderCapability::Simple(true)),
        completion_provider: Some(CompletionOptions {
            resolve_provider: Some(true),
            trigger_characters: strings(&completion::TRIGGERS),
            ..Default::default()
        }),
        references_provider: Some(OneOf::Left(true)),
        document_highlight_provider: Some(OneOf::Left(true)),
        workspace_symbol_provider: Some(OneOf::Left(true)),
        signature_help_provider: Some(signatures),
        code_action_provider: client.code_actions.then_some(CodeActionProviderCapability::Options(fixes)),
        execute_command_provider: client.code_actions.then_some(commands),
        document_symbol_provider: Some(OneOf::Left(true)),
        diagnostic_provider: client.pulls.then_some(DiagnosticServerCapabilities::Options(pulled)),
        workspace: Some(WorkspaceServerCapabilities { workspace_folders: Some(folders), file_operations: None }),
        experimental: Some(serde_json::json!({ "glossator": { "protocol": PROTOCOL } })),
        ..Default::default()
    }
}

/// The units of columns: bytes, the cheapest, if the client offers them; else its first choice; UTF-16 where it says
/// nothing, if its dialect means no other.
pub fn agreed(client: &ClientCapabilities, dialect: Dialect) -> Encoding {
    let offered = client.general.as_ref().and_then(|general| general.position_encodings.as_deref()).unwrap_or_default();
    let known: Vec<Encoding> = offered.iter().filter_map(encoding).collect();
    if known.contains(&Encoding::Utf8) { Encoding::Utf8 } else { known.first().copied().unwrap_or(dialect.encoding()) }
}

fn encoding(kind: &PositionEncodingKind) -> Option<Encoding> {
    [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32].into_iter().find(|&encoding| self::kind(encoding) == *kind)
}

fn kind(encoding: Encoding) -> PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => PositionEncodingKind::UTF8,
        Encoding::Utf16 => PositionEncodingKind::UTF16,
        Encoding::Utf32 => PositionEncodingKind::UTF32,
    }
}
