"""Small building blocks: lines, elided labels, icon buttons, a layout that wraps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyleOption,
    QToolButton,
    QWidget,
)

from addressbook.ui import icons
from addressbook.ui.plain_text import tooltip


def line(parent: QWidget | None = None) -> QFrame:
    """A thin line between parts."""
    frame = QFrame(parent)
    frame.setProperty("kind", "separator")
    frame.setFixedHeight(1)
    return frame


def tool_button(name: str, text: str, kind: str = "", size: int = 18, parent: QWidget | None = None) -> QToolButton:
    """A button with an icon only; `text` is its tooltip and its name for screen readers."""
    button = QToolButton(parent)
    icons.use(button, name, "muted", size)
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if kind:
        button.setProperty("kind", kind)
    return button


def push_button(
    text: str, on_click: Callable[[], object], kind: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A push button in one of the style sheet's kinds."""
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    if kind:
        button.setProperty("kind", kind)
    button.clicked.connect(lambda: on_click())
    return button


class StyledWidget(QWidget):
    """A plain widget that paints the ground its style sheet gives it (QWidget subclasses do not by themselves)."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", kind)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()


class Pages(QStackedWidget):
    """Pages of which one is shown, as small as that one can be: a hidden one takes no room from what stands above."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        return False  # what Qt would ask for is the highest page's

    def minimumSizeHint(self) -> QSize:
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else QSize()


class ElidedLabel(QLabel):
    """One line that is cut with "…" when there is no room, and then tells all of it in its tooltip."""

    def __init__(self, text: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(24)
        if kind:
            self.setProperty("kind", kind)
        self._full = ""
        self.set_full_text(text)

    def set_full_text(self, text: str) -> None:
        """The text to show as much of as fits."""
        if text != self._full or not text:
            self._full = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown if shown != "…" else "")  # a dot alone tells nothing
        self.setToolTip("" if shown == self._full else tooltip(self._full))


class FlowLayout(QLayout):
    """Puts widgets side by side and begins a new line when one is full."""

    def __init__(self, parent: QWidget | None = None, gap: int = 6) -> None:
        super().__init__(parent)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), test=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, test=False)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, test: bool) -> int:
        margins = self.contentsMargins()
        inner = rect.marginsRemoved(margins)
        x, y, tall = inner.x(), inner.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._items:
            hint = item.sizeHint()
            width = min(hint.width(), max(inner.width(), 1))
            if x > inner.x() and x + width > inner.right() + 1:
                if not test:
                    _level(line, tall)
                line = []
                x, y, tall = inner.x(), y + tall + self._gap, 0
            wraps = width < hint.width() and item.hasHeightForWidth()
            height = item.heightForWidth(width) if wraps else hint.height()
            line.append((item, QRect(QPoint(x, y), QSize(width, height))))
            x += width + self._gap
            tall = max(tall, height)
        if not test:
            _level(line, tall)
        return y + tall - rect.y() + margins.bottom()


def _level(line: list[tuple[QLayoutItem, QRect]], tall: int) -> None:
    """Put what stands in one line there, the lower ones at half the height of the line."""
    for item, rect in line:
        item.setGeometry(rect.translated(0, (tall - rect.height()) // 2))


def empty_layout(layout: QLayout) -> None:
    """Take all widgets out of a layout and end them."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()  # taking it from its parent as well would only cost time
