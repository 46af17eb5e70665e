"""The order of the list: numbers of rows, made by a rule until somebody writes, then kept in an array."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from math import gcd

HIDDEN_EVERY, HIDDEN_AT = 297, 148
"""With hidden rows, every row number of this residue is one: in the middle of every third page, never at its edge."""


def is_hidden(number: int) -> bool:
    """Whether a base row counts for offsets but is never shown."""
    return number % HIDDEN_EVERY == HIDDEN_AT


def number_of(index: int, hidden: bool) -> int:
    """The row number of the sample contact `index`."""
    if not hidden:
        return index
    block, rest = divmod(index, HIDDEN_EVERY - 1)
    return block * HIDDEN_EVERY + rest + (1 if rest >= HIDDEN_AT else 0)


def base_rows(contacts: int, hidden: bool) -> int:
    """How many rows are needed to show so many contacts. The last row is always a shown one."""
    return number_of(contacts - 1, hidden) + 1 if contacts else 0


class Order:
    """Row numbers in list order. Created contacts go where the order wants them."""

    def __init__(self, kind: str, rows: int, seed: int) -> None:
        self._kind = kind
        self._numbers: Sequence[int] | array[int]
        self._step, self._shift = 0, 0
        if kind == "newest":
            self._numbers = range(rows - 1, -1, -1)
        else:
            self._numbers = range(rows)
        if kind == "shuffled" and rows > 2:
            self._step = int(rows * 0.618) | 1
            while gcd(self._step, rows) != 1:
                self._step += 2
            self._shift = seed % rows

    def __len__(self) -> int:
        return len(self._numbers)

    def slice(self, offset: int, size: int) -> Sequence[int]:
        """Row numbers from `offset` on."""
        part = self._numbers[offset : offset + size]
        if not self._step:
            return part
        rows = len(self._numbers)
        return [(place * self._step + self._shift) % rows for place in part]

    def _array(self) -> array[int]:
        if not isinstance(self._numbers, array):
            self._numbers = array("q", self.slice(0, len(self._numbers)))
            self._step = 0
        return self._numbers

    def add(self, number: int) -> None:
        """Put a new row where this order has its newest ones; in the shuffled order, anywhere."""
        numbers = self._array()
        if self._kind == "newest":
            numbers.insert(0, number)
        elif self._kind == "oldest":
            numbers.append(number)
        else:
            numbers.insert(number * 2_654_435_761 % (len(numbers) + 1), number)

    def remove(self, number: int) -> None:
        """Take a row out; the rows behind it move up."""
        self._array().remove(number)
