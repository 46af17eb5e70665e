"""Lines of forms, some hundred at a time, and the expressions that are looked for in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from enum import IntEnum
from itertools import chain, compress, repeat
from typing import TypeVar, cast

from addressbook.store import row_sets
from addressbook.store.search_forms import Forms

LINES = 256  # of a shard; those of rows that are not there are empty

_SOME = 4  # one line in so many is worth being put apart, …
_MANY = 2048  # … out of so many
_FEW = 16  # what is kept apart for the next search is one line in so many

_BREAK = b"\n"
_FOUND = b"\xff"  # a line in which something is found; stands in no text
_TO_FLAGS = bytes.maketrans(_BREAK + _FOUND, b"01")
_NO_FLAGS = bytes(set(range(256)) - set(_BREAK + _FOUND))
_NONE = b"0" * LINES
_TO_BITS = bytes.maketrans(b"01", b"\0\1")

_Text = TypeVar("_Text", str, bytes)


class Place(IntEnum):
    """The places of `Forms`."""

    NAMES = 0
    NAME_PARTS = 1
    OTHERS = 2
    ASCII = 3
    PARTS = 4
    ADDRESSES = 5
    EMAILS = 6
    DIGITS = 7
    SEEN = 8


def look(shards: Iterable[bytes], pattern: bytes, needle: str = "") -> str:
    """For each line "1" where `pattern` (search_patterns.py) is found, else "0". `needle`: what all of these lines
    hold, if that is known."""
    put = re.compile(pattern).sub
    leading = pattern.startswith(_BREAK)
    bare = needle.encode()
    found: list[bytes] = []
    for lines in shards:
        if lines and bare in lines:
            flags = put(_FOUND, lines).translate(_TO_FLAGS, _NO_FLAGS)
            found.append(flags[:-1] if leading else flags[1:])
        else:
            found.append(_NONE)
    return b"".join(found).decode()


def parted(lines: Sequence[_Text], nothing: _Text) -> Iterator[list[_Text]]:
    """Lines as those of shards, the last of which is filled up with `nothing`."""
    filled = list(lines)
    filled.extend(repeat(nothing, -len(lines) % LINES))
    for start in range(0, len(lines), LINES):
        yield filled[start : start + LINES]


class Shards:
    """The forms of all lines; line n of shard s is number s * LINES + n. Looking takes C code some ten microseconds a
    shard, so that no other thread waits for long."""

    def __init__(self) -> None:
        self._columns: list[list[bytes]] = [[] for _ in Place]
        self._apart: list[tuple[int, _Part]] = []  # sets of lines, each a part of the one before
        self._run: range | None = None  # of shards, see `only`

    def __len__(self) -> int:
        return len(self._columns[0])

    def column(self, place: Place) -> Sequence[bytes]:
        """The shards in one form; b"" for one without anything in it."""
        return self._columns[place]

    def put(self, shard: int, forms: Forms | None) -> None:
        """Set a shard; None for one without anything in it."""
        self._apart.clear()
        for place, column in zip(Place, self._columns, strict=True):
            column.extend([b""] * (shard + 1 - len(column)))
            column[shard] = b"" if forms is None else cast(bytes, forms[place])

    def look(self, place: Place, pattern: bytes, *, needle: str = "", within: int | None = None) -> int:
        """The set of the lines in which `pattern` is found. `within`: the lines that matter; others may be left out."""
        if self._run is not None:
            shards = self.column(place)[self._run.start : self._run.stop]
            return row_sets.from_text(look(shards, pattern, needle)) << self._run.start * LINES
        part = None if within is None else self._part(within)
        if part is None or (needle and part.is_slow(place)):
            return row_sets.from_text(look(self.column(place), pattern, needle))
        return row_sets.from_text(part.spread(look(part.column(place), pattern, needle)))

    @contextmanager
    def only(self, shards: range) -> Iterator[int]:
        """Look only at some shards, one behind the other, whatever `within` says; gives the set of their lines."""
        self._run = shards
        try:
            yield ((1 << len(shards) * LINES) - 1) << shards.start * LINES
        finally:
            self._run = None

    def others(self, rows: int) -> list[bytes]:
        """The other texts of these lines, with their traditional characters."""
        flags = row_sets.to_text(rows, len(self) * LINES)
        part = _Part(self, None, flags)
        others = part.lines(Place.OTHERS)
        if not any(self._columns[Place.SEEN]):
            return others
        return [seen or plain for seen, plain in zip(part.lines(Place.SEEN), others, strict=True)]

    def rest(self) -> None:
        """A search is over: what was put apart for it is given up, but for a little."""
        few = len(self) * LINES // _FEW
        self._apart = [one for one in self._apart if one[0].bit_count() <= few]

    def is_part(self, rows: int) -> bool:
        """Whether looking only at these lines takes less time than looking at all."""
        return rows.bit_count() * _SOME <= len(self) * LINES

    def _part(self, rows: int) -> _Part | None:
        """The smallest part that was put apart and has these lines; None for all."""
        while self._apart and rows & ~self._apart[-1][0]:
            self._apart.pop()
        size, last = len(self) * LINES, None
        if self._apart:
            known, last = self._apart[-1]
            size = known.bit_count()
        if rows.bit_count() * _SOME <= size > _MANY:
            last = _Part(self, last, row_sets.to_text(rows, len(self) * LINES))
            self._apart.append((rows, last))
        return last


class _Part:
    """Some of the lines, in shards of their own: what is looked for there is found in a part of the time."""

    def __init__(self, every: Shards, larger: _Part | None, flags: str) -> None:
        """`flags` tells which of all lines; those of `larger` are among them all."""
        self._every = every
        self._larger = larger
        self._flags = flags
        self._bits = flags.encode().translate(_TO_BITS)
        self._between = flags.split("1")
        self._columns: dict[Place, list[bytes]] = {}

    def is_slow(self, place: Place) -> bool:
        """Whether a needle is found in all lines more quickly than these are put apart."""
        large = len(self._between) * _FEW > len(self._flags)
        return place not in self._columns and (large or place in (Place.NAMES, Place.EMAILS))  # these are short

    def column(self, place: Place) -> Sequence[bytes]:
        """The shards in one form."""
        known = self._columns.get(place)
        if known is None:
            shards = parted(self.lines(place), b"")
            known = self._columns[place] = [_BREAK.join((b"", *lines, b"")) for lines in shards]
        return known

    def lines(self, place: Place) -> list[bytes]:
        """The lines one by one."""
        larger = self._larger
        while larger is not None and place not in larger._columns:
            larger = larger._larger
        if larger is None:
            bits, column = self._bits, self._every.column(place)
        else:
            bits, column = bytes(compress(self._bits, larger._bits)), larger.column(place)
        found: list[bytes] = []
        for shard, lines in enumerate(column):
            here = bits[shard * LINES : (shard + 1) * LINES]
            if any(here):
                found += compress(lines.split(_BREAK)[1:] if lines else repeat(b""), here)
        return found

    def spread(self, flags: str) -> str:
        """Flags of the lines of this part, as flags of all lines."""
        return "".join(chain.from_iterable(zip(self._between, flags, strict=False)))
