"""Searching in some of the rows: those that are left by the other words of a search, and a sample of all."""

from __future__ import annotations

from collections.abc import Sequence

from addressbook.domain.search_words import SearchWord
from addressbook.store import row_sets
from addressbook.store.search_book import Field, SearchedBook
from addressbook.store.search_forms import FormMaker
from addressbook.store.search_looks import Sought, What
from addressbook.store.search_texts import SomeTexts

_MUCH = 4
_SAMPLE = 400  # rows


class SomeRows:
    """The texts of some rows, upwards, as a book of their own."""

    def __init__(self, book: SearchedBook, rows: Sequence[int]) -> None:
        self._book = book
        self._rows = rows
        self._texts: dict[Field, SomeTexts] = {}

    def __getitem__(self, field: Field) -> SomeTexts:
        texts = self._texts.get(field)
        if texts is None:
            texts = self._texts[field] = SomeTexts(self._book[field], self._rows)
        return texts

    def look(self, what: What, sought: Sought) -> int:
        """The places of those rows in which something is found."""
        found = 0
        for field in what.fields:
            found |= sought.lines(what, field, self[field])
        return found

    def rows_of(self, places: int) -> int:
        """The rows at these places."""
        return row_sets.make(map(self._rows.__getitem__, row_sets.members(places, 0)), 0)


class Within(SomeRows):
    """Rows to which a search is narrowed."""

    def __init__(self, book: SearchedBook, rows: int) -> None:
        super().__init__(book, row_sets.members(rows, 0))
        self.rows = rows
        self._when = book.blocks.now

    def is_good_for(self, rows: int) -> bool:
        """Whether there is no need to narrow the search to just these rows."""
        if self._when != self._book.blocks.now or rows & ~self.rows:
            return False
        return rows.bit_count() * _MUCH > self.rows.bit_count()


class Sample:
    """Some rows that stand for all as they were when it was made: how many hold a word is told from these."""

    def __init__(self, book: SearchedBook, maker: FormMaker) -> None:
        self._step = max(1, book.size // _SAMPLE)
        self._rows = SomeRows(book, range(0, book.size, self._step))
        self._maker = maker

    def count(self, word: SearchWord) -> int:
        """About how many of all rows hold a word."""
        sought = Sought(word, self._maker)
        rows = self._rows.look(What.NAME, sought) | self._rows.look(What.ELSEWHERE, sought)
        return rows.bit_count() * self._step
