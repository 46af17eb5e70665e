"""Lines of forms, some hundred at a time, and the expressions that are looked for in them."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import accumulate, chain, repeat
from typing import TypeVar

from addressbook.store import row_sets
from addressbook.store.search_forms import Forms

LINES = 256  # of a shard

_SOME = 8  # one line in so many is worth being put apart, …
_MANY = 2048  # … out of so many
_FEW = 16  # what is kept apart for the next search is one line in so many

_BREAK = b"\n"
_FOUND = b"\xff"  # a line in which something is found; stands in no text
_TO_FLAGS = bytes.maketrans(_BREAK + _FOUND, b"01")
_NO_FLAGS = bytes(set(range(256)) - set(_BREAK + _FOUND))
_NONE = b"0" * LINES
_TWO_BYTES = 0xFFFF
_NO_STARTS: array[int] = array("H")

_Text = TypeVar("_Text", str, bytes)


class Form(IntEnum):
    """The first of `Forms`."""

    PLAIN = 0
    PARTS = 1
    SEEN = 2


def look(shards: Iterable[bytes], pattern: bytes, needle: str = "") -> str:
    """For each line "1" where `pattern` (search_patterns.py) is found, else "0". `needle`: what all of these lines
    hold, if that is known."""
    put = re.compile(pattern).sub
    leading = pattern.startswith(_BREAK)
    bare = needle.encode()
    found: list[bytes] = []
    for lines in shards:
        if lines and bare in lines:
            marked = put(_FOUND, lines)
            if marked is not lines:  # it is given back where nothing was found
                flags = marked.translate(_TO_FLAGS, _NO_FLAGS)
                found.append(flags[:-1] if leading else flags[1:])
                continue
        found.append(_NONE)
    return b"".join(found).decode()


def parted(lines: Sequence[_Text], nothing: _Text) -> Iterator[list[_Text]]:
    """Lines as those of shards, the last of which is filled up with `nothing`."""
    filled = list(lines)
    filled.extend(repeat(nothing, -len(lines) % LINES))
    for start in range(0, len(lines), LINES):
        yield filled[start : start + LINES]


class Stamps:
    """When each of some things, numbered from 0, last changed. There is no time but the number of changes so far."""

    def __init__(self) -> None:
        self.now = 0
        self._last: list[int] = []

    def __len__(self) -> int:
        return len(self._last)

    def touch(self, numbers: Iterable[int]) -> None:
        """These have changed, or are new."""
        self.now += 1
        for number in numbers:
            self._last.extend(repeat(self.now, number + 1 - len(self._last)))
            self._last[number] = self.now

    def since(self, then: int) -> list[int]:
        """Those that are new or have changed after `then`; 0 for all."""
        if then == self.now:
            return []
        return [number for number, last in enumerate(self._last) if last > then]


class Shards:
    """The forms of lines; line n of shard s is number s * LINES + n. Looking takes C code some ten microseconds a
    shard, so that no other thread waits for long."""

    def __init__(self) -> None:
        self.changed = Stamps()
        self.size = 0  # lines
        self._columns: tuple[list[bytes], ...] = tuple([] for _ in Form)
        self._starts: dict[tuple[Form, int], array[int]] = {}  # of the lines of a shard, and its end
        self._apart: list[tuple[int, _Part]] = []  # sets of lines, each a part of the one before

    def append(self, forms: Forms, count: int) -> None:
        """Add as many lines behind the last one; no more than fit into the shard under way (see `room`)."""
        shard = self.size // LINES
        for more, column in zip((forms.plain, forms.parts, forms.seen), self._columns, strict=True):
            if len(column) <= shard:
                column.append(more)
            elif more or column[shard]:
                before = column[shard] or _BREAK * (self.size % LINES + 1)
                column[shard] = before + (more[1:] or _BREAK * count)
        self.size += count
        self._touch(shard)

    @property
    def room(self) -> int:
        """How many lines fit into the shard under way."""
        return LINES - self.size % LINES

    def put(self, shard: int, plain: bytes) -> None:
        """Set a whole shard of lines that have but one form."""
        self._apart.clear()
        for column, lines in zip(self._columns, (plain, b"", b""), strict=True):
            column.extend(repeat(b"", shard + 1 - len(column)))
            column[shard] = lines
        self.size = max(self.size, (shard + 1) * LINES)
        self._touch(shard)

    def lines(self, shard: int) -> list[bytes]:
        """The plain lines of a shard, which may be empty or missing."""
        column = self._columns[Form.PLAIN]
        lines = column[shard] if shard < len(column) else b""
        return lines.split(_BREAK)[1:-1] if lines else [b""] * LINES

    def look(
        self,
        form: Form,
        pattern: bytes,
        *,
        needle: str = "",
        within: int | None = None,
        shards: Sequence[int] | None = None,
    ) -> int:
        """The set of the lines in which `pattern` is found. `within`: the lines that matter; others may be left out.
        `shards`: look only at these, upwards."""
        column = self._columns[form]
        if shards is not None:
            flags = look(map(column.__getitem__, shards), pattern, needle)
            found = 0
            for place, shard in enumerate(shards):
                found |= row_sets.from_text(flags[place * LINES : (place + 1) * LINES]) << shard * LINES
            return found
        part = None if within is None else self._part(within, _FEW if needle else _SOME)
        if part is None or (needle and part.is_slow(form)):
            return row_sets.from_text(look(column, pattern, needle))
        return part.spread(part.lines.look(form, pattern, needle=needle))

    def seen(self, lines: Sequence[int]) -> list[bytes]:
        """Some plain lines, with their traditional characters."""
        plain = self.some(Form.PLAIN, lines)
        if not any(self._columns[Form.SEEN]):
            return plain
        return [seen or simplified for seen, simplified in zip(self.some(Form.SEEN, lines), plain, strict=True)]

    def some(self, form: Form, lines: Iterable[int]) -> list[bytes]:
        """Some lines in one form, one by one; faster where those of a shard follow one another."""
        column = self._columns[form]
        found: list[bytes] = []
        first, text, starts = -LINES, b"", _NO_STARTS
        for line in lines:
            if not 0 <= line - first < LINES:
                shard = line // LINES
                first = shard * LINES
                text = column[shard] if shard < len(column) else b""
                starts = self._starts_of(form, shard) if text else _NO_STARTS
            if text:
                found.append(text[starts[line - first] : starts[line - first + 1] - 1])
            else:
                found.append(text)
        return found

    def prepare(self, shard: int) -> None:
        """Note where the lines of a shard begin: they are taken out of it in a tenth of the time then."""
        for form in Form:
            if self._columns[form][shard]:
                self._starts_of(form, shard)

    def _starts_of(self, form: Form, shard: int) -> array[int]:
        starts = self._starts.get((form, shard))
        if starts is None:
            text = self._columns[form][shard]
            sizes = (len(line) + 1 for line in text.split(_BREAK)[:-1])
            starts = array("H" if len(text) <= _TWO_BYTES else "I", accumulate(sizes))
            self._starts[form, shard] = starts
        return starts

    def _touch(self, shard: int) -> None:
        for form in Form:
            self._starts.pop((form, shard), None)
        self.changed.touch((shard,))

    def rest(self) -> None:
        """A search is over: what was put apart for it is given up, but for a little."""
        few = self.size // _FEW
        self._apart = [one for one in self._apart if one[0].bit_count() <= few]

    def _part(self, within: int, some: int) -> _Part | None:
        """The smallest part that was put apart and has these lines, one in `some` if not before; None for all."""
        within &= (1 << self.size) - 1
        while self._apart and within & ~self._apart[-1][0]:
            self._apart.pop()
        size, last = self.size, None
        if self._apart:
            known, last = self._apart[-1]
            size = known.bit_count()
        if within.bit_count() * some <= size > _MANY:
            last = _Part(self, within)
            self._apart.append((within, last))
        return last


class SomeLines:
    """Some lines of shards, in shards of their own: what is looked for there is found in a part of the time."""

    def __init__(self, every: Shards, lines: Sequence[int]) -> None:
        self._every = every
        self._lines = lines
        self._columns: dict[Form, list[bytes]] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def is_there(self, form: Form) -> bool:
        """Whether the lines have been put apart in this form."""
        return form in self._columns

    def look(
        self, form: Form, pattern: bytes, *, needle: str = "", within: int | None = None, shards: object = None
    ) -> int:
        """As `Shards.look`, in all of these lines: their places, not their numbers."""
        column = self._columns.get(form)
        if column is None:
            apart = parted(self._every.some(form, self._lines), b"")
            column = self._columns[form] = [_BREAK.join((b"", *lines, b"")) for lines in apart]
        return row_sets.from_text(look(column, pattern, needle))

    def seen(self, places: Iterable[int]) -> list[bytes]:
        """As `Shards.seen`."""
        return self._every.seen([self._lines[place] for place in places])


class _Part:
    """Some of the lines, and which of all they are."""

    def __init__(self, every: Shards, lines: int) -> None:
        self.lines = SomeLines(every, row_sets.members(lines, 0))
        self._every = every
        self._between = row_sets.to_text(lines, 1).split("1")  # what stands before each of them

    def is_slow(self, form: Form) -> bool:
        """Whether a needle is found in all lines more quickly than these are put apart."""
        return not self.lines.is_there(form) and len(self.lines) * _FEW > self._every.size

    def spread(self, found: int) -> int:
        """Places in this part as numbers of lines."""
        flags = row_sets.to_text(found, len(self.lines))
        return row_sets.from_text("".join(chain.from_iterable(zip(self._between, flags, strict=False))))
