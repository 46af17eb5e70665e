"""Sort keys: bytes whose plain order is the order a reader expects.

Chinese stands by its reading among the Latin letters (张 between Zack and Zoe), syllable by syllable, then tone, then
character, so that all 张 stand together; case and accents do not count; numbers stand by value, before letters;
spaces and punctuation only part words. The first byte is the class: values, then empty ones, then unreadable ones.
Whoever changes what a key looks like raises KEYS_VERSION: the copy then computes its keys anew.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from addressbook.domain.phone import sort_digits
from addressbook.domain.pinyin import is_chinese, syllables
from addressbook.domain.text import clean, fold

KEYS_VERSION = 1

VALUE = b"\x01"
EMPTY = b"\x02"
UNREADABLE = b"\x03"

# Longer keys make the copy larger and order nothing that anybody would see.
_LONGEST = 64

_GAP = b"\x01"
_TONE_BASE = 0x02  # tones 1-5 are the bytes 2 to 6: lower than any letter, so that "xi" + "an" stands before "xian"
_SYMBOL = b"\x10"
_NUMBER = b"\x20"
_OTHER_CHINESE = b"\xf8"


@lru_cache(maxsize=8192)  # companies and titles repeat
def text_key(text: str, *, person: bool = False) -> bytes:
    """The key of a text; `person` reads its first Chinese characters as a surname."""
    body = _body(fold(clean(text)).strip(), person=person)
    return VALUE + body[:_LONGEST] if body else EMPTY


def phone_key(state_code: str, mobile: str | None) -> bytes:
    """The key of a phone number: its digits with country code; numbers without any digit count as empty."""
    found = sort_digits(state_code, mobile) if mobile else ""
    return VALUE + found.encode()[:_LONGEST] if found else EMPTY


def _body(text: str, *, person: bool) -> bytes:
    if text.isascii():
        read = [""] * len(text)
    else:
        read = syllables(text, person=person)
    parts: list[bytes] = []
    symbols: list[bytes] = []
    gap = False
    index = 0
    while index < len(text):
        char = text[index]
        if char.isdecimal():
            end = index + 1
            while end < len(text) and text[end].isdecimal():
                end += 1
            part = _number(text[index:end])
            index = end
        else:
            index += 1
            if read[index - 1]:
                part = _chinese(char, read[index - 1])
            elif char.isalnum():
                part = _OTHER_CHINESE + char.encode() if is_chinese(char) else char.encode()
            elif unicodedata.category(char)[0] in "SM":
                part = _SYMBOL + char.encode()
            else:
                if char not in "'’-":  # these stand inside words: O'Neil with ONeil
                    symbols.append(_SYMBOL + char.encode())
                    gap = True
                continue
        if gap and parts:
            parts.append(_GAP)
        gap = False
        parts.append(part)
    return b"".join(parts or symbols)


def _number(number: str) -> bytes:
    value = str(int(number[:200]))  # int() is what makes Arabic-Indic or full-width digits ordinary ones
    return _NUMBER + bytes((len(value),)) + value.encode()


def _chinese(char: str, syllable: str) -> bytes:
    point = ord(char)
    tail = point.to_bytes(2, "big") if point <= 0xFFFF else b"\xff" + point.to_bytes(3, "big")
    return syllable[:-1].encode() + bytes((_TONE_BASE + int(syllable[-1]) - 1,)) + tail
