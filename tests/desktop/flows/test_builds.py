"""Builds on a real engine: from a folder to a container, and where a build went wrong."""

import asyncio
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from davit_desktop.client.build_events import BuildRecord
from davit_desktop.client.build_spec import BuildSpec
from davit_desktop.logs.rows import plain
from davit_desktop.state.builds import StepState
from davit_desktop.state.containers import State
from davit_desktop.views.main_window import MainWindow
from davit_desktop.views.run_rows import VariableLine
from fixtures.daemon import Engine
from fixtures.window import click, shown, until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints|does not support raise", extend=True),
]

DOCKERFILE = """\
FROM davit/hello AS compile
ARG WORD=none
COPY src /src
RUN echo "compiling $WORD"; cat /src/text > /program; echo $WORD >> /program

FROM davit/hello
COPY --from=compile /program /program
CMD ["cat", "/program"]
ENTRYPOINT []
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "shop"
    (root / "src").mkdir(parents=True)
    (root / "src/text").write_text("made here\n")
    (root / "Dockerfile").write_text(DOCKERFILE)
    return root


def output(window: MainWindow) -> list[str]:
    rows = window.build.output.rows
    return [plain(line) for line in rows.fetch(0, rows.count, 4096)] if rows else []


async def record_of(window: MainWindow, state: str) -> BuildRecord:
    def found() -> BuildRecord | None:
        return next((r for r in window.build_watch.records if r.state == state), None)

    await until(found, f"no build is {state}")
    record = found()
    assert record is not None
    return record


def test_a_folder_becomes_an_image_that_runs(
    qapp: QApplication, engine: Engine, folder: Path
) -> None:
    async def use(window: MainWindow) -> None:
        await until(lambda: window.session.listed and window.session.images)
        window.go("builds")
        await until(lambda: window.build_watch.listed)
        click(window.builds, "Build an image")
        dialog = window.build_verbs.dialog
        assert dialog is not None
        dialog.folder.setText(str(folder))
        await until(lambda: dialog.offer.text, "the Dockerfile was not read")
        argument = dialog.args.add()
        assert isinstance(argument, VariableLine)
        argument.fill("WORD=love")
        click(dialog, "Build image")
        await until(lambda: window.shown is window.build, "the build's page did not open")
        page = window.build
        await until(lambda: page.told.over, "the build did not end")
        assert page.told.failure is None
        await until(lambda: "compiling love" in output(window))
        await until(lambda: page.graph.words[0].startswith("compile: Done"))
        record = await record_of(window, "done")
        assert (record.tags, record.folder) == (("shop:latest",), str(folder))
        assert window.build_verbs.command(record) == (
            f"docker build -t shop:latest --build-arg WORD=love {folder}"
        )

        # The same again comes from the cache; in another's words, too.
        engine.davit("build", "-q", "-t", "shop:2", "--build-arg", "WORD=love", str(folder))
        window.go("builds")
        await until(lambda: len(window.builds.model.rows()) == 2, "another's build is not listed")
        newest = window.build_watch.records[0]
        assert (newest.tags, newest.cached) == (("shop:2",), newest.steps)

        window.go("build", record.id)
        await until(lambda: window.session.images and page.told.over)
        await until(lambda: any(i.id == record.image for i in window.session.images))
        click(page, "Show image")
        await until(lambda: window.shown is window.image)
        window.back()
        await until(lambda: page.run_button.isVisible())
        click(page, "Run…")
        await until(lambda: window.run_flow.dialog is not None, "the Run dialog did not open")
        run = window.run_flow.dialog
        assert run is not None
        await until(lambda: run.spec is not None and not run.reason, "it cannot be run")
        click(run, "Run container")
        await until(lambda: window.shown is window.detail)
        await until(lambda: window.detail.container and shown(window).state is State.EXITED)
        assert engine.docker("logs", shown(window).id).stdout == "made here\nlove\n"

        window.build_verbs.delete([record])
        await window.deletes.finish()
        assert record.id not in [known.id for known in await window.session.engine.builds.known()]

    use_window(qapp, f"unix://{engine.socket}", use)


def test_a_build_that_fails_leads_to_the_line(
    qapp: QApplication, engine: Engine, folder: Path
) -> None:
    (folder / "Dockerfile").write_text("FROM davit/hello\nRUN echo fine\nRUN echo no; exit 3\n")

    async def use(window: MainWindow) -> None:
        window.go("builds")
        window.build_verbs.start(BuildSpec(context=str(folder), tags=("bad:1",)))
        await until(lambda: window.shown is window.build and window.build.told.over)
        page = window.build
        await until(lambda: page.source.toPlainText())
        assert [step.instruction for step in page.step_list.selected()] == ["RUN echo no; exit 3"]
        await until(lambda: output(window) == ["no"])
        assert page.place_button.text() == "Line 3"
        assert "exit code 3" in page.source.words_of(3)
        assert not page.run_button.isVisible()
        # What cannot even begin is told at once.
        before = len(window.build_watch.records)
        window.build_verbs.start(BuildSpec(context=str(folder / "gone")))
        await until(lambda: window.builds.problems.problems)
        assert window.builds.problems.problems[0].title == "Cannot build gone"
        assert len(await window.session.engine.builds.known()) == before

    use_window(qapp, f"unix://{engine.socket}", use)


def test_a_build_is_followed_and_cancelled_wherever_it_was_begun(
    qapp: QApplication, engine: Engine, folder: Path
) -> None:
    (folder / "Dockerfile").write_text("FROM davit/hello\nRUN echo begun; sleep 600\n")

    async def use(window: MainWindow) -> None:
        window.go("builds")
        terminal = await asyncio.create_subprocess_exec(
            str(engine.program("davit")), "build", "-q", str(folder),
            env=engine.env, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        record = await record_of(window, "running")
        window.go("build", record.id)
        await until(lambda: output(window) == ["begun"], "its output did not come")
        wanted = [StepState.DONE, StepState.RUNNING]
        await until(lambda: [s.state for s in window.build.told.steps.values()] == wanted)
        await until(lambda: window.build.cancel_button.isVisible())
        click(window.build, "Cancel build")
        await until(lambda: window.build.told.over)
        _, said = await terminal.communicate()
        assert terminal.returncode == 1
        assert b"cancel" in said
        await until(lambda: window.build.facts.accessibleName().startswith("Cancelled"))

    use_window(qapp, f"unix://{engine.socket}", use)
