"""Which contacts a search finds: what search_match.explain says of each, answered from memory for a whole book.

The texts of the book are kept in the forms of search_forms.py, 30 MB for 100,000 contacts, and made anew where rows
change. What this costs is told in tests/bench/README.md.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial

from addressbook.domain.search_match import Rank, in_any_order
from addressbook.domain.search_words import SHORT, SearchWord, parse
from addressbook.store import plain_search, row_sets, search_mixed, search_patterns
from addressbook.store.connection import Connection
from addressbook.store.row_groups import RowGroups
from addressbook.store.search_feed import Changes
from addressbook.store.search_forms import FormMaker, Forms, Texts
from addressbook.store.search_names import Names
from addressbook.store.search_shards import LINES, Place, Shards, look, parted

_SHARD = (1 << LINES) - 1
_FEW = 100  # rows that are quickly looked at one by one
_TOO_MANY = 200  # rows to be looked at one by one, 0.1 ms each: nobody asks for the best of so many by signs or digits
_KEPT_WORDS = 96  # some 40 kB each at 100,000 contacts; those of one letter stay
_LOOKED_AT_ONCE = 16  # shards in which letters are looked for in the time in which one is read
_SHORT = 3  # letters of a word around one of which little can stand that is different
_MANY = 10_000  # rows
_LETTERS = "etaoinshrdlcumwfgypbvkjxqz1308957642"

_OTHERS = ("remark", "company_name", "title", "address")


def _one_line(expression: str) -> str:
    """SQL for a text as a line of its own."""
    return f"replace(replace({expression}, char(10), ' '), char(31), ' ')"


_JOINED = " || char(31) || ".join(map(_one_line, _OTHERS))
_TEXTS = (
    f"SELECT group_concat(row), group_concat({_one_line('name')}, char(10)), group_concat({_JOINED}, char(10)), "  # noqa: S608
    f"group_concat({_one_line('email')}, char(10)), group_concat(digits, char(10)) FROM ("
    f"SELECT contacts.row, name, {', '.join(_OTHERS)}, email, CAST(digits AS TEXT) AS digits "
    "FROM contacts JOIN searching USING (row) WHERE contacts.row >= ? AND contacts.row < ? ORDER BY contacts.row)"
)


@dataclass(frozen=True, slots=True)
class Found:
    """The sets of rows that a search finds: all, and those of each rank but the last."""

    rows: int
    exact: int = 0
    prefix: int = 0
    words: int = 0
    name: int = 0


class _What(Enum):
    """What is known of a word: the rows in whose own texts it is found, …"""

    ROWS = "rows"
    NAME = "name"  # in the name
    BEGINS = "begins"  # at the start of a word of the name
    FIRST = "first"  # at the start of the name
    WHOLE = "whole"  # as the whole name


@dataclass(slots=True)
class _Known:
    """What is known of a word, and the rows for which it is out of date."""

    rows: dict[_What, int] = field(default_factory=dict)
    stale: dict[_What, int] = field(default_factory=dict)


class SearchIndex:
    """Belongs to one reader. All methods but the first are to be called in a snapshot."""

    def __init__(self, connection: Connection, groups: RowGroups, base: int) -> None:
        self._connection = connection
        self._groups = groups
        self._base = base
        self._shards = Shards()
        self._maker = FormMaker()
        self._to_load: set[int] | None = None  # shards; None: not even counted
        self._odd = 0  # rows, see Forms
        self._names = Names(connection, self._maker)
        self._words: OrderedDict[str, _Known] = OrderedDict()
        self._lately: dict[tuple[str, _What], tuple[int, int]] = {}  # in this search: where was looked, what was found
        self._ahead = 0  # how many shards were looked at ahead, of all letters together

    def sync(self, changes: Changes) -> None:
        """Take over what changed: the texts themselves are read when they are looked at."""
        if self._to_load is None:
            return
        if changes.names or changes.everything:
            self._names.forget()
        if changes.everything:
            self._to_load = None
            self._forget_words()
            return
        self._to_load |= {(row - self._base) // LINES for row in changes.rows}

    def load(self, most: int) -> bool:
        """Read the texts of some shards; returns whether there are more to read. 2 ms for each."""
        if self._to_load is None:
            last = self._connection.number("SELECT max(row) FROM contacts")
            shards = (last - self._base) // LINES + 1 if last else 0
            if shards > len(self._shards):
                self._shards.put(shards - 1, None)  # there is nothing in those that are not read yet
            self._to_load = set(range(len(self._shards)))  # those at the end may be empty now
            self._forget_words()
        stale = 0
        for shard in sorted(self._to_load)[:most]:
            forms = self._read(shard)
            self._shards.put(shard, forms)
            place = shard * LINES
            odd = () if forms is None else forms.odd
            self._odd = self._odd & ~(_SHARD << place) | row_sets.make(odd, 0) << place
            self._to_load.discard(shard)
            stale |= _SHARD << place
        for known in self._words.values():
            for what in known.rows:
                known.stale[what] = known.stale.get(what, 0) | stale
        return bool(self._to_load)

    @property
    def is_whole(self) -> bool:
        """Whether all texts are read as they are now."""
        return self._to_load is not None and not self._to_load

    def look_ahead(self, most: int) -> bool:
        """Look for a letter that a search may begin with, in some shards; whether there is more to look for. 2 ms for
        each. They are found nearly everywhere, so that the first key would take longer than those that follow."""
        shards = len(self._shards)
        number, shard = divmod(self._ahead, shards) if shards else (len(_LETTERS), 0)
        if number >= len(_LETTERS):
            return False
        word = parse(_LETTERS[number])[0]
        known = self._known(word)
        for what in _What:
            if what not in known.rows:
                known.rows[what], known.stale[what] = 0, (1 << shards * LINES) - 1
        count = min(most * _LOOKED_AT_ONCE, shards - shard)
        with self._shards.only(range(shard, shard + count)) as part:
            for what in (_What.ROWS, _What.FIRST, _What.WHOLE):
                self._keep(word, what, part)
        self._ahead += count
        return True

    def find(self, words: Sequence[SearchWord], patience: float = math.inf) -> Found:
        """What the words find. Reads what has not been read yet, but begins with no more of it after `patience`
        seconds; then it is looked for in what has been read (see `is_whole`)."""
        end = time.monotonic() + patience
        while self.load(1) and time.monotonic() < end:
            pass
        rows = self._rows_of_all(words, None, _FEW)
        found = (self._found_one_by_one if rows.bit_count() <= _FEW else self._ranked)(words, rows)
        self._lately.clear()
        self._shards.rest()
        return found

    def _rows_of_all(self, words: Sequence[SearchWord], within: int | None, few: int = 0) -> int:
        """The rows in which all of the words are found, or no more than a `few` in which they may be."""
        rows = within
        for word in sorted(words, key=self._rarity):
            these = self._rows_of(word, self._where(rows))
            rows = these if rows is None else rows & these
            if rows.bit_count() <= few:
                break
        return rows or 0

    def _rarity(self, word: SearchWord) -> tuple[int, int]:
        """In which order words are looked for: first those that are known, the rarest of them first, then those that
        are found quickly, since they cannot be read in many ways; of each the longest first."""
        known = self._words.get(word.folded)
        if known is not None and _What.ROWS in known.rows:
            return 0, known.rows[_What.ROWS].bit_count()
        letters = word.letters
        return 2 if letters.isascii() and letters.isalpha() else 1, -len(word.folded)

    def _where(self, rows: int | None) -> int | None:
        """Where to look when only these rows matter; None: everywhere, since it costs no more, and all can be kept."""
        return None if rows is None or not self._shards.is_part(rows) else rows

    # words

    def _forget_words(self) -> None:
        self._words.clear()
        self._ahead = 0

    def _known(self, word: SearchWord) -> _Known:
        known = self._words.get(word.folded)
        if known is None:
            known = self._words[word.folded] = _Known()
            if len(self._words) > _KEPT_WORDS:
                del self._words[next(one for one in self._words if one not in _LETTERS)]
        self._words.move_to_end(word.folded)
        return known

    def _keep(self, word: SearchWord, what: _What, within: int | None) -> int:
        """What is known or looked for now, for all rows or those of `within` at least."""
        known = self._known(word)
        rows = known.rows.get(what)
        if rows is None:
            wide, rows = self._lately.get((word.folded, what), (0, 0))
            if within is None:
                rows = known.rows[what] = self._look(word, what, None)
            elif within & ~wide:
                rows = self._look(word, what, within)
                self._lately[word.folded, what] = within, rows
        elif stale := known.stale.get(what, 0):
            due = stale if within is None else stale & within
            if due:
                rows = known.rows[what] = (rows & ~due) | (self._look(word, what, due) & due)
                known.stale[what] = stale & ~due
        return rows

    def _look(self, word: SearchWord, what: _What, within: int | None) -> int:
        if what is _What.ROWS:
            return self._in_texts(word, within)
        if what is _What.NAME:
            return self._in_name(word, within)
        if what is _What.WHOLE:
            return self._whole((word,), within)
        if what is _What.FIRST:  # what begins a name also begins a word of it
            within = self._keep(word, _What.BEGINS, within)
            return self._shards.look(Place.NAME_PARTS, search_patterns.first_parts((word,)), within=within)
        pattern = search_patterns.name_parts(word.letters or word.folded, leading=True)
        return self._shards.look(Place.NAME_PARTS, pattern, within=within)

    def _rows_of(self, word: SearchWord, within: int | None) -> int:
        """The rows in which a word is found, or its pieces are; at least those of `within`."""
        rows = self._keep(word, _What.ROWS, within)
        rows |= self._groups.rows_of(self._names.found(word))  # not kept with the word: names come one by one
        return rows | self._rows_of_all(word.pieces, within) if word.pieces else rows

    def _rows_of_shorter(self, word: SearchWord) -> int | None:
        """The rows in whose texts the word may be: those where it was found when it had a letter less, if known."""
        letters = word.folded
        if not (letters.isascii() and letters.isalpha()):
            return None
        least = SHORT if len(letters) > SHORT else 0  # what is short is not looked for everywhere
        for size in range(len(letters) - 1, least, -1):
            known = self._words.get(letters[:size])
            if known is not None and _What.ROWS in known.rows:
                return known.rows[_What.ROWS] | known.stale.get(_What.ROWS, 0)
        return None

    def _in_texts(self, word: SearchWord, within: int | None) -> int:
        if within is None:
            within = self._rows_of_shorter(word)
        look_at = partial(self._shards.look, within=within)
        rows = self._in_names(word, within)
        if within is not None:
            rows &= within  # of other rows it may still tell what their names were
        literal = search_patterns.literal(word.folded)
        rows |= look_at(Place.ASCII if word.folded.isascii() else Place.OTHERS, literal, needle=word.folded)
        rows |= look_at(Place.EMAILS, literal, needle=word.folded)
        for form in word.digits:
            rows |= look_at(Place.DIGITS, search_patterns.literal(form), needle=form)
        letters = word.letters
        if search_patterns.can_be_typed(letters):
            if not search_patterns.has_chinese(letters):
                pattern = search_patterns.parts(letters, self._maker.ways)
                rows |= look_at(Place.PARTS, pattern)
                if word.is_short:
                    pattern = search_patterns.beginning_parts(letters, self._maker.ways)
                rows |= look_at(Place.ADDRESSES, pattern)
            elif search_patterns.is_chinese(letters):
                if letters != word.folded:
                    rows |= look_at(Place.OTHERS, search_patterns.literal(letters), needle=letters)
            else:
                rows |= self._mixed(word, within)
        return rows

    def _mixed(self, word: SearchWord, within: int | None) -> int:
        """Where Chinese and how it is read are typed together: "zhang三"."""
        letters = word.letters
        for run in search_patterns.fixed_runs(letters):
            found = self._shards.look(Place.OTHERS, search_patterns.literal(run), needle=run, within=within)
            within = found if within is None else within & found
        likely = within or 0
        odd = likely & self._odd
        likely &= ~odd
        if len(letters) > _SHORT or likely.bit_count() > _MANY:
            pattern = search_patterns.parts(letters, self._maker.ways)
            found = self._shards.look(Place.PARTS, pattern, within=likely)
            likely &= found | self._shards.look(Place.ADDRESSES, pattern, within=likely)
        pattern = search_patterns.name_parts(letters)

        def lie(texts: Sequence[str]) -> Iterable[bool]:
            shards = (self._maker.with_characters("\n".join(lines)) for lines in parted(texts, ""))
            return map("1".__eq__, look(shards, pattern))

        numbers = row_sets.members(likely, 0)
        texts = self._shards.others(likely)
        mixed = (numbers[number] for number in search_mixed.found(texts, letters, self._maker.alike, lie))
        return self._checked(word, odd) | row_sets.make(mixed, 0)

    def _in_names(self, word: SearchWord, within: int | None) -> int:
        """Where a word is found in names."""
        return self._keep(word, _What.NAME, within)

    def _in_name(self, word: SearchWord, within: int | None) -> int:
        literal = search_patterns.literal(word.folded)
        rows = self._shards.look(Place.NAMES, literal, needle=word.folded, within=within)
        if search_patterns.can_be_typed(word.letters) and not search_patterns.is_character(word.folded):
            pattern = search_patterns.name_parts(word.letters)
            needle = search_patterns.some_chinese(word.letters)
            rows |= self._shards.look(Place.NAME_PARTS, pattern, needle=needle, within=within)
        return rows

    def _checked(self, word: SearchWord, rows: int) -> int:
        """Those of `rows` in which a word is found, contact by contact."""
        return row_sets.make(self._explained((word,), rows), self._base)

    def _explained(self, words: Sequence[SearchWord], rows: int) -> dict[int, Rank]:
        return plain_search.ranks(self._connection, tuple(words), row_sets.members(rows, self._base))

    # ranks

    def _ranked(self, words: Sequence[SearchWord], rows: int) -> Found:
        where = self._where(rows)
        names = [self._in_names(word, where) & rows for word in words]
        in_name = 0  # only what is found in the name at all ranks above the rest
        for these in (*names, *(self._in_names(piece, where) & rows for word in words for piece in word.pieces)):
            in_name |= these
        plain = all(map(search_patterns.is_plain, words))
        if in_name.bit_count() <= (_FEW if plain else _TOO_MANY):
            return replace(self._found_one_by_one(words, in_name), rows=rows)
        if not plain:
            return Found(rows, name=rows & _all(self._in_names_by_pieces(word, where) for word in words))
        every = _all(names)  # where all of them are found in the name
        first, begun = 0, every
        for word in words:
            first |= self._keep(word, _What.FIRST, where)
            begun &= self._keep(word, _What.BEGINS, self._where(begun)) if begun else 0
        # 长 is all of "zhang", though that is not the right reading, and 先 of "xi an", whose "an" stands elsewhere
        whole = self._whole(words, where) if len(words) > 1 else self._keep(words[0], _What.WHOLE, None) & every
        exact = in_name & whole
        prefix = every & first & ~exact
        begun = (begun | first & in_name) & ~(exact | prefix)
        return Found(rows, exact, prefix, begun, every & ~(exact | prefix | begun))

    def _in_names_by_pieces(self, word: SearchWord, within: int | None) -> int:
        whole = self._in_names(word, within)
        return whole | _all(self._in_names(piece, within) for piece in word.pieces) if word.pieces else whole

    def _whole(self, words: Sequence[SearchWord], within: int | None) -> int:
        """Where the words are the whole name."""
        rows = 0
        for ordered in in_any_order(words):
            whole = search_patterns.whole_line(search_patterns.names_of(ordered))
            rows |= self._shards.look(Place.NAMES, whole, within=within)
            letters = search_patterns.letters_of(ordered)
            if search_patterns.can_be_typed(letters):
                rows |= self._shards.look(Place.NAME_PARTS, search_patterns.all_parts(letters), within=within)
        return rows

    def _found_one_by_one(self, words: Sequence[SearchWord], rows: int) -> Found:
        """Of `rows`. For what expressions cannot tell, and for the few where making expressions takes longer."""
        ranks = self._explained(words, rows)
        *better, _ = (row_sets.make((row for row in ranks if ranks[row] is rank), self._base) for rank in Rank)
        return Found(row_sets.make(ranks, self._base), *better)

    # texts

    def _read(self, shard: int) -> Forms | None:
        start = self._base + shard * LINES
        values = self._connection.one(_TEXTS, (start, start + LINES))
        if values is None or values[0] is None:
            return None
        rows = list(map(int, values[0].split(",")))
        columns: list[str] = list(values[1:])
        if len(rows) < LINES:
            columns = [_spread([row - start for row in rows], column) for column in columns]
        return self._maker.forms(Texts(*columns))


def _spread(places: Sequence[int], column: str) -> str:
    """Lines at their places, the others empty."""
    lines = [""] * LINES
    for place, line in zip(places, column.split("\n"), strict=True):
        lines[place] = line
    return "\n".join(lines)


def _all(sets: Iterable[int]) -> int:
    """The rows that are in all of the sets, of which there is one at least."""
    found = -1
    for one in sets:
        found &= one
    return found
