" glossator in Vim with vim-lsp: put these lines into your vimrc.

if executable('glossator')
  augroup glossator
    autocmd!
    autocmd User lsp_setup call lsp#register_server({
    \ 'name': 'glossator',
    \ 'cmd': ['glossator', 'serve', '--stdio'],
    \ 'allowlist': ['markdown', 'text'],
    \ 'root_uri': {_ -> lsp#utils#path_to_uri(
    \   lsp#utils#find_nearest_parent_file_directory(lsp#utils#get_buffer_path(), ['glossator.toml', '.git/']))},
    \ 'workspace_config': {'glossator': {}},
    \})
  augroup END
endif
