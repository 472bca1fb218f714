#!/bin/bash
# lock.sh: choose today's packages for both kinds of Mac, with their hashes; needs uv.
set -euo pipefail
cd "$(dirname "$0")/../.."
here=installers/macos
for architecture in arm64 x86_64; do
    lock=$here/requirements.$architecture.lock
    {
        echo "# What Davit needs on a Mac, by lock.sh; read by packages.py."
        MACOSX_DEPLOYMENT_TARGET=15.0 uv pip compile pyproject.toml --extra desktop --no-header \
            --constraint $here/constraints.txt --generate-hashes --only-binary :all: --quiet \
            --python-platform "${architecture/arm64/aarch64}-apple-darwin" --python-version 3.13
    } >"$lock.part"
    mv "$lock.part" "$lock"
done
