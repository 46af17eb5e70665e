"""Who looks after a contact: one colleague, shown like a combo box that opens a window to choose in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.forms.inputs import Input
from addressbook.ui.forms.staff_picker import StaffPicker
from addressbook.ui.forms.staff_source import Names, StaffSession
from addressbook.ui.people import Named
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets import painting

_AVATAR = 22


class _Face(QToolButton):
    """The colleague who is chosen, painted; the frame comes from the style sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.userid, self.named, self.sign, self.name = "", Named(), "", ""

    def sizeHint(self) -> QSize:
        return QSize(160, max(32, theme.current().height("body") + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = theme.current()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(theme.DISABLED_OPACITY)
        ratio, middle = self.devicePixelRatioF(), self.height() // 2
        x = 7
        if self.sign:
            size = look.px(16)
            painter.drawPixmap(x + 2, middle - size // 2, icons.pixmap(self.sign, size, "warn", ratio))
            x += size + 8
        elif self.userid:
            size = min(look.px(_AVATAR), self.height() - 6)
            painting.draw_avatar(painter, x, middle - size // 2, size, self.userid, self.name)
            x += size + 7
        else:
            x += 4
        mark = look.px(14)
        right = self.width() - 10
        if self.isEnabled():
            painter.drawPixmap(right - mark, middle - mark // 2, icons.pixmap("down", mark, "muted", ratio))
            right -= mark + 6
        room = QRect(x, 0, right - x, self.height())
        painter.setFont(look.font("body"))
        known = self.named.known and bool(self.userid)
        painter.setPen(look.colour("text" if known else "muted"))
        text = painter.fontMetrics().elidedText(self.named.full, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()


class OwnerField(Input):
    """The value is a userid, "" for nobody. An id that cannot be named any more is shown as such, and kept.

    Enter, Space, an arrow down or the first letter of a name opens the window to choose in.
    """

    def __init__(self, session: StaffSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._value = ""
        self._reason = ""
        self._title, self._description = "", ""
        self.face = _Face()
        self.face.clicked.connect(lambda: self.open_picker())
        self.face.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.face)
        self.setFocusProxy(self.face)
        self._names = Names(session, self, self._renew)
        self._renew()

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        self._renew()

    def set_read_only(self, reason: str) -> None:
        self._reason = reason
        self.face.setEnabled(not reason)
        self._renew()

    def focus_widget(self) -> QWidget:
        return self.face

    def set_accessible(self, name: str, description: str) -> None:
        self._title, self._description = name, description
        self._say()

    def open_picker(self, text: str = "") -> None:
        """Let somebody be chosen; `text` is what was typed already."""
        picker = StaffPicker(
            self._session,
            (self._value,) if self._value else (),
            title=self.tr("Choose the owner"),
            parent=self,
        )
        picker.picked.connect(self._on_picked)
        picker.open()
        if text:
            picker.type(text)

    def _on_picked(self, picked: tuple[str, ...]) -> None:
        if picked and picked[0] != self._value:
            self._value = picked[0]
            self._renew()
            self.changed.emit()

    def _renew(self) -> None:
        face = self.face
        face.userid, face.sign = self._value, ""
        if self._value:
            face.named, face.name = self._names.colleague(self._value), self._names.for_avatar(self._value)
            if self._names.is_gone(userid=self._value):
                face.sign = "warning"
        else:
            words = self.tr("Choose a colleague")
            face.named = Named(words, words, known=False)
        face.setToolTip(tooltip(self._reason or (face.named.full if self._value else "")))
        face.update()
        self._say()

    def _say(self) -> None:
        title = self._title or self.tr("Owner")
        self.face.setAccessibleName(self.tr("{title}: {who}").format(title=title, who=self.face.named.full))
        self.face.setAccessibleDescription(" ".join(filter(None, (self._reason, self._description))))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.face and pressed and self.face.isEnabled():
            key, text = event.key(), event.text()
            held, keys = event.modifiers(), Qt.KeyboardModifier
            plain = not held & (keys.ControlModifier | keys.MetaModifier)
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_F4):
                if plain:  # Ctrl+Enter is the form's
                    self.open_picker()
                    return True
            elif plain and not held & keys.AltModifier and text.strip() and text.isprintable():
                self.open_picker(text)
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renew()
