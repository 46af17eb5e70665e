"""The search box: lens, clear button, what was searched for last, Esc, and Down to the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from addressbook.ui.widgets import edge_icon

if TYPE_CHECKING:
    from addressbook.ui.widgets.recent_list import RecentList


class SearchBox(QLineEdit):
    """`textChanged` as typed; `escaped` when Esc is pressed in an empty box; `left_down` for Down and Enter.

    While it is empty it shows what was searched for last: on Down, on a click, and when a key brought the focus.
    """

    escaped = Signal()
    left_down = Signal()
    copy_wanted = Signal()  # of whoever is found
    further_down = Signal()  # Down once more, while the list waits for an answer
    recent_chosen = Signal(str)
    recent_removed = Signal(str)
    recent_cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Find by name, pinyin, company, phone, label …"))
        self.setAccessibleName(self.tr("Find contacts"))
        self.setAccessibleDescription(
            self.tr("Several words find who has all of them. Down or Enter goes to the list, Esc clears.")
        )
        self.setMaxLength(200)
        lens = QAction(self.tr("Find"), self)
        edge_icon.add(self, lens, "search", QLineEdit.ActionPosition.LeadingPosition)
        self._clear = QAction(self.tr("Clear the text"), self)
        edge_icon.add(self, self._clear, "close", QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.clear)
        self._clear.setVisible(False)
        for button in self.findChildren(QToolButton):
            action = button.defaultAction()
            button.setAccessibleName(action.text() if action is not None else "")
        self.leaving = False
        """Whether a person has left for the list, which waits for an answer: what is copied then is not the text."""
        self._recent: RecentList | None = None
        self._recent_texts: Sequence[str] = ()
        self.textChanged.connect(self._on_text_changed)

    @property
    def recent(self) -> RecentList:
        """The list of what was searched for, made when it is first wanted."""
        if self._recent is None:
            from addressbook.ui.widgets.recent_list import RecentList

            self._recent = RecentList(self)
            self._recent.set_texts(self._recent_texts)
            self._recent.chosen.connect(self._take)
            self._recent.chosen.connect(self.recent_chosen)
            self._recent.removed.connect(self.recent_removed)
            self._recent.cleared.connect(self.recent_cleared)
        return self._recent

    def set_recent(self, texts: Sequence[str]) -> None:
        """What was searched for, the last first."""
        self._recent_texts = texts
        if self._recent is not None:
            self._recent.set_texts(texts)

    def _hide_recent(self) -> None:
        if self._recent is not None:
            self._recent.hide()

    def offer_recent(self) -> None:
        """Show what was searched for, while the box is empty."""
        if self._is_empty():
            self.recent.open()

    def _take(self, text: str) -> None:
        self.setText(text)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if text:
            self._hide_recent()

    def _is_empty(self) -> bool:
        return not self.text() and not self.isReadOnly()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.offer_recent()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_recent()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.offer_recent()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hide_recent()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), Qt.Key
        if self._recent is not None and self._recent.isVisible() and self._press_in_recent(key):
            return
        if key == keys.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.escaped.emit()
        elif key == keys.Key_Down and self._is_empty() and self.recent.open():
            self.recent.step(1)
        elif self.leaving and key == keys.Key_Down:
            self.further_down.emit()
        elif key in (keys.Key_Down, keys.Key_Return, keys.Key_Enter):
            self.left_down.emit()
        elif self.leaving and event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _press_in_recent(self, key: int) -> bool:
        """Whether a key belongs to the list of what was searched for."""
        keys = Qt.Key
        if key in (keys.Key_Down, keys.Key_Up):
            self.recent.step(1 if key == keys.Key_Down else -1)
            return True
        if key in (keys.Key_Return, keys.Key_Enter):
            return self.recent.choose()
        if key == keys.Key_Delete:
            self.recent.remove()
            return True
        if key == keys.Key_Escape:
            self.recent.hide()
            return True
        return False
