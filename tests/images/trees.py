"""Root file systems out of Debian's packages, as folders."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from images.recipes import Debian, Packages

_SLIM = (
    "/usr/share/doc/*",
    "/usr/share/man/*",
    "/usr/share/info/*",
    "/usr/share/locale/*",
    "/usr/share/lintian/*",
    "/usr/share/bash-completion/*",
)


def busybox() -> dict[str, bytes | str]:
    binary = Path("/bin/busybox")
    applets = _run([str(binary), "--list"]).split()
    return {
        "bin/busybox": binary.read_bytes(),
        **{f"bin/{name}": "busybox" for name in applets if name != "busybox"},
        "usr/bin/env": "../../bin/busybox",
        "etc/passwd": b"root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n",
        "etc/group": b"root:x:0:\nnobody:x:65534:\n",
        "root/": b"",
        "tmp/": b"",
        "var/www/": b"",
    }


def debootstrap(step: Debian, target: Path) -> None:
    _run(
        [
            "mmdebstrap",
            "--mode=root",
            "--variant=minbase",
            f"--include={','.join(step.packages)}",
            *(f"--dpkgopt=path-exclude={pattern}" for pattern in _SLIM),
            "--dpkgopt=force-unsafe-io",
            step.suite,
            str(target),
        ]
    )
    for node in (target / "dev").iterdir():
        if node.is_dir() and not node.is_symlink():
            shutil.rmtree(node)
        else:
            node.unlink()
    policy = target / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n")
    policy.chmod(0o755)
    shutil.rmtree(target / "var/cache/apt", ignore_errors=True)


def install(step: Packages, below: Sequence[Path], target: Path, scratch: Path) -> None:
    """Install packages in an overlay of the steps below; what changed ends in `target`."""
    root, work = scratch / "root", scratch / "work"
    for folder in (root, work, target):
        folder.mkdir(mode=0o755)
    lower = ":".join(str(tree) for tree in reversed(below))
    options = f"lowerdir={lower},upperdir={target},workdir={work}"
    _run(["mount", "-t", "overlay", "overlay", "-o", options, str(root)])
    try:
        shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
        _run(["mount", "--bind", "/dev", str(root / "dev")])
        try:
            _run(["chroot", str(root), "sh", "-ec", _INSTALL, "sh", *step.packages])
            _run(["chroot", str(root), "sh", "-ec", step.script])
        finally:
            _run(["umount", str(root / "dev")])
    finally:
        _run(["umount", str(root)])
    (target / "etc/resolv.conf").unlink(missing_ok=True)


_INSTALL = """
export DEBIAN_FRONTEND=noninteractive
apt-get update
apt-get install -y --no-install-recommends -o DPkg::Options::=--force-unsafe-io "$@"
rm -rf /var/lib/apt/lists/* /var/cache/apt /var/log/apt /var/log/dpkg.log /var/cache/debconf/*-old
mkdir -p /var/lib/apt/lists/partial
"""


def _run(command: Sequence[str], timeout: float = 600) -> str:
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8"}
    environment |= {name: value for name, value in os.environ.items() if name.endswith("_proxy")}
    done = subprocess.run(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        timeout=timeout,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(
            f"{' '.join(command)}: exit status {done.returncode}\n{done.stdout[-4000:]}"
        )
    return done.stdout
