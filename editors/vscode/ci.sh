#!/usr/bin/env bash
# Checks, tests, builds and packages the extension on a machine with node 20 and npm, and looks into the package.
set -euo pipefail
cd "$(dirname "$0")"

npm ci --ignore-scripts --no-fund --no-audit
# The lock file is the same on every machine only if it names no registry.
if grep -q '"resolved"' package-lock.json; then
  echo "package-lock.json names a registry" >&2
  exit 1
fi
npm run check
npm test
# The same sources make the same package: every file in it gets the time of the last commit.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct 2>/dev/null || echo 946684800)
export SOURCE_DATE_EPOCH
npm run package

contents=$(python3 -m zipfile -l glossator.vsix)
echo "$contents"
for wanted in extension/package.json extension/out/main.js extension/images/icon.png extension/readme.md extension/LICENSE.txt; do
  if ! grep -qi "^$wanted " <<<"$contents"; then
    echo "glossator.vsix lacks $wanted" >&2
    exit 1
  fi
done
if grep -E 'node_modules|\.ts |\.map |/test' <<<"$contents"; then
  echo "glossator.vsix contains what it must not" >&2
  exit 1
fi
