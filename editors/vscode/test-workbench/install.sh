#!/usr/bin/env bash
# Installs what the tests drive: the VS Code workbench as code-server, from the npm registry alone, and Debian's chromium.
#
# usage: install.sh [FOLDER]      (default: .code-server beside this script; 320 MB, about two minutes)
#
# A plain `npm install code-server` builds kerberos from source (it wants libkrb5-dev) and downloads ripgrep from GitHub.
# So: no install scripts, then a build of only those modules that the server loads, and Debian's ripgrep.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-$here/.code-server}
version=4.100.3 # VS Code 1.100.3; the last that runs on node 20
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false

missing=()
command -v rg >/dev/null || missing+=(ripgrep)
command -v chromium >/dev/null || missing+=(chromium fonts-dejavu-core)
if ((${#missing[@]})); then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
fi

(cd "$here" && npm ci --ignore-scripts)

if [ -f "$folder/installed-$version" ]; then
  echo "code-server $version is installed"
  exit 0
fi
mkdir -p "$folder"
cd "$folder"
echo '{"private":true}' >package.json
npm install --no-save --ignore-scripts --force "code-server@$version"
cd node_modules/code-server/lib/vscode
npm install --omit=dev --ignore-scripts
for module in node-pty @vscode/spdlog native-watchdog @vscode/deviceid; do
  # node-pty's last step wants the network, after the module is built: what counts is the file, below.
  npm rebuild "$module" >"$folder/rebuild.log" 2>&1 || tail -n 3 "$folder/rebuild.log"
done
test -f node_modules/node-pty/build/Release/pty.node
test -f node_modules/@vscode/spdlog/build/Release/spdlog.node
ln -sfn node_modules node_modules.asar
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
(cd bin/remote-cli && ln -sf code-linux.sh code-server)
(cd bin/helpers && ln -sf browser-linux.sh browser.sh)
(cd extensions && npm install --omit=dev --ignore-scripts)
cd "$folder"
npm rebuild argon2
node node_modules/code-server/out/node/entry.js --version
touch "installed-$version"
