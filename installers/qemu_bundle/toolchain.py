"""For which system QEMU is built, and with which compilers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Toolchain:
    """A system that QEMU is to run on."""

    name: str
    """Of the folder below build/."""
    prefix: str
    """Before the names of the tools: x86_64-w64-mingw32-. Empty for this computer's own."""
    suffix: str
    """Of programs."""
    options: tuple[str, ...]
    """Of QEMU's configure."""
    link_options: tuple[str, ...] = ()

    @property
    def host(self) -> tuple[str, ...]:
        """For configure scripts."""
        return (f"--host={self.prefix.rstrip('-')}",) if self.prefix else ()


WINDOWS: Final = Toolchain(
    name="windows-qemu",
    prefix="x86_64-w64-mingw32-",
    suffix=".exe",
    options=("--static", "--enable-whpx"),
    # A time of linking in the program would make every build another one.
    link_options=("-Wl,--no-insert-timestamp",),
)
MACOS: Final = Toolchain(
    name="macos-qemu",
    prefix="",
    suffix="",
    options=("--enable-hvf", "--enable-virtfs"),
)


def meson_file(toolchain: Toolchain, libraries: Path, flags: list[str]) -> str:
    """A machine file for meson: where libraries are found, and the tools of a cross build."""
    compile_options = [f"-I{libraries}/include", *flags]
    link_options = [f"-L{libraries}/lib", *toolchain.link_options]
    lines = [
        "[built-in options]",
        *(f"{language}_args = {compile_options!r}" for language in ("c", "cpp", "objc")),
        *(f"{language}_link_args = {link_options!r}" for language in ("c", "cpp", "objc")),
        "[properties]",
        f"pkg_config_libdir = {str(libraries / 'lib/pkgconfig')!r}",
    ]
    if toolchain.prefix:
        tools = {"c": "gcc", "cpp": "g++", "ar": "ar", "strip": "strip", "windres": "windres"}
        lines += [
            "needs_exe_wrapper = true",
            "[binaries]",
            *(f"{name} = '{toolchain.prefix}{tool}'" for name, tool in tools.items()),
            "pkg-config = 'pkg-config'",
            "[host_machine]",
            "system = 'windows'",
            "cpu_family = 'x86_64'",
            "cpu = 'x86_64'",
            "endian = 'little'",
        ]
    return "\n".join(lines) + "\n"
