"""Text as it comes from outside, made safe to keep, and the folded form in which it is compared and found."""

from __future__ import annotations

import re
import unicodedata

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_MARKS = re.compile("[\u0300-\u036f]")  # accents of Latin, Greek and Cyrillic; kana and Indic marks are letters
REPLACEMENT = "\ufffd"


def clean(text: str) -> str:
    """Without NUL and with lone surrogates replaced: both are valid JSON, neither can be stored as UTF-8 text."""
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    return _LONE_SURROGATE.sub(REPLACEMENT, text)


def fold(text: str) -> str:
    """The form in which texts are compared: no case, accents, full-width or ligature forms."""
    if text.isascii():
        return text.lower()
    # Case goes first and again last: folding can bring forth accents (İ), decomposing can bring forth capitals (㎒)
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", _MARKS.sub("", decomposed).casefold())
