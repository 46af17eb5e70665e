"""Small things that several widgets and delegates draw: avatars, chips, ticks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from addressbook.ui import theme
from addressbook.ui.colours import ChipColours
from addressbook.ui.marked_text import MarkedText, Spans

CHIP_PADDING = 7
CHIP_GAP = 4

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)  # looked up once: enums of Python are slow


def _is_cjk(character: str) -> bool:
    name = unicodedata.name(character, "")
    return name.startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))


@lru_cache(maxsize=2048)
def initials(name: str) -> str:
    """What stands in an avatar: the last two characters of a Chinese name, else first and last initial."""
    name = name.strip()
    letters = [character for character in name if character.isalnum()]
    if not letters:
        return ""
    # a name is Chinese when it has Chinese characters before any bracket or Latin part
    if _is_cjk(letters[0]):
        run = []
        for character in letters:
            if not _is_cjk(character):
                break
            run.append(character)
        return "".join(run[-2:])
    words = [[character for character in word if character.isalnum()] for word in name.split()]
    words = [word for word in words if word]
    words = [word for word in words if word[0].isalpha()] or words  # "Alan Foster 2" is AF
    first = words[0][0]
    last = words[-1][0] if len(words) > 1 and not _is_cjk(words[-1][0]) else ""
    return (first + last).upper()


@lru_cache(maxsize=64)
def _disc(fill: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawEllipse(QRectF(0, 0, size, size))
    painter.end()
    return pixmap.copy()  # which has not what painting it took: as much again


@lru_cache(maxsize=16)
def _avatar_font(families: tuple[str, ...], size: int, wide: bool) -> QFont:
    font = QFont(theme.current().font("body"))  # with its Chinese companion; `families` are here for the cache
    font.setPixelSize(max(7, round(size * (0.34 if wide else 0.37))))
    font.setWeight(QFont.Weight.Medium if wide else QFont.Weight.DemiBold)
    return font


def draw_avatar(painter: QPainter, x: int, y: int, size: int, userid: str, name: str) -> None:
    """The round avatar of a contact or colleague, `size` logical pixels wide. Changes the painter's font and pen."""
    look = theme.current()
    found = look.avatar_colours(userid)
    painter.drawPixmap(x, y, _disc(found.fill.name(), size, painter.device().devicePixelRatioF()))
    text = initials(name)
    if text:
        painter.setFont(_avatar_font(tuple(look.font("body").families()), size, _is_cjk(text[0])))
        painter.setPen(found.text)
        painter.drawText(x, y, size, size, _CENTRE, text)


def chip_height() -> int:
    """Height of a label chip; grows with the font."""
    return max(20, theme.current().height("caption") + 5)


def chip_width(text: str) -> int:
    """Width of a label chip with `text`; an empty one stands for a label that is on its way."""
    text = text or "Loading"  # about as wide as a label
    return QFontMetrics(theme.current().font("caption")).horizontalAdvance(text) + 2 * CHIP_PADDING + 2


def draw_chip(painter: QPainter, rect: QRect, text: str, chip: ChipColours, spans: Spans = ()) -> None:
    """A chip in a label's colours; `text` is already elided. Drawn once, then copied: there are many alike."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(rect.topLeft(), chip_picture(text, chip, rect.width(), rect.height(), ratio, spans))


def chip_picture(text: str, chip: ChipColours, width: int, height: int, ratio: float, spans: Spans = ()) -> QPixmap:
    """The same as a picture for a screen of this pixel ratio."""
    match = theme.current().colour("match").name() if spans else ""
    colours = (chip.fill.name(), chip.border.name(), chip.text.name(), match)
    points = theme.current().font("caption").pointSizeF()
    return _chip(text, spans, colours, width, height, ratio, points)


@lru_cache(maxsize=1024)
def _chip(
    text: str, spans: Spans, colours: tuple[str, ...], width: int, height: int, ratio: float, points: float
) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    rect = QRect(0, 0, width, height)
    draw_box(painter, rect, QColor(colours[0]), QColor(colours[1]), 4)
    if spans:  # their letters are wider, for which there is room at the sides
        room = rect.adjusted(3, 0, -3, 0)
        MarkedText().draw(painter, room, text, spans, "caption", QColor(colours[2]), centred=True)
        painter.end()
        return pixmap.copy()
    font = QFont(theme.current().font("caption"))
    font.setPointSizeF(points)
    painter.setFont(font)
    painter.setPen(QColor(colours[2]))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return pixmap.copy()


def draw_box(painter: QPainter, rect: QRect, fill: QColor, border: QColor, radius: float) -> None:
    """A filled box with a one-pixel border and round corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
    painter.restore()


def draw_check_box(painter: QPainter, rect: QRect, mark: str) -> None:
    """A box with a tick ("tick"), a cross ("cross") or nothing ("")."""
    look = theme.current()
    on = mark == "tick"
    fill = look.colour("accent") if on else look.colour("base")
    draw_box(painter, rect, fill, fill if on else look.colour("field"), 3)
    if not mark:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(look.colour("on_accent" if on else "error"), max(1.8, rect.width() * 0.12))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    box = QRectF(rect)
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    if on:
        painter.drawPolyline(
            [
                QPointF(x + w * 0.24, y + h * 0.53),
                QPointF(x + w * 0.43, y + h * 0.72),
                QPointF(x + w * 0.77, y + h * 0.31),
            ]
        )
    else:
        painter.drawLine(QPointF(x + w * 0.3, y + h * 0.3), QPointF(x + w * 0.7, y + h * 0.7))
        painter.drawLine(QPointF(x + w * 0.7, y + h * 0.3), QPointF(x + w * 0.3, y + h * 0.7))
    painter.restore()


def draw_ring(painter: QPainter, rect: QRect, radius: float = 4) -> None:
    """The focus ring inside the edge of a row or a control."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.current().colour("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
