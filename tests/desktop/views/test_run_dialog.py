"""The Run dialog: the form, the command and the reasons say the same."""

import shlex
import socket
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from davit_desktop.client.run_command import parse_run
from davit_desktop.client.run_spec import PortMapping, RunSpec
from davit_desktop.host_ports import Port, Published
from davit_desktop.state.image_facts import ImageFacts
from davit_desktop.views.run_dialog import RunDialog, Surrounds, command_of

AROUND = Surrounds(
    images=["nginx:latest", "postgres:16"],
    names=["web"],
    volumes=["data"],
    networks=["bridge", "shop"],
    published=[Published(Port(18_080), "web")],
)
POSTGRES = ImageFacts(
    ports=((15_432, "tcp"),),
    volumes=("/var/lib/postgresql/data",),
    env=("PGDATA=/x",),
    entrypoint=("docker-entrypoint.sh",),
    command=("postgres",),
)


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., RunDialog]:
    def make(image: str = "", around: Surrounds = AROUND) -> RunDialog:
        dialog = RunDialog(around, image)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def test_it_says_what_is_missing_and_then_runs(
    qtbot: QtBot, make: Callable[..., RunDialog]
) -> None:
    dialog = make()
    assert dialog.reason == "Choose an image"
    assert not dialog.run_button.isEnabled()
    dialog._image.setText("nginx")
    assert dialog.reason == ""
    with qtbot.waitSignal(dialog.requested) as asked:
        dialog.run_button.click()
    assert asked.args == [RunSpec(image="nginx", detach=True)]
    assert not dialog.isVisible()


def test_an_image_that_is_not_here_will_be_pulled(make: Callable[..., RunDialog]) -> None:
    dialog = make("redis")
    assert "will be pulled" in dialog._image_note.text()
    dialog._image.setText("nginx")
    assert dialog._image_note.text() == ""
    dialog._image.setText("Not An Image")
    assert "is not the name of an image" in dialog.reason


def test_a_name_that_is_taken_is_told_as_it_is_typed(make: Callable[..., RunDialog]) -> None:
    dialog = make("nginx")
    dialog._name.setText("web")
    assert dialog.reason == "There is a container named web"
    dialog._name.setText("web2")
    assert dialog.reason == ""
    dialog._name.setText("-x")
    assert "A name has" in dialog.reason


def test_what_the_image_declares_is_proposed(qtbot: QtBot, make: Callable[..., RunDialog]) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog.image_chosen) as asked:
        dialog._image.setText("postgres:16")
    dialog.set_facts(asked.args[0], POSTGRES)
    assert dialog.spec.ports == (
        PortMapping(container_port=15_432, host_ip="127.0.0.1", host_port="15432"),
    )
    assert dialog.spec.volumes == ("postgres-data:/var/lib/postgresql/data",)
    assert dialog._command.placeholderText() == "postgres"
    assert dialog._entrypoint.placeholderText() == "docker-entrypoint.sh"
    with qtbot.waitSignal(dialog.image_chosen):
        dialog._image.setText("nginx:latest")
    dialog.set_facts("nginx:latest", ImageFacts())
    assert dialog.spec == RunSpec(image="nginx:latest", detach=True)


def test_a_proposal_that_was_changed_is_kept(qtbot: QtBot, make: Callable[..., RunDialog]) -> None:
    dialog = make("postgres:16")
    dialog.set_facts("postgres:16", POSTGRES)
    dialog._volumes.lines[0].source.setText("mine")
    dialog._image.setText("nginx:latest")
    dialog.set_facts("nginx:latest", ImageFacts())
    assert dialog.spec.volumes == ("mine:/var/lib/postgresql/data",)
    assert dialog.spec.ports == ()


def test_late_facts_of_another_image_are_ignored(make: Callable[..., RunDialog]) -> None:
    dialog = make("nginx")
    dialog.set_facts("postgres:16", POSTGRES)
    assert dialog.spec.ports == ()


def test_a_port_in_use_is_told_beside_it(make: Callable[..., RunDialog]) -> None:
    dialog = make("nginx")
    line = dialog._ports.add()
    line.fill(PortMapping(container_port=80, host_port="18080"))
    assert line.problem == "Port 18080 is in use by container web"
    assert dialog.reason == line.problem
    with socket.create_server(("127.0.0.1", 0)) as server:
        line.host.setText(str(server.getsockname()[1]))
        assert "(pid " in line.problem
    line.host.setText("")
    assert dialog.reason == ""
    line.container.setText("99999")
    assert "1 to 65535" in dialog.reason


def test_the_same_port_twice_is_told(make: Callable[..., RunDialog]) -> None:
    dialog = make("nginx")
    for container_port in (80, 81):
        dialog._ports.add().fill(PortMapping(container_port=container_port, host_port="28080"))
    assert dialog.reason == "Port 28080 is asked for twice"


def test_loopback_is_where_ports_are_published_unless_asked(
    make: Callable[..., RunDialog],
) -> None:
    dialog = make("nginx")
    line = dialog._ports.add()
    line.container.setText("80")
    assert dialog.spec.ports[0].host_ip == "127.0.0.1"
    line.address.setCurrentIndex(1)
    assert dialog.spec.ports[0].host_ip == "0.0.0.0"


def test_volumes_are_checked(make: Callable[..., RunDialog]) -> None:
    dialog = make("nginx")
    line = dialog._volumes.add()
    assert "begins with /" in dialog.reason
    line.source.setText("/srv/www")
    line.target.setText("/usr/share/nginx/html")
    line.read_only.setChecked(True)
    assert dialog.spec.volumes == ("/srv/www:/usr/share/nginx/html:ro",)
    line.source.setText("../up")
    assert "whole path" in dialog.reason


def test_secrets_are_hidden_in_field_and_command_but_copied(
    qtbot: QtBot, make: Callable[..., RunDialog]
) -> None:
    dialog = make("postgres:16")
    line = dialog._variables.add()
    line.name.setText("POSTGRES_PASSWORD")
    line.value.setText("hunter2")
    assert line.value.echoMode() == QLineEdit.EchoMode.Password
    assert "hunter2" not in dialog._preview.toPlainText()
    dialog._copy()
    assert "POSTGRES_PASSWORD=hunter2" in QGuiApplication.clipboard().text()
    line.reveal.setChecked(True)
    assert line.value.echoMode() == QLineEdit.EchoMode.Normal


def test_limits_are_read_and_checked(make: Callable[..., RunDialog]) -> None:
    dialog = make("nginx")
    dialog._cpus.setText("1.5")
    dialog._memory.setText("512m")
    assert (dialog.spec.nano_cpus, dialog.spec.memory) == (1_500_000_000, 512 << 20)
    for field, wrong in ((dialog._cpus, "many"), (dialog._cpus, "nan"), (dialog._memory, "1x")):
        field.setText(wrong)
        assert dialog.reason
        assert not dialog.run_button.isEnabled()
        field.setText("")
    assert dialog.run_button.isEnabled()


def test_restart_and_removal_do_not_go_together(make: Callable[..., RunDialog]) -> None:
    dialog = make("nginx")
    dialog._remove.setChecked(True)
    dialog._restart.setCurrentIndex(2)
    assert "cannot be restarted" in dialog.reason


def test_an_open_quote_in_the_command_is_told(make: Callable[..., RunDialog]) -> None:
    dialog = make("nginx")
    dialog._command.setText("sh -c 'echo hi")
    assert "quote" in dialog.reason
    dialog._command.setText("sh -c 'echo hi'")
    assert dialog.spec.command == ("sh", "-c", "echo hi")


def test_a_pasted_command_fills_the_form_and_keeps_what_has_no_field(
    make: Callable[..., RunDialog],
) -> None:
    dialog = make()
    dialog._paste.setPlainText(
        "$ docker run -it --name db \\\n  -p 127.0.0.1:25432:5432 -v data:/d:ro,z \\\n"
        "  -e A=1 --cap-add NET_ADMIN --restart on-failure:3 --network shop postgres:16 -c 'x y'"
    )
    assert dialog.reason == ""
    assert dialog._name.text() == "db"
    expected = parse_run(
        [
            *("-d", "-it", "--name", "db", "-p", "127.0.0.1:25432:5432", "-v", "data:/d:ro,z"),
            *("-e", "A=1", "--cap-add", "NET_ADMIN", "--restart", "on-failure:3"),
            *("--network", "shop", "postgres:16", "-c", "x y"),
        ]
    )
    assert dialog.spec == expected
    dialog.set_facts("postgres:16", POSTGRES)
    assert dialog.spec == expected


@pytest.mark.parametrize("text", ["docker run --nope x", "docker run", "docker run 'x"])
def test_a_pasted_command_that_is_wrong_is_told(make: Callable[..., RunDialog], text: str) -> None:
    dialog = make()
    dialog._paste.setPlainText(text)
    assert dialog.reason.startswith("The pasted command cannot be used")
    assert not dialog.run_button.isEnabled()


names = st.from_regex(r"[a-z][a-z0-9]{1,8}", fullmatch=True)
specs = st.builds(
    RunSpec,
    image=names,
    name=names,
    command=st.lists(st.text("ab '\"$\\", max_size=4), max_size=3).map(tuple),
    env=st.lists(st.builds("{}={}".format, names, st.text("x =é", max_size=4)), max_size=2).map(
        tuple
    ),
    volumes=st.lists(st.builds("{}:/{}".format, names, names), max_size=2).map(tuple),
    rm=st.booleans(),
    memory=st.sampled_from([0, 6 << 20, 1 << 30]),
    nano_cpus=st.sampled_from([0, 10**9, 1_500_000_000]),
    cap_add=st.sampled_from([(), ("CAP_NET_ADMIN",)]),
    read_only=st.booleans(),
    privileged=st.booleans(),
    hostname=st.sampled_from(["", "host"]),
    detach=st.just(True),
)


@given(specs)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_form_gives_back_what_it_was_filled_with(qtbot: QtBot, spec: RunSpec) -> None:
    dialog = RunDialog(Surrounds())
    try:
        dialog.fill(spec)
        assert dialog.spec == spec
        assert parse_run(shlex.split(command_of(spec))[2:]) == spec
    finally:
        dialog.close()
        dialog.deleteLater()


def test_every_control_has_a_name(make: Callable[..., RunDialog]) -> None:
    dialog = make("nginx")
    for lines in (dialog._ports, dialog._volumes, dialog._variables):
        lines.add()
    controls: list[Any] = []
    for kind in (QLineEdit, QComboBox, QAbstractButton):
        controls += dialog.findChildren(kind)
    named = [c for c in controls if c.accessibleName() or (hasattr(c, "text") and c.text())]
    assert named == controls
