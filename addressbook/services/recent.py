"""What a person has looked at and looked for last, kept in work.db: it is the person's own, and no other copy has it.

Contacts are kept by userid alone; those that are gone from the book stay on the list, where nobody sees them, until
others take their places. Where work.db cannot be used both lists last as long as the session.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Iterable

from addressbook.domain.text import clean, fold
from addressbook.domain.work import is_temporary
from addressbook.errors import StoreError
from addressbook.services.events import Events, RecentChanged
from addressbook.services.threads import StoreThread
from addressbook.services.work_file import WorkFile

log = logging.getLogger(__name__)

MOST_CONTACTS = 50
MOST_SEARCHES = 10
LONGEST_SEARCH = 200  # characters

_CONTACTS = "recent_contacts"
_SEARCHES = "recent_searches"


class RecentService:
    """All methods belong to the event loop's thread and answer at once; the disk is written behind them, and no fault
    of it is told: nobody has begun anything that could be lost."""

    def __init__(self, file: WorkFile, store: StoreThread, events: Events) -> None:
        self._file, self._store, self._events = file, store, events
        self._contacts: tuple[str, ...] = ()
        self._searches: tuple[str, ...] = ()
        self._unwritten: set[str] = set()
        self._writing: asyncio.Task[None] | None = None
        self._closed = False

    async def read(self) -> None:
        """Take up what was kept, behind what has been noted since. Call it once work.db is open."""
        try:
            contacts, searches = await self._store.run(
                self._file.do, lambda work: (work.get(_CONTACTS), work.get(_SEARCHES))
            )
        except StoreError as error:
            log.info("what was looked at last cannot be read: %s", error)
            return
        self._contacts = _first(MOST_CONTACTS, (*self._contacts, *_texts(contacts)))
        self._searches = _first(MOST_SEARCHES, (*self._searches, *_texts(searches)))
        self._events.publish(RecentChanged())

    def contacts(self) -> tuple[str, ...]:
        """The userids of the contacts that were looked at last, the last one first."""
        return self._contacts

    def note_viewed(self, userid: str) -> None:
        """A contact was looked at. One that DingTalk has not made yet is passed over: it will have another userid."""
        if userid and not is_temporary(userid):
            self._set_contacts(_first(MOST_CONTACTS, (clean(userid), *self._contacts)))

    def forget_contacts(self) -> None:
        """Forget who was looked at."""
        self._set_contacts(())

    def searches(self) -> tuple[str, ...]:
        """The texts that were looked for last, the last one first."""
        return self._searches

    def note_search(self, text: str) -> None:
        """A text was looked for; written in another way (case, accents, spaces) it takes the place of the earlier."""
        text = " ".join(clean(text)[:LONGEST_SEARCH].split())
        if text:
            others = (other for other in self._searches if fold(other) != fold(text))
            self._set_searches(_first(MOST_SEARCHES, (text, *others)))

    def forget_search(self, text: str) -> None:
        """Forget one text."""
        self._set_searches(tuple(other for other in self._searches if other != text))

    def forget_searches(self) -> None:
        """Forget all texts."""
        self._set_searches(())

    async def close(self, within: float) -> None:
        """Keep nothing more, and wait at most `within` seconds until what was noted is on the disk."""
        self._closed = True
        await self.written(within)

    async def written(self, within: float | None = None) -> None:
        """Wait until what was noted is on the disk, or was refused by it."""
        if self._writing is not None:
            await asyncio.wait({self._writing}, timeout=within)

    def _set_contacts(self, contacts: tuple[str, ...]) -> None:
        if contacts != self._contacts:
            self._contacts = contacts
            self._changed(_CONTACTS)

    def _set_searches(self, searches: tuple[str, ...]) -> None:
        if searches != self._searches:
            self._searches = searches
            self._changed(_SEARCHES)

    def _changed(self, name: str) -> None:
        self._unwritten.add(name)
        if self._writing is None and not self._closed:
            self._writing = asyncio.create_task(self._write(), name="what was looked at last")
        self._events.publish(RecentChanged())

    async def _write(self) -> None:
        """Only one write waits for its turn, however fast a person is: it writes what is so by then."""
        name = ""
        try:
            while self._unwritten:
                name = self._unwritten.pop()
                texts = self._contacts if name == _CONTACTS else self._searches
                value = json.dumps(texts) if texts else None
                await self._store.run(self._file.do, lambda work, name=name, value=value: work.set(name, value))
        except StoreError as error:
            log.info("what was looked at last cannot be kept: %s", error)
            self._unwritten.add(name)  # the disk may take it with the next
        finally:
            self._writing = None


def _first(most: int, texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))[:most]


def _texts(kept: str | None) -> list[str]:
    """A list that was kept; what is none counts as empty: it is a convenience."""
    try:
        found = json.loads(kept) if kept else []
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list):
        log.info("a list of what was looked at last is broken and counts as empty")
        return []
    return [clean(text) for text in found if isinstance(text, str) and text]
