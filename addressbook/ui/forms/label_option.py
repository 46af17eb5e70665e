"""One label as a button that is on or off, in the colours of its group."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets import painting

RING = 3  # room around the box for the focus ring; two boxes stand twice as far apart
_PADDING, _TICK, _TICK_GAP = 13, 12, 3
_LONGEST = 260  # a longer name is cut and told in the tooltip

_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class LabelOption(QAbstractButton):
    """Does not turn itself on or off: what a press means, the lanes decide.

    `pressed_on` (whether the others of the group are to be kept), `moved` (an arrow, Home or End) and `menu_asked` are
    answered by the lanes. As wide when it is on as when it is off, so that nothing moves under the mouse.
    """

    pressed_on = Signal(bool)
    moved = Signal(Qt.Key)
    menu_asked = Signal(object)  # QPoint on the screen
    entered_by_focus = Signal()

    def __init__(
        self, label_id: int, text: str, full: str, argb: int | None, allowed: Callable[[], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.label_id, self.argb = label_id, argb
        self._allowed = allowed
        self._hover = False
        self.setText(text.replace("&", "&&"))
        self._words = text
        self.setAccessibleName(full)
        self.setToolTip(tooltip(full))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    # -- Qt --------------------------------------------------------------------------------------------------

    def nextCheckState(self) -> None:
        self.pressed_on.emit(False)

    def sizeHint(self) -> QSize:
        look = theme.current()
        words = QFontMetrics(look.font("caption_bold")).horizontalAdvance(self._words)
        width = min(words + 2 * look.px(_PADDING), look.px(_LONGEST))
        return QSize(max(width, 24) + 2 * RING, max(26, look.height("caption") + 10) + 2 * RING)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 48), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(theme.DISABLED_OPACITY)
        chip = look.chip_colours(self.argb)
        on, allowed = self.isChecked(), self._allowed()
        box = self.rect().adjusted(RING, RING, -RING, -RING)
        if on:
            fill, border, colour = chip.fill, chip.text, chip.text
        else:
            lit = allowed and (self._hover or self.isDown())
            fill = look.colour("hover" if lit else "base" if allowed else "window")
            border = look.colour("field" if allowed else "line")
            colour = look.colour("text" if allowed else "muted")
        painting.draw_box(painter, box, fill, border, 5)
        painter.setFont(look.font("caption_bold" if on else "caption"))
        painter.setPen(colour)
        inner = box.adjusted(look.px(5), 0, -look.px(5), 0)
        if on:
            size = look.px(_TICK)
            mark = icons.coloured("check", size, colour, self.devicePixelRatioF())
            left = self.isRightToLeft()
            x = inner.right() - size + 1 if left else inner.x()
            painter.drawPixmap(x, box.y() + (box.height() - size) // 2, mark)
            room = size + look.px(_TICK_GAP)
            inner.adjust(0 if left else room, 0, -room if left else 0, 0)
        text = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine), text)
        if self.hasFocus():
            painting.draw_ring(painter, QRect(self.rect()), 7)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _ARROWS and keys == Qt.KeyboardModifier.NoModifier:
            self.moved.emit(Qt.Key(event.key()))
        elif event.key() == Qt.Key.Key_Space and keys == Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.pressed_on.emit(True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the form's: a button would take it
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        self.menu_asked.emit(self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.entered_by_focus.emit()
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()
