"""Finding out what a call has done whose answer was lost. Waits until the server has answered, however long.

create (DESIGN.md, section 5): the contact is there when its number appears in the book; it is not, as far as can be
seen, when a whole pass over the list that began after the call did not meet it.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from addressbook.dingtalk.client import PAGE_SIZE, DecodedPage, DingTalkClient
from addressbook.domain.contact import Contact, ContactRow
from addressbook.domain.fields import Purpose
from addressbook.domain.form_values import FormValues
from addressbook.domain.work import is_temporary
from addressbook.errors import AddressBookError, AnswerError, NotFound, PermissionMissing
from addressbook.services.as_sent import is_as_sent, same_number
from addressbook.services.book import BookService
from addressbook.services.erasing import is_there
from addressbook.services.events import ContactsChanged, Events, LoadProgress, LoadState, PassFinished
from addressbook.services.faults import seconds_to_wait
from addressbook.services.passes import Passes
from addressbook.services.threads import RequestThreads

log = logging.getLogger(__name__)

T = TypeVar("T")

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 60.0  # seconds between tries while nothing answers; an answer to a pass ends them
LONG_LIST = 1000  # contacts; a shorter one is read as a whole in half a second
MOST_PAGES_OF_END = 12  # there may be more rows than contacts that are shown


@dataclass(frozen=True, slots=True)
class Holder:
    """The contact that has a number, as the server has it now. `as_sent`: it is what was sent, field by field."""

    contact: Contact
    as_sent: bool


class Checking:
    """Belongs to the event loop's thread. Nothing here raises for want of an answer: cancel whoever waits.

    `read` and `created` raise what no waiting helps against: PermissionMissing, and AnswerError for a contact that
    comes and cannot be read.
    """

    def __init__(self, client: DingTalkClient, requests: RequestThreads, book: BookService, events: Events) -> None:
        self._client = client
        self._requests = requests
        self._book = book
        self._events = events
        self._waiting: set[asyncio.Event] = set()
        self._hurrying = 0
        self._state = book.progress.state
        self._unsubscribe = events.subscribe(LoadProgress, self._on_progress)

    def close(self) -> None:
        """Hear nothing any more."""
        self._unsubscribe()

    def try_now(self) -> None:
        """Whoever waits between two tries need not any longer."""
        for wake in self._waiting:
            wake.set()

    async def read(self, userid: str) -> Contact | None:
        """A contact as the server has it now, None when it is gone; asks until there is an answer."""

        async def ask() -> Contact | None:
            try:
                return await self._requests.run(self._client.get_contact, userid)
            except NotFound:
                return None

        return await self._until_answered(ask, gives_up=True)

    async def is_there(self, userid: str) -> bool:
        """Whether the server has a contact, be it one that cannot be read; asks until there is an answer."""
        return await self._until_answered(lambda: is_there(self._client, self._requests, userid))

    async def _until_answered(self, ask: Callable[[], Coroutine[Any, Any, T]], *, gives_up: bool = False) -> T:
        with self._wake() as wake:
            attempt = 0
            while True:
                wake.clear()
                try:
                    return await ask()
                except AddressBookError as error:
                    if gives_up and _is_final(error):
                        raise
                    attempt += 1
                    await self._pause(wake, error, attempt)

    async def created(self, sent: FormValues, since: float | None = None) -> Holder | None:
        """Who has the number of a contact that was sent to be made, None when a whole pass that begins now, or has
        begun after `since` (time.monotonic()), ends without it. A pass is asked for at once, and hurried."""
        seen = Passes(time.monotonic() if since is None else since, self._book.refresh)
        with self._wake() as wake, self._heard(wake, seen), self._hurry():
            self._book.refresh()
            if (found := await self._at_an_end(sent)) is not None:
                return Holder(found, as_sent=True)
            attempt = 0
            others: dict[str, ContactRow] = {}
            while True:
                wake.clear()
                whole = seen.whole  # before looking: what is not found then was not met by that pass either
                try:
                    holder = await self.holder(sent, others)
                except AddressBookError as error:
                    if _is_final(error):
                        raise
                    attempt += 1
                    await self._pause(wake, error, attempt)
                    continue
                if holder is not None or whole:
                    return holder
                attempt = 0
                await wake.wait()

    async def holder(self, sent: FormValues, others: dict[str, ContactRow] | None = None) -> Holder | None:
        """Who has this number, by what the book holds and the server confirms. Raises the client's errors, StoreError.

        Where several have it, the one that is as it was sent. `others` remembers who turned out to be somebody else,
        and is not asked for again while nothing changes about them.
        """
        found: Holder | None = None
        others = {} if others is None else others
        for row in await self._book.same_phone(sent.state_code, sent.mobile):
            if is_temporary(row.userid) or others.get(row.userid) == row:
                continue
            try:
                contact = await self._requests.run(self._client.get_contact, row.userid)
            except NotFound:
                contact = None
            except AnswerError as error:
                if not _is_final(error):
                    raise
                others[row.userid] = row  # nobody can say what it is; the server refuses its number a second time
                continue
            if not self._book.pending(row.userid):
                await self._book.settle(row.userid, contact)
            if contact is not None and is_as_sent(contact, sent, Purpose.CREATE):
                return Holder(contact, as_sent=True)
            if contact is not None and same_number(contact, sent) and contact.state_code:
                found = found or Holder(contact, as_sent=False)
            else:
                others[row.userid] = row
        return found

    async def _at_an_end(self, sent: FormValues) -> Contact | None:
        """The contact as it was sent, if it stands at the beginning or the end of a long list, where lists that are
        ordered by time have what is new: that saves waiting for a pass. The documents tell no order."""
        expected = self._book.progress.expected
        if expected is None or expected < LONG_LIST:
            return None
        offsets = [0, *(expected - PAGE_SIZE + page * PAGE_SIZE for page in range(MOST_PAGES_OF_END))]
        try:
            for offset in offsets:
                page = await self._requests.run(self._page, offset)
                for contact in page.contacts:
                    if is_as_sent(contact, sent, Purpose.CREATE):
                        return contact
                if not page.contacts and not page.unreadable:
                    break
        except AddressBookError as error:
            log.info("the ends of the list cannot be looked at: %s", error)
        return None

    def _page(self, offset: int) -> DecodedPage:
        return self._client.list_contacts(offset).decode()

    # waiting

    @contextlib.contextmanager
    def _wake(self) -> Iterator[asyncio.Event]:
        wake = asyncio.Event()
        self._waiting.add(wake)
        try:
            yield wake
        finally:
            self._waiting.discard(wake)

    @contextlib.contextmanager
    def _heard(self, wake: asyncio.Event, seen: Passes) -> Iterator[None]:
        def heard(event: Any) -> None:
            if isinstance(event, PassFinished):
                seen.finished(event)
            wake.set()

        ends = [self._events.subscribe(ContactsChanged, heard), self._events.subscribe(PassFinished, heard)]
        try:
            yield
        finally:
            for end in ends:
                end()

    @contextlib.contextmanager
    def _hurry(self) -> Iterator[None]:
        self._hurrying += 1
        self._book.hurry(True)
        try:
            yield
        finally:
            self._hurrying -= 1
            self._book.hurry(self._hurrying > 0)

    async def _pause(self, wake: asyncio.Event, error: AddressBookError, attempt: int) -> None:
        seconds = seconds_to_wait(error, attempt, first=FIRST_PAUSE, longest=LONGEST_PAUSE)
        log.info("a lost answer is looked into again in %.1f s at the latest: %s", seconds, error)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await wake.wait()

    def _on_progress(self, progress: LoadProgress) -> None:
        """The server answers again, or a person asked to try again."""
        before, self._state = self._state, progress.state
        troubled = (LoadState.OFFLINE, LoadState.WAITING, LoadState.FAILED)
        if before in troubled and self._state not in troubled:
            self.try_now()


def _is_final(error: AddressBookError) -> bool:
    return isinstance(error, PermissionMissing) or (isinstance(error, AnswerError) and "reason" in error.params)
