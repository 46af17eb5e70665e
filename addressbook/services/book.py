"""The book of one session: questions are answered from the copy, and the loader keeps the copy fresh."""

from __future__ import annotations

import asyncio
import logging
from array import array
from collections.abc import Sequence
from pathlib import Path

from addressbook.dingtalk.client import DingTalkClient
from addressbook.domain.contact import Contact, ContactRow, UnreadableContact
from addressbook.domain.label import LabelGroup
from addressbook.domain.query import ContactQuery, Counts, Scope
from addressbook.domain.staff import Me, Owner
from addressbook.errors import StoreDamaged, StoreError
from addressbook.services.events import Events, LabelsChanged, LoadProgress, StoreTrouble
from addressbook.services.loader import Loader, LoaderTimes
from addressbook.services.threads import QueryThread, RequestThreads, StoreThread
from addressbook.store.book import BookReader, BookWriter, set_aside
from addressbook.store.work import WorkStore

log = logging.getLogger(__name__)

MOST_ROWS = 200
QUERY_CACHE_KIB = 32_000


class BookService:
    """All methods belong to the event loop's thread; `await BookService.open(...)` makes one.

    `rows`, `contact`, `row_of` and `label_groups` answer at once (bounded look-ups by key); the others ask the
    query thread. Errors of the copy: the sync methods tell StoreTrouble and answer "nothing", the async ones raise it.
    """

    def __init__(
        self,
        store: StoreThread,
        query: QueryThread,
        writer: BookWriter,
        reader: BookReader,
        asker: BookReader,
        loader: Loader,
        events: Events,
    ) -> None:
        self.events = events
        self.loader = loader
        self.store = store
        self.writer = writer
        self.reader = reader
        self._query = query
        self._asker = asker
        self._labels = reader.label_groups()
        self._told: str | None = None
        # registered before any widget can be: who hears LabelsChanged finds the new groups here
        self._unsubscribe = events.subscribe(LabelsChanged, lambda _: self._read_labels())

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
        """Open or make the copy in `folder`; a damaged one is set aside, and the second value says so.

        Raises StoreError (StoreTooNew, DiskFull, DiskReadOnly …).
        """
        store, query = StoreThread(), QueryThread()
        try:
            writer, trouble = await store.run(_open_writer, folder, key)
            try:
                reader = BookReader.open(folder, key)
                asker = await query.run(lambda: BookReader.open(folder, key, cache_kib=QUERY_CACHE_KIB))
            except BaseException:
                await store.run(writer.close)
                raise
        except BaseException:
            await store.close()
            await query.close()
            raise
        loader = Loader(client, store, writer, requests, events, times)
        return cls(store, query, writer, reader, asker, loader, events), trouble

    # questions

    async def row_ids(self, query: ContactQuery) -> array[int]:
        """The numbers of all rows that the query finds, in its order."""
        found = await self._query.run(self._asker.row_ids, query)
        if found:
            self.loader.looked_at()
        return found

    def rows(self, row_ids: Sequence[int]) -> dict[int, ContactRow]:
        """What the list shows of at most 200 rows; rows that are gone are left out."""
        try:
            return self.reader.rows(row_ids[:MOST_ROWS])
        except StoreError as error:
            self._tell(error)
            return {}

    def contact(self, row_or_userid: int | str) -> Contact | UnreadableContact | None:
        """Everything that is known of one contact; None when it is gone."""
        try:
            return self.reader.contact(row_or_userid)
        except StoreError as error:
            self._tell(error)
            return None

    def row_of(self, userid: str) -> int | None:
        """The row of a contact, None when it is gone."""
        try:
            return self.reader.row_of(userid)
        except StoreError as error:
            self._tell(error)
            return None

    async def counts(self, scope: Scope, me: Me | None = None) -> Counts:
        """Counts within `scope`; `me` as told by the session unless given."""
        return await self._query.run(self._counts, scope, me)

    def _counts(self, scope: Scope, me: Me | None) -> Counts:
        return self._asker.counts(scope, me if me is not None else self._asker.me())

    def label_groups(self) -> tuple[LabelGroup, ...]:
        """The label groups in the server's order."""
        return self._labels

    async def owners(self) -> list[Owner]:
        """All who own contacts, by name."""
        return await self._query.run(self._asker.owners)

    async def unknown_people(self, limit: int) -> list[str]:
        """Ids of colleagues that contacts name and that were never looked up."""
        return await self._query.run(self._asker.unknown_people, limit)

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
        self.loader.start()

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
        self.loader.refresh()

    def refresh_every(self, seconds: float) -> None:
        """How often the server is looked at for changes, at most."""
        self.loader.refresh_every(seconds)

    async def close(self, *others: WorkStore | None, within: float = 0.5) -> None:
        """Stop loading and close the files, also `others` of the store thread; waits at most about `within` seconds."""
        self._unsubscribe()
        await self.loader.close()
        self.reader.close()
        try:
            async with asyncio.timeout(within / 2):
                await self._query.run(self._asker.close)
                # the writer last: only a writing connection can fold the log into the file when it is the last to go
                await asyncio.gather(
                    *(self.store.run(file.close) for file in (*others, self.writer) if file is not None),
                    return_exceptions=True,
                )
        except TimeoutError:
            log.info("the copy was still busy when the book was closed")
        except StoreError as error:
            log.info("the copy was not closed well: %s", error)
        await asyncio.gather(self._query.close(within / 2), self.store.close(within / 2))

    def _read_labels(self) -> None:
        try:
            self._labels = self.reader.label_groups()
        except StoreError as error:
            self._tell(error)

    def _tell(self, error: StoreError) -> None:
        """A table asks for rows many times a second: the same trouble is told once."""
        if self._told != error.code:
            self._told = error.code
            asyncio.get_running_loop().call_soon(self.events.publish, StoreTrouble(error))


def _open_writer(folder: Path, key: bytes) -> tuple[BookWriter, StoreTrouble | None]:
    """On the store thread. What can be fetched again may be set aside when it is damaged."""
    try:
        return BookWriter.open(folder, key), None
    except StoreDamaged as error:
        log.warning("the copy was damaged and is built anew: %s", error)
        set_aside(folder)
        return BookWriter.open(folder, key), StoreTrouble(error, rebuilt=True)
