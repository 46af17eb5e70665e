"""A text as the parts by which it can be typed: one for each Chinese character, each word of letters, each number.

What is typed is laid over parts that follow each other, whatever stands between them. Each part counts whole ("zhang",
"张", "zoe", "3") or by its initial ("z", "zh"), a number only whole; the last part counts with any beginning of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from addressbook.domain.patterns import late
from addressbook.domain.pinyin import as_typed
from addressbook.domain.readings import readings_in
from addressbook.domain.text import fold, fold_places

LONGEST = 128  # characters of a text that are looked at for readings
_MOST_KNOWN = 5_000  # parts of which one typed word knows what they cover of it

_CHINESE = "\u3007\u3400-\u9fff\U00020000-\U0003ffff"
_PART = late(f"[{_CHINESE}]|\\d+|[^\\W\\d_{_CHINESE}]+")
_TWO_LETTERS = ("zh", "ch", "sh")
_SYLLABLE = late(
    "(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?(?:[iu]?an?g?|ai|i?ao|[iuv]?e|ei|eng?|er|ing?|iong|i?u|ong?|o?u|ua?i|un|uo|[iov])"
)


def is_syllable(letters: str) -> bool:
    """Whether `letters` are a whole syllable of Chinese, as far as their form tells."""
    return _SYLLABLE().fullmatch(letters) is not None


class Begin(Enum):
    """Where in a text something may begin."""

    ANYWHERE = "anywhere"  # with any part
    WORDS = "words"  # with a part that leads
    FIRST = "first"  # with the first part


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """How a part can be typed. Parts alike share one, so that what is known of it need not be found out again."""

    wholes: tuple[str, ...]  # the part itself first
    initials: tuple[str, ...]
    heads: str  # the letters that any of them begins with


class Part(NamedTuple):
    """A part of a text; `start` and `end` are places in the folded text."""

    start: int
    end: int
    readings: tuple[str, ...]  # as `readings.readings_in`; () for letters and digits
    ways: Ways
    rightly: Ways  # those of its right reading alone
    leads: bool  # begins a word: nothing stands before it, or something that parts words, or another script


class Spelled:
    """A text made ready for being searched; its parts are found out when they are first asked for."""

    __slots__ = ("_heads", "_parts", "_person", "folded", "text")

    def __init__(self, text: str, person: bool) -> None:
        self.text = text
        self.folded = fold(text)
        self._person = person
        self._parts: tuple[Part, ...] | None = None
        self._heads: frozenset[str] | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        if self._parts is None:
            self._parts = _parts(self.text, self.folded[:LONGEST], self._person)
        return self._parts

    @property
    def heads(self) -> frozenset[str]:
        """The letters with which what is typed may begin."""
        if self._heads is None:
            self._heads = frozenset("".join([part.ways.heads for part in self.parts]))
        return self._heads

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of `text` that `folded[start:end]` comes from; `start` < `end`."""
        if self.text.isascii():
            return start, end
        places = fold_places(self.text)
        last = places[end - 1]
        while places[end] == last:
            end += 1
        return places[start], places[end]


@lru_cache(maxsize=2048)
def spelled(text: str, person: bool = False) -> Spelled:
    """`text` folded and in parts; `person`: it is somebody's name."""
    return Spelled(text, person)


def _parts(text: str, folded: str, person: bool) -> tuple[Part, ...]:
    readings: tuple[tuple[str, ...], ...] = ()
    if not folded.isascii():
        readings = _readings(text, folded, person)
    parts: list[Part] = []
    end, chinese = -1, False
    for found in _PART().finditer(folded):
        literal, start = found[0], found.start()
        known = readings[start] if readings else ()
        leads = start != end or chinese != bool(known)
        end, chinese = found.end(), bool(known)
        parts.append(Part(start, end, known, _ways(literal, known), _ways(literal, known[:1]), leads))
    return tuple(parts)


def _readings(text: str, folded: str, person: bool) -> tuple[tuple[str, ...], ...]:
    """By place in the folded text; but a traditional character is read as itself."""
    original = text
    if len(folded) != len(text) or folded != text.lower():
        places = fold_places(text)
        origins = (text[places[place]] for place in range(len(folded)))
        original = "".join(
            was if "\u3400" <= was <= "\u9fff" else now for was, now in zip(origins, folded, strict=True)
        )
    lead = len(original) - len(original.lstrip())
    return ((),) * lead + readings_in(original[lead:], person=person)


@lru_cache(maxsize=8192)
def _ways(literal: str, readings: tuple[str, ...]) -> Ways:
    if not readings:
        if literal.isdecimal():
            return Ways((literal,), (), literal[0])
        return Ways((literal,), _initials((literal,)), literal[0])
    syllables = [way for one in readings for way in as_typed(one[:-1])]
    wholes = tuple(dict.fromkeys((literal, *syllables)))
    return Ways(wholes, _initials(syllables), "".join(dict.fromkeys(whole[0] for whole in wholes)))


def _initials(wholes: Iterable[str]) -> tuple[str, ...]:
    found = [one[:2] for one in wholes if one[:2] in _TWO_LETTERS] + [one[:1] for one in wholes]
    return tuple(dict.fromkeys(found))


# Where in a word a part can stand whole or by its initial (places, letters), and from where on the rest begins it.
_Step = tuple[tuple[tuple[int, int], ...], int]
_NOWHERE: _Step = ((), 0)


class Typed:
    """A word as it was typed, to be laid over the parts of many texts. Folded, without spaces and punctuation.

    Places in the word are bits of a number: at each part all ways to get there are moved on at once. May be used on
    several threads together: the list and the copy look for the same words.
    """

    def __init__(self, letters: str) -> None:
        self.letters = letters
        self._goal = 1 << len(letters)
        self._is_syllable = is_syllable(letters)
        self._known: dict[Ways, _Step] = {}

    def lies(self, where: Spelled, begin: Begin = Begin.ANYWHERE, *, rightly: bool = False) -> list[int] | None:
        """Where the word first lies over the parts of a text: [index of the first one, letters on it, on the next …].

        None when it does not. `rightly`: the first one counts by its right reading only, and whoever typed a whole
        syllable ("zhang") did not begin with an initial (曾航).
        """
        known = self._known
        if len(known) > _MOST_KNOWN:  # a large book. Whoever lays the word just now keeps theirs
            known = self._known = {}
        head = self.letters[:1]
        if head not in where.heads:
            return None
        reached = 0
        trail: list[tuple[int, _Step]] = []
        for index, part in enumerate(where.parts):
            ways = part.ways
            begins = begin is Begin.ANYWHERE or (part.leads if begin is Begin.WORDS else index == 0)
            if not reached and not (begins and head in ways.heads):
                trail.append((0, _NOWHERE))
                continue
            step = known[ways] if ways in known else self._learn(ways, known)
            if begins:
                reached |= 1
                if rightly and (self._is_syllable or part.rightly is not ways):
                    step = self._beginning(part.rightly, known, step)
            trail.append((reached, step))
            moves, ends = step
            if reached & ends:
                return self._back(trail, reached & ends)
            further = 0
            for starts, length in moves:
                further |= (reached & starts) << length
            reached = further
        return None

    def is_all_of(self, parts: tuple[Part, ...]) -> bool:
        """Whether the word lies over all parts, each of them whole."""
        reached = 1
        for part in parts:
            further = 0
            for whole in part.ways.wholes:
                place = self.letters.find(whole)
                while place >= 0:
                    if reached >> place & 1:
                        further |= 1 << (place + len(whole))
                    place = self.letters.find(whole, place + 1)
            reached = further
            if not reached:
                return False
        return bool(parts) and reached & self._goal != 0

    def _learn(self, ways: Ways, known: dict[Ways, _Step]) -> _Step:
        """What a part can cover of the word."""
        letters, size = self.letters, len(self.letters)
        moves: list[tuple[int, int]] = []
        ends = 0
        for way in dict.fromkeys((*ways.wholes, *ways.initials)):
            starts = 0
            place = letters.find(way)
            while place >= 0:
                starts |= 1 << place
                place = letters.find(way, place + 1)
            if starts:
                moves.append((starts, len(way)))
        for whole in ways.wholes:
            for place in range(max(0, size - len(whole)), size):
                if whole.startswith(letters[place:]):
                    ends |= 1 << place
        known[ways] = found = (tuple(moves), ends) if moves or ends else _NOWHERE
        return found

    def _beginning(self, right: Ways, known: dict[Ways, _Step], other: _Step) -> _Step:
        """What the right reading of a part can cover from the beginning of the word on, and further on `other`."""
        first, ends = known[right] if right in known else self._learn(right, known)
        if self._is_syllable:
            moves = [(1, len(whole)) for whole in right.wholes if self.letters.startswith(whole)]
        else:
            moves = [(starts & 1, length) for starts, length in first]
        moves += [(starts & ~1, length) for starts, length in other[0]]
        return tuple(moves), ends & 1 | other[1] & ~1

    def _back(self, trail: list[tuple[int, _Step]], ends: int) -> list[int]:
        """The way that was taken, from its end: whole parts rather than initials."""
        place = (ends & -ends).bit_length() - 1
        covered = [len(self.letters) - place]
        index = len(trail) - 1
        while place:
            index -= 1
            reached, (moves, _) = trail[index]
            for starts, length in moves:
                before = place - length
                if before >= 0 and reached & starts & (1 << before):
                    place = before
                    covered.append(length)
                    break
        return [index, *reversed(covered)]
