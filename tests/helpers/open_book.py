"""A BookService on a real simulator and a real encrypted copy, at full speed, with everything it tells written down."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from addressbook.dingtalk.client import DingTalkClient
from addressbook.dingtalk.pace import Pace
from addressbook.dingtalk.region import other_address
from addressbook.dingtalk.transport import TransportOptions
from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.query import ContactQuery
from addressbook.services.book import BookService
from addressbook.services.events import (
    ContactsChanged,
    Event,
    Events,
    LabelsChanged,
    LoadProgress,
    LoadState,
    StoreTrouble,
)
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.threads import RequestThreads
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from tests.helpers.wait import until

KEY = bytes(range(32))
# A server that takes its time because the computer is busy is waited for
PATIENT = TransportOptions(connect_timeout=20.0, read_timeout=20.0, call_timeout=30.0, max_bytes=1_000_000)
# Where a call never ends by itself, and is to be given up
IMPATIENT = replace(PATIENT, connect_timeout=2.0, read_timeout=1.0, call_timeout=2.0)
QUICK = LoaderTimes(
    first_retry=0.02,
    longest_retry=0.05,
    start_delay=0.0,
    start_spread=0.0,
    repeat_delay=0.0,
    refresh_every=3600.0,
    first_look=0.0,
    slow_after=0.2,
    first_pass_calls=math.inf,
    refresh_calls=math.inf,
)


class Server(SimulatorServer):
    """The simulator, with the offsets that were asked for and a hook that runs before each page is made."""

    def __init__(self, **options: Any) -> None:
        super().__init__(SimulatorOptions(**{"contacts": 450, "hidden_rows": False, **options}))
        self.offsets: list[int] = []
        self.before_page: Callable[[int], object] = lambda offset: None
        self.instead: Callable[[int, int], list[dict[str, object]]] | None = None
        self.page = self.state.book.page
        self.state.book.page = self._asked  # type: ignore[method-assign]

    def _asked(self, offset: int, size: int) -> list[dict[str, object]]:
        self.offsets.append(offset)
        self.before_page(offset)
        return self.instead(offset, size) if self.instead else self.page(offset, size)


@dataclass
class OpenBook:
    """What a test looks at."""

    book: BookService
    client: DingTalkClient
    trouble: StoreTrouble | None
    told: list[Event] = field(default_factory=list)

    async def until(self, condition: Callable[[LoadProgress], object], what: str = "") -> LoadProgress:
        """Wait for a state of the loader."""
        await until(lambda: condition(self.book.progress), what or f"a state, now {self.book.progress}")
        return self.book.progress

    async def until_whole(self) -> LoadProgress:
        """Wait until a pass has ended and nothing is under way."""
        return await self.until(lambda now: now.complete and now.state is LoadState.IDLE, "a whole book")

    async def refresh(self) -> LoadProgress:
        """One more pass (and those that it brings about), from its beginning to its end."""
        before = self.book.progress.updated_at
        self.book.refresh()
        return await self.until(lambda now: now.state is LoadState.IDLE and now.updated_at != before, "a refresh")

    async def look(self) -> None:
        """What the window does: ask for all, and paint the first of them."""
        assert self.book.rows((await self.book.answer(ContactQuery())).ids[:20])

    async def contacts(self) -> list[Contact | UnreadableContact]:
        """The whole copy."""
        rows = (await self.book.answer(ContactQuery())).ids
        found = [self.book.contact(row) for row in rows]
        return [contact for contact in found if contact is not None]

    async def names(self) -> dict[str, str]:
        """Userid and name of the whole copy; fails when a row is doubled."""
        contacts = await self.contacts()
        names = {contact.userid: getattr(contact, "name", "?") for contact in contacts}
        assert len(names) == len(contacts), "a contact stands there twice"
        return names

    def states(self) -> list[LoadState]:
        """The states of the loader that were told, in order."""
        return [event.state for event in self.told if isinstance(event, LoadProgress)]

    def events(self, kind: type[Event]) -> list[Event]:
        """What was told of this kind, in order."""
        return [event for event in self.told if isinstance(event, kind)]


@asynccontextmanager
async def open_book(
    url: str, folder: Path, *, times: LoaderTimes = QUICK, start: bool = True, options: TransportOptions = PATIENT
) -> AsyncIterator[OpenBook]:
    """Open the copy in `folder` against the server at `url`; closed without waiting for calls, checked here."""
    pace = Pace(math.inf, math.inf)
    client = DingTalkClient(other_address(url), "sample-key", "sample-secret", pace=pace, options=options)
    events, requests = Events(), RequestThreads()
    book, trouble = await BookService.open(folder, KEY, client, requests, events, times)
    opened = OpenBook(book, client, trouble)
    for kind in (ContactsChanged, LabelsChanged, LoadProgress, StoreTrouble):
        events.subscribe(kind, opened.told.append)
    if start:
        book.start()
    try:
        yield opened
    finally:
        loop = asyncio.get_running_loop()
        began = loop.time()
        closing = asyncio.create_task(requests.close(0.3))
        await book.close()
        await closing
        client.close()
        took = loop.time() - began
    # Half of what a call that hangs may take with TransportOptions(): however busy the computer is.
    assert took < 10.0, f"closing took {took:.2f} s"


def server_names(server: SimulatorServer) -> dict[str, str]:
    """Userid and name of all contacts on the server."""
    return {str(row["userid"]): str(row.get("name", "")) for row in server.state.book.rows()}
