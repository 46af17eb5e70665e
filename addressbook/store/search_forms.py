"""The texts of many contacts in the forms in which they are searched: a line for each contact, made for all at once.

Beside the folded text there is a form of its parts (domain/spelling.py), which a regular expression of our own can
walk through (search_patterns.py). Each part begins with a mark that stands nowhere else: a letter with its capital, a
letter that is not ASCII behind OTHER, a number behind NUMBER. Where a part is read in several ways, SEVERAL stands
before the first and ALSO before each of the others: 重庆 3M is "⟨several⟩Zhong⟨also⟩ChongQing⟨number⟩3M"; SAME in place
of ALSO where the initial is that of one before, which then need not be tried twice. In names LEAD stands before parts
that begin a word, the first reading of these is the right one, and characters follow their readings:
"⟨lead⟩Zhang⟨also⟩张San⟨also⟩三".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from addressbook.domain.pinyin import DOUBLE_SURNAMES, SURNAMES, WORDS, as_typed, is_chinese
from addressbook.domain.readings import common_readings
from addressbook.domain.simplified import simplified
from addressbook.domain.spelling import LONGEST, Part, spelled
from addressbook.domain.text import fold_seen

OTHER, ALSO, NUMBER, LEAD, SEVERAL, SAME = "\x01", "\x02", "\x03", "\x04", "\x05", "\x06"
FIELD, LINE = "\x1f", "\n"

_CHINESE = "\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_OWN = (OTHER, ALSO, NUMBER, LEAD, SEVERAL, SAME)
_MARKS = re.compile(f"[{''.join(_OWN)}]")
_SPACE = re.compile(r"[^\S\n\x1f ]")
_ENDS = re.compile("^ +| +$", re.MULTILINE)
_PART = re.compile(rf"\d+|[^\W\d_{_CHINESE}]+")
_IN_PARTS = f"(?:[^\\W_]|[{_CHINESE}])"
_LEADS = re.compile(
    rf"(?<!{_IN_PARTS})(?={_IN_PARTS})"
    rf"|(?<=[{_CHINESE}])(?=[^\W_])(?![{_CHINESE}])"
    rf"|(?<=[^\W_])(?<![{_CHINESE}])(?=[{_CHINESE}])"
)
_PARTING = re.compile(rf"(?<=[{_CHINESE}])(?:_|[^\w\n\x1f])+(?=[{_CHINESE}])")
# Chinese characters with signs between them: typed without
_PARTED = re.compile(rf"[{_CHINESE}]+(?:(?:(?!{_IN_PARTS})[^\n\x1f])+[{_CHINESE}]+)+")
_NOT_CHINESE = re.compile(f"[^{_CHINESE}]+")

# What needs a look character by character: characters that fold into Chinese ones, and those of the higher planes
_RARE = re.compile("[\u2e80-\u2fdf\u3200-\u33ff\uf900-\ufaff\U00010000-\U0010ffff]")
_LONG = re.compile(rf"[^\n]{{{LONGEST + 1}}}")
_SLICE = 4096  # characters that are looked up in one go: below a millisecond, in which no other thread can run
_WORD = re.compile("|".join(map(re.escape, WORDS)))


def _is_usual(text: str, right: Iterable[str]) -> bool:
    """Whether the characters are read, in this place, in a way that is common for them by themselves."""
    return all(
        one[:-1] in {common[:-1] for common in common_readings(char)} for char, one in zip(text, right, strict=True)
    )


class Forms(NamedTuple):
    """Some texts, a line for each; each line ended by a line break, with one more before the first."""

    plain: bytes  # folded
    parts: bytes = b""
    # the texts with traditional characters, which tell how they are read; b"" where there are none at all
    seen: bytes = b""
    odd: tuple[int, ...] = ()  # lines whose parts expressions do not tell: they have to be looked at one by one


class FormMaker:
    """Knows the characters that it has met."""

    def __init__(self) -> None:
        self._met: set[str] = set()
        self._table: dict[int, str] = {ord(mark): mark for mark in _OWN}
        self._with_characters = dict(self._table)
        self._traditional: dict[str, str] = {}  # the characters met that are simplified to one
        self._rare: set[str] = set()  # characters that need a closer look, or may
        self._rare_words = [
            *(word for word, right in WORDS.items() if not _is_usual(word, right)),
            *(name for name, right in SURNAMES.items() if not _is_usual(name, (right,))),
            *(name for name, right in DOUBLE_SURNAMES.items() if not _is_usual(name, right)),
        ]
        self._rare_first = {word[0] for word in self._rare_words}
        self._unlikely = _unlikely_beginnings()

    def of_names(self, names: str, *, person: bool = True) -> Forms:
        """Of texts in which words are ranked by where they stand. In milliseconds for some hundred of them.

        `person`: they are read as the names of people.
        """
        folded = fold_all(names)
        parts, _ = self._parts(names, folded, person=person, whole=True, rightly=True)
        return Forms(_lines(_ENDS.sub("", _SPACE.sub(" ", folded))), _lines(parts))

    def of_texts(self, texts: str, *, person: bool = False) -> Forms:
        """Of other texts."""
        folded = fold_all(texts)
        parts, odd = self._parts(texts, folded, person=person, whole=False)
        seen = fold_seen(texts)
        traditional = b""
        if seen != folded:
            traditional = _lines(LINE.join(map(_differing, seen.split(LINE), folded.split(LINE))))
        if _PARTING.search(folded):
            folded = LINE.join(map(_with_parted, folded.split(LINE)))
        return Forms(_lines(folded), _lines(parts), traditional, odd)

    def of_signs(self, texts: str) -> Forms:
        """Of texts that nobody reads aloud: e-mail addresses, numbers."""
        return Forms(_lines(fold_all(texts)))

    def with_characters(self, others: str) -> bytes:
        """Lines of `Forms.seen` or, where these are empty, `Forms.plain` that are not odd, in the form of names."""
        return _lines(self._parts(others, simplified(others), person=False, whole=True)[0])

    def ways(self, char: str) -> Iterable[str]:
        """The forms of a Chinese character, and of those met that are simplified to it."""
        return {self._table[ord(one)] for one in self.alike(char)}

    def alike(self, char: str) -> str:
        """A Chinese character as it is typed, and those met that are simplified to it."""
        self._meet({char})
        return char + self._traditional.get(char, "")

    def _parts(
        self, text: str, folded: str, *, person: bool, whole: bool, rightly: bool = False
    ) -> tuple[str, tuple[int, ...]]:
        """The parts of all lines, `whole`: as of names, `rightly`: the right reading first; and which lines are odd."""
        seen = fold_seen(text)
        chars = set(seen)
        self._meet(chars)
        plain = seen if chars.isdisjoint(_OWN) else _MARKS.sub(" ", seen)
        marked = _PART.sub(_marked, _LEADS.sub(LEAD, plain) if whole else plain)
        table = self._with_characters if whole else self._table
        made = "".join(marked[start : start + _SLICE].translate(table) for start in range(0, len(marked), _SLICE))
        odd = self._odd_lines(text, seen, folded, chars, person)
        if rightly and self._unlikely.search(folded):
            unlikely = (number for number, line in enumerate(folded.split(LINE)) if self._unlikely.search(line))
            odd = tuple(sorted({*odd, *unlikely}))
        if not odd:
            return made, odd
        lines, originals = made.split(LINE), text.split(LINE)
        for number in odd:
            found = spelled(originals[number], person)
            lines[number] = "".join(_form(part, found.folded, whole) for part in found.parts)
        return LINE.join(lines), odd

    def _meet(self, chars: set[str]) -> None:
        for char in chars - self._met:
            point = ord(char)
            if is_chinese(char):
                ways = _ways(common_readings(char))
                typed = simplified(char)
                self._table[point] = ways or OTHER + typed
                if typed != char:
                    self._traditional[typed] = self._traditional.get(typed, "") + char
                self._with_characters[point] = f"{ways}{ALSO}{typed}" if ways else OTHER + typed
                if not ways or char in self._rare_first:
                    self._rare.add(char)
            else:
                kept = char if char.isalnum() or char in (FIELD, LINE) else ""
                self._table[point] = self._with_characters[point] = kept
        self._met |= chars

    def _odd_lines(self, text: str, seen: str, folded: str, chars: set[str], person: bool) -> tuple[int, ...]:
        """Lines that hold what the quick way does not do justice."""
        if (
            seen == folded
            and self._rare.isdisjoint(chars)
            and not any(map(_RARE.match, chars if text is seen else set(text)))
            and max(map(len, seen.split(LINE))) <= LONGEST
        ):
            return ()
        lines = zip(text.split(LINE), seen.split(LINE), folded.split(LINE), strict=True)
        return tuple(number for number, line in enumerate(lines) if self._is_odd(*line, person))

    def _is_odd(self, text: str, seen: str, folded: str, person: bool) -> bool:
        if not self._rare.isdisjoint(seen) or _RARE.search(text) or _LONG.search(seen):
            return True
        if seen == folded:
            return False
        # A traditional character need not have all readings of the simplified one
        return _WORD.search(folded) is not None or (person and folded.lstrip()[:1] in SURNAMES)


def fold_all(text: str) -> str:
    """As `fold`, for text of many lines."""
    return simplified(fold_seen(text))


def _differing(line: str, other: str) -> str:
    return "" if line == other else line


def _lines(text: str) -> bytes:
    return f"{LINE}{text}{LINE}".encode()


def _marked(found: re.Match[str]) -> str:
    text = found[0]
    if text[0].isdecimal():
        return NUMBER + text
    return text.capitalize() if text[0].isascii() else OTHER + text


def _unlikely_beginnings() -> re.Pattern[str]:
    """The names with a part that may begin a word and is read otherwise than it most often is by itself."""

    def is_unlikely(text: str, right: str) -> bool:
        return common_readings(text[0])[0][:-1] != right[:-1]

    surnames = [name for name, right in SURNAMES.items() if is_unlikely(name, right)]
    surnames += [name for name, (right, _) in DOUBLE_SURNAMES.items() if is_unlikely(name, right)]
    words = [word for word, (right, _) in WORDS.items() if is_unlikely(word, right)]
    return re.compile(rf"^[^\S\n]*(?:{'|'.join(surnames)})|{'|'.join(words)}", re.MULTILINE)


def _ways(readings: Iterable[str]) -> str:
    ways = dict.fromkeys(way.capitalize() for one in readings for way in as_typed(one[:-1]))
    initials: set[str] = set()
    made = ""
    for way in ways:
        made += (SAME if (way[0] in initials and way[1:2] != "h") or way[:2] in initials else ALSO) if made else ""
        made += way
        initials.update((way[0], way[:2]))
    return (SEVERAL if len(ways) > 1 else "") + made


def _form(part: Part, folded: str, whole: bool) -> str:
    """The form of one part, by the rules of domain/spelling.py."""
    literal = folded[part.start : part.end]
    lead = LEAD if whole and part.leads else ""
    if part.readings:
        ways = _ways(part.readings)
        return f"{lead}{ways}{ALSO}{literal}" if whole else lead + ways
    if literal.isdecimal():
        return lead + NUMBER + literal
    return lead + (literal.capitalize() if literal[0].isascii() else OTHER + literal)


def _with_parted(line: str) -> str:
    """With Chinese that has signs in it once more, without them."""
    parted = [_NOT_CHINESE.sub("", found[0]) for found in _PARTED.finditer(line)]
    return FIELD.join((line, *parted)) if parted else line
