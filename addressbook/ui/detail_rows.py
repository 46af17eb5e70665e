"""The rows of the detail pane: a muted word at the left, what is known at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.marked_text import Spans
from addressbook.ui.widgets.chips import Avatar, Swatch
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import line, push_button, tool_button
from addressbook.ui.widgets.text_block import TextBlock

KEY_WIDTH = 84  # at the size of the design; see theme.scale


def gap_line() -> QWidget:
    """A thin line with room around it."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 5, 0, 1)
    layout.addWidget(line())
    return holder


def block(name: str, text: str, kind: str = "body", role: str = "text", marks: Spans = ()) -> TextBlock:
    """Outside text that can be selected; `name` is what screen readers call it."""
    made = TextBlock(name, kind, role)
    made.set_text(text, marks=marks)
    return made


def key(text: str, argb: int | None = None, *, swatch: bool = False, beside: int = 0) -> QWidget:
    """What a row is about, level with something `beside` pixels high; with a label group's swatch if wanted."""
    holder = QWidget()
    holder.setFixedWidth(round(KEY_WIDTH * theme.current().scale()))
    layout = QHBoxLayout(holder)
    drop = max(0, (beside - theme.current().height("body")) // 2)
    layout.setContentsMargins(0, drop, 0, 0)
    layout.setSpacing(6)
    if swatch:
        square = QVBoxLayout()
        square.setContentsMargins(0, max(0, (theme.current().height("body") - theme.current().px(11)) // 2), 0, 0)
        square.addWidget(Swatch(argb), 0, Qt.AlignmentFlag.AlignTop)
        square.addStretch(1)
        layout.addLayout(square)
    layout.addWidget(plain_label(text, kind="muted"), 1, Qt.AlignmentFlag.AlignTop)
    return holder


def row(title: QWidget, value: QWidget) -> QWidget:
    """Both side by side."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    layout.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
    return holder


def person(userid: str, name: str, text: TextBlock) -> QWidget:
    """A colleague: small avatar and words."""
    holder = QWidget()
    layout = QHBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    avatar = Avatar(22)
    avatar.set_person(userid, name)
    layout.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
    beside = QVBoxLayout()
    beside.setContentsMargins(0, 4, 0, 0)
    beside.addWidget(text)
    beside.addStretch(1)
    layout.addLayout(beside, 1)
    return holder


def card_button(icon: str, text: str, tooltip: str) -> QToolButton:
    """One of the large buttons for what is done most."""
    button = tool_button(icon, tooltip, "card")
    icons.use(button, icon, "link")
    button.setText(text)
    button.setAccessibleName(text)
    button.setAccessibleDescription(tooltip)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setMinimumHeight(48)
    return button


def fact(grid: QGridLayout, row: int, title: str, copy: str) -> tuple[TextBlock, QToolButton, list[QWidget]]:
    """A line of `grid`: a word, outside text and a button that copies it; the text, the button and all three."""
    label = plain_label(title, kind="muted", wrap=False)
    text = TextBlock(title)
    button = tool_button("copy", copy, "bare", 15)
    size = theme.current().px(24)
    button.setFixedSize(size, size)
    drop = (size - label.sizeHint().height()) // 2  # words stand level with the middle of the button
    label.setContentsMargins(0, max(drop, 0), 0, 0)
    text.set_drop(max(drop, 0))
    grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(text, row, 1, Qt.AlignmentFlag.AlignTop)
    grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)
    return text, button, [label, text, button]


class Notice(QFrame):
    """Says that something could not be done, and offers to copy instead; hidden at first."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("banner", "warn")
        self.words = plain_label()
        self._act: Callable[[], object] = self.hide
        self.copy = push_button(self.tr("Copy"), lambda: self._act(), "small")
        layout = QHBoxLayout(self)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def tell(self, words: str, copy: Callable[[], object]) -> None:
        """Show `words`; the button does `copy`."""
        self.words.setText(words)
        self._act = copy
        self.show()
