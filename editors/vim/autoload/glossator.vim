" glossator in Vim with ALE: how the server is started. `ale_linters/` beside this folder says for which files.

" The program, and what goes to it as settings; both may be set for a buffer, too (b:).
let g:ale_glossator_executable = get(g:, 'ale_glossator_executable', 'glossator')
let g:ale_glossator_settings = get(g:, 'ale_glossator_settings', {})

" The folder that a draft belongs to: the nearest above it with a glossator.toml, else the one with a .git, else its own.
function! glossator#Root(buffer) abort
  let l:file = ale#path#FindNearestFile(a:buffer, 'glossator.toml')
  if !empty(l:file)
    return fnamemodify(l:file, ':h')
  endif
  let l:folder = ale#path#FindNearestDirectory(a:buffer, '.git')
  return fnamemodify(empty(l:folder) ? bufname(a:buffer) : ale#path#Simplify(l:folder . '/..'), ':p:h')
endfunction

" Makes the server known to ALE for files of this type. ALE speaks a dialect of the protocol: it counts
" columns in bytes, and completes the last word only.
function! glossator#Define(filetype) abort
  call ale#linter#Define(a:filetype, {
  \ 'name': 'glossator',
  \ 'lsp': 'stdio',
  \ 'executable': {buffer -> ale#Var(buffer, 'glossator_executable')},
  \ 'command': '%e serve --stdio --dialect ale',
  \ 'project_root': function('glossator#Root'),
  \ 'lsp_config': {buffer -> {'glossator': ale#Var(buffer, 'glossator_settings')}},
  \ 'language': a:filetype ==# 'text' ? 'plaintext' : a:filetype,
  \})
endfunction
