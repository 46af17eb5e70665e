"""Which contacts a search finds: what search_match.explain says of each, answered from memory for a whole book.

Texts are read from the copy (search_book.py), each different one once (search_texts.py), in forms that expressions can
be looked for in (search_forms.py, search_shards.py). A word is made into such expressions (search_patterns.py,
search_looks.py); what it found is kept and brought up to date (search_known.py). Labels and owners are found by their
names (search_names.py). Here the words are joined, and their matches ranked.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from addressbook.domain.search_match import Rank, in_any_order
from addressbook.domain.search_words import SearchWord, parse
from addressbook.store import plain_search, row_sets, search_patterns
from addressbook.store.connection import Connection
from addressbook.store.row_groups import RowGroups
from addressbook.store.search_book import Field, SearchedBook
from addressbook.store.search_feed import Changes
from addressbook.store.search_forms import FormMaker
from addressbook.store.search_known import LETTERS, KnownWords
from addressbook.store.search_looks import What, whole
from addressbook.store.search_names import Names
from addressbook.store.search_shards import LINES
from addressbook.store.search_within import Sample, Within

_FEW = 30  # rows that are looked at one by one, 0.1 ms each, sooner than for one more word
_FEW_NAMES = 100  # that are ranked one by one, 0.02 ms each
_TOO_MANY = 200  # rows to be looked at one by one, 0.1 ms each: nobody asks for the best of so many by signs or digits
_LINES_AT_ONCE = 10_000  # in which letters are looked for in the time in which a block of rows is read
_SOME = 32  # one row in so many is worth being put apart from all others for one word, …
_WORDS = 2  # … more of them for several
_GROWN = 1.25  # times as large as it was: a book of which too little was looked at ahead


@dataclass(frozen=True, slots=True)
class Found:
    """The sets of rows that a search finds: all, and those of each rank but the last."""

    rows: int
    exact: int = 0
    prefix: int = 0
    words: int = 0
    name: int = 0


class SearchIndex:
    """Belongs to one reader. All methods but the first are to be called in a snapshot."""

    def __init__(self, connection: Connection, groups: RowGroups, base: int) -> None:
        self._connection = connection
        self._groups = groups
        self._base = base
        self._maker = FormMaker()
        self._names = Names(connection, self._maker)
        self._begin()

    def _begin(self) -> None:
        self._book = SearchedBook(self._connection, self._base, self._maker)
        self._words = KnownWords(self._book, self._maker)
        self._narrowed: Within | None = None  # the rows to which this search, or the last one, is narrowed so far
        self._sample: Sample | None = None
        self._ahead = self._look_ahead()
        self._ahead_of = 0  # rows that there were when that began

    def sync(self, changes: Changes) -> None:
        """Take over what changed: the texts themselves are read when they are looked at."""
        if changes.names or changes.everything:
            self._names.forget()
        self._book.sync(changes)
        if self._book.is_mostly_unused:
            self._begin()

    def load(self, most: int) -> bool:
        """Read some texts, `most` × 2 ms; returns whether there are more to read."""
        return self._book.load(most)

    @property
    def is_whole(self) -> bool:
        """Whether all texts are read as they are now."""
        return self._book.is_whole

    def look_ahead(self, most: int, *, whole: bool) -> bool:
        """Make ready for the first search, `most` × 2 ms; returns whether there is more to do. What was made
        ready while the first pages came is made ready of all others once the book is `whole`."""
        self._book.settle()
        if whole and self._book.size > _GROWN * self._ahead_of:
            self._ahead, self._ahead_of = self._look_ahead(), self._book.size
        lines = most * _LINES_AT_ONCE
        for done in self._ahead:
            lines -= done
            if lines <= 0:
                return True
        return False

    def find(self, words: Sequence[SearchWord], patience: float = math.inf) -> Found:
        """What the words find. Reads what has not been read yet, but begins with no more of it after `patience`
        seconds; then it is looked for in what has been read (see `is_whole`)."""
        end = time.monotonic() + patience
        while self.load(1) and time.monotonic() < end:
            pass
        self._book.settle()
        try:
            rows = self._rows_of_all(words, None, _FEW)
            if len(words) > 1 and rows.bit_count() <= _FEW:  # it may not have been looked for all of them
                ranks = plain_search.ranks(self._connection, tuple(words), self._members(rows))
                return self._found(row_sets.make(ranks, self._base), ranks)
            return self._ranked(words, rows)
        finally:  # also of one that is interrupted: by the next the book may be another
            self._words.rest()
            self._book.rest()

    def _look_ahead(self) -> Iterator[int]:
        """Step by step, telling how many lines each of them looked at."""
        for letter in LETTERS:  # they are found nearly everywhere, so that the first key would take the longest
            for what in (What.NAME, What.ELSEWHERE, What.BEGINS, What.FIRST, What.WHOLE):
                for field in what.fields:
                    self._words.look_ahead(parse(letter)[0], what, field)
                    yield LINES + self._book[field].shards.size
        for field in Field:
            shards = self._book[field].shards
            for shard in range(len(shards.changed)):
                shards.prepare(shard)
                yield 2 * LINES
        self._sample = Sample(self._book, self._maker)

    # rows

    def _rows_of_all(self, words: Sequence[SearchWord], within: int | None, few: int = 0) -> int:
        """The rows in which all of the words are found, or no more than a `few` in which they may be."""
        rows = within
        for place, word in enumerate(sorted(words, key=self._rarity) if len(words) > 1 else words):
            these = self._rows_of(word, rows, len(words) - place)
            rows = these if rows is None else rows & these
            if rows.bit_count() <= few:
                break
        return rows or 0

    def _rows_of(self, word: SearchWord, within: int | None, left: int) -> int:
        """The rows in which a word is found, or its pieces are; at least those of `within`. `left`: how many words are
        still to be looked for."""
        where = self._where(within, left)
        rows = self._words.rows(word, What.NAME, where) | self._words.rows(word, What.ELSEWHERE, where)
        rows |= self._groups.rows_of(self._names.found(word))
        return rows | self._rows_of_all(word.pieces, within) if word.pieces else rows

    def _rarity(self, word: SearchWord) -> tuple[bool, bool, int, int, int]:
        """In which order words are looked for: first those that are in few rows; of these and of the others, those that
        are known; the rarest first. Of those that are about as rare, those that are found quickly, since they cannot be
        read in many ways, and last Chinese typed together with how it is read; of each the longest first."""
        known = self._words.is_known(word)
        if known is not None:
            return self._is_usual(known), False, known, 0, 0
        usual = 0
        if self._sample is not None:
            usual = self._sample.count(word) + self._groups.rows_of(self._names.found(word)).bit_count()
        letters = word.letters
        if letters.isascii():
            slow = 2 if letters.isalpha() else 1
        else:
            slow = 1 if search_patterns.is_chinese(letters) else 3
        return self._is_usual(usual), True, usual, slow, -len(word.folded)

    def _is_usual(self, count: int) -> bool:
        """Whether so many rows are too many to be put apart for one word."""
        return count * _SOME > self._book.size

    def _where(self, rows: int | None, left: int = 1) -> Within | None:
        """Where to look when only these rows matter; None: everywhere, since it costs no more, and all can be kept.
        `left`: the words for which it matters."""
        if rows is None:
            return None
        if self._narrowed is None or not self._narrowed.is_good_for(rows):
            if self._is_usual(rows.bit_count() // min(left, _WORDS)):
                return None
            self._narrowed = Within(self._book, rows)
        return self._narrowed

    # ranks

    def _ranked(self, words: Sequence[SearchWord], rows: int) -> Found:
        """Of the rows in which all of the words are found."""
        find = partial(self._words.rows, within=self._where(rows))
        names = [find(word, What.NAME) & rows for word in words]
        in_name = 0  # only what is found in the name at all ranks above the rest
        for these in (*names, *(find(piece, What.NAME) & rows for word in words for piece in word.pieces)):
            in_name |= these
        if not any(word.letters for word in words):  # what is not in the name may be all of it: 12, in "1 2"
            in_name |= rows & self._whole(words, rows)
        few = in_name.bit_count()
        if few <= _FEW_NAMES and not any(word.pieces for word in words):
            return self._found(
                rows, plain_search.ranks_of_names(self._connection, tuple(words), self._members(in_name))
            )
        plain = all(map(search_patterns.is_plain, words))
        if not plain and few <= _TOO_MANY:
            return self._found(rows, plain_search.ranks(self._connection, tuple(words), self._members(in_name)))
        every = _all(names)  # where all of them are found in the name
        if not plain:
            return Found(rows, name=rows & _all(self._in_names_by_pieces(word) for word in words))
        first, begun = 0, every
        for word, these in zip(words, names, strict=False):
            first |= find(word, What.FIRST) if these else 0
            begun &= find(word, What.BEGINS) if begun else 0
        # 长 is all of "zhang", though that is not the right reading, and 先 of "xi an", whose "an" stands elsewhere
        exact = in_name & self._whole(words, in_name)
        prefix = every & first & ~exact
        begun = (begun | first & in_name) & ~(exact | prefix)
        return Found(rows, exact, prefix, begun, every & ~(exact | prefix | begun))

    def _in_names_by_pieces(self, word: SearchWord) -> int:
        rows = self._words.rows(word, What.NAME, None)
        return rows | _all(map(self._in_names_by_pieces, word.pieces)) if word.pieces else rows

    def _whole(self, words: Sequence[SearchWord], rows: int) -> int:
        """Where the words are the whole name, in any order; those of `rows` at least."""
        where = self._where(rows)
        if len(words) == 1:
            return self._words.rows(words[0], What.WHOLE, where)
        shards = (where or self._book)[Field.NAME].shards
        lines = 0
        for ordered in in_any_order(words):
            lines |= whole(ordered, shards.look)
        if where is not None:
            return where.rows_of(lines)
        return self._book[Field.NAME].rows_of(lines, range(len(self._book.blocks)))

    def _members(self, rows: int) -> Sequence[int]:
        return row_sets.members(rows, self._base)

    def _found(self, rows: int, ranks: dict[int, Rank]) -> Found:
        """Of what was looked at one by one."""
        *better, _ = (row_sets.make((row for row in ranks if ranks[row] is rank), self._base) for rank in Rank)
        return Found(rows, *better)


def _all(sets: Iterable[int]) -> int:
    """The rows that are in all of the sets, of which there is one at least."""
    found = -1
    for one in sets:
        found &= one
    return found
