"""The book of one session: questions are answered from the copy, and the loader keeps the copy fresh."""

from __future__ import annotations

import asyncio
import logging
import math
from collections.abc import Callable, Coroutine, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from addressbook.dingtalk.client import DingTalkClient
from addressbook.domain.contact import Contact, ContactRow, UnreadableContact
from addressbook.domain.label import LabelGroup
from addressbook.domain.query import Answer, ContactQuery, Counts, Scope
from addressbook.domain.staff import Me, Owner
from addressbook.domain.work import WorkItem
from addressbook.errors import StoreDamaged, StoreError
from addressbook.services.book_files import BookFiles
from addressbook.services.changes import BookChanges
from addressbook.services.events import ContactsChanged, Events, LabelsChanged, LoadProgress, StaffChanged, StoreTrouble
from addressbook.services.loader import Loader
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.mending import Mending
from addressbook.services.pending import PendingContacts
from addressbook.services.search_loader import SearchLoader
from addressbook.services.threads import RequestThreads
from addressbook.services.upkeep import Upkeep
from addressbook.store.book import BookReader

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

MOST_ROWS = 200
PAINTED_AFTER = 0.05  # seconds after the rows of an answer were asked for
AT_ONCE = 500  # whole contacts in one question: the list waits no longer for its own
UNDO_SECONDS = 5.0


class BookService:
    """All methods belong to the event loop's thread; `await BookService.open(...)` makes one.

    `rows`, `contact`, `row_of` and `label_groups` answer at once (bounded look-ups by key); the others ask the
    query thread. Errors of the copy: the sync methods tell StoreTrouble and answer "nothing", the async ones raise it.
    """

    def __init__(
        self,
        files: BookFiles,
        client: DingTalkClient,
        requests: RequestThreads,
        events: Events,
        times: LoaderTimes,
        trouble: StoreTrouble | None,
    ) -> None:
        self.events = events
        self.store = files.store
        self.writer = files.writer
        self.reader = files.reader
        self._files = files
        self._query = files.query
        self._asker = files.asker
        self._client = client
        self._requests = requests
        self._times = times
        self._urgent = False
        self.loader = self._new_loader()
        self._pending = PendingContacts(files.store, files.writer, events, self._tell)
        self.changes = BookChanges(events, self.ask, files.store, files.writer)
        self._search = SearchLoader(files.query, files.asker, events)
        self._started = False
        self._unseen = False  # an answer
        self._labels: tuple[LabelGroup, ...] = ()
        self._told: str | None = None
        self._loop = asyncio.get_running_loop()
        self._mending = Mending(
            files,
            trouble,
            stop=self._stop_loading,
            mended=self._on_mended,
            given_up=lambda error: self.loader.fail(error),
        )
        self._upkeep = Upkeep(files, events, times, self._search.look)
        # before any widget can: who hears LabelsChanged finds the new groups here
        self._unsubscribe = events.subscribe(LabelsChanged, lambda _: self._read_labels())
        files.watch(self._mending.on_damage)
        self._read_labels()

    @classmethod
    async def open(
        cls,
        folder: Path,
        key: bytes,
        client: DingTalkClient,
        requests: RequestThreads,
        events: Events,
        times: LoaderTimes = LoaderTimes(),  # noqa: B008 - frozen
    ) -> tuple[BookService, StoreTrouble | None]:
        """Open or make the copy in `folder`. The second value tells when it was damaged, and so set aside and made
        anew, or when it cannot be written to, and so is shown as it is.

        Raises StoreError (StoreTooNew, DiskFull, StoreBusy …).
        """
        async with AsyncExitStack() as undo:
            files = BookFiles(folder, key)
            undo.push_async_callback(files.close, within=UNDO_SECONDS)
            trouble = await files.open()
            service = cls(files, client, requests, events, times, trouble)
            undo.pop_all()
        return service, trouble

    def _new_loader(self) -> Loader:
        return Loader(self._client, self.store, self.writer, self._requests, self.events, self._times)

    # questions

    def answer(self, query: ContactQuery, patience: float = math.inf) -> Coroutine[Any, Any, Answer]:
        """The rows that the query finds, in its order, and how many its filters hide. `patience` is BookReader's: with
        it the answer may be partial, and asking again tells more. Asked at once, not only when it is waited for."""
        self._search.asked()
        asked = self._query.run(self._asker.answer, query, patience) if not self._mending.under_way else None
        if asked is not None:
            asked.add_done_callback(_heard)  # whoever is cancelled before they wait for it hears nothing
        return self._answered(query, patience, asked)

    async def _answered(self, query: ContactQuery, patience: float, asked: asyncio.Future[Answer] | None) -> Answer:
        try:
            found = await (asked or self._ask(self._asker.answer, query, patience))
        except StoreError:
            if not self._mending.under_way:
                raise
            found = await self._ask(self._asker.answer, query, patience)
        self._unseen = self._unseen or bool(found.ids)
        return found

    def expect(self, query: ContactQuery) -> None:
        """This is about to be asked: what it takes is read meanwhile, and kept by the reader."""
        expected = self._query.run(self._asker.answer, query, 0.0)
        expected.add_done_callback(_heard)  # told to whoever asks

    def rows(self, row_ids: Sequence[int]) -> dict[int, ContactRow]:
        """What the list shows of at most 200 rows; rows that are gone are left out."""
        if self._unseen:
            self._unseen = False
            self._loop.call_later(PAINTED_AFTER, self._seen)
        try:
            return self.changes.marked(self._pending.marked(self.reader.rows(row_ids[:MOST_ROWS])))
        except StoreError as error:
            self._tell(error)
            return {}

    def _seen(self) -> None:
        """An answer is on the screen; what nobody waits for may keep the computer busy now."""
        self.loader.looked_at()
        if self._started:
            self._search.start()
            self._upkeep.shown()

    def contact(self, row_or_userid: int | str) -> Contact | UnreadableContact | None:
        """Everything that is known of one contact; None when it is gone."""
        try:
            return self.reader.contact(row_or_userid)
        except StoreError as error:
            self._tell(error)
            return None

    async def contacts_of(self, rows: Sequence[int]) -> list[Contact | UnreadableContact]:
        """Everything that is known of many contacts, in that order; those that are gone are left out.

        Read in parts, so that the list, which asks on the same thread, does not wait for them all.
        """
        found: list[Contact | UnreadableContact] = []
        for part in range(0, len(rows), AT_ONCE):
            found += await self._ask(self._asker.contacts, rows[part : part + AT_ONCE])
        return found

    def row_of(self, userid: str) -> int | None:
        """The row of a contact, None when it is gone."""
        try:
            return self.reader.row_of(userid)
        except StoreError as error:
            self._tell(error)
            return None

    async def counts(self, scope: Scope, me: Me | None = None, recent: Sequence[str] = ()) -> Counts:
        """Counts within `scope`; `me` as told by the session unless given, `recent` as in a ContactQuery."""
        return await self._ask(self._asker.counts, scope, me, recent)

    async def known(self, userids: Sequence[str]) -> int:
        """How many of these contacts are in the book."""
        return await self._ask(self._asker.known, userids)

    def label_groups(self) -> tuple[LabelGroup, ...]:
        """The label groups in the server's order."""
        return self._labels

    async def owners(self) -> list[Owner]:
        """All who own contacts, by name."""
        return await self._ask(self._asker.owners)

    async def unknown_people(self, limit: int) -> list[str]:
        """Ids of colleagues that contacts name and that were never looked up."""
        return await self._ask(self._asker.unknown_people, limit)

    async def same_phone(self, state_code: str, mobile: str, *, but: str = "") -> list[ContactRow]:
        """Who has this number, however it is written; without the contact `but`. Pending ones too. At most 20."""
        return await self._ask(self._same, self._asker.same_phone, state_code, mobile, but)

    async def same_name(self, name: str, company: str, *, but: str = "") -> list[ContactRow]:
        """Who bears this name in this company ("": in none), case and accents aside; as `same_phone`."""
        return await self._ask(self._same, self._asker.same_name, name, company, but)

    def _same(self, find: Callable[[str, str], list[ContactRow]], one: str, other: str, but: str) -> list[ContactRow]:
        return list(self._pending.marked({row.row: row for row in find(one, other) if row.userid != but}).values())

    async def ask(self, question: Callable[[BookReader], T]) -> T:
        """What `question` finds in the copy, asked on the query thread, where it may take its time."""
        return await self._ask(question, self._asker)

    async def usual_countries(self, most: int = 5) -> tuple[str, ...]:
        """The country codes ("86") that most numbers in the book have, the first first."""
        return await self._ask(self._asker.usual_countries, most)

    async def _ask(self, question: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """On the query thread. What met damage is asked again of the copy that takes the place of the damaged one."""
        while True:
            await self._mending.over()
            try:
                return await self._query.run(question, *args, **kwargs)
            except StoreError:
                if not self._mending.under_way:
                    raise

    # what is being written

    def pending(self, userid: str) -> bool:
        """Whether the book shows a contact as it is being written, or hides one that is being deleted."""
        return userid in self._pending

    async def show_pending(self, contact: Contact) -> None:
        """Show a contact as it will be; a new one under `temporary_id`. Passes leave it alone until it is settled."""
        await self._pending.show(contact)

    async def hide_pending(self, userid: str) -> None:
        """Hide a contact that is being deleted."""
        await self._pending.hide(userid)

    async def settle(self, shown: str, contact: Contact | None) -> None:
        """Enter the server's truth in the place of what was shown; another userid keeps the row, None: it is gone."""
        await self._pending.settle(shown, contact)

    async def put_back(self, shown: str) -> None:
        """It was not written: show again what the server last told; a contact that it never had goes."""
        await self._pending.put_back(shown)

    async def restore_pending(self, items: Iterable[WorkItem]) -> None:
        """After a start, before anyone looks: show what these items left uncertain, and nothing else of that kind."""
        await self._pending.restore(items)

    # the loader

    @property
    def progress(self) -> LoadProgress:
        """Where the loader stands."""
        return self.loader.progress

    @property
    def has_more(self) -> bool:
        """Whether contacts may be missing that `want_more` would bring."""
        return self.loader.has_more

    def start(self) -> None:
        """Begin to load. Called by the session; calling it again does nothing."""
        self._started = True
        if self._mending.unusable is not None:
            self.loader.fail(self._mending.unusable)
        self.loader.start()
        self.changes.start()
        self._upkeep.start()

    def stop(self) -> None:
        """Stop loading until `resume`, `refresh` or (one page) `want_more`."""
        self.loader.stop()

    def resume(self) -> None:
        """Go on loading."""
        self.loader.resume()

    def want_more(self) -> None:
        """The view nears its end."""
        self.loader.want_more()

    def refresh(self) -> None:
        """Read everything anew now; when waiting after a fault, or failed, try now."""
        if self._mending.unusable is not None:
            self._mending.begin(self._mending.unusable)
        else:
            self.loader.refresh()

    def hurry(self, urgent: bool) -> None:
        """Whether a person waits for what the server has: passes are as fast then as the first one."""
        self._urgent = urgent
        self.loader.hurry(urgent)

    def refresh_every(self, seconds: float) -> None:
        """How often the server is looked at for changes, at most."""
        self._times = replace(self._times, refresh_every=seconds)
        self.loader.refresh_every(seconds)

    async def close(self, *others: Callable[[], None], within: float = 0.5) -> None:
        """Stop loading and close the files, also what `others` close on the store thread; waits about `within` s."""
        self._unsubscribe()
        await self._mending.close()
        await self._upkeep.close()
        await self._search.close()
        await self.changes.close()
        await self.loader.close()
        await self._files.close(*others, within=within)

    # a copy that was mended

    async def _stop_loading(self) -> None:
        await self.loader.close()

    async def _on_mended(self, trouble: StoreTrouble | None, readable: bool) -> None:
        """Load into the copy that is open now."""
        self._told = None
        self.loader = self._new_loader()
        self.loader.hurry(self._urgent)
        if self._mending.unusable is not None:
            self.loader.fail(self._mending.unusable)
        if readable:
            await self._pending.show_again()
        if self._started and readable:
            self.loader.start()
            self._upkeep.look()
        if trouble is not None:
            self.events.publish(trouble)
        self.events.publish(self.loader.progress)
        self.events.publish(LabelsChanged())
        self.events.publish(ContactsChanged(None, removed=True))
        self.events.publish(StaffChanged())

    def _read_labels(self) -> None:
        try:
            self._labels = self.reader.label_groups()
        except StoreError as error:
            self._labels = ()
            self._tell(error)

    def _tell(self, error: StoreError) -> None:
        """The same trouble once, damage when it is mended, and nothing to widgets that outlive the book by a moment."""
        if self._told != error.code and error.code != "store.closed" and not isinstance(error, StoreDamaged):
            self._told = error.code
            self._loop.call_soon(self.events.publish, StoreTrouble(error))


def _heard(done: asyncio.Future[Answer]) -> None:
    """Else asyncio reports an error as one that nobody has asked for."""
    if not done.cancelled():
        done.exception()
