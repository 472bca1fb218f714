"""Which files of the packages go into the guest."""

import pytest
from davit_image.debian import BuildError
from davit_image.recipe import with_one_emulator
from davit_image.tree import File, Link, Tree

FILE = File(b"")


def qemu_user() -> Tree:
    """As Debian packs it; a file of another package beside it."""
    tree: Tree = {"usr/bin/qemu-arm64": Link("qemu-aarch64"), "usr/bin/busybox": FILE}
    for name in ("aarch64", "aarch64_be", "alpha", "arm", "x86_64", "xtensa"):
        tree[f"usr/bin/qemu-{name}"] = FILE
        tree[f"usr/libexec/qemu-binfmt/{name}-binfmt-P"] = Link(f"../../bin/qemu-{name}")
        tree[f"usr/share/qemu/binfmt.d/qemu-{name}.conf"] = FILE
    return tree


@pytest.mark.parametrize(("guest", "other"), [("x86_64", "aarch64"), ("aarch64", "x86_64")])
def test_of_the_emulators_only_the_other_architecture_s_is_kept(guest: str, other: str) -> None:
    assert with_one_emulator(qemu_user(), guest).keys() == {
        "usr/bin/busybox",
        f"usr/bin/qemu-{other}",
        f"usr/libexec/qemu-binfmt/{other}-binfmt-P",
        f"usr/share/qemu/binfmt.d/qemu-{other}.conf",
    }


def test_an_emulator_that_is_elsewhere_is_told() -> None:
    tree = qemu_user()
    del tree["usr/bin/qemu-aarch64"]

    with pytest.raises(BuildError, match="qemu-user holds no usr/bin/qemu-aarch64"):
        with_one_emulator(tree, "x86_64")
