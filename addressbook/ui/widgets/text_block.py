"""Outside text that can be selected and copied, and that wraps anywhere when it must."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from addressbook.ui import theme
from addressbook.ui.marked_text import Spans, mark_format, units

_MAY_BREAK = "\u200b"  # zero-width space: on the screen only, never copied


class TextBlock(QTextEdit):
    """Read-only plain text, as high as its text. A QLabel could not break a long e-mail address.

    With `link` it looks like a link, and a click or Enter emits `activated`.
    """

    activated = Signal()

    def __init__(self, name: str, kind: str = "body", role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._role = kind, role
        self._drop = 0
        self._link = False
        self._marks: Spans = ()
        self._places: list[tuple[int, int]] = []
        self._filled = True
        self.setProperty("block", kind)
        self.setProperty("role", role)
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)

    def set_link(self, on: bool) -> None:
        """Look and act like a link, or no longer."""
        if on == self._link:
            return
        self._link = on
        self._role = "link" if on else "text"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        if self.underMouse():
            self._point()
        self._dress()

    def _point(self) -> None:
        # Not before the mouse comes: the first time that anybody asks for a viewport of Qt's own takes 20 ms, for which
        # the first contact would wait. To get one of ours (see give_viewport) a QTextEdit does not survive
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if self._link else Qt.CursorShape.IBeamCursor)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._point()
        super().enterEvent(event)

    def toPlainText(self) -> str:
        return super().toPlainText().replace(_MAY_BREAK, "")

    def createMimeDataFromSelection(self) -> QMimeData:
        copied = QMimeData()
        copied.setText(self.textCursor().selection().toPlainText().replace(_MAY_BREAK, ""))
        return copied

    def set_drop(self, pixels: int) -> None:
        """Leave room above the text."""
        self._drop = pixels
        self.setViewportMargins(0, pixels, 0, 0)
        self._fit()

    def set_text(self, text: str, *, breaks_after: str = "", marks: Spans = (), filled: bool = True) -> None:
        """Show `text`, never as markup. A long line breaks rather behind one of `breaks_after` than inside a word.

        `marks` are the parts that a search has found; without `filled` they are bold only.
        """
        if text == self.toPlainText() and (marks, filled) == (self._marks, self._filled):
            self._fit()
            return
        pieces = [letter + _MAY_BREAK * (letter in breaks_after) for letter in text]
        self.setPlainText("".join(pieces))
        self._marks, self._filled = marks, filled
        self._places = [(units("".join(pieces[:first])), units("".join(pieces[:end]))) for first, end in marks]
        self._mark()
        self._fit()

    def _mark(self) -> None:
        form = mark_format(filled=self._filled)
        if self._filled:
            form.setBackground(theme.current().colour("match"))
            form.setFontUnderline(True)
        for first, end in self._places:
            cursor = QTextCursor(self.document())
            cursor.setPosition(first)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(form)

    def _dress(self) -> None:
        # the style sheet dresses every QTextEdit as a field, and these by their properties
        self.setProperty("block", self._kind)
        self.setProperty("role", self._role)
        self.style().unpolish(self)
        self.style().polish(self)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._mark()  # its colours are others now
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.toPlainText()[:200]), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(40, QFontMetrics(self.font()).height())

    def _fit(self) -> None:
        self.document().setTextWidth(max(self.maximumViewportSize().width(), 40))
        height = max(round(self.document().size().height()), QFontMetrics(self.font()).height())
        height += self._drop
        if height != self.height():
            self.setFixedHeight(height)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._link and event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.activated.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._link and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit()
            return
        super().keyPressEvent(event)
