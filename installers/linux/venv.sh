#!/bin/bash
# venv.sh EXTRAS: make .venv and install Davit with these extras into it; does nothing the second time.
set -euo pipefail
cd "$(dirname "$0")/../.."
extras=$1

python=$(command -v python3 || true)
if [ -z "$python" ] || ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Davit needs Python 3.11 or newer; python3 is $("${python:-false}" --version 2>&1 || echo missing)." >&2
    echo "Debian 12 and Ubuntu 24.04 have it: install python3 and see that it comes first in PATH." >&2
    exit 1
fi

stamp=.venv/.davit-$(printf %s "$extras" | tr -c '[:lower:]' -)
state=$({ "$python" -c 'import tomllib
settings = tomllib.load(open("pyproject.toml", "rb"))
print(settings["project"], settings["build-system"], settings["tool"]["hatch"])' &&
    echo "$extras" && "$python" -V && pwd; } | sha256sum)
[ -x .venv/bin/python ] && [ "$(cat "$stamp" 2>/dev/null)" = "$state" ] && exit 0

echo "Installing Davit's Python packages into .venv"
[ -x .venv/bin/python ] || "$python" -m venv .venv
.venv/bin/python -m pip install -qq --disable-pip-version-check -e ".[$extras]"
# Compiled now, so that the engine, which is root, leaves no file of root's in the checkout.
.venv/bin/python -m compileall -q desktop vm engine
echo "$state" >"$stamp"
