# glossator in Kakoune with kak-lsp (kakoune-lsp): put these lines into your kakrc, behind those that load kak-lsp.

hook -group glossator global BufSetOption filetype=(?:markdown|plain) %{
  set-option -add buffer lsp_servers %{
    [glossator]
    command = "glossator"
    args = ["serve", "--stdio"]
    root_globs = ["glossator.toml", ".git"]
  }
}

# Kakoune has no name for plain text.
hook -group glossator global BufCreate .*[.]txt %{
  set-option buffer filetype plain
}

set-option -add global lsp_language_id_plain plaintext
