"""A pull or push as rows: what each layer is doing, and how far all of it is (pure)."""

import re
from collections.abc import Mapping

import msgspec

from davit_desktop.client.types import Progress
from davit_desktop.state.problem import Problem
from davit_desktop.translation import mark, tr

_DONE = ("Pull complete", "Already exists", "Pushed", "Layer already exists")
_MOVING = ("Downloading", "Pushing")
_MOUNTED = "Mounted from "
_WORDS = {
    "Pulling fs layer": mark("Waiting"),
    "Already exists": mark("Already here"),
    "Verifying Checksum": mark("Verifying"),
    "Download complete": mark("Downloaded"),
    "Pull complete": mark("Done"),
    "Preparing": mark("Waiting"),
    "Pushed": mark("Done"),
    "Layer already exists": mark("Already there"),
    "Waiting": mark("Waiting"),
    "Downloading": mark("Downloading"),
    "Extracting": mark("Extracting"),
    "Pushing": mark("Pushing"),
}
_FINISHED = frozenset(_WORDS[status] for status in _DONE)


class Layer(msgspec.Struct, frozen=True, kw_only=True):
    """One layer; sizes in bytes, `total` 0 when unknown. `place` is the order of arrival.

    `state` is for `tr`.
    """

    id: str
    place: int
    state: str = "Waiting"
    current: int = 0
    total: int = 0
    size: int = 0  # of the download, kept when the engine goes on to unpacking
    downloaded: int = 0

    @property
    def done(self) -> bool:
        return self.state in _FINISHED

    @property
    def fraction(self) -> float:
        """Of what it is doing, 0 to 1."""
        if self.done:
            return 1.0
        return min(1.0, self.current / self.total) if self.total > 0 else 0.0

    @property
    def work(self) -> float:
        """Of all that is to be done, 0 to 1: downloading is three quarters, unpacking the rest."""
        if self.done:
            return 1.0
        if self.state == "Pushing":
            return self.fraction
        downloaded = self.downloaded / self.size if self.size else 0.0
        unpacked = self.fraction if self.state == "Extracting" else 0.0
        return min(1.0, downloaded) * 0.75 + unpacked * 0.25


class Pull(msgspec.Struct, frozen=True, kw_only=True):
    """All layers, and the newest line about the whole."""

    layers: Mapping[str, Layer] = {}
    message: str = ""

    @property
    def finished_layers(self) -> int:
        return sum(layer.done for layer in self.layers.values())

    @property
    def downloaded(self) -> int:
        return sum(layer.downloaded for layer in self.layers.values())

    @property
    def size(self) -> int:
        """Bytes to download, as far as they are known yet."""
        return sum(layer.size for layer in self.layers.values())

    @property
    def fraction(self) -> float:
        """Of all the work: bytes where they are known, otherwise layers."""
        if not self.layers:
            return 0.0
        weights = [max(layer.size, 1) for layer in self.layers.values()]
        parts = [layer.work for layer in self.layers.values()]
        total = sum(weights)
        return sum(w * p for w, p in zip(weights, parts, strict=True)) / total


_UNKNOWN = re.compile(r"manifest unknown|not found: manifest|repository .*name not known", re.I)
_DENIED = re.compile(r"pull access denied|repository does not exist|requested access", re.I)
_LOCKED = re.compile(r"no basic auth credentials|authentication required|unauthorized", re.I)


def worded(problem: Problem) -> Problem:
    """A registry's refusal of a pull or push in words; another problem as it is."""
    text = f"{problem.reason} {problem.details}"
    reason = advice = ""
    if _UNKNOWN.search(text):
        reason = tr("The registry has no image of this name and tag")
        advice = tr("Check the name, or search: the tags there are will be listed.")
    elif _DENIED.search(text):
        reason = tr("The registry has no such repository, or shows it only to some")
        advice = tr("Check the name, or log in.")
    elif _LOCKED.search(text):
        reason = tr("The registry wants a login")
        advice = tr("Log in and try again.")
    if not reason:
        return problem
    return Problem(title=problem.title, reason=reason, advice=advice, details=problem.details)


def folded(pull: Pull, line: Progress) -> Pull:
    """The pull after one more line of the engine."""
    status = line.status.strip()
    if not line.id or status.startswith(("Pulling from", "Digest:", "Status:")):
        return msgspec.structs.replace(pull, message=status or pull.message)
    before = pull.layers.get(line.id) or Layer(id=line.id, place=len(pull.layers))
    current, total = max(line.detail.current, 0), max(line.detail.total, 0)
    size, downloaded = before.size, before.downloaded
    if status in _MOVING:
        size, downloaded = max(size, total), max(downloaded, current)
    elif status in ("Download complete", "Verifying Checksum", "Extracting", *_DONE):
        downloaded = size
    layer = Layer(
        id=line.id,
        place=before.place,
        state=_WORDS["Pushed"] if status.startswith(_MOUNTED) else _WORDS.get(status, status),
        current=current,
        total=total,
        size=size,
        downloaded=downloaded,
    )
    return msgspec.structs.replace(pull, layers={**pull.layers, line.id: layer})
