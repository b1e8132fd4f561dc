//! What the client can do, as far as it makes a difference.

use tower_lsp::lsp_types::{ClientCapabilities, DiagnosticTag, MarkupKind, ResourceOperationKind};

/// What the client can do.
#[derive(Clone, Copy, Debug, Default)]
pub struct Abilities {
    /// Shows Markdown in hovers.
    pub hover_markdown: bool,
    /// Shows Markdown beside completions.
    pub completion_markdown: bool,
    /// Puts stops into what a completion inserts, for the writer to go through.
    pub snippets: bool,
    /// Shows Markdown beside signatures.
    pub signature_markdown: bool,
    /// Takes the place of a parameter in its signature's label.
    pub label_offsets: bool,
    /// Takes a current parameter for each signature.
    pub active_parameters: bool,
    /// Takes links with the span that they start from.
    pub definition_links: bool,
    /// Asks for diagnostics itself.
    pub pulls: bool,
    /// Can be told to ask for them again.
    pub refreshes: bool,
    /// Shows related information.
    pub related: bool,
    /// Shows that something is too much.
    pub unnecessary: bool,
    /// Follows a link from the code of a finding.
    pub code_descriptions: bool,
    /// Opens a document when it is asked to.
    pub shows_documents: bool,
    /// Takes edits of a certain version.
    pub versioned_edits: bool,
    /// Makes files when an edit asks for it.
    pub creates_files: bool,
    /// Shows actions that cannot be taken.
    pub disabled_actions: bool,
    /// Takes code actions rather than commands.
    pub code_actions: bool,
    /// Shows symbols as a tree.
    pub symbol_tree: bool,
    /// Can be asked for its settings.
    pub configuration: bool,
    /// Watches files, if it is asked to.
    pub watches: bool,
    /// Watches below folders that are named, in or outside the workspace.
    pub watches_folders: bool,
    /// Shows how far work is.
    pub progress: bool,
    /// Wants to be told that the corpus or the settings are others than before.
    pub changed: bool,
}

impl Abilities {
    /// Reads what the client says of itself.
    pub fn of(client: &ClientCapabilities) -> Self {
        let text = client.text_document.as_ref();
        let workspace = client.workspace.as_ref();
        let markdown =
            |kinds: Option<&Vec<MarkupKind>>| kinds.is_some_and(|kinds| kinds.contains(&MarkupKind::Markdown));
        let hover = text.and_then(|text| text.hover.as_ref());
        let item = text.and_then(|text| text.completion.as_ref()).and_then(|c| c.completion_item.as_ref());
        let signature = text.and_then(|text| text.signature_help.as_ref()?.signature_information.as_ref());
        let watching = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        let tags = text.and_then(|text| text.publish_diagnostics.as_ref()?.tag_support.as_ref());
        Abilities {
            hover_markdown: markdown(hover.and_then(|hover| hover.content_format.as_ref())),
            completion_markdown: markdown(item.and_then(|item| item.documentation_format.as_ref())),
            snippets: item.and_then(|item| item.snippet_support).unwrap_or(false),
            signature_markdown: markdown(signature.and_then(|signature| signature.documentation_format.as_ref())),
            label_offsets: signature
                .and_then(|signature| signature.parameter_information.as_ref()?.label_offset_support)
                .unwrap_or(false),
            active_parameters: signature.and_then(|signature| signature.active_parameter_support).unwrap_or(false),
            definition_links: text.and_then(|text| text.definition.as_ref()?.link_support).unwrap_or(false),
            pulls: text.is_some_and(|text| text.diagnostic.is_some()),
            refreshes: workspace.and_then(|w| w.diagnostic.as_ref()?.refresh_support).unwrap_or(false),
            related: text.and_then(|text| text.publish_diagnostics.as_ref()?.related_information).unwrap_or(false),
            unnecessary: tags.is_some_and(|tags| tags.value_set.contains(&DiagnosticTag::UNNECESSARY)),
            code_descriptions: text
                .and_then(|text| text.publish_diagnostics.as_ref()?.code_description_support)
                .unwrap_or(false),
            shows_documents: client
                .window
                .as_ref()
                .and_then(|window| Some(window.show_document.as_ref()?.support))
                .unwrap_or(false),
            versioned_edits: workspace.and_then(|w| w.workspace_edit.as_ref()?.document_changes).unwrap_or(false),
            creates_files: workspace
                .and_then(|w| w.workspace_edit.as_ref())
                .filter(|edit| edit.document_changes == Some(true))
                .and_then(|edit| edit.resource_operations.as_ref())
                .is_some_and(|operations| operations.contains(&ResourceOperationKind::Create)),
            disabled_actions: text.and_then(|text| text.code_action.as_ref()?.disabled_support).unwrap_or(false),
            code_actions: text.is_some_and(|text| {
                text.code_action.as_ref().is_some_and(|action| action.code_action_literal_support.is_some())
            }),
            symbol_tree: text
                .and_then(|text| text.document_symbol.as_ref()?.hierarchical_document_symbol_support)
                .unwrap_or(false),
            configuration: workspace.and_then(|w| w.configuration).unwrap_or(false),
            watches: watching.and_then(|watching| watching.dynamic_registration).unwrap_or(false),
            watches_folders: watching.and_then(|watching| watching.relative_pattern_support).unwrap_or(false),
            progress: client.window.as_ref().and_then(|window| window.work_done_progress).unwrap_or(false),
            changed: client.experimental.as_ref().is_some_and(|experimental| {
                experimental.pointer("/glossator/changed").and_then(serde_json::Value::as_bool) == Some(true)
            }),
        }
    }
}
