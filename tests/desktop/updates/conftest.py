"""A repository made by the release script, a web server for it, and an installation."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from davit_desktop.updates.release import Packaging, Release
from davit_desktop.updates.service import Updates
from fixtures.releases import Releases, Site


@pytest.fixture
def releases(tmp_path: Path) -> Releases:
    return Releases(tmp_path)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
async def site(releases: Releases) -> AsyncIterator[Site]:
    site = Site(releases.folder)
    await site.start()
    yield site
    await site.stop()


@pytest.fixture
def updates(releases: Releases, site: Site, tmp_path: Path) -> Updates:
    """Of an AppImage of version 1.0."""
    release = Release(packaging=Packaging.APPIMAGE, url=site.url, root=releases.root)
    return Updates(release, tmp_path / "updates", "1.0")
