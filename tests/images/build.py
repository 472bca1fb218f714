"""Build the images of the tests from Debian's packages, once per machine, step by step.

Each step's result is cached under a key made of the step, the steps below it and the code that
makes them. Needs root, mmdebstrap and busybox-static.
"""

import fcntl
import hashlib
import json
import os
import platform
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from images.layers import layer_from_files, layer_from_tree
from images.layout import Descriptor, Layer, Layout
from images.recipes import RECIPES, Busybox, Debian, Files, Packages, Recipe, Step
from images.trees import busybox, debootstrap, install

DEFAULT_CACHE = Path("/var/cache/davit-tests")
_CODE = b"".join(
    (Path(__file__).parent / name).read_bytes() for name in ("layers.py", "layout.py", "trees.py")
)
ARCHITECTURE = {"x86_64": "amd64", "aarch64": "arm64"}[platform.machine()]
"""This machine's, as images spell it."""


class Builder:
    """Images by the names in `recipes.RECIPES`, built when first asked for."""

    def __init__(self, cache: Path | None = None) -> None:
        self.cache = cache or Path(os.environ.get("DAVIT_TEST_CACHE", DEFAULT_CACHE))
        self.cache.mkdir(parents=True, exist_ok=True)
        self.layout = Layout(self.cache)

    def image(self, name: str) -> Descriptor:
        """The manifest or index of an image; all its blobs are in `layout`."""
        recipe = RECIPES[name]
        with self._locked():
            layers = [
                self._layer(recipe.steps[: depth + 1], recipe.compression)
                for depth in range(len(recipe.steps))
            ]
        return self._assemble(recipe, layers)

    def _assemble(self, recipe: Recipe, layers: Sequence[Layer]) -> Descriptor:
        manifest = self.layout.manifest(
            layers, recipe.config, docker=recipe.docker, architecture=ARCHITECTURE
        )
        if not recipe.platforms:
            return manifest
        foreign = layer_from_files(
            self.layout, {"foreign": b"another architecture\n"}, created_by="foreign"
        )
        manifests = {
            architecture: manifest
            if architecture == ARCHITECTURE
            else self.layout.manifest(
                [foreign], recipe.config, docker=recipe.docker, architecture=architecture
            )
            for architecture in recipe.platforms
        }
        return self.layout.index(manifests, docker=recipe.docker)

    def _layer(self, steps: Sequence[Step], compression: str) -> Layer:
        note = self.cache / "layers" / f"{_key(steps)}.{compression}.json"
        if note.exists():
            layer = Layer(**json.loads(note.read_bytes()))
            if self.layout.path(layer.digest).exists():
                return layer
        step = steps[-1]
        if isinstance(step, Files):
            layer = layer_from_files(
                self.layout, dict(step.files), created_by=_title(step), compression=compression
            )
        elif isinstance(step, Busybox):
            layer = layer_from_files(
                self.layout, busybox(), created_by=_title(step), compression=compression
            )
        else:
            layer = layer_from_tree(
                self.layout,
                self._tree(steps),
                created_by=_title(step),
                compression=compression,
            )
        note.parent.mkdir(exist_ok=True)
        partial = note.with_suffix(".part")
        partial.write_text(json.dumps(asdict(layer)))
        partial.rename(note)
        return layer

    def _tree(self, steps: Sequence[Step]) -> Path:
        """The folder that holds what the last step adds to those below it."""
        tree = self.cache / "trees" / _key(steps)
        if tree.exists():
            return tree
        tree.parent.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.cache, prefix="build-") as scratch:
            result = Path(scratch) / "result"
            step = steps[-1]
            if isinstance(step, Debian):
                debootstrap(step, result)
            elif isinstance(step, Packages):
                below = [self._tree(steps[: depth + 1]) for depth in range(len(steps) - 1)]
                install(step, below, result, Path(scratch))
            else:
                raise TypeError(f"{step} has no tree of its own")
            result.rename(tree)
        return tree

    @contextmanager
    def _locked(self) -> Iterator[None]:
        with (self.cache / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _key(steps: Sequence[Step]) -> str:
    return hashlib.sha256(_CODE + repr(tuple(steps)).encode()).hexdigest()[:24]


def _title(step: Step) -> str:
    match step:
        case Debian():
            return f"mmdebstrap {step.suite}"
        case Busybox():
            return "busybox-static"
        case Packages():
            return f"apt-get install {' '.join(step.packages)}"
        case Files():
            return f"ADD {step.files[0][0]}"
