#!/bin/bash
# bootstrap.sh GROUP...: install what is missing of these groups of packages.txt, through apt.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

# A group may have packages for one architecture only, in a group such as machine-x86_64.
groups=()
for group; do groups+=("$group" "$group-$(uname -m)"); done
mapfile -t wanted < <(awk -v groups=" ${groups[*]} " \
    '!/^#/ && NF && index(groups, " " $1 " ") && !seen[$2]++ { print $2 }' "$here/packages.txt")

missing=()
for package in "${wanted[@]}"; do
    if ! command -v dpkg-query >/dev/null ||
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" != installed ]; then
        missing+=("$package")
    fi
done
[ ${#missing[@]} -eq 0 ] && exit 0

# Whether a package's use is there in another way: another package manager, another user's work.
served() {
    local PATH=$PATH:/usr/sbin:/sbin
    case $1 in
        python3 | crun | conmon | tini) command -v "$1" ;;
        python3-venv) python3 -c 'import ensurepip, venv' 2>/dev/null ;;
        nftables) command -v nft ;;
        procps) command -v ps ;;
        busybox-static) command -v busybox ;;
        ca-certificates) [ -e /etc/ssl/certs/ca-certificates.crt ] ;;
        debian-archive-keyring) [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] ;;
        qemu-system-x86) command -v qemu-system-x86_64 ;;
        qemu-system-arm) command -v qemu-system-aarch64 ;;
        qemu-utils) command -v qemu-img ;;
        apt | dpkg | tar) command -v "$1" ;;
        erofs-utils | lib* | fonts-*) true ;; # missed when they are used, and told then
        *) false ;;
    esac >/dev/null
}

# For those who cannot install it: what is really not there, in one sentence.
lacking() {
    local package lacking=()
    for package in "${missing[@]}"; do
        served "$package" || lacking+=("$package")
    done
    if [ ${#lacking[@]} -gt 0 ]; then
        echo "$1 ${lacking[*]}" >&2
        exit 1
    fi
    exit 0
}

command -v apt-get >/dev/null || lacking \
    "Davit installs its system packages through apt, and this system has none. Install these (Debian's names) with your package manager:"

run=()
if [ "$(id -u)" -ne 0 ]; then
    # A password is asked for here, not behind the log.
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null && { [ ! -t 0 ] || ! sudo -v; }; then
        lacking "Davit needs some packages that only root can install: apt-get install"
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
