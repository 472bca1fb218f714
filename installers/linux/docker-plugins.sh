#!/bin/bash
# docker-plugins.sh: see that there are docker's compose and buildx, for the tests of clients.
# Only their files are taken from Debian's packages, into .cache/cli-plugins: from this system's
# release where it has them, else from Debian trixie. They need nothing but libc.
set -euo pipefail
cd "$(dirname "$0")/../.."

plugins=$PWD/.cache/cli-plugins
[ -x "$plugins/docker-compose" ] && [ -x "$plugins/docker-buildx" ] && exit 0
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 755 "$scratch"
cd "$scratch"

# A catalogue of trixie alone, beside this system's own.
mkdir -p lists/partial archives/partial
touch status
# shellcheck disable=SC2016 # apt's own placeholder
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' |
    grep -m1 '/debian/*$' || echo http://deb.debian.org/debian)
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >trixie.list
trixie=(-o APT::Sandbox::User=root -o Dir::Cache::archives="$scratch/archives"
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
    -o Dir::Etc::sourcelist="$scratch/trixie.list" -o Dir::Etc::sourceparts=/dev/null
    -o Dir::Etc::preferencesparts=/dev/null
    -o Dir::State::lists="$scratch/lists" -o Dir::State::status="$scratch/status")

# fetch PROGRAM PACKAGE...: the program out of the first of the packages that holds it.
fetch() {
    local program=$1 package
    shift
    for package in "$@"; do
        apt-get download -qq -o APT::Sandbox::User=root "$package" 2>/dev/null || continue
        dpkg-deb -x "$package"_*.deb files
        rm "$package"_*.deb
        [ ! -x files/usr/libexec/docker/cli-plugins/"$program" ] || break
    done
    if [ ! -x files/usr/libexec/docker/cli-plugins/"$program" ]; then
        [ -n "$(ls lists/*Packages* 2>/dev/null)" ] || apt-get "${trixie[@]}" -qq update
        apt-get "${trixie[@]}" download -qq "$1"
        dpkg-deb -x "$1"_*.deb files
    fi
    install -D -m 755 files/usr/libexec/docker/cli-plugins/"$program" "$plugins/$program"
}

fetch docker-compose docker-compose docker-compose-v2
fetch docker-buildx docker-buildx
echo '*' >"$plugins/../.gitignore"
