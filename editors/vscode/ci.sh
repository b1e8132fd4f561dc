#!/usr/bin/env bash
# Everything about the extension, on a machine with node 20 and npm: checked, tested, packaged with and without the server,
# and used in a real VS Code: through its extension host, and in its window. Says how many assertions held.
#
# GLOSSATOR_SERVER   the server; default: target/release/glossator, else target/debug/glossator
# CODE_SERVER        where code-server is installed, or is to be; default: test-workbench/.code-server
# CI=true            a test that was skipped is a failure
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
server=${GLOSSATOR_SERVER:-}
for built in "$root/target/release/glossator" "$root/target/debug/glossator"; do
  [ -n "$server" ] || [ ! -x "$built" ] || server=$built
done
[ -n "$server" ] || { echo "no server: run 'cargo build --release' first, or set GLOSSATOR_SERVER" >&2; exit 2; }
GLOSSATOR_SERVER=$(realpath "$server")
CODE_SERVER=${CODE_SERVER:-$PWD/test-workbench/.code-server}
# The same sources make the same package: every file in it gets the time of the last commit.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 946684800)
export GLOSSATOR_SERVER CODE_SERVER SOURCE_DATE_EPOCH

npm ci --ignore-scripts --no-fund --no-audit
# The lock file is the same on every machine only if it names no registry.
if grep -q '"resolved"' package-lock.json; then
  echo "package-lock.json names a registry" >&2
  exit 1
fi
npm run check
npm test >/tmp/glossator-unit.$$ 2>&1 || { cat /tmp/glossator-unit.$$; rm -f /tmp/glossator-unit.$$; exit 1; }
grep -E '^# (tests|pass|fail)' /tmp/glossator-unit.$$
rm -f /tmp/glossator-unit.$$
npm run package
npm run package -- --target host --server "$GLOSSATOR_SERVER"

look_into() {
  local package=$1 contents wanted
  shift
  contents=$(python3 -m zipfile -l "$package")
  echo "$contents"
  for wanted in extension/package.json extension/out/main.js extension/images/icon.png extension/images/hover.png \
    extension/walkthrough/texts.md extension/readme.md extension/changelog.md extension/LICENSE.txt "$@"; do
    if ! grep -qi "^$wanted " <<<"$contents"; then
      echo "$package lacks $wanted" >&2
      exit 1
    fi
  done
  if grep -E 'node_modules|\.ts |\.map |/test' <<<"$contents"; then
    echo "$package contains what it must not" >&2
    exit 1
  fi
}
look_into glossator.vsix
look_into glossator-host.vsix extension/bundled/glossator

npm run build:host
test-workbench/install.sh "$CODE_SERVER"
node test-workbench/run.mjs
