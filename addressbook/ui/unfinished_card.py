"""One piece of work in the list of unfinished work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from addressbook.ui import icons
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import FlowLayout, empty_layout, push_button


@dataclass(frozen=True, slots=True)
class Line:
    """What a card says; `offers` are keys and words of its buttons, in order."""

    icon: str
    title: str
    state: str
    when: str
    offers: tuple[tuple[str, str], ...]


class UnfinishedCard(QFrame):
    """Changes in place, so that nothing moves away from under the mouse or loses the focus."""

    def __init__(self, on_pressed: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._on_pressed = on_pressed
        self._line: Line | None = None
        self._mark = QLabel()
        self._title = plain_label(kind="strong")
        self._state = plain_label()
        self._when = plain_label(kind="caption")
        self._offers = QWidget()
        flow = FlowLayout(self._offers, 8)
        self._flow = flow
        policy = self._offers.sizePolicy()
        policy.setHeightForWidth(True)
        self._offers.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._state, self._when):
            words.addWidget(label)
        words.addSpacing(6)
        words.addWidget(self._offers)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    @property
    def buttons(self) -> list[QPushButton]:
        """What can be pressed, in order."""
        found = [self._flow.itemAt(place) for place in range(self._flow.count())]
        widgets = [item.widget() for item in found if item is not None]
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def show_line(self, line: Line) -> None:
        """Say this from now on."""
        before, self._line = self._line, line
        if line == before:
            return
        self.setAccessibleName(line.title)
        self.setAccessibleDescription(line.state)
        icons.use(self._mark, line.icon, "muted", 20)
        self._title.setText(line.title)
        self._state.setText(line.state)
        self._when.setText(line.when)
        self._when.setVisible(bool(line.when))
        if before is None or before.offers != line.offers:
            self._offer(line)
        for button in self.buttons:
            words = QCoreApplication.translate("UnfinishedDialog", "{what}: {about}")
            button.setAccessibleName(words.format(what=button.text().rstrip("…"), about=line.title))

    def _offer(self, line: Line) -> None:
        had_focus = any(button.hasFocus() for button in self.buttons)
        empty_layout(self._flow)
        for key, text in line.offers:
            self._flow.addWidget(push_button(text, lambda key=key: self._on_pressed(key), "small", self._offers))
        for button in self.buttons:
            button.setAutoDefault(True)
            button.show()
        if had_focus and self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
