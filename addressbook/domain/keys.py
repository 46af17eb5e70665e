"""Sort keys: bytes whose plain order is the order a reader expects.

Chinese stands by its reading among the Latin letters (张 between Zack and Zoe), syllable by syllable, then tone, then
character, so that all 张 stand together; case and accents do not count; numbers stand by value. What begins
with a number or a sign stands behind the letters, where address books keep their "#". Spaces and punctuation only part
words. The first byte is the class: values, then empty ones, then unreadable ones.
Whoever changes what a key looks like raises KEYS_VERSION: the copy then computes its keys anew.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from addressbook.domain.phone import sort_digits
from addressbook.domain.pinyin import is_chinese, readings, special_readings
from addressbook.domain.text import clean, fold_letters

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
_FIRST_LETTER = ord("a")
_OTHER_CHINESE = b"\xf8"
_BEHIND_LETTERS = b"\xff"
_INSIDE_WORDS = frozenset("'’-")  # O'Neil stands with ONeil

_TOKEN = re.compile(r"\d+|[a-z]+|.", re.DOTALL)
_parts: dict[str, bytes] = {}  # by character, as a book repeats the same few thousand


@lru_cache(maxsize=8192)  # companies and titles repeat
def text_key(text: str, *, person: bool = False) -> bytes:
    """The key of a text; `person` reads its first Chinese characters as a surname."""
    folded = fold_letters(clean(text)).strip()
    if not folded:
        return EMPTY
    body = _body(folded, person=person)
    return VALUE + (_BEHIND_LETTERS if body[0] < _FIRST_LETTER else b"") + body[:_LONGEST]


def phone_key(state_code: str, mobile: str | None) -> bytes:
    """The key of a phone number: its digits with country code; numbers without any digit count as empty."""
    found = sort_digits(state_code, mobile) if mobile else ""
    return VALUE + found.encode()[:_LONGEST] if found else EMPTY


def _body(text: str, *, person: bool) -> bytes:
    special = {} if text.isascii() else special_readings(text, person=person)
    parts: list[bytes] = []
    gap = False
    for found in _TOKEN.finditer(text):
        token = found[0]
        place = found.start()
        if token.isascii() and token.isalpha():
            part = token.encode()
        elif token.isdecimal():
            part = _number(token)
        elif place in special:
            part = _chinese(token, special[place])
        else:
            known = _parts.get(token)
            part = known if known is not None else _parts.setdefault(token, _part(token))
        if not part:
            continue
        if part == _GAP:
            gap = True
            continue
        if gap and parts:
            parts.append(_GAP)
        gap = False
        parts.append(part)
    return b"".join(parts) or _SYMBOL + text.encode()  # nothing but punctuation is a name, too


def _part(char: str) -> bytes:
    """The part of a key that one character by itself makes: "" when it does not count."""
    if char in _INSIDE_WORDS:
        return b""
    found = readings(char)
    if found:
        return _chinese(char, found[0])
    if char.isalnum():
        return _OTHER_CHINESE + char.encode() if is_chinese(char) else char.encode()
    return _SYMBOL + char.encode() if unicodedata.category(char)[0] in "SM" else _GAP


def _number(number: str) -> bytes:
    value = str(int(number[:200]))  # int() is what makes Arabic-Indic or full-width digits ordinary ones
    return _NUMBER + bytes((len(value),)) + value.encode()


def _chinese(char: str, syllable: str) -> bytes:
    point = ord(char)
    tail = point.to_bytes(2, "big") if point <= 0xFFFF else b"\xff" + point.to_bytes(3, "big")
    return syllable[:-1].encode() + bytes((_TONE_BASE + int(syllable[-1]) - 1,)) + tail
