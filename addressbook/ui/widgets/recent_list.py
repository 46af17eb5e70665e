"""What was searched for last, below the search box: chosen with arrow keys or a click, each can be taken off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QHideEvent, QMouseEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from addressbook.ui import icons, theme
from addressbook.ui.widgets.plain import announce

_PAD = 10
_Index = QModelIndex | QPersistentModelIndex


class _Delegate(QStyledItemDelegate):
    """A clock, the text and a cross that takes it off; the last line is a link."""

    def __init__(self, parent: RecentList) -> None:
        super().__init__(parent)
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(80, max(30, theme.current().height("body") + 12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        look = theme.current()
        rect: QRect = option.rect
        current = index.row() == self._list.currentRow()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if current or hovered:
            painter.fillRect(rect, look.colour("selection" if current else "hover"))
        ratio = painter.device().devicePixelRatioF()
        size = look.px(15)
        top = rect.y() + (rect.height() - size) // 2
        painter.setFont(look.font("body"))
        room = rect.adjusted(_PAD + size + 8, 0, -_PAD, 0)
        if self._list.is_act(index.row()):
            painter.setPen(look.colour("link"))
            painter.fillRect(rect.x(), rect.y(), rect.width(), 1, look.colour("line"))
        else:
            painter.drawPixmap(rect.x() + _PAD, top, icons.pixmap("clock", size, "muted", ratio))
            cross = self._list.cross(rect)
            if current or hovered:
                painter.drawPixmap(
                    cross.center() - QPoint(size // 2, size // 2), icons.pixmap("close", size, "muted", ratio)
                )
            room.setRight(cross.left())
            painter.setPen(look.colour("text"))
        text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)


class RecentList(QListWidget):
    """Lies over the window below the box that owns it, which keeps the focus and hands its keys on."""

    chosen = Signal(str)
    removed = Signal(str)
    cleared = Signal()

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self._texts: tuple[str, ...] = ()
        box.destroyed.connect(self.deleteLater)  # it lies in the window, which outlives the box
        self.setProperty("kind", "popup")
        self.setAccessibleName(self.tr("Recent searches"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.Box)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_Delegate(self))
        self.hide()

    def set_texts(self, texts: Sequence[str]) -> None:
        """What was searched for, the last first."""
        if tuple(texts) == self._texts:
            return
        self._texts = tuple(texts)
        row = self.currentRow()
        self.clear()
        for text in texts:
            item = QListWidgetItem(" ".join(text.split()))
            item.setData(Qt.ItemDataRole.UserRole, text)
            self.addItem(item)
        if texts:
            self.addItem(self.tr("Clear recent searches"))
        if self.isVisible():
            self.open() if texts else self.hide()
            self.setCurrentRow(min(row, self.count() - 1))

    def is_act(self, row: int) -> bool:
        """Whether a line clears the list."""
        return row == len(self._texts)

    def cross(self, rect: QRect) -> QRect:
        """Where a line's cross is."""
        side = max(24, theme.current().px(15))
        return QRect(rect.right() - side - 4, rect.y() + (rect.height() - side) // 2, side, side)

    def open(self) -> bool:
        """Show the list, if there is anything in it."""
        if not self._texts:
            return False
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        at = self._box.mapTo(window, QPoint(0, self._box.height() + 3))
        tall = sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth()
        self.setGeometry(at.x(), at.y(), self._box.width(), min(tall, window.height() - at.y() - 8))
        if self.isHidden():
            self.setCurrentRow(-1)
            self.show()
            announce(self._box, self.tr("%Ln recent search(es). The down arrow goes to them.", "", len(self._texts)))
        self.raise_()
        return True

    def step(self, by: int) -> None:
        """To the next or previous line; above the first one there is none."""
        row = max(-1, min(self.currentRow() + by, self.count() - 1))
        self.setCurrentRow(row)
        if row >= 0:
            announce(self._box, self.item(row).text())

    def choose(self) -> bool:
        """Do what the current line says; False when there is none."""
        row = self.currentRow()
        if row < 0:
            return False
        if self.is_act(row):
            self.hide()
            announce(self._box, self.tr("Recent searches cleared"))
            self.cleared.emit()
        else:
            self.hide()
            self.chosen.emit(self._texts[row])
        return True

    def remove(self, row: int | None = None) -> None:
        """Take a line off, the current one unless told another."""
        row = self.currentRow() if row is None else row
        if 0 <= row < len(self._texts):
            announce(self._box, self.tr("Removed “{text}”").format(text=self._texts[row]))
            self.removed.emit(self._texts[row])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (app := QApplication.instance()) is not None:
            app.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # a click beside the list closes it, also where nothing takes the focus
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            inside = any(part is watched or part.isAncestorOf(watched) for part in (self, self._box))
            if not inside:
                self.hide()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # the focus stays where it is

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        index = self.indexAt(at)
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if not self.is_act(index.row()) and self.cross(self.visualRect(index)).contains(at):
            self.remove(index.row())
        else:
            self.setCurrentRow(index.row())
            self.choose()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if (
                index.isValid()
                and not self.is_act(index.row())
                and self.cross(self.visualRect(index)).contains(event.pos())
            ):
                QToolTip.showText(event.globalPos(), self.tr("Remove (Delete)"), self)
                return True
        return super().viewportEvent(event)
