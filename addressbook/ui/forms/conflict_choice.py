"""One value of the conflict dialog, to look at or to choose."""

from __future__ import annotations

import re

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from addressbook.ui import theme
from addressbook.ui.forms.inputs import restyle
from addressbook.ui.models.label_index import LabelLook
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets import painting
from addressbook.ui.widgets.chips import Chip
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import FlowLayout, empty_layout

_LONG_WORD = re.compile(r"[!-~]{20}(?=[!-~])")


class ValueView(QWidget):
    """A value: words that wrap, or labels as chips."""

    def __init__(self, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._label = plain_label(kind=kind)
        self._label.setMinimumWidth(1)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._label)
        column.addWidget(self._chips)
        self._chips.hide()

    def show_text(self, text: str) -> None:
        """Words, as they are; a long word without spaces may break anywhere."""
        self._chips.hide()
        self._label.show()
        self._label.setText(_LONG_WORD.sub(lambda found: found[0] + "\u200b", text))
        self._label.setAccessibleName(text)

    def show_labels(self, looks: list[LabelLook]) -> None:
        """Labels; at least one."""
        empty_layout(self._flow)
        for look in looks:
            self._flow.addWidget(Chip(look))
        self._label.hide()
        self._chips.show()

    def set_muted(self) -> None:
        """Words in grey, that can still be read where the style greys out what is disabled."""
        self._kind = "muted"
        restyle(self._label, "kind", self._kind)

    def set_strong(self, strong: bool) -> None:
        """Whether the words are written bold."""
        restyle(self._label, "kind", "strong" if strong else self._kind)


class ChoiceCard(QAbstractButton):
    """One side's value as a radio button. `stepped` is another row (-1 up, 1 down), `crossed` the other side."""

    stepped = Signal(int)
    crossed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # told to screen readers as a radio button; its QButtonGroup says of which ones
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._heading = plain_label(kind="caption")
        self._value = ValueView()
        self._reason = plain_label(kind="caption")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for widget in (self._heading, self._value, self._reason):
            widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            words.addWidget(widget)
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.addLayout(words)
        self._heading.hide()
        self._reason.hide()
        self.toggled.connect(self._value.set_strong)
        theme.current().changed.connect(self._renew)
        self._renew()

    def show_value(self, name: str, text: str, looks: list[LabelLook]) -> None:
        """What can be chosen here; `name` is what a screen reader says."""
        if looks:
            self._value.show_labels(looks)
        else:
            self._value.show_text(text)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(text))

    def set_heading(self, text: str) -> None:
        """Whose value it is, where no heading stands over the column; "" for none."""
        self._heading.setText(text)
        self._heading.setVisible(bool(text))

    def forbid(self, reason: str) -> None:
        """It cannot be chosen."""
        self._reason.setText(reason)
        self._reason.show()
        self._value.set_muted()
        self.setAccessibleDescription(reason)
        self.setEnabled(False)

    def _renew(self) -> None:
        look = theme.current()
        self._row.setContentsMargins(look.px(16) + 22, look.px(8), 12, look.px(8))
        self.setMinimumHeight(look.px(43))
        self.update()

    # -- Qt --------------------------------------------------------------------------------------------------

    def hitButton(self, pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(-1 if key is Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.crossed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        on, usable = self.isChecked(), self.isEnabled()
        ground = "selection" if on else "window" if not usable else "hover" if self.underMouse() else "base"
        painter = QPainter(self)
        card = self.rect().adjusted(3, 3, -3, -3)
        border = look.colour("focus" if on else "line")
        painting.draw_box(painter, card, look.colour(ground), border, 6)
        self._paint_mark(painter, on, usable)
        if self.hasFocus():
            painting.draw_ring(painter, self.rect(), 8)
        painter.end()

    def _paint_mark(self, painter: QPainter, on: bool, usable: bool) -> None:
        look = theme.current()
        size = look.px(16)
        box = QRectF(QRect(14, (self.height() - size) // 2, size, size))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("focus" if on else "field" if usable else "line"), 1.2))
        painter.setBrush(look.colour("base" if usable else "window"))
        painter.drawEllipse(box.adjusted(0.6, 0.6, -0.6, -0.6))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("focus"))
            painter.drawEllipse(QPointF(box.center()), size * 0.24, size * 0.24)
        painter.restore()
