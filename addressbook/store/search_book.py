"""The texts of a whole book that are searched, field by field, read from the copy and kept up to date."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from addressbook.store.connection import Connection, values_of
from addressbook.store.search_feed import Changes
from addressbook.store.search_forms import FormMaker
from addressbook.store.search_shards import LINES, Stamps
from addressbook.store.search_texts import BLOCK, AllTexts, DifferentTexts, OwnTexts

_MOST_UNUSED = 2000  # lines, and half of all


class Field(Enum):
    """What is searched of a contact itself; the value is its column."""

    NAME = "name"
    ALIAS = "remark"
    COMPANY = "company_name"
    TITLE = "title"
    ADDRESS = "address"
    EMAIL = "email"
    DIGITS = "CAST(digits AS TEXT)"


TEXTS = (Field.ALIAS, Field.COMPANY, Field.TITLE, Field.ADDRESS)  # can be typed as they are read, as names can

_COLUMNS = ", ".join(f"group_concat(column{number}, char(10))" for number in range(len(Field)))
_ROWS = ", ".join(f"{field.value} AS column{number}" for number, field in enumerate(Field))


def _select(where: str) -> str:
    """SQL for the columns of some rows, each as one text with a line for each row."""
    return (
        f"SELECT group_concat(row), {_COLUMNS} FROM (SELECT contacts.row, {_ROWS} "  # noqa: S608
        f"FROM contacts JOIN searching USING (row) WHERE {where} ORDER BY contacts.row)"
    )


_BETWEEN = "contacts.row >= ? AND contacts.row < ?"
_AMONG = "contacts.row IN (SELECT value FROM json_each(?))"


class SearchedBook:
    """Belongs to one reader. Rows are counted from `base`, in blocks of BLOCK rows."""

    def __init__(self, connection: Connection, base: int, maker: FormMaker) -> None:
        self._connection = connection
        self._base = base
        self.blocks = Stamps()  # of rows
        self._texts: dict[Field, AllTexts] = {
            Field.NAME: DifferentTexts(maker.of_names),
            Field.ALIAS: DifferentTexts(lambda texts: maker.of_texts(texts, person=True)),
            Field.COMPANY: DifferentTexts(maker.of_texts),
            Field.TITLE: DifferentTexts(maker.of_texts),
            Field.ADDRESS: DifferentTexts(maker.of_texts),
            Field.EMAIL: OwnTexts(maker.of_signs),
            Field.DIGITS: OwnTexts(maker.of_signs),
        }
        self._next = 0  # rows from here on are still to be read, …
        self._end = -1  # … up to here; -1: how many is not even counted
        self._changed: set[int] = set()  # rows before that are to be read again

    def __getitem__(self, field: Field) -> AllTexts:
        return self._texts[field]

    @property
    def size(self) -> int:
        """How many rows there are at most."""
        return len(self.blocks) * BLOCK

    @property
    def is_whole(self) -> bool:
        """Whether all texts are read as they are now."""
        return self._end >= 0 and self._next >= self._end and not self._changed

    @property
    def is_mostly_unused(self) -> bool:
        """Whether it takes much more memory than the texts that there are now."""
        every = (texts for texts in self._texts.values() if isinstance(texts, DifferentTexts))
        return any(texts.unused > max(_MOST_UNUSED, texts.shards.size // 2) for texts in every)

    def sync(self, changes: Changes) -> None:
        """Take over which rows changed; their texts are read later."""
        if changes.everything:
            self._next, self._end = 0, -1
            self._changed.clear()
        elif self._end >= 0 and changes.rows:
            places = {row - self._base for row in changes.rows}
            self._end = max(self._end, max(places) + 1)
            self._changed |= {place for place in places if place < self._next}

    def load(self, most: int) -> bool:
        """Read `most` × LINES rows of what is still to be read; returns whether there is more."""
        if self._end < 0:
            last = self._connection.number("SELECT max(row) FROM contacts")
            # Those at the end may be empty now
            self._end = max(last - self._base + 1 if last else 0, self.size)
        if self._changed:
            changed = sorted(self._changed)[: most * LINES]
            self._read(changed, _AMONG, (values_of(self._base + row for row in changed),))
            self._changed.difference_update(changed)
        elif self._next < self._end:
            start = self._next
            self._next = min((start // LINES + most) * LINES, self._end)
            self._read(range(start, self._next), _BETWEEN, (self._base + start, self._base + self._next))
        return not self.is_whole

    def settle(self) -> None:
        """Make what was read ready to be looked at."""
        for texts in self._texts.values():
            texts.settle()

    def rest(self) -> None:
        """A search is over."""
        for texts in self._texts.values():
            texts.shards.rest()

    def _read(self, rows: Sequence[int], where: str, values: Sequence[int | str]) -> None:
        """Read these rows, upwards, of which some may not be there."""
        numbers, *columns = self._connection.all(_select(where), values)[0]
        there = [int(row) - self._base for row in numbers.split(",")] if numbers else []
        for field, column in zip(Field, columns, strict=True):
            lines = self._lines(column or "", len(there), field, where, values)
            if len(there) < len(rows):
                known = dict(zip(there, lines, strict=True))
                lines = [known.get(row, "") for row in rows]
            self._texts[field].put(rows, lines)
        self.blocks.touch(sorted({row // BLOCK for row in rows}))

    def _lines(self, column: str, count: int, field: Field, where: str, values: Sequence[int | str]) -> list[str]:
        """The texts of a column, each as one line."""
        lines = column.replace("\x1f", " ").split("\n")
        if count and len(lines) != count:  # some have several
            found = self._connection.all(
                f"SELECT {field.value} FROM contacts JOIN searching USING (row) WHERE {where} ORDER BY contacts.row",  # noqa: S608
                values,
            )
            lines = [str(text).replace("\n", " ").replace("\x1f", " ") for (text,) in found]
        return lines if count else []
