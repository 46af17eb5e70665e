"""Pages that came and are on their way into the copy: those that come at about the same time are stored together.

In a large book the contacts of any page go all over the indexes: storing sixteen pages in one go writes a fifth as
much, and makes readers drop what they have read of the file a sixteenth as often. What Python has to compute for a
page is done on the thread that asked for it, while the store's thread waits for SQLite.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from addressbook.courtesy import stand_aside
from addressbook.dingtalk.client import ContactPage, DecodedPage
from addressbook.services.paging import PagePlan, PageSeen
from addressbook.store.book import BookWriter, Made, Merged, make

MOST_TOGETHER = 16  # pages: the store is busy with them for less than a tenth of a second
# While a person scrolls the store stands aside for a second or two; the server's pace is not made up for later
MOST_WAITING = 2 * MOST_TOGETHER

_understanding = threading.Lock()  # one page at a time: more threads that compute would only get into the window's way


@dataclass(eq=False, slots=True)
class Arrival:
    """A page as it was understood; `index` is its place in the plan, None when it has none; `asked` as in
    BookWriter.merge."""

    seen: PageSeen
    decoded: DecodedPage
    made: Mapping[str, Made]
    came_at: float  # time.monotonic
    asked: int = 0
    index: int | None = None
    stored: bool = False
    ids: frozenset[str] = field(init=False)  # of a page that is not full

    def __post_init__(self) -> None:
        short = not self.seen.full
        self.ids = frozenset(contact.userid for contact in self.decoded.contacts) if short else frozenset()


def understand(page: ContactPage, *, new: bool) -> Arrival:
    """On any thread. `new`: its contacts are probably new, so that what is stored for them is made at once."""
    came_at = time.monotonic()
    with _understanding:
        decoded = page.decode()
        made: dict[str, Made] = {}
        for contact in decoded.contacts if new else ():
            stand_aside()
            made[contact.userid] = make(contact)
    return Arrival(PageSeen(len(page.rows), decoded.first_id, decoded.last_id), decoded, made, came_at)


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

    @property
    def end_came(self) -> bool:
        """Whether an empty page is among them: where the list ends will be known when it is settled."""
        return any(not arrival.seen.rows for arrival in self._waiting)

    def add(self, arrival: Arrival) -> None:
        """The page came."""
        self._waiting.append(arrival)
        self._judge()

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
        self._judge()  # more may wait than could be taken

    def _judge(self) -> None:
        if len(self._waiting) >= MOST_TOGETHER or self.end_came:  # behind an empty page none will follow
            self._enough.set()


def enter(arrivals: Sequence[Arrival], pass_no: int, plan: PagePlan, writer: BookWriter) -> Merged:
    """On the store thread: merge pages that are not empty. The plan stands still meanwhile."""
    arriving = {one.index: one.seen for one in arrivals if one.index is not None}
    return writer.merge(
        pass_no,
        [contact for one in arrivals for contact in one.decoded.contacts],
        [unreadable for one in arrivals for unreadable in one.decoded.unreadable],
        next_offset=plan.next_offset(arriving),
        edge=plan.edge(arriving),
        asked=min(one.asked for one in arrivals),
        made={userid: made for one in arrivals for userid, made in one.made.items()},
    )
