"""Words that take the height they need, up to a share of the window; beyond that they scroll. In what scrolls as a
whole they take all they need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QScrollArea, QSizePolicy, QWidget

_SHARE = 0.35  # of the window's height: with large text the list below must stay in view
_LINES = 3
_ELSE = 19  # lines that all else in a window takes: buttons, bars and a line of the list
_BUTTONS = 14  # lines that all else takes at the least: very large letters in a small window leave the words less
_UNLIMITED = 16777215  # as Qt has it


class ScrolledWords(QScrollArea):
    """Shows a layout of wrapping labels. Unlike a plain scroll area it tells its height for a width."""

    def __init__(self, words: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._inside.setProperty("kind", "scrolled")
        self._inside.setLayout(words)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._inside.installEventFilter(self)
        self._watched: QWidget | None = None

    def _limit(self) -> int:
        above = self.parentWidget()
        while above is not None and not above.isWindow():
            if isinstance(above, QScrollArea):
                return _UNLIMITED  # where all scrolls, nothing is to be kept in view
            above = above.parentWidget()
        line, height = self._line(), self.window().height()
        least = min(line * _LINES, height - line * _BUTTONS)
        return max(line * 3 // 2, least, min(int(height * _SHARE), height - line * _ELSE))

    def _line(self) -> int:
        """Height of a line of these words: Chinese stands in a taller one than the font itself has."""
        text = next((label.text() for label in self._inside.findChildren(QLabel) if label.text()), "")
        return self.fontMetrics().size(Qt.TextFlag.TextSingleLine, text).height()

    def _renew_bar(self) -> None:
        """No bar where the words fit without one: once shown it narrows them, and so keeps itself needed."""
        policy = Qt.ScrollBarPolicy
        fits = self._inside.heightForWidth(self.width()) <= self.height()
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded)

    # -- Qt --------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        needed = self._inside.heightForWidth(width)
        if needed <= self._limit():
            return needed
        bar = self.verticalScrollBar().sizeHint().width()
        return min(self._inside.heightForWidth(width - bar), self._limit())

    def sizeHint(self) -> QSize:
        hint = self._inside.sizeHint()
        return QSize(hint.width(), min(hint.height(), self._limit()))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * 16, self.fontMetrics().lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew_bar()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        words = self._inside.layout()
        if words is not None and words.geometry() != self._inside.rect():  # a bar came while Qt was showing it
            words.setGeometry(self._inside.rect())
        if self._watched is not self.window():
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            self._watched = self.window()
            self._watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind, kinds = event.type(), QEvent.Type
        # What is asked of the window's layout is no news: asking it again from here would never come to an end.
        if (kind == kinds.Resize and watched in (self._inside, self._watched)) or (
            kind == kinds.LayoutRequest and watched is self._inside
        ):
            self.updateGeometry()
            self._renew_bar()
        return super().eventFilter(watched, event)
