"""Sets of rows as one large number each: bit n stands for row `base` + n. 100,000 contacts are 12 kB.

Joining them costs microseconds; the rows of an order that are in a set are picked out by C code, a slice at a time, so
that no other thread waits longer than a millisecond.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from itertools import compress

_SLICE = 8192
_MANY = 8  # one in so many rows is found faster by looking at all
_TO_FLAGS = bytes.maketrans(b"01", b"\0\1")


def from_text(flags: str) -> int:
    """The set whose members are the places of "1" in text of "0" and "1"."""
    return int(flags[::-1], 2) if flags else 0


def to_text(rows: int, size: int) -> str:
    """The opposite: a text of at least `size` characters."""
    return format(rows, f"0{size}b")[::-1]


def make(rows: Iterable[int], base: int) -> int:
    """The set of these rows, none of which is below `base`."""
    rows = array("q", rows)
    if not rows:
        return 0
    flags = bytearray(b"0") * (max(rows) - base + 1)
    for row in rows:
        flags[row - base] = 49  # "1"
    flags.reverse()
    return int(flags, 2)


def members(rows: int, base: int) -> array[int]:
    """The rows of a set, upwards."""
    found = array("q")
    flags = to_text(rows, 1)
    place = flags.find("1")
    while place >= 0:
        found.append(base + place)
        place = flags.find("1", place + 1)
    return found


def pick(order: array[int], sets: Sequence[int], base: int, size: int) -> array[int]:
    """The rows of each set in turn, as they stand in `order`; the sets have no row in common.

    `size` is at least one more than the last row of `order`, counted from `base`.
    """
    picked = array("q")
    if not any(sets):
        return picked
    codes = 0  # a byte for each row: 0, or which set it is in
    for number, rows in enumerate(sets, 1):
        codes += number * int.from_bytes(to_text(rows, size).encode().translate(_TO_FLAGS), "little")
    by_row = codes.to_bytes(max(size, *(rows.bit_length() for rows in sets)), "little")
    parts = [order[start : start + _SLICE] for start in range(0, len(order), _SLICE)]
    flags = [bytes(map(by_row.__getitem__, (row - base for row in part) if base else part)) for part in parts]
    for number, rows in enumerate(sets, 1):
        many = rows.bit_count() > len(order) // _MANY
        only = bytes(number == code for code in range(256))
        for part, those in zip(parts, flags, strict=True):
            if many:
                picked.extend(compress(part, those.translate(only)))
                continue
            place = those.find(number)
            while place >= 0:
                picked.append(part[place])
                place = those.find(number, place + 1)
    return picked
