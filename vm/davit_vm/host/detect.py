"""Pick the adapter for this computer; the only place that asks sys.platform."""

import functools
import sys

from davit_vm.host.host import Host


@functools.cache
def detect_host() -> Host:
    if sys.platform == "win32":
        from davit_vm.host.windows import WindowsHost

        return WindowsHost()
    if sys.platform == "darwin":
        from davit_vm.host.macos import MacHost

        return MacHost()
    from davit_vm.host.linux import LinuxHost

    return LinuxHost()
