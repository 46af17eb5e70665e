"""What a form asks of everything that can be filled in, and the input for one line of text."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from addressbook.ui import theme
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets import edge_icon


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and have it look."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def is_inside(widget: QWidget | None, outer: QWidget) -> bool:
    """Whether `widget` is `outer` or stands in it, in a pop-up window that belongs to it too."""
    while widget is not None:
        if widget is outer:
            return True
        widget = widget.parentWidget()
    return False


class Input(QWidget):
    """One thing to fill in. A FieldFrame gives it its title, a form reads and sets its value.

    `changed` comes when a person changed the value, never from `set_value`. `left` comes when the focus has gone to
    another widget of the program (not into a pop-up of this input, nor when another program came to the front).
    `told` is a sentence about what was just refused, such as a 21st label; it is shown beside the field.

    Inputs implement `value`, `set_value`, `set_read_only` and, where it is not the input itself, `focus_widget`.
    """

    changed = Signal()
    left = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def value(self) -> Any:
        """What is filled in, as typed."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value, whatever it is: also one that could not be filled in by hand."""
        raise NotImplementedError

    def set_read_only(self, reason: str) -> None:
        """Let nothing be changed, and say why; "" lets it be changed again."""
        raise NotImplementedError

    def focus_widget(self) -> QWidget:
        """The widget that takes the focus first; it bears the title for screen readers."""
        return self

    def focus_first(self) -> None:
        """Go there."""
        self.focus_widget().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_accessible(self, name: str, description: str) -> None:
        """What screen readers say: title, whether it is required; then the problem, the help, the count."""
        widget = self.focus_widget()
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(description)

    def set_mark(self, kind: str) -> None:
        """Look wrong ("error"), doubtful ("warn") or well ("")."""
        restyle(self.focus_widget(), "problem", kind)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if now is not None and is_inside(old, self) and not is_inside(now, self):
            self.left.emit()


class LineEdit(QLineEdit):
    """A line edit that can look wrong: a sign at its end and a border of the sign's colour, inside the focus ring."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QAction(self)
        self._mark = ""

    def set_mark(self, kind: str) -> None:
        """ "error", "warn" or "" (see Input.set_mark)."""
        if kind == self._mark:
            return
        self._mark = kind
        self.removeAction(self._sign)
        if kind:
            self._sign.setText(self.tr("To be mended") if kind == "error" else self.tr("Doubtful"))  # its spoken name
            name = "error" if kind == "error" else "warning"
            edge_icon.add(self, self._sign, name, QLineEdit.ActionPosition.TrailingPosition, kind)
        restyle(self, "problem", kind)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().colour(self._mark), 1.5))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(2.75, 2.75, -2.75, -2.75), 4, 4)
            painter.end()


class TextInput(Input):
    """One line of text, kept exactly as typed; the value is a str."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = LineEdit()
        self.edit.textChanged.connect(self._on_text_changed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self._setting = False

    def value(self) -> str:
        return self.edit.text()

    def set_value(self, value: str) -> None:
        if value == self.edit.text():
            return  # keeps the caret, and what can be undone
        self._setting = True
        self.edit.setText(value)
        self.edit.setCursorPosition(0)  # the beginning of a long text says more than its end
        self._setting = False

    def set_placeholder(self, text: str) -> None:
        """Words that stand in the empty field."""
        self.edit.setPlaceholderText(text)

    def set_read_only(self, reason: str) -> None:
        self.edit.setReadOnly(bool(reason))
        self.edit.setToolTip(tooltip(reason) if reason else "")

    def focus_widget(self) -> QWidget:
        return self.edit

    def focus_first(self) -> None:
        super().focus_first()
        self.edit.end(False)  # nothing is selected that a key pressed by mistake would replace
        if self.edit.fontMetrics().horizontalAdvance(self.edit.text()) > self.edit.width() - 24:
            self.edit.home(False)  # the beginning of a long text says more than its end

    def set_mark(self, kind: str) -> None:
        self.edit.set_mark(kind)

    def _on_text_changed(self) -> None:
        if not self._setting:
            self.changed.emit()
