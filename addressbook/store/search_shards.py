"""Lines of forms, some hundred at a time, and the expressions that are looked for in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from itertools import chain, compress, repeat
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
_TO_BITS = bytes.maketrans(b"01", b"\0\1")

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
        self.changed.touch((shard,))

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
        self.changed.touch((shard,))

    def lines(self, shard: int) -> list[bytes]:
        """The plain lines of a shard, which may be empty or missing."""
        column = self._columns[Form.PLAIN]
        lines = column[shard] if shard < len(column) else b""
        return lines.split(_BREAK)[1:-1] if lines else [b""] * LINES

    def column(self, form: Form) -> Sequence[bytes]:
        """The shards in one form; b"" for one without anything in it."""
        return self._columns[form]

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
            found = [_NONE.decode()] * len(column)
            for place, shard in enumerate(shards):
                found[shard] = flags[place * LINES : (place + 1) * LINES]
            return row_sets.from_text("".join(found))
        part = None if within is None else self._part(within, _FEW if needle else _SOME)
        if part is None or (needle and part.is_slow(form)):
            return row_sets.from_text(look(column, pattern, needle))
        return row_sets.from_text(part.spread(look(part.column(form), pattern, needle)))

    def seen(self, within: int) -> list[bytes]:
        """The plain lines of a set, with their traditional characters."""
        part = _Part(self, None, self._flags(within))
        plain = part.lines(Form.PLAIN)
        if not any(self._columns[Form.SEEN]):
            return plain
        return [seen or simplified for seen, simplified in zip(part.lines(Form.SEEN), plain, strict=True)]

    def rest(self) -> None:
        """A search is over: what was put apart for it is given up, but for a little."""
        few = self.size // _FEW
        self._apart = [one for one in self._apart if one[0].bit_count() <= few]

    def _flags(self, lines: int) -> str:
        return row_sets.to_text(lines, len(self.column(Form.PLAIN)) * LINES)

    def _part(self, within: int, some: int) -> _Part | None:
        """The smallest part that was put apart and has these lines, one in `some` if not before; None for all."""
        while self._apart and within & ~self._apart[-1][0]:
            self._apart.pop()
        size, last = self.size, None
        if self._apart:
            known, last = self._apart[-1]
            size = known.bit_count()
        if within.bit_count() * some <= size > _MANY:
            last = _Part(self, last, self._flags(within))
            self._apart.append((within, last))
        return last


class _Part:
    """Some of the lines, in shards of their own: what is looked for there is found in a part of the time."""

    def __init__(self, every: Shards, larger: _Part | None, flags: str) -> None:
        """`flags` tells which of all lines; those of `larger` are among them all."""
        self._every = every
        self._larger = larger
        self._bits = flags.encode().translate(_TO_BITS)
        self._between = flags.split("1")
        self._columns: dict[Form, list[bytes]] = {}

    def is_slow(self, form: Form) -> bool:
        """Whether a needle is found in all lines more quickly than these are put apart."""
        return form not in self._columns and len(self._between) * _FEW > len(self._bits)

    def column(self, form: Form) -> Sequence[bytes]:
        """The shards in one form."""
        known = self._columns.get(form)
        if known is None:
            shards = parted(self.lines(form), b"")
            known = self._columns[form] = [_BREAK.join((b"", *lines, b"")) for lines in shards]
        return known

    def lines(self, form: Form) -> list[bytes]:
        """The lines one by one."""
        larger = self._larger
        while larger is not None and form not in larger._columns:
            larger = larger._larger
        if larger is None:
            bits, column = self._bits, self._every.column(form)
        else:  # lines may have been added since
            bits, column = bytes(compress(self._bits, larger._bits)), larger.column(form)
        found: list[bytes] = []
        for shard, lines in enumerate(column):
            here = bits[shard * LINES : (shard + 1) * LINES]
            if any(here):
                found += compress(lines.split(_BREAK)[1:] if lines else repeat(b""), here)
        return found

    def spread(self, flags: str) -> str:
        """Flags of the lines of this part, as flags of all lines."""
        return "".join(chain.from_iterable(zip(self._between, flags, strict=False)))
