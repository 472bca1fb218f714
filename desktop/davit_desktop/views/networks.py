"""The networks page: who is on which network, and joining and leaving while containers run."""

import shlex
from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.pending_deletes import Doomed, PendingDeletes, Step
from davit_desktop.session import Phase, Session
from davit_desktop.state import networks as state
from davit_desktop.state.networks import Member, NetworkRow
from davit_desktop.translation import tr
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.icons import TextButton
from davit_desktop.views.list_page import ListPage
from davit_desktop.views.messages import plain_label
from davit_desktop.views.network_dialogs import ConnectDialog, CreateNetworkDialog
from davit_desktop.views.row_list import RowList
from davit_desktop.views.table_model import Column, RowsProxy, TableModel
from davit_desktop.views.text import visible

_MEMBERS = 168  # points of the lower list


def _traits(row: NetworkRow) -> str:
    told = [
        tr("internal") if row.internal else "",
        tr("IPv6") if row.ipv6 else "",
        tr("stack {name}").format(name=row.project) if row.project else "",
    ]
    return ", ".join(filter(None, told))


def _columns() -> tuple[Column[NetworkRow], ...]:
    return (
        Column(
            key="name",
            title=tr("Name"),
            text=lambda row: row.name,
            tip=lambda row: f"{row.name}\n{row.id}",
            share=3,
            look="strong",
        ),
        Column(
            key="driver",
            title=tr("Driver"),
            text=lambda row: row.driver,
            sample="macvlan__",
            look="muted",
        ),
        Column(key="subnets", title=tr("Subnet"), text=lambda row: ", ".join(row.subnets), share=2),
        Column(
            key="members",
            title=tr("Containers"),
            text=lambda row: str(len(row.members)) if row.members else "",
            tip=lambda row: "\n".join(member.name for member in row.members),
            sort=lambda row: len(row.members),
            sample="Containers",
            right=True,
        ),
        Column(key="traits", title=tr("Traits"), text=_traits, share=2, look="muted"),
    )


def _member_columns() -> tuple[Column[Member], ...]:
    return (
        Column(
            key="name",
            title=tr("Container"),
            text=lambda member: member.name,
            mark=lambda m: ("state-running", "green") if m.running else ("state-exited", "grey"),
            share=2,
            look="strong",
        ),
        Column(key="address", title=tr("Address"), text=lambda m: m.address, share=2),
        Column(
            key="aliases",
            title=tr("Aliases"),
            text=lambda member: ", ".join(member.aliases),
            share=3,
            look="muted",
        ),
    )


class NetworksPage(ListPage[NetworkRow]):
    """All networks above, the containers of the one that is selected below."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        deletes: PendingDeletes,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("Networks"),
            _columns(),
            lambda row: row.id,
            icon="networks",
            filter_words=tr("Filter by name, driver or subnet"),
            offline=EngineOff(session, actions),
            parent=parent,
        )
        self._session = session
        self._actions = actions
        self._deletes = deletes
        self._looking: Action | None = None
        self._stale = True
        self._rows: list[NetworkRow] = []
        self.dialog: QDialog | None = None
        self._build_page()
        news = (session.networks_news, session.containers_news, session.connection_news)
        for leave in [one.subscribe(self._look_again) for one in news]:
            self.destroyed.connect(leave)
        deletes.changed.connect(self._show_rows)

    def _build_page(self) -> None:
        self.prune_button = TextButton(tr("Prune unused…"))
        self.prune_button.clicked.connect(self.prune)
        self.create_button = TextButton(tr("Create…"), "plus", look="primary")
        self.create_button.clicked.connect(self.create_network)
        self.head.addWidget(self.prune_button)
        self.head.addWidget(self.create_button)
        self.add_verb(
            "connect",
            tr("Connect container…"),
            "plus",
            lambda chosen: self.connect_container(chosen[0]),
            keys="Return",
            usable=lambda chosen: len(chosen) == 1 and chosen[0].joinable,
        )
        self.add_verb("copy_id", tr("Copy id"), "copy", self._copy_id, usable=_one)
        self.add_verb(
            "delete",
            tr("Delete"),
            "trash",
            self.delete,
            keys="Del",
            usable=lambda chosen: not any(row.predefined for row in chosen),
            apart=True,
        )
        self.nothing.say(tr("No networks"), "", tr("Create network"), "docker network create shop")
        self.nothing.button.clicked.connect(self.create_network)
        self._lower = QWidget()
        lower = QVBoxLayout(self._lower)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(8)
        self._members_title = plain_label("", "strong")
        line.addWidget(self._members_title, 1)
        self.open_button = TextButton(tr("Open container"))
        self.open_button.clicked.connect(self._open_member)
        self.disconnect_button = TextButton(tr("Disconnect"))
        self.disconnect_button.clicked.connect(self._disconnect_members)
        line.addWidget(self.open_button)
        line.addWidget(self.disconnect_button)
        lower.addLayout(line)
        columns = _member_columns()
        self.members: TableModel[Member] = TableModel(columns, lambda member: member.id, self)
        proxy: RowsProxy[Member] = RowsProxy(self.members, self)
        self.member_list = RowList(proxy, columns, tr("Containers on this network"))
        self.member_list.setMinimumHeight(_MEMBERS)
        self.member_list.doubleClicked.connect(lambda _: self._open_member())
        for keys, slot in (("Return", self._open_member), ("Del", self._disconnect_members)):
            action = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(slot)
            self.member_list.addAction(action)
        lower.addWidget(self.member_list)
        self.body.addWidget(self._lower)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_members())
        self.member_list.selectionModel().selectionChanged.connect(lambda *_: self._judge())
        self._show_members()

    # Rows

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._look_again()

    def _look_again(self) -> None:
        self._stale = True
        if self._session.connection.phase is Phase.OFFLINE and not self._rows:
            self.refresh_stack()
        if not self.isVisible() or self._session.connection.phase is not Phase.ONLINE:
            return
        if self._looking is not None and self._looking.running:
            return  # it looks again when this look has ended
        self._stale = False

        async def look(_: Action) -> list[NetworkRow]:
            engine = self._session.engine
            return state.rows(await engine.networks(), await engine.containers(all=True))

        def done(rows: list[NetworkRow]) -> None:
            self._rows = rows
            self._show_rows()
            if self._stale:
                self._look_again()

        self._looking = self._actions.start_quiet(
            look,
            done=done,
            failure=tr("Cannot list networks"),
            failed=self.problems.show_problem,
        )

    def _show_rows(self) -> None:
        rows = [row for row in self._rows if not self._deletes.holds(row.id)]
        self.set_rows(rows)
        self.say_summary(tr("%n network(s)", "", len(rows)))
        self.prune_button.setEnabled(any(_unused(row) for row in rows))
        self._show_members()

    def _show_members(self) -> None:
        chosen = self.list.selected()
        self._lower.setVisible(len(chosen) == 1)
        if len(chosen) == 1:
            row = chosen[0]
            words = tr("%n container(s) on {name}", "", len(row.members))
            self._members_title.setText(words.format(name=visible(row.name)))
            self.members.set_rows(row.members)
        self._judge()

    def _judge(self) -> None:
        chosen = self.list.selected()
        members = self.member_list.selected()
        joinable = len(chosen) == 1 and chosen[0].joinable
        self.open_button.setEnabled(len(members) == 1)
        self.disconnect_button.setEnabled(bool(members) and joinable)

    # What a person does

    def create_network(self) -> None:
        """Ask for a name and make the network."""
        dialog = CreateNetworkDialog(self._rows, self)

        def create() -> None:
            wish = dialog.wish
            name = wish.name.strip()
            self._do(
                tr("Creating network {name}").format(name=name),
                lambda: self._session.engine.create_network(state.body(wish)),
                failure=tr("Cannot create network {name}").format(name=name),
                command=state.command(wish),
            )

        dialog.accepted.connect(create)
        self._open(dialog)

    def connect_container(self, network: NetworkRow) -> None:
        """Ask for a container and join it."""
        joined = {member.id for member in network.members}
        offers = [c for c in self._session.containers.values() if c.id not in joined]
        dialog = ConnectDialog(network, sorted(offers, key=lambda c: c.name), self)

        def connect() -> None:
            chosen, endpoint = dialog.chosen, dialog.endpoint
            self._do(
                tr("Connecting {container} to {network}").format(
                    container=chosen.name, network=network.name
                ),
                lambda: self._session.engine.connect(network.id, chosen.id, endpoint),
                failure=tr("Cannot connect {container} to {network}").format(
                    container=chosen.name, network=network.name
                ),
                command=["docker", "network", "connect", *dialog.flags, network.name, chosen.name],
            )

        dialog.accepted.connect(connect)
        self._open(dialog)

    def disconnect_member(self, network: NetworkRow, member: Member) -> None:
        """Take a container off a network."""
        self._do(
            tr("Disconnecting {container} from {network}").format(
                container=member.name, network=network.name
            ),
            lambda: self._session.engine.disconnect(network.id, member.id),
            failure=tr("Cannot disconnect {container} from {network}").format(
                container=member.name, network=network.name
            ),
            command=["docker", "network", "disconnect", network.name, member.name],
        )

    def delete(self, chosen: list[NetworkRow]) -> None:
        """Hide networks; they are deleted when Undo is over."""
        doomed = [self._doomed(row) for row in chosen if not row.predefined]
        if not doomed:
            return
        words = tr("Deleted {name}").format(name=visible(doomed[0].name))
        if len(doomed) > 1:
            words = tr("Deleted %n network(s)", "", len(doomed))
        self._deletes.put(doomed, words)

    def _doomed(self, row: NetworkRow) -> Doomed:
        return Doomed(
            key=row.id,
            name=row.name,
            delete=Step(
                title=tr("Deleting network {name}").format(name=row.name),
                failure=tr("Cannot delete network {name}").format(name=row.name),
                command=shlex.join(["docker", "network", "rm", row.name]),
                work=lambda _: self._session.engine.remove_network(row.id),
            ),
            failed=self.problems.show_problem,
        )

    def prune(self) -> None:
        """Name the networks that nothing is on, and delete them when that is wanted."""
        unused = [row for row in self.model.rows() if _unused(row)]
        box = QMessageBox(self)
        box.setWindowTitle(tr("Prune unused networks"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("%n network(s) with no container will be deleted.", "", len(unused)))
        box.setInformativeText("\n".join(visible(row.name) for row in unused[:20]))
        prune = box.addButton(tr("Delete networks"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)

        def answered() -> None:
            if box.clickedButton() is prune:
                self.delete(unused)

        box.finished.connect(answered)
        self._open(box)

    def _copy_id(self, chosen: list[NetworkRow]) -> None:
        QGuiApplication.clipboard().setText(chosen[0].id)
        self.said.emit(tr("Copied the id of {name}").format(name=chosen[0].name), chosen[0].id)

    def _open_member(self) -> None:
        members = self.member_list.selected()
        if len(members) == 1:
            self.went.emit("container", members[0].id, "")

    def _disconnect_members(self) -> None:
        for network in self.list.selected()[:1]:
            for member in self.member_list.selected():
                self.disconnect_member(network, member)

    def _do(
        self, title: str, work: Callable[[], Awaitable[object]], *, failure: str, command: list[str]
    ) -> None:
        self.problems.forget(failure)

        async def run(_: Action) -> None:
            await work()

        self._actions.start(
            title,
            run,
            failure=failure,
            command=shlex.join(command),
            failed=self.problems.show_problem,
            done=lambda _: self._look_again(),
        )

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()


def _one(chosen: list[NetworkRow]) -> bool:
    return len(chosen) == 1


def _unused(row: NetworkRow) -> bool:
    return not row.predefined and not row.members
