#!/bin/bash
# docker-cli.sh: see that there is a docker command line, without a docker daemon.
# Debian 13 packages it alone; elsewhere only its one file is taken from docker.io, into .cache/bin.
set -euo pipefail
cd "$(dirname "$0")/../.."

command -v docker >/dev/null && exit 0
[ -x .cache/bin/docker ] && exit 0
run=()
[ "$(id -u)" -eq 0 ] || run=(sudo)
"${run[@]}" apt-get update -qq
if apt-cache show docker-cli >/dev/null 2>&1; then
    exec "${run[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -qq -y --no-install-recommends docker-cli
fi
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
(cd "$scratch" && apt-get download -qq -o APT::Sandbox::User=root docker.io)
dpkg-deb -x "$scratch"/docker.io_*.deb "$scratch/files"
mkdir -p .cache/bin
echo '*' >.cache/.gitignore
install -m 755 "$scratch/files/usr/bin/docker" .cache/bin/docker
