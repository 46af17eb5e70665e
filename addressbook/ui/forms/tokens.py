"""Chosen people or departments as tokens that wrap and can be taken off, with a button to add more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.forms.inputs import Input, restyle
from addressbook.ui.people import Named
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets import painting
from addressbook.ui.widgets.plain import announce
from addressbook.ui.widgets.small import FlowLayout, push_button

_PADDING = 6
_WIDEST = 260  # of a token, in pixels of the design


class Token(QAbstractButton):
    """One person or department. `clicked` (the cross, Space, a screen reader's press) asks to take it off."""

    removed = Signal()
    moved = Signal(int)  # -1 or 1: to the one before or behind
    tabbed = Signal(bool)  # Tab or (False) Shift+Tab leaves all of them

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._named, self._icon, self._fixed = Named(), "", False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.removed)

    def show_named(self, named: Named, icon: str, *, fixed: bool) -> None:
        """What it is called, its icon ("" for none), and whether it cannot be taken off."""
        if (named, icon, fixed) == (self._named, self._icon, self._fixed):
            return
        self._named, self._icon, self._fixed = named, icon, fixed
        self.setText(named.full)
        self.setAccessibleName(named.full)
        self.setAccessibleDescription("" if fixed else self.tr("Delete takes it off"))
        self.setToolTip(tooltip(named.full))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = theme.current()
        text = QFontMetrics(look.font("body")).horizontalAdvance(self._named.full) + 2
        width = 2 * _PADDING + text + self._icon_room() + self._cross_room()
        return QSize(min(width, look.px(_WIDEST)), max(24, look.height("body") + 6))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(60, hint.width()), hint.height())

    def _icon_room(self) -> int:
        return theme.current().px(14) + 5 if self._icon else 0

    def _cross_room(self) -> int:
        return 0 if self._fixed else theme.current().px(13) + 6

    def _cross(self) -> QRect:
        """Where a press takes it off: as high as the token, never narrower than 24 pixels."""
        width = max(24, self._cross_room() + _PADDING)
        return QRect(self.width() - width, 0, width, self.height())

    def hitButton(self, pos: QPoint) -> bool:
        return not self._fixed and self._cross().contains(pos)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)
        event.accept()  # beside the cross, the button would hand it on to the box, which goes to "Add"

    def focusNextPrevChild(self, forward: bool) -> bool:
        self.tabbed.emit(forward)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._fixed:
            self.removed.emit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.moved.emit(-1)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.moved.emit(1)
        elif key == Qt.Key.Key_Space and self._fixed:
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(theme.DISABLED_OPACITY)
        rect = self.rect()
        painting.draw_box(painter, rect, look.colour("token"), look.colour("line"), 4)
        if self.hasFocus():
            painting.draw_ring(painter, rect, 4)
        x, ratio = _PADDING, self.devicePixelRatioF()
        if self._icon:
            size = look.px(14)
            role = "warn" if self._icon == "warning" else "muted"
            painter.drawPixmap(x, (self.height() - size) // 2, icons.pixmap(self._icon, size, role, ratio))
            x += self._icon_room()
        if not self._fixed:
            size = look.px(13)
            at = self.width() - _PADDING - size
            painter.drawPixmap(at, (self.height() - size) // 2, icons.pixmap("close", size, "muted", ratio))
        room = QRect(x, 0, self.width() - x - _PADDING - self._cross_room(), self.height())
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text" if self._named.known else "muted"))
        text = painter.fontMetrics().elidedText(self._named.full, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()


class TokensInput(Input):
    """A list of chosen things; subclasses name them and let more be chosen.

    One stop for Tab: the button. Arrow keys (or Shift+Tab) go from there to the tokens and from one to the next,
    Delete takes one off.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[Any, ...] = ()
        self._tokens: dict[Any, Token] = {}
        self._reason = ""
        self._pressed = False  # into the empty part
        self._box = QFrame()
        self._box.setProperty("kind", "tokens")
        self._flow = FlowLayout(self._box, gap=5)
        self._flow.setContentsMargins(5, 4, 5, 4)
        self._add = push_button("", self.open_picker, "add")
        self._add.installEventFilter(self)
        self._flow.addWidget(self._add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self.setFocusProxy(self._add)
        icons.use(self._add, "plus", "link", 14)
        self._retranslate()

    # -- for subclasses --------------------------------------------------------------------------------------

    def named(self, value: Any) -> tuple[Named, str]:
        """How one of the values is called, and its icon."""
        raise NotImplementedError

    def open_picker(self) -> None:
        """Let more be chosen."""
        raise NotImplementedError

    def choose(self, values: Iterable[Any]) -> None:
        """A person chose these."""
        chosen = tuple(values)
        if chosen != self._values:
            self._values = chosen
            self.renew()
            self.changed.emit()

    def renew(self) -> None:
        """Names have become known, or other values are shown."""
        for value in [value for value in self._tokens if value not in self._values]:
            token = self._tokens.pop(value)
            self._flow.removeWidget(token)
            token.hide()
            token.deleteLater()
        for value in self._values:
            if value not in self._tokens:
                self._tokens[value] = self._new_token(value)
            named, icon = self.named(value)
            self._tokens[value].show_named(named, icon, fixed=bool(self._reason))
        self._order()

    # -- Input -----------------------------------------------------------------------------------------------

    def value(self) -> tuple[Any, ...]:
        return self._values

    def set_value(self, value: Iterable[Any]) -> None:
        self._values = tuple(dict.fromkeys(value))
        self.renew()

    def set_read_only(self, reason: str) -> None:
        self._reason = reason
        self._add.setEnabled(not reason)
        self._add.setToolTip(tooltip(reason) if reason else "")
        self.renew()

    def focus_widget(self) -> QWidget:
        return self._add

    def set_accessible(self, name: str, description: str) -> None:
        hint = self.tr("The left arrow goes to those who are chosen.") if self._values else ""
        super().set_accessible(name, " ".join(filter(None, (description, hint))))

    def set_mark(self, kind: str) -> None:
        restyle(self._box, "problem", kind)

    # -- inside ----------------------------------------------------------------------------------------------

    def _new_token(self, value: Any) -> Token:
        token = Token(self._box)
        token.removed.connect(lambda: self._remove(value))
        token.moved.connect(lambda step: self._move(value, step))
        token.tabbed.connect(self._on_tabbed)
        token.installEventFilter(self)
        token.show()
        return token

    def _order(self) -> None:
        """Stand in the order of the values."""
        wanted: list[QWidget] = [self._tokens[value] for value in self._values]
        wanted.append(self._add)
        while self._flow.count():
            self._flow.takeAt(0)
        for widget in wanted:
            self._flow.addWidget(widget)
        self._flow.invalidate()
        self.updateGeometry()

    def _remove(self, value: Any) -> None:
        place = self._values.index(value)
        name = self.named(value)[0].full
        had_focus = self._tokens[value].hasFocus()
        self._values = tuple(one for one in self._values if one != value)
        if had_focus:
            self._focus_at(min(place, len(self._values) - 1))
        self.renew()
        announce(self, self.tr("{name} taken off").format(name=name))
        self.changed.emit()

    def _move(self, value: Any, step: int) -> None:
        self._focus_at(max(0, self._values.index(value) + step))

    def _on_tabbed(self, forward: bool) -> None:
        self._add.setFocus(Qt.FocusReason.TabFocusReason)
        if not forward:
            QWidget.focusPreviousChild(self._add)  # the window goes back from where the focus is

    def _focus_at(self, place: int) -> None:
        """Go to the token at a place, or to the button behind them."""
        target = self._tokens[self._values[place]] if 0 <= place < len(self._values) else self._add
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _retranslate(self) -> None:
        self._add.setText(self.tr("Add…"))

    # -- Qt --------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            restyle(self._box, "active", event.type() == QEvent.Type.FocusIn)
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        back = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_Backtab)
        if watched is self._add and pressed and self._values and event.key() in back:
            self._focus_at(len(self._values) - 1)
            return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press into the empty part of the box is one on its button: there is nothing to type in."""
        self.focus_first()
        super().mousePressEvent(event)
        event.accept()
        self._pressed = True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, False  # a token hands on the end of a press that began on it
        inside = pressed and self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and inside and self._add.isEnabled():
            self.open_picker()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.renew()
