"""What a person has begun and not finished, kept in work.db from the first key press to the confirmed end."""

from __future__ import annotations

import asyncio
import json
import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import Cancelled, StoreError
from addressbook.services.events import Events, StoreTrouble, WorkChanged, WritingAllowed
from addressbook.services.threads import StoreThread
from addressbook.services.work_file import WorkFile
from addressbook.store.json_values import from_plain, to_plain
from addressbook.store.work import WorkStore

log = logging.getLogger(__name__)

LAST_MADE = "last_made"


class WorkService:
    """All methods belong to the event loop's thread; the disk is written on the store thread, in order of the calls.

    What is listed is what is on the disk, but for ends of calls that the disk has refused (see `note`). Where work.db
    cannot be used nothing is listed, and whatever would write raises the reason.
    """

    def __init__(self, file: WorkFile, store: StoreThread, events: Events) -> None:
        self._file = file
        self._store = store
        self._events = events
        self._trouble = file.trouble  # as far as it was told
        self._list()
        self._asked: dict[str, WorkItem] = {}  # what is about to be written
        self._owed: dict[str, _Write] = {}  # what is known and could not be written
        self._forgotten: set[str] = set()
        self._writing: set[asyncio.Future[None]] = set()
        self._calls = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self._closed = False

    def new(self, kind: WorkKind, values: FormValues, *, base: Contact | None = None) -> WorkItem:
        """A draft with an id of its own, which is not kept yet. `base` is the contact that it is about, or
        that is made again."""
        now = datetime.now(UTC)
        userid = base.userid if base is not None and kind is not WorkKind.CREATE else ""
        return WorkItem(secrets.token_hex(16), kind, WorkState.DRAFT, values, now, now, base=base, userid=userid)

    @property
    def trouble(self) -> StoreError | None:
        """Why work.db cannot be used, in which case it is left alone and nothing that belongs there is begun."""
        return self._file.trouble

    async def try_again(self) -> bool:
        """Open a file anew that could not be used; whether that has changed anything."""
        if self._file.trouble is None:
            return False
        await self._store.run(self._file.open)
        if self._file.trouble is None:
            self._list()
            for write in self._owed.values():
                write.done()
            self._events.publish(WorkChanged())
            self._write_owed()
        return self._tell_trouble()

    # what is there

    def items(self) -> tuple[WorkItem, ...]:
        """All work that can be read, the last changed first."""
        return tuple(sorted(self._items.values(), key=lambda item: item.changed_at, reverse=True))

    def item(self, item_id: str) -> WorkItem | None:
        """One piece of work, None when there is none under this id."""
        return self._items.get(item_id)

    @property
    def unreadable(self) -> tuple[str, ...]:
        """The ids of work that is kept but cannot be understood. It is never thrown away by the program itself."""
        return self._unreadable

    @property
    def count(self) -> int:
        """How much would be lost with work.db."""
        return len(self._items) + len(self._unreadable)

    # keeping

    async def keep(self, item: WorkItem) -> None:
        """Write an item down in the place of what is kept under its id; it is on the disk when this returns.

        What was begun is written even when whoever waits is cancelled. An item that was forgotten stays forgotten: a
        form's last automatic keeping must not bring back what is done. Raises StoreError; then nothing has changed.
        """
        if item.id in self._forgotten:
            log.debug("a finished item was not kept again")
            return
        await self._write(self._keeping(item))

    async def note(self, item: WorkItem) -> None:
        """As `keep`, for what became of a call. It is known from here on even if the disk refuses it, and is then
        written after whatever is written next. Never raises StoreError."""
        if item.id not in self._forgotten:
            await self._note(self._keeping(item))

    async def note_done(self, item_id: str) -> None:
        """As `forget`, for what was carried out: never raises StoreError, as `note`."""
        self._forgotten.add(item_id)
        await self._note(self._forgetting(item_id))

    async def keep_draft(self, item: WorkItem) -> bool:
        """As `keep`, for what a form keeps by itself while a person types; False when it is not the form's turn.

        That is while the item is being sent, or its outcome is not known: what is on the disk must go on saying so.
        """
        kept = self._asked.get(item.id) or self._items.get(item.id)
        if item.id in self._forgotten or (kept is not None and kept.is_uncertain):
            return False
        await self.keep(item)
        return True

    async def forget(self, item_id: str) -> None:
        """Its end is certain, or a person has thrown it away. Raises StoreError; then it is still there."""
        self._forgotten.add(item_id)
        try:
            await self._write(self._forgetting(item_id))
        except StoreError:
            self._forgotten.discard(item_id)
            raise

    async def forget_draft(self, item_id: str) -> bool:
        """As `forget`, for what a form no longer wants to be kept; False when it is not the form's turn, as in
        `keep_draft`. Raises StoreError; then it is still there."""
        kept = self._asked.get(item_id) or self._items.get(item_id)
        if kept is not None and kept.is_uncertain:
            return False
        await self.forget(item_id)
        return True

    async def last_made(self) -> FormValues:
        """Country, owner and labels of the contact that was made last; empty where nothing is known."""
        try:
            text = await self._store.run(self._file.do, lambda work: work.get(LAST_MADE))
            return from_plain(FormValues, json.loads(text)) if text else FormValues()
        except (StoreError, ValueError) as error:
            log.info("the values of the last contact cannot be read: %s", type(error).__name__)
            return FormValues()

    async def set_last_made(self, values: FormValues) -> None:
        """Remember them. Raises StoreError."""
        tidy = values.tidy()
        kept = FormValues(state_code=tidy.state_code, follower_user_id=tidy.follower_user_id, label_ids=tidy.label_ids)
        text = json.dumps(to_plain(kept))
        await self._write(_Write("", lambda work: work.set(LAST_MADE, text), lambda: None))

    async def flush(self) -> None:
        """Wait until all that was asked for so far is on the disk, or was refused by it."""
        while self._writing:
            await asyncio.wait(tuple(self._writing))

    # calls that write to DingTalk

    @contextmanager
    def under_way(self) -> Iterator[None]:
        """Around a call that writes and the keeping of what came of it: ending the session waits for it a moment.

        Raises Cancelled when the session is ending: nothing new is begun.
        """
        if self._closed:
            raise Cancelled
        self._calls += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._calls -= 1
            if not self._calls:
                self._idle.set()

    async def close(self, within: float) -> None:
        """Begin nothing more, and wait at most `within` seconds for what is under way; then what is kept says so."""
        self._closed = True
        try:
            async with asyncio.timeout(within):
                await self._idle.wait()
                self._write_owed()
                await self.flush()
        except TimeoutError:
            log.info("%d calls that write were under way when the book was closed", self._calls)

    def _list(self) -> None:
        self._items = {item.id: item for item in self._file.items}
        self._unreadable = tuple(item.id for item in self._file.unreadable)

    def _tell_trouble(self) -> bool:
        """Tell what has become of the file since it was told last; whether that is anything."""
        known, self._trouble = self._trouble, self._file.trouble
        if (known is None) == (self._trouble is None):
            return False
        if self._trouble is not None:
            self._events.publish(StoreTrouble(self._trouble))
        self._events.publish(WritingAllowed())
        return True

    def _kept(self, item: WorkItem) -> None:
        self._items[item.id] = item
        self._events.publish(WorkChanged())

    def _dropped(self, item_id: str) -> None:
        self._items.pop(item_id, None)
        self._unreadable = tuple(other for other in self._unreadable if other != item_id)
        self._events.publish(WorkChanged())

    def _keeping(self, item: WorkItem) -> _Write:
        self._asked[item.id] = item
        return _Write(item.id, lambda work: work.put_item(item), lambda: self._kept(item), item)

    def _forgetting(self, item_id: str) -> _Write:
        return _Write(item_id, lambda work: work.delete_item(item_id), lambda: self._dropped(item_id))

    async def _write(self, write: _Write) -> None:
        future = self._begin(write)
        await asyncio.wait({future})
        future.result()

    async def _note(self, write: _Write) -> None:
        future = self._begin(write, known=True)
        await asyncio.wait({future})
        error = future.exception()
        if error is not None and not isinstance(error, StoreError):
            raise error

    def _begin(self, write: _Write, *, known: bool = False) -> asyncio.Future[None]:
        """Write on the store thread. `known`: what is written is so, whether the disk takes it or not."""
        owed = self._owed.pop(write.item_id, None)  # what comes after it takes its place
        future = self._store.run(self._file.do, write.act)
        self._writing.add(future)

        def told(written: asyncio.Future[None]) -> None:
            self._writing.discard(written)
            if write.item is not None and self._asked.get(write.item_id) is write.item:
                del self._asked[write.item_id]
            error = None if written.cancelled() else written.exception()
            if error is None and not written.cancelled():
                write.done()
                self._write_owed()
            elif known and isinstance(error, StoreError):
                log.warning("what is known could not be written down: %s", write.item_id)
                self._owed[write.item_id] = write
                write.done()
            elif owed is not None:
                self._owed.setdefault(write.item_id, owed)
            self._tell_trouble()

        future.add_done_callback(told)
        return future

    def _write_owed(self) -> None:
        """The disk may take now what it has refused."""
        for write in list(self._owed.values()):
            self._begin(write, known=True)


@dataclass(frozen=True, slots=True)
class _Write:
    """Something to be written down about one piece of work; `done` is for the loop's thread, once it is written."""

    item_id: str
    act: Callable[[WorkStore], None]
    done: Callable[[], None]
    item: WorkItem | None = None
