#!/bin/bash
# lock.sh: choose today's packages for Windows, with their hashes (requirements.lock); needs uv.
set -euo pipefail
cd "$(dirname "$0")/../.."
lock=installers/windows/requirements.lock
{
    echo "# What Davit needs on Windows, by installers/windows/lock.sh; read by payload.py."
    uv pip compile pyproject.toml --extra desktop --no-header --generate-hashes --quiet \
        --python-platform x86_64-pc-windows-msvc --python-version 3.13
} >"$lock.part"
mv "$lock.part" "$lock"
