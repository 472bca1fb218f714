#!/bin/bash
# bootstrap.sh GROUP...: install what is missing of these groups of packages.txt, through apt.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

mapfile -t wanted < <(awk -v groups=" $* " \
    '!/^#/ && NF && index(groups, " " $1 " ") { print $2 }' "$here/packages.txt")

missing=()
for package in "${wanted[@]}"; do
    if ! command -v dpkg-query >/dev/null ||
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
        missing+=("$package")
    fi
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    cat >&2 <<TEXT
Davit installs its system packages through apt, and this system has none.
Install these (Debian's names) with your package manager:
    ${missing[*]}
TEXT
    # What cannot be asked of a foreign package manager is asked of the programs themselves.
    for program in python3 crun conmon nft busybox; do
        PATH=$PATH:/usr/sbin:/sbin command -v "$program" >/dev/null || exit 1
    done
    echo "The programs themselves are there; going on." >&2
    exit 0
fi

run=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Missing: ${missing[*]}. Install them as root: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    run=(sudo)
fi
echo "Installing ${missing[*]}"
quiet() {
    local log
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 30 "$log" >&2
        rm -f "$log"
        echo "Failed: $*" >&2
        return 1
    fi
    rm -f "$log"
}
# A password is asked for here, not behind the log.
[ ${#run[@]} -eq 0 ] || sudo -v
apt=("${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300)
quiet "${apt[@]}" update
# No service that comes along is started.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${run[@]}" tee "$policy" >/dev/null
    "${run[@]}" chmod 755 "$policy"
    trap '"${run[@]}" rm -f "$policy"' EXIT
fi
quiet "${apt[@]}" install -y --no-install-recommends "${missing[@]}"
