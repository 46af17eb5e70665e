"""Lines of plain text in one font: cut where they do not fit, collected, and painted together.

Of painting text, what costs is asking Qt: a line is measured by Qt only where it may be too wide, and fonts and pens
are set once for all the lines that share them.
"""

from __future__ import annotations

import math
import unicodedata

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from addressbook.ui import theme
from addressbook.ui.plain_text import is_tall, one_line

_CACHE_LIMIT = 4_000
_LONGEST = 500  # characters of a text that are measured
_INFINITY = math.inf
_FROM_RIGHT = "\u200f"  # what stands before it belongs to the Hebrew or Arabic before that: "…" is at its end, the left

# joined once: enums of Python are slow
_ONE_LINE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


class Widths(dict[str, float]):
    """How wide each letter of a font is; infinite where letters depend on each other, as in Arabic, so that Qt is
    asked. The sum is what a text takes at most."""

    def __init__(self, metrics: QFontMetricsF) -> None:
        super().__init__()
        self._metrics = metrics

    def __missing__(self, letter: str) -> float:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        simple = letter < "\u0250" or unicodedata.east_asian_width(letter) in "WF"
        width = self._metrics.horizontalAdvance(letter) if simple and letter.isprintable() else _INFINITY
        self[letter] = width
        return width

    def of(self, text: str) -> float:
        """The most that `text` can take."""
        return sum(map(self.__getitem__, text))


class PlainLines:
    """The lines of one font kind."""

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._font = theme.current().font(kind)
        self._metrics = QFontMetricsF(self._font)
        self._widths = Widths(self._metrics)
        self._ascent = self._metrics.ascent()
        self._height = self._ascent + self._metrics.descent()
        self._cut: dict[tuple[str, int], tuple[str, bool]] = {}  # and whether it is tall
        self._placed: dict[str, list[tuple[QPointF, str]]] = {}  # by the role of their colour
        self._boxed: dict[str, list[tuple[QRect, str, bool]]] = {}

    def width(self, text: str) -> float:
        """How wide `text` is."""
        return self._metrics.horizontalAdvance(text)

    def add(self, x: int, y: int, width: int, height: int, text: str, role: str, *, elide: bool = True) -> None:
        """Have a line painted in the middle of a box, cut if it is too long for it; without `elide` clipped."""
        fits = len(text) <= _LONGEST and self._widths.of(text) < width - 1
        tall = False
        if elide and not fits:
            text, tall = self._elided(text, width)
            fits = True
        if fits and text.isascii() and text.isprintable():
            at = QPointF(x, y + (height - self._height) / 2 + self._ascent)
            self._placed.setdefault(role, []).append((at, text))
        else:  # letters from another font may be higher, which only Qt knows: a line with them is not cut at its foot
            more = math.ceil(self._height / 4)
            self._boxed.setdefault(role, []).append((QRect(x, y - more, width, height + 2 * more), text, tall))

    def paint(self, painter: QPainter) -> None:
        """Paint what was added."""
        if not (self._placed or self._boxed):
            return
        painter.setFont(self._font)
        look = theme.current()
        draw = painter.drawText
        for role in {**self._placed, **self._boxed}:
            painter.setPen(look.colour(role))
            for at, text in self._placed.get(role, ()):
                draw(at, text)
            for box, text, tall in self._boxed.get(role, ()):
                if tall:
                    painter.setClipRect(box)
                draw(box, _ONE_LINE, text)
                if tall:
                    painter.setClipping(False)
        self._placed.clear()
        self._boxed.clear()

    def _elided(self, text: str, width: int) -> tuple[str, bool]:
        key = (text, width)
        found = self._cut.get(key)
        if found is None:
            if len(self._cut) > _CACHE_LIMIT:
                self._cut.clear()
            # a very long name is cut first: measuring thousands of characters is what costs
            odd = len(text) > _LONGEST or "\n" in text or "\x9c" in text
            flat = " ".join(one_line(text[:_LONGEST]).split()) if odd else text
            shown = self._metrics.elidedText(flat, Qt.TextElideMode.ElideRight, width)
            if shown != flat and _ends_from_right(shown):
                shown += _FROM_RIGHT
            found = self._cut[key] = shown, is_tall(shown)
        return found


def _ends_from_right(text: str) -> bool:
    directions = map(unicodedata.bidirectional, reversed(text))
    return next((way for way in directions if way in ("L", "R", "AL")), "L") != "L"
