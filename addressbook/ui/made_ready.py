"""What the first search takes of Qt is made before it, while nobody waits.

Qt's binding makes a class with all its enums when it is first asked for it. Those that paint marked text and speak to
screen readers take some 10 ms together, which the first key of a search would wait for.
"""

from __future__ import annotations

from PySide6 import QtGui
from PySide6.QtCore import QObject, QTimer, Signal

AFTER_MS = 200  # the list is painted
APART_MS = 20

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
        """The list has something to show. Calling it again does nothing."""
        if self._left and not self._timer.isActive():
            self._timer.start(AFTER_MS)

    def _make_next(self) -> None:
        getattr(QtGui, self._left.pop(0))
        self._timer.setInterval(APART_MS)
        if not self._left:
            self._timer.stop()
            self.finished.emit()
