"""What a scroll area shows its contents in."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def give_viewport(area: QAbstractScrollArea) -> None:
    """Give `area` a viewport like the one that Qt has made for it, before anybody asks for that.

    What Qt made is of a type that its binding does not know yet: it then builds all its classes of widgets, to find
    the one that fits. 20 ms.
    """
    viewport = QWidget()
    viewport.setObjectName("qt_scrollarea_viewport")
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)
