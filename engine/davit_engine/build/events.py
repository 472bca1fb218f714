"""What a build tells of itself: the structured stream of /davit/v1/builds (pure).

One JSON object a line, `application/x-ndjson`; members that say nothing are left out, and there may
be kinds and members that a client does not know. `kind` says what it is:

    build     id, started, dockerfile, target?, platform?, folder?
              always the first; `folder` is what the client called its context
    plan      stages: [{index, name?, base, platform?, needs: [index],
                        steps: [{id, instruction, line, end_line}]}]
              only the stages that the target needs, in the order of the file
    step      id, state, at, image?, bytes?
              state: running, then one of cached, done, failed, cancelled; `at` is Unix nanoseconds;
              `image` what it led to, `bytes` what its own layer holds
    output    id, stream, text
              stream: stdout or stderr; text may end anywhere, also within a line
    progress  id?, what, status?, current?, total?
              of a layer, an address or the context; bytes
    warning   rule?, text, line?, column?, url?
              rules are those of `docker build --check`
    error     id?, text, line?, column?, code?, hint?
              why the build failed; `code` is the exit status of a command
    cut       bytes
              here so many bytes of events, of output almost always, were not kept
    result    image, tags, cached, steps, duration
              how it ended well; `duration` in milliseconds, `steps` without FROM

The step "0.1" is the first instruction of stage 0, and "0.0" its FROM: that one fetches the base
image and executes what it has in ONBUILD. Stages are numbered as in the file and built side by
side, so their events are mixed. A build ends with `result` or with `error`; one that was cancelled
or that the daemon's end interrupted with an `error`, too.

Values of secrets never appear: where a step prints one, its output has `***` instead.

The endpoints:

    POST   /davit/v1/build                      query and body of POST /build, the events as answer;
                                                `folder` names the context in records
    GET    /davit/v1/builds                     the records below, newest first
    GET    /davit/v1/builds/{id}                one of them
    GET    /davit/v1/builds/{id}/events         the events so far; follow=1 stays until the end
    GET    /davit/v1/builds/{id}/dockerfile     the Dockerfile's text
    POST   /davit/v1/builds/{id}/cancel         204, or 304 when it has ended
    DELETE /davit/v1/builds/{id}                forget one that has ended

Builds of `POST /build` have records and events like all others. A record: {id, started, duration,
state, tags, image, dockerfile, target, platform, folder, steps, cached, error}; `state` is running,
done, failed, cancelled or interrupted (by the daemon's end).
"""

from enum import StrEnum
from typing import TypeAlias

import msgspec


class _Event(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="kind"):
    pass


class BuildBegan(_Event, frozen=True, tag="build"):
    id: str
    started: int
    """Unix nanoseconds."""
    dockerfile: str
    target: str = ""
    platform: str = ""
    folder: str = ""


class PlannedStep(msgspec.Struct, frozen=True, kw_only=True):
    id: str
    instruction: str
    line: int
    end_line: int


class PlannedStage(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    index: int
    base: str
    needs: tuple[int, ...]
    steps: tuple[PlannedStep, ...]
    name: str = ""
    platform: str = ""


class PlanMade(_Event, frozen=True, tag="plan"):
    stages: tuple[PlannedStage, ...]


class State(StrEnum):
    RUNNING = "running"
    CACHED = "cached"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


class StepChanged(_Event, frozen=True, tag="step"):
    id: str
    state: State
    at: int
    image: str = ""
    bytes: int = 0


class Output(_Event, frozen=True, tag="output"):
    id: str
    stream: str
    text: str


class Progressed(_Event, frozen=True, tag="progress"):
    what: str
    id: str = ""
    status: str = ""
    current: int | None = None
    total: int | None = None


class Warned(_Event, frozen=True, tag="warning"):
    text: str
    rule: str = ""
    line: int = 0
    column: int = 0
    url: str = ""


class Failed(_Event, frozen=True, tag="error"):
    text: str
    id: str = ""
    line: int = 0
    column: int = 0
    code: int = 0
    hint: str = ""


class Cut(_Event, frozen=True, tag="cut"):
    bytes: int


class Finished(_Event, frozen=True, tag="result"):
    image: str
    tags: tuple[str, ...]
    cached: int
    steps: int
    duration: int


Event: TypeAlias = (
    BuildBegan | PlanMade | StepChanged | Output | Progressed | Warned | Failed | Cut | Finished
)


def encode(event: Event) -> bytes:
    """One line. Bytes of a file name that are not UTF-8 are told as U+FFFD."""
    try:
        return msgspec.json.encode(event) + b"\n"
    except UnicodeEncodeError:
        return msgspec.json.encode(_readable(msgspec.to_builtins(event))) + b"\n"


def _readable(value: object) -> object:
    if isinstance(value, str):
        return value.encode(errors="surrogateescape").decode(errors="replace")
    if isinstance(value, dict):
        return {key: _readable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_readable(inner) for inner in value]
    return value
