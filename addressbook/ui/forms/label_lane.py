"""One lane of labels: the name of a group, and a button for each of its labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from addressbook.domain.names import NameSearch
from addressbook.ui import theme
from addressbook.ui.forms.label_option import RING, LabelOption
from addressbook.ui.widgets.chips import Swatch
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import FlowLayout


@dataclass(frozen=True, slots=True)
class LaneGroup:
    """What a lane shows; `alone`: choosing a label takes the place of the group's others."""

    name: str
    argb: int | None
    labels: tuple[tuple[int, str, str], ...]  # id, short name, full name
    alone: bool = True


class LabelLane(QWidget):
    """A group's name with its swatch, and its labels; a thin line above."""

    def __init__(
        self, group: LaneGroup, new_option: Callable[[tuple[int, str, str], LaneGroup], LabelOption], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.group = group
        self._line = "line"
        self.setAccessibleName(group.name)
        self._name = plain_label(group.name)
        self._name.setFont(theme.current().font("body"))
        self._swatch = Swatch(group.argb)
        head = QHBoxLayout()
        head.setSpacing(7)
        head.setContentsMargins(0, RING + 4, 0, 0)
        sign = QVBoxLayout()
        # Chinese stands in a taller line than the font itself has
        line = self._name.fontMetrics().size(Qt.TextFlag.TextSingleLine, group.name).height()
        sign.setContentsMargins(0, max(0, (line - self._swatch.sizeHint().height() + 1) // 2), 0, 0)
        sign.addWidget(self._swatch)
        sign.addStretch(1)
        head.addLayout(sign)
        head.addWidget(self._name, 1, Qt.AlignmentFlag.AlignTop)
        self._head = QWidget()
        self._head.setLayout(head)
        self._swatch.setVisible(group.argb is not None or group.alone)
        flow = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        flow.setSizePolicy(policy)
        self._flow = FlowLayout(flow, gap=0)
        self.options = [new_option(label, group) for label in group.labels]
        for option in self.options:
            self._flow.addWidget(option)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 7 - RING, 0, 7 - RING)
        self._box.addWidget(self._head, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(flow, 1)

    def arrange(self, beside: bool, width: int) -> None:
        """The name beside its labels, `width` wide, or above them."""
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._box.setSpacing(10 - RING if beside else 0)
        if beside:
            self._head.setFixedWidth(width)
        else:
            self._head.setMinimumWidth(0)
            self._head.setMaximumWidth(16777215)

    def set_line(self, role: str) -> None:
        """The colour of the line above."""
        self._line = role
        self.update()

    def narrow(self, search: NameSearch) -> bool:
        """Show the labels that are meant, by their names or the group's; whether there are any."""
        any_shown = False
        for option, (_, name, _) in zip(self.options, self.group.labels, strict=True):
            shown = search.finds(f"{self.group.name} {name}")
            option.setVisible(shown)
            any_shown = any_shown or shown
        self.setVisible(any_shown)
        return any_shown

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, theme.current().colour(self._line))
        painter.end()
