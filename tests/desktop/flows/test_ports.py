"""Ports looked at end to end on a real engine: served, not served, served to itself only."""

import pytest
from PySide6.QtWidgets import QApplication

from davit_desktop.views.main_window import MainWindow
from fixtures.daemon import Engine
from fixtures.window import until, use_window

pytestmark = [
    pytest.mark.root,
    pytest.mark.qt_log_ignore("propagateSizeHints|does not support raise", extend=True),
]

IMAGE = "davit/welcome"


def test_each_port_says_what_is_wrong_with_it(qapp: QApplication, engine: Engine) -> None:
    def run(name: str, command: str) -> None:
        publish = ("-p", "127.0.0.1:0:7000")
        engine.docker(
            "run", "-d", "--name", name, *publish, "--entrypoint", "sh", IMAGE, "-c", command
        )

    run("good", "httpd -f -p 7000")
    run("shy", "httpd -f -p 127.0.0.1:7000")
    run("lazy", "sleep 1000")
    run("other", "httpd -f -p 7001")

    async def use(window: MainWindow) -> None:
        page = window.ports

        def told(name: str) -> str:
            row = next((r for r in page.model.rows() if r.container.name == name), None)
            return row.finding.text if row else ""

        window.go("ports")
        await until(lambda: "Answers in" in told("good"))
        await until(lambda: "Listens on 127.0.0.1 inside" in told("shy"))
        await until(lambda: "Nothing listens on 7000/tcp" in told("lazy"))
        await until(lambda: "listens on 7001/tcp: publish that" in told("other"))
        shy = next(row for row in page.model.rows() if row.container.name == "shy")
        page.select(shy.key)
        assert "listen on 0.0.0.0" in page.fix.text()
        page.verbs["container"].trigger()
        assert window.shown is window.detail
        await until(lambda: "Listens on 127.0.0.1 inside" in " ".join(window.detail.ports.words))

    use_window(qapp, f"unix://{engine.socket}", use)
    engine.remove_everything()
