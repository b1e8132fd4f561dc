# glossator in Kakoune with kak-lsp (kakoune-lsp): put these lines into your kakrc, behind those that load kak-lsp.

# Kakoune has no name for plain text.
hook -group glossator global BufCreate .*[.]txt %{
  set-option buffer filetype plain
}

# A file's type may be set more than once: the servers are set, not added to.
hook -group glossator global BufSetOption filetype=(?:markdown|plain) %{
  set-option buffer lsp_servers %{
    [glossator]
    command = "glossator"
    args = ["serve", "--stdio"]
    root_globs = ["glossator.toml", ".git"]
  }
}

hook -group glossator global BufSetOption filetype=plain %{
  set-option buffer lsp_language_id plaintext
}
