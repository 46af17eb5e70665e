"""Labels of forms that stand beside the middle of their fields."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def label_for(field: QWidget, beside: QWidget | None = None) -> QLabel:
    """The label of `field`, muted, its buddy, as high as what stands `beside` it (the field itself by default).

    QFormLayout puts a lower label near the top of its row, above the middle of the field.
    """
    label = QLabel()
    label.setProperty("kind", "muted")
    label.setBuddy(field)
    label.setMinimumHeight((beside or field).sizeHint().height())
    return label
