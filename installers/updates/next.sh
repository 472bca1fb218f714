#!/bin/bash
# next.sh DIST: the repository of the last release with the files of this one, in build/updates, for
# the server of updates; its metadata in DIST/davit-updates.tar, for the release after this one. The
# first is made by hand: repository.py keys, init. Needs gh, with GH_TOKEN, and .venv.
set -euo pipefail
if [ "${1:-}" = --help ] || [ $# -ne 1 ]; then
    sed -n '2,4s/^# //p' "$0"
    [ "${1:-}" = --help ]
    exit
fi
dist=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
mkdir -p build/updates
gh release download --pattern davit-updates.tar --output - | tar -xf - -C build/updates
.venv/bin/python installers/updates/stage.py build/updates "$dist"
tar --sort=name --owner=0 --group=0 --numeric-owner --exclude=./targets \
    -cf "$dist/davit-updates.tar" -C build/updates .
