"""Names of images: `nginx`, `ghcr.io/a/b:1.2`, `name@sha256:…`, by distribution's grammar.

https://github.com/distribution/reference/blob/main/reference.go
"""

from __future__ import annotations

import re

import msgspec

DEFAULT_REGISTRY = "docker.io"

_PART = r"[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*"
_PATH = re.compile(rf"{_PART}(?:/{_PART})*")
_LABEL = r"(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])"
_DOMAIN = re.compile(rf"(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9a-fA-F:]+\])(?::[0-9]+)?")
_TAG = re.compile(r"\w[\w.-]{0,127}", re.ASCII)
_DIGEST = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}")


class InvalidReference(ValueError):
    """Not the name of an image; the message is docker's."""


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """`registry` is "docker.io" and `path` begins with "library/" where the name leaves it out."""

    registry: str
    path: str
    tag: str = ""
    digest: str = ""

    def full(self) -> str:
        """The whole name: "docker.io/library/nginx:latest"."""
        return f"{self.registry}/{self.path}{self._suffix()}"

    def familiar(self) -> str:
        """As people write it: "nginx:latest"."""
        return f"{self.familiar_name()}{self._suffix()}"

    def familiar_name(self) -> str:
        """Without tag and digest: "nginx"."""
        if self.registry != DEFAULT_REGISTRY:
            return f"{self.registry}/{self.path}"
        return self.path.removeprefix("library/")

    def tagged(self) -> Reference:
        """With "latest" where there is neither tag nor digest."""
        if self.tag or self.digest:
            return self
        return msgspec.structs.replace(self, tag="latest")

    def _suffix(self) -> str:
        tag = f":{self.tag}" if self.tag else ""
        return f"{tag}@{self.digest}" if self.digest else tag


def parse_reference(text: str) -> Reference:
    """Raises InvalidReference."""
    rest, at, digest = text.partition("@")
    if at and not _DIGEST.fullmatch(digest):
        raise InvalidReference("invalid reference format")
    head, colon, tag = rest.rpartition(":")
    if colon and "/" not in tag:
        if not _TAG.fullmatch(tag):
            raise InvalidReference("invalid reference format")
        rest = head
    else:
        tag = ""
    domain, slash, path = rest.partition("/")
    named = slash and ("." in domain or ":" in domain or domain == "localhost")
    if (not named and domain.lower() == domain) or not slash:
        domain, path = DEFAULT_REGISTRY, rest
    if domain == "index.docker.io":
        domain = DEFAULT_REGISTRY
    if domain == DEFAULT_REGISTRY and "/" not in path:
        path = f"library/{path}"
    if not _PATH.fullmatch(path):
        if path.lower() != path and _PATH.fullmatch(path.lower()):
            raise InvalidReference("invalid reference format: repository name must be lowercase")
        raise InvalidReference("invalid reference format")
    if not _DOMAIN.fullmatch(domain) or len(path) > 255:
        raise InvalidReference("invalid reference format")
    if not at and re.fullmatch(r"[0-9a-f]{64}", text):
        raise InvalidReference(
            f"invalid repository name ({text}), cannot specify 64-byte hexadecimal strings"
        )
    return Reference(registry=domain, path=path, tag=tag, digest=digest)
