# What the guest's scripts share.
# shellcheck shell=sh disable=SC2034

FACTS=/sys/firmware/qemu_fw_cfg/by_name/opt/org.davit
STATE=/run/davit-guest
DATA=${DAVIT_DATA:-/var/lib/davit}
DISK=${DAVIT_DISK:-/dev/vdb}

# The host reads these lines on the serial console.
beacon() {
    printf 'davit-beacon: %s\n' "$*" >/dev/console
}

# setting NAME: its value, or nothing.
setting() {
    sed -n "s/^$1=//p" "$STATE/settings" 2>/dev/null
}
