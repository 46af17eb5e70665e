"""One of the ready-made parts of the book in the sidebar: icon, name, count."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.widgets import painting


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
        count = "" if self._count is None else QLocale().toString(self._count)
        painter.setFont(look.font("caption_bold" if on else "caption"))
        painter.setPen(look.colour("text" if on else "muted" if self.isEnabled() else "disabled"))
        inner = rect.adjusted(19 + size, 0, -12, 0)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
        room = inner.width() - painter.fontMetrics().horizontalAdvance(count) - 8
        painter.setFont(look.font("body_bold" if on else "body"))
        painter.setPen(look.colour("text" if self.isEnabled() else "disabled"))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()
