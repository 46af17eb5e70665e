"""Lines of outside text to be read and copied, in a box that is as high as they need, up to so many."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget


class TextLines(QPlainTextEdit):
    """Read-only. Long lines wrap anywhere; more than `most` lines scroll, and what fits has no bar beside it."""

    def __init__(self, name: str, text: str, *, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most = most
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setPlainText(text)

    def _around(self) -> QSize:
        """What border, padding and the margin of the text take."""
        self.ensurePolished()
        rim, margin = self.rect().size() - self.contentsRect().size(), ceil(2 * self.document().documentMargin())
        return rim + QSize(margin, margin + 1)  # Qt takes a bar where not one pixel is left below the last line

    def _height_of_lines(self, width: int) -> tuple[int, bool]:
        """Of the first lines that are to be seen, as wide as this; and whether there are more."""
        block, height, room, more = self.document().begin(), 0.0, self._most, False
        while block.isValid() and room > 0:
            lines = QTextLayout(block.text(), self.font())
            lines.setTextOption(self.document().defaultTextOption())
            lines.beginLayout()
            while room > 0 and (line := lines.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, 0))
                height += line.height()
                room -= 1
            lines.endLayout()
            more = line.isValid() and line.textStart() + line.textLength() < len(block.text())
            block = block.next()
        return ceil(height), more or block.isValid()

    # -- Qt --------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        around = self._around()
        height, more = self._height_of_lines(max(width - around.width(), 1))
        if more:  # the margin below the last line would show the top of the next one
            height -= ceil(self.document().documentMargin()) + 1
        return height + around.height()

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().averageCharWidth() * 40
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.fontMetrics().lineSpacing() + 12)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
