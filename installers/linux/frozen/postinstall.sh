#!/bin/sh
# After installing or upgrading: the group, and the engine where systemd runs.
set -e
if command -v systemd-sysusers >/dev/null; then
    systemd-sysusers davit-engine.conf
elif ! getent group davit >/dev/null; then
    groupadd --system davit
fi
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl enable --now davit-engine.socket davit-engine.service
    # After an upgrade the new engine takes over what runs.
    systemctl try-restart davit-engine.service
fi
