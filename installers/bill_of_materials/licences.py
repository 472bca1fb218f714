"""Licence names as Debian and Python packages spell them, as SPDX expressions."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

COMMON: Final = Path("/usr/share/common-licenses")
"""Where every Debian system keeps the texts that its packages refer to."""

_SPELT: Final = {
    "apache software license": "Apache-2.0",
    "apache-2.0": "Apache-2.0",
    "apache 2.0": "Apache-2.0",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "bsd-2-clause": "BSD-2-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "isc": "ISC",
    "isc license (iscl)": "ISC",
    "lgpl-2.1": "LGPL-2.1-only",
    "gnu general public license v2 (gplv2)": "GPL-2.0-only",
    "gnu lesser general public license v2 or later (lgplv2+)": "LGPL-2.0-or-later",
    "gnu library or lesser general public license (lgpl)": "LGPL-2.1-or-later",
    "mit": "MIT",
    "mit license": "MIT",
    "mozilla public license 2.0 (mpl 2.0)": "MPL-2.0",
    "mpl-2.0": "MPL-2.0",
    "psf-2.0": "PSF-2.0",
    "python software foundation license": "PSF-2.0",
    "zlib": "Zlib",
}
_DEBIAN: Final = {
    "0bsd": "0BSD",
    "apache-2": "Apache-2.0",
    "apache-2.0": "Apache-2.0",
    "apache2": "Apache-2.0",
    "artistic": "Artistic-1.0-Perl",
    "bsd-2-clause": "BSD-2-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "bsd-4-clause": "BSD-4-Clause",
    "bsl-1.0": "BSL-1.0",
    "cc0-1.0": "CC0-1.0",
    "expat": "MIT",
    "fsful": "FSFUL",
    "fsfullr": "FSFULLR",
    "gfdl-1.3+": "GFDL-1.3-or-later",
    "isc": "ISC",
    "mit": "MIT",
    "mpl-2.0": "MPL-2.0",
    "openssl": "OpenSSL",
    "psf": "PSF-2.0",
    "psf-2": "PSF-2.0",
    "psf-2.0": "PSF-2.0",
    "unicode-dfs-2016": "Unicode-DFS-2016",
    "x11": "X11",
    "zlib": "Zlib",
}
_GNU: Final = re.compile(r"(a|l)?gpl-?v?(\d)(?:\.(\d))?(?:\.0)?(\+|-or-later|-only)?")
_REFERENCE: Final = re.compile(r"/usr/share/common-licenses/([A-Za-z0-9.-]*[A-Za-z0-9])")


def of_python(words: Iterable[str]) -> str:
    """The expression for `License` or `License ::` values; empty when one is not known."""
    known = [_SPELT.get(word.strip().lower(), "") for word in words]
    return " AND ".join(sorted(set(known))) if known and all(known) else ""


def of_debian(name: str) -> str:
    """The expression for one short name of a Debian copyright file; empty when not known."""
    lowered = name.strip().lower()
    gnu = _GNU.fullmatch(lowered)
    if gnu:
        family = {"a": "AGPL", "l": "LGPL", None: "GPL"}[gnu[1]]
        later = "or-later" if gnu[4] in ("+", "-or-later") else "only"
        return f"{family}-{gnu[2]}.{gnu[3] or 0}-{later}"
    return _DEBIAN.get(lowered, "")


def is_copyleft(text: str) -> bool:
    """Whether an expression or a copyright file names a licence that asks for the source."""
    return bool(re.search(r"\b(?:A|L)?GPL|GNU (?:Lesser |Library |Affero )?General|\bMPL", text))


def common_texts(texts: Iterable[str]) -> dict[str, str]:
    """The full texts that Debian's copyright files only point to."""
    names = sorted({name for text in texts for name in _REFERENCE.findall(text)})
    return {name: (COMMON / name).read_text() for name in names if (COMMON / name).is_file()}
