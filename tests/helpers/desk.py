"""A whole session on a real simulator and real files, for stories about what is written."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from addressbook.dingtalk.client import DingTalkClient
from addressbook.dingtalk.pace import Pace
from addressbook.dingtalk.region import other_address
from addressbook.dingtalk.transport import TransportOptions
from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.query import ContactQuery
from addressbook.domain.work import WorkItem, WorkKind
from addressbook.services.events import ContactsChanged, Event, LoadState, WorkChanged, WorkSettled, WritingAllowed
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.save_results import Outcome, SaveResult
from addressbook.services.session import Session, SessionPlan
from addressbook.services.session_kind import SessionKind
from tests.helpers.open_book import KEY, PATIENT, QUICK, Server
from tests.helpers.wait import until

E_ = TypeVar("E_")

ANN = FormValues(
    name="Ann Lee",
    company_name="Lee & Sons",
    title="CFO",
    state_code="86",
    mobile="13912345678",
    follower_user_id="manager4220",
    label_ids=(1, 2),
)


class WritingServer(Server):
    """The simulator with a few contacts."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"contacts": 30, **options})

    def having(self, **fields: object) -> list[dict[str, Any]]:
        """The contacts that have these values."""
        rows = self.state.book.rows()
        return [dict(row) for row in rows if all(row.get(name) == value for name, value in fields.items())]

    def calls(self, path: str) -> int:
        """How many calls to extcontact/<path> came through to the end, or were lost on the way."""
        return len(self.log.as_json(f"extcontact/{path}", 0)["calls"])  # type: ignore[arg-type]

    def contact(self, userid: str) -> dict[str, Any]:
        """One contact as the server has it."""
        (row,) = self.having(userid=userid)
        return row


@dataclass
class Desk:
    """What a test looks at."""

    session: Session
    told: list[Event] = field(default_factory=list)

    def outcomes(self) -> list[Outcome]:
        """What was settled, in order."""
        return [event.outcome for event in self.told if isinstance(event, WorkSettled)]

    async def settled(self, kind: type[E_], count: int = 1) -> E_:
        """Wait for the outcome number `count`, which is of this kind."""
        await until(lambda: len(self.outcomes()) >= count, f"an outcome, there are {self.outcomes()}")
        outcome = self.outcomes()[count - 1]
        assert isinstance(outcome, kind), outcome
        return outcome

    async def whole(self) -> None:
        """Wait for the whole book."""
        progress = lambda: self.session.book.progress  # noqa: E731
        await until(lambda: progress().complete and progress().state is LoadState.IDLE, "the book")

    def new(self, **values: Any) -> WorkItem:
        """A new contact, ready to be saved."""
        return self.session.work.new(WorkKind.CREATE, replace(ANN, **values))

    def edit(self, userid: str, **values: Any) -> WorkItem:
        """A contact of the copy in a form, with some values changed."""
        contact = self.session.book.contact(userid)
        assert isinstance(contact, Contact)
        return self.session.work.new(WorkKind.EDIT, replace(values_of(contact), **values), base=contact)

    async def save(self, item: WorkItem, kind: type[E_]) -> E_:
        """Save it; the result is of this kind."""
        result: SaveResult = await self.session.saving.save(item)
        assert isinstance(result, kind), result
        return result

    async def shown(self) -> dict[str, tuple[str, bool]]:
        """What the list shows: name and whether it is pending, by userid."""
        ids = (await self.session.book.answer(ContactQuery())).ids
        rows = self.session.book.rows(list(ids)).values()
        return {row.userid: (row.name, row.state.value == "pending") for row in rows}

    async def nothing_pending(self) -> None:
        """Wait until the list shows nothing but what the server has confirmed."""
        while any(pending for _, pending in (await self.shown()).values()):  # noqa: ASYNC110 - a story has its limit
            await asyncio.sleep(0.01)

    async def named(self, name: str) -> dict[str, bool]:
        """The contacts of this name that the list shows, and whether they are pending."""
        return {userid: pending for userid, (shown, pending) in (await self.shown()).items() if shown == name}


@asynccontextmanager
async def open_desk(
    url: str,
    folder: Path,
    *,
    times: LoaderTimes = QUICK,
    options: TransportOptions = PATIENT,
    whole: bool = True,
    third_party_token: str = "",
) -> AsyncIterator[Desk]:
    """Open a session over the files in `folder`; `whole`: wait until the book is here."""
    region, pace = other_address(url), Pace(math.inf, math.inf)
    if third_party_token:
        client = DingTalkClient.with_token(region, third_party_token, pace=pace, options=options)
    else:
        client = DingTalkClient(region, "sample-key", "sample-secret", pace=pace, options=options)
    session = await Session.open(SessionPlan(SessionKind.ORGANISATION, "Harbour", folder, KEY, client, times=times))
    desk = Desk(session)
    for kind in (ContactsChanged, WorkChanged, WorkSettled, WritingAllowed):
        session.events.subscribe(kind, desk.told.append)
    try:
        if whole:
            await desk.whole()
        yield desk
    finally:
        await session.close()


def run(story: Any) -> None:
    """Run a story, four minutes at most."""

    async def bounded() -> None:
        async with asyncio.timeout(240):
            await story

    asyncio.run(bounded())
