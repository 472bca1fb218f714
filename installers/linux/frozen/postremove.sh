#!/bin/sh
# After removing; data goes only with dpkg's purge, which rpm does not know.
set -e
case $1 in
    remove | purge | 0) rm -rf /run/davit ;;
esac
if [ "$1" = purge ]; then
    rm -rf --one-file-system /var/lib/davit /var/log/davit
    rm -rf /etc/davit
    if getent group davit >/dev/null; then
        groupdel davit || echo "davit: the group davit stays" >&2
    fi
fi
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
fi
