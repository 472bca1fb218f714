#!/bin/bash
# test.sh [PYTEST ARGUMENTS]: run the tests as root, since containers need it.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ "$#" -eq 0 ]; then
    # The whole suite: two processes, since many tests wait more than they work.
    set -- -m "not release" --numprocesses 2 --dist loadscope --no-loadscope-reorder --durations 40
fi
# Where a test stands that does not come back is told after five minutes.
set -- -o faulthandler_timeout=300 "$@"
export PATH=$PWD/.cache/bin:$PATH:/usr/sbin:/sbin
if [ "$(id -u)" -eq 0 ]; then
    exec .venv/bin/python -m pytest "$@"
fi
status=0
sudo -E env "PATH=$PATH" .venv/bin/python -m pytest "$@" || status=$?
# What the checks cached belongs to the owner of the checkout.
sudo chown -R "$(id -u):$(id -g)" .[a-z]*_cache .hypothesis 2>/dev/null || true
exit "$status"
