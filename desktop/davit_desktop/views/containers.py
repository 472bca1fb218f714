"""The containers page: a live list, its filter, and the empty states in its place."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Actions
from davit_desktop.session import Session
from davit_desktop.state import log_scope
from davit_desktop.state.containers import Container
from davit_desktop.state.ports import PortMapping
from davit_desktop.translation import tr
from davit_desktop.views.bin import BinButton
from davit_desktop.views.bulk_bar import BulkBar
from davit_desktop.views.container_actions import ContainerActions
from davit_desktop.views.container_delegate import ContainerDelegate
from davit_desktop.views.container_list import ContainerList
from davit_desktop.views.container_rows import (
    ContainerRow,
    accepted,
    columns,
    group_text,
    matches,
)
from davit_desktop.views.container_verbs import ContainerVerbs
from davit_desktop.views.empty import EmptyState, Skeleton
from davit_desktop.views.engine_off import EngineOff
from davit_desktop.views.filter_bar import FilterBar
from davit_desktop.views.first_run import FirstRun
from davit_desktop.views.icons import TextButton
from davit_desktop.views.messages import plain_label
from davit_desktop.views.page import Page
from davit_desktop.views.table_model import RowsProxy, TableModel

_USAGE_EVERY = 2_000  # milliseconds
_UPTIME_EVERY = 20_000  # milliseconds
_AT_ONCE = 150  # rows that are put in without a pause for the eye and the hand
_STREAMS = 20  # rows whose usage is streamed at most


class ContainersPage(Page):
    """Filter and list, with the empty states in the list's place."""

    opened = Signal(str, str)  # container id, tab
    asked = Signal(str, object)  # what a dialog is wanted for, Container
    run_requested = Signal()
    preferences_changed = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        verbs: ContainerVerbs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._verbs = verbs
        self._collapsed: set[str] = set()
        self._pinned: frozenset[str] = frozenset()
        self.model = TableModel(
            columns(),
            lambda r: r.container.id,
            self,
            group=lambda r: r.container.project,
            group_text=group_text,
            first=lambda r: r.pinned,
        )
        self.proxy = RowsProxy(self.model, self)
        self.bar = FilterBar()
        self.filter = self.bar.filter
        self.list = ContainerList()
        self.verbs = ContainerActions(verbs, self.selected, self.list)
        self.actions_by_name = self.verbs.by_name
        self._usable = False  # whether there is a list to filter
        self._build()
        self._wire()
        self._update_rows()

    @override
    def enter(self, subject: str, tab: str) -> None:
        self.list.setFocus()

    @override
    def focus_search(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # What the window remembers

    def restore(
        self,
        sort: str,
        *,
        descending: bool,
        show: str,
        collapsed: Sequence[str],
        columns: Collection[str],
        widths: Mapping[str, int],
        pinned: Collection[str],
    ) -> None:
        """Look as at the end of the last run."""
        self._pinned = frozenset(pinned)
        self._update_rows()
        self.list.choose_columns(columns, widths)
        self._collapsed = set(collapsed)
        keys = [column.key for column in self.model.columns]
        place = keys.index(sort) if sort in keys else 0
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.list.sortByColumn(place, order)
        self.bar.set_show(show)
        self._apply_filter()

    @property
    def sort_key(self) -> str:
        return self.model.columns[max(0, self.proxy.sortColumn())].key

    @property
    def descending(self) -> bool:
        return self.proxy.sortOrder() == Qt.SortOrder.DescendingOrder

    @property
    def shown_states(self) -> str:
        return self.bar.shown

    @property
    def pinned(self) -> tuple[str, ...]:
        """Names of the containers that stand above the others."""
        return tuple(sorted(self._pinned))

    @property
    def collapsed_groups(self) -> tuple[str, ...]:
        return tuple(sorted(self._collapsed))

    # Making

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(plain_label(tr("Containers"), "title"))
        self._summary = plain_label("", "muted")
        head.addWidget(self._summary, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(BinButton(self._verbs.deletes))
        self.run_button = TextButton(tr("Run…"), "plus", look="primary")
        self.run_button.setToolTip(tr("Run a new container (Ctrl+N)"))
        self.run_button.clicked.connect(self.run_requested)
        head.addWidget(self.run_button)
        layout.addLayout(head)
        layout.addWidget(self.problems)
        self.bulk = BulkBar(self.actions_by_name)
        layout.addWidget(self.bar)
        layout.addWidget(self.bulk)
        self._stack = QStackedWidget()
        self.first_run = FirstRun(self._session, self._actions, self._verbs.deletes)
        self.offline = EngineOff(self._session, self._actions)
        self.hidden_by_filter = EmptyState("search")
        self._skeleton = Skeleton()
        for widget in (
            self.list,
            self.first_run,
            self.offline,
            self.hidden_by_filter,
            self._skeleton,
        ):
            self._stack.addWidget(widget)
        layout.addWidget(self._stack, 1)
        self.list.setModel(self.proxy)
        self.list.setItemDelegate(ContainerDelegate(self.list))
        self.list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.list.place_columns()

    def _wire(self) -> None:
        session, verbs = self._session, self._verbs
        self._leave = [
            session.containers_news.subscribe(self._update_rows),
            session.connection_news.subscribe(self._update_rows),
            session.stats_news.subscribe(self._on_stats),
        ]
        verbs.busy_changed.connect(self._update_rows)
        verbs.problem.connect(self.problems.show_problem)
        verbs.settled.connect(self.problems.forget)
        self.first_run.problem.connect(self.problems.show_problem)
        self.first_run.opened.connect(verbs.open_port)
        self.first_run.started.connect(lambda id: self.opened.emit(id, "logs"))
        self.verbs.opened.connect(self._open)
        self.verbs.offer_pins(lambda c: c.name in self._pinned, self._toggle_pins)
        self.verbs.asked.connect(self.asked)
        self.bulk.clear.clicked.connect(self._select_nothing)
        nothing = QShortcut(QKeySequence("Esc"), self.list)
        nothing.setContext(Qt.ShortcutContext.WidgetShortcut)
        nothing.activated.connect(self._select_nothing)
        self.bar.changed.connect(self._apply_filter)
        self.bar.show_changed.connect(self.preferences_changed)
        self.bar.left.connect(self.list.setFocus)
        self.bar.columns_wanted.connect(self._choose_columns)
        self.list.activated_row.connect(lambda container: self.opened.emit(container.id, ""))
        self.list.activated_group.connect(lambda title: self.went.emit("stack", title, ""))
        self.list.columns_changed.connect(self.preferences_changed)
        self.list.button_pressed.connect(self._on_button)
        self.list.port_clicked.connect(self._on_port)
        self.list.menu_requested.connect(self._on_context_menu)
        self.list.expanded.connect(lambda index: self._remember_fold(index, folded=False))
        self.list.collapsed.connect(lambda index: self._remember_fold(index, folded=True))
        self.list.selectionModel().selectionChanged.connect(self._update_bulk)
        self.list.header().sortIndicatorChanged.connect(self.preferences_changed)
        self.list.verticalScrollBar().valueChanged.connect(self._watch_soon)
        self.list.width_changed.connect(self._watch_soon)
        self.hidden_by_filter.button.clicked.connect(self.clear_filter)
        self.offline.problem.connect(self.problems.show_problem)
        self._watch_timer = QTimer(self)
        self._watch_timer.setSingleShot(True)
        self._watch_timer.setInterval(150)
        self._watch_timer.timeout.connect(self._watch_visible)
        self._usage_timer = QTimer(self, singleShot=True, interval=_USAGE_EVERY)
        self._usage_timer.timeout.connect(self._update_usage)
        self._more_timer = QTimer(self, singleShot=True, interval=0)
        self._more_timer.timeout.connect(self._update_rows)
        self._uptime_timer = QTimer(self)
        self._uptime_timer.setInterval(_UPTIME_EVERY)
        self._uptime_timer.timeout.connect(self._refresh_uptime)
        self._update_bulk()

    # What is selected

    def selected(self) -> list[Container]:
        """The containers meant by a verb: the selected ones, a group meaning what it shows."""
        chosen: dict[str, Container] = {}
        for index in self.list.selectionModel().selectedRows():
            row = self.list.row(index)
            inner = (self.proxy.index(i, 0, index) for i in range(self.proxy.rowCount(index)))
            rows = [row] if row else map(self.list.row, inner)
            chosen.update({r.container.id: r.container for r in rows if r})
        return list(chosen.values())

    def _toggle_pins(self) -> None:
        """Pin what is selected above the others, or let go of it when all of it is pinned."""
        names = {container.name for container in self.selected()}
        loose = names <= self._pinned
        self._pinned = self._pinned - names if loose else self._pinned | names
        self._update_rows()
        self.preferences_changed.emit()

    def select(self, id: str) -> None:
        """Select one container and show it."""
        index = self.proxy.mapFromSource(self.model.index_of(id))
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.list.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.list.scrollTo(index)

    def clear_filter(self) -> None:
        """Show everything again."""
        self.bar.clear()
        self._apply_filter()

    # Rows

    def _update_rows(self) -> None:
        if self._more_timer.isActive():
            return  # it comes here in a moment
        rows = [self._row(c) for c in self._shown()]
        fresh = [row.container.id for row in rows if self.model.row(row.container.id) is None]
        if len(fresh) > _AT_ONCE:
            later = set(fresh[_AT_ONCE:])
            rows = [row for row in rows if row.container.id not in later]
            self._more_timer.start()
        before = set(self.model.groups)
        self.model.keep_sorted(True)
        self.model.set_rows(rows)
        for title in set(self.model.groups) - before:
            self._unfold(title)
        self._update_stack()
        self._update_bulk()
        self._watch_soon()

    def _shown(self) -> list[Container]:
        hidden = self._verbs.hidden
        return [c for c in self._session.containers.values() if not hidden(c.id)]

    def _row(self, container: Container) -> ContainerRow:
        history = self._session.histories.get(container.id)
        point = history.latest if history is not None and container.running else None
        failure = self._verbs.failures.get(container.id)
        return ContainerRow(
            container=container,
            cpu=round(point.cpu_percent, 1) if point else None,
            memory=point.memory_used if point else None,
            busy=self._verbs.busy.get(container.id, ""),
            pinned=container.name in self._pinned,
            failed=failure.reason if failure is not None else "",
        )

    def _on_stats(self) -> None:
        """Show the first figures of a row at once, later ones at the pace of the eye."""
        if not self.isVisible():
            return
        known = map(self.model.row, self._session.histories)
        if any(row and row.cpu is None and row.container.running for row in known):
            self._update_usage()
        elif not self._usage_timer.isActive():
            self._usage_timer.start()

    def _update_usage(self) -> None:
        if not self.isVisible():
            return
        # Nothing moves from under the pointer because it uses more or less than a moment ago.
        self.model.keep_sorted(self.list.pointer is None)
        for id in self._session.histories:
            container = self._session.containers.get(id)
            if container is not None:
                self.model.set_row(self._row(container))

    def _unfold(self, title: str) -> None:
        index = self.proxy.mapFromSource(self.model.index_of_group(title))
        if index.isValid():
            self.list.setExpanded(index, title not in self._collapsed)

    def _remember_fold(self, index: QModelIndex, *, folded: bool) -> None:
        title = self.list.group(index)
        if title:
            (self._collapsed.add if folded else self._collapsed.discard)(title)
            self.preferences_changed.emit()
        self._watch_soon()

    def _apply_filter(self) -> None:
        wanted, show = self.filter.text(), self.bar.shown

        def accepts(row: ContainerRow) -> bool:
            return accepted(row.container, show) and matches(row.container, wanted)

        self.proxy.set_predicate(accepts if wanted.strip() or show != "all" else None)
        for title in self.model.groups:
            self._unfold(title)
        self._update_stack()
        self._update_bulk()
        self._watch_soon()

    def _update_stack(self) -> None:
        session = self._session
        shown = self._shown()
        total = len(shown)
        running = sum(c.running for c in shown)
        summary = tr("{running} running · {total} in all").format(running=running, total=total)
        self._summary.setText(summary if total else "")
        offline = self.offline.wanted
        if total == 0 and not session.listed and not offline:
            self._present(self._skeleton)
        elif total == 0 and offline:
            self.offline.refresh()
            self._present(self.offline)
        elif total == 0:
            self._present(self.first_run)
        elif self.proxy.shown() == 0:
            words = tr("The filter hides %n container(s)", "", total)
            self.hidden_by_filter.say(words, "", tr("Clear filter"), "")
            self._present(self.hidden_by_filter)
        else:
            self._present(self.list)
        usable = self._stack.currentWidget() in (self.list, self.hidden_by_filter)
        self._usable = usable
        self._show_bar()

    def _present(self, widget: QWidget) -> None:
        """Put the list or an empty state in the page, and the focus with it if it was there."""
        before = self._stack.currentWidget()
        if before is widget:
            return
        focus = QApplication.focusWidget()
        inside = before is not None and focus is not None and before.isAncestorOf(focus)
        had_focus = before is self._skeleton or inside
        self._stack.setCurrentWidget(widget)
        if had_focus and self.isVisible() and not isinstance(focus, QLineEdit):
            (widget.button if isinstance(widget, EmptyState) else widget).setFocus()

    # Usage is streamed for the rows on the screen only

    def _watch_soon(self) -> None:
        if not self._watch_timer.isActive():
            self._watch_timer.start()

    def _watch_visible(self) -> None:
        self._session.watch_stats("list", self.visible_running() if self.isVisible() else ())

    def visible_running(self) -> list[str]:
        """Ids of the running containers whose rows, or whose folded group, are on the screen."""
        found: list[str] = []
        if self._stack.currentWidget() is not self.list or not self.list.isVisible():
            return found
        index = self.list.indexAt(QPoint(4, 1))
        bottom = self.list.viewport().height()
        while index.isValid() and self.list.visualRect(index).top() < bottom:
            row = self.list.row(index)
            rows = [row] if row else []
            if row is None and not self.list.isExpanded(index):
                rows = self.model.group_rows(self.list.group(index))
            found += [row.container.id for row in rows if row.container.running]
            index = self.list.indexBelow(index)
        return found[:_STREAMS]

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._uptime_timer.start()
        self._refresh_uptime()
        self._watch_soon()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._uptime_timer.stop()
        self._watch_soon()

    def _refresh_uptime(self) -> None:
        self.model.refresh_column("uptime")
        self.model.refresh_column("state")

    # What a person does

    def _on_button(self, what: str, target: Container | str, where: QPoint) -> None:
        if isinstance(target, str):
            containers = [row.container for row in self.model.group_rows(target)]
        else:
            containers = [target]
        match what:
            case "start" | "start all":
                self._verbs.start(containers)
            case "stop" | "stop all":
                self._verbs.stop(containers)
            case "resume":
                self._verbs.resume(containers)
            case "delete":
                self._verbs.delete(containers)
            case "ports" if isinstance(target, Container):
                self.verbs.ports_menu(target).exec(where)
            case "menu":
                if isinstance(target, Container):
                    self.select(target.id)
                    self.menu().exec(where)
                else:
                    self._group_menu(target).exec(where)

    def _on_port(self, port: PortMapping, running: bool) -> None:
        if port.browsable and running:
            self._verbs.open_port(port)
        else:
            self._verbs.copy_port(port)

    def _on_context_menu(self, index: QModelIndex, where: QPoint) -> None:
        title = self.list.group(index)
        (self._group_menu(title) if title else self.menu()).exec(where)

    def _group_menu(self, title: str) -> QMenu:
        containers = [row.container for row in self.model.group_rows(title)]
        return self.verbs.group_menu(
            containers,
            lambda: self.went.emit("stack", title, ""),
            lambda: self.went.emit("logs", log_scope.of_stack(title).subject, ""),
        )

    def menu(self) -> QMenu:
        """The menu of the selected containers."""
        return self.verbs.menu()

    def fill_menu(self, menu: QMenu) -> None:
        """Put the verbs that make sense for the selection into a menu."""
        self.verbs.fill(menu)

    def _choose_columns(self) -> None:
        button = self.bar.columns
        menu = self.list.columns_menu()
        corner = button.mapToGlobal(button.rect().bottomRight())
        menu.exec(corner - QPoint(menu.sizeHint().width(), 0))

    def _select_nothing(self) -> None:
        self.list.clearSelection()
        self.list.setFocus()

    def _update_bulk(self) -> None:
        chosen = self.selected()
        self.verbs.update(on_group=bool(self.list.group(self.list.currentIndex())))
        self.bulk.say(len(chosen))
        self._show_bar()

    def _show_bar(self) -> None:
        """What can be done to several takes the place of the filter while several are selected."""
        several = self._usable and len(self.selected()) > 1
        had_focus = self.bar.isAncestorOf(QApplication.focusWidget() or self)
        self.bulk.setVisible(several and not had_focus)
        self.bar.setVisible(self._usable and not self.bulk.isVisibleTo(self))

    def _open(self, tab: str) -> None:
        chosen = self.selected()
        title = self.list.group(self.list.currentIndex())
        if title and not tab:
            self.went.emit("stack", title, "")
        elif len(chosen) == 1:
            self.opened.emit(chosen[0].id, tab)
        elif tab == "logs" and chosen:
            scope = log_scope.of_containers(container.id for container in chosen)
            if title and len(chosen) == len(self.model.group_rows(title)):
                scope = log_scope.of_stack(title)
            self.went.emit("logs", scope.subject, "")
