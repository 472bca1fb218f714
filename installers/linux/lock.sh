#!/bin/bash
# lock.sh: choose today's packages for the frozen build and its tools, with their hashes; needs uv.
set -euo pipefail
cd "$(dirname "$0")/../.."
choose() {
    uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
        --python-version 3.11 "$@"
}
choose --extra engine --extra desktop pyproject.toml -o installers/linux/requirements.lock
choose installers/linux/tools.in -o installers/linux/tools.lock
