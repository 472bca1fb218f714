"""What goes into the guest: which files of the packages, and what their scripts would have done."""

from pathlib import Path

from davit_image.debian import BuildError
from davit_image.kernel import Module
from davit_image.tree import (
    Entry,
    File,
    Folder,
    Link,
    Tree,
    add_parents,
    drop_empty_folders,
    matches,
    scan,
    without,
)

PYTHON_FOLDERS = ("usr/lib/python3.13", "usr/lib/python3/dist-packages")

_NOT_NEEDED = (
    "boot",
    "etc/apparmor.d",
    "etc/cron*",
    "etc/default",
    "etc/init.d",
    "etc/logcheck",
    "etc/pam.d",
    "etc/rc*.d",
    "etc/security",
    "etc/ufw",
    "etc/update-motd.d",
    "*.a",
    "*.la",
    "*.pc",
    "usr/games",
    "usr/include",
    "usr/lib/apt",
    "usr/lib/dracut",
    "usr/lib/initcpio",
    "usr/lib/linux-image-*",
    "usr/lib/locale",
    "usr/lib/modules",
    "usr/lib/pkgconfig",
    "usr/lib/sysctl.d",
    "usr/lib/systemd",
    "usr/lib/tmpfiles.d",
    "usr/lib/udev",
    "usr/lib/*-linux-gnu/audit",
    "usr/lib/*-linux-gnu/gconv",
    "usr/lib/*-linux-gnu/pkgconfig",
    "usr/lib/*-linux-gnu/security",
    "usr/lib/python3*/pydoc_data",
    "usr/lib/python3*/turtledemo",
    "usr/lib/python3*/idlelib",
    "usr/lib/python3*/tkinter",
    "usr/lib/python3*/ensurepip",
    "usr/lib/python3*/lib2to3",
    "usr/lib/python3*/venv",
    "usr/lib/python3*/config-3*",
    "usr/lib/python3*/lib-dynload/_dbm*",
    "usr/lib/python3*/curses",
    "usr/lib/python3*/wsgiref",
    "usr/lib/python3*/xmlrpc",
    "usr/lib/python3/dist-packages/*/tests",
    "usr/lib/python3/dist-packages/*.pyx",
    "usr/lib/python3/dist-packages/*.pxd",
    "usr/lib/python3/dist-packages/*.c",
    "usr/lib/python3/dist-packages/*.h",
    "usr/share/apport",
    "usr/share/bash-completion",
    "usr/share/bug",
    "usr/share/debconf",
    "usr/share/doc",
    "usr/share/doc-base",
    "usr/share/fish",
    "usr/share/gdb",
    "usr/share/glib-2.0",
    "usr/share/info",
    "usr/share/initramfs-tools",
    "usr/share/libc-bin",
    "usr/share/lintian",
    "usr/share/locale",
    "usr/share/man",
    "usr/share/metainfo",
    "usr/share/pam*",
    "usr/share/pixmaps",
    "usr/share/polkit-1",
    "usr/share/python3",
    "usr/share/applications",
    "usr/share/zoneinfo/posix",
    "usr/share/zoneinfo/right",
    "usr/share/zsh",
    "usr/src",
    "var",
)

_FROM_BUSYBOX = tuple(
    f"usr/{path}"
    for path in (
        "bin/free", "bin/kill", "bin/pgrep", "bin/pidwait", "bin/pkill", "bin/pmap", "bin/pwdx",
        "bin/skill", "bin/slabtop", "bin/snice", "bin/tload", "bin/top", "bin/uptime",
        "bin/vmstat", "bin/w", "bin/watch", "sbin/sysctl",
    )
)  # fmt: skip
"""Of procps, only ps is wanted."""

_EMULATED = {"x86_64": "aarch64", "aarch64": "x86_64"}
"""The architecture whose programs a guest runs beside its own."""

_PARTS = (
    ("the engine", "/davit_engine/"),
    ("the emulator", "usr/bin/qemu-"),
    ("kernel modules", "usr/lib/modules/"),
    ("Python", "usr/lib/python3"),
    ("Python", "usr/bin/python3"),
    ("time zones", "usr/share/zoneinfo/"),
)

_FOLDERS = (
    "dev", "host", "media", "mnt", "opt", "proc", "run", "srv", "sys", "tmp", "root",
    "var/cache", "var/lib/davit", "var/log", "var/tmp", "etc/davit", "usr/local/bin",
)  # fmt: skip

_PASSWD = """\
root:x:0:0:root:/root:/bin/sh
sshd:x:100:65534:sshd:/run/sshd:/usr/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
"""
_GROUP = """\
root:x:0:
tty:x:5:
disk:x:6:
davit:x:101:
nogroup:x:65534:
"""
_SHADOW = "root:*:::::::\nsshd:*:::::::\nnobody:*:::::::\n"
_OS_RELEASE = """\
NAME="Davit guest"
PRETTY_NAME="Davit guest {engine} (Debian 13)"
ID=debian
VERSION_ID="13"
VERSION_CODENAME=trixie
VARIANT_ID=davit
"""


def root_tree(base: Path, guest: Path, engine: Path, version: str, applets: list[str]) -> Tree:
    """The root file system without the kernel's modules.

    `base` holds the unpacked packages, `guest` our own files, `engine` the compiled engine as it
    lies below dist-packages.
    """
    tree = without(scan(base), (*_NOT_NEEDED, *_FROM_BUSYBOX))
    for path, entry in scan(engine).items():
        tree[f"usr/lib/python3/dist-packages/{path}"] = entry
    tree |= scan(guest)
    tree |= _settings(version)
    tree["etc/ssl/certs/ca-certificates.crt"] = File(_certificates(base))
    for applet in applets:
        if f"usr/bin/{applet}" not in tree and f"usr/sbin/{applet}" not in tree:
            tree[f"usr/bin/{applet}"] = Link("busybox")
    tree["usr/sbin/init"] = Link("../bin/busybox")
    add_parents(tree)
    return drop_empty_folders(tree, keep=_FOLDERS)


def with_one_emulator(tree: Tree, architecture: str) -> Tree:
    """Of qemu-user, what runs and registers programs of the other architecture.

    Raises BuildError when the package has not got it where the guest's scripts look.
    """
    other = _EMULATED[architecture]
    kept = {
        f"usr/bin/qemu-{other}",
        f"usr/libexec/qemu-binfmt/{other}-binfmt-P",
        f"usr/share/qemu/binfmt.d/qemu-{other}.conf",
    }
    if lacking := sorted(kept - tree.keys()):
        raise BuildError(f"qemu-user holds no {', '.join(lacking)}")
    emulators = ("usr/bin/qemu-*", "usr/libexec/qemu-binfmt/*", "usr/share/qemu/binfmt.d/*")
    return {path: one for path, one in tree.items() if path in kept or not matches(path, emulators)}


def python_tree(base: Path) -> dict[str, File]:
    """The Python source of the packages that the guest keeps."""
    return {
        path: entry
        for path, entry in without(scan(base), _NOT_NEEDED).items()
        if isinstance(entry, File) and path.endswith(".py") and path.startswith(PYTHON_FOLDERS)
    }


def _settings(version: str) -> Tree:
    """What install scripts would have written."""
    tree: dict[str, Entry] = {name: Folder() for name in _FOLDERS}
    tree |= {
        "root": Folder(0o700),
        "tmp": Folder(0o1777),
        "var/tmp": Folder(0o1777),
        "var/run": Link("../run"),
        "var/lock": Link("../run/lock"),
        "etc/passwd": File(_PASSWD.encode()),
        "etc/group": File(_GROUP.encode()),
        "etc/shadow": File(_SHADOW.encode(), 0o600),
        "etc/hostname": File(b"davit\n"),
        "etc/hosts": File(b"127.0.0.1\tlocalhost\n"),
        "etc/resolv.conf": File(b"nameserver 10.0.2.3\n"),
        "etc/nsswitch.conf": File(b"passwd: files\ngroup: files\nhosts: files dns\n"),
        "etc/machine-id": File(b""),
        "etc/localtime": Link("/usr/share/zoneinfo/Etc/UTC"),
        "etc/timezone": File(b"Etc/UTC\n"),
        "etc/mtab": Link("/proc/self/mounts"),
        "etc/os-release": File(_OS_RELEASE.format(engine=version).encode()),
        "etc/fuse.conf": File(b"user_allow_other\n"),
        "usr/bin/python3": Link("python3.13"),
    }
    return tree


def _certificates(base: Path) -> bytes:
    """One file of all, in the order of their names."""
    files = sorted((base / "usr/share/ca-certificates").rglob("*.crt"))
    if not files:
        raise BuildError("ca-certificates holds no certificate")
    return b"".join(file.read_bytes().rstrip(b"\n") + b"\n" for file in files)


def modules_tree(modules: tuple[Module, ...], kernel: Path, version: str) -> Tree:
    """The chosen modules as depmod wants them: plain, with the kernel's own lists."""
    below = f"usr/lib/modules/{version}"
    tree: Tree = {f"{below}/kernel/{module.path}.ko": File(module.content) for module in modules}
    for name in ("modules.builtin", "modules.builtin.modinfo", "modules.order"):
        tree[f"{below}/{name}"] = File(kernel / name)
    add_parents(tree)
    return tree


def initramfs_tree(busybox: Path, init: Path, modules: tuple[Module, ...]) -> Tree:
    applets = ("sh", "mount", "insmod", "mkdir", "sleep", "usleep", "switch_root")
    tree: Tree = {
        "bin/busybox": File(busybox, 0o755),
        "init": File(init, 0o755),
        "modules/order": File("".join(f"{one.name}.ko\n" for one in modules).encode()),
    }
    tree |= {f"bin/{applet}": Link("busybox") for applet in applets}
    tree |= {f"modules/{one.name}.ko": File(one.content) for one in modules}
    tree |= {name: Folder() for name in ("dev", "proc", "sys", "lower", "writable", "root")}
    add_parents(tree)
    return tree


def parts(tree: Tree) -> dict[str, int]:
    """Bytes by what they are for."""
    sizes: dict[str, int] = {}
    for path, entry in tree.items():
        if isinstance(entry, File):
            part = next((name for name, below in _PARTS if below in path), "programs and libraries")
            sizes[part] = sizes.get(part, 0) + entry.size
    return sizes
