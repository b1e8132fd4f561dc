//! glossator in Zed: how the server is started, and which settings it is given.

use zed_extension_api::settings::LspSettings;
use zed_extension_api::{Command, Extension, LanguageServerId, Result, Worktree, register_extension, serde_json};

struct Glossator;

impl Extension for Glossator {
    fn new() -> Self {
        Glossator
    }

    /// The program named in `lsp.glossator.binary` of Zed's settings, else the one on `PATH`.
    fn language_server_command(&mut self, server: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let named = LspSettings::for_worktree(server.as_ref(), worktree).ok().and_then(|settings| settings.binary);
        let (path, arguments) = named.map_or((None, None), |binary| (binary.path, binary.arguments));
        let command = path
            .or_else(|| worktree.which("glossator"))
            .ok_or("the program `glossator` is not on PATH: install it, or name it in lsp.glossator.binary.path")?;
        let args = arguments.unwrap_or_else(|| vec!["serve".into(), "--stdio".into()]);
        Ok(Command { command, args, env: worktree.shell_env() })
    }

    /// What stands under `lsp.glossator.settings` goes to the server as the section `glossator`.
    fn language_server_workspace_configuration(
        &mut self,
        server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?.settings.unwrap_or_default();
        Ok(Some(serde_json::json!({ "glossator": settings })))
    }
}

register_extension!(Glossator);
