"""What the command palette offers: the menus, the containers with their verbs, the images."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from davit_desktop.state.containers import Container
from davit_desktop.state.images import Image
from davit_desktop.translation import tr
from davit_desktop.views.container_verbs import ContainerVerbs, can_start, can_stop
from davit_desktop.views.palette import Entry

Go = Callable[[str, str, str], object]  # page, subject, tab


def menu_of(action: QAction) -> QMenu | None:
    """The menu that an entry opens."""
    menu = action.menu()
    return menu if isinstance(menu, QMenu) else None


def of_menus(menus: Iterable[QMenu]) -> Iterator[Entry]:
    """Every entry of the menus that can be chosen now, submenus included."""
    for menu in menus:
        kind = menu.title().replace("&", "")
        for action in menu.actions():
            if inner := menu_of(action):
                yield from of_menus([inner])
            elif action.isEnabled() and not action.isSeparator() and action.text():
                yield _of_action(action, kind)


def _of_action(action: QAction, kind: str) -> Entry:
    return Entry(
        words=action.text().replace("&", ""),
        kind=kind,
        icon="chevron-right",
        run=action.trigger,
        keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
    )


def of_containers(
    containers: Iterable[Container], verbs: ContainerVerbs, go: Go
) -> Iterator[Entry]:
    """Opening each container on its tabs, and what can be done to it as it stands."""
    for container in containers:
        name, id = container.name, container.id
        offers: list[tuple[str, str, Callable[[], object]]] = [
            (name, "containers", partial(go, "container", id, "")),
            (
                tr("View logs of {name}").format(name=name),
                "logs",
                partial(go, "container", id, "logs"),
            ),
            (
                tr("Inspect {name}").format(name=name),
                "inspect",
                partial(go, "container", id, "inspect"),
            ),
        ]
        one = [container]
        if can_start(container):
            offers.append((tr("Start {name}").format(name=name), "play", partial(verbs.start, one)))
        if can_stop(container):
            offers += [
                (tr("Stop {name}").format(name=name), "stop", partial(verbs.stop, one)),
                (tr("Restart {name}").format(name=name), "restart", partial(verbs.restart, one)),
                (
                    tr("Open terminal in {name}").format(name=name),
                    "terminal",
                    partial(go, "container", id, "terminal"),
                ),
            ]
        for words, icon, run in offers:
            yield Entry(words=words, kind=tr("Container"), icon=icon, run=run)


def of_images(images: Iterable[Image], run: Callable[[str], object], go: Go) -> Iterator[Entry]:
    """Running each image by each of its names, and opening its page."""
    for image in images:
        for name in image.references:
            words = tr("Run {name}…").format(name=name)
            yield Entry(words=words, kind=tr("Image"), icon="play", run=partial(run, name))
        words = tr("Open {name}").format(name=image.name if image.references else image.short_id)
        show = partial(go, "image", image.id, "")
        yield Entry(words=words, kind=tr("Image"), icon="images", run=show)
