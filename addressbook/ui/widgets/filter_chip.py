"""One filter that is set: its words, with a cross behind them. Pressing it takes the filter off."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets import painting

_BEFORE, _BETWEEN, _BEHIND = 9, 6, 5
_LONGEST = 40
_ONE_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


@dataclass(frozen=True, slots=True)
class FilterWords:
    """What a chip says: `what` in the place of "{}" in `pattern`, whose own words are less than it. `full` names it
    where there is room. `swatch`: it is a label, whose group has the colour `argb`."""

    what: str
    pattern: str = "{}"
    full: str = ""
    swatch: bool = False
    argb: int | None = None

    @property
    def text(self) -> str:
        """All of it."""
        return self.pattern.replace("{}", self.full or self.what)


class FilterChip(QToolButton):
    """Shows a FilterWords."""

    def __init__(self, words: FilterWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "filter")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        what = words.what if len(words.what) <= _LONGEST else words.what[: _LONGEST - 1] + "…"
        before, _, behind = words.pattern.partition("{}")
        self._words = words
        self._parts = [(part.strip(), role) for part, role in ((before, "muted"), (what, "text"), (behind, "muted"))]
        self._parts = [(part, role) for part, role in self._parts if part]
        # "&" in outside text would become a mnemonic
        self.setText(words.pattern.replace("{}", what).replace("&", "&&"))
        name = self.tr("Remove the filter “{filter}”").format(filter=words.text)
        self.setAccessibleName(name)
        self.setToolTip(tooltip(name))

    def sizeHint(self) -> QSize:
        look = theme.current()
        metrics = QFontMetrics(look.font("body"))
        width = sum(metrics.horizontalAdvance(part) + _BETWEEN for part, _ in self._parts)
        if self._words.swatch:
            width += look.px(11) + _BETWEEN
        return QSize(_BEFORE + width + 2 + look.px(13) + _BEHIND, max(26, metrics.height() + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        painter.setFont(look.font("body"))
        metrics = painter.fontMetrics()
        cross = look.px(13)
        end = self.width() - _BEHIND - cross
        x = _BEFORE
        for part, role in self._parts:
            if role == "text" and self._words.swatch:
                x = self._draw_swatch(painter, x)
            painter.setPen(look.colour(role))
            rect = QRect(x, 0, max(0, end - _BETWEEN - x), self.height())
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, rect.width())
            painter.drawText(rect, int(_ONE_LINE), shown)
            x += metrics.horizontalAdvance(shown) + _BETWEEN
        role = "text" if self.underMouse() else "muted"
        mark = icons.pixmap("close", cross, role, self.devicePixelRatioF())
        painter.drawPixmap(end, (self.height() - cross) // 2, mark)
        painter.end()

    def _draw_swatch(self, painter: QPainter, x: int) -> int:
        """Returns where to go on."""
        chip = theme.current().chip_colours(self._words.argb)
        size = theme.current().px(11)
        box = QRect(x, (self.height() - size) // 2, size, size)
        painting.draw_box(painter, box, chip.swatch, chip.swatch_border, 3)
        return x + size + _BETWEEN
