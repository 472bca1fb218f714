#!/bin/bash
# which-engine.sh: say `native` where the engine can run on this computer itself, else `machine`.
# The engine needs root; without it, or where DAVIT_ENGINE=machine asks for it, it runs in a machine.
set -euo pipefail

case ${DAVIT_ENGINE-} in
    native | machine)
        echo "$DAVIT_ENGINE"
        exit
        ;;
    '') ;;
    *)
        echo "DAVIT_ENGINE is '$DAVIT_ENGINE'; it can be native or machine." >&2
        exit 2
        ;;
esac

# Root of a container that may not mount anything is no root for the engine.
root_is_enough() { [ "$(id -u)" -eq 0 ] && unshare --mount true 2>/dev/null; }
# One that runs already asks for nobody's password.
may_use_socket() { [ -S /run/davit/engine.sock ] && [ -w /run/davit/engine.sock ]; }
sudo_works() {
    [ "$(id -u)" -ne 0 ] && command -v sudo >/dev/null || return 1
    sudo -n true 2>/dev/null && return
    # Whoever may become root with a password is asked for it, if there is somebody to answer.
    [ -t 0 ] && id -nG | tr ' ' '\n' | grep -qxE 'sudo|wheel|admin'
}

if root_is_enough || may_use_socket || sudo_works; then echo native; else echo machine; fi
