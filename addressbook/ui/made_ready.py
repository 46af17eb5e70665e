"""What the first search takes of Qt is made before it, while nobody waits.

Qt's binding makes a class with all its enums when it is first asked for it. Those that paint marked text and speak to
screen readers take some 10 ms together, which the first key of a search would wait for.
"""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer, Signal

AFTER_MS = 300  # when the list is painted, and what else follows a start is done
APART_MS = 30

CLASSES = (
    "QTextLayout", "QTextLine", "QTextOption", "QTextCharFormat", "QGlyphRun", "QAccessible",
    "QAccessibleAnnouncementEvent",
)  # fmt: skip


class MadeReady(QObject):
    """Makes one class at a time, which takes up to 4 ms. `finished` is told when all are there."""

    finished = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(CLASSES)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._make_next)

    def begin(self) -> None:
        """The list is painted."""
        if self._left:
            self._timer.start(AFTER_MS)

    def _make_next(self) -> None:
        getattr(QtGui, self._left.pop(0))
        self._timer.setInterval(APART_MS)
        if not self._left:
            self._timer.stop()
            self.finished.emit()
