"""Choosing departments: a tree that is read while it is opened, and a search over what was read."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStackedWidget, QTreeView, QWidget

from addressbook.domain.staff import ROOT_DEPARTMENT
from addressbook.errors import AddressBookError
from addressbook.services.directory import DepartmentMatch
from addressbook.ui import icons, theme
from addressbook.ui.forms.department_tree import DepartmentTree, Index, Node
from addressbook.ui.forms.pick_dialog import PickDialog
from addressbook.ui.forms.pick_list import Line, LineKind, PickList, PickModel
from addressbook.ui.forms.staff_source import Names, StaffSession, whole_organisation
from addressbook.ui.people import Named
from addressbook.ui.widgets.plain import announce


class _TreeView(QTreeView):
    """Space or a press on the box or the words tick a department; the arrow beside it opens it. Enter is for Done."""

    def __init__(self, picker: DepartmentPicker) -> None:
        super().__init__()
        self._picker = picker
        self.setProperty("kind", "boxed")
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setMinimumHeight(3 * 36)
        theme.current().text_changed.connect(self._indent)
        self._indent()

    def _indent(self) -> None:
        self.setIndentation(theme.current().px(20))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Chevrons as everywhere else, instead of the style's triangles."""
        if not self._picker.tree.hasChildren(index):
            return
        size, room = theme.current().px(13), self.indentation()
        arrow = icons.pixmap(
            "down" if self.isExpanded(index) else "right", size, "muted", painter.device().devicePixelRatioF()
        )
        painter.drawPixmap(rect.right() + 1 - (room + size) // 2, rect.y() + (rect.height() - size) // 2, arrow)

    def _tick(self, index: QModelIndex, *, enter: bool = False) -> None:
        node = self._picker.tree.node(index)
        if node is not None and node.id:
            (self._picker.enter_line if enter else self._picker.press)(node.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), Qt.Key
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()  # Ctrl+Enter is the window's
        elif key in (keys.Key_Space, keys.Key_Return, keys.Key_Enter):
            self._tick(self.currentIndex(), enter=key != keys.Key_Space)
        elif key == keys.Key_Up and not self.indexAbove(self.currentIndex()).isValid():
            self._picker.search.setFocus(Qt.FocusReason.BacktabFocusReason)
        elif event.text().strip() and event.text().isprintable() and event.text() not in "+-*/":
            self._picker.type(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and self._in_words(event, index):
            self._tick(index)
            event.accept()  # the view's own ticking would ask for it once more
            return
        super().mouseReleaseEvent(event)

    def _in_words(self, event: QMouseEvent, index: QModelIndex) -> bool:
        return self.visualRect(index).contains(event.position().toPoint())


class DepartmentPicker(PickDialog):
    """Several departments are ticked, at most `most`."""

    def __init__(self, session: StaffSession, chosen: Iterable[int], *, most: int, parent: QWidget) -> None:
        super().__init__(chosen, most=most, parent=parent)
        self._session = session
        self._names = Names(session, self, self._rename)
        self._found_for = ""  # the text whose answer is listed
        self._reading_all: asyncio.Task[None] | None = None
        self._all_read = False
        self._found = 0
        self.set_words(
            self.tr("Share with departments"), self.tr("Name of a department"), self.tr("Find a department by name")
        )
        self._build()
        self._rename()
        self.view.setCurrentIndex(self.tree.index(0, 0))
        self.view.expand(self.tree.index(0, 0))
        self.open_at(66, 36, self.note.button, self.view, self.list)

    def _build(self) -> None:
        self.tree = DepartmentTree(whole_organisation(), self)
        self.tree.set_chosen(lambda ident: ident in self.chosen)
        self.tree.wanted.connect(lambda node: self._tasks.start(self._read(node)))
        self.view = _TreeView(self)
        self.view.setModel(self.tree)
        self.view.setAccessibleName(self.tr("Departments"))
        self.view.expanded.connect(self.tree.read)
        self.model = PickModel(True, self)
        self.model.set_chosen(lambda ident: ident in self.chosen)
        self.list = PickList(self.model)
        self.list.setAccessibleName(self.tr("Departments that were found"))
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.list)
        self.middle.addWidget(self.note)
        self.middle.addWidget(self.pages, 1)
        self.search.textChanged.connect(self._on_text)
        self.search.left_down.connect(self._on_down)
        self.search.entered.connect(self._on_entered)
        self.list.pressed_on.connect(lambda line: self.press(line.key))
        self.list.entered.connect(lambda line: self.enter_line(line.key))
        self.list.went_up.connect(lambda out: self.search.setFocus(Qt.FocusReason.BacktabFocusReason))
        self.list.typed.connect(self.type)

    # -- the tree --------------------------------------------------------------------------------------------

    async def _read(self, node: Node) -> None:
        try:
            found = await self._session.directory.children(node.id)
        except AddressBookError as error:
            index = self.tree.index_of(node)
            self.tree.give_up(node)
            self.view.collapse(index)
            self.say_error(error, "", lambda: self.view.expand(self.tree.index_of(node)))
            return
        if self.note.button.isVisible() and self.pages.currentWidget() is self.view:  # else it is the search's
            self.note.say("")
        self.tree.put(node, found)
        words = self.tr("{department}: %Ln department(s)", "", len(node.children or ()))
        announce(self, words.format(department=node.name))

    def _rename(self) -> None:
        self.tree.rename_root(self._session.staff.department_name(ROOT_DEPARTMENT).name)

    # -- the search ------------------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """What was typed elsewhere goes into the search box."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(text)

    def _on_text(self, text: str) -> None:
        text = text.strip()
        self.ask(self._find(text) if text else None)
        if not text:
            if self._reading_all is None:
                self.note.say("")
            self.pages.setCurrentWidget(self.view)

    async def _find(self, text: str) -> None:
        found = await self._session.directory.departments_met(text)
        if text == self._asked_for:
            self._list(text, found)
        self.answered(text, lambda: self.enter_found(found[0].department.id) if found else None)

    def _list(self, text: str, found: Sequence[DepartmentMatch]) -> None:
        self.model.show_lines([self._line(match) for match in found])
        self._found, self._found_for = len(found), text
        if found:
            self.list.setCurrentIndex(self.model.index(0))  # what Enter takes
        self.pages.setCurrentWidget(self.list)
        self._say_found()

    def _say_found(self) -> None:
        """How many, and where was looked. While all are being read the note tells of that."""
        if self._reading_all is not None and not self._reading_all.done():
            return
        if self._all_read:
            self.note.say(self.tr("%Ln department(s) found", "", self._found))
            return
        words = self.tr("%Ln department(s) found among those that were read so far", "", self._found)
        self.note.say(words, button=self.tr("Read all departments"), do=self._read_all)

    def _read_all(self) -> None:
        self._on_read(1)
        announce(self, self.note.text)
        self._reading_all = self._tasks.start(self._session.directory.read_all(self._on_read), self._on_failure)
        self._reading_all.add_done_callback(lambda done: None if done.cancelled() else self._on_all_read(done))
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_read(self, count: int) -> None:
        words = self.tr("Reading all departments: %Ln so far", "", count)
        self.note.say(words, button=self.tr("Stop"), do=self._stop_reading, aloud=False)

    def _stop_reading(self) -> None:
        if self._reading_all is not None:
            self._reading_all.cancel()
            self._reading_all = None
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_text(self.search.text())

    def _on_all_read(self, done: asyncio.Task[None]) -> None:
        self._reading_all = None
        if done.exception() is None:
            self._all_read = True
            self._on_text(self.search.text())

    def _line(self, match: DepartmentMatch) -> Line:
        name = match.department.name
        return Line(LineKind.DEPARTMENT, match.department.id, Named(name, name), self.tr(" › ").join(match.path))

    def failed(self, error: BaseException) -> None:
        if not isinstance(error, AddressBookError):
            raise error
        self.say_error(error, "", lambda: self._on_text(self.search.text()))

    def _on_down(self) -> None:
        if self.pages.currentWidget() is self.list:
            self.list.enter()
        else:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_entered(self) -> None:
        """Enter takes the first that was found: at once when it is listed, which may be asked for anew just now, since
        more departments are known; else once the answer is there."""
        listed = bool(self.model.lines) and self._found_for == self.search.text().strip()
        if self.asking and not listed:
            self.enter_later()
        else:
            self._take_first()

    def _take_first(self) -> None:
        if not self.search.text().strip():
            self.accept_choice()  # nothing is looked for: Enter is for Done
        elif self.model.lines:
            self.enter_found(self.model.lines[0].key)

    # -- PickDialog ------------------------------------------------------------------------------------------

    def press(self, key: int) -> None:
        super().press(key)
        self.tree.refresh(key)
        if key in self.chosen:
            self._tell_covered(key)

    def _tell_covered(self, key: int) -> None:
        """Whoever chooses a department and one above it means either: a hint, for both may be meant to stay."""
        whole = next((above for above in self.chosen if above in self.tree.above(key)), None)
        part = key if whole is not None else next((each for each in self.chosen if key in self.tree.above(each)), None)
        if part is None:
            return
        words = self.tr("“{part}” belongs to “{whole}”, which is chosen too: that one alone is enough.")
        names = {"part": self._name(part), "whole": self._name(key if whole is None else whole)}
        self.note.say(words.format(**names))

    def _name(self, ident: int) -> str:
        return self.tree.name(ident) or self._names.department(ident).full

    def show_choice(self) -> None:
        self.model.refresh()

    def full_words(self) -> str:
        return self.tr("At most %n departments can be chosen. Take one off first.", "", self.most or 0)
