"""The texts of one field of all contacts, as they are searched: which lines hold what, and which rows hold these lines.

Of 100,000 contacts 5,000 names may be different, 11,000 companies and 40 titles. So each different text is a line, in
which is looked only once, and that never changes: a contact that is called otherwise has another text. What hardly
repeats, e-mail addresses and numbers, has a line for each row.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from types import MappingProxyType

from addressbook.store import row_sets
from addressbook.store.search_forms import Forms
from addressbook.store.search_shards import LINES, Shards, SomeLines

BLOCK = 64  # rows: when one of them has changed, all are asked for their lines again

_MANY = 3  # the rows of one line in so many are found faster by asking each row for its line than line by line
_FEW = 8  # as many lines as all rows that are asked one by one sooner than all lines are laid out
_RARE = 32  # one of so many is picked by its number faster than by passing by all
_EMPTY = 0  # the line of no text, which stands in no list of rows
_ONE, _NOT = b"10"
_ROWS = 4096  # that are asked in one go: a fraction of a millisecond, in which no other thread can run


class OwnTexts:
    """A line for each row."""

    can_be_read = False
    odd: Mapping[int, str] = MappingProxyType({})

    def __init__(self, form: Callable[[str], Forms]) -> None:
        self.shards = Shards()
        self._form = form

    def put(self, rows: Sequence[int], texts: Sequence[str]) -> None:
        """What these rows, counted from 0 and upwards, hold from now on."""
        lines = self._form("\n".join(texts)).plain.split(b"\n")[1:-1]
        shards: dict[int, dict[int, bytes]] = {}
        for row, line in zip(rows, lines, strict=True):
            shards.setdefault(row // LINES, {})[row % LINES] = line
        for shard, changed in shards.items():
            known = self.shards.lines(shard)
            is_there = shard < len(self.shards.changed)
            if is_there and all(known[place] == line for place, line in changed.items()):
                continue  # another text of these contacts has changed
            for place, line in changed.items():
                known[place] = line
            self.shards.put(shard, b"\n".join((b"", *known, b"")))

    def settle(self) -> None:
        """Nothing is put off."""

    def lines_of(self, rows: Sequence[int]) -> Sequence[int]:
        """The line that each of these rows holds."""
        return rows

    def rows_of(self, lines: int, blocks: Sequence[int]) -> int:
        """The rows that hold any of these lines; those among the `blocks` of BLOCK rows at least."""
        return lines


class DifferentTexts:
    """Each different text once, numbered in the order in which they came.

    Texts are told apart by their hashes of 64 bits, which differ from one run of the program to the next: that two of
    a million different texts are taken for the same happens once in forty million runs, and then one of them is not
    found until the program is started again.
    """

    can_be_read = True  # aloud: they can be typed as they are read

    def __init__(self, form: Callable[[str], Forms]) -> None:
        self.shards = Shards()
        self.odd: dict[int, str] = {}  # see Forms: lines and their texts
        self.unused = 0  # lines that no row holds
        self._form = form
        self._fresh = [""]  # the last texts, of which no forms are made yet
        self._hashes = array("q", [hash("")])  # by line
        self._slots = array("I", bytes(4 * 1024))  # line + 1 at the first free place from its hash on
        self._line_of = array("I")  # by row
        self._count = array("I", [0])  # of the rows that hold a line
        # Their numbers + 1 are a list: the last one by line, the one before by that; 0: no more
        self._last = array("I", [0])
        self._before = array("I")

    def put(self, rows: Sequence[int], texts: Sequence[str]) -> None:
        """What these rows, counted from 0 and upwards, hold from now on."""
        missing = rows[-1] + 1 - len(self._line_of)
        if missing > 0:
            self._line_of.frombytes(bytes(4 * missing))
            self._before.frombytes(bytes(4 * (len(self._line_of) + 1 - len(self._before))))
        line_of, before, last = self._line_of, self._before, self._last
        gone: dict[int, set[int]] = {}
        moved: list[tuple[int, int]] = []
        for row, text in zip(rows, texts, strict=True):
            line = self._line(text) if text else _EMPTY
            known = line_of[row]
            if line != known:
                moved.append((row, line))
                if known:
                    gone.setdefault(known, set()).add(row)
        for line, its in gone.items():
            self._take_off(line, its)
        for row, line in moved:
            line_of[row] = line
            if line:
                before[row + 1] = last[line]
                last[line] = row + 1
                self.unused -= not self._count[line]
                self._count[line] += 1
        if len(self._fresh) >= self.shards.room:
            self._make_forms(whole=True)

    def settle(self) -> None:
        """Make all lines ready to be looked at."""
        self._make_forms(whole=False)

    def lines_of(self, rows: Iterable[int]) -> Sequence[int]:
        """The line that each of these rows holds; that of no text if it is not read yet."""
        known = len(self._line_of)
        return [self._line_of[row] if row < known else _EMPTY for row in rows]

    def rows_of(self, lines: int, blocks: Sequence[int]) -> int:
        """The rows that hold any of these lines; those among the `blocks` of BLOCK rows at least."""
        if not lines:
            return 0
        every, asked = len(self._line_of), len(blocks) * BLOCK
        if asked >= every and lines.bit_count() * _MANY <= len(self._hashes):
            return self._listed(lines)
        if asked * _FEW <= len(self._hashes):
            return self._asked(lines, blocks)
        # A list, since its items are got at twice as fast as those of bytes
        held_by = list(row_sets.to_text(lines, len(self._hashes)).encode()).__getitem__
        found = bytearray(b"0") * (-(-every // BLOCK) * BLOCK)
        for first, end in _runs(blocks):
            found[first:end] = bytes(map(held_by, self._line_of[first:end]))
        return row_sets.from_text(found.decode())

    def _listed(self, lines: int) -> int:
        """The rows that hold some lines, as they are listed: the last one of each, then those before."""
        before = self._before
        found = bytearray(b"0") * len(before)
        for end in _items(self._last, lines):
            while end:
                found[end] = _ONE
                end = before[end]
        return row_sets.from_text(found[1:].decode())

    def _asked(self, lines: int, blocks: Sequence[int]) -> int:
        """Of the rows of a few blocks, those that hold some lines."""
        held = lines.to_bytes(max(len(self._hashes), lines.bit_length()) // 8 + 1, "little")
        found = 0
        for first, end in _runs(blocks):
            flags = bytes(_NOT + (held[line >> 3] >> (line & 7) & 1) for line in self._line_of[first:end])
            found |= row_sets.from_text(flags.decode()) << first
        return found

    def _take_off(self, line: int, rows: set[int]) -> None:
        """These rows do not hold the line any more."""
        kept: list[int] = []
        end = self._last[line]
        while end:
            if end - 1 not in rows:
                kept.append(end)
            end = self._before[end]
        before = 0
        for end in reversed(kept):
            self._before[end] = before
            before = end
        self._last[line] = before
        self._count[line] = len(kept)
        self.unused += not kept

    def _line(self, text: str) -> int:
        """The line of a text, a new one at the end if need be."""
        wanted, hashes, slots = hash(text), self._hashes, self._slots
        mask = len(slots) - 1
        place = wanted & mask
        while number := slots[place]:
            if hashes[number - 1] == wanted:
                return number - 1
            place = (place + 1) & mask
        hashes.append(wanted)
        slots[place] = len(hashes)
        self._last.append(0)
        self._count.append(0)
        self.unused += 1
        self._fresh.append(text)
        if len(hashes) * 3 > len(slots) * 2:
            self._widen()
        return len(hashes) - 1

    def _widen(self) -> None:
        self._slots = slots = array("I", bytes(8 * len(self._slots)))
        mask = len(slots) - 1
        for number, wanted in enumerate(self._hashes, 1):
            place = wanted & mask
            while slots[place]:
                place = (place + 1) & mask
            slots[place] = number

    def _make_forms(self, *, whole: bool) -> None:
        """Of the texts put off, those that fill a shard or all."""
        while len(self._fresh) >= (self.shards.room if whole else 1):
            texts = self._fresh[: self.shards.room]
            del self._fresh[: len(texts)]
            forms = self._form("\n".join(texts))
            for place in forms.odd:
                self.odd[self.shards.size + place] = texts[place]
            self.shards.append(forms, len(texts))


def _items(column: array[int], places: int) -> Iterable[int]:
    """The items at these places, of which there may be more than items."""
    if places.bit_count() * _RARE < len(column):
        return map(column.__getitem__, row_sets.members(places & (1 << len(column)) - 1, 0))
    return compress(column, row_sets.to_flags(places, len(column)))


def _runs(blocks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first row and the end of each few blocks that follow one another."""
    first = end = -1
    for block in blocks:
        if block * BLOCK != end or end - first >= _ROWS:
            if end > 0:
                yield first, end
            first = block * BLOCK
        end = (block + 1) * BLOCK
    if end > 0:
        yield first, end


AllTexts = DifferentTexts | OwnTexts


class SomeTexts:
    """Those of some rows, a line for each."""

    def __init__(self, every: AllTexts, rows: Sequence[int]) -> None:
        lines = every.lines_of(rows)
        self.shards = SomeLines(every.shards, lines)
        self.can_be_read = every.can_be_read
        self.odd = {place: every.odd[line] for place, line in enumerate(lines) if line in every.odd}


Texts = AllTexts | SomeTexts
