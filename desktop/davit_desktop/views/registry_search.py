"""What a registry has: repositories that a search finds, and the tags of the chosen one."""

import re

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from davit_desktop import image_transfers
from davit_desktop.actions import Action, Actions
from davit_desktop.client.reference import DEFAULT_REGISTRY, InvalidReference, parse_reference
from davit_desktop.client.types import Tags
from davit_desktop.session import Session
from davit_desktop.state.image_facts import SearchHit
from davit_desktop.state.problem import Problem
from davit_desktop.translation import tr
from davit_desktop.views.cards import wrapped
from davit_desktop.views.login import wants_login
from davit_desktop.views.messages import plain_label
from davit_desktop.views.table_model import Column, RowsProxy, TableModel
from davit_desktop.views.text import visible

_MOST_TAGS = 5_000
_NUMBERS = re.compile(r"(\d+)")


def tag_order(tag: str) -> tuple[bool, list[tuple[int, str]]]:
    """`latest` first, then the highest numbers; words sort as words."""
    parts = [
        (-int(part), "") if part.isdecimal() else (0, part)
        for part in _NUMBERS.split(tag)
        if part and len(part) < 30
    ]
    return tag != "latest", parts


def _stars(found: SearchHit) -> str:
    return f"★ {found.stars}" if found.stars else ""


def _repository_columns() -> tuple[Column[SearchHit], ...]:
    return (
        Column[SearchHit](
            key="name",
            title=tr("Repository"),
            text=lambda r: tr("{name} (official)").format(name=r.name) if r.official else r.name,
            tip=lambda r: f"{r.name}\n{r.description}",
        ),
        Column[SearchHit](
            key="stars", title=tr("Stars"), text=_stars, sort=lambda r: -r.stars, right=True
        ),
        Column[SearchHit](key="description", title=tr("Description"), text=lambda r: r.description),
    )


class RegistrySearch(QWidget):
    """Two lists side by side. `chosen` is what a click makes of the name to pull."""

    chosen = Signal(str)  # reference
    pull_requested = Signal()  # a tag was activated
    refused = Signal()  # a login is wanted

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._searching: Action | None = None
        self._listing: Action | None = None
        self._repository = ""
        self._all_tags: list[str] = []
        self.searched = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self.repositories = TableModel(_repository_columns(), lambda r: r.name, self)
        self._sorted = RowsProxy(self.repositories, self)
        self._sorted.sort(1)
        self.list = _list(tr("Repositories found"))
        self.list.setModel(self._sorted)
        header = self.list.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.list.setColumnWidth(0, 180)
        self.list.setColumnWidth(1, self.fontMetrics().horizontalAdvance("★ 99999") + 20)
        self.found_words = wrapped()
        split.addWidget(_side(tr("Repositories"), (0, 12), self.found_words, self.list))
        self.tags = TableModel(
            (Column[str](key="tag", title=tr("Tag"), text=lambda tag: tag, sort=self._place),),
            lambda tag: tag,
            self,
        )
        self._places: dict[str, int] = {}
        self._sorted_tags = RowsProxy(self.tags, self)
        self._sorted_tags.sort(0)
        self.tag_list = _list(tr("Tags"))
        self.tag_list.setModel(self._sorted_tags)
        self.tag_list.setHeaderHidden(True)
        self.tag_filter = QLineEdit()
        self.tag_filter.setPlaceholderText(tr("Filter tags"))
        self.tag_filter.setAccessibleName(tr("Filter tags"))
        self.tag_filter.textChanged.connect(self._filter_tags)
        self.tag_words = wrapped()
        split.addWidget(_side(tr("Tags"), (12, 0), self.tag_words, self.tag_filter, self.tag_list))
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        layout.addWidget(split, 1)
        self.list.selectionModel().currentRowChanged.connect(self._on_repository)
        self.tag_list.selectionModel().currentRowChanged.connect(self._on_tag)
        self.tag_list.activated.connect(lambda _: self.pull_requested.emit())
        self._say_found(
            tr(
                "Name an image and pull it, or search. Docker Hub can be searched; other "
                "registries list the tags of a repository that is named in full."
            )
        )
        self._show_tags([])
        self._say_tags("")

    def search(self, text: str) -> None:
        """Ask for repositories of these words; what reads as a name is asked for its tags too."""
        self.searched = text
        for action in (self._searching, self._listing):
            if action is not None:
                action.cancel()
        self.repositories.set_rows([])
        self._show_tags([])
        self._say_found(tr("Searching…"))
        term = text.partition("@")[0]
        try:
            reference = parse_reference(text)
        except InvalidReference:
            self._say_tags(tr("Choose a repository to see its tags."))
        else:
            term = reference.familiar_name()
            self.show_tags(term)
        self._searching = self._actions.start_quiet(
            lambda _: image_transfers.search(self._session.engine, term),
            done=self._show_found,
            failure=tr("Cannot search"),
            failed=lambda problem: self._say_found(_search_words(term, problem)),
        )

    def show_tags(self, repository: str) -> None:
        """List the tags of a repository."""
        if self._listing is not None:
            self._listing.cancel()
        self._repository = repository
        self._show_tags([])
        self._say_tags(tr("Asking for the tags…"))
        self._listing = self._actions.start_quiet(
            lambda _: image_transfers.tags(self._session.engine, repository),
            done=self._on_tags,
            failure=tr("Cannot list the tags of {name}").format(name=repository),
            failed=self._no_tags,
        )

    def focus_first(self) -> None:
        """Go into the list that has something."""
        for view in (self.list, self.tag_list):
            if view.isVisible() and view.model().rowCount():
                view.setFocus()
                if not view.currentIndex().isValid():
                    view.setCurrentIndex(view.model().index(0, 0))
                return

    def _show_found(self, found: list[SearchHit]) -> None:
        self.repositories.set_rows(found)
        self._say_found("" if found else tr("Nothing was found."))

    def _on_tags(self, tags: Tags) -> None:
        self._show_tags(sorted(tags.tags, key=tag_order)[:_MOST_TAGS])
        words = tr("%n tag(s) of {name}", "", len(tags.tags)).format(name=visible(tags.name))
        self._say_tags(words if tags.tags else tr("There are no tags."))

    def _no_tags(self, problem: Problem) -> None:
        self._say_tags(f"{visible(problem.title)}: {visible(problem.reason)}")
        if wants_login(problem):
            self.refused.emit()

    def _show_tags(self, tags: list[str]) -> None:
        self._places = {tag: place for place, tag in enumerate(tags)}
        self._all_tags = tags
        self.tags.set_rows(tags)
        self.tag_filter.setVisible(len(tags) > 8)
        self.tag_list.setVisible(bool(tags))

    def _place(self, tag: str) -> float:
        return self._places.get(tag, 0)

    def _filter_tags(self, wanted: str) -> None:
        wanted = wanted.strip().lower()
        self._sorted_tags.set_predicate((lambda tag: wanted in tag.lower()) if wanted else None)

    def _say_found(self, words: str) -> None:
        self.found_words.setText(words)
        self.found_words.setVisible(bool(words))
        self.list.setVisible(not words)

    def _say_tags(self, words: str) -> None:
        self.tag_words.setText(words)

    def _on_repository(self, current: QModelIndex) -> None:
        found = self._sorted.row_at(current)
        if found is not None:
            self.chosen.emit(found.name)
            self.show_tags(found.name)

    def _on_tag(self, current: QModelIndex) -> None:
        tag = self._sorted_tags.row_at(current)
        if tag is not None and self._repository:
            self.chosen.emit(f"{self._repository}:{tag}")


def _search_words(term: str, problem: Problem) -> str:
    try:
        registry = parse_reference(term).registry
    except InvalidReference:
        registry = DEFAULT_REGISTRY
    if registry != DEFAULT_REGISTRY and "/v1/search" in problem.details:
        return tr("{registry} offers no search. Its tags of a full name are listed beside.").format(
            registry=visible(registry)
        )
    return f"{visible(problem.title)}: {visible(problem.reason)}"


def _list(name: str) -> QTreeView:
    view = QTreeView()
    view.setAccessibleName(name)
    view.setRootIsDecorated(False)
    view.setUniformRowHeights(True)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    return view


def _side(title: str, margins: tuple[int, int], *widgets: QWidget) -> QWidget:
    side = QWidget()
    layout = QVBoxLayout(side)
    layout.setContentsMargins(margins[0], 0, margins[1], 0)
    layout.setSpacing(8)
    layout.addWidget(plain_label(title, "strong"))
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, QTreeView) else 0)
    layout.addStretch()
    side.setMinimumWidth(180)
    return side
