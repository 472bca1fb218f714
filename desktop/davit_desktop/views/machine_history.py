"""The machine's earlier starts, and how each went."""

import time

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.machine_session import MachineSession
from davit_desktop.state import machine as words
from davit_desktop.translation import sentences, tr
from davit_desktop.views import icons, text
from davit_desktop.views.cards import Card, scrolled, wrapped
from davit_desktop.views.machine_tab import MachineTab
from davit_desktop.views.messages import ProblemCard, plain_label
from davit_desktop.views.stages import StagesView
from davit_desktop.views.table_model import Column, RowsProxy, TableModel
from davit_vm.status import Boot, State

_ACCELERATOR, _OUTCOME, _ENDED = 1, 3, 4
_SIDE = 288  # points
_NARROW = 480  # points of list width under which two columns are told beside it only


def when(moment: float) -> str:
    """A local date and time to the minute."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(moment))


def _columns() -> list[Column[Boot]]:
    return [
        Column(
            key="when",
            title=tr("When"),
            text=lambda b: when(b.started_at),
            sort=lambda b: -b.started_at,
        ),
        Column(
            key="accelerator",
            title=tr("Accelerator"),
            text=lambda b: words.accelerator_short(b.accelerator),
            tip=lambda b: words.accelerator_words(b.accelerator),
        ),
        Column(
            key="took",
            title=tr("Took"),
            text=lambda b: text.seconds(b.seconds),
            sort=lambda b: b.seconds,
            right=True,
        ),
        Column(key="outcome", title=tr("Outcome"), text=lambda b: words.outcome(b).word),
        Column(
            key="ending",
            title=tr("Ended", "how a run of the machine did"),
            text=words.ending,
            tip=lambda b: f"{words.ending(b)}\n{when(b.ended_at) if b.ended_at else ''}",
        ),
    ]


class _OutcomeDelegate(QStyledItemDelegate):
    """Puts the outcome's icon before its word."""

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        model = index.model()
        boot = model.row_at(index) if isinstance(model, RowsProxy) else None
        if boot is not None:
            look = words.outcome(boot)
            option.icon = icons.icon(look.icon, option.palette, look.tone, 14)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration


class HistoryView(MachineTab):
    """A table of starts; the steps and the problem of the chosen one beside it."""

    def __init__(
        self, machine: MachineSession, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(machine, actions, parent)
        self._asking: Action | None = None
        self._state: State | None = None
        self._card: ProblemCard | None = None
        self.model = TableModel(_columns(), lambda boot: f"{boot.started_at:.6f}", self)
        self.proxy = RowsProxy(self.model, self)
        self.list = QTreeView()
        self._build()
        machine.history_news.subscribe(self._update)
        machine.news.subscribe(self._on_machine)
        self._update()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        self.list.setModel(self.proxy)
        self.list.setAccessibleName(tr("Starts of the machine"))
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setSortingEnabled(True)
        self.list.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.list.setItemDelegateForColumn(_OUTCOME, _OutcomeDelegate(self.list))
        header = self.list.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.selectionModel().selectionChanged.connect(lambda *_: self._show_boot())
        columns.addWidget(self.list, 1)
        inner = QWidget()
        self._side = QVBoxLayout(inner)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(8)
        self._boot = Card("")
        self.stages = StagesView()
        self._told = wrapped()
        self._boot.body.addWidget(self._told)
        self._boot.body.addWidget(self.stages)
        self._side.addWidget(self._boot)
        self._side.addStretch(1)
        self._area = scrolled(inner)
        columns.addWidget(self._area)
        layout.addLayout(columns, 1)
        self._none = plain_label(tr("It has not been started yet."), "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._none, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().horizontalAdvance("0")
        self._area.setFixedWidth(min(max(_SIDE, 36 * letter), self.width() * 3 // 5))
        narrow = self.width() - self._area.width() < max(_NARROW, 60 * letter)
        for column in (_ACCELERATOR, _ENDED):
            self.list.setColumnHidden(column, narrow)

    def _on_machine(self) -> None:
        state = self._machine.status.state if self._machine.status is not None else None
        if state is not self._state:
            self._state = state
            if self.isVisible():
                self._ask()

    def _ask(self) -> None:
        if self._asking is None or not self._asking.running:
            self._asking = self._actions.start_quiet(
                lambda action: self._machine.read_history(),
                done=lambda _: self.settled.emit(tr("Cannot read earlier starts")),
                failure=tr("Cannot read earlier starts"),
                failed=self.problem.emit,
            )

    def _update(self) -> None:
        self.model.set_rows(self._machine.history)
        some = bool(self._machine.history)
        self.list.setVisible(some)
        self._area.setVisible(some)
        self._none.setVisible(not some)
        if some and not self.list.selectionModel().hasSelection():
            self.list.setCurrentIndex(self.proxy.index(0, 0))
        self._show_boot()

    def _show_boot(self) -> None:
        index = self.list.currentIndex()
        boot: Boot | None = self.proxy.row_at(index) if index.isValid() else None
        self._boot.setVisible(boot is not None)
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if boot is None:
            return
        self._boot.title.setText(when(boot.started_at))
        told = (
            tr("{outcome} after {duration} on {accelerator}")
            if boot.accelerator
            else tr("{outcome} after {duration}")
        )
        parts = [
            told.format(
                outcome=words.outcome(boot).word,
                duration=text.seconds(boot.seconds),
                accelerator=words.accelerator_words(boot.accelerator),
            )
        ]
        if boot.ended_at and words.ending(boot):
            parts.append(
                tr("{ending} {moment}", "how a run ended, and when").format(
                    ending=words.ending(boot), moment=when(boot.ended_at)
                )
            )
        elif words.ending(boot):
            parts.append(words.ending(boot))
        if boot.image:
            parts.append(tr("Guest image {name}").format(name=boot.image))
        self._told.setText(text.visible(tr("{verdict}.").format(verdict=sentences(*parts))))
        self.stages.show_stages(words.stages_of_boot(boot))
        if boot.problem is not None:
            self._card = ProblemCard(words.told(boot.problem), None)
            self._side.insertWidget(0, self._card)
