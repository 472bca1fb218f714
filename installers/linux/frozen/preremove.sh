#!/bin/sh
# Before removing, which dpkg calls remove and rpm 0: the engine and its containers stop.
set -e
case $1 in remove | 0) ;; *) exit 0 ;; esac
if [ -d /run/systemd/system ]; then
    systemctl disable --now davit-engine.socket davit-engine.service || true
fi
pid=$(cat /run/davit/engine.pid 2>/dev/null || true)
if [ -n "$pid" ] && kill -TERM "$pid" 2>/dev/null; then
    tries=0
    while kill -0 "$pid" 2>/dev/null && [ $tries -lt 150 ]; do
        sleep 0.2
        tries=$((tries + 1))
    done
fi
if [ -n "$(ls -A /run/davit/bundles 2>/dev/null)" ]; then
    /opt/davit/davit-engine --stop-containers >/dev/null 2>&1 ||
        echo "davit: containers may still run; see: crun --root /run/davit/runtime list" >&2
fi
