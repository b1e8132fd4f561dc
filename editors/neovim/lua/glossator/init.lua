--- What glossator offers beyond the language server protocol, for Neovim: see editors/PROTOCOL.md in its repository.

local M = {}

--- The version of glossator's own requests that this folder was written for.
M.PROTOCOL = 1

--- The glossator that serves a buffer.
---@param buffer integer
---@return vim.lsp.Client?
function M.client(buffer)
  return vim.lsp.get_clients({ bufnr = buffer, name = 'glossator' })[1]
end

--- The version of glossator's own requests that a server speaks; none for one that is older than they are.
---@param client vim.lsp.Client
---@return integer?
function M.protocol(client)
  local experimental = client.server_capabilities.experimental
  return experimental and experimental.glossator and experimental.glossator.protocol
end

--- Says so, once for each server, if it speaks another version than this folder.
---@param client vim.lsp.Client
function M.check_protocol(client)
  local theirs = M.protocol(client)
  if theirs ~= M.PROTOCOL then
    vim.notify_once(
      ('glossator: the program speaks version %s of its own requests, this plugin version %d: update the older of them'):format(
        theirs or 'none',
        M.PROTOCOL
      ),
      vim.log.levels.WARN
    )
  end
end

--- Asks the server of a buffer something.
---@param buffer integer
---@param method string
---@param params table
---@param show fun(answer: table)
function M.ask(buffer, method, params, show)
  local client = M.client(buffer)
  if not client then
    return vim.notify('glossator: no server is attached to this buffer', vim.log.levels.WARN)
  end
  local function answered(problem, answer)
    if problem or not answer or answer == vim.NIL then
      return vim.notify('glossator: ' .. (problem and problem.message or 'no answer'), vim.log.levels.WARN)
    end
    show(answer)
  end
  if vim.fn.has('nvim-0.11') == 1 then
    client:request(method, params, answered, buffer)
  else
    client.request(method, params, answered, buffer)
  end
end

--- How a passage stands in the list of a picker: its words, shortened, and where they are from.
local function listed(passage)
  local text = passage.text
  if vim.fn.strchars(text) > 100 then
    text = vim.fn.strcharpart(text, 0, 99) .. '…'
  end
  return ('%s  · %s, line %d'):format(text, passage.source.name, passage.line)
end

--- Puts a quotation at the cursor: on an empty line as a block of its own, else into the line.
local function insert(window, quotation)
  local buffer = vim.api.nvim_win_get_buf(window)
  local row, column = unpack(vim.api.nvim_win_get_cursor(window))
  local line = vim.api.nvim_buf_get_lines(buffer, row - 1, row, false)[1]
  if line:match('^%s*$') then
    vim.api.nvim_buf_set_lines(buffer, row - 1, row, false, vim.split(quotation.block, '\n'))
    return
  end
  -- In normal mode the cursor stands on the letter that it is behind.
  local at = vim.api.nvim_get_mode().mode:match('^i') and column
    or math.min(#line, column + #vim.fn.strpart(line, column, 1, true))
  vim.api.nvim_buf_set_text(buffer, row - 1, at, row - 1, at, vim.split(quotation.inline, '\n'))
end

--- Searches the corpus for words, lists the passages that have them, and puts the chosen one into the draft as a quotation
--- with its marks and its source. Without words it asks for them.
---@param words string?
function M.quote(words)
  local window = vim.api.nvim_get_current_win()
  local buffer = vim.api.nvim_win_get_buf(window)
  if not words or words == '' then
    vim.ui.input({ prompt = 'Words of the passage: ' }, function(typed)
      if typed and typed ~= '' then
        M.quote(typed)
      end
    end)
    return
  end
  local params = { query = words, limit = 20, textDocument = vim.lsp.util.make_text_document_params(buffer) }
  M.ask(buffer, 'glossator/search', params, function(answer)
    if #answer.passages == 0 then
      return vim.notify(('glossator: no passage has “%s”'):format(words), vim.log.levels.INFO)
    end
    vim.ui.select(answer.passages, { prompt = 'Insert a quotation', format_item = listed }, function(chosen)
      if chosen and vim.api.nvim_win_is_valid(window) and vim.api.nvim_win_get_buf(window) == buffer then
        insert(window, chosen.quotation)
      end
    end)
  end)
end

return M
