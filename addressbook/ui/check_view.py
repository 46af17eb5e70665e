"""What "Test connection" found, line by line as it comes in."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from addressbook.services.connection_check import CheckLine, CheckOutcome
from addressbook.ui import icons, theme
from addressbook.ui.check_texts import admin_message, check_words
from addressbook.ui.widgets.mark import Mark
from addressbook.ui.widgets.plain import announce, plain_label, selectable


class _Line(QWidget):
    """One line: icon, bold title, muted second line; one sentence for screen readers."""

    def __init__(self, line: CheckLine, parent: QWidget) -> None:
        super().__init__(parent)
        self._line = line
        self._title = selectable(plain_label(kind="strong"))
        self._icon = Mark(self._title)
        self._text = selectable(plain_label(kind="caption"))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 5, 0, 5)
        row.setSpacing(9)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        theme.current().changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Take words and colours anew."""
        words = check_words(self._line)
        self._icon.setPixmap(icons.pixmap(words.icon, theme.current().height(), words.role, self.devicePixelRatioF()))
        self._title.setText(words.title)
        self._text.setText(words.text)
        spoken = self.tr("{outcome}: {title}. {text}").format(outcome=words.outcome, title=words.title, text=words.text)
        self.setAccessibleName(spoken)
        self._title.setAccessibleName(spoken)


class CheckView(QFrame):
    """The lines so far. Hidden while there are none; `changed` when a line came or all went."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self._lines: list[CheckLine] = []
        self._widgets: list[_Line] = []
        self._busy = plain_label(kind="caption")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 8, 14, 8)
        self._layout.setSpacing(0)
        self._layout.addWidget(self._busy)
        self._renew()
        self.hide()

    def start(self) -> None:
        """Forget the lines of the last test; say that one is under way."""
        self.clear()
        self._busy.show()
        self.show()

    def add(self, line: CheckLine) -> None:
        """Show one more line."""
        self._lines.append(line)
        widget = _Line(line, self)
        self._widgets.append(widget)
        self._layout.insertWidget(self._layout.indexOf(self._busy), widget)
        widget.show()
        announce(self, widget.accessibleName())
        self.changed.emit()

    def finish(self) -> None:
        """All lines are here, or the test was stopped."""
        self._busy.hide()
        self.setVisible(bool(self._lines))
        self.changed.emit()

    def clear(self) -> None:
        """Take all lines away."""
        for widget in self._widgets:
            self._layout.removeWidget(widget)
            widget.deleteLater()
        self._widgets, self._lines = [], []
        self.hide()
        self.changed.emit()

    @property
    def lines(self) -> tuple[CheckLine, ...]:
        """What was found so far."""
        return tuple(self._lines)

    @property
    def failed(self) -> bool:
        """Whether something that the book needs does not work."""
        return any(line.outcome is CheckOutcome.FAILED for line in self._lines)

    @property
    def message(self) -> str:
        """The message for the administrator, "" when nothing is to be asked for."""
        return admin_message(self._lines)

    @property
    def suggested_name(self) -> str:
        """The name of the topmost department, when it could be read."""
        return next((str(line.params["root_name"]) for line in self._lines if line.params.get("root_name")), "")

    def _renew(self) -> None:
        self._busy.setText(self.tr("Asking DingTalk…"))
        for widget in self._widgets:
            widget.renew()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._renew()
