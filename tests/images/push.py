"""Push images from a layout into a registry, through its HTTP API."""

import json
from pathlib import Path

import httpx

from images.layout import Descriptor, Layout


class Pusher:
    """One registry to push to."""

    def __init__(self, url: str, auth: tuple[str, str] | None = None) -> None:
        self._http = httpx.Client(base_url=url, auth=auth, timeout=120, trust_env=False)

    def close(self) -> None:
        self._http.close()

    def push(self, layout: Layout, descriptor: Descriptor, repository: str, tag: str) -> None:
        """Blobs first, then manifests, then what the tag names: the order registries insist on."""
        self._push_manifest(layout, descriptor, repository, tag)

    def _push_manifest(
        self, layout: Layout, descriptor: Descriptor, repository: str, reference: str
    ) -> None:
        raw = layout.path(descriptor.digest).read_bytes()
        document = json.loads(raw)
        for child in document.get("manifests", ()):
            one = Descriptor(
                media_type=child["mediaType"], digest=child["digest"], size=child["size"]
            )
            self._push_manifest(layout, one, repository, one.digest)
        for blob in [document.get("config"), *document.get("layers", ())]:
            if blob is not None:
                self._push_blob(layout.path(blob["digest"]), blob["digest"], repository)
        _check(
            self._http.put(
                f"/v2/{repository}/manifests/{reference}",
                content=raw,
                headers={"Content-Type": descriptor.media_type},
            )
        )

    def _push_blob(self, file: Path, digest: str, repository: str) -> None:
        if self._http.head(f"/v2/{repository}/blobs/{digest}").status_code == httpx.codes.OK:
            return
        session = _check(self._http.post(f"/v2/{repository}/blobs/uploads/"))
        location = httpx.URL(session.headers["Location"]).copy_merge_params({"digest": digest})
        with file.open("rb") as content:
            _check(
                self._http.put(
                    location,
                    content=content,
                    headers={"Content-Type": "application/octet-stream"},
                )
            )


def _check(response: httpx.Response) -> httpx.Response:
    if response.is_error:
        raise RuntimeError(
            f"{response.request.method} {response.request.url}:"
            f" {response.status_code} {response.text}"
        )
    return response
