"""Rows in an order: picked out of it set by set, and put where they belong now when they have changed.

Many are picked by a plain loop, which lets other threads in at any time and takes 3 to 7 ms for 100,000 contacts. To
gather flags in C code first (`map`, `compress`, `filter`, a stable sort) takes as long at best, for several sets twice
as long, and has to be done in slices.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import pairwise
from typing import Any

from addressbook.domain.query import ROWS
from addressbook.store import row_sets

_BETWEEN = 3  # a row and those on both sides
_FEW = 12  # one in so many rows is found faster by its place than by a look at all

Key = tuple[Any, ...]  # the first value tells in which part of the order a row is
KeysOf = Callable[[Iterable[int]], Mapping[int, Key]]


class RowOrder:
    """All of a book's rows, none of which is below `base`."""

    def __init__(self, rows: array[int], base: int) -> None:
        self.rows = rows
        """Not to be changed by others."""
        self.moves = 0
        """How often a row has gone to another place, or perhaps to another part of the order."""
        self.base = base
        self._places = array("i")  # of each row from `base` on, -1 of one that is not there; empty: not noted yet

    def pick(self, sets: Sequence[int], size: int) -> array[int]:
        """The rows of each set in turn, as they stand in the order; the sets have no row in common.

        `size` is at least one more than the last row, counted from `base`.
        """
        few = sum(map(int.bit_count, sets)) * _FEW < len(self.rows)
        return self._by_place(sets, size) if few else self._of_all(sets, size)

    def _by_place(self, sets: Sequence[int], size: int) -> array[int]:
        picked = array(ROWS)
        places, rows = self._noted(size), self.rows
        number_at = bytearray(len(rows) + 1)  # which set it is in; behind the end that of rows that are not there
        for number, those in enumerate(sets, 1):
            for offset in row_sets.members(those, 0):
                number_at[places[offset]] = number
        del number_at[-1]
        for number, those in enumerate(sets, 1):
            place = number_at.find(number) if those else -1
            while place >= 0:
                picked.append(rows[place])
                place = number_at.find(number, place + 1)
        return picked

    def _of_all(self, sets: Sequence[int], size: int) -> array[int]:
        numbers = 0  # a byte for each row: which set it is in, 0 for none
        for number, those in enumerate(sets, 1):
            if those:
                numbers += number * int.from_bytes(row_sets.to_flags(those, size), "little")
        number_of = numbers.to_bytes(size, "little")
        base = self.base
        picked = [array(ROWS) for _ in range(len(sets) + 1)]
        put = [part.append for part in picked]
        for offset in array(ROWS, (row - base for row in self.rows)) if base else self.rows:
            number = number_of[offset]
            if number:
                put[number](offset)
        joined = array(ROWS)
        for part in picked:
            joined.extend(part)
        return array(ROWS, (base + offset for offset in joined)) if base else joined

    def without(self, rows: Iterable[int], size: int) -> array[int]:
        """All but these rows, which come as they stand in the order."""
        places = self._noted(size)
        rest, start = array(ROWS), 0
        for row in rows:
            place = places[row - self.base]
            rest.extend(self.rows[start:place])
            start = place + 1
        return rest + self.rows[start:]

    def update(self, changed: Iterable[int], keys_of: KeysOf, size: int) -> None:
        """Put rows that have changed, are new or are gone where they belong now. `keys_of` tells by what rows are
        ordered, without those that are gone; it has not changed for any others."""
        places, rows, base = self._noted(size), self.rows, self.base
        changed = {row for row in changed if row - base < size}  # others are not committed yet
        beside: dict[int, list[int]] = {}  # those that are there, between the rows around them
        for row in changed:
            place = places[row - base]
            if place >= 0:
                beside[row] = list(rows[max(0, place - 1) : place + 2])
        keys = keys_of(changed.union(*beside.values()))
        stay = {row for row, these in beside.items() if _is_in_order(row, these, changed, keys)}
        if stay != changed:
            self._move(changed - stay, keys, keys_of)

    def _move(self, changed: Set[int], keys: Mapping[int, Key], keys_of: KeysOf) -> None:
        rows, places, base = self.rows, self._places, self.base
        before = sorted(place for row in changed if (place := places[row - base]) >= 0)
        for place in reversed(before):
            del rows[place]
        after: list[int] = []
        for row in sorted(changed & keys.keys(), key=keys.__getitem__):
            low = after[-1] + 1 if after else 0
            after.append(bisect_left(rows, keys[row], low, key=lambda one: keys_of((one,))[one]))
            rows.insert(after[-1], row)
        for row in changed:
            places[row - base] = -1
        ends = (*before, *after)
        if ends:
            self._note(min(ends), max(ends) + 1 if len(before) == len(after) else len(rows))
            self.moves += 1

    def _noted(self, size: int) -> array[int]:
        """The places, for so many rows at least."""
        missing = size - len(self._places)
        if missing > 0:
            is_first = not self._places
            self._places.extend(array("i", [-1]) * missing)
            if is_first:
                self._note(0, len(self.rows))
        return self._places

    def _note(self, start: int, end: int) -> None:
        places, base = self._places, self.base
        for place, row in enumerate(self.rows[start:end], start):
            places[row - base] = place


def _is_in_order(row: int, beside: Sequence[int], changed: Set[int], keys: Mapping[int, Key]) -> bool:
    """Whether a row that has changed belongs where it stands, within one part and between rows that have not. Of the
    first row and the last one it cannot be told whether they were in another part before."""
    if len(beside) < _BETWEEN or any(one not in keys or (one in changed and one != row) for one in beside):
        return False
    if any(keys[one][0] != keys[row][0] for one in beside):
        return False
    return all(keys[one] < keys[other] for one, other in pairwise(beside))
