--- A Neovim that is driven as a user drives it: keys are typed into it, and what it shows is looked at.

local Editor = {}
Editor.__index = Editor

--- How long anything may take, in milliseconds; long, for busy machines.
local PATIENCE = tonumber(vim.env.GLOSSATOR_PATIENCE) or 20000

--- Starts the Neovim that runs this script once more, or another `program`, with a user's configuration, in the folder
--- `workspace`.
---@param workspace string
---@param config string the folder that stands for ~/.config
---@param program string?
function Editor.start(workspace, config, program)
  local errors = {}
  local channel = vim.fn.jobstart({ program or vim.v.progpath, '--embed', '--headless', '-i', 'NONE', '-n' }, {
    rpc = true,
    cwd = workspace,
    -- Another Neovim has its own files.
    env = { XDG_CONFIG_HOME = config, VIMRUNTIME = '' },
    on_stderr = function(_, lines)
      vim.list_extend(errors, lines)
    end,
  })
  assert(channel > 0, 'Neovim does not start')
  local editor = setmetatable({ channel = channel, workspace = workspace, errors = errors }, Editor)
  editor:lua('vim.o.columns, vim.o.lines, vim.o.more = 110, 40, false')
  return editor
end

--- Runs a piece of Lua in the editor, and gives what it returns.
function Editor:lua(code, ...)
  return vim.rpcrequest(self.channel, 'nvim_exec_lua', code, { ... })
end

--- Types keys, written as in a mapping.
function Editor:type(keys)
  vim.rpcrequest(self.channel, 'nvim_input', keys)
end

--- Opens a file of the workspace.
function Editor:open(name)
  self:lua('vim.cmd.edit(...)', self.workspace .. '/' .. name)
end

--- Waits until a piece of Lua in the editor gives something true, and gives that, or what it gave last.
function Editor:wait(code, ...)
  local stop = vim.uv.now() + PATIENCE
  while true do
    local got = self:lua(code, ...)
    if got and got ~= vim.NIL or vim.uv.now() > stop then
      return got
    end
    vim.wait(20)
  end
end

--- Waits until the server has answered `initialize` for this buffer.
function Editor:wait_for_server()
  return self:wait([[
    local client = vim.lsp.get_clients({ bufnr = 0, name = 'glossator' })[1]
    return client and client.initialized and client.name
  ]])
end

--- Puts the cursor on the first letter of a text, which may go over lines.
function Editor:go_to(text)
  local pattern = '\\C\\V' .. text:gsub('\\', '\\\\'):gsub(' ', '\\_s\\+')
  local line = self:lua("vim.fn.cursor(1, 1) return vim.fn.search(..., 'c')", pattern)
  assert(line > 0, ('%q is not in this buffer'):format(text))
end

--- Where the cursor is: the name of the file, and so many bytes of its text, with one space for any white space.
function Editor:place(length)
  return self:lua(
    [[
      local line, column = unpack(vim.api.nvim_win_get_cursor(0))
      local lines = vim.api.nvim_buf_get_lines(0, line - 1, line + 10, false)
      lines[1] = lines[1]:sub(column + 1)
      return { vim.fn.expand('%:t'), (table.concat(lines, ' '):gsub('%s+', ' '):sub(1, ...)) }
    ]],
    length
  )
end

--- The text of the buffer.
function Editor:text()
  return self:lua("return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n')")
end

--- Waits until the buffer has this text in it.
function Editor:wait_for_text(text)
  self:wait("return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\\n'):find(..., 1, true) ~= nil", text)
end

--- The diagnostics of the buffer in the order of the text, each with the text that it marks.
function Editor:diagnostics()
  return self:lua([[
    local found = vim.diagnostic.get(0)
    table.sort(found, function(a, b)
      return a.lnum < b.lnum or a.lnum == b.lnum and a.col < b.col
    end)
    return vim.tbl_map(function(one)
      local marked = vim.api.nvim_buf_get_text(0, one.lnum, one.col, one.end_lnum, one.end_col, {})
      return {
        code = one.code,
        message = one.message,
        severity = vim.diagnostic.severity[one.severity],
        source = one.source,
        marked = table.concat(marked, '\n'),
      }
    end, found)
  ]])
end

--- Waits for a floating window, and gives its text as it is shown, in one line: what is concealed is left out.
function Editor:float()
  local shown = self:wait([[
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      local config = vim.api.nvim_win_get_config(window)
      if config.relative ~= '' and not config.hide then
        vim.cmd.redraw()
        local info = vim.fn.getwininfo(window)[1]
        local cells = {}
        for row = info.winrow, info.winrow + info.height - 1 do
          for column = info.wincol, info.wincol + info.width - 1 do
            table.insert(cells, vim.fn.screenstring(row, column))
          end
          table.insert(cells, ' ')
        end
        local text = table.concat(cells):gsub('%s+', ' ')
        -- A window may be there before it is drawn.
        local buffer = vim.api.nvim_win_get_buf(window)
        local first = vim.api.nvim_buf_get_lines(buffer, 0, 1, false)[1]:match('%w+') or ''
        return text:sub(1, 50):find(first, 1, true) and text
      end
    end
  ]])
  return type(shown) == 'string' and shown or ''
end

--- Ends the editor.
function Editor:stop()
  pcall(vim.rpcnotify, self.channel, 'nvim_command', 'qall!')
  if vim.fn.jobwait({ self.channel }, 5000)[1] == -1 then
    vim.fn.jobstop(self.channel)
  end
end

return Editor
