"""Text as it comes from outside, made safe to keep, and the folded form in which it is compared and found."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from addressbook.domain.patterns import late
from addressbook.domain.simplified import simplified

_LONE_SURROGATE = late("[\ud800-\udfff]")
_MARKS = late("[\u0300-\u036f]")  # accents of Latin, Greek and Cyrillic; kana and Indic marks are letters
# What is not seen, but comes along when a number or an address is copied out of another program
_UNSEEN = late("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
# Most Chinese text: folding leaves these characters one by one what they are, but for case and traditional ones
_PLAIN = late("[\0-~\u3400-\u9fff]*")
REPLACEMENT = "\ufffd"

# Letters that do not come apart into a letter and an accent, as international lists have them
_LATIN = {
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "e",
    "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƒ": "f", "ĸ": "k", "ɛ": "e", "ɔ": "o",
}  # fmt: skip


def clean(text: str) -> str:
    """Without NUL and with lone surrogates replaced: both are valid JSON, neither can be stored as UTF-8 text."""
    if "\0" in text:
        text = text.replace("\0", "")
    if text.isascii():
        return text
    try:
        text.encode()  # a fifth of the time that looking for surrogates takes
    except UnicodeEncodeError:
        return _LONE_SURROGATE().sub(REPLACEMENT, text)
    return text


def fold(text: str) -> str:
    """The form in which texts are searched and compared.

    No case, accents (ø and đ are o and d, too), full-width or ligature forms, nothing unseen, and simplified in place
    of traditional characters.
    """
    return simplified(fold_seen(text))


def fold_seen(text: str) -> str:
    """As `fold`, but with traditional characters; as long as `fold(text)`."""
    if text.isascii() or _PLAIN().fullmatch(text):
        return text.lower()
    return fold_letters(_UNSEEN().sub("", text))


def fold_letters(text: str) -> str:
    """As `fold`, but every Chinese character stays what it is: how it is read depends on it (乾 is not 干)."""
    if text.isascii():
        return text.lower()
    # Case goes first and again last: folding can bring forth accents (İ), decomposing can bring forth capitals (㎒)
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    bare = _MARKS().sub("", decomposed).casefold()
    for letter, plain in _LATIN.items():  # a third of the time that `translate` takes
        if letter in bare:
            bare = bare.replace(letter, plain)
    return unicodedata.normalize("NFC", bare)


@lru_cache(maxsize=4096)
def fold_places(text: str) -> tuple[int, ...]:
    """Which character of `text` each one of `fold(text)` comes from, and behind the last one the length of `text`.

    Folding changes lengths (ß, ﬁ, e with a separate accent), so a place found in the folded text is not one in `text`.
    """
    if _PLAIN().fullmatch(text):
        return tuple(range(len(text) + 1))
    folded = fold(text)
    places: list[int] = []
    joined: list[str] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and _goes_on(text[end]):
            continue
        part = fold(text[start:end])
        places.extend([start] * len(part))
        joined.append(part)
        start = end
    if "".join(joined) != folded:  # characters joined in a way that was not foreseen: then all of the text is meant
        places = [0] * len(folded)
    return (*places, len(text))


def _goes_on(char: str) -> bool:
    """Whether a character joins with the one before it when text is composed."""
    return unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff" or unicodedata.category(char) == "Mc"
