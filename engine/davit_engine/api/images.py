"""/images, /distribution and /auth: what concerns images and registries."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from aiohttp import web

from davit_engine.api import convert, wire
from davit_engine.api.call import Call, Route, answer, log, read_body
from davit_engine.api.streams import progress, respond
from davit_engine.errors import InvalidParameter
from davit_engine.images.credentials import Credentials, decode_auth
from davit_engine.images.records import Image, LoginResult, Progress
from davit_engine.images.search import FILTERS as SEARCH_FILTERS
from davit_engine.images.search import parse_search
from davit_engine.images.usage import shared_sizes

LIST_FILTERS: Final = frozenset(
    {"before", "dangling", "label", "label!", "reference", "since", "until"}
)
PRUNE_FILTERS: Final = frozenset({"dangling", "label", "label!", "until"})


async def list_images(call: Call) -> web.StreamResponse:
    images = call.engine.images
    found = images.list(call.filters(LIST_FILTERS), all=call.flag("all"))
    shared = (
        shared_sizes(images.list(call.filters(()), all=True))
        if call.version >= (1, 42) and call.flag("shared-size")
        else {}
    )
    return answer(
        [
            convert.image_summary(image, version=call.version, shared_size=shared.get(image.id, -1))
            for image in found
        ]
    )


async def create(call: Call) -> web.StreamResponse:
    """Pull, or import with fromSrc."""
    platform = call.text("platform") or None
    if call.text("fromSrc"):
        return await _import(call, platform)
    name = call.text("fromImage")
    if not name:
        raise InvalidParameter(
            "neither fromImage nor fromSrc is given: name the image to pull, as busybox:latest"
        )
    tag = call.text("tag")
    auth = registry_auth(call)
    reference = with_tag(name, tag)
    all_tags = not tag and not has_tag(name)

    async def work(report: Callable[[Progress], None]) -> Image:
        return await call.engine.images.pull(
            reference, auth, report, platform=platform, all_tags=all_tags
        )

    return await progress(call, work)


def with_tag(name: str, tag: str) -> str:
    """NAME:TAG, or NAME@DIGEST when the tag is a digest."""
    if not tag:
        return name
    return f"{name}{'@' if re.match(r'[a-z0-9]+:', tag) else ':'}{tag}"


def has_tag(name: str) -> bool:
    return "@" in name or ":" in name.rpartition("/")[2]


async def _import(call: Call, platform: str | None) -> web.StreamResponse:
    source = call.text("fromSrc")
    repository = call.text("repo")

    async def work(report: Callable[[Progress], None]) -> Image:
        return await call.engine.images.import_(
            call.chunks() if source == "-" else source,
            report,
            reference=with_tag(repository, call.text("tag")) if repository else "",
            message=call.text("message") or f"Imported from {source}",
            changes=call.texts("changes"),
            platform=platform,
        )

    return await progress(call, work, lambda image: [{"status": image.id}])


async def load(call: Call) -> web.StreamResponse:
    quiet = call.flag("quiet")

    async def work(report: Callable[[Progress], None]) -> Sequence[str]:
        return await call.engine.images.load(call.chunks(), report, quiet=quiet)

    return await progress(call, work)


async def save(call: Call) -> web.StreamResponse:
    return await _save(call, [call.name])


async def save_several(call: Call) -> web.StreamResponse:
    names = [name for text in call.texts("names") for name in text.split(",") if name]
    if not names:
        raise InvalidParameter("no image is named: use ?names=IMAGE")
    return await _save(call, names)


async def _save(call: Call, names: list[str]) -> web.StreamResponse:
    return await respond(
        call, call.engine.images.save(names), "application/x-tar", wait_for_first=True
    )


async def search(call: Call) -> web.StreamResponse:
    wanted = parse_search(call.text("term"), call.integer("limit"), call.filters(SEARCH_FILTERS))
    return answer(await call.engine.images.search(wanted, registry_auth(call)))


async def inspect(call: Call) -> web.StreamResponse:
    image = call.engine.images.get(call.name)
    return answer(
        convert.image_inspect(image, version=call.version, driver=call.engine.facts.storage_driver)
    )


async def history(call: Call) -> web.StreamResponse:
    return answer([convert.history_entry(entry) for entry in call.engine.images.history(call.name)])


def registry_auth(call: Call) -> Credentials:
    """The credentials of X-Registry-Auth; one that cannot be read counts as none, as in Docker."""
    try:
        return decode_auth(call.request.headers.get("X-Registry-Auth", ""))
    except InvalidParameter as error:
        log.warning("%s %s goes on without a login: %s", call.request.method, call.path, error)
        return Credentials()


async def push(call: Call) -> web.StreamResponse:
    if call.request.headers.get("X-Registry-Auth"):
        auth = registry_auth(call)
    else:
        # The oldest clients send the credentials as the body.
        raw = await read_body(call.request)
        if not raw.strip():
            raise InvalidParameter(
                "bad parameters and missing X-Registry-Auth: invalid X-Registry-Auth header: EOF"
            )
        auth = wire.decode(raw, Credentials)
    reference = with_tag(call.name, call.text("tag"))

    async def work(report: Callable[[Progress], None]) -> None:
        await call.engine.images.push(reference, auth, report)

    return await progress(call, work)


async def tag(call: Call) -> web.StreamResponse:
    repository = call.text("repo")
    if not repository:
        raise InvalidParameter("no repository is named: use ?repo=NAME&tag=TAG")
    await call.finish(call.engine.images.tag(call.name, with_tag(repository, call.text("tag"))))
    return web.Response(status=201)


async def remove(call: Call) -> web.StreamResponse:
    removed = await call.finish(
        call.engine.images.remove(
            call.name, force=call.flag("force"), prune=not call.flag("noprune")
        )
    )
    return answer([convert.removed(entry) for entry in removed])


async def prune(call: Call) -> web.StreamResponse:
    removed, size = await call.finish(call.engine.images.prune(call.filters(PRUNE_FILTERS)))
    return answer(
        {
            "ImagesDeleted": [convert.removed(entry) for entry in removed] or None,
            "SpaceReclaimed": size,
        }
    )


async def distribution(call: Call) -> web.StreamResponse:
    auth = registry_auth(call)
    found = await call.engine.images.distribution(call.name, auth)
    descriptor = found.descriptor
    return answer(
        {
            "Descriptor": {
                "mediaType": descriptor.media_type,
                "digest": descriptor.digest,
                "size": descriptor.size,
            },
            "Platforms": [
                {"architecture": platform.architecture, "os": platform.os}
                | ({"variant": platform.variant} if platform.variant else {})
                for platform in found.platforms
            ],
        }
    )


async def auth(call: Call) -> web.StreamResponse:
    credentials = await call.body(Credentials, required=True, typed=False)
    result: LoginResult = await call.engine.images.check_auth(credentials)
    return answer({"IdentityToken": result.identity_token, "Status": result.status})


ROUTES: Final = (
    Route("GET", "/images/json", list_images),
    Route("GET", "/images/search", search),
    Route("GET", "/images/get", save_several),
    Route("POST", "/images/create", create),
    Route("POST", "/images/load", load),
    Route("POST", "/images/prune", prune),
    Route("GET", "/images/{name}/json", inspect),
    Route("GET", "/images/{name}/history", history),
    Route("GET", "/images/{name}/get", save),
    Route("POST", "/images/{name}/push", push),
    Route("POST", "/images/{name}/tag", tag),
    Route("DELETE", "/images/{name}", remove),
    Route("GET", "/distribution/{name}/json", distribution),
    Route("POST", "/auth", auth),
)
