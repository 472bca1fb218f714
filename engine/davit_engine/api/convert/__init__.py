"""Engine records to Docker JSON (pure).

Every function gives plain dictionaries whose keys stand in dockerd's order, with null and [] where
dockerd 26.1 puts them; `tests/engine/api/golden` holds its answers.
"""

from davit_engine.api.convert.containers import (
    container_inspect,
    container_summary,
    status_text,
)
from davit_engine.api.convert.events import attributes_match, event
from davit_engine.api.convert.images import history_entry, image_inspect, image_summary, removed
from davit_engine.api.convert.progress_lines import progress, progress_bar, progress_error
from davit_engine.api.convert.resources import network, volume
from davit_engine.api.convert.times import SECOND, ZERO_TIME, duration, timestamp

__all__ = [
    "SECOND",
    "ZERO_TIME",
    "attributes_match",
    "container_inspect",
    "container_summary",
    "duration",
    "event",
    "history_entry",
    "image_inspect",
    "image_summary",
    "network",
    "progress",
    "progress_bar",
    "progress_error",
    "removed",
    "status_text",
    "timestamp",
    "volume",
]
