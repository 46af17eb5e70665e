"""A segmented control: a few choices side by side, of which one holds. One Tab stop; arrow keys move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget


class _Segment(QToolButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        owner = self.parentWidget()
        if isinstance(owner, SegmentedControl) and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            owner.step(self, -1 if event.key() == Qt.Key.Key_Left else 1)
            return
        super().keyPressEvent(event)


class SegmentedControl(QFrame):
    """`chosen` tells the place of the new choice, only when a person made it."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "segments")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(1, 1, 1, 1)
        self._row.setSpacing(0)

    def set_choices(self, choices: Sequence[tuple[str, str]]) -> None:
        """The choices as (text, tooltip)."""
        for text, tooltip in choices:
            button = _Segment(self)
            button.setText(text)
            button.setToolTip(tooltip)
            button.setAccessibleName(text)
            button.setAccessibleDescription(tooltip)
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            self._group.addButton(button, len(self._buttons))
            self._buttons.append(button)
            self._row.addWidget(button)
        self.set_current(0)

    def set_current(self, place: int) -> None:
        """Show a choice without telling."""
        for number, button in enumerate(self._buttons):
            button.setChecked(number == place)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == place else Qt.FocusPolicy.ClickFocus)

    def step(self, button: QToolButton, by: int) -> None:
        """Go to the neighbour of a choice."""
        place = self._buttons.index(button) + by
        if 0 <= place < len(self._buttons):
            self._buttons[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._buttons[place].click()

    def _on_clicked(self, place: int) -> None:
        self.set_current(place)
        self.chosen.emit(place)
