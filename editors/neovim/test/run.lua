--- Drives a real Neovim with the real server over the sample draft, as a user would.
---
--- usage: nvim --clean --headless -l run.lua FOLDER [OLDER]
---
--- FOLDER is a scratch folder, OLDER a Neovim of version 0.10, whose scenario is not counted; `glossator` must be on PATH. `run` beside this file prepares them.

local here = vim.fs.dirname(vim.fs.normalize(vim.fn.fnamemodify(arg[0], ':p')))
package.path = here .. '/?.lua;' .. package.path
local Editor = require('editor')
local checks = require('checks')
local Scratch = require('scratch')

local scratch = Scratch.new(assert(arg[1], 'no folder is given'), vim.fs.dirname(here))

local function workspace()
  return scratch:workspace()
end

-- Without `linebreak` the lines of a hover are broken inside words.
local usual = scratch:config('usual', 'vim.o.linebreak = true')

--- Opens a file in a Neovim of its own, and runs a scenario in it.
local function editing(name, folder, file, run, configured, program)
  checks.scenario(name, function()
    local editor = Editor.start(folder, configured or usual, program)
    local fine, problem = xpcall(function()
      editor:open(file)
      editor:wait_for_server()
      run(editor)
    end, debug.traceback)
    editor:stop()
    if not fine then
      error(problem, 0)
    end
  end)
end

--- What the sample says of a draft's quotations: the codes of the diagnostics, in the order of the text.
local function expected(draft)
  local codes = {}
  for entry in (Scratch.read(scratch.sample .. '/expected.toml') .. '\n\n'):gmatch('%[%[quotation%]%](.-)\n\n') do
    local function field(name)
      return entry:match('\n' .. name .. '%s*= "([^"]*)"')
    end
    if field('file') == draft and field('verdict') == 'other-translation' then
      table.insert(codes, 'other-translation')
    elseif field('file') == draft and field('verdict') == 'altered' then
      table.insert(codes, field('kind') == 'spelling' and 'spelling' or 'misquotation')
    end
  end
  return codes
end

local some_diagnostics = 'return #vim.diagnostic.get(0) > 0'

local function codes(editor)
  return vim.tbl_map(function(one)
    return one.code
  end, editor:diagnostics())
end

local function marking(editor, text)
  return vim.iter(editor:diagnostics()):find(function(one)
    return one.marked == text
  end)
end

editing('a draft is opened', workspace(), 'essay.md', function(editor)
  local attached = editor:lua([[
    local client = vim.lsp.get_clients({ bufnr = 0 })[1]
    return client and { client.name, client.root_dir, client.offset_encoding, client.server_info.name }
  ]])
  checks.same(
    'the server attaches to a Markdown draft, in the folder of the repository, and counts columns in bytes',
    attached,
    { 'glossator', editor.workspace, 'utf-8', 'glossator' }
  )

  editor:wait(some_diagnostics)
  checks.same('every altered quotation of the sample is found, and no other', codes(editor), expected('essay.md'))
  local surplus = marking(editor, 'firmly') or {}
  checks.same(
    'a word too many is marked by itself, as a warning',
    { surplus.source, surplus.code, surplus.severity },
    { 'glossator', 'misquotation', 'WARN' }
  )
  local title = "The Objective of CPC's International Relations"
  checks.has('with the place where the words stand', surplus.message, title, 'line 23', '“firmly” was added')
  local negation = marking(editor, 'will change') or {}
  checks.same('a lost “not” is an error', negation.severity, 'ERROR')
  checks.has('and is said to be lost', negation.message, '“not”', 'dropped')

  editor:go_to('firmly')
  editor:type('<C-W>d')
  checks.has('CTRL-W d shows what is wrong where the cursor is', editor:float(), '“firmly” was added')
end)

editing('K is pressed', workspace(), 'essay.md', function(editor)
  editor:wait(some_diagnostics)
  editor:go_to('Five Principles of Peaceful Coexistence](')
  editor:type('K')
  local term = editor:float()
  checks.has(
    'on a term, K shows what the sources say it is, in parts, with the source',
    term,
    'Five Principles of Peaceful Coexistence · principle',
    '1953', 'mid-1950s',
    'In 1953, China advanced',
    '1. mutual respect for territorial integrity and sovereignty',
    '5. peaceful coexistence',
    "The Objective of CPC's International Relations, line 19",
    'In the mid-1950s, China advocated'
  )
  local whole = term:match('.*coexistence.*') or ''
  checks.lacks('no marks of Markdown and no addresses are seen in it', whole, '**', '](', 'file:', '\\', '&')

  editor:type('<Esc>')
  editor:go_to('durable peace and common prosperity')
  editor:type('K')
  checks.has(
    'on a quotation, K shows the passage that it is from',
    editor:float(),
    'Verbatim',
    'China advocates the building of a harmonious world of durable peace',
    "China's Foreign Policies for Pursuing Peaceful Development, line 24"
  )

  editor:type('<Esc>')
  editor:go_to('against hegemony')
  editor:type('K')
  checks.has(
    'on an altered one, K shows what was changed as well',
    editor:float(),
    'Altered', '“firmly” was added',
    'Deng Xiaoping'
  )

  editor:type('<Esc>')
  editor:go_to('It describes their wording')
  editor:type('K')
  editor:wait("return vim.fn.execute('messages'):find('No information available') ~= nil")
  local said = editor:lua("return vim.fn.execute('messages')")
  checks.has('where nothing is quoted, K says so', term ~= '' and said, 'No information available')
end)

--- Waits until another file is in the window, and gives its name.
local function arrived(editor, from)
  return editor:wait("return vim.fn.expand('%:t') ~= ... and vim.api.nvim_buf_get_name(0)", from)
end

editing('CTRL-] is pressed', workspace(), 'essay.md', function(editor)
  editor:wait(some_diagnostics)
  editor:go_to('We hope to have a peaceful')
  editor:type('<C-]>')
  local quoted = 'We hope to have a peaceful international environment'
  checks.has(
    'on a quotation, CTRL-] opens the file of the source',
    arrived(editor, 'essay.md'),
    vim.env.GLOSSATOR_CACHE_DIR,
    '/objective-of-cpc-international-relations.txt'
  )
  local source = 'objective-of-cpc-international-relations.txt'
  checks.same('with the cursor on the first of the words', editor:place(#quoted), { source, quoted })
  checks.same('the file cannot be written to by mistake', editor:lua('return vim.bo.readonly'), true)
  checks.same(
    'the server of the draft knows the source, too',
    editor:wait([[
      local client = vim.lsp.get_clients({ bufnr = 0, name = 'glossator' })[1]
      return client and { vim.fn.expand('%:t'), client.id, #vim.lsp.get_clients() }
    ]]),
    { source, 1, 1 }
  )
  editor:type('<C-T>')
  editor:wait("return vim.fn.expand('%:t') == 'essay.md'")
  checks.same(
    'CTRL-T goes back to the draft',
    editor:lua("return { vim.fn.bufname('#'):match('[^/]*$'), vim.fn.expand('%:p') }"),
    { source, editor.workspace .. '/essay.md' }
  )

  editor:go_to('“Hegemonism and power politics are')
  editor:type('l<C-]>')
  checks.has('an altered quotation leads to its source', arrived(editor, 'essay.md'), 'opposing-hegemonism')
  local first = 'Hegemonism and power politics are the roots of post-war tensions'
  checks.same(
    'at the words that were altered',
    editor:place(#first),
    { 'opposing-hegemonism-and-safeguarding-world-peace.txt', first }
  )
end)

--- Empties the quickfix list, asks for something, and gives what is listed then: in which lines of which files, and its text.
local function listed_by(editor, question)
  editor:lua("vim.cmd.cclose() vim.fn.setqflist({}, 'r') " .. question)
  local listed = editor:wait([[
    local list = vim.tbl_map(function(entry)
      return { vim.fs.basename(vim.api.nvim_buf_get_name(entry.bufnr)) .. ':' .. entry.lnum, entry.text }
    end, vim.fn.getqflist())
    return #list > 0 and list
  ]])
  local places, texts = {}, {}
  for _, entry in ipairs(type(listed) == 'table' and listed or {}) do
    table.insert(places, entry[1])
    table.insert(texts, entry[2])
  end
  return places, table.concat(texts, '\n')
end

editing('what is around a term is asked for', workspace(), 'essay.md', function(editor)
  editor:wait(some_diagnostics)
  editor:go_to('Five Principles of Peaceful Coexistence](')
  local places = listed_by(editor, 'vim.lsp.buf.references()')
  for _, place in ipairs({ 'objective-of-cpc-international-relations.txt:19', 'essay.md:11' }) do
    checks.same('among its references is ' .. place, vim.list_contains(places, place), true)
  end
  local _, symbols = listed_by(editor, "vim.lsp.buf.workspace_symbol('fppc')")
  checks.has('initials find it among the symbols of the workspace', symbols, 'Five Principles of Peaceful Coexistence')
  local _, narrower = listed_by(editor, "vim.lsp.buf.typehierarchy('subtypes')")
  checks.has('its parts are narrower', narrower, 'equality and mutual benefit')
end)

editing('the definitions of a term are asked for', workspace(), 'essay.md', function(editor)
  editor:wait(some_diagnostics)
  editor:go_to('Five Principles of Peaceful Coexistence](')
  local listed = listed_by(editor, 'vim.lsp.buf.definition()')
  for _, defining in ipairs({
    'independent-foreign-policy-of-peace.txt:5',
    'objective-of-cpc-international-relations.txt:19',
  }) do
    checks.same('the quickfix list has ' .. defining, vim.list_contains(listed, defining), true)
  end
end)

--- Types, accepts the completion that is shown under this name, and gives the line of the cursor and which it was.
local function complete(editor, typed, name)
  editor:type(typed .. '<C-X><C-O>')
  local place = editor:wait([[
    local info = vim.fn.complete_info({ 'items' })
    for place, item in ipairs(info.items) do
      if item.abbr == ... then
        return place
      end
    end
    -- The only one is put in at once, without a menu.
    return vim.endswith(vim.api.nvim_get_current_line(), ...) and 1
  ]], name)
  assert(type(place) == 'number', ('%s is not offered for %q'):format(name, typed))
  editor:type(('<C-N>'):rep(place - 1) .. '<C-Y><Esc>')
  editor:wait("return vim.api.nvim_get_mode().mode == 'n'")
  return editor:lua('return vim.api.nvim_get_current_line()'), place
end

editing('CTRL-X CTRL-O is pressed', workspace(), 'essay.md', function(editor)
  local five = 'Five Principles of Peaceful Coexistence'
  editor:go_to('This note sets')
  local line, place = complete(editor, 'OThe five principles of pea', five)
  checks.same('several words that were typed are replaced by the whole name', line, 'The ' .. five)
  checks.same('which is offered first', place, 1)
  checks.same('initials become the name', complete(editor, 'oThe fppc', five), 'The ' .. five)
  checks.same(
    'a name that goes on from the last word leaves the others',
    complete(editor, 'oThe five principles of pea', 'peaceful development'),
    'The five principles of peaceful development'
  )
  line = complete(editor, 'oThe five principles<CR>of pea', five)
  checks.same('what was typed over two lines is replaced, too', line, five)
  checks.same(
    'on the first of them as well',
    editor:wait([[
      local above = vim.api.nvim_buf_get_lines(0, vim.fn.line('.') - 2, vim.fn.line('.') - 1, false)[1]
      return above == 'The ' and above
    ]]),
    'The '
  )
  checks.same(
    'what a name means can be asked for',
    editor:lua([[
      local client = vim.lsp.get_clients({ bufnr = 0 })[1]
      local buffer = vim.api.nvim_get_current_buf()
      vim.api.nvim_set_current_line('fppc')
      local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
      place.position.character = 4
      local list = client:request_sync('textDocument/completion', place, 20000, buffer).result
      local item = client:request_sync('completionItem/resolve', list.items[1], 20000, buffer).result
      return item.documentation.value:match('^%S+ %S+')
    ]]),
    '**Five Principles'
  )
end)

--- Applies the preferred fix where the cursor is, and waits until the buffer has a text.
local function fix(editor, mended)
  editor:lua('vim.lsp.buf.code_action({ apply = true, filter = function(fix) return fix.isPreferred end })')
  editor:wait_for_text(mended)
end

editing('the quick fix is applied', workspace(), 'essay.md', function(editor)
  editor:wait(some_diagnostics)
  local before, count = editor:text(), #editor:diagnostics()
  editor:go_to('firmly')
  local mended = "policy is against hegemony\nand for world peace"
  fix(editor, mended)
  checks.has('the words of the source take the place of the altered ones', editor:text(), mended)
  checks.same('and nothing else is touched', #before - #editor:text(), #'firmly ')
  editor:wait('return #vim.diagnostic.get(0) < ...', count)
  checks.same(
    'the diagnostic is gone, the others stay',
    { gone = marking(editor, 'firmly') == nil, others = #editor:diagnostics() },
    { gone = true, others = count - 1 }
  )

  editor:go_to('will change')
  fix(editor, 'will not change')
  checks.has('a lost “not” comes back', editor:text(), 'will not change”, and')
  editor:lua('vim.cmd.write()')
  local written = Scratch.read(editor.workspace .. '/essay.md')
  checks.has('the mended text is on the disk', written, 'policy is against', 'will not change”')
  local fixed = editor:text()
  editor:type('uu')
  editor:wait_for_text('firmly')
  checks.same('u takes the fixes back', { fixed ~= before, editor:text() }, { true, before })
  editor:wait('return #vim.diagnostic.get(0) == ...', count)
  checks.same('and the diagnostics are there again', { count > 0, #editor:diagnostics() }, { true, count })
end)

local terms = scratch:files('terms', {
  ['.git/HEAD'] = '',
  ['lists.md'] = 'The Four Principles of Peaceful Coexistence are old.\n\n\n',
})

editing('the parts of a concept are listed', terms, 'lists.md', function(editor)
  editor:wait(some_diagnostics)
  local name = editor:diagnostics()[1] or {}
  checks.same(
    'a name that counts otherwise than the corpus is marked, as a warning',
    { name.code, name.severity, name.marked },
    { 'terminology', 'WARN', 'Four Principles of Peaceful Coexistence' }
  )
  checks.has('with the name that the corpus has', name.message, 'Five Principles of Peaceful Coexistence')
  editor:go_to('Four Principles')
  fix(editor, 'The Five Principles of Peaceful Coexistence are old')
  checks.has('the fix writes it', editor:text(), 'The Five Principles of Peaceful Coexistence are old')

  editor:type('GoThe Five Principles of Peaceful Coexistence: mutual respect for sovereignty and territorial integrity, <C-S>')
  checks.has(
    'CTRL-S shows the parts while they are written, with where they are listed',
    editor:float(),
    'Five Principles of Peaceful Coexistence: mutual respect for sovereignty and territorial integrity, ',
    'equality and mutual benefit, peaceful coexistence',
    'Independent Foreign Policy of Peace, line 5'
  )
  editor:type('<Esc>')
end)

editing('a quotation is begun', terms, 'lists.md', function(editor)
  editor:wait_for_server()
  local typed = 'It says: “The longer the peacet'
  editor:type('Go' .. typed .. '<C-X><C-O>')
  -- What is first in the menu stands in the line already.
  editor:wait('return vim.api.nvim_get_current_line() ~= ...', typed)
  editor:type('<C-Y>')
  local line = editor:wait([[
    local line = vim.api.nvim_get_current_line()
    return line:find('better', 1, true) and line
  ]])
  checks.same('the sentence of the source completes it', line, 'It says: “The longer the peacetime is, the better.”')
end)

-- In Markdown `gO` is Neovim's own list of headings.
editing('the symbols of the draft are asked for', workspace(), 'essay.md', function(editor)
  local draft = editor:text()
  editor:lua('vim.lsp.buf.document_symbol()')
  local headings = editor:wait([[
    local list = vim.tbl_map(function(entry)
      return { entry.lnum, vim.trim(entry.text) }
    end, vim.fn.getloclist(0))
    return #list > 0 and list
  ]])
  local wanted = {}
  for number, line in ipairs(vim.split(draft, '\n')) do
    local heading = line:match('^#+ (.*)')
    if heading then
      table.insert(wanted, { number, '[String] ' .. heading })
    end
  end
  checks.same('the headings are listed with their lines', headings, wanted)
end)

editing('plain text is opened', workspace(), 'notes.txt', function(editor)
  editor:wait(some_diagnostics)
  checks.same('its quotations are checked', codes(editor), expected('notes.txt'))
  checks.same('at the word that was altered', #editor:diagnostics() > 0 and editor:diagnostics()[1].marked, 'interest')
end)

editing('settings of Neovim are used', workspace(), 'essay.md', function(editor)
  editor:wait(some_diagnostics)
  local found = vim.iter(codes(editor)):fold({}, function(counts, code)
    counts[code] = (counts[code] or 0) + 1
    return counts
  end)
  checks.same('a check that is switched off says nothing', { #codes(editor) > 0, found.spelling or 0 }, { true, 0 })
  checks.same('one that is switched on speaks', found.unsourced, 1)
end, scratch:config('settings', [[
  vim.lsp.config('glossator', {
    settings = { glossator = { checks = { spelling = 'off', unsourced = 'information' } } },
  })
]]))

local own = scratch:files('own', {
  ['glossator.toml'] = '[[corpus]]\npath = "texts"\n',
  ['texts/manifesto.md'] = 'The history of all hitherto existing society is the history of class struggles.\n',
  ['drafts/essay.md'] = 'He opens: “The history of all existing society is the history of class struggles.”\n',
})

editing('the workspace names its own texts', own, 'drafts/essay.md', function(editor)
  editor:wait(some_diagnostics)
  checks.same(
    'glossator.toml makes the root, and a quotation from its texts is checked',
    { editor:lua('return vim.lsp.get_clients()[1].root_dir'), codes(editor) },
    { own, { 'misquotation' } }
  )
  editor:go_to('The history')
  editor:type('<C-]>')
  checks.same('and leads into the file itself', arrived(editor, 'essay.md'), own .. '/texts/manifesto.md')
  checks.same('to the words', editor:place(31), { 'manifesto.md', 'The history of all hitherto exi' })
end)

local older = scratch:files('config-older', {
  ['nvim/plugin/glossator.lua'] = Scratch.read(scratch.neovim .. '/older.lua'),
})

for name, program in pairs({ ['the configuration for older versions is used'] = vim.v.progpath, ['in an older version (not counted)'] = arg[2] }) do
  editing(name, workspace(), 'essay.md', function(editor)
    editor:wait(some_diagnostics)
    checks.same(
      'every altered quotation of the sample is found, in the folder of the repository',
      { editor:lua('return vim.lsp.get_clients()[1].root_dir'), codes(editor) },
      { editor.workspace, expected('essay.md') }
    )
    editor:go_to('We hope to have')
    editor:lua('vim.lsp.buf.definition()')
    checks.has('a quotation leads to its source', arrived(editor, 'essay.md'), 'objective-of-cpc-international-relations.txt')
  end, older, program)
end

checks.scenario('Neovim is left', function()
  local editor = Editor.start(workspace(), usual)
  editor:open('essay.md')
  editor:wait_for_server()
  local worked = editor:wait(some_diagnostics)
  local servers = editor:lua('return vim.api.nvim_get_proc_children(vim.fn.getpid())')
  editor:stop()
  local function ended()
    return vim.iter(servers):all(function(server)
      return vim.uv.kill(server, 0) ~= 0
    end)
  end
  vim.wait(3000, ended, 20)
  checks.same('its one server ends with it', { worked, #servers, ended() }, { true, 1, true })
end)

os.exit(checks.close())
