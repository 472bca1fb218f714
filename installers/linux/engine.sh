#!/bin/bash
# engine.sh start|stop|status: the engine of this checkout; natively as root, on
# /run/davit/engine.sock, or in a machine of this user (which-engine.sh says which).
set -euo pipefail
cd "$(dirname "$0")/../.."
socket=/run/davit/engine.sock
pidfile=/run/davit/engine.pid
log=/var/log/davit/engine.log

run=()
[ "$(id -u)" -eq 0 ] || run=(sudo)

machine() {
    case $1 in
        start)
            if [ ! -e "vm/image/out/$(uname -m)/image.json" ] && [ -z "${DAVIT_GUEST_IMAGE-}" ]; then
                echo "Building the system of the machine from Debian's packages"
                .venv/bin/python vm/image/build.py
            fi
            ;;
        stop) [ -x .venv/bin/davit ] || { echo "The machine does not run."; return; } ;;
    esac
    .venv/bin/davit machine "$1"
}

answers() {
    local run=("${run[@]}")
    [ ! -w "$socket" ] || run=()
    "${run[@]}" .venv/bin/python - "$socket" 2>/dev/null <<'PING'
import http.client, socket, sys
connection = http.client.HTTPConnection("localhost", timeout=5)
connection.sock = socket.socket(socket.AF_UNIX)
connection.sock.settimeout(5)
connection.sock.connect(sys.argv[1])
connection.request("GET", "/_ping")
sys.exit(connection.getresponse().status != 200)
PING
}

start() {
    answers && return
    if [ -d /run/systemd/system ] && systemctl cat davit-engine.service >/dev/null 2>&1; then
        "${run[@]}" systemctl start davit-engine.service
    else
        echo "Starting the engine (log: $log)"
        getent group davit >/dev/null || "${run[@]}" groupadd --system davit
        "${run[@]}" mkdir -p "${log%/*}" "${socket%/*}"
        # setsid: Ctrl-C in this terminal must not reach the engine.
        # shellcheck disable=SC2016  # expanded by the inner shell
        "${run[@]}" env -i PATH="$PATH:/usr/sbin:/sbin" LANG=C.UTF-8 PYTHONDONTWRITEBYTECODE=1 \
            setsid --fork bash -c 'exec "$0" -H "unix://$1" --pidfile "$2" >>"$3" 2>&1 </dev/null' \
            "$PWD/.venv/bin/davit-engine" "$socket" "$pidfile" "$log"
    fi
    for ((tries = 0; tries < 300; tries++)); do
        answers && return
        sleep 0.2
    done
    echo "The engine did not answer on $socket within a minute. The end of its log:" >&2
    "${run[@]}" tail -n 20 "$log" >&2 || true
    return 1
}

stop() {
    if [ -d /run/systemd/system ] && systemctl is-active --quiet davit-engine.service; then
        "${run[@]}" systemctl stop davit-engine.service
        return
    fi
    local pid
    pid=$("${run[@]}" cat "$pidfile" 2>/dev/null || true)
    # bash's own kill: a small system has no other.
    # shellcheck disable=SC2016  # expanded by the inner shell
    if [ -z "$pid" ] || ! "${run[@]}" bash -c 'kill -TERM "$0"' "$pid" 2>/dev/null; then
        echo "The engine does not run."
        return
    fi
    for ((tries = 0; tries < 150; tries++)); do
        if ! [ -d "/proc/$pid" ]; then
            echo "The engine has stopped. Running containers go on; the next start takes them over."
            return
        fi
        sleep 0.2
    done
    echo "The engine (process $pid) did not stop within 30 seconds; see $log" >&2
    return 1
}

engine=$(installers/linux/which-engine.sh)
case $engine-${1-} in
    machine-start | machine-stop | machine-status)
        machine "$1"
        exit
        ;;
esac
# Somebody who can have both may have started the machine by DAVIT_ENGINE.
machine_exists() {
    [ -e "${DAVIT_MACHINE_HOME:-${XDG_DATA_HOME:-${HOME-}/.local/share}/davit/machine}/machine.json" ]
}

case ${1-} in
    start) start ;;
    stop)
        stop
        if machine_exists; then machine stop; fi
        ;;
    status) if answers; then echo "answers on $socket"; else echo "does not answer on $socket"; exit 1; fi ;;
    *) echo "usage: $0 start|stop|status" >&2; exit 2 ;;
esac
