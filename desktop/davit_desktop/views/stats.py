"""What a container uses: charts over a span of one's choice, and its processes."""

from PySide6.QtCore import QSortFilterProxyModel, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.errors import BadRequest
from davit_desktop.client.types import Json, Top
from davit_desktop.session import Session
from davit_desktop.state.processes import COLUMNS, Process, processes
from davit_desktop.state.stats import DAY
from davit_desktop.translation import mark, tr
from davit_desktop.views import text
from davit_desktop.views.chart import Chart
from davit_desktop.views.messages import plain_label
from davit_desktop.views.table_model import SORT, Column, TableModel

_TOP_EVERY = 3_000  # milliseconds
_SPANS = (
    (mark("2 min"), 120.0),
    (mark("15 min"), 900.0),
    (mark("1 h"), 3600.0),
    (mark("6 h"), 6 * 3600.0),
    (mark("24 h"), DAY),
)
_SLOWLY = 4  # news of figures for one drawing of a long span


class StatsView(QWidget):
    """Charts and processes of one container; streams only while it is seen."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._id = ""
        self._asking: Action | None = None
        self._span = _SPANS[0][1]
        self._news = 0
        self._cpu_limit = 0.0
        self._pids_limit = 0
        self._plain_top = False  # whether this engine refuses our columns
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_TOP_EVERY)
        self._timer.timeout.connect(self._ask_top)
        self._leave = [
            session.stats_news.subscribe(self._on_news),
            session.containers_news.subscribe(self._watch),
        ]

    def show_container(self, id: str) -> None:
        """Show this container."""
        self._id = id
        self._cpu_limit, self._pids_limit = 0.0, 0
        self._table.set_rows([])
        self._processes_title.setText(tr("Processes"))
        self._watch()
        self._recall()

    def leave(self) -> None:
        """Show none any more."""
        self._id = ""
        self._watch()

    def focus_search(self) -> None:
        """There is nothing to search."""

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()
        self._recall()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._watch()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        bar = QHBoxLayout()
        bar.setSpacing(4)
        self.spans = QButtonGroup(self)
        for words, span in _SPANS:
            button = QPushButton(tr(words))
            button.setCheckable(True)
            button.setProperty("look", "segment")
            button.setAccessibleName(tr("The last {span}").format(span=tr(words)))
            button.setChecked(span == self._span)
            button.clicked.connect(lambda _=False, span=span: self.show_span(span))
            self.spans.addButton(button)
            bar.addWidget(button)
        bar.addSpacing(8)
        self._idle = plain_label("", "muted")
        bar.addWidget(self._idle, 1)
        layout.addLayout(bar)
        self.cpu = Chart(tr("CPU"), [("", "accent", lambda p: p.cpu_percent)], text.percent, 5.0)
        self.memory = Chart(
            tr("Memory"), [("", "green", lambda p: float(p.memory_used))], text.size, 1e6
        )
        self.network = Chart(
            tr("Network"),
            [("↓", "accent", lambda p: p.network_in), ("↑", "orange", lambda p: p.network_out)],
            _rate,
            1e3,
        )
        self.disk = Chart(
            tr("Disk"),
            [
                (tr("read"), "accent", lambda p: p.disk_read),
                (tr("write"), "orange", lambda p: p.disk_written),
            ],
            _rate,
            1e3,
        )
        self.pids = Chart(
            tr("Processes and threads"),
            [("", "accent", lambda p: float(p.processes))],
            lambda value: f"{value:.0f}",
            5.0,
        )
        self._charts = (self.cpu, self.memory, self.pids, self.network, self.disk)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        self._across = 0
        layout.addLayout(self._grid, 3)
        self._processes_title = plain_label(tr("Processes"), "strong")
        layout.addWidget(self._processes_title)
        self.processes = QTableView()
        self.processes.setAccessibleName(tr("Processes"))
        self.processes.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.processes.setShowGrid(False)
        self.processes.setWordWrap(False)
        self.processes.setTabKeyNavigation(False)
        self.processes.verticalHeader().hide()
        self.processes.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 10)
        self.processes.setMinimumHeight(112)
        self._use(TableModel(_columns(), lambda process: str(process.pid), self))
        layout.addWidget(self.processes, 2)
        self._arrange()

    def _use(self, model: TableModel[Process]) -> None:
        self._table = model
        proxy = QSortFilterProxyModel(self)
        proxy.setSourceModel(model)
        proxy.setSortRole(SORT)
        proxy.setDynamicSortFilter(True)
        self.processes.setModel(proxy)
        self.processes.setSortingEnabled(True)
        self.processes.sortByColumn(2, Qt.SortOrder.DescendingOrder)
        header = self.processes.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        metrics = self.fontMetrics()
        for place, sample in enumerate(("8888888", "www-data", "888.8 %", "888.8 MB", "88 h 88")):
            width = max(map(metrics.horizontalAdvance, (sample, model.columns[place].title)))
            self.processes.setColumnWidth(place, width + 40)

    def _arrange(self) -> None:
        """Three charts above two, or what a narrow window has room for."""
        across = 3 if self.width() >= 760 else 2
        if across == self._across:
            return
        self._across = across
        for chart in self._charts:
            self._grid.removeWidget(chart)
        if across == 3:
            places = ((0, 0, 2), (0, 2, 2), (0, 4, 2), (1, 0, 3), (1, 3, 3))
        else:
            places = ((0, 0, 3), (0, 3, 3), (1, 4, 2), (1, 0, 2), (1, 2, 2))
        for chart, (row, column, width) in zip(self._charts, places, strict=True):
            self._grid.addWidget(chart, row, column, 1, width)
        for column in range(6):
            self._grid.setColumnStretch(column, 1)

    def show_span(self, span: float) -> None:
        """Show so many seconds."""
        self._span = span
        self._show_history()

    def _watch(self) -> None:
        container = self._session.containers.get(self._id)
        running = container is not None and container.running
        seen = self.isVisible() and running
        self._session.watch_stats("detail", (self._id,) if seen else (), every=1.0)
        self._idle.setText("" if running else tr("Not running; figures are of earlier runs."))
        self.processes.setVisible(running)
        self._processes_title.setVisible(running)
        if seen and not self._timer.isActive():
            self._timer.start()
            self._ask_top()
        elif not seen:
            self._timer.stop()

    def _recall(self) -> None:
        """What earlier windows have seen, and the limits."""
        id = self._id
        if not id or not self.isVisible() or id not in self._session.containers:
            self._show_history()
            return

        async def work(action: Action) -> Json:
            await self._session.recalled(id)
            return await self._session.engine.inspect_container(id)

        def done(document: Json) -> None:
            if id == self._id:
                self._take_limits(document)
                self._show_history()

        self._actions.start_quiet(work, done=done)
        self._show_history()

    def _take_limits(self, document: Json) -> None:
        host: Json = document.get("HostConfig") or {}
        self._cpu_limit = (host.get("NanoCpus") or 0) / 1e7
        quota, period = host.get("CpuQuota") or 0, host.get("CpuPeriod") or 100_000
        if not self._cpu_limit and quota > 0:
            self._cpu_limit = quota / period * 100
        self._pids_limit = max(host.get("PidsLimit") or 0, 0)

    def _on_news(self) -> None:
        self._news += 1
        if self._span <= 900 or self._news % _SLOWLY == 0:
            self._show_history()

    def _show_history(self) -> None:
        if not self.isVisible():
            return
        history = self._session.histories.get(self._id)
        points = history.points(self._span) if history is not None else []
        memory = points[-1].memory_limit if points else 0
        limits = {
            self.cpu: self._cpu_limit,
            self.memory: float(memory),
            self.pids: float(self._pids_limit),
        }
        for chart in self._charts:
            chart.show_points(points, limits.get(chart) or None, self._span)

    def _ask_top(self) -> None:
        busy = self._asking is not None and self._asking.running
        if busy or self.window().isMinimized():
            return
        id = self._id

        async def work(action: Action) -> Top:
            if not self._plain_top:
                try:
                    return await self._session.engine.top(id, COLUMNS)
                except BadRequest:
                    self._plain_top = True
            return await self._session.engine.top(id)

        self._asking = self._actions.start_quiet(work, done=lambda top: self._show_top(id, top))

    def _show_top(self, id: str, top: Top) -> None:
        if id != self._id:
            return
        rows = processes(top)
        if rows is None:
            rows = _of_another(top)
        self._table.set_rows(rows)
        self._processes_title.setText(tr("Processes ({count})").format(count=len(rows)))


def _rate(value: float) -> str:
    return f"{text.size(value)}/s"


def _of_another(top: Top) -> list[Process]:
    """What an engine's own table tells of number, user and command."""
    titles = [title.upper() for title in top.titles]
    if "PID" not in titles:
        return []
    pid = titles.index("PID")
    user = next((titles.index(t) for t in ("USER", "UID") if t in titles), None)
    return [
        Process(
            pid=int(row[pid]) if row[pid].isdecimal() else 0,
            user=row[user] if user is not None else "",
            command=row[-1],
        )
        for row in top.processes
        if len(row) == len(titles)
    ]


def _columns() -> list[Column[Process]]:
    return [
        Column(
            key="pid",
            title=tr("PID"),
            text=lambda p: str(p.pid),
            sort=lambda p: p.pid,
            tip=lambda p: tr("Number on the engine's machine"),
        ),
        Column(key="user", title=tr("User"), text=lambda p: p.user),
        Column(
            key="cpu",
            title=tr("CPU"),
            text=lambda p: text.percent(p.cpu_percent),
            sort=lambda p: p.cpu_percent,
            tip=lambda p: tr("On average since it began"),
        ),
        Column(
            key="memory",
            title=tr("Memory"),
            text=lambda p: text.size(p.memory),
            sort=lambda p: p.memory,
        ),
        Column(
            key="time",
            title=tr("Running for"),
            text=lambda p: text.duration(p.seconds),
            sort=lambda p: p.seconds,
        ),
        Column(key="command", title=tr("Command"), text=lambda p: p.command),
    ]
