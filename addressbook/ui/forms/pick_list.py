"""The list in which colleagues and departments are chosen: what stands on a line, how it looks, the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.people import Named
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets import painting

LineRole = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
_PAD = 8


class LineKind(Enum):
    """What a line is for."""

    PERSON = "person"  # can be chosen
    DEPARTMENT = "department"  # can be chosen
    FOLDER = "folder"  # a department that can be opened
    ACT = "act"  # does something


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `key` is a userid, a department id or the text of an act. `contacts`: how many somebody owns.

    `name` is the one whose initials are shown, `gone` that there is nobody with this id any more.
    """

    kind: LineKind
    key: Any
    named: Named
    detail: str = ""
    contacts: int = 0
    name: str = ""
    gone: bool = False

    @property
    def can_be_chosen(self) -> bool:
        """Whether it is something to choose."""
        return self.kind in (LineKind.PERSON, LineKind.DEPARTMENT)


class PickModel(QAbstractListModel):
    """Lines, and which of them are chosen. `wanted` asks for what comes behind the last line."""

    wanted = Signal()

    def __init__(self, several: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.several = several
        self.more = False
        self._lines: list[Line] = []
        self._chosen: Callable[[Any], bool] = lambda _: False

    def set_chosen(self, chosen: Callable[[Any], bool]) -> None:
        """Who answers whether a key is chosen."""
        self._chosen = chosen

    @property
    def lines(self) -> Sequence[Line]:
        """What is listed."""
        return self._lines

    def show_lines(self, lines: Sequence[Line], *, more: bool = False) -> None:
        """List these; `more`: others will follow when the end comes into view."""
        self.beginResetModel()
        self._lines = list(lines)
        self.more = more
        self.endResetModel()

    def append(self, lines: Sequence[Line], *, more: bool) -> None:
        """List these behind the others."""
        self.more = more
        if lines:
            count = len(self._lines)
            self.beginInsertRows(QModelIndex(), count, count + len(lines) - 1)
            self._lines.extend(lines)
            self.endInsertRows()

    def rename(self, name: Callable[[Line], Line]) -> None:
        """Names have become known."""
        self._lines = [name(line) for line in self._lines]
        self.refresh()

    def refresh(self) -> None:
        """Something about the lines looks different now."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def canFetchMore(self, parent: Index) -> bool:
        return self.more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self.more = False  # until it has come
            self.wanted.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        checkable = self.several and self._lines[index.row()].can_be_chosen
        return flags | Qt.ItemFlag.ItemIsUserCheckable if checkable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == LineRole:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.named.full
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip("\n".join(filter(None, (line.named.full, line.detail))))
        if role == Qt.ItemDataRole.CheckStateRole and self.several and line.can_be_chosen:
            return Qt.CheckState.Checked if self._chosen(line.key) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def is_chosen(self, line: Line) -> bool:
        """Whether a line is chosen."""
        return line.can_be_chosen and self._chosen(line.key)

    def contacts_words(self, count: int) -> str:
        """How many contacts somebody owns."""
        return self.tr("%Ln contact(s)", "", count)

    def _spoken(self, line: Line) -> str:
        parts = [line.named.full, line.detail]
        if line.kind is LineKind.FOLDER:
            parts.append(self.tr("department, opens with the right arrow"))
        if line.contacts:
            parts.append(self.contacts_words(line.contacts))
        if self.is_chosen(line):
            parts.append(self.tr("chosen"))
        return self.tr(", ").join(filter(None, parts))


class _Delegate(QStyledItemDelegate):
    """A tick, a picture, name and departments, and how many contacts there are."""

    def __init__(self, view: QListView, model: PickModel) -> None:
        super().__init__(view)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        look = theme.current()
        two = bool(index.data(LineRole).detail)
        height = look.height("body") + (look.height("caption") + 2 if two else 0)
        return QSize(120, max(look.px(34), height + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LineRole)
        look, ratio = theme.current(), option.widget.devicePixelRatioF()
        painter.save()
        rect = option.rect.adjusted(2, 1, -2, -1)
        state = QStyle.StateFlag
        if option.state & (state.State_Selected | state.State_MouseOver):
            role = "selection" if option.state & state.State_Selected else "hover"
            painting.draw_box(painter, rect, look.colour(role), look.colour(role), 4)
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        left = self._left(painter, inner, line, ratio)
        right = self._right(painter, inner, line, ratio)
        self._words(painter, QRect(left, inner.y(), right - left, inner.height()), line)
        painter.restore()

    def _left(self, painter: QPainter, inner: QRect, line: Line, ratio: float) -> int:
        """The tick and the picture; where the words begin."""
        look = theme.current()
        x, middle = inner.x(), inner.center().y()
        if self._model.several and line.can_be_chosen:
            box = look.px(16)
            mark = "tick" if self._model.is_chosen(line) else ""
            painting.draw_check_box(painter, QRect(x, middle - box // 2, box, box), mark)
            x += box + _PAD
        if line.gone:
            size = look.px(18)
            painter.drawPixmap(x + 3, middle - size // 2 + 1, icons.pixmap("warning", size, "warn", ratio))
            size += 6
        elif line.kind is LineKind.PERSON:
            size = min(look.px(24), inner.height() - 6)
            painting.draw_avatar(painter, x, middle - size // 2 + 1, size, str(line.key), line.name)
        else:
            size = look.px(18)
            name = "search" if line.kind is LineKind.ACT else "building"
            role = "link" if line.kind is LineKind.ACT else "muted"
            painter.drawPixmap(x, middle - size // 2 + 1, icons.pixmap(name, size, role, ratio))
        return x + size + _PAD

    def _right(self, painter: QPainter, inner: QRect, line: Line, ratio: float) -> int:
        """A sign that it opens, that it is chosen, or a count; where the words must end."""
        look = theme.current()
        right, middle = inner.right(), inner.center().y()
        sign = "right" if line.kind is LineKind.FOLDER else ""
        if not self._model.several and self._model.is_chosen(line):
            sign = "check"
        if sign:
            size = look.px(15)
            role = "link" if sign == "check" else "muted"
            painter.drawPixmap(right - size, middle - size // 2 + 1, icons.pixmap(sign, size, role, ratio))
            right -= size + _PAD
        if line.contacts:
            words = self._model.contacts_words(line.contacts)
            painter.setFont(look.font("caption"))
            painter.setPen(look.colour("muted"))
            width = painter.fontMetrics().horizontalAdvance(words)
            room = QRect(right - width, inner.y(), width + 1, inner.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)
            right -= width + _PAD
        return right

    @staticmethod
    def _words(painter: QPainter, room: QRect, line: Line) -> None:
        look = theme.current()
        role = "link" if line.kind is LineKind.ACT else "text" if line.named.known else "muted"
        lines = [("body", role, line.named.full)]
        if line.detail:
            lines.append(("caption", "muted", line.detail))
        heights = [look.height(kind) for kind, _, _ in lines]
        y = room.center().y() - sum(heights) // 2 + 1
        for (kind, colour, text), height in zip(lines, heights, strict=True):
            painter.setFont(look.font(kind))
            painter.setPen(look.colour(colour))
            shown = QFontMetrics(look.font(kind)).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            where = QRect(room.x(), y, room.width(), height)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
            y += height


class PickList(QListView):
    """`pressed_on` for what is pressed (a click or Space), `entered` for Enter, `went_up` for Left, Backspace or Up on
    the first line (True when out of the list), `typed` for letters, which belong into the search box."""

    pressed_on = Signal(object)  # Line
    entered = Signal(object)  # Line
    went_up = Signal(bool)
    typed = Signal(str)

    def __init__(self, model: PickModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "boxed")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self, model))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(3 * 36)
        self._lines = model

    def line(self) -> Line | None:
        """The current line."""
        return self.currentIndex().data(LineRole) if self.currentIndex().isValid() else None

    def enter(self) -> bool:
        """Take the focus, on the first line when none is current; False when there is nothing to go to."""
        if not self._lines.rowCount():
            return False
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._lines.index(0))
        self.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid() and index == self.currentIndex():
            self.pressed_on.emit(index.data(LineRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, line = event.key(), self.line()
        keys = Qt.Key
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            event.ignore()  # Ctrl+Enter is the window's
            return
        if key in (keys.Key_Return, keys.Key_Enter):
            if line is not None:
                self.entered.emit(line)
        elif key == keys.Key_Space:
            if line is not None:
                self.pressed_on.emit(line)
        elif key == keys.Key_Right:
            if line is not None and line.kind is LineKind.FOLDER:
                self.pressed_on.emit(line)
        elif key in (keys.Key_Left, keys.Key_Backspace):
            self.went_up.emit(False)
        elif key == keys.Key_Up and self.currentIndex().row() <= 0:
            self.went_up.emit(True)
        elif event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def edit(self, *_: Any) -> bool:  # type: ignore[override]
        """Ticks are set by those who hear `pressed_on` and `entered`: the most that may be chosen is minded there."""
        return False
