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


class Place(IntEnum):
    """The places of `Forms`."""

    NAMES = 0
    NAME_PARTS = 1
    OTHERS = 2
    ASCII = 3
    PARTS = 4
    EMAILS = 5
    DIGITS = 6


class Shards:
    """The forms of all lines; line n of shard s is number s * LINES + n. Looking takes C code some ten microseconds a
    shard, so that no other thread waits for long."""

    def __init__(self) -> None:
        self._forms: list[Forms | None] = []

    def __len__(self) -> int:
        return len(self._forms)

    def put(self, shard: int, forms: Forms | None) -> None:
        """Set a shard; None for one without anything in it."""
        self._forms.extend([None] * (shard + 1 - len(self._forms)))
        self._forms[shard] = forms

    def look(self, place: Place, pattern: bytes, *, needle: str = "", within: int | None = None) -> int:
        """The set of the lines in which `pattern` (search_patterns.py) is found.

        `needle`: what all of them hold, if that is known. `within`: a set of lines; shards without any of them are
        left out.
        """
        expression = re.compile(pattern)
        leading = pattern.startswith(_BREAK)
        bare = needle.encode()
        there = None if within is None else row_sets.to_text(within, len(self._forms) * LINES)
        found: list[str] = []
        for number, forms in enumerate(self._forms):
            if forms is None or (there is not None and "1" not in there[number * LINES : (number + 1) * LINES]):
                found.append(_NONE)
                continue
            lines = cast(bytes, forms[place])
            if bare not in lines:
                found.append(_NONE)
                continue
            # Between two matches stand the lines without one
            pieces = expression.split(lines)
            if len(pieces) == 1:
                found.append(_NONE)
                continue
            flags = "1".join(map(_ZEROS.__getitem__, map(bytes.count, pieces, repeat(_BREAK))))
            found.append(flags[:-1] if leading else flags[1:])
        return row_sets.from_text("".join(found))

    def look_again(self, rows: int, form: Callable[[str], bytes], pattern: bytes) -> int:
        """Those of some lines in whose other texts, brought into another form, `pattern` is found."""
        flags = row_sets.to_text(rows, len(self._forms) * LINES)
        there: list[int] = []
        lines: list[str] = []
        for shard, forms in enumerate(self._forms):
            here = flags[shard * LINES : (shard + 1) * LINES]
            if forms is not None and "1" in here:
                there += [shard * LINES + line for line, flag in enumerate(here) if flag == "1"]
                every = forms.others.decode().split("\n")[1:-1]
                lines += [line for line, flag in zip(every, here, strict=True) if flag == "1"]
        again = Shards()
        for shard, start in enumerate(range(0, len(lines), LINES)):
            part = lines[start : start + LINES]
            part += [""] * (LINES - len(part))
            nothing = b""
            again.put(shard, Forms(nothing, form("\n".join(part)), nothing, nothing, nothing, nothing, nothing))
        found = again.look(Place.NAME_PARTS, pattern)
        return row_sets.make((there[number] for number in row_sets.members(found, 0)), 0)
