"""Words that were typed, as expressions over the forms of search_forms.py. They find what search_match.explain does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from addressbook.domain.search_words import SearchWord
from addressbook.store.search_forms import ALSO, LEAD, LINE, NUMBER, OTHER

_MOST_LETTERS = 24  # of a word; what is longer is looked at once more, contact by contact
_ENDS_PART = r"\x01-\x04\x1f\nA-Z"
_REST = f"[^{_ENDS_PART}]*+"
_OTHER_WAYS = f"(?:{ALSO}[A-Z]?{_REST})*+"
_ENTER = f"{LEAD}?(?:[A-Z][a-z]*+{ALSO})*?"
_CHINESE = re.compile("[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
_CHINESE_ONLY = re.compile(f"{_CHINESE.pattern}+")
_TWO_LETTERS = ("zh", "ch", "sh")


class Start(Enum):
    """Where in a name a word is looked for."""

    FIRST = "first"  # at its start
    WORD = "word"  # at the start of any word


def literal(text: str) -> bytes:
    """The lines that hold a text as it stands; each match is one line to its end."""
    return re.escape(text.encode()) + b"[^\n]*\n"


def at_start(text: str) -> bytes:
    """The lines that begin with a text; a match takes the line break before it."""
    return b"\n" + re.escape(text.encode()) + b"[^\n]*"


def whole_line(text: str) -> bytes:
    """The lines that are this text, spaces aside; a match takes the line break before it."""
    return b"\n" + b" *".join(re.escape(char.encode()) for char in text) + b"(?=\n)"


def can_be_typed(letters: str) -> bool:
    """Whether parts of texts could be typed like this: they are letters and digits."""
    return bool(letters) and all(char.isalnum() for char in letters)


def is_cut(letters: str) -> bool:
    """Whether `parts` looks at a beginning of the letters only, and so may find too much."""
    return len(letters) > _MOST_LETTERS


def has_chinese(letters: str) -> bool:
    """Whether what was typed can be found only where forms hold characters."""
    return _CHINESE.search(letters) is not None


def is_chinese(letters: str) -> bool:
    """Whether only Chinese was typed."""
    return _CHINESE_ONLY.fullmatch(letters) is not None


def chinese_runs(letters: str) -> list[str]:
    """The Chinese in what was typed."""
    return _CHINESE_ONLY.findall(letters)


def parts(letters: str, start: Start | None = None) -> bytes:
    """The lines whose parts can be typed so: each whole or by its initial, the last by any beginning.

    A match goes to the end of its line, and with Start.FIRST takes the line break before it instead of its own.
    """
    steps = "".join(_steps(letters[:_MOST_LETTERS]))
    if start is None and has_chinese(letters[0]):
        steps = steps.removeprefix(f"{OTHER}?")  # so that the expression begins with what is rare
    if start is Start.FIRST:
        return f"{LINE}{_ENTER}{steps}[^{LINE}]*".encode()
    lead = f"{LEAD}(?:[A-Z][a-z]*+{ALSO})*?" if start is Start.WORD else ""
    return f"{lead}{steps}[^{LINE}]*{LINE}".encode()


def all_parts(letters: str) -> bytes:
    """The lines all of whose parts can be typed so, each whole; a match takes the line break before it."""
    steps = "".join(_steps(letters, whole=True))
    return f"{LINE}{_ENTER}{steps}{_OTHER_WAYS}(?={LINE})".encode()


def _steps(letters: str, *, whole: bool = False) -> Iterator[str]:
    """One piece for each letter: it begins a part, or goes on in the one before."""
    before = two = ""
    for place, letter in enumerate(letters):
        begin = _begin(letter)
        if not place:
            yield begin
        else:
            enter = f"{_OTHER_WAYS}{_ENTER}{begin}"
            initials = [] if whole else list(_initials(before, two))
            leaves = [f"(?<={initial}){_REST}{enter}" for initial in initials]
            inside = "".join(f"(?<!{initial})" for initial in initials)
            ways = [f"{inside}{enter}", *leaves]
            if not (has_chinese(letter) or has_chinese(before)):
                ways.insert(0, re.escape(letter))
            yield f"(?:{'|'.join(ways)})"
        two = before + letter if place else ""
        before = letter


def _begin(letter: str) -> str:
    """How a part begins that begins with this letter."""
    if letter.isdecimal():
        return NUMBER + letter
    if has_chinese(letter):
        return f"{OTHER}?{letter}"
    return letter.upper() if letter.isascii() else OTHER + letter


def _initials(before: str, two: str) -> Iterator[str]:
    """What has just been read when a part counts by its initial, `before` being the letter before."""
    if before.isdecimal() or has_chinese(before):
        return
    yield _begin(before)
    if two in _TWO_LETTERS:
        yield two.capitalize()


def names_of(words: Sequence[SearchWord]) -> str:
    """The words as one, as they are compared with a whole name."""
    return "".join("".join(word.folded.split()) for word in words)


def letters_of(words: Sequence[SearchWord]) -> str:
    """The letters of the words as one; "" where there are none."""
    if not any(word.letters for word in words):
        return ""
    return "".join(word.letters or "".join(word.folded.split()) for word in words)
