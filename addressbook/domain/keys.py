"""Sort keys: bytes whose plain order is the order a reader expects.

Chinese stands by its reading among the Latin letters (张 between Zack and Zoe), syllable by syllable, then tone, then
character, so that all 张 stand together, 張 among them; case and accents do not count; numbers stand by value. What
begins with a number or a sign stands behind the letters, where address books keep their "#". Spaces, punctuation and a
change of script part words ("A陈" stands with "A", before "Aaron"), but no Chinese ones: 张 三 is 张三. Other scripts
follow the Latin one, each in its own order as far as its letters tell (domain/letters.py).
The first byte is the class: values, then empty ones, then unreadable ones.
Whoever changes what a key looks like raises KEYS_VERSION: the copy then computes its keys anew.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from addressbook.domain.letters import for_order
from addressbook.domain.patterns import late
from addressbook.domain.phone import digits
from addressbook.domain.pinyin import is_chinese, special_readings
from addressbook.domain.readings import common_readings
from addressbook.domain.simplified import simplified
from addressbook.domain.text import clean

KEYS_VERSION = 3

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

_TOKEN = late("[\u4e00-\u9fff]+|[a-z]+|\\d+|.", re.DOTALL)
# Texts of nothing but these, and what of them counts: all else in them parts words
_USUAL = late("[\0-~\u4e00-\u9fff]*")
_USUAL_TOKEN = late("[\u4e00-\u9fff]+|[a-z]+|[0-9]+|[$+<=>^`|~]+")

Part = tuple[int, bytes]  # kind, bytes
_NOTHING, _PARTING, _LETTERS, _DIGITS, _CHINESE, _SIGN = range(6)
_parts: dict[str, Part] = {}  # by character, as a book repeats the same few thousand


def text_key(text: str, *, person: bool = False) -> bytes:
    """The key of a text; `person` reads its first Chinese characters as a surname."""
    return _key(text, person)


@lru_cache(maxsize=8192)
def repeating_key(text: str, person: bool) -> bytes:
    """As `text_key`, for what is the same in many contacts. What hardly ever repeats is not to be looked for here: it
    would drive out what does."""
    return _key(text, person)


def _key(text: str, person: bool) -> bytes:
    letters = for_order(clean(text)).strip()
    if not letters:
        return EMPTY
    body = _body(letters, person=person)
    return VALUE + ((_BEHIND_LETTERS if body[0] < _FIRST_LETTER else b"") + body)[:_LONGEST]


def phone_key(state_code: str, mobile: str | None) -> bytes:
    """The key of a phone number: its digits with country code; numbers without any digit count as empty."""
    return digits_key(digits(state_code, mobile) if mobile else "")


def digits_key(found: str) -> bytes:
    """The key of a phone number whose `digits` (domain/phone.py) are known."""
    return VALUE + found.partition(" ")[0].encode()[:_LONGEST] if found else EMPTY


def _body(text: str, *, person: bool) -> bytes:
    special = {} if text.isascii() else special_readings(simplified(text), person=person)
    if not special and _USUAL().fullmatch(text):
        return _usual_body(text)
    return _any_body(text, special)


def _usual_body(text: str) -> bytes:
    """As `_any_body`, in a third of the time, for texts of `_USUAL` characters that are read by themselves."""
    body = b""
    chinese = False
    for token in _USUAL_TOKEN().findall(text):
        first = token[0]
        if body and not (chinese and first > "~"):
            body += _GAP
        chinese = first > "~"
        if chinese:
            body += b"".join(map(_of_run.__getitem__, token))
        elif first.isalpha():
            body += token.encode()
        else:
            body += _number(token) if first.isdecimal() else b"".join(_SYMBOL + sign.encode() for sign in token)
        if len(body) >= _LONGEST:
            break
    return body or _SYMBOL + text.encode()


def _any_body(text: str, special: dict[int, str]) -> bytes:
    parts: list[bytes] = []
    before = _NOTHING
    parted = False
    for found in _TOKEN().finditer(text):
        token = found[0]
        if "\u4e00" <= token[0] <= "\u9fff":
            kind, part = _CHINESE, _run(token, found.start(), special)
        elif token.isascii() and token.isalpha():
            kind, part = _LETTERS, token.encode()
        elif token.isdecimal():
            kind, part = _DIGITS, _number(token)
        elif found.start() in special:
            kind, part = _CHINESE, _chinese(token, special[found.start()])
        else:
            known = _parts.get(token)
            kind, part = known if known is not None else _parts.setdefault(token, _part(token))
        if kind == _NOTHING:
            continue
        if kind == _PARTING:
            parted = True
            continue
        if before != _NOTHING and (parted or kind != before) and not kind == before == _CHINESE:
            parts.append(_GAP)
        before, parted = kind, False
        parts.append(part)
    return b"".join(parts) or _SYMBOL + text.encode()  # nothing but punctuation is a name, too


class _Run(dict[str, bytes]):
    """What each of the usual Chinese characters makes of a key."""

    def __missing__(self, char: str) -> bytes:
        part = self[char] = _part(char)[1]
        return part


_of_run = _Run()


def _run(chars: str, start: int, special: dict[int, str]) -> bytes:
    """What usual Chinese characters, which stand from `start` on, make of a key."""
    if not special:
        return b"".join(map(_of_run.__getitem__, chars))
    places = enumerate(chars, start)
    return b"".join(_chinese(char, special[at]) if at in special else _of_run[char] for at, char in places)


def _part(char: str) -> Part:
    """What one character by itself makes of a key."""
    found = common_readings(char)
    if found:
        return _CHINESE, _chinese(char, found[0])
    if is_chinese(char):
        return _CHINESE, _OTHER_CHINESE + char.encode()
    category = unicodedata.category(char)
    if category in ("Cf", "Me") or "\ufe00" <= char <= "\ufe0f":  # what is not seen, or only frames what is
        return _NOTHING, b""
    if char.isalnum() or category[0] == "M":  # accents are gone; in other scripts marks are vowels
        return _LETTERS, char.encode()
    return (_SIGN, _SYMBOL + char.encode()) if category[0] == "S" else (_PARTING, b"")


def _number(number: str) -> bytes:
    value = str(int(number[:200]))  # int() is what makes Arabic-Indic or full-width digits ordinary ones
    return _NUMBER + bytes((len(value),)) + value.encode()


def _chinese(char: str, syllable: str) -> bytes:
    point = ord(simplified(char))
    tail = point.to_bytes(2, "big") if point <= 0xFFFF else b"\xff" + point.to_bytes(3, "big")
    return syllable[:-1].encode() + bytes((_TONE_BASE + int(syllable[-1]) - 1,)) + tail
