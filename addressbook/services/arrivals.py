"""Pages that came and are on their way into the copy: those that come at about the same time are stored together.

In a large book the contacts of any page go all over the indexes: storing eight pages in one go writes half as much, and
makes readers drop what they have read of the file an eighth as often.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from addressbook.dingtalk.client import ContactPage
from addressbook.services.paging import PAGE_SIZE, PagePlan, PageSeen
from addressbook.store.book import BookWriter, Merged

MOST_TOGETHER = 8  # pages: the store is busy with them for less than a tenth of a second
# While a person scrolls the store stands aside for a second or two; the server's pace is not made up for later
MOST_WAITING = 24


@dataclass(eq=False, slots=True)
class Arrival:
    """A page; `index` is its place in the plan, None when it has none; `asked` as in BookWriter.merge."""

    page: ContactPage
    asked: int
    index: int | None = None
    stored: bool = False
    seen: PageSeen = field(default=PageSeen(0))
    ids: frozenset[str] = frozenset()  # of a page that is not full, once it is stored


class Arrivals:
    """Those that wait, in the order in which they came. Belongs to the event loop's thread."""

    def __init__(self, together_for: float) -> None:
        """`together_for`: seconds, at most, between storing and storing again."""
        self._together_for = together_for
        self._waiting: list[Arrival] = []
        self._enough = asyncio.Event()
        self._taken_at = float("-inf")

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, arrival: Arrival) -> None:
        """The page came."""
        self._waiting.append(arrival)
        if len(self._waiting) >= MOST_TOGETHER or not arrival.page.rows:  # the empty page: none will follow
            self._enough.set()

    def drop(self, arrival: Arrival) -> None:
        """Nobody is to store it any more."""
        if arrival in self._waiting:
            self._waiting.remove(arrival)

    def hurry(self) -> None:
        """A person waits for what there is."""
        self._enough.set()

    async def more(self) -> None:
        """Wait for some more to come, but not for long."""
        pause = self._taken_at + self._together_for - asyncio.get_running_loop().time()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(pause):
                await self._enough.wait()

    def take(self) -> list[Arrival]:
        """Those to be stored now, the first among them. They wait until `settle`."""
        self._enough.clear()
        self._taken_at = asyncio.get_running_loop().time()
        return self._waiting[:MOST_TOGETHER]

    def settle(self, stored: Sequence[Arrival]) -> None:
        """These are in the copy."""
        for arrival in stored:
            arrival.stored = True
            self.drop(arrival)


def enter(arrivals: Sequence[Arrival], pass_no: int, plan: PagePlan, writer: BookWriter) -> Merged:
    """On the store thread: understand pages that are not empty and merge them. The plan stands still meanwhile."""
    decoded = [one.page.decode() for one in arrivals]
    for arrival, page in zip(arrivals, decoded, strict=True):
        rows = len(arrival.page.rows)
        arrival.seen = PageSeen(rows, page.first_id, page.last_id)
        if rows < PAGE_SIZE:
            arrival.ids = frozenset(contact.userid for contact in page.contacts)
    arriving = {one.index: one.seen for one in arrivals if one.index is not None}
    return writer.merge(
        pass_no,
        [contact for page in decoded for contact in page.contacts],
        [unreadable for page in decoded for unreadable in page.unreadable],
        next_offset=plan.next_offset(arriving),
        edge=plan.edge(arriving),
        asked=min(one.asked for one in arrivals),
    )
