"""What is wrong with an application is said in words."""

import plistlib
from collections.abc import Callable
from pathlib import Path

import pytest

from macos import checks
from macos.macho import FileType, Processor

Make = Callable[..., bytes]
PACKAGES = "Contents/Resources/packages"


def put(app: Path, name: str, content: bytes) -> None:
    path = app / PACKAGES / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def problems(app: Path) -> list[str]:
    return checks.problems(app, Processor.ARM64)


def test_a_sound_application_has_none(bare_app: Path, macho_file: Make) -> None:
    put(bare_app, "lib/libone.dylib", macho_file(name="@rpath/libone.dylib"))
    put(
        bare_app,
        "two.so",
        macho_file(
            loads=("@rpath/libone.dylib", "/usr/lib/libSystem.B.dylib"),
            rpaths=("@loader_path/lib",),
        ),
    )
    assert problems(bare_app) == []
    assert checks.oldest(bare_app) == {(11, 0): 2}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"loads": ("/opt/homebrew/lib/libglib.dylib",)}, "wants /opt/homebrew/lib/libglib.dylib"),
        ({"loads": ("@rpath/libgone.dylib",), "rpaths": ("@loader_path",)}, "libgone.dylib"),
        ({"loads": ("@loader_path/../../../../x.dylib",)}, "which is not in the application"),
        ({"rpaths": ("/Users/builder/Qt/lib",)}, "looks for libraries in /Users/builder/Qt/lib"),
        ({"oldest": (26, 0)}, "was built for macOS 26.0"),
        ({"processor": Processor.X86_64}, "is not for arm64 alone"),
        ({"kind": FileType.OBJECT}, "is an object file"),
    ],
)
def test_a_piece_of_code_that_does_not_fit_is_named(
    bare_app: Path, macho_file: Make, given: dict[str, object], said: str
) -> None:
    (bare_app.parent / "x.dylib").write_bytes(macho_file())
    put(bare_app, "one.so", macho_file(**given))
    (found,) = problems(bare_app)
    assert found.startswith(f"{PACKAGES}/one.so ")
    assert said in found


def test_two_slices_are_one_too_many(bare_app: Path, macho_file: Make, fat: Make) -> None:
    put(bare_app, "one.so", fat(macho_file(), macho_file(Processor.X86_64)))
    assert problems(bare_app) == [f"{PACKAGES}/one.so is not for arm64 alone"]


@pytest.mark.parametrize("leads", ["/etc/hosts", "../../../..", "gone"])
def test_a_link_that_leads_out_is_named(bare_app: Path, leads: str) -> None:
    (bare_app / "Contents" / "link").symlink_to(leads)
    assert problems(bare_app) == ["Contents/link leads out of the application, or nowhere"]


def test_a_link_that_holds_only_where_it_was_built_is_named(bare_app: Path) -> None:
    (bare_app / "Contents" / "link").symlink_to(bare_app / "Contents" / "Info.plist")
    assert problems(bare_app) == ["Contents/link leads out of the application, or nowhere"]


def test_an_icon_that_is_cut_short_is_told(bare_app: Path) -> None:
    path = bare_app / "Contents" / "Resources" / "davit.icns"
    path.write_bytes(path.read_bytes()[:-1])
    assert problems(bare_app) == [
        "the icon does not begin as one, or has another length than it says"
    ]


def test_a_program_that_is_none_of_ours_is_told(bare_app: Path) -> None:
    path = bare_app / "Contents" / "Info.plist"
    about = plistlib.loads(path.read_bytes())
    path.write_bytes(plistlib.dumps({**about, "CFBundleExecutable": "python3"}))
    assert problems(bare_app) == ["Info.plist names python3, which is none of the programs"]
