#!/bin/bash
# channel.sh PACKAGING: write build/channel, by which an installed Davit finds its updates, and say
# so to the steps that follow (CHANNEL in GITHUB_ENV). DAVIT_UPDATES_URL is the repository's address;
# without it Davit is built without updates. Needs gh, with GH_TOKEN, and .venv.
set -euo pipefail
if [ "${1:-}" = --help ] || [ $# -ne 1 ]; then
    sed -n '2,4s/^# //p' "$0"
    [ "${1:-}" = --help ]
    exit
fi
[ -n "${DAVIT_UPDATES_URL:-}" ] || { echo "No address: built without updates."; exit; }
cd "$(dirname "$0")/../.."
mkdir -p build/updates
gh release download --pattern davit-updates.tar --output - | tar -xf - -C build/updates
.venv/bin/python installers/updates/repository.py ship build/updates build/channel \
    --url "$DAVIT_UPDATES_URL" --packaging "$1"
echo CHANNEL=build/channel >>"${GITHUB_ENV:-/dev/stdout}"
