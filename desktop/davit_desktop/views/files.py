"""The Files tab of a container or volume: look through its folders and change them."""

import posixpath
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from davit_desktop.actions import Action, Actions
from davit_desktop.client.files import FileListing, readable
from davit_desktop.file_source import ContainerFiles, FileSource, Marks
from davit_desktop.session import Phase, Session
from davit_desktop.state import files as reading
from davit_desktop.state.files import Changes, FileRow, MountMark
from davit_desktop.state.problem import Problem
from davit_desktop.translation import tr
from davit_desktop.views.empty import EmptyState, Skeleton
from davit_desktop.views.file_deeds import FileDeeds
from davit_desktop.views.file_viewer import FileViewer
from davit_desktop.views.files_model import (
    CHANGE,
    MODE,
    MODIFIED,
    NAME,
    OWNER,
    SIZE,
    FilesModel,
    FilesProxy,
)
from davit_desktop.views.files_tree import FilesTree
from davit_desktop.views.icons import IconButton, TextButton
from davit_desktop.views.messages import ProblemList

_PAGE = 500


class FilesView(QWidget):
    """Asks for a folder when it is opened, and again when something is done or asked for."""

    said = Signal(str, str)  # a toast: its words and its tool tip

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._source: FileSource | None = None
        self._known: object = None  # the state it was in when its folders were read
        self._changes: Changes = {}
        self._mounts: tuple[MountMark, ...] = ()
        self._way: list[str] = []  # folders still to open on the way to a path
        self._facts: Action | None = None
        self.problems = ProblemList()
        self.model = FilesModel(self)
        self.proxy = FilesProxy(self.model, self)
        self.deeds = FileDeeds(actions, self)
        self.viewer = FileViewer(actions)
        self._build()
        self.model.wanted.connect(self._read)
        self.deeds.said.connect(self.said)
        self.deeds.problem.connect(self.problems.show_problem)
        self.deeds.settled.connect(self.problems.forget)
        self.deeds.changed.connect(self.refresh_folder)
        self.viewer.closed.connect(self._show_list)
        self.viewer.saved.connect(lambda row: self.refresh_folder(posixpath.dirname(row.path)))
        self.viewer.download_requested.connect(lambda row: self._do(self.deeds.download, [row]))
        self._leave = [
            session.containers_news.subscribe(self._follow),
            session.connection_news.subscribe(self._follow),
        ]

    def show_container(self, id: str) -> None:
        """Show this container's files, from the top."""
        self.show_source(ContainerFiles(self._session, id))

    def show_source(self, source: FileSource) -> None:
        """Show these files, from the top."""
        self.leave()
        self._source = source
        self.tree.setColumnHidden(CHANGE, not source.has_changes)
        self.filter.clear()
        self.path.clear()
        self._follow()

    def leave(self) -> None:
        """Show none any more."""
        self._source = None
        self._known = None
        self._way = []
        self.viewer.leave()
        self._stack.setCurrentWidget(self._list)
        self.model.reset()
        for told in self.problems.problems:
            self.problems.forget(told.title)

    def focus_search(self) -> None:
        """Go to the filter, or to the search in the file that is shown."""
        if self._stack.currentWidget() is self.viewer:
            self.viewer.search.focus()
        else:
            self.filter.setFocus()
            self.filter.selectAll()

    def refresh(self) -> None:
        """Read again what is open."""
        if self._source is not None and self._known is not None:
            self._ask_facts()
            for folder in self.model.read_folders or ["/"]:
                self._read(folder, "")

    def refresh_folder(self, folder: str) -> None:
        """Read a folder again, after something was done in it."""
        self._ask_facts()
        self._read(folder or "/", "")

    def open_path(self, path: str) -> None:
        """Open the folders on the way to a path and select it."""
        self._way = reading.ancestors(path)[1:]
        self.filter.clear()
        self._show_list()
        self._walk()

    def selected(self) -> list[FileRow]:
        """The rows that are selected."""
        found = [self.proxy.row_at(index) for index in self.tree.selectionModel().selectedRows()]
        return [row for row in found if row is not None]

    def folder(self) -> FileRow | None:
        """The folder that new things go into: the selected one or the one around it; None: /."""
        rows = self.selected()
        if len(rows) != 1:
            return None
        if rows[0].is_folder:
            return rows[0]
        return self.model.row_at(self.model.index_of(rows[0].path).parent())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "tree"):
            self.model.dress(self.palette())
            self.tree.viewport().update()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(8)
        self._stack = QStackedWidget()
        self._list = QWidget()
        inner = QVBoxLayout(self._list)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addLayout(self._build_bar())
        inner.addWidget(self.problems)
        self.tree = FilesTree()
        self.tree.asked.connect(self.do)
        self.tree.dropped.connect(self._on_dropped)
        self.tree.setModel(self.proxy)
        self.model.dress(self.palette())
        self._set_columns()
        self.tree.activated.connect(self._on_activated)
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.tree.selectionModel().selectionChanged.connect(lambda *_: self._say_selection())
        self._empty = EmptyState("folder")
        self._empty.button.clicked.connect(self.refresh)
        self._skeleton = Skeleton()
        self._body = QStackedWidget()
        self._hidden = EmptyState("filter")
        self._hidden.button.clicked.connect(self.filter.clear)
        for widget in (self._skeleton, self.tree, self._empty, self._hidden):
            self._body.addWidget(widget)
        self._body.setCurrentWidget(self._skeleton)
        inner.addWidget(self._body, 1)
        self._stack.addWidget(self._list)
        self._stack.addWidget(self.viewer)
        layout.addWidget(self._stack, 1)
        self._say_selection()

    def _build_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        self.path = QLineEdit()
        self.path.setPlaceholderText(tr("Go to a path, such as /etc"))
        self.path.setAccessibleName(tr("Path to go to"))
        self.path.returnPressed.connect(lambda: self.open_path(self.path.text()))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(tr("Filter  (Ctrl+F)"))
        self.filter.setAccessibleName(tr("Filter the files that are open"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(200)
        self.filter.textChanged.connect(self._on_filter)
        refresh = IconButton("refresh", tr("Read again (F5)"))
        refresh.clicked.connect(self.refresh)
        new = IconButton("folder-plus", tr("New folder…"))
        new.clicked.connect(self._new_folder)
        self.upload = TextButton(tr("Upload…"), "upload")
        self.upload.setToolTip(tr("Upload files into the selected folder; or drop them on it"))
        self.upload.clicked.connect(self._upload)
        self.download = TextButton(tr("Download…"), "download")
        self.download.clicked.connect(lambda: self._do(self.deeds.download, self.selected()))
        bar.addWidget(self.path, 2)
        bar.addWidget(self.filter, 1)
        for widget in (refresh, new, self.upload, self.download):
            bar.addWidget(widget)
        return bar

    def _set_columns(self) -> None:
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        metrics = self.fontMetrics()
        for column, sample in (
            (CHANGE, tr("Modified")),
            (SIZE, "888.8 MB"),
            (MODIFIED, "8888-88-88 88:88"),
            (MODE, "drwxrwxrwx"),
            (OWNER, "www-data:root"),
        ):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            title = str(self.model.headerData(column, Qt.Orientation.Horizontal))
            width = max(metrics.horizontalAdvance(sample), metrics.horizontalAdvance(title) + 16)
            self.tree.setColumnWidth(column, width + 24)
        header.setMinimumSectionSize(64)
        header.setSortIndicator(NAME, Qt.SortOrder.AscendingOrder)

    def _fit(self) -> None:
        """Leave out what a narrow window has no room for; the tool tips have it."""
        room = self.width()
        self.tree.setColumnHidden(OWNER, room < 760)
        self.tree.setColumnHidden(MODE, room < 640)

    def _follow(self) -> None:
        """Read when it is looked at and the container is another, starts or ends."""
        if self._source is None or not self.isVisible():
            return
        if self._session.connection.phase is not Phase.ONLINE:
            return
        state = self._source.state()
        if state is None:
            return
        before, self._known = self._known, state
        if before is None:
            self._body.setCurrentWidget(self._skeleton)
            self.refresh()
        elif before != state:
            self.refresh()

    def _ask_facts(self) -> None:
        """Changes and mounts, for the marks; the rows come without waiting for them."""
        source = self._source
        if self._facts is not None:
            self._facts.cancel()
        if source is None:
            return

        async def work(action: Action) -> Marks:
            return await source.marks()

        def done(told: Marks) -> None:
            if source is self._source and told != (self._changes, self._mounts):
                self._changes, self._mounts = told
                for folder in self.model.read_folders:
                    self._read(folder, "")

        self._facts = self._actions.start_quiet(work, done=done)

    def _read(self, folder: str, after: str) -> None:
        source = self._source
        if source is None:
            return

        async def work(action: Action) -> FileListing:
            return await source.tree.entries(folder, after=after, limit=_PAGE)

        def done(listing: FileListing) -> None:
            if source is self._source:
                self._take_in(folder, after, listing)

        def failed(problem: Problem) -> None:
            if source is self._source:
                self._not_read(folder, problem)

        self._actions.start_quiet(
            work,
            done=done,
            failure=tr("Cannot read {path}").format(path=readable(folder)),
            failed=failed,
        )

    def _take_in(self, folder: str, after: str, listing: FileListing) -> None:
        rows = reading.rows(folder, listing.entries, self._changes, self._mounts)
        last = listing.entries[-1].exact_name if listing.more and listing.entries else ""
        if not last:
            names = [row.name for row in rows]
            if after:
                names += [row.name for row in self.model.rows_of(folder)]
            rows += reading.absent(folder, names, self._changes, self._mounts)
        if after:
            self.model.add_rows(folder, rows, last)
        else:
            self.model.set_rows(folder, rows, last)
        if folder == "/":
            self._body.setCurrentWidget(self.tree)
            self._on_filter(self.filter.text())
            if not self.tree.currentIndex().isValid():
                self.tree.setCurrentIndex(self.proxy.index(0, NAME))
        self._walk()

    def _not_read(self, folder: str, problem: Problem) -> None:
        if folder != "/":
            self.model.fail(folder, problem.reason)
            self._way = []
            return
        self._body.setCurrentWidget(self._empty)
        if "page not found" in problem.details:
            command = self._source.commands.out("/path", "./path") if self._source else ""
            self._empty.say(
                tr("This engine cannot list files"),
                tr("Only Davit's own engine can. Others copy them out as a whole."),
                "",
                command,
            )
            return
        self._empty.say(problem.title, problem.reason, tr("Try again"), "")

    def _walk(self) -> None:
        """Open the next folder on the way, or select what it led to."""
        while self._way:
            path = self._way[0]
            index = self.proxy.index_of(path)
            if not index.isValid():
                parent = posixpath.dirname(path)
                if parent in self.model.read_folders:
                    words = tr("Cannot go to {path}").format(path=path)
                    self.problems.show_problem(
                        Problem(title=words, reason=tr("There is no such file or folder"))
                    )
                    self._way = []
                return
            self._way.pop(0)
            row = self.proxy.row_at(index)
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            if not self._way:
                self.tree.setFocus()
                if row is not None and row.is_folder:
                    self.tree.expand(index)
            elif row is not None and row.is_folder:
                self.tree.expand(index)
                if path not in self.model.read_folders:
                    return

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self._list)
        self.tree.setFocus()

    def _on_filter(self, words: str) -> None:
        self.proxy.set_filter(words.strip())
        if self._body.currentWidget() not in (self.tree, self._hidden):
            return
        if words.strip() and not self.proxy.rowCount():
            hidden = sum(len(self.model.rows_of(folder)) for folder in self.model.read_folders)
            self._hidden.say(
                tr("The filter hides %n file(s)", "", hidden),
                tr("It looks through the folders that are open."),
                tr("Clear filter"),
                "",
            )
            self._body.setCurrentWidget(self._hidden)
        else:
            self._body.setCurrentWidget(self.tree)

    def _say_selection(self) -> None:
        rows = self.selected()
        self.download.setEnabled(bool(rows) and not any(row.deleted for row in rows))
        if len(rows) == 1 and not self.path.hasFocus():
            self.path.setText(rows[0].path_words)

    def _on_activated(self, index: QModelIndex) -> None:
        source = self.proxy.mapToSource(index)
        row = self.model.row_at(source)
        if row is None:
            self.model.go_on(source)
        elif row.is_folder:
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        elif row.is_file:
            self._open(row)

    def _open(self, row: FileRow) -> None:
        if self._source is None:
            return
        self.viewer.show_file(self._source, row)
        self._stack.setCurrentWidget(self.viewer)
        self.viewer.text.setFocus()

    def _folder_path(self) -> str:
        row = self.folder()
        return row.path if row is not None else "/"

    def _new_folder(self) -> None:
        self._do(self.deeds.make, self._folder_path(), is_folder=True)

    def _upload(self) -> None:
        folder = self._folder_path()
        self._do(self.deeds.ask_upload, folder, self._names_in(folder))

    def _on_dropped(self, index: QModelIndex, origins: Sequence[Path]) -> None:
        """Files of this computer were dropped on a row: into it, or the folder around it."""
        row = self.proxy.row_at(index) if index.isValid() else None
        if row is not None and not row.is_folder:
            row = self.proxy.row_at(index.parent()) if index.parent().isValid() else None
        path = row.path if row is not None else "/"
        self._do(self.deeds.upload, path, origins, self._names_in(path))

    def _names_in(self, folder: str) -> list[str]:
        return [row.name for row in self.model.rows_of(folder) if not row.deleted]

    def _do(self, deed: Callable[..., None], *given: object, **more: object) -> None:
        if self._source is not None:
            deed(self._source, *given, **more)

    def do(self, deed: str) -> None:
        """What a key or the menu asks for, done to the selected rows."""
        rows = [row for row in self.selected() if not row.deleted]
        match deed:
            case "refresh":
                self.refresh()
            case "copy" if self.selected():
                paths = "\n".join(row.path_words for row in self.selected())
                QGuiApplication.clipboard().setText(paths)
                self.said.emit(tr("Copied %n path(s)", "", len(self.selected())), paths)
            case "open" if len(rows) == 1:
                self._on_activated(self.proxy.index_of(rows[0].path))
            case "download" if rows:
                self._do(self.deeds.download, rows)
            case "tar" if len(rows) == 1:
                self._do(self.deeds.download_tar, rows[0])
            case "rename" if len(rows) == 1:
                self._do(self.deeds.rename, rows[0])
            case "delete" if rows:
                self._do(self.deeds.delete, rows)
            case "new-file":
                self._do(self.deeds.make, self._folder_path(), is_folder=False)
            case "new-folder":
                self._new_folder()
            case "upload":
                self._upload()

    def _on_menu(self, where: QPoint) -> None:
        index = self.tree.indexAt(where)
        row = self.proxy.row_at(index) if index.isValid() else None
        if index.isValid() and row is None:
            return
        menu = QMenu(self)
        live = row is not None and not row.deleted
        one = len(self.selected()) == 1
        entries: list[tuple[str, str, str, bool]] = []
        if row is not None:
            entries += [
                (tr("Open"), "open", "Return", live and one and (row.is_folder or row.is_file)),
                (tr("Copy path"), "copy", "Ctrl+C", True),
                ("", "", "", True),
                (tr("Download…"), "download", "", live),
                (tr("Download as tar…"), "tar", "", live and one),
                ("", "", "", True),
            ]
        entries += [
            (tr("Upload here…"), "upload", "", True),
            (tr("New folder…"), "new-folder", "", True),
            (tr("New file…"), "new-file", "", True),
        ]
        if row is not None:
            entries += [
                ("", "", "", True),
                (tr("Rename…"), "rename", "F2", live and one and row.mount is None),
                (tr("Delete…"), "delete", "Del", live and row.mount is None),
            ]
        for words, deed, keys, enabled in entries:
            if not words:
                menu.addSeparator()
                continue
            entry = menu.addAction(words)
            if keys:
                entry.setShortcut(QKeySequence(keys))
                entry.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            entry.setEnabled(enabled)
            entry.triggered.connect(lambda _=False, deed=deed: self.do(deed))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.tree.viewport().mapToGlobal(where))
