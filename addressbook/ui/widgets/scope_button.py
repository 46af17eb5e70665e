"""One of the ready-made parts of the book in the sidebar: icon, name, count."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolTip, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets import painting

_GAP = 4  # between name and count, at least


class ScopeButton(QAbstractButton):
    """Checkable and exclusive: one Tab stop for all, arrow keys between them."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._count: int | None = None
        self._hovered = False
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_count(self, count: int | None, words: str = "") -> None:
        """How many contacts there are; None while it is not known. `words` say the count of something else."""
        if count != self._count:
            self._count = count
            if not words:
                words = self.tr("%Ln contact(s)", "", count) if count is not None else ""
            self.setAccessibleName(f"{self.text()}, {words}" if words else self.text())
            self.update()

    def _inner(self) -> QRect:
        """Where name and count stand; the count stands over those of the labels."""
        return self.rect().adjusted(25 + theme.current().px(18), 0, -18, 0)

    def _shown_count(self, room: int) -> str:
        """The count; none where it would cut the name, which says what this is. Then it is in the tooltip."""
        if self._count is None:
            return ""
        look, count = theme.current(), QLocale().toString(self._count)
        name = QFontMetrics(look.font("body")).horizontalAdvance(self.text()) + 1
        wide = QFontMetrics(look.font("caption_bold")).horizontalAdvance(count)
        return count if name + _GAP + wide <= room else ""

    # -- Qt --------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        hidden = self._count is not None and not self._shown_count(self._inner().width())
        if hidden and event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = "\n".join(filter(None, (self.accessibleName(), self.toolTip())))
            QToolTip.showText(event.globalPos(), tooltip(words), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        look = theme.current()
        wide = QFontMetrics(look.font("body_bold")).horizontalAdvance(self.text())
        return QSize(wide + 100, max(27, look.height("body") + 11))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QPainter(self)
        rect = self.rect().adjusted(6, 0, -6, 0)
        on = self.isChecked()
        if on or (self._hovered and self.isEnabled()):
            fill = look.colour("selection" if on else "selection_off")
            painting.draw_box(painter, rect, fill, fill, 5)
        if on:
            bar = QRect(rect.x(), rect.y() + 5, 3, rect.height() - 10)
            painting.draw_box(painter, bar, look.colour("focus"), look.colour("focus"), 1.5)
        if self.hasFocus():
            painting.draw_ring(painter, rect, 5)
        size = look.px(18)
        mark = icons.pixmap(self._icon, size, "link" if on else "muted", self.devicePixelRatioF())
        painter.drawPixmap(rect.x() + 10, rect.y() + (rect.height() - size) // 2, mark)
        inner = self._inner()
        count = self._shown_count(inner.width())
        painter.setFont(look.font("caption_bold" if on else "caption"))
        painter.setPen(look.colour("text" if on else "muted" if self.isEnabled() else "disabled"))
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
        painter.setPen(look.colour("text" if self.isEnabled() else "disabled"))
        if not count:
            inner.setRight(rect.right() - 4)
        room = inner.width() - (QFontMetrics(look.font("caption_bold")).horizontalAdvance(count) + _GAP if count else 0)
        bold = look.font("body_bold")
        fits = QFontMetrics(bold).horizontalAdvance(self.text()) < room  # bar and ground tell the choice as well
        painter.setFont(bold if on and fits else look.font("body"))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()
