---@brief
---
--- glossator, a language server for annotated text: it knows the texts you quote from. While you write about them it
--- tells you what a term means in them, takes you to the passage that a quotation came from, and tells you when the
--- quotation has been changed on the way.
---
--- Settings, all optional, go under `settings = { glossator = … }`:
---
--- ```lua
--- vim.lsp.config('glossator', {
---   settings = {
---     glossator = {
---       corpus = { 'sources' },             -- folders with the texts that are quoted from
---       checks = { unsourced = 'hint' },    -- off, hint, information, warning or error
---     },
---   },
--- })
--- ```

---@type vim.lsp.Config
return {
  cmd = { 'glossator', 'serve', '--stdio' },
  filetypes = { 'markdown', 'text' },
  root_markers = { 'glossator.toml', '.git' },
  -- A source that one jumps to may lie outside every workspace; the server of the draft one came from knows it.
  reuse_client = function(client, config)
    return client.name == config.name and (config.root_dir == nil or client.root_dir == config.root_dir)
  end,
  on_attach = function(client, buffer)
    -- Of a completion of several words Neovim 0.11 inserts the first word only, unless it is told the whole.
    local function whole(item)
      local is_snippet = item.insertTextFormat == vim.lsp.protocol.InsertTextFormat.Snippet
      return is_snippet and {} or { word = item.textEdit and item.textEdit.newText or item.label }
    end
    if vim.lsp.completion then
      vim.lsp.completion.enable(true, client.id, buffer, { convert = whole })
    end
    -- What the protocol has no word for needs the rest of this plugin.
    local there, glossator = pcall(require, 'glossator')
    if there then
      glossator.check_protocol(client)
      vim.api.nvim_buf_create_user_command(buffer, 'LspGlossatorQuote', function(command)
        glossator.quote(command.args)
      end, { nargs = '*', desc = 'Search the texts, and insert a passage as a quotation with its source' })
    end
  end,
}
