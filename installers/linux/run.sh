#!/bin/bash
# run.sh: install what is missing, start the engine, open the window; without a display, run the
# starter container in this terminal. Without root, the engine runs in a machine.
set -euo pipefail
cd "$(dirname "$0")/../.."
engine=$(installers/linux/which-engine.sh)
display=${DISPLAY-}${WAYLAND_DISPLAY-}

# Run a command as a member of the native engine's group, even before the next login.
as_member() {
    if [ -w "$socket" ]; then
        "$@"
        return
    fi
    local words
    printf -v words '%q ' "$@"
    sg davit -c "$words"
}

case $engine in
    native)
        installers/linux/bootstrap.sh engine desktop
        installers/linux/venv.sh engine,desktop
        ;;
    machine)
        # Qt's libraries are of no use without a display, and may be what only root can install.
        installers/linux/bootstrap.sh machine ${display:+desktop}
        installers/linux/venv.sh "${display:+desktop,}cli"
        ;;
esac
built=(starter)
if [ -x .venv/bin/pyside6-lrelease ]; then
    built+=(languages)
fi
"${MAKE:-make}" --no-print-directory "${built[@]}"
installers/linux/engine.sh start

if [ "$engine" = native ]; then
    socket=/run/davit/engine.sock
    export DOCKER_HOST=unix://$socket
    if [ ! -w "$socket" ] && ! id -nG "$(id -un)" | tr ' ' '\n' | grep -qx davit; then
        echo "Adding $(id -un) to the group davit, which may use the engine"
        sudo usermod -aG davit "$(id -un)"
    fi
else
    as_member() { "$@"; }
    export DAVIT_ENGINE=machine
fi

if [ -n "$display" ]; then
    as_member .venv/bin/davit-desktop
    exit
fi

# At its very first start the engine is still unpacking the images that came along.
for ((tries = 0; tries < 150; tries++)); do
    as_member .venv/bin/davit image inspect davit/hello >/dev/null 2>&1 && break
    sleep 0.2
done
as_member .venv/bin/davit run --rm davit/hello
if [ "$engine" = native ]; then
    line="export DOCKER_HOST=$DOCKER_HOST"
else
    line=$(.venv/bin/davit machine env)
fi
cat <<TEXT
The engine is ready. To use it from any Docker tool:

    $line

There is no display here, so no window was opened. In a graphical session
\`make run\` opens it; so does $PWD/.venv/bin/davit-desktop.
\`make stop\` stops the engine.
TEXT
