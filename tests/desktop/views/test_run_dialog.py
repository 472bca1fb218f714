"""The Run dialog: the form, the command and the reasons say the same."""

import shlex
import socket
from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from davit_desktop.client.run_command import command_words, parse_run
from davit_desktop.client.run_spec import NetworkChoice, PortMapping, RunSpec, Surroundings, Ulimit
from davit_desktop.host_ports import Port, Published
from davit_desktop.state.image_facts import ImageFacts, SearchHit
from davit_desktop.state.run_presets import RunMemory, docker_run, saved
from davit_desktop.views.run_dialog import RunDialog
from davit_desktop.views.run_options import LifeSection, LimitSection, NetworkSection
from davit_desktop.views.run_rows import PortLine, VariableLine, VolumeLine
from davit_desktop.views.run_section import Section, Surrounds

AROUND = Surrounds(
    images=["nginx:latest", "postgres:16"],
    names=["web"],
    volumes=["data"],
    networks=["bridge", "shop"],
    published=[Published(Port(18_080), "web")],
    surroundings=Surroundings(environ={"HOME": "/home/me"}),
)
POSTGRES = ImageFacts(
    ports=((15_432, "tcp"),),
    volumes=("/var/lib/postgresql/data",),
    env=("PGDATA=/x",),
    entrypoint=("docker-entrypoint.sh",),
    command=("postgres",),
)
Make = Callable[..., RunDialog]
S = TypeVar("S", bound=Section)


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def make(image: str = "", around: Surrounds = AROUND, **more: Any) -> RunDialog:
        dialog = RunDialog(around, image, **more)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return make


def spec_of(dialog: RunDialog) -> RunSpec:
    assert dialog.spec is not None
    return dialog.spec


def add_port(dialog: RunDialog) -> PortLine:
    line = dialog.basics.ports.add()
    assert isinstance(line, PortLine)
    return line


def add_volume(dialog: RunDialog) -> VolumeLine:
    line = dialog.basics.volumes.add()
    assert isinstance(line, VolumeLine)
    return line


def add_variable(dialog: RunDialog) -> VariableLine:
    line = dialog.basics.variables.add()
    assert isinstance(line, VariableLine)
    return line


def section(dialog: RunDialog, kind: type[S]) -> S:
    (found,) = (s for s in dialog.options if isinstance(s, kind))
    return found


def seen(dialog: QWidget, name: str) -> QAbstractButton:
    (button,) = (
        b
        for b in dialog.findChildren(QAbstractButton)
        if b.accessibleName() == name and b.isVisible()
    )
    return button


def test_it_says_what_is_missing_and_then_runs(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    assert dialog.reason == "Choose an image"
    assert not dialog.run_button.isEnabled()
    dialog.basics.image.setText("busybox")
    assert dialog.reason == ""
    with qtbot.waitSignal(dialog.requested) as asked:
        dialog.run_button.click()
    assert asked.args == [RunSpec(image="busybox", detach=True)]


def test_enter_runs_and_escape_closes(qtbot: QtBot, make: Make) -> None:
    dialog = make("busybox")
    with qtbot.waitSignal(dialog.requested):
        QTest.keyClick(dialog.basics.name, Qt.Key.Key_Return)
    QTest.keyClick(dialog.basics.name, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_image_that_is_not_here_will_be_pulled(make: Make) -> None:
    dialog = make("redis")
    assert "it is pulled first" in dialog.basics._image_note.text()
    dialog.basics.image.setText("nginx")
    assert dialog.basics._image_note.text() == ""
    dialog.basics.image.setText("Not An Image")
    assert "is not the name of an image" in dialog.reason


def test_a_free_name_is_proposed_until_one_is_typed(qtbot: QtBot, make: Make) -> None:
    around = Surrounds(names=["redis"])
    dialog = make("redis", around)
    qtbot.waitUntil(lambda: dialog.basics.name.text() == "redis-2")
    dialog.basics.image.setText("ghcr.io/me/tool:1")
    qtbot.waitUntil(lambda: dialog.basics.name.text() == "tool")
    dialog.basics.name.clear()
    QTest.keyClicks(dialog.basics.name, "mine")
    dialog.basics.image.setText("redis")
    qtbot.waitUntil(lambda: len(dialog.basics.ports.lines) == 1)
    assert dialog.basics.name.text() == "mine"


def test_a_name_that_is_taken_is_told_as_it_is_typed_and_mended(make: Make) -> None:
    dialog = make("nginx")
    dialog.basics.name.setText("web")
    assert dialog.reason == "There is a container named web"
    seen(dialog, "Use web-2").click()
    assert (dialog.reason, spec_of(dialog).name) == ("", "web-2")
    dialog.basics.name.setText("-x")
    assert "A name has" in dialog.reason


def test_what_the_image_declares_is_proposed(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog.image_chosen) as asked:
        dialog.basics.image.setText("postgres:16")
    dialog.set_facts(asked.args[0], POSTGRES)
    spec = spec_of(dialog)
    assert spec.ports == (
        PortMapping(container_port=15_432, host_ip="127.0.0.1", host_port="15432"),
    )
    assert spec.volumes == ("postgres-data:/var/lib/postgresql/data",)
    (password,) = spec.env
    assert password.startswith("POSTGRES_PASSWORD=")
    assert len(password) > 30
    assert dialog.basics.command.placeholderText() == "postgres"
    assert dialog.basics.entrypoint.placeholderText() == "docker-entrypoint.sh"
    with qtbot.waitSignal(dialog.image_chosen):
        dialog.basics.image.setText("nginx:latest")
    dialog.set_facts("nginx:latest", ImageFacts())
    assert spec_of(dialog) == RunSpec(image="nginx:latest", name="nginx", detach=True)


def test_a_proposal_that_was_changed_is_kept(make: Make) -> None:
    dialog = make("postgres:16")
    dialog.set_facts("postgres:16", POSTGRES)
    line = dialog.basics.volumes.lines[0]
    assert isinstance(line, VolumeLine)
    line.source.setText("mine")
    dialog.basics.image.setText("nginx:latest")
    dialog.set_facts("nginx:latest", ImageFacts())
    assert spec_of(dialog).volumes == ("mine:/var/lib/postgresql/data",)
    assert spec_of(dialog).ports == ()


def test_what_the_image_does_not_start_without_is_missed(make: Make) -> None:
    dialog = make("postgres:16")
    dialog.set_facts("postgres:16", POSTGRES)
    dialog.basics.variables.clear()
    assert "does not start without POSTGRES_PASSWORD" in dialog.basics._missing.problem
    assert dialog.reason == ""
    seen(dialog, "Add POSTGRES_PASSWORD").click()
    assert dialog.basics._missing.problem == ""
    dialog.basics.variables.clear()
    add_variable(dialog).fill("POSTGRES_HOST_AUTH_METHOD=trust")
    assert dialog.basics._missing.problem == ""


def test_late_facts_of_another_image_are_ignored(make: Make) -> None:
    dialog = make("nginx")
    dialog.set_facts("postgres:16", POSTGRES)
    assert spec_of(dialog).ports == ()


def test_a_port_in_use_is_told_beside_it_with_its_holder(qtbot: QtBot, make: Make) -> None:
    dialog = make("nginx")
    line = add_port(dialog)
    line.fill(PortMapping(container_port=80, host_ip="127.0.0.1", host_port="18080"))
    assert line.problem == "Port 18080 is in use by container web"
    assert dialog.reason == line.problem
    with socket.create_server(("127.0.0.1", 0)) as server:
        taken = server.getsockname()[1]
        line.host.setText(str(taken))
        assert f"Port {taken} is in use" in line.problem
        qtbot.waitUntil(lambda: "(pid " in line.problem, timeout=30_000)
        line.fix_button.click()
        assert line.problem == ""
        assert int(line.host.text()) != taken
    line.host.setText("")
    assert dialog.reason == ""
    line.container.setText("99999")
    assert "1 to 65535" in dialog.reason


def test_the_same_port_twice_is_told(make: Make) -> None:
    dialog = make("nginx")
    for container_port in (80, 81):
        add_port(dialog).fill(PortMapping(container_port=container_port, host_port="28080"))
    assert dialog.reason == "Port 28080 is asked for twice"


def test_loopback_is_where_ports_are_published_unless_asked(make: Make) -> None:
    dialog = make("nginx")
    line = add_port(dialog)
    line.container.setText("80")
    assert spec_of(dialog).ports[0].host_ip == "127.0.0.1"
    line.address.setCurrentIndex(1)
    assert spec_of(dialog).ports[0].host_ip == "0.0.0.0"


def test_volumes_are_checked(make: Make) -> None:
    dialog = make("nginx")
    line = add_volume(dialog)
    assert "begins with /" in dialog.reason
    line.source.setText("/srv/www")
    line.target.setText("/usr/share/nginx/html")
    line.read_only.setChecked(True)
    assert spec_of(dialog).volumes == ("/srv/www:/usr/share/nginx/html:ro",)
    line.source.setText("../up")
    assert "whole path" in dialog.reason


def test_secrets_are_hidden_in_field_and_command_but_copied(make: Make) -> None:
    dialog = make("nginx")
    line = add_variable(dialog)
    line.name.setText("ADMIN_PASSWORD")
    line.value.setText("hunter2")
    assert line.value.echoMode() == QLineEdit.EchoMode.Password
    assert "hunter2" not in dialog.preview.toPlainText()
    dialog._copy()
    assert "ADMIN_PASSWORD=hunter2" in QGuiApplication.clipboard().text()
    line.reveal.setChecked(True)
    assert line.value.echoMode() == QLineEdit.EchoMode.Normal
    line.generate.click()
    assert len(line.value.text()) == 24
    line.copy.click()
    assert QGuiApplication.clipboard().text() == line.value.text()


def test_an_env_file_becomes_lines(make: Make) -> None:
    surroundings = Surroundings(read_text=lambda path: "# note\nA=1\nB=two words\n")
    dialog = make("nginx", Surrounds(surroundings=surroundings))
    add_variable(dialog).fill("A=0")
    dialog.basics.add_env_file("vars.env")
    assert spec_of(dialog).env == ("A=1", "B=two words")


def test_limits_are_read_and_checked(make: Make) -> None:
    dialog = make("nginx")
    limits = section(dialog, LimitSection)
    limits.cpus.setText("1.5")
    limits.memory.setText("512m")
    assert (spec_of(dialog).nano_cpus, spec_of(dialog).memory) == (1_500_000_000, 512 << 20)
    for field, wrong in ((limits.cpus, "many"), (limits.cpus, "nan"), (limits.memory, "1x")):
        field.setText(wrong)
        assert dialog.reason
        assert not dialog.run_button.isEnabled()
        field.setText("")
    assert dialog.run_button.isEnabled()


def test_restart_and_removal_do_not_go_together(make: Make) -> None:
    dialog = make("nginx")
    life = section(dialog, LifeSection)
    life.remove.setChecked(True)
    life.restart.setCurrentIndex(2)
    assert "cannot be restarted" in dialog.reason


def test_an_open_quote_in_the_command_is_told(make: Make) -> None:
    dialog = make("nginx")
    dialog.basics.command.setText("sh -c 'echo hi")
    assert "quote" in dialog.reason
    dialog.basics.command.setText("sh -c 'echo hi'")
    assert spec_of(dialog).command == ("sh", "-c", "echo hi")


def test_a_flag_is_taken_as_on_a_command_line(make: Make) -> None:
    dialog = make("nginx")
    dialog.flags.show_flags(["--ulimit nofile=10:20", "--cap-add SYS_PTRACE"])
    assert spec_of(dialog).ulimits == (Ulimit(name="nofile", soft=10, hard=20),)
    assert spec_of(dialog).cap_add == ("CAP_SYS_PTRACE",)
    for wrong in ("--nope", "nginx", "--ulimit x", "--rm busybox", "--ulimit 'x"):
        dialog.flags.show_flags([wrong])
        assert dialog.reason, wrong
    dialog.flags.show_flags(["--hostname a"])
    section(dialog, NetworkSection).hostname.setText("b")
    assert dialog.reason == "hostname is set twice: in the form and by a flag"


def test_a_pasted_command_fills_the_form_and_keeps_what_has_no_field(make: Make) -> None:
    dialog = make()
    seen(dialog, "Paste docker run…").click()
    dialog.start_bar.text.setPlainText(
        "$ docker run -it --name db \\\n  -p 127.0.0.1:25432:5432 -v data:/d:ro,z \\\n"
        "  -e A=1 --shm-size 64m --cap-add NET_ADMIN --restart on-failure:3 --network shop "
        "postgres:16 -c 'x y'"
    )
    assert dialog.reason == ""
    assert dialog.basics.name.text() == "db"
    expected = parse_run(
        [
            *("-d", "-it", "--name", "db", "-p", "127.0.0.1:25432:5432", "-v", "data:/d:ro,z"),
            *("-e", "A=1", "--shm-size", "64m", "--cap-add", "NET_ADMIN"),
            *("--restart", "on-failure:3", "--network", "shop", "postgres:16", "-c", "x y"),
        ]
    )
    assert spec_of(dialog) == expected
    assert dialog.flags.text == "--shm-size 64m"
    dialog.set_facts("postgres:16", POSTGRES)
    assert spec_of(dialog) == expected


def test_what_a_pasted_command_leaves_open_is_named(make: Make) -> None:
    dialog = make()
    dialog.start_bar.paste.setChecked(True)
    dialog.start_bar.text.setPlainText("docker run --gpus all -v $(pwd):/app busybox")
    notes = dialog.start_bar.notes.text()
    assert "--gpus all is not taken" in notes
    assert "$(pwd): only your shell knows" in notes
    line = dialog.basics.volumes.lines[0]
    assert isinstance(line, VolumeLine)
    assert line.source.text() == "$(pwd)"
    assert "whole path" in dialog.reason
    line.source.setText("/srv")
    assert dialog.reason == ""


@pytest.mark.parametrize("text", ["docker run", "docker run 'x", "hello"])
def test_a_pasted_text_that_is_no_command_is_told(make: Make, text: str) -> None:
    dialog = make("nginx")
    dialog.start_bar.paste.setChecked(True)
    dialog.start_bar.text.setPlainText(text)
    assert dialog.start_bar.problem.text() == dialog.reason != ""
    assert not dialog.run_button.isEnabled()
    dialog.start_bar.text.clear()
    assert dialog.run_button.isEnabled()


def test_a_preset_is_saved_without_its_secrets_and_asks_for_them(qtbot: QtBot, make: Make) -> None:
    dialog = make("busybox")
    add_variable(dialog).fill("TOKEN=hunter2")
    dialog.start_bar.save.click()
    with qtbot.waitSignal(dialog.preset_saved) as kept:
        QTest.keyClicks(dialog.start_bar.title, "dev")
        QTest.keyClick(dialog.start_bar.title, Qt.Key.Key_Return)
    (preset,) = kept.args
    assert "hunter2" not in repr(preset)
    again = make(memory=RunMemory(presets=(preset,)))
    again.start_from(preset)
    assert again.reason.startswith("TOKEN is a secret")
    line = again.basics.variables.lines[0]
    assert isinstance(line, VariableLine)
    line.value.setText("new")
    assert (again.reason, spec_of(again).env) == ("", ("TOKEN=new",))


def test_presets_and_history_of_the_image_come_first(make: Make) -> None:
    memory = RunMemory(
        presets=(saved(RunSpec(image="nginx", name="web"), "dev"),),
        recent=(saved(RunSpec(image="redis:7", memory=6 << 20)),),
    )
    dialog = make("nginx:1.27", memory=memory)
    dialog.start_bar.menu.aboutToShow.emit()
    entries = [
        entry
        for entry in dialog.start_bar.menu.actions()
        if not entry.isSeparator() and entry.isEnabled()
    ]
    assert [entry.text() for entry in entries] == [
        "dev   nginx, web",
        "Other images",
        "Delete preset",
    ]
    entries[0].trigger()
    assert spec_of(dialog) == RunSpec(image="nginx", name="web-2", detach=True)


def test_a_deleted_preset_can_be_brought_back(qtbot: QtBot, make: Make) -> None:
    preset = saved(RunSpec(image="nginx"), "dev")
    dialog = make("nginx", memory=RunMemory(presets=(preset,)))
    with qtbot.waitSignal(dialog.preset_deleted):
        dialog.start_bar.deleted.emit(preset)
    with qtbot.waitSignal(dialog.preset_saved) as restored:
        seen(dialog, "Undo").click()
    assert restored.args == [preset]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_images_are_searched_only_when_asked(qtbot: QtBot, make: Make) -> None:
    dialog = make("ngin")
    with qtbot.waitSignal(dialog.search_wanted) as asked:
        seen(dialog, "Search registries for this name").click()
    assert asked.args == ["ngin"]
    dialog.show_hits([], "Cannot search for ngin: no network")
    assert "no network" in dialog.basics._image_note.text()
    dialog.show_hits([SearchHit(name="nginx", description="<b>web</b>", stars=9, official=True)])
    (menu,) = (
        m for m in dialog.basics.findChildren(QWidget) if m.inherits("QMenu") and m.isVisible()
    )
    (entry,) = menu.actions()
    assert entry.text() == "nginx   official   ★ 9   <b>web</b>"
    entry.trigger()
    menu.close()
    assert dialog.basics.image.text() == "nginx"


names = st.from_regex(r"[a-z][a-z0-9]{1,8}", fullmatch=True)
texts = st.text("ab '\"$\\\n\t;#-=", max_size=5)
specs = st.builds(
    RunSpec,
    image=names,
    name=names,
    command=st.lists(texts, max_size=3).map(tuple),
    entrypoint=st.none() | texts,
    env=st.lists(
        st.builds("{}={}".format, names, texts) | names | st.just("A B=1"), max_size=3
    ).map(tuple),
    ports=st.lists(
        st.builds(
            PortMapping,
            container_port=st.integers(0, 65_535),
            protocol=st.sampled_from(["tcp", "udp"]),
            host_ip=st.sampled_from(["", "127.0.0.1", "::1", "192.0.2.1"]),
            host_port=st.sampled_from(["", "28080", "28000-28010"]),
        ),
        max_size=2,
    ).map(tuple),
    volumes=st.lists(
        st.sampled_from(["/anon", "data:/d", "/a:/b:ro", "xy:/y:ro,z", ":/c:nocopy"]), max_size=2
    ).map(tuple),
    labels=st.dictionaries(st.sampled_from(["a", "b c"]), texts, max_size=2),
    rm=st.booleans(),
    restart=st.sampled_from(["no", ""]),
    memory=st.sampled_from([0, 1, 6 << 20, 1 << 30]),
    nano_cpus=st.sampled_from([0, 1, 10**9, 1_500_000_000]),
    cap_add=st.sampled_from([(), ("CAP_NET_ADMIN",), ("ALL", "CAP_X")]),
    networks=st.sampled_from(
        [
            (),
            (NetworkChoice(),),
            (NetworkChoice(name="host"),),
            (NetworkChoice(name="shop", aliases=("a", "b")),),
            (NetworkChoice(name="shop", ip="10.0.0.9"), NetworkChoice(name="two")),
        ]
    ),
    dns=st.sampled_from([(), ("1.1.1.1",)]),
    add_host=st.sampled_from([(), ("db:10.0.0.5",), ("x:host-gateway",)]),
    read_only=st.booleans(),
    privileged=st.booleans(),
    tty=st.booleans(),
    interactive=st.booleans(),
    init=st.sampled_from([None, True, False]),
    hostname=st.sampled_from(["", "host"]),
    user=st.sampled_from(["", "1000:1000", " x"]),
    platform=st.sampled_from(["", "linux/arm64", "odd"]),
    pull=st.sampled_from(["missing", "always", ""]),
    ulimits=st.sampled_from([(), (Ulimit(name="nofile", soft=1, hard=2),)]),
    tmpfs=st.dictionaries(st.just("/run"), st.sampled_from(["", "size=1m"])),
    stop_timeout=st.sampled_from([None, 0, 5]),
    health_cmd=texts,
    detach=st.just(True),
)


def same(spec: RunSpec) -> dict[str, Any]:
    """The spec without the order of what has none: lines of flags come after lines of the form."""
    values = {name: getattr(spec, name) for name in spec.__struct_fields__}
    for name in ("env", "ports", "volumes"):
        values[name] = sorted(values[name], key=repr)
    return values


def test_nothing_is_lost_between_form_and_command(make: Make) -> None:
    dialog = make("", Surrounds(networks=["shop"], local=False))

    @given(specs)
    @settings(max_examples=40)
    def holds(spec: RunSpec) -> None:
        dialog.fill(spec)
        shown = spec_of(dialog)
        assert same(shown) == same(spec)
        command = docker_run(shown)
        assert parse_run(shlex.split(command)[2:]) == shown
        dialog.paste(command)
        assert spec_of(dialog) == shown
        assert docker_run(spec_of(dialog)) == command

    holds()


def test_every_control_has_a_name(make: Make) -> None:
    dialog = make("nginx")
    dialog.flags.flags.add()
    for lines in (dialog.basics.ports, dialog.basics.volumes, dialog.basics.variables):
        lines.add()
    for fold in dialog.folds:
        fold.open()
    for panel in (dialog.start_bar.save, dialog.start_bar.paste):
        panel.setChecked(True)
    controls: list[Any] = []
    for kind in (QLineEdit, QComboBox, QAbstractButton):
        controls += dialog.findChildren(kind)
    own = [c for c in controls if c.isVisible() and not c.objectName().startswith("qt_")]
    assert [c for c in own if not c.accessibleName()] == []


def test_all_of_it_can_be_reached_by_tab(qtbot: QtBot, make: Make) -> None:
    dialog = make("nginx")
    add_port(dialog)
    for fold in dialog.folds:
        fold.open()
    wanted = {
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and not widget.objectName().startswith("qt_")
    }
    reached = set()
    widget = dialog.nextInFocusChain()
    while widget is not dialog and widget is not None:
        reached.add(widget)
        widget = widget.nextInFocusChain()
    assert wanted <= reached


def test_tab_goes_through_the_form_as_it_is_read(qtbot: QtBot, make: Make) -> None:
    dialog = make("nginx")
    first, second = add_port(dialog), add_port(dialog)
    qtbot.waitUntil(second.container.isVisible)
    order = []
    widget: QWidget = dialog.basics.image
    while (widget := widget.nextInFocusChain()) is not dialog.basics.image:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            order.append(widget)
    wanted = [dialog.basics.search, dialog.basics.name]
    for line in (first, second):
        wanted += [line.address, line.host, line.container, line.protocol]
    wanted += [dialog.basics.ports.add_button, dialog.basics.volumes.add_button]
    places = [order.index(widget) for widget in (*wanted, dialog.run_button)]
    assert places == sorted(places)


HOSTILE = "<img src=x onerror=y>\x1b[31m\u202eevil\0"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_hostile_words_are_shown_as_text(make: Make) -> None:
    around = Surrounds(
        images=[HOSTILE], names=[HOSTILE], volumes=[HOSTILE], networks=[HOSTILE], local=False
    )
    dialog = make("x", around)
    facts = ImageFacts(
        ports=((80, "tcp"),),
        volumes=(f"/{HOSTILE}",),
        env=(f"{HOSTILE}={'x' * 1_000_000}",),
        command=(HOSTILE * 1000,),
        user=HOSTILE,
    )
    dialog.set_facts("x", facts)
    dialog.show_hits([SearchHit(name=HOSTILE, description=HOSTILE)])
    assert "\u202e" not in dialog.preview.toPlainText()
    assert "\x1b" not in dialog.basics.command.placeholderText()


def test_words_of_the_command_survive(make: Make) -> None:
    dialog = make()
    spec = parse_run(["-d", "busybox", "sh", "-c", "echo 'a  b'\necho \"$X\""])
    dialog.fill(spec)
    assert command_words(spec_of(dialog)) == command_words(spec)
