"""A label as a chip, and an avatar, as widgets."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from addressbook.ui import theme
from addressbook.ui.marked_text import Spans
from addressbook.ui.models.label_index import LabelLook
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets import painting

_LARGEST = 60  # pixels of an avatar: the name beside it needs the room


class Chip(QWidget):
    """One label in its colours; read as "Status: Lost"."""

    def __init__(self, label: LabelLook, marks: Spans = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self._marks = label, marks
        self.setAccessibleName(label.full)
        self.setToolTip(tooltip(label.full))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(painting.chip_width(self._label.text), painting.chip_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, painting.chip_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.current()
        room = self.width() - 2 * painting.CHIP_PADDING
        metrics = QFontMetrics(look.font("caption"))
        text = metrics.elidedText(self._label.text, Qt.TextElideMode.ElideRight, max(room, 10))
        rect = QRect(0, 0, self.width(), self.height())
        marks = self._marks if text == self._label.text else ()
        painting.draw_chip(painter, rect, text, look.chip_colours(self._label.argb), marks)
        painter.end()


class Swatch(QWidget):
    """A little square in a label group's colour; always stands beside words."""

    def __init__(self, argb: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._argb = argb
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(11), theme.current().px(11))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chip = theme.current().chip_colours(self._argb)
        painting.draw_box(painter, self.rect(), chip.swatch, chip.swatch_border, 3)
        painter.end()


class Avatar(QWidget):
    """A round avatar with initials, `size` pixels of the design wide, which grow with the text up to the largest one.
    Says nothing to screen readers: the name stands beside it."""

    def __init__(self, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._userid, self._name = "", ""
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        size = min(theme.current().px(self._size), _LARGEST)
        return QSize(size, size)

    def set_person(self, userid: str, name: str) -> None:
        """Whose avatar this is."""
        self._userid, self._name = userid, name
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.draw_avatar(painter, 0, 0, self.width(), self._userid, self._name)
        painter.end()
