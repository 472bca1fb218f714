"""One file of a source package, wherever it lies."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """Known by its hash."""

    name: str
    sha256: str
    uri: str
