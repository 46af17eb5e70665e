"""Lines of forms, some hundred at a time, and the expressions that are looked for in them."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import IntEnum
from itertools import repeat
from typing import cast

from addressbook.store import row_sets
from addressbook.store.search_forms import Forms

LINES = 256  # of a shard; those of rows that are not there are empty

_ZEROS = ["0" * count for count in range(LINES + 2)]
_NONE = _ZEROS[LINES]
_BREAK = b"\n"
_BREAKS = repeat(_BREAK)
_count = bytes.count
_NOTHING = [b""]


class Place(IntEnum):
    """The places of `Forms`."""

    NAMES = 0
    NAME_PARTS = 1
    OTHERS = 2
    ASCII = 3
    PARTS = 4
    EMAILS = 5
    DIGITS = 6
    SEEN = 7


class Shards:
    """The forms of all lines; line n of shard s is number s * LINES + n. Looking takes C code some ten microseconds a
    shard, so that no other thread waits for long."""

    def __init__(self) -> None:
        self._columns: list[list[bytes]] = [[] for _ in Place]  # b"" for a shard without anything in it

    def __len__(self) -> int:
        return len(self._columns[0])

    def put(self, shard: int, forms: Forms | None) -> None:
        """Set a shard; None for one without anything in it."""
        for place, column in zip(Place, self._columns, strict=True):
            column.extend([b""] * (shard + 1 - len(column)))
            column[shard] = b"" if forms is None else cast(bytes, forms[place])

    def look(self, place: Place, pattern: bytes, *, needle: str = "", within: int | None = None) -> int:
        """The set of the lines in which `pattern` (search_patterns.py) is found.

        `needle`: what all of them hold, if that is known. `within`: a set of lines; shards without any of them are
        left out.
        """
        split = re.compile(pattern).split
        leading = pattern.startswith(_BREAK)
        bare = needle.encode()
        column = self._columns[place]
        if within is not None:
            there = row_sets.to_text(within, len(column) * LINES)
            column = [
                lines if "1" in there[number * LINES : (number + 1) * LINES] else b""
                for number, lines in enumerate(column)
            ]
        found: list[str] = []
        for lines in column:
            # Between two matches stand the lines without one
            pieces = split(lines) if bare in lines and lines else _NOTHING
            if len(pieces) == 1:
                found.append(_NONE)
                continue
            flags = "1".join(map(_ZEROS.__getitem__, map(_count, pieces, _BREAKS)))
            found.append(flags[:-1] if leading else flags[1:])
        return row_sets.from_text("".join(found))

    def look_again(self, rows: int, form: Callable[[str], bytes], pattern: bytes) -> int:
        """Those of some lines in whose other texts, brought into another form, `pattern` is found."""
        flags = row_sets.to_text(rows, len(self) * LINES)
        there: list[int] = []
        lines: list[str] = []
        for shard, others in enumerate(self._columns[Place.OTHERS]):
            texts = self._columns[Place.SEEN][shard] or others
            here = flags[shard * LINES : (shard + 1) * LINES]
            if texts and "1" in here:
                there += [shard * LINES + line for line, flag in enumerate(here) if flag == "1"]
                every = texts.decode().split("\n")[1:-1]
                lines += [line for line, flag in zip(every, here, strict=True) if flag == "1"]
        again = Shards()
        for shard, start in enumerate(range(0, len(lines), LINES)):
            part = lines[start : start + LINES]
            part += [""] * (LINES - len(part))
            nothing = b""
            again.put(shard, Forms(nothing, form("\n".join(part)), nothing, nothing, nothing, nothing, nothing))
        found = again.look(Place.NAME_PARTS, pattern)
        return row_sets.make((there[number] for number in row_sets.members(found, 0)), 0)
