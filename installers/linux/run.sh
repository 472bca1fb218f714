#!/bin/bash
# run.sh: start the engine, then the window; without a display, the starter container in this terminal.
set -euo pipefail
cd "$(dirname "$0")/../.."
socket=/run/davit/engine.sock
export DOCKER_HOST=unix://$socket
installers/linux/engine.sh start

if [ ! -w "$socket" ] && ! id -nG "$(id -un)" | tr ' ' '\n' | grep -qx davit; then
    echo "Adding $(id -un) to the group davit, which may use the engine"
    sudo usermod -aG davit "$(id -un)"
fi

# Run a command as a member of that group, even before the next login.
as_member() {
    if [ -w "$socket" ]; then
        "$@"
        return
    fi
    local words
    printf -v words '%q ' "$@"
    sg davit -c "$words"
}

if [ -n "${DISPLAY-}${WAYLAND_DISPLAY-}" ]; then
    as_member .venv/bin/davit-desktop
    exit
fi

# At its very first start the engine is still unpacking the images that came along.
for ((tries = 0; tries < 150; tries++)); do
    as_member .venv/bin/davit image inspect davit/hello >/dev/null 2>&1 && break
    sleep 0.2
done
as_member .venv/bin/davit run --rm davit/hello
cat <<TEXT
The engine listens on $socket. To use it from any Docker tool:

    export DOCKER_HOST=unix://$socket

There is no display here, so no window was opened. In a graphical session
\`make run\` opens it; so does $PWD/.venv/bin/davit-desktop.
\`make stop\` stops the engine.
TEXT
