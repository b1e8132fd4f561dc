-- For Neovim 0.8 to 0.10, which have no `vim.lsp.enable`: put this file into ~/.config/nvim/plugin/glossator.lua.

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'markdown', 'text' },
  desc = 'Start glossator',
  callback = function(event)
    if vim.bo[event.buf].buftype ~= '' then
      return
    end
    local marker = vim.fs.find({ 'glossator.toml', '.git' }, {
      upward = true,
      path = vim.fs.dirname(vim.api.nvim_buf_get_name(event.buf)),
    })[1]
    vim.lsp.start({
      name = 'glossator',
      cmd = { 'glossator', 'serve', '--stdio' },
      root_dir = marker and vim.fs.dirname(marker),
      settings = { glossator = vim.empty_dict() },
    })
  end,
})
