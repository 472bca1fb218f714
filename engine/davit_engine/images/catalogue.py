"""The images there are and the names they go by: found, listed and taken apart (pure).

It changes only through `apply`, with the same operations that the store commits.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Final

import msgspec

from davit_engine.errors import Conflict, InvalidParameter, NotFound
from davit_engine.images.document import parse_document, timestamp_ns
from davit_engine.images.manifest import Platform, serves
from davit_engine.images.records import (
    HistoryEntry,
    Image,
    ImageRow,
    ImageUse,
    Layer,
    Removed,
    TagRow,
)
from davit_engine.images.reference import Reference, parse_reference
from davit_engine.lookup import Filters, parse_time, short
from davit_engine.snapshots.snapshotter import chain_ids, chain_keys
from davit_engine.store import Delete, Put

Operation = Put | Delete

LIST_FILTERS: Final = frozenset(
    {"dangling", "label", "label!", "before", "since", "reference", "until"}
)
PRUNE_FILTERS: Final = frozenset({"dangling", "label", "label!", "until"})


class Removal(msgspec.Struct, frozen=True, kw_only=True):
    """What removing comes to: the lines for the person and the operations for the store."""

    records: tuple[Removed, ...]
    operations: tuple[Operation, ...]
    images: tuple[ImageRow, ...] = ()
    """Images that go altogether."""


class Catalogue:
    def __init__(self, rows: Mapping[str, ImageRow], tags: Mapping[str, TagRow]) -> None:
        self._rows = dict(rows)
        self._documents = {
            id: parse_document(row.config.encode()) for id, row in self._rows.items()
        }
        self._references = {
            text: (parse_reference(text), tag.image)
            for text, tag in tags.items()
            if tag.image in self._rows
        }
        self._views: dict[str, Image] = {}

    def __iter__(self) -> Iterator[Image]:
        return (self.image(id) for id in self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, id: str) -> bool:
        return id in self._rows

    def apply(self, operations: Iterable[Operation]) -> list[Operation]:
        """Change the state; the operations that change it back."""
        undo: list[Operation] = []
        for operation in operations:
            if operation.table == "images":
                undo.insert(0, _inverse(operation, self._rows.get(operation.key)))
                self._views.pop(operation.key, None)
                if isinstance(operation, Put) and isinstance(operation.record, ImageRow):
                    self._rows[operation.key] = operation.record
                    self._documents[operation.key] = parse_document(
                        operation.record.config.encode()
                    )
                else:
                    self._rows.pop(operation.key, None)
                    self._documents.pop(operation.key, None)
            elif operation.table == "tags":
                _, old = self._references.get(operation.key, (None, ""))
                undo.insert(0, _inverse(operation, TagRow(image=old) if old else None))
                self._views.pop(old, None)
                if isinstance(operation, Put) and isinstance(operation.record, TagRow):
                    image = operation.record.image
                    self._references[operation.key] = parse_reference(operation.key), image
                    self._views.pop(image, None)
                else:
                    self._references.pop(operation.key, None)
        return undo

    def row(self, id: str) -> ImageRow:
        return self._rows[id]

    def image(self, id: str) -> Image:
        """The image as it is now; `id` must be there."""
        view = self._views.get(id)
        if view is None:
            row = self._rows[id]
            references = self.references(id)
            view = self._views[id] = Image(
                id=id,
                parent=row.parent if row.parent in self._rows else "",
                raw_config=row.config.encode(),
                document=self._documents[id],
                manifest=row.manifest,
                layers=row.layers,
                tags=tuple(reference.familiar for reference in references if reference.tag),
                digests=tuple(reference.familiar for reference in references if reference.digest),
                tagged_ns=row.tagged_ns,
            )
        return view

    def references(self, id: str) -> list[Reference]:
        """The names of an image, tags first, each kind sorted."""
        mine = (reference for reference, image in self._references.values() if image == id)
        return sorted(mine, key=lambda reference: (bool(reference.digest), reference.familiar))

    def holder(self, reference: Reference) -> str | None:
        """The id of the image that goes by this name."""
        found = self._references.get(str(reference.key))
        return found[1] if found else None

    def sibling(self, image: Image, wanted: Platform) -> Image | None:
        """The image for another platform that was pulled through the same index."""
        index = self._rows[image.id].index
        for id, row in self._rows.items():
            if index and row.index == index and serves(self._documents[id].platform, wanted):
                return self.image(id)
        return None

    def of_repository(self, bare: Reference) -> list[Reference]:
        """All tags of a repository, sorted."""
        return sorted(
            (
                reference
                for reference, _ in self._references.values()
                if reference.tag and reference.name == bare.name
            ),
            key=lambda reference: reference.tag,
        )

    def find(self, name: str) -> Image:
        """By reference, id or unique prefix of an id, in this order.

        Raises NotFound "No such image: …" and InvalidParameter for a malformed or ambiguous name.
        """
        if name in self._rows:
            return self.image(name)
        digits = name.removeprefix("sha256:")
        is_digits = _is_hex(digits)
        if f"sha256:{digits}" in self._rows:
            return self.image(f"sha256:{digits}")
        if is_digits and len(digits) == 64:
            raise NotFound(f"No such image: {name}")
        reference = parse_reference(name)
        held = self.holder(reference)
        if held is not None:
            return self.image(held)
        if is_digits:
            matches = [id for id in self._rows if id.startswith(f"sha256:{digits}")]
            if len(matches) == 1:
                return self.image(matches[0])
            if matches:
                raise InvalidParameter(f"multiple IDs found with provided prefix: {name}")
        raise NotFound(f"No such image: {reference.tagged.familiar}")

    def find_any(self, name: str) -> Sequence[tuple[str, Sequence[Reference]]]:
        """The images that `save` means, each with the names that go with it.

        A bare repository name means all its tags. Raises NotFound.
        """
        image = None
        try:
            image = self.find(name)
        except NotFound:
            if _is_hex(name):
                raise
        if image is not None and _is_id(image.id, name):
            return [(image.id, ())]
        reference = parse_reference(name)
        if reference.target:
            found = self.find(name).id
            return [(found, (reference,) if not reference.digest else ())]
        tags = self.of_repository(reference)
        if not tags:
            raise NotFound(f"No such image: {reference.tagged.familiar}")
        return [(self._references[str(tag)][1], (tag,)) for tag in tags]

    def layer(self, diff_id: str) -> Layer | None:
        """A layer that some image has, by its diff id."""
        layers = (layer for row in self._rows.values() for layer in row.layers)
        return next((layer for layer in layers if layer.diff_id == diff_id), None)

    def sources(self, target: Reference, image: Image) -> dict[str, Sequence[str]]:
        """Per blob of an image the other repositories of the registry that have held it."""
        wanted = {layer.blob.digest for layer in image.layers}
        sources: dict[str, list[str]] = {}
        for reference, id in self._references.values():
            if not reference.digest or reference.domain != target.domain:
                continue
            if reference.path == target.path:
                continue
            for layer in self._rows[id].layers:
                found = sources.setdefault(layer.blob.digest, [])
                if layer.blob.digest in wanted and reference.path not in found:
                    found.append(reference.path)
        return {digest: paths for digest, paths in sources.items() if paths}

    def children(self, id: str) -> list[str]:
        return [child for child, row in self._rows.items() if row.parent == id]

    def list(self, filters: Filters, now_ns: int, *, all: bool) -> Sequence[Image]:
        """Newest first. Raises InvalidParameter for a filter value that makes no sense."""
        dangling = filters.boolean("dangling")
        before = [self.find(name).created_ns for name in filters.values("before")]
        since = [self.find(name).created_ns for name in filters.values("since")]
        until = [parse_time(text, now_ns) for text in filters.values("until")]
        chosen = []
        for image in self:
            if not image.tags and not image.digests and not all and self.children(image.id):
                continue
            # A digest keeps an image out of neither answer: moby's listing is no strict either-or.
            if dangling and image.tags:
                continue
            if dangling is False and not image.tags and not image.digests:
                continue
            if any(image.created_ns >= limit for limit in (*before, *until)):
                continue
            if any(image.created_ns <= limit for limit in since):
                continue
            if not filters.matches_labels(image.document.config.labels):
                continue
            if "reference" in filters:
                image = _with_names(image, filters.values("reference"))
                if not image.tags and not image.digests:
                    continue
            chosen.append(image)
        return sorted(chosen, key=lambda image: (-image.created_ns, image.id))

    def history(self, name: str) -> Sequence[HistoryEntry]:
        """Newest first."""
        image = self.find(name)
        layers = iter(image.layers)
        entries = []
        for step in image.document.history:
            layer = None if step.empty_layer else next(layers, None)
            entries.append(
                HistoryEntry(
                    id="<missing>",
                    created_ns=timestamp_ns(step.created),
                    created_by=step.created_by,
                    tags=(),
                    size=layer.size if layer else 0,
                    comment=step.comment,
                )
            )
        entries.reverse()
        ancestor: Image | None = image
        for position, entry in enumerate(entries):
            if ancestor is None:
                break
            entries[position] = msgspec.structs.replace(entry, id=ancestor.id, tags=ancestor.tags)
            ancestor = self.image(ancestor.parent) if ancestor.parent else None
        return entries

    def remove(self, name: str, uses: Collection[ImageUse], *, force: bool, prune: bool) -> Removal:
        """Decide what `docker rmi NAME` does. Raises NotFound, or Conflict in Docker's words."""
        image = self.find(name)
        users = [use for use in uses if use.image == image.id]
        references = self.references(image.id)
        going: list[Reference]
        if not _is_id(image.id, name):
            named = next(
                reference for reference in references if reference.key == parse_reference(name).key
            )
            if not force and users and _is_single(references):
                raise Conflict(
                    f'conflict: unable to remove repository reference "{name}" (must force) - '
                    f"container {short(users[0].container)} is using its referenced image "
                    f"{short(image.id)}"
                )
            going = [named]
            rest = [reference for reference in references if reference != named]
            if named.tag and not any(
                reference.tag and reference.name == named.name for reference in rest
            ):
                # The digests of a repository mean nothing once its last tag is gone.
                going += [reference for reference in rest if reference.name == named.name]
                rest = [reference for reference in rest if reference.name != named.name]
            if rest or self._conflict(image.id, users, rest, force=force):
                return _untagging(going)
        else:
            remaining = [] if _is_single(references) else references
            conflict = self._conflict(image.id, users, remaining, force=force)
            if conflict:
                raise Conflict(conflict)
            going = references
        untagged = _untagging(going)
        return self._with_parents(image.id, untagged, uses, prune=prune)

    def prunable(self, filters: Filters, now_ns: int) -> Callable[[Image], bool]:
        """Tells whether prune's filters mean an image; use by containers is not looked at.

        Raises InvalidParameter for a filter value that makes no sense.
        """
        all_unused = filters.boolean("dangling") is False
        limits = [parse_time(text, now_ns) for text in filters.values("until")]
        if len(limits) > 1:
            raise InvalidParameter("more than one until filter specified")

        def meant(image: Image) -> bool:
            if not all_unused and (image.tags or self.children(image.id)):
                return False
            young = any(image.created_ns >= limit for limit in limits)
            return not young and filters.matches_labels(image.document.config.labels)

        return meant

    def remove_whole(self, id: str, uses: Collection[ImageUse]) -> Removal:
        """Remove an image with all its names, whatever their number; for prune."""
        return self._with_parents(id, _untagging(self.references(id)), uses, prune=True)

    def blobs(self) -> set[str]:
        """The digests of all content that an image needs."""
        return {digest for row in self._rows.values() for digest in row.blobs}

    def layer_keys(self, uses: Iterable[ImageUse] = ()) -> set[str]:
        """The snapshotter's keys, of either kind, that an image or a container needs."""
        return {key for row in self._rows.values() for key in row.layer_keys} | {
            key for use in uses for key in chain_keys(use.layers)
        }

    def _conflict(
        self, id: str, users: Sequence[ImageUse], rest: Sequence[Reference], *, force: bool
    ) -> str:
        """Why an image cannot go, in Docker's words; empty when it can."""
        prefix = f"conflict: unable to delete {short(id)}"
        if self.children(id):
            return f"{prefix} (cannot be forced) - image has dependent child images"
        for use in users:
            if use.running:
                return (
                    f"{prefix} (cannot be forced) - image is being used by running container "
                    f"{short(use.container)}"
                )
        if not force and rest:
            return f"{prefix} (must be forced) - image is referenced in multiple repositories"
        if not force and users:
            return (
                f"{prefix} (must be forced) - image is being used by stopped container "
                f"{short(users[0].container)}"
            )
        return ""

    def _with_parents(
        self, id: str, untagged: Removal, uses: Collection[ImageUse], *, prune: bool
    ) -> Removal:
        """The image, and with `prune` its nameless and otherwise unused ancestors."""
        going = [self._rows[id]]
        while prune:
            parent = going[-1].parent
            only_child = parent in self._rows and self.children(parent) == [going[-1].id]
            if not only_child or self.references(parent):
                break
            if any(use.image == parent for use in uses):
                break
            going.append(self._rows[parent])
        records = list(untagged.records)
        ids = {row.id for row in going}
        kept = {
            chain_id
            for row in self._rows.values()
            if row.id not in ids
            for chain_id in chain_ids([layer.diff_id for layer in row.layers])
        } | {chain_id for use in uses for chain_id in chain_ids(use.layers)}
        for row in going:
            records.append(Removed(deleted=row.id))
            for chain_id in reversed(chain_ids([layer.diff_id for layer in row.layers])):
                if chain_id not in kept:
                    kept.add(chain_id)
                    records.append(Removed(deleted=chain_id))
        return Removal(
            records=tuple(records),
            operations=(*untagged.operations, *(Delete("images", row.id) for row in going)),
            images=tuple(going),
        )


def _untagging(references: Iterable[Reference]) -> Removal:
    references = tuple(references)
    return Removal(
        records=tuple(Removed(untagged=reference.familiar) for reference in references),
        operations=tuple(Delete("tags", str(reference)) for reference in references),
    )


def _inverse(operation: Operation, old: object) -> Operation:
    if old is None:
        return Delete(operation.table, operation.key)
    return Put(operation.table, operation.key, old)


def _is_hex(text: str) -> bool:
    return 0 < len(text) <= 64 and set(text) <= set("0123456789abcdef")


def _is_id(id: str, name: str) -> bool:
    return bool(name) and (id.startswith(name) or id.removeprefix("sha256:").startswith(name))


def _is_single(references: Sequence[Reference]) -> bool:
    """At most one tag, and every name in one repository."""
    tags = [reference for reference in references if reference.tag]
    return len(tags) <= 1 and len({reference.name for reference in references}) <= 1


def _with_names(image: Image, patterns: Collection[str]) -> Image:
    """The image with only those names that fit a `reference` filter."""

    def fits(familiar: str) -> bool:
        reference = parse_reference(familiar)
        return any(
            matches_path(pattern, form)
            for pattern in patterns
            for form in (reference.familiar, reference.familiar_name)
        )

    return msgspec.structs.replace(
        image,
        tags=tuple(tag for tag in image.tags if fits(tag)),
        digests=tuple(digest for digest in image.digests if fits(digest)),
    )


def matches_path(pattern: str, text: str) -> bool:
    """Go's path.Match: as fnmatch, but no wildcard crosses a slash."""
    parts, texts = pattern.replace("[^", "[!").split("/"), text.split("/")
    return len(parts) == len(texts) and all(map(fnmatchcase, texts, parts))
