"""The filter text box: lens, clear button, Esc, and Down to the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from addressbook.ui import icons, theme


class SearchBox(QLineEdit):
    """`textChanged` as typed; `escaped` when Esc is pressed in an empty box; `left_down` for Down and Enter."""

    escaped = Signal()
    left_down = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Filter by name, company, phone, e-mail"))
        self.setAccessibleName(self.tr("Filter contacts"))
        self.setMaxLength(200)
        lens = QAction(self.tr("Filter"), self)
        icons.use(lens, "search", "muted", theme.current().px(15))
        self.addAction(lens, QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self.tr("Clear the text"), self)
        icons.use(self._clear, "close", "muted", theme.current().px(15))
        self._clear.triggered.connect(self.clear)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        for button in self.findChildren(QToolButton):
            action = button.defaultAction()
            button.setAccessibleName(action.text() if action is not None else "")
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.escaped.emit()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_down.emit()
            return
        super().keyPressEvent(event)
