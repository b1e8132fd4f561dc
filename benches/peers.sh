#!/bin/sh
# Installs the servers that `cargo bench --bench typing` compares with, from PyPI, into target/peers.
set -eu
cd "$(dirname "$0")/.."
python3 -m venv target/peers
target/peers/bin/pip install --quiet rumdl panache-cli
