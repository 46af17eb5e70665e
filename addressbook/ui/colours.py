"""Colour arithmetic: contrast, and the colours of label chips and avatars. No widgets, no state."""

from __future__ import annotations

import colorsys
import zlib
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor

# Colour roles, light and dark. Text on its ground has at least 4.5:1, borders of controls at least 3:1.
LIGHT: dict[str, str] = {
    "window": "#F5F5F3", "side": "#EFEFEC", "base": "#FFFFFF", "alt": "#FAFAF8", "text": "#1C1E21",
    "muted": "#5A5F68", "line": "#E0E0DC", "field": "#7F848D", "accent": "#2459B3", "on_accent": "#FFFFFF",
    "accent_hover": "#1E4E9F", "link": "#2459B3", "focus": "#2459B3", "selection": "#DFE9F8",
    "selection_off": "#E8E8E5", "hover": "#F0F2F5", "token": "#E8E8E5", "disabled": "#94989F",
    "match": "#FFE99A", "match_text": "#1C1E21", "tip": "#2B2D31", "tip_text": "#FFFFFF",
    "error": "#B3261E", "error_bg": "#FCEDEB", "error_line": "#E0A39E",
    "warn": "#764800", "warn_bg": "#FFF4DC", "warn_line": "#DDBC74",
    "ok": "#1B6A3D", "ok_bg": "#E6F4EA", "ok_line": "#9CCBAC",
    "info": "#2459B3", "info_bg": "#EAF1FB", "info_line": "#A9C3EA",
}  # fmt: skip
DARK: dict[str, str] = {
    "window": "#202124", "side": "#1A1B1E", "base": "#26272B", "alt": "#2B2C30", "text": "#ECEDEE",
    "muted": "#A9ADB5", "line": "#3A3C41", "field": "#7D828C", "accent": "#3F71CA", "on_accent": "#FFFFFF",
    "accent_hover": "#386AC2", "link": "#8FB6FF", "focus": "#8FB6FF", "selection": "#2B3D5C",
    "selection_off": "#34363B", "hover": "#2E3035", "token": "#34363B", "disabled": "#6E727A",
    "match": "#66531A", "match_text": "#FFF3CC", "tip": "#3A3C41", "tip_text": "#ECEDEE",
    "error": "#FFB4AB", "error_bg": "#45211E", "error_line": "#7E3F3A",
    "warn": "#FFD28A", "warn_bg": "#3D3017", "warn_line": "#735A28",
    "ok": "#8FD9AA", "ok_bg": "#1D3A29", "ok_line": "#38664A",
    "info": "#8FB6FF", "info_bg": "#243350", "info_line": "#41598A",
}  # fmt: skip

_UNKNOWN_LABEL_COLOUR = 0x8A8F98
_AVATAR_HUES = (212, 262, 322, 6, 32, 84, 158, 190)


@dataclass(frozen=True, slots=True)
class ChipColours:
    """The colours of one label chip, and of its group's swatch."""

    fill: QColor
    border: QColor
    text: QColor
    swatch: QColor
    swatch_border: QColor


@dataclass(frozen=True, slots=True)
class AvatarColours:
    """The colours of one round avatar."""

    fill: QColor
    text: QColor


def _luminance(colour: QColor) -> float:
    parts = []
    for value in (colour.redF(), colour.greenF(), colour.blueF()):
        parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of WCAG 2, from 1 to 21."""
    first, second = _luminance(one), _luminance(other)
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """`share` of `colour` (0…1) laid over `ground`."""
    return QColor(
        round(ground.red() * (1 - share) + colour.red() * share),
        round(ground.green() * (1 - share) + colour.green() * share),
        round(ground.blue() * (1 - share) + colour.blue() * share),
    )


def stepped(colour: QColor, ground: QColor, target: float, *, dark: bool) -> QColor:
    """`colour` made darker (lighter in the dark) in small steps until it has `target` contrast with `ground`."""
    hue, light, saturation = colorsys.rgb_to_hls(colour.redF(), colour.greenF(), colour.blueF())
    saturation = min(saturation, 0.85 if dark else 0.72)
    while True:
        result = _from_hls(hue, light, saturation)
        at_the_end = light >= 1.0 if dark else light <= 0.0
        if contrast(result, ground) >= target or at_the_end:
            return result
        light += 0.01 if dark else -0.01


def _from_hls(hue: float, light: float, saturation: float) -> QColor:
    red, green, blue = colorsys.hls_to_rgb(hue, max(0.0, min(1.0, light)), saturation)
    return QColor(round(red * 255), round(green * 255), round(blue * 255))


def label_colour(argb: int | None) -> QColor:
    """A label group's colour from the server's signed ARGB number; alpha is ignored, unknown is grey."""
    return QColor((_UNKNOWN_LABEL_COLOUR if argb is None else argb & 0xFFFFFF) | 0xFF000000)


def chip_colours(argb: int | None, base: QColor, pane: QColor, *, dark: bool) -> ChipColours:
    """Chip colours on `base`; the swatch is drawn on `pane`."""
    colour = label_colour(argb)
    fill = mix(base, colour, 0.24 if dark else 0.16)
    return ChipColours(
        fill=fill,
        border=mix(base, colour, 0.55),
        text=stepped(colour, fill, 5.0, dark=dark),
        swatch=colour,
        swatch_border=stepped(colour, pane, 3.0, dark=dark),
    )


def avatar_colours(userid: str, *, dark: bool) -> AvatarColours:
    """The same colours for the same contact on every computer (so not Python's salted hash)."""
    return _avatar_colours(_AVATAR_HUES[zlib.crc32(userid.encode()) % len(_AVATAR_HUES)] / 360, dark)


@lru_cache
def _avatar_colours(hue: float, dark: bool) -> AvatarColours:
    fill = _from_hls(hue, 0.30, 0.28) if dark else _from_hls(hue, 0.88, 0.42)
    text = _from_hls(hue, 0.84, 0.55) if dark else _from_hls(hue, 0.30, 0.45)
    return AvatarColours(fill, stepped(text, fill, 5.5, dark=dark))


def hue_word(argb: int | None) -> str:
    """The key of the colour's plain name: "red" … "grey"; ui/theme.py has the words."""
    colour = label_colour(argb)
    if colour.hslSaturationF() < 0.12:
        return "grey"
    hue = colour.hslHueF() * 360
    for limit, word in (
        (15, "red"), (45, "orange"), (70, "yellow"), (170, "green"), (195, "teal"), (255, "blue"),
        (290, "purple"), (345, "pink"),
    ):  # fmt: skip
        if hue < limit:
            return word
    return "red"
