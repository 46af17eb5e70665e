"""Keeps the copy equal to the server: the first pass over the list, later passes, and going on after faults.

The algorithm is DESIGN.md section 4. A pass merges page after page by userid; a contact that a whole pass did not
meet is asked for by itself before it is taken off the copy. What a pass has stored is never lost: after a fault, a
stop or a restart it goes on where it was.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from addressbook.dingtalk.client import DingTalkClient
from addressbook.errors import AddressBookError, RateLimited, StoreError
from addressbook.services.events import (
    Events,
    LoadProgress,
    LoadState,
    PassFinished,
    StoreTrouble,
)
from addressbook.services.faults import seconds_to_wait, spread, state_for
from addressbook.services.going_on import edge, goes_on, is_recent
from addressbook.services.loader_news import LoaderNews
from addressbook.services.loader_pass import LoaderPass
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.threads import RequestThreads, StoreThread
from addressbook.store.book import BookWriter, PassState

log = logging.getLogger(__name__)

REPEATS_AT_ONCE = 2  # passes that follow at once because the list moved, before waiting for the usual time


class Loader:
    """Runs passes for as long as the book is open. All methods belong to the event loop's thread."""

    def __init__(
        self,
        client: DingTalkClient,
        store: StoreThread,
        writer: BookWriter,
        requests: RequestThreads,
        events: Events,
        times: LoaderTimes = LoaderTimes(),  # noqa: B008 - frozen
    ) -> None:
        self._client = client
        self._store = store
        self._writer = writer
        self._requests = requests
        self._events = events
        self._times = times
        self._news = LoaderNews(events, times)
        self._pass: LoaderPass | None = None
        self._last: PassState | None = None
        self._began = float("-inf")  # when the pass was, by time.monotonic()
        self._task: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._looked = asyncio.Event()
        self._stopped = False
        self._pages_wanted = 0
        self._failed = False
        self._urgent = False
        self._fault: AddressBookError | None = None  # told by `fail`
        self._waiting: tuple[LoadState, datetime, AddressBookError] | None = None  # for a fault to pass
        self._attempt = 0
        self._doubts = 0  # passes given up in a row because the list cannot be believed
        self._rest = 0.0  # seconds, at least, before the next pass after such a one
        self._due = 0.0  # in the loop's time: nothing is asked for before
        self._repeats = 0
        self._follow = False  # another pass is wanted at once after the one that is under way
        self._held = False  # OFFLINE or WAITING is told while a pass is under way
        self._went_on_at = 0.0
        self._read_at: datetime | None = None  # when the pass last came any farther

    @property
    def progress(self) -> LoadProgress:
        """Where the loader stands now."""
        return self._news.progress

    @property
    def has_more(self) -> bool:
        """Whether the server may have contacts that are not here yet and that `want_more` would bring."""
        return not self._news.progress.complete

    # what a person or the program asks for

    def start(self) -> None:
        """Begin: fill an empty book, go on with an interrupted pass, or refresh a whole book after a while."""
        if self._task is None:
            self._task = asyncio.create_task(self._live(), name="loader")

    def stop(self) -> None:
        """Ask for nothing any more, until `resume`, `refresh` or `want_more`."""
        self._stopped, self._pages_wanted = True, 0
        if self._pass is not None:
            self._pass.stop()
        self._wake.set()

    def resume(self) -> None:
        """Go on after `stop`; where a fault had to be waited for, try now."""
        self._stopped = False
        if self._waiting is not None:
            self._due = 0.0
        self._wake.set()

    def want_more(self) -> None:
        """The view nears its end: hurry, or fetch one page when stopped."""
        if not self.has_more:
            return
        if self._stopped:
            self._pages_wanted = 1
            self._due = 0.0
            self._wake.set()
        elif self._pass is not None:
            self._pass.hurry()

    def refresh(self) -> None:
        """Begin a pass now; when waiting after a fault, or failed, try now; when stopped, go on.

        While a refresh is under way another one follows it: it may have gone by what is looked for.
        """
        if self._pass is not None and not self._pass.first:
            self._follow = self._news.progress.state in (LoadState.REFRESHING, LoadState.STOPPED)
        self._stopped = self._failed = False
        self._fault = None
        self._attempt = 0
        self._due = 0.0
        self._wake.set()

    def hurry(self, urgent: bool) -> None:
        """Whether a person waits for what a pass finds: then it may use the whole allowance."""
        self._urgent = urgent
        if self._pass is not None:
            self._client.pace.background_limit = self._times.calls(first=self._pass.first or self._urgent)

    def fail(self, error: AddressBookError) -> None:
        """Ask for nothing any more until `refresh`: what is read could not be kept."""
        self._failed, self._fault = True, error
        if self._pass is not None:
            self._pass.stop()
        self._news.set(LoadState.FAILED, retry_at=None, error=error)
        self._wake.set()

    def refresh_every(self, seconds: float) -> None:
        """Change the time between passes; counts from the end of the last one."""
        self._times = replace(self._times, refresh_every=seconds)
        if self._pass is None and self._news.progress.state is LoadState.IDLE and self._last is not None:
            self._due = asyncio.get_running_loop().time() + self._times.pause(self._last.last_total or 0)
            self._wake.set()

    def looked_at(self) -> None:
        """What the copy has is on the screen."""
        self._looked.set()

    async def close(self) -> None:
        """End at once; what is stored stays."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._news.close()

    # what a pass tells (PassListener)

    def rows_changed(self, rows: frozenset[int], *, removed: bool, at_once: bool) -> None:
        """Rows of the copy changed: told at most four times a second, but the first page at once."""
        self._news.rows_changed(rows, removed=removed, at_once=at_once)

    async def first_page_looked_at(self) -> None:
        """What the person waits for comes first: the rest of the book keeps the computer busy."""
        self._looked.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._times.first_look):
                await self._looked.wait()

    def labels_changed(self) -> None:
        """The label groups differ from before."""
        self._news.labels_changed()

    def went_on(self) -> None:
        """Something was read and stored."""
        self._attempt = 0
        self._read_at = datetime.now(UTC)
        self._went_on_at = asyncio.get_running_loop().time()
        if self._pass is not None:
            if self._held:
                self._held = False
                self._news.set(_under_way(self._pass), retry_at=None, error=None)
            self._news.set(loaded=self._pass.loaded)

    # the life of the loader

    async def _live(self) -> None:
        try:
            while True:
                try:
                    await self._step()
                except AddressBookError as error:
                    self._trouble(error)
                except Exception:
                    log.exception("the loader of the book failed")
                    self._trouble(AddressBookError("program.loader"))
        finally:
            if self._pass is not None:
                await self._pass.drop()

    async def _step(self) -> None:
        """Wait for what comes next, or do it."""
        loop = asyncio.get_running_loop()
        if self._failed and (self._last is not None or self._attempt):
            if self._fault is not None:
                self._news.set(LoadState.FAILED, retry_at=None, error=self._fault)
            await self._sleep(None)
        elif self._last is None:
            if self._due > loop.time():
                await self._sleep(self._due - loop.time())
            else:
                await self._recall()
        elif self._stopped and not self._pages_wanted:
            self._news.set(LoadState.STOPPED, retry_at=None)
            await self._sleep(None)
        elif self._due > loop.time():
            if self._waiting is not None:
                self._news.set(self._waiting[0], retry_at=self._waiting[1], error=self._waiting[2])
            elif self._pass is None:
                self._news.set(LoadState.IDLE, retry_at=None, error=None)
            await self._sleep(self._due - loop.time())
        else:
            await self._work()

    async def _recall(self) -> None:
        """Find out how far the copy is."""
        self._last = last = await self._store.run(self._writer.pass_state)
        self._waiting = None
        state = LoadState.FAILED if self._failed else LoadState.IDLE
        self._news.set(state, expected=last.last_total, complete=last.complete, updated_at=last.finished_at)
        if last.complete:
            self._due = asyncio.get_running_loop().time() + self._times.start_pause(last.last_total or 0)

    async def _work(self) -> None:
        self._waiting = None
        self._pass = current = await (self._new_pass() if self._pass is None else self._interrupted(self._pass))
        if self._failed or (self._stopped and not self._pages_wanted):  # while the pass was being made
            return
        pages = self._pages_wanted if self._stopped else None
        self._client.pace.background_limit = self._times.calls(first=current.first or self._urgent)
        # An attempt by itself after a fault is no news: what was told stands until something was read. (A person who
        # asks for it sees that it is tried, see `refresh`.)
        self._held = self._attempt > 0 and self._news.progress.state in (LoadState.OFFLINE, LoadState.WAITING)
        self._went_on_at = asyncio.get_running_loop().time()
        if self._held:
            self._news.set(loaded=current.loaded, retry_at=None)
        else:
            self._news.set(_under_way(current), loaded=current.loaded, retry_at=None, error=None)
        watching = asyncio.create_task(self._watch_pace(), name="watch the pace")
        try:
            whole = await current.work(pages)
            self._pages_wanted = 0  # not before: after a fault the page is still wanted
            if whole:
                await self._passed(current)
        except AddressBookError:
            if current.doubtful:
                await self._give_up(current)
            raise
        finally:
            watching.cancel()
            self._held = False  # what is still being stored must not tell that the loader goes on

    async def _give_up(self, doubtful: LoaderPass) -> None:
        """The list cannot be believed: the next pass reads it from its start, and later each time."""
        await self._abandon(doubtful)
        self._attempt, self._doubts = self._doubts, self._doubts + 1
        self._rest = self._times.rest(doubtful.loaded)

    async def _abandon(self, current: LoaderPass) -> None:
        """The next pass begins at the start of the list, also after a restart."""
        self._pass = None
        await current.drop()
        await self._store.run(self._writer.abandon_pass, current.number)

    async def _watch_pace(self) -> None:
        """The client waits by itself when DingTalk asks to slow down: say so when that lasts."""
        while True:
            await asyncio.sleep(self._times.slow_after / 4)
            until = self._client.pace.blocked_until
            if until is None or asyncio.get_running_loop().time() - self._went_on_at < self._times.slow_after:
                continue
            seconds = until - time.monotonic()
            retry_at = datetime.now(UTC) + timedelta(seconds=seconds)
            known = self._news.progress.retry_at
            if not self._held or known is None or abs((retry_at - known).total_seconds()) > 0.5:
                self._held = True
                self._news.set(LoadState.WAITING, retry_at=retry_at, error=RateLimited("90018", retry_after=seconds))

    async def _interrupted(self, current: LoaderPass) -> LoaderPass:
        """What to go on with after a fault, a stop, or a night for which the computer slept: see going_on.py."""
        if is_recent(self._read_at, datetime.now(UTC)):
            return current
        if current.first:
            current.count_as_moved()
            return current
        log.info("a refresh was interrupted for too long: it begins anew")
        await self._abandon(current)
        return await self._new_pass()

    async def _new_pass(self) -> LoaderPass:
        now = datetime.now(UTC)
        last = await self._store.run(self._writer.pass_state)
        going_on = goes_on(last, now)
        first = not last.complete
        number = last.number if going_on else await self._store.run(self._writer.begin_pass, first)
        if not going_on:
            self._began = time.monotonic()
        self._read_at = now
        return LoaderPass(
            number,
            last.next_offset if going_on else 0,
            last.loaded if going_on else 0,
            edge=edge(last, now) if going_on else "",
            first=first,
            store_every=self._times.store_every,
            client=self._client,
            requests=self._requests,
            store=self._store,
            writer=self._writer,
            listener=self,
        )

    async def _passed(self, done: LoaderPass) -> None:
        """A pass is whole: say so, and settle when the next one begins."""
        self._pass = None
        self._attempt = self._doubts = 0
        self._last = last = await self._store.run(self._writer.pass_state)
        self._repeats = self._repeats + 1 if done.moved else 0
        pause = spread(self._times.repeat_delay)
        if not 0 < self._repeats <= REPEATS_AT_ONCE:
            pause = self._times.pause(last.last_total or 0)
        if self._follow:
            pause = 0.0
        self._follow = False
        self._due = asyncio.get_running_loop().time() + pause
        self._news.flush_rows()
        self._news.set(
            LoadState.IDLE, loaded=done.loaded, expected=last.last_total, complete=True, updated_at=last.finished_at
        )
        if last.finished_at is not None:
            self._events.publish(PassFinished(last.finished_at, self._began, last.dirty))

    def _trouble(self, error: AddressBookError) -> None:
        """A fault: keep what is here, and wait for it to pass or for a person."""
        self._attempt += 1
        if isinstance(error, StoreError):
            self._events.publish(StoreTrouble(error))
        state = state_for(error)
        retry_at: datetime | None = None
        if state is LoadState.FAILED:
            log.warning("the book cannot be read from DingTalk: %s", error)
            self._failed = True
        else:
            first, longest = self._times.first_retry, self._times.longest_retry
            pause = max(self._rest, seconds_to_wait(error, self._attempt, first=first, longest=longest))
            self._rest = 0.0
            log.info("reading the book waits %.1f s: %s", pause, error)
            self._due = asyncio.get_running_loop().time() + pause
            retry_at = datetime.now(UTC) + timedelta(seconds=pause)
            self._waiting = (state, retry_at, error)
        self._news.set(state, retry_at=retry_at, error=error)

    async def _sleep(self, seconds: float | None) -> None:
        """Until somebody asks for something, or `seconds` have passed."""
        self._wake.clear()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._wake.wait()


def _under_way(current: LoaderPass) -> LoadState:
    return LoadState.LOADING if current.first else LoadState.REFRESHING
