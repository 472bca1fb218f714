"""Debian packages as components, by their .deb files or by what is installed here.

The licence comes from the copyright file: where it is machine-readable (DEP-5), from its names.
"""

import re
import subprocess
import tarfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import quote

from bill_of_materials import licences
from bill_of_materials.component import Component
from release import BuildError, run

_FIELDS: Final = (
    "Package",
    "Version",
    "Architecture",
    "Source",
    "Maintainer",
    "Homepage",
    "Built-Using",
    "Static-Built-Using",
)
_NAME = re.compile(r"^License:[ \t]*(\S[^\n]*)$(?P<text>(?:\n[ \t][^\n]*)*)", re.MULTILINE)
_RELATION = re.compile(r"(\S+) \(= ([^)\s]+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """What a .deb says of itself."""

    control: Mapping[str, str]
    copyright: str = ""
    elsewhere: str = ""
    """The package that has the copyright file, where this one only links to its folder."""


def document(archive: Path) -> Document:
    """The control fields and the copyright file of a .deb."""
    control = parse_control(run(["dpkg-deb", "-f", archive, *_FIELDS]))
    folder = f"./usr/share/doc/{control['Package']}"
    text, elsewhere = "", ""
    with subprocess.Popen(["dpkg-deb", "--fsys-tarfile", archive], stdout=subprocess.PIPE) as dpkg:
        assert dpkg.stdout is not None
        with tarfile.open(fileobj=dpkg.stdout, mode="r|") as files:
            for member in files:
                if member.name == f"{folder}/copyright" and member.isreg():
                    file = files.extractfile(member)
                    text = file.read().decode(errors="replace") if file else ""
                elif member.name == folder and member.issym():
                    elsewhere = member.linkname.partition("/")[0]
        dpkg.stdout.read()
    return Document(control=control, copyright=text, elsewhere=elsewhere)


def read(archives: Iterable[Path]) -> list[Component]:
    """The packages in these .deb files, by name.

    Raises BuildError when a licence is in a package that is not among them.
    """
    return components([document(path) for path in archives])


def components(documents: Iterable[Document]) -> list[Component]:
    """A component each. Raises BuildError as `read` does."""
    known = {one.control["Package"]: one for one in documents}
    found = []
    for name, one in known.items():
        place = one
        while not place.copyright and place.elsewhere in known:
            place = known[place.elsewhere]
        if not place.copyright:
            raise BuildError(f"{name} has no copyright file; it is in {place.elsewhere or 'none'}")
        found.append(component(one.control, place.copyright))
    return sorted(found)


def installed(files: Iterable[Path]) -> list[Component]:
    """The packages of this system that own these files; a file of none is left out."""
    names: set[str] = set()
    for path in files:
        real = str(path.resolve())
        # Before Debian 13 packages say /lib where the file is in /usr/lib.
        done = subprocess.run(
            ["dpkg-query", "-S", str(path), real, real.removeprefix("/usr")],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        names |= {
            line.rpartition(": ")[0].split(",")[0].strip()
            for line in done.stdout.splitlines()
            if not line.startswith("diversion ")
        }
    return sorted(_from_system(name) for name in names)


def _from_system(name: str) -> Component:
    form = "".join(f"{field}: ${{{field}}}\n" for field in _FIELDS if field != "Source")
    form += "Source: ${source:Package} (${source:Version})\n"
    control = parse_control(run(["dpkg-query", "-W", "-f", form, name]))
    place = Path(f"/usr/share/doc/{control['Package']}/copyright")
    try:
        text = place.read_text(errors="replace")
    except FileNotFoundError as error:
        raise BuildError(
            f"{place} is missing, and with it the licence of {name}; install the package anew"
        ) from error
    return component(control, text)


def component(control: Mapping[str, str], copyright_file: str) -> Component:
    """A component from the fields of a control file and the text of its copyright file."""
    name, version = control["Package"], control["Version"]
    licence, extracted = _licence(name, copyright_file)
    return Component(
        name=name,
        version=version,
        licence=licence,
        supplier=control.get("Maintainer", "").partition("<")[0].strip(),
        purl=f"pkg:deb/debian/{name}@{quote(version, safe='')}?arch={control['Architecture']}",
        download=f"https://packages.debian.org/{name}",
        home=control.get("Homepage", ""),
        sources=_sources(control),
        texts={f"/usr/share/doc/{name}/copyright": copyright_file},
        extracted=extracted,
    )


def _sources(control: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """`Source: name (version)`, where a part that is missing is as in the package, and others
    that went in whole: the kernel into its signed package, libc into a static program."""
    match = re.fullmatch(r"(\S+)(?:\s+\((\S+)\))?", control.get("Source", "").strip())
    # Debian adds +b1 to a version when it compiles the same source once more.
    version = re.sub(r"\+b\d+$", "", control["Version"])
    own = (match[1], match[2] or version) if match else (control["Package"], version)
    others = _RELATION.findall(
        control.get("Built-Using", "") + ", " + control.get("Static-Built-Using", "")
    )
    return (own, *(other for other in sorted(set(others)) if other != own))


def _licence(package: str, text: str) -> tuple[str, dict[str, str]]:
    """The expression, and what its LicenseRef- words stand for."""
    if not re.match(r"(?i)format(-specification)?:", text.lstrip("\ufeff \n")):
        return "", {}
    words: set[str] = set()
    extracted: dict[str, str] = {}
    bodies = {match[1].strip(): match["text"].strip() for match in _NAME.finditer(text)}
    for stated in bodies:
        for name in re.split(r"\s+(?:and|or|and/or)\s+|,\s*", stated):
            bare = name.strip("() ").partition(" with ")[0]
            known = licences.of_debian(bare)
            if not known and bare:
                known = "LicenseRef-" + re.sub(r"[^A-Za-z0-9.-]+", "-", f"{package}-{bare}")
                body = bodies.get(bare) or bodies[stated]
                extracted[known] = body or f"{bare}, see /usr/share/doc/{package}/copyright"
            if known:
                words.add(known)
    # A package's files are under several licences; what an `or` leaves open is kept as all of them.
    return " AND ".join(sorted(words)), extracted


def parse_control(text: str) -> dict[str, str]:
    """The fields of a control file or of dpkg's answers; of long ones the first line."""
    fields = (line.partition(":") for line in text.splitlines() if line[:1].strip())
    return {name: value.strip() for name, _, value in fields}
