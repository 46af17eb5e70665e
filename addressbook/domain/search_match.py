"""Whether a contact is what was searched for, how good a match it is, and where to see why.

This is the specification of searching: plain before fast. The copy answers the same for a whole book (`store.search`).
Every word must be found somewhere: in a text as it stands, in a text as it is read (pinyin, initials and mixtures), or
in the digits of the phone. One or two letters stand for a reading in an address only where it begins: "bj" is 北京, but
"lu" and "zs" would stand in every other one (路, 州市). Spans are places in the texts as they are shown, in characters
(Qt counts UTF-16 units).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from enum import Enum, IntEnum
from functools import lru_cache
from itertools import permutations

from addressbook.domain.phone import shown_digits
from addressbook.domain.pinyin import as_typed, written
from addressbook.domain.search_words import SearchWord
from addressbook.domain.spelling import Begin, Part, Spelled, Typed, spelled

Span = tuple[int, int]

_ORDERED_ANYHOW = 3  # words
_SHOWN_AROUND = 6  # characters of a name up to which all of it is read out, not only what matched


class Rank(IntEnum):
    """How good a match is, the best first."""

    EXACT = 0  # the words, in any order, are the whole name, as it stands or by its full reading
    PREFIX = 1  # a word begins the name, rightly read, and every word is somewhere in it
    WORDS = 2  # every word begins a word of the name; or one begins the name, and others are found elsewhere
    NAME = 3  # every word is somewhere in the name
    REST = 4


class Field(Enum):
    """Where something was found."""

    NAME = "name"
    ALIAS = "alias"
    COMPANY = "company"
    TITLE = "title"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    LABEL = "label"
    OWNER = "owner"


_SYLLABLE = 8  # letters of the longest one, and more

PEOPLE = frozenset((Field.NAME, Field.ALIAS, Field.OWNER))  # are read as names of people


@dataclass(frozen=True, slots=True)
class Searchable:
    """What is searched of a contact, as it is shown. `phone_digits` (`phone.digits`) is made from `phone` when ""."""

    name: str = ""
    alias: str = ""
    company: str = ""
    title: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    phone_digits: str = ""
    labels: tuple[str, ...] = ()
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """How what matched is read: "zhāng sān", and the spans of it that were typed."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class FieldMatch:
    """A field in which words were found; `index` is that of the label, else 0; `words` are indices of the words.

    `spans` are in order and do not touch. `reading` is there when a word was found by how Chinese is read.
    """

    field: Field
    index: int
    spans: tuple[Span, ...]
    reading: Reading | None
    words: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a contact was found. The fields are in the order of `Field`; each word is in at least one of them."""

    rank: Rank
    matches: tuple[FieldMatch, ...]


_Read = tuple[str, int]  # a part as it is read, and how many letters of it were typed


@dataclass(slots=True)
class _Place:
    """A field that holds something, and what was found in it so far."""

    field: Field
    index: int
    where: Spelled
    digits: str = ""  # of a phone
    spans: list[Span] = dataclass_field(default_factory=list)
    words: list[int] = dataclass_field(default_factory=list)
    read: dict[int, _Read] = dataclass_field(default_factory=dict)

    def told(self) -> FieldMatch:
        reading = _reading(self) if self.read else None
        return FieldMatch(self.field, self.index, _joined(self.spans), reading, tuple(dict.fromkeys(self.words)))


def explain(words: tuple[SearchWord, ...], contact: Searchable) -> Explanation | None:
    """Why `contact` is found by `words`, None when it is not. No words find everything."""
    places = _places(contact)
    counted: list[SearchWord] = []
    for index, word in enumerate(words):
        if _look(word, index, places):
            counted.append(word)
        elif word.pieces and all(_look(piece, index, places) for piece in word.pieces):
            counted.extend(word.pieces)
        else:
            return None
    return Explanation(rank_of(counted, contact.name), tuple(place.told() for place in places if place.words))


def finds(words: tuple[SearchWord, ...], text: str, *, person: bool = False) -> bool:
    """Whether all words are found in one text. No words are found in every text."""
    return all(_finds(word, spelled(text, person)) for word in words)


def rank_of(words: Iterable[SearchWord], name: str) -> Rank:
    """How well words that were found somewhere fit the name. A phone number typed in pieces: each piece a word."""
    words = tuple(words)
    where = spelled(name, True)
    folded = where.folded.strip()
    if not words or not folded:
        return Rank.REST
    whole = "".join(folded.split())
    for text, typed in _as_one(words):
        if text == whole or (typed is not None and typed.is_all_of(where.parts)):
            return Rank.EXACT
    in_name = all(_finds(word, where) for word in words)
    if any(folded.startswith(word.folded) or _starts(word, where, Begin.FIRST) for word in words):
        return Rank.PREFIX if in_name else Rank.WORDS
    if in_name and all(_begins_a_word(word, where) for word in words):
        return Rank.WORDS
    return Rank.NAME if in_name else Rank.REST


def in_any_order(words: Sequence[SearchWord]) -> Iterable[Sequence[SearchWord]]:
    """Few words in all their orders, more in their own: "wei zhang" is 张伟 as well."""
    return permutations(words) if len(words) <= _ORDERED_ANYHOW else (words,)


@lru_cache(maxsize=16)
def _as_one(words: tuple[SearchWord, ...]) -> tuple[tuple[str, Typed | None], ...]:
    """The words as one, in each order: as they stand, and as parts of a name are typed if any of them can be."""
    found: list[tuple[str, Typed | None]] = []
    for ordered in in_any_order(words):
        plain = ["".join(word.folded.split()) for word in ordered]
        letters = "".join(word.letters or text for word, text in zip(ordered, plain, strict=True))
        found.append(("".join(plain), Typed(letters) if any(word.letters for word in ordered) else None))
    return tuple(found)


def _places(contact: Searchable) -> list[_Place]:
    """In the order of `Field`."""
    places = [
        _Place(field, 0, spelled(text, field is not Field.COMPANY and field is not Field.TITLE))
        for field, text in (
            (Field.NAME, contact.name),
            (Field.ALIAS, contact.alias),
            (Field.COMPANY, contact.company),
            (Field.TITLE, contact.title),
        )
        if text
    ]
    if contact.phone:
        digits = contact.phone_digits or shown_digits(contact.phone)
        places.append(_Place(Field.PHONE, 0, spelled(contact.phone), digits))
    if contact.email:
        places.append(_Place(Field.EMAIL, 0, spelled(contact.email)))
    if contact.address:
        places.append(_Place(Field.ADDRESS, 0, spelled(contact.address)))
    places += [_Place(Field.LABEL, index, spelled(label)) for index, label in enumerate(contact.labels) if label]
    if contact.owner:
        places.append(_Place(Field.OWNER, 0, spelled(contact.owner, True)))
    return places


def _look(word: SearchWord, index: int, places: list[_Place]) -> bool:
    """Note every field in which the word is found; False when there is none."""
    wanted, typed = word.folded, word.typed if word.letters else None
    anywhere = False
    for place in places:
        read: dict[int, _Read] = {}
        if place.field is Field.PHONE:
            spans = _in_phone(word, place)
        else:
            spans = _spans(wanted, place.where) if wanted in place.where.folded else []
            if not spans and typed is not None and place.field is not Field.EMAIL:
                short = place.field is Field.ADDRESS and word.is_short
                spans, read = _read(typed, place.where, Begin.FIRST if short else Begin.ANYWHERE)
        if spans:
            anywhere = True
            place.spans += spans
            place.words.append(index)
            for at, one in read.items():  # two words on one part: it is read as the longer one wants
                if at not in place.read or one[1] > place.read[at][1]:
                    place.read[at] = one
    return anywhere


def _finds(word: SearchWord, where: Spelled) -> bool:
    if word.folded in where.folded or (word.letters and word.typed.lies(where) is not None):
        return True
    return bool(word.pieces) and all(_finds(piece, where) for piece in word.pieces)


def _spans(wanted: str, where: Spelled) -> list[Span]:
    """All places where the folded text holds what is wanted."""
    folded = where.folded
    spans: list[Span] = []
    start = folded.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        spans.append(where.span(start, end))
        start = folded.find(wanted, end)
    return spans


def _starts(word: SearchWord, where: Spelled, begin: Begin) -> bool:
    """Whoever types "zhang" does not mean 长谷川, though 长 is read so elsewhere."""
    return bool(word.letters) and word.typed.lies(where, begin, rightly=True) is not None


def _begins_a_word(word: SearchWord, where: Spelled) -> bool:
    if any(part.leads and where.folded.startswith(word.folded, part.start) for part in where.parts):
        return True
    return _starts(word, where, Begin.WORDS)


def _read(word: Typed, where: Spelled, begin: Begin) -> tuple[list[Span], dict[int, _Read]]:
    """Where a word is found by the parts of a text, and how these are read if that is what it was found by."""
    covered = word.lies(where, begin)
    if covered is None:
        return [], {}
    first, *lengths = covered
    spans: list[Span] = []
    read: dict[int, _Read] = {}
    by_reading = False
    typed = word.letters
    for index, length in enumerate(lengths, first):
        part = where.parts[index]
        letters, typed = typed[:length], typed[length:]
        if part.readings and letters != part.ways.wholes[0]:
            by_reading = True
            spans.append(where.span(part.start, part.end))
            read[index] = _as_read(part, letters), length - (letters[1:3] == "yu")  # lyu is read lü
        elif part.readings:
            spans.append(where.span(part.start, part.end))
            read[index] = _as_read(part, ""), _SYLLABLE
        else:
            spans.append(where.span(part.start, part.start + length))
            read[index] = _shown(where, part), length
    return spans, read if by_reading else {}


def _reading(place: _Place) -> Reading:
    """What was found by its reading, and the rest of a short name."""
    where, read = place.where, dict(place.read)
    if place.field in PEOPLE and len(where.parts) <= _SHOWN_AROUND:
        for index, part in enumerate(where.parts):
            read.setdefault(index, (_as_read(part, "") if part.readings else _shown(where, part), 0))
    said = ""
    marks: list[Span] = []
    before = None
    for index in sorted(read):
        if before is not None:
            said += " " if index == before + 1 else " … "
        before = index
        text, length = read[index]
        if length:
            marks.append((len(said), len(said) + min(length, len(text))))
        said += text
    return Reading(said, tuple(marks))


def _as_read(part: Part, letters: str) -> str:
    """The reading that was meant by what was typed, the likeliest if nothing was."""
    for reading in part.readings:
        if any(way.startswith(letters) for way in as_typed(reading[:-1])):
            return written(reading)
    return written(part.readings[0])


def _shown(where: Spelled, part: Part) -> str:
    start, end = where.span(part.start, part.end)
    return where.text[start:end]


def _in_phone(word: SearchWord, place: _Place) -> list[Span]:
    """Where a phone shows digits, with the signs between them; all of it where it shows them in another way.

    Whoever types "8" does not mean the country, if there is another one.
    """
    form = next((form for form in word.digits if form in place.digits), None)
    if form is None:
        return []
    shown = place.where.text
    places = [at for at, char in enumerate(shown) if "0" <= char <= "9"]
    plain = "".join([shown[at] for at in places])
    national = 0
    if shown.startswith("+") and " " in shown and not word.folded.startswith(("+", "00")):
        national = sum(at < shown.index(" ") for at in places)
    for digits in filter(None, (form, form.lstrip("0"))):
        start = plain.find(digits, national)
        if start < 0:
            start = plain.find(digits)
        if start >= 0:
            return [(places[start], places[start + len(digits) - 1] + 1)]
    return [(0, len(shown))]


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, and one where they touch or overlap."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
