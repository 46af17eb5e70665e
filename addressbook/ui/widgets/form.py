"""Labels of forms that stand beside the middle of their fields."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget


class FormLabel(QLabel):
    """As high as what stands beside it: QFormLayout puts a lower label near the top of its row, above the middle of the
    field. `column` is the width of what stands above and below it, 0 for its own."""

    def __init__(self, beside: QWidget) -> None:
        super().__init__()
        self._beside = beside
        self.column = 0

    def sizeHint(self) -> QSize:
        return super().sizeHint().expandedTo(self._least())

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(self._least())

    def _least(self) -> QSize:
        return QSize(self.column, self._beside.sizeHint().height())


def label_for(field: QWidget, beside: QWidget | None = None) -> FormLabel:
    """The label of `field`, muted, its buddy, as high as what stands `beside` it (the field itself by default)."""
    label = FormLabel(beside or field)
    label.setProperty("kind", "muted")
    label.setBuddy(field)
    return label


def one_column(labels: Iterable[FormLabel]) -> None:
    """Give all of them the width of the widest, though they stand in several forms."""
    labels = tuple(labels)
    for label in labels:
        label.column = 0
    widest = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.column = widest
        label.updateGeometry()
