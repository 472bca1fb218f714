"""Pictures of every page, light and dark, large and small, to be looked at: `make screenshots`.

Starts an engine of its own, which takes root, with a few containers to show. No display is needed.
"""

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

import msgspec  # noqa: E402
from PySide6.QtWidgets import QApplication, QWidget  # noqa: E402

from davit_desktop.settings import Scheme  # noqa: E402
from davit_desktop.state.containers import State  # noqa: E402
from davit_desktop.state.volumes import VolumeRow  # noqa: E402
from davit_desktop.views import icons  # noqa: E402
from davit_desktop.views.languages import speak  # noqa: E402
from davit_desktop.views.main_window import MainWindow  # noqa: E402
from davit_desktop.views.theme import Appearance  # noqa: E402
from davit_desktop.views.volume_dialogs import CreateVolumeDialog, ImportDialog  # noqa: E402
from davit_desktop.volume_transfers import Contents  # noqa: E402
from davit_vm.errors import BootFailed, PortTaken  # noqa: E402
from davit_vm.status import Boot, Check, Share, StageTime  # noqa: E402
from davit_vm.status import State as VmState  # noqa: E402
from fakes.machine import FIGURES, STAGES, FakeMachine  # noqa: E402
from fixtures.daemon import Engine  # noqa: E402
from fixtures.window import until, use_window  # noqa: E402

SIZES = ((1280, 800), (900, 600))
SETTLE = 2.5  # seconds for figures that are differences of two readings
PAINT = 0.35  # seconds from one page to its picture
IMAGE = "davit/welcome"
TALK = (
    'i=0; while :; do i=$((i+1)); echo "$(date) request $i served in ${i}ms";'
    ' echo "{\\"level\\":\\"warn\\",\\"msg\\":\\"slow query\\",\\"ms\\":$i}" >&2; sleep 1; done'
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=TESTS.parent / "build/screenshots")
    parser.add_argument("--language", default="en", help="de, es, fr, ja, zh_CN or xx")
    parser.add_argument("--only", default="", help="a part of the names of the pictures")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    docker = shutil.which("docker")
    if docker is None:
        print("The docker command is needed to make containers", file=sys.stderr)
        return 1
    application = QApplication([])
    application.setStyle("Fusion")
    speak(options.language)
    with _engine(Path(docker)) as engine:
        _populate(engine)
        _build(engine)
        use_window(
            application,
            f"unix://{engine.socket}",
            lambda window: _take(window, application, options.folder, options.only),
            machine=_machine(Path(engine.socket).parent),  # type: ignore[arg-type]
        )
    return 0


@contextmanager
def _engine(docker: Path) -> Iterator[Engine]:
    base = Path(tempfile.mkdtemp(prefix="dvs-", dir="/var/tmp"))
    engine = Engine(base, docker=docker)
    engine.start()
    try:
        yield engine
    finally:
        engine.close()
        shutil.rmtree(base, ignore_errors=True)


def _machine(home: Path) -> FakeMachine:
    """One that never runs, with something to say on each of its tabs."""
    machine = FakeMachine(home, VmState.READY)
    stages = tuple(StageTime(name=name, seconds=0.4) for name in STAGES)
    problem = PortTaken(
        "Cannot open 127.0.0.1:80/tcp",
        "it is in use",
        "Stop that program, or publish another port.",
    )
    failed = Boot(
        started_at=1.79e9,
        accelerator="kvm",
        image="abc",
        outcome="failed",
        seconds=21.0,
        stages=stages[:2],
        problem=BootFailed(
            "The guest's kernel did not start",
            "the stage “kernel” did not end within 20 s",
            "Try without acceleration: davit machine set --accelerator tcg",
        ).problem,
    )
    ready = Boot(
        started_at=1.7901e9,
        accelerator="tcg",
        image="abc",
        outcome="ready",
        seconds=5,
        stages=stages,
    )
    machine.boots = [failed, ready]
    machine.printed = b"[    0.000000] Linux version 6.1.0\r\nWelcome to Davit\r\n"
    machine.checks = (
        Check(name="folder", ok=True, detail="/home/me/.davit, open to this user only"),
        Check(name="settings", ok=True, detail="2 CPUs, 2 GiB of memory, 64 GiB of disk"),
        Check(
            name="space on this computer",
            ok=False,
            detail="only 900 MiB are free where /home/me lies",
            hint="Delete files. The machine pauses when nothing is left, and goes on afterwards.",
        ),
        Check(name="clock", ok=None, detail="needs: space on this computer"),
    )
    machine.current = msgspec.structs.replace(
        machine.current,
        supervisor_pid=1,
        qemu_pid=2,
        accelerator="tcg",
        accelerator_note="The machine runs without hardware acceleration and is several times "
        "slower: KVM is not part of /usr/bin/qemu-system-x86_64.",
        started_at=time.time() - 4000,
        stages=stages,
        resources=FIGURES,
        cpus=2,
        memory=2 << 30,
        problem=problem.problem,
        shares=(
            Share(path="/home/me", transport="9p"),
            Share(path="/x", problem="it does not exist"),
        ),
        pending_restart=("memory",),
    )
    return machine


def _populate(engine: Engine) -> None:
    run = ("run", "-d", "--entrypoint", "sh")
    labels = ("--label", "com.docker.compose.project=shop", "--label")
    engine.docker("run", "-d", "--name", "web", "-p", "127.0.0.1:0:80", IMAGE)
    engine.docker(*run, "--name", "talker", "-e", "API_TOKEN=s3cret", IMAGE, "-c", TALK)
    engine.docker(*run, "--name", "failed", IMAGE, "-c", "echo cannot open the database; exit 3")
    engine.docker(*run, "--name", "frozen", IMAGE, "-c", "sleep 1000")
    engine.docker("pause", "frozen")
    engine.docker("volume", "create", *labels[:2], "shop_data")
    engine.docker("volume", "create", "--label", "owner=me", "pictures")
    fill = "mkdir -p /v/2024/spring /v/conf; seq 1 90000 > /v/2024/all.txt; echo a=1 > /v/conf/app"
    for volume in ("shop_data", "pictures"):
        mounts = ("-v", f"{volume}:/v", "-v", "/scratch", "--entrypoint", "sh")
        engine.docker("run", "--name", f"fills-{volume}", *mounts, IMAGE, "-c", fill)
        engine.docker("rm", f"fills-{volume}")
    engine.docker("network", "create", "shop_default")
    for service in ("db", "api", "front"):
        engine.docker(
            *(*run, "--name", f"shop-{service}-1", "--network", "shop_default"),
            *("-v", "shop_data:/data", *labels, f"com.docker.compose.service={service}"),
            *(IMAGE, "-c", TALK),
        )


BUILT = f"""\
FROM {IMAGE} as base
RUN mkdir /app

FROM base AS compile
RUN for part in 1 2 3; do echo compiling part $part; done; echo made > /app/program

FROM base AS pages
RUN echo writing pages; echo hello > /app/page

FROM base
COPY --from=compile /app /app
COPY --from=pages /app /app
CMD ["cat", "/app/page"]
"""
FAILS = f"FROM {IMAGE}\nRUN echo linking; \\\n    echo 'no rule to make target all' >&2; exit 2\n"


def _build(engine: Engine) -> None:
    for name, text in (("shop", BUILT), ("broken", FAILS), ("shop", BUILT)):
        folder = engine.base / name
        folder.mkdir(exist_ok=True)
        (folder / "Dockerfile").write_text(text)
        engine.davit("build", "-q", "-t", f"{name}:1", str(folder), check=False)


async def _take(window: MainWindow, application: QApplication, folder: Path, only: str) -> None:
    appearance = Appearance(application)
    application.setWindowIcon(icons.icon("davit", application.palette(), "accent", 64))
    await until(lambda: window.session.listed and len(window.containers.model.rows()) >= 7)
    await asyncio.sleep(SETTLE)
    frozen = next(c for c in window.session.containers.values() if c.name == "frozen")
    window.verbs.resume([frozen])
    await until(lambda: window.session.containers[frozen.id].state is State.RUNNING)
    window.verbs.pause([window.session.containers[frozen.id]])
    await until(lambda: window.session.containers[frozen.id].state is State.PAUSED)
    ids = {c.name: c.id for c in window.session.containers.values()}
    for scheme in (Scheme.LIGHT, Scheme.DARK):
        appearance.apply(scheme, 0)
        for width, height in SIZES:
            window.resize(width, height)
            for name, show in _scenes(window, ids):
                if only in name:
                    shown = show() or window
                    await asyncio.sleep(PAINT)
                    shown.grab().save(str(folder / f"{name}-{scheme}-{width}.png"))
                    if shown is not window:
                        shown.close()


Scene = tuple[str, Callable[[], QWidget | None]]


def _scenes(window: MainWindow, ids: dict[str, str]) -> Iterator[Scene]:
    for key in window.page_keys:
        yield key, lambda key=key: window.go(key)
    for tab in window.detail.tab_keys:
        yield f"container-{tab}", lambda tab=tab: window.go("container", ids["talker"], tab)
    yield "container-failed", lambda: window.go("container", ids["failed"], "logs")

    def palette() -> QWidget | None:
        window.go("containers")
        window.open_palette()
        return window.palette_dialog

    yield "palette", palette

    def run_dialog() -> QWidget | None:
        window.run_flow.open(IMAGE)
        return window.run_flow.dialog

    yield "run", run_dialog
    yield from _image_scenes(window)
    yield from _build_scenes(window)
    yield from _machine_scenes(window)
    yield "stack", lambda: window.go("stack", "shop")
    yield from _volume_scenes(window)


def _image_scenes(window: MainWindow) -> Iterator[Scene]:
    def of(place: int) -> None:
        image = next(i for i in window.session.images if any(IMAGE in tag for tag in i.repo_tags))
        window.go("image", image.id)
        window.image.tabs.setCurrentIndex(place)

    for place, name in enumerate(("layers", "history", "config", "used")):
        yield f"image-{name}", lambda place=place: of(place)


def _build_scenes(window: MainWindow) -> Iterator[Scene]:
    def of(state: str, tab: str) -> None:
        records = window.build_watch.records
        window.go("build", next(r.id for r in records if r.state == state), tab)

    def form() -> QWidget | None:
        window.build_verbs.build(window.build_watch.records[0].folder)
        return window.build_verbs.dialog

    for state in ("done", "failed"):
        yield f"build-{state}", lambda state=state: of(state, "output")
    yield "build-dockerfile", lambda: of("failed", "dockerfile")
    yield "build-form", form


def _machine_scenes(window: MainWindow) -> Iterator[Scene]:
    def of(place: int) -> None:
        window.go("machine")
        if window.machine is not None:
            window.machine.tabs.setCurrentIndex(place)

    names = ("overview", "resources", "sharing", "console", "history", "checks")
    for place, name in enumerate(names):
        yield f"machine-{name}", lambda place=place: of(place)
    yield "welcome", lambda: window.go("welcome")


def _volume_scenes(window: MainWindow) -> Iterator[Scene]:
    for tab in ("files", "inspect"):
        yield f"volume-{tab}", lambda tab=tab: window.go("volume", "shop_data", tab)
    verbs = window.volume_verbs

    def of(verb: Callable[[VolumeRow], None], name: str) -> QWidget | None:
        window.go("volumes")
        row = window.volumes.model.row(name)
        if row is not None:
            verb(row)
        return verbs.dialog

    def prune() -> QWidget | None:
        window.go("volumes")
        verbs.prune()
        return verbs.dialog

    def create() -> QWidget | None:
        verbs.create()
        if isinstance(verbs.dialog, CreateVolumeDialog):
            verbs.dialog.more.open()
        return verbs.dialog

    def import_over() -> QWidget | None:
        contents = Contents(entries=12, size=34567890, tops=("2024", "conf"))
        rows = window.volumes.model.rows()
        dialog = ImportDialog(Path("backup.tar.gz"), contents, rows, "shop_data", window)
        dialog.say_replaced("shop_data", contents.tops)
        dialog.open()
        return dialog

    yield "volume-delete", lambda: of(lambda row: verbs.delete([row]), "pictures")
    yield "volume-clone", lambda: of(verbs.clone, "shop_data")
    yield "volume-export", lambda: of(verbs.export, "shop_data")
    yield "volume-import", import_over
    yield "volume-prune", prune
    yield "volume-create", create


if __name__ == "__main__":
    sys.exit(main())
