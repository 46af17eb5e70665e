"""Whether a contact is what was searched for, how good a match it is, and where to see why.

This is the specification of searching: plain before fast. The copy answers the same for a whole book (`store.search`).
Every word must be found somewhere: in a text as it stands, in a text as it is read (pinyin, initials and mixtures), or
in the digits of the phone. Spans are places in the texts as they are shown, in characters (Qt counts UTF-16 units).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum

from addressbook.domain.phone import shown_digits
from addressbook.domain.pinyin import written
from addressbook.domain.search_words import SearchWord
from addressbook.domain.spelling import Begin, Part, Spelled, Typed, spelled

Span = tuple[int, int]

_SHOWN_AROUND = 6  # characters of a name up to which all of it is read out, not only what matched


class Rank(IntEnum):
    """How good a match is, the best first."""

    EXACT = 0  # the words are the whole name, as it stands or by its full reading
    PREFIX = 1  # a word begins the name, or every word begins a word of the name
    REST = 2


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
_UNREAD = Field.EMAIL  # a text that nobody reads aloud


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


@dataclass(slots=True)
class _Found:
    """What was found in one field so far."""

    spans: list[Span]
    words: list[int]
    reading: Reading | None = None


def explain(words: tuple[SearchWord, ...], contact: Searchable) -> Explanation | None:
    """Why `contact` is found by `words`, None when it is not. No words find everything."""
    found: dict[tuple[Field, int], _Found] = {}
    counted: list[SearchWord] = []
    for index, word in enumerate(words):
        if _look(word, index, contact, found):
            counted.append(word)
        elif word.pieces and all(_look(piece, index, contact, found) for piece in word.pieces):
            counted.extend(word.pieces)
        else:
            return None
    order = {field: place for place, field in enumerate(Field)}
    matches = (
        FieldMatch(field, index, _joined(one.spans), one.reading, tuple(dict.fromkeys(one.words)))
        for (field, index), one in sorted(found.items(), key=lambda item: (order[item[0][0]], item[0][1]))
    )
    return Explanation(rank_of(counted, contact.name), tuple(matches))


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
    if "".join(folded.split()) == "".join("".join(word.folded.split()) for word in words):
        return Rank.EXACT
    if any(word.letters for word in words):
        letters = "".join(word.letters or "".join(word.folded.split()) for word in words)
        if Typed(letters).is_all_of(where.parts):
            return Rank.EXACT
    if any(folded.startswith(word.folded) or _lies(word, where, Begin.FIRST) for word in words):
        return Rank.PREFIX
    if all(_begins_a_word(word, where) for word in words):
        return Rank.PREFIX
    return Rank.REST


def _texts(contact: Searchable) -> Iterator[tuple[Field, int, str]]:
    yield Field.NAME, 0, contact.name
    yield Field.ALIAS, 0, contact.alias
    yield Field.COMPANY, 0, contact.company
    yield Field.TITLE, 0, contact.title
    yield Field.EMAIL, 0, contact.email
    yield Field.ADDRESS, 0, contact.address
    for index, label in enumerate(contact.labels):
        yield Field.LABEL, index, label
    yield Field.OWNER, 0, contact.owner


def _look(word: SearchWord, index: int, contact: Searchable, found: dict[tuple[Field, int], _Found]) -> bool:
    """Note every field in which the word is found; False when there is none."""
    anywhere = False
    for field, place, text in _texts(contact):
        if not text:
            continue
        where = spelled(text, field in PEOPLE)
        spans, reading = _spans(word.folded, where), None
        if not spans and field is not _UNREAD:
            spans, reading = _read(word, where, field in PEOPLE)
        if spans:
            anywhere = True
            _note(found, (field, place), index, spans, reading)
    if word.digits and contact.phone:
        digits = contact.phone_digits or shown_digits(contact.phone)
        for form in word.digits:
            if form in digits:
                anywhere = True
                _note(found, (Field.PHONE, 0), index, [_in_phone(form, contact.phone)], None)
                break
    return anywhere


def _note(
    found: dict[tuple[Field, int], _Found],
    place: tuple[Field, int],
    index: int,
    spans: list[Span],
    reading: Reading | None,
) -> None:
    known = found.get(place)
    if known is None:
        found[place] = _Found(spans, [index], reading)
        return
    known.spans += spans
    known.words.append(index)
    if reading is not None:
        both = known.reading
        if both is not None and both.text == reading.text:
            reading = Reading(both.text, _joined([*both.spans, *reading.spans]))
        elif both is not None:
            before = f"{both.text} … "
            moved = ((start + len(before), end + len(before)) for start, end in reading.spans)
            reading = Reading(before + reading.text, (*both.spans, *moved))
        known.reading = reading


def _finds(word: SearchWord, where: Spelled) -> bool:
    if word.folded in where.folded or _lies(word, where):
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


def _lies(word: SearchWord, where: Spelled, begin: Begin = Begin.ANYWHERE) -> bool:
    return bool(word.letters) and word.typed.lies(where.parts, begin) is not None


def _begins_a_word(word: SearchWord, where: Spelled) -> bool:
    if any(part.leads and where.folded.startswith(word.folded, part.start) for part in where.parts):
        return True
    return _lies(word, where, Begin.WORDS)


def _read(word: SearchWord, where: Spelled, person: bool) -> tuple[list[Span], Reading | None]:
    """Where a word is found by the parts of a text, and how these are read if that is what it was found by."""
    covered = word.typed.lies(where.parts) if word.letters else None
    if covered is None:
        return [], None
    first, *lengths = covered
    parts = where.parts[first : first + len(lengths)]
    spans: list[Span] = []
    pieces: list[tuple[str, int]] = []  # as read, letters of it that were typed
    by_reading = False
    typed = word.letters
    for part, length in zip(parts, lengths, strict=True):
        letters, typed = typed[:length], typed[length:]
        if part.readings and letters != part.ways.wholes[0]:
            by_reading = True
            spans.append(where.span(part.start, part.end))
            pieces.append((_as_read(part, letters), length))
        elif part.readings:
            spans.append(where.span(part.start, part.end))
            pieces.append((_as_read(part, ""), _SYLLABLE))
        else:
            spans.append(where.span(part.start, part.start + length))
            pieces.append((_shown(where, part), length))
    if not by_reading:
        return spans, None
    before, after = _around(where, first, first + len(lengths)) if person else ([], [])
    pieces = [*((one, 0) for one in before), *pieces, *((one, 0) for one in after)]
    marks: list[Span] = []
    start = 0
    for text, length in pieces:
        if length:
            marks.append((start, start + min(length, len(text))))
        start += len(text) + 1
    return spans, Reading(" ".join(text for text, _ in pieces), tuple(marks))


def _around(where: Spelled, first: int, end: int) -> tuple[list[str], list[str]]:
    """The rest of a short name, read."""
    if len(where.parts) > _SHOWN_AROUND:
        return [], []
    read = [_as_read(part, "") if part.readings else _shown(where, part) for part in where.parts]
    return read[:first], read[end:]


def _as_read(part: Part, letters: str) -> str:
    """The reading that was meant by what was typed, the likeliest if nothing was."""
    for reading in part.readings:
        if reading.startswith(letters) or reading.replace("v", "u").startswith(letters):
            return written(reading)
    return written(part.readings[0])


def _shown(where: Spelled, part: Part) -> str:
    start, end = where.span(part.start, part.end)
    return where.text[start:end]


def _in_phone(digits: str, shown: str) -> Span:
    """Where a phone shows these digits, with the signs between them; all of it where it shows them otherwise."""
    places = [place for place, char in enumerate(shown) if "0" <= char <= "9"]
    plain = "".join(shown[place] for place in places)
    for form in (digits, digits.lstrip("0")):
        start = plain.find(form) if form else -1
        if start >= 0:
            return places[start], places[start + len(form) - 1] + 1
    return 0, len(shown)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """In order, and one where they touch or overlap."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
