"""Words that were typed, as expressions over the forms of search_forms.py. They find what search_match.explain does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from addressbook.domain.search_words import SearchWord
from addressbook.domain.spelling import is_syllable
from addressbook.store.search_forms import ALSO, LEAD, LINE, NUMBER, OTHER, SAME, SEVERAL

_NESTED = 3  # letters for which all ways are written out; most texts are done with after these
_ENDS_PART = r"\x01-\x06\x1f\nA-Z"
_REST = f"[^{_ENDS_PART}]*+"
_WAY = f"[A-Z]{_REST}[{ALSO}{SAME}]"
_OTHER_WAYS = f"(?:[{ALSO}{SAME}][A-Z]?{_REST})++"
_CHINESE = re.compile("[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
_CHINESE_ONLY = re.compile(f"{_CHINESE.pattern}+")
_FIXED = re.compile(rf"{_CHINESE.pattern}+|\d+")
_TWO_LETTERS = ("zh", "ch", "sh")


def literal(text: str) -> bytes:
    """The lines that hold a text as it stands; each match is one line to its end."""
    return re.escape(text.encode()) + b"[^\n]*\n"


def whole_line(text: str) -> bytes:
    """The lines that are this text, spaces aside; a match takes the line break before it."""
    return b"\n" + b" *".join(re.escape(char.encode()) for char in text) + b"(?=\n)"


def can_be_typed(letters: str) -> bool:
    """Whether parts of texts could be typed like this: they are letters and digits."""
    return bool(letters) and all(char.isalnum() for char in letters)


def has_chinese(letters: str) -> bool:
    """Whether what was typed can be found only where forms hold characters."""
    return _CHINESE.search(letters) is not None


def is_chinese(letters: str) -> bool:
    """Whether only Chinese was typed."""
    return _CHINESE_ONLY.fullmatch(letters) is not None


def is_character(text: str) -> bool:
    """Whether a single Chinese character was typed: it can be read in no other way."""
    return len(text) == 1 and is_chinese(text)


def some_chinese(letters: str) -> str:
    """A character that was typed; "" for none."""
    found = _CHINESE.search(letters)
    return found[0] if found else ""


def fixed_runs(letters: str) -> list[str]:
    """The Chinese and the numbers in what was typed: they stand in texts as they are."""
    return _FIXED.findall(letters)


def parts(letters: str, ways: Callable[[str], Iterable[str]]) -> bytes:
    """The lines, but for names, whose parts can be typed so: each whole or by its initial, the last by any beginning.

    `ways`: what may stand there for a Chinese character.
    """
    steps = _Steps(letters, ways=ways).pattern(bare=True)
    return f"{steps}[^{LINE}]*{LINE}".encode()


def beginning_parts(letters: str, ways: Callable[[str], Iterable[str]]) -> bytes:
    """As `parts`, for lines that begin so; a match takes the line break before it, not its own."""
    return f"{LINE}{_Steps(letters, ways=ways).pattern(bare=False)}[^{LINE}]*".encode()


def name_parts(letters: str, *, leading: bool = False) -> bytes:
    """The names whose parts can be typed so; `leading`: from the start of a word on, whose first part counts by its
    right reading only, which stands first, and not by its initial where a whole syllable was typed."""
    steps = _Steps(letters, rightly=leading).pattern(bare=not leading)
    return f"{LEAD if leading else ''}{steps}[^{LINE}]*{LINE}".encode()


def first_parts(words: Iterable[SearchWord]) -> bytes:
    """The names that any of these words begins; a match takes the line break before it, not its own."""
    steps = "|".join(_Steps(word.letters or word.folded, rightly=True).pattern(bare=False) for word in words)
    return f"{LINE}{LEAD}(?:{steps})[^{LINE}]*".encode()


def all_parts(letters: str) -> bytes:
    """The names all of whose parts can be typed so, each whole; a match takes the line break before it."""
    steps = _Steps(letters, whole=True).pattern(bare=False)
    return f"{LINE}{LEAD}{steps}(?:{_OTHER_WAYS})?+(?={LINE})".encode()


class _Steps:
    """An expression letter by letter: each begins a part, or goes on in the one before."""

    def __init__(
        self,
        letters: str,
        *,
        whole: bool = False,
        rightly: bool = False,
        ways: Callable[[str], Iterable[str]] | None = None,
    ) -> None:
        self._letters = letters
        self._whole = whole
        self._rightly = rightly
        self._by_initial = not (rightly and is_syllable(letters))  # whether the first part may count so
        self._ways = ways

    def pattern(self, *, bare: bool) -> str:
        """`bare`: what is looked for begins with the first letter itself, in whichever way its part is typed."""
        letters = self._letters
        if not bare or (self._ways is not None and _is_chinese(letters[0])):
            first = f"(?:{self._begins(letters[0], rightly=self._rightly)})"
        else:
            first = letters[0] if _is_chinese(letters[0]) else _bare(letters[0])
        if self._whole:
            return first + "".join(map(self._step, range(1, len(letters))))
        return first + self._nested(1, after=0) + "".join(map(self._step, range(_NESTED, len(letters))))

    def _nested(self, place: int, after: int) -> str:
        """All ways to go on at `place`, the part under way having begun at `after`."""
        if place >= min(_NESTED, len(self._letters)):
            return ""
        begins = self._leave(after, place) + self._next(place) + self._nested(place + 1, place)
        if not self._may_go_on(place):
            return begins
        return f"(?:{self._same(place)}{self._nested(place + 1, after)}|{begins})"

    def _step(self, place: int) -> str:
        """A letter behind the first few, whatever they were found to be. Short, since making it ready takes longer."""
        initials = [] if self._whole else list(self._initials(place))
        inside = "".join(f"(?<![^{SAME}]{initial})" for initial in initials)
        left = "|".join((*(f"(?<=[^{SAME}]{initial}){_REST}" for initial in initials), inside))
        lead = "" if self._ways is not None else f"{LEAD}?+"
        begins = f"(?:{left})(?:{_OTHER_WAYS})?+{lead}(?:{self._begins(self._letters[place])})"
        return f"(?:{re.escape(self._letters[place])}|{begins})" if self._may_go_on(place) else begins

    def _same(self, place: int) -> str:
        """The letter itself. What is rightly read 吕 lv is typed with u, too, but that does not stand first."""
        if place == 1 and self._rightly and self._letters[:2] in ("lu", "nu"):
            return f"(?:u|(?<={SEVERAL}{self._letters[0].upper()})v)"
        return re.escape(self._letters[place])

    def _may_go_on(self, place: int) -> bool:
        """Whether a part may hold this letter and the one before."""
        return not (_is_chinese(self._letters[place]) or _is_chinese(self._letters[place - 1]))

    def _leave(self, after: int, place: int) -> str:
        """What is left of a part of which all letters from `after` to before `place` were typed."""
        typed = self._letters[after:place]
        initial = (len(typed) == 1 or typed in _TWO_LETTERS) and (after > 0 or self._by_initial)
        if not initial or not _has_initials(typed[0]):
            return ""
        return f"(?<!{SAME}{_bare(typed[0])}{typed[1:]}){_REST}" if after else _REST

    def _initials(self, place: int) -> Iterator[str]:
        """What stands before `place` when a part counts by its initial."""
        letters = self._letters
        if _has_initials(letters[place - 1]):
            yield _bare(letters[place - 1])
            if letters[place - 2 : place] in _TWO_LETTERS:
                yield letters[place - 2 : place].capitalize()

    def _next(self, place: int) -> str:
        """The end of a part, and how the next one begins."""
        begins = self._begins(self._letters[place])
        if self._ways is not None:
            return f"(?:{begins}|{_OTHER_WAYS}(?:{begins}))"
        return f"(?:{LEAD}?+(?:{begins})|{_OTHER_WAYS}{LEAD}?+(?:{begins}))"

    def _begins(self, letter: str, *, rightly: bool = False) -> str:
        """The ways in which a part begins that begins with this letter."""
        if _is_chinese(letter):
            if self._ways is not None:
                return "|".join(map(re.escape, sorted(self._ways(letter))))
            return f"{SEVERAL}?+(?:{_WAY})++{letter}|{OTHER}{letter}"
        if letter.isascii() and letter.isalpha():
            return f"{letter.upper()}|{SEVERAL}{'' if rightly else f'(?:{_WAY})*?'}{letter.upper()}"
        return _bare(letter)


def _is_chinese(letter: str) -> bool:
    return _CHINESE.match(letter) is not None


def _has_initials(letter: str) -> bool:
    return not (letter.isdecimal() or _is_chinese(letter))


def _bare(letter: str) -> str:
    """The first letter of a part as it stands there, marks of its own included."""
    if letter.isdecimal():
        return NUMBER + letter
    return letter.upper() if letter.isascii() else OTHER + letter


def is_plain(word: SearchWord) -> bool:
    """Whether expressions tell how the word fits a name."""
    if word.pieces:
        return False
    letters = word.letters
    if letters:
        return can_be_typed(letters)
    return word.folded.isdecimal()


def names_of(words: Sequence[SearchWord]) -> str:
    """The words as one, as they are compared with a whole name."""
    return "".join("".join(word.folded.split()) for word in words)


def letters_of(words: Sequence[SearchWord]) -> str:
    """The letters of the words as one; "" where there are none."""
    if not any(word.letters for word in words):
        return ""
    return "".join(word.letters or "".join(word.folded.split()) for word in words)
