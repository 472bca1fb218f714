"""What a person fills in to build: what is wrong with it, and what of it may be seen (pure)."""

from __future__ import annotations

import re

import msgspec

from davit_desktop.client import build_flags
from davit_desktop.client.build_spec import BuildSpec
from davit_desktop.client.reference import InvalidReference, parse_reference
from davit_desktop.state.run_presets import holds_secret
from davit_desktop.translation import tr

COVER = "••••••••"


def wrong_tag(tag: str) -> str:
    """What must be mended in a name for the image; empty when nothing."""
    try:
        reference = parse_reference(tag)
    except InvalidReference:
        return tr("{name} is not the name of an image").format(name=tag)
    return tr("A name for an image has no digest") if reference.digest else ""


def proposed_tag(folder: str) -> str:
    """A name after the folder, where its name allows for one."""
    base = folder.rstrip("/\\").replace("\\", "/").rpartition("/")[2].lower()
    name = re.sub(r"[^a-z0-9]+", "-", base.removesuffix(".git")).strip("-")
    return f"{name}:latest" if name else ""


def command(spec: BuildSpec) -> str:
    """`docker build …`, with dots for values that look like secrets."""
    args = {
        name: COVER if value is not None and holds_secret(f"{name}={value}") else value
        for name, value in spec.args.items()
    }
    return build_flags.command(msgspec.structs.replace(spec, args=args))


def kept(spec: BuildSpec) -> BuildSpec:
    """What may be written to a disk of it."""
    args = {
        name: value
        for name, value in spec.args.items()
        if value is None or not holds_secret(f"{name}={value}")
    }
    return msgspec.structs.replace(spec, args=args)
