"""Icons that stand beside words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Mark(QLabel):
    """An icon at half the height of the first line of words, whatever their size: Chinese stands in higher lines than
    the font itself has. Lay it out at the top of its row; `icons.use` gives it its icon."""

    def __init__(self, words: QLabel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        line = self._words.fontMetrics().size(Qt.TextFlag.TextSingleLine, self._words.text()).height()
        return super().sizeHint().expandedTo(QSize(0, line))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.updateGeometry()
