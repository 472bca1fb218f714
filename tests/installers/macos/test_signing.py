"""The order of signatures, and what each program may do."""

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from macos import property_lists, signing

QT = "Contents/Resources/packages/PySide6/Qt/lib/QtCore.framework/Versions/A"
PYTHON = "Contents/Frameworks/Python.framework/Versions/3.13"
CODE = [
    "Contents/MacOS/davit",
    "Contents/MacOS/davit-desktop",
    "Contents/MacOS/davit-machine",
    f"{PYTHON}/Python",
    f"{PYTHON}/lib/python3.13/lib-dynload/_ssl.cpython-313-darwin.so",
    f"{QT}/QtCore",
    "Contents/Resources/packages/PySide6/QtCore.abi3.so",
    "Contents/Resources/qemu/bin/qemu-img",
    "Contents/Resources/qemu/bin/qemu-system-aarch64",
]


def signed(code: list[str]) -> list[str]:
    return [str(step.path) for step in signing.order(map(PurePosixPath, code))]


def test_libraries_then_frameworks_then_programs_then_the_application() -> None:
    assert signed(CODE) == [
        f"{PYTHON}/lib/python3.13/lib-dynload/_ssl.cpython-313-darwin.so",
        QT,
        PYTHON,
        "Contents/Resources/packages/PySide6/QtCore.abi3.so",
        "Contents/MacOS/davit",
        "Contents/MacOS/davit-machine",
        "Contents/Resources/qemu/bin/qemu-img",
        "Contents/Resources/qemu/bin/qemu-system-aarch64",
        ".",
    ]


@given(st.permutations(CODE))
def test_nothing_is_signed_before_what_it_contains(code: list[str]) -> None:
    done = signed(code)
    assert done == signed(CODE)
    for place, one in enumerate(done):
        inside = [
            other
            for other in done[place + 1 :]
            if PurePosixPath(one) in PurePosixPath(other).parents
        ]
        assert not inside


def test_the_emulator_alone_may_use_the_hypervisor() -> None:
    rights = {str(step.path): step.rights for step in signing.order(map(PurePosixPath, CODE))}
    assert rights["Contents/Resources/qemu/bin/qemu-system-aarch64"] == {
        "com.apple.security.hypervisor": True,
        "com.apple.security.cs.allow-jit": True,
    }
    others = {name: given for name, given in rights.items() if "qemu-system" not in name}
    assert all(not given for given in others.values())
    assert [name for name, given in others.items() if given is not None] == [
        "Contents/MacOS/davit",
        "Contents/MacOS/davit-machine",
        "Contents/Resources/qemu/bin/qemu-img",
        ".",
    ]


def test_only_code_signed_ad_hoc_loads_what_others_signed() -> None:
    library = "com.apple.security.cs.disable-library-validation"
    assert property_lists.entitlements({}, identity="-") == {library: True}
    assert property_lists.entitlements({}, identity="Developer ID Application: A (B)") == {}
