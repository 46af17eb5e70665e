"""What a form shows but cannot change: a box with a lock, its text to copy, and why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.forms.inputs import Input
from addressbook.ui.widgets.plain import announce, plain_label
from addressbook.ui.widgets.small import push_button, tool_button


class LockedBox(QWidget):
    """A box with a lock and a text that can be marked and copied; below it the reason and, when asked, a link.

    `announced` carries what screen readers hear; `link_pressed` is the link's.
    """

    announced = Signal(str)
    link_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder = ""
        self._frame = QFrame()
        self._frame.setProperty("kind", "locked")
        self._lock = QLabel()
        self.edit = QLineEdit()
        self.edit.setReadOnly(True)
        self.edit.setProperty("kind", "inside")
        self.edit.installEventFilter(self)
        self.copy = tool_button("copy", "", "bare", 15)
        self.copy.clicked.connect(self._on_copy)
        inner = QHBoxLayout(self._frame)
        inner.setContentsMargins(10, 3, 5, 3)
        inner.setSpacing(8)
        inner.addWidget(self._lock)
        inner.addWidget(self.edit, 1)
        inner.addWidget(self.copy)
        self._reason = plain_label(kind="caption")
        self._link = push_button("", self.link_pressed.emit, "link")
        self._link.hide()
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self._reason, 1)
        below.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3)
        layout.addWidget(self._frame)
        layout.addLayout(below)
        theme.current().changed.connect(self._renew_look)
        self._renew_look()
        self._retranslate()
        self.show_text("", "", "")

    def show_text(self, text: str, placeholder: str, reason: str, link: str = "") -> None:
        """`text`, or `placeholder` in its place when there is none; why it is locked; the words of the link, if any."""
        if text != self.edit.text():
            self.edit.setText(text)
            self.edit.setCursorPosition(0)
        self.edit.setPlaceholderText(placeholder)
        self.copy.setVisible(bool(text))
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self._link.setText(link)
        self._link.setVisible(bool(link))

    def set_accessible(self, name: str, description: str) -> None:
        """Name and description of the text, for screen readers; that it is locked, and why, is added."""
        self.edit.setAccessibleName(self.tr("{title}, cannot be changed here").format(title=name))
        about = (self._reason.text() or self.edit.placeholderText(), description)
        self.edit.setAccessibleDescription(" ".join(filter(None, about)))
        self.copy.setAccessibleName(self.tr("Copy: {title}").format(title=name))

    # -- inside ----------------------------------------------------------------------------------------------

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.edit.text())
        told = self.tr("Copied.")
        announce(self, told)
        self.announced.emit(told)

    def _renew_look(self) -> None:
        self._frame.setMinimumHeight(theme.current().px(20) + 12)  # as tall as a field
        self._lock.setPixmap(icons.pixmap("lock", theme.current().px(15), "muted", self.devicePixelRatioF()))

    def _retranslate(self) -> None:
        self.copy.setToolTip(self.tr("Copy"))
        self.copy.setAccessibleName(self.tr("Copy"))

    # -- Qt --------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        painter.setPen(QPen(look.colour("focus" if focused else "line"), 2 if focused else 1))
        inset = 1.0 if focused else 0.5
        painter.drawRoundedRect(self._frame.geometry().toRectF().adjusted(inset, inset, -inset, -inset), 6, 6)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


class LockedField(Input):
    """The e-mail: no call takes one. Shown, to be copied, and never part of what is saved.

    `saved`: the contact has it and keeps it; else it is that of a contact which is being made again without it.
    """

    def __init__(self, parent: QWidget | None = None, *, saved: bool = True) -> None:
        super().__init__(parent)
        self._saved = saved
        self._value = ""
        self._name, self._description = "", ""
        self.box = LockedBox()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box.edit)
        self._say()

    def value(self) -> str:
        return self._value

    def set_value(self, value: str) -> None:
        self._value = value
        self._say()

    def set_read_only(self, reason: str) -> None:
        """It always is."""

    def set_mark(self, kind: str) -> None:
        """Nothing can be wrong with it."""

    def focus_widget(self) -> QWidget:
        return self.box.edit

    def set_accessible(self, name: str, description: str) -> None:
        self._name, self._description = name, description
        self.box.set_accessible(name, description)

    def _say(self) -> None:
        reason = self.tr("Can only be changed inside DingTalk, not from this program.")
        if not self._saved:
            reason = self.tr("Is not saved with a new contact. Copy it, and add it inside DingTalk afterwards.")
        self.box.show_text(
            self._value,
            self.tr("Can only be added inside DingTalk, not from this program"),
            reason if self._value else "",
        )
        self.box.set_accessible(self._name, self._description)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
