#!/bin/bash
# draft.sh TAG DIST: draft a release of everything in DIST, on GitHub; a person publishes it.
# Needs gh, and GH_TOKEN with leave to write contents.
set -euo pipefail
if [ "${1:-}" = --help ] || [ $# -ne 2 ]; then
    sed -n '2,3s/^# //p' "$0"
    [ "${1:-}" = --help ]
    exit
fi
tag=$1 dist=$2
cd "$(dirname "$0")/.."
version=$(sed -n 's/^version = "\(.*\)"$/\1/p' pyproject.toml)
if [ "$tag" != "v$version" ]; then
    echo "The tag is $tag, and pyproject.toml has version $version." >&2
    exit 1
fi
cd "$dist"
mapfile -t files < <(find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | LC_ALL=C sort)
sha256sum -- "${files[@]}" >SHA256SUMS
gh release create "$tag" --draft --verify-tag --title "Davit $version" --generate-notes \
    "${files[@]}" SHA256SUMS
