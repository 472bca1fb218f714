"""Which snapshotter this computer can have."""

from davit_engine.config import Config
from davit_engine.snapshots.directory import DirectoryLayers
from davit_engine.snapshots.overlay import OverlaySnapshotter
from davit_engine.snapshots.snapshotter import Snapshotter


async def choose(config: Config) -> Snapshotter:
    """The snapshotter that the settings name, or with `auto` the best there is."""
    return OverlaySnapshotter(config.paths, DirectoryLayers)
