--- `:checkhealth glossator`

local M = {}

local function program()
  local config = vim.lsp.config and vim.lsp.config.glossator
  return config and type(config.cmd) == 'table' and config.cmd[1] or 'glossator'
end

local function check_program()
  local name = program()
  if vim.fn.executable(name) == 0 then
    vim.health.error(('the program `%s` is not on PATH'):format(name), 'install it: `cargo install --path .` in its repository')
    return
  end
  local said = vim.trim(vim.fn.system({ name, '--version' }))
  local protocol = tonumber(said:match('protocol (%d+)'))
  local ours = require('glossator').PROTOCOL
  if protocol == ours then
    vim.health.ok(('%s: %s'):format(vim.fn.exepath(name), said))
  else
    vim.health.warn(('%s is “%s”, this plugin is for protocol %d'):format(vim.fn.exepath(name), said, ours), 'update the older of them')
  end
end

local function check_server(client)
  local buffers = vim.tbl_count(client.attached_buffers)
  local params = vim.empty_dict()
  local asked
  if vim.fn.has('nvim-0.11') == 1 then
    asked = client:request_sync('glossator/status', params, 5000)
  else
    asked = client.request_sync('glossator/status', params, 5000)
  end
  local status = asked and asked.result
  if not status or status == vim.NIL then
    vim.health.error(('the server of %d buffers does not answer'):format(buffers), 'see `:lua vim.cmd.edit(vim.lsp.get_log_path())`')
    return
  end
  local what = ('%d sources, %d concepts, %d words'):format(status.sources, status.concepts, status.words)
  if status.ready then
    vim.health.ok(('the server of %d buffers in %s knows %s'):format(buffers, client.root_dir or 'no folder', what))
  else
    vim.health.info(('the server of %d buffers is still reading: %s'):format(buffers, what))
  end
  for _, problem in ipairs(status.problems) do
    vim.health.warn(problem)
  end
end

function M.check()
  vim.health.start('glossator: the program')
  check_program()
  vim.health.start('glossator: its servers')
  local clients = vim.lsp.get_clients({ name = 'glossator' })
  if #clients == 0 then
    vim.health.info("none runs: open a Markdown or text file, after `vim.lsp.enable('glossator')` in init.lua")
  end
  vim.iter(clients):each(check_server)
end

return M
