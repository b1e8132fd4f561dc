--- The scratch folder of a test: workspaces with the sample's files, and configurations of users.

local Scratch = {}
Scratch.__index = Scratch

--- The bytes of a file.
function Scratch.read(path)
  local file = assert(io.open(path, 'rb'))
  local text = file:read('a')
  file:close()
  return text
end

local function write(path, text)
  vim.fn.mkdir(vim.fs.dirname(path), 'p')
  local file = assert(io.open(path, 'wb'))
  file:write(text)
  file:close()
end

---@param folder string where everything is written to
---@param neovim string the folder `editors/neovim`
function Scratch.new(folder, neovim)
  folder = vim.fs.normalize(vim.fn.fnamemodify(folder, ':p')):gsub('/$', '')
  local sample = vim.fs.joinpath(vim.fs.dirname(neovim), 'sample')
  return setmetatable({ folder = folder, neovim = neovim, sample = sample, workspaces = 0 }, Scratch)
end

--- A folder with these files, by their names.
function Scratch:files(name, files)
  local folder = self.folder .. '/' .. name
  for file, text in pairs(files) do
    write(folder .. '/' .. file, text)
  end
  return folder
end

--- A fresh repository with the sample's files.
function Scratch:workspace()
  self.workspaces = self.workspaces + 1
  local files = { ['.git/HEAD'] = '' }
  for name in vim.fs.dir(self.sample) do
    files[name] = self.read(self.sample .. '/' .. name)
  end
  return self:files('workspace-' .. self.workspaces, files)
end

--- A user's ~/.config for Neovim 0.11: the file in its place, and one line; `more` stands before that line.
function Scratch:config(name, more)
  return self:files('config-' .. name, {
    ['nvim/lsp/glossator.lua'] = self.read(self.neovim .. '/lsp/glossator.lua'),
    ['nvim/init.lua'] = more .. "\nvim.lsp.enable('glossator')\n",
  })
end

return Scratch
