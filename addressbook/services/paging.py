"""The book-keeping of one pass over the server's list (DESIGN.md section 4). No input or output.

The server pages by offset and tells neither a total nor an end. Page k starts at k * 99 and has 100 rows, so that
the last row of a page is the first of the next: where that is not so the list moved between the two calls. Only an
empty page ends the list.
"""

from __future__ import annotations

import heapq
from collections.abc import Mapping
from dataclasses import dataclass

from addressbook.domain.text import clean

PAGE_SIZE = 100
STRIDE = PAGE_SIZE - 1
SAME_PAGES_LIMIT = 3


@dataclass(frozen=True, slots=True)
class PageSeen:
    """What is remembered of a page: how many raw rows, and the ids of its first and last (None when unreadable)."""

    rows: int
    first_id: str | None = None
    last_id: str | None = None

    @property
    def full(self) -> bool:
        return self.rows >= PAGE_SIZE


class PagePlan:
    """Says which page to ask for next, when the list has ended, and whether it moved meanwhile.

    Pages may be under way together and arrive in any order. `start` is the offset at which an interrupted pass goes
    on, and `edge` the id of the row that stood there: with another row, or where none is known (""), the pass counts
    as moved.
    """

    def __init__(self, start: int = 0, edge: str = "") -> None:
        self._start = start
        self._edge = edge
        self._seen: dict[int, PageSeen] = {}
        self._again: list[int] = []
        self._next = 0
        self._frontier = 0
        self._last_filled = -1
        self._empty: set[int] = set()
        self._same = 0
        self.moved = start > 0 and not edge

    def take(self) -> int | None:
        """The next page to ask for; None when there is nothing more to ask for now."""
        end = self._end
        while self._again:
            index = heapq.heappop(self._again)
            if index not in self._seen and (end is None or index < end):
                return index
        if end is not None:
            return None
        self._next += 1
        return self._next - 1

    def give_back(self, index: int) -> None:
        """A page that was taken did not arrive: it will be asked for again, unless it turns out to be stored."""
        heapq.heappush(self._again, index)

    @property
    def asked(self) -> bool:
        """Whether any page was taken and not given back."""
        return self._next > len(self._again)

    def rows(self, index: int) -> int:
        """How many rows a page had that has arrived."""
        return self._seen[index].rows

    def offset(self, index: int) -> int:
        """Where page `index` starts."""
        return self._start + index * STRIDE

    def next_offset(self, arriving: Mapping[int, PageSeen] | None = None) -> int:
        """The offset before which everything is read, once the pages `arriving` (none of them empty) are stored too.

        Never behind an empty page: the list may have grown when an interrupted pass goes on.
        """
        return self.offset(self._place(arriving or {}))

    def edge(self, arriving: Mapping[int, PageSeen] | None = None) -> str:
        """The id of the row at `next_offset(arriving)`; "" where it is not known, or where the list has moved already.
        Changes nothing, so that it may be asked on another thread."""
        arriving = arriving or {}
        place = self._place(arriving)
        if self.moved or any(self._moves(index, page, arriving) for index, page in arriving.items()):
            return ""
        if place == 0:
            return self._edge
        last = arriving.get(place - 1) or self._seen.get(place - 1)
        return (last.last_id or "") if last is not None and last.full else ""

    def _place(self, arriving: Mapping[int, PageSeen]) -> int:
        frontier = self._frontier
        while frontier in self._seen or frontier in arriving:
            frontier += 1
        return min(frontier, min(self._empty, default=frontier))

    def arrived(self, index: int, page: PageSeen) -> None:
        """A page is stored."""
        self._seen[index] = page
        while self._frontier in self._seen:
            self._frontier += 1
        if page.rows == 0:
            if index == 0 and self._edge:
                self.moved = True
            self._empty.add(index)
            if index < self._last_filled:
                self.moved = True  # something stands behind an empty page: the end went by while we read
            return
        if any(empty < index for empty in self._empty):
            self.moved = True
        self._last_filled = max(self._last_filled, index)
        self.moved = self.moved or self._moves(index, page, {})
        self._same += sum(_is_same(self._seen.get(left), self._seen.get(left + 1)) for left in (index - 1, index))

    def _moves(self, index: int, page: PageSeen, others: Mapping[int, PageSeen]) -> bool:
        """Whether `page` shows that the list has moved: by the rows that it shares with its neighbours, which are
        stored or among `others`."""
        if index == 0 and self._edge and clean(page.first_id or "") != self._edge:
            return True
        before, after = (others.get(place) or self._seen.get(place) for place in (index - 1, index + 1))
        return _differ(before, page) or _differ(page, after)

    @property
    def _end(self) -> int | None:
        """The empty page that ends the list, once known."""
        return min((index for index in self._empty if index > self._last_filled), default=None)

    @property
    def finished(self) -> bool:
        """Whether every page up to an empty one is here."""
        end = self._end
        return end is not None and self._frontier >= end

    @property
    def same_page_again(self) -> bool:
        """Whether the server seems to ignore the offset: such a pass would never end."""
        return self._same >= SAME_PAGES_LIMIT

    def short_pages(self) -> list[int]:
        """Pages that were not full although something stands behind them."""
        return sorted(
            index for index, page in self._seen.items() if 0 < page.rows < PAGE_SIZE and index < self._last_filled
        )


def _differ(before: PageSeen | None, after: PageSeen | None) -> bool:
    """Whether two neighbouring pages do not share a row. Judged only where both are full and their ids readable."""
    if before is None or after is None or not (before.full and after.full):
        return False
    if before.last_id is None or after.first_id is None:
        return False
    return before.last_id != after.first_id


def _is_same(before: PageSeen | None, after: PageSeen | None) -> bool:
    """Whether two neighbouring pages that should share one row are the same page."""
    if before is None or after is None or not _differ(before, after):
        return False
    return (before.first_id, before.last_id) == (after.first_id, after.last_id)
