"""One pass over the server's list: pages, label groups, and the contacts that were not met.

After a fault `work` raises, and may be called again: it goes on where it was. The caller decides when.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import Counter, deque
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from addressbook.dingtalk.client import CancelToken, DingTalkClient
from addressbook.dingtalk.pace import Priority
from addressbook.domain.contact import Contact
from addressbook.domain.label import LabelGroup
from addressbook.errors import AddressBookError, AnswerError, Cancelled, NotFound
from addressbook.services.arrivals import MOST_WAITING, Arrival, Arrivals, enter, understand
from addressbook.services.events import LoadState
from addressbook.services.faults import state_for
from addressbook.services.flight import Flight, Job
from addressbook.services.paging import PAGE_SIZE, STRIDE, PagePlan
from addressbook.services.pass_listener import PassListener
from addressbook.services.threads import RequestThreads, StoreThread
from addressbook.store.book import BookWriter

log = logging.getLogger(__name__)

MADE_UP = "?"  # the first character of an id that the codec made up for a row without a readable one
MANY_UNMET = 200
MANY_UNMET_SHARE = 0.05
SUSPICIOUS_UNMET = 50  # from here on a few are asked for, before all the others are
SAMPLE = 10
MOST_LOOKED_FOR = 1000  # in one pass; the next goes on with the others
TRIES = 3  # for an answer about one contact that cannot be understood
LABEL_PAGES_LIMIT = 100
FEWEST_PAGES_UNDER_WAY = 2
USUAL_PAGES_UNDER_WAY = 6
MOST_PAGES_UNDER_WAY = 16
PAGES_LATE = 1  # a page may come a turn late on a busy computer before the server counts as slow
USELESS_MENDS = 3


class LoaderPass:
    """A pass with the number `number` that begins, or goes on, at the offset `start`, where `edge` must stand (see
    PagePlan).

    `first` is the pass that fills the book: it may use the whole allowance, and stores what came every `store_every`
    seconds. `loaded` counts the contacts met.
    """

    def __init__(
        self,
        number: int,
        start: int,
        loaded: int,
        *,
        edge: str = "",
        first: bool,
        store_every: float,
        client: DingTalkClient,
        requests: RequestThreads,
        store: StoreThread,
        writer: BookWriter,
        listener: PassListener,
    ) -> None:
        self.loaded = loaded
        self.doubtful = False  # what the list tells cannot be believed: this pass is to be given up
        self.first = first
        self.number = number
        self._client = client
        self._store = store
        self._writer = writer
        self._listener = listener
        self._plan = PagePlan(start, edge)
        self._first_page_stored = start > 0
        self._storing = asyncio.Lock()
        self._arrivals = Arrivals(store_every)
        self._in_hand: set[int] = set()  # the offsets of pages that came and are being understood
        self._flight = Flight(requests)
        self._budget: int | None = None
        self._hurry = 0
        self._labels_wanted = True
        self._labels_refused = False  # asked for once more when the pass goes on after a fault
        self._pages_under_way = USUAL_PAGES_UNDER_WAY if first else FEWEST_PAGES_UNDER_WAY
        self._mends: deque[int] | None = None
        self._useless_mends = 0
        self._short_ids: dict[int, frozenset[str]] = {}
        self._unmet: deque[str] | None = None
        self._sample: list[str] = []
        self._sample_there = 0
        self._garbled: Counter[str] = Counter()
        self._still_there = False
        self._left_over = False

    @property
    def moved(self) -> bool:
        """Whether the list changed while it was read, so that another pass is needed."""
        return self._plan.moved or self._still_there or self._left_over

    async def work(self, pages: int | None = None) -> bool:
        """Go on until the pass is whole (True), or until `pages` more are stored, or `stop` (False).

        Raises AddressBookError: any of the client's or the store's errors. Call again to go on.
        """
        self._flight.begin()
        self._budget = pages
        self._labels_wanted |= self._labels_refused
        self._labels_refused = False
        await self._drive(self._next_page)
        if not self._plan.finished or self._flight.stopping:
            return False
        await self._mend_short_pages()
        await self._check_unmet()
        if self._flight.stopping:
            return False
        await self._store.run(self._writer.finish_pass, self.number, datetime.now(UTC), self.moved)
        return True

    def count_as_moved(self) -> None:
        """It was interrupted for so long that what it read before is old: another pass is needed."""
        self._plan.moved = True

    def stop(self) -> None:
        """Give up what is under way; `work` returns."""
        self._flight.stop()

    def hurry(self) -> None:
        """The view is near its end: ask for the next pages before anything else."""
        self._hurry = FEWEST_PAGES_UNDER_WAY
        self._arrivals.hurry()

    async def drop(self) -> None:
        """Stop, and wait until no task is left. Nothing is told any more: the book is being closed."""
        await self._flight.drop()

    async def _drive(self, next_job: Callable[[], Job | None]) -> None:
        try:
            await self._flight.drive(next_job, self._most_under_way)
        except Exception:
            self._pages_under_way = FEWEST_PAGES_UNDER_WAY
            raise

    def _most_under_way(self) -> int:
        return self._pages_under_way + min(len(self._arrivals) + len(self._in_hand), MOST_WAITING)

    # pages

    def _next_page(self) -> Job | None:
        if self._labels_wanted:
            self._labels_wanted = False
            return self._read_labels()
        if self._budget is not None and self._budget <= 0:
            return None
        if not self._first_page_stored and self._plan.asked:
            return None  # the first page is shown before the second is asked for
        if self._arrivals.end_came:
            return None
        index = self._plan.take()
        if index is None:
            return None
        if self._budget is not None:
            self._budget -= 1
        waited_for = self.first and not self._first_page_stored
        urgent = waited_for or self._hurry > 0 or self._budget is not None
        self._hurry = max(0, self._hurry - 1)
        return self._read_page(index, Priority.FOREGROUND if urgent else Priority.BACKGROUND)

    async def _read_page(self, index: int, priority: Priority) -> None:
        began = time.monotonic()
        arrival: Arrival | None = None
        try:
            asked = self._writer.moment
            arrival = await self._flight.ask(priority, self._fetch, self._plan.offset(index), PAGE_SIZE)
            arrival.asked, arrival.index = asked, index
            self._arrivals.add(arrival)
            async with self._storing:
                if not arrival.stored:  # with one that came before
                    if self.first and self._first_page_stored and self._budget is None:
                        await self._arrivals.more()
                    with self._flight.kept():
                        await self._store_arrivals()
        except BaseException:
            if arrival is not None:
                self._arrivals.drop(arrival)
            if arrival is None or not arrival.stored:
                self._plan.give_back(index)
            raise
        if self._plan.same_page_again:
            raise self._doubt("offset")
        if arrival.seen.rows and not self._first_page_stored:
            try:
                if self.first:
                    await self._listener.first_page_looked_at()
            finally:
                self._first_page_stored = True
        self._listener.went_on()
        self._measure(arrival.came_at - began)

    def _fetch(self, offset: int, size: int, *, priority: Priority, cancel: CancelToken) -> Arrival:
        """On a request thread."""
        page = self._client.list_contacts(offset, size, priority=priority, cancel=cancel)
        self._in_hand.add(offset)
        try:
            return understand(page, new=self.first)
        finally:
            self._in_hand.discard(offset)

    async def _store_arrivals(self) -> None:
        arrivals = self._arrivals.take()
        filled = [one for one in arrivals if one.seen.rows]
        if filled:
            await self._enter(filled, at_once=not self._first_page_stored)
        self._arrivals.settle(arrivals)
        for one in arrivals:
            if one.index is not None:
                self._plan.arrived(one.index, one.seen)
                if one.seen.rows and not one.seen.full:
                    self._short_ids[one.index] = one.ids

    async def _enter(self, arrivals: Sequence[Arrival], *, at_once: bool) -> None:
        merged = await self._store.run(enter, arrivals, self.number, self._plan, self._writer)
        self.loaded += merged.met
        self._listener.rows_changed(merged.rows, removed=False, at_once=at_once)

    def _measure(self, took: float) -> None:
        """Have more pages under way when it is the server that is slow, and not our own pace that makes them wait."""
        waiting = (self._pages_under_way + PAGES_LATE) / self._client.pace.background_limit
        if took > 1.1 * waiting:
            self._pages_under_way = min(MOST_PAGES_UNDER_WAY, self._pages_under_way + 1)

    # label groups

    async def _read_labels(self) -> None:
        """All label groups, page by page. Where they may not be read the contacts still are."""
        groups: list[LabelGroup] = []
        try:
            for number in range(LABEL_PAGES_LIMIT):
                priority = Priority.FOREGROUND if self.first else Priority.BACKGROUND
                page = await self._flight.ask(priority, self._client.list_label_groups, number * PAGE_SIZE, PAGE_SIZE)
                if not page or page == groups[-len(page) :]:
                    break
                groups += page
            with self._flight.kept():
                if await self._store.run(self._writer.put_label_groups, groups):
                    self._listener.labels_changed()
        except AddressBookError as error:
            if state_for(error) is LoadState.FAILED and not isinstance(error, Cancelled):
                log.info("label groups cannot be read: %s", error)
                self._labels_refused = True
                return
            self._labels_wanted = True
            raise
        except asyncio.CancelledError:
            self._labels_wanted = True
            raise

    # short pages in mid-list

    async def _mend_short_pages(self) -> None:
        """A server may leave rows out of a page, or cut it short: look once whether something stands behind the cut."""
        if self._mends is None:
            self._mends = deque(self._plan.short_pages())
        await self._drive(self._next_mend)

    def _next_mend(self) -> Job | None:
        if not self._mends or self._useless_mends >= USELESS_MENDS or self._flight.busy:
            return None
        return self._mend(self._mends.popleft())

    async def _mend(self, index: int) -> None:
        known = set(self._short_ids.get(index, ()))
        offset = self._plan.offset(index) + self._plan.rows(index)
        end = self._plan.offset(index) + STRIDE
        useful = False
        try:
            while offset < end:
                asked = self._writer.moment
                arrival = await self._flight.ask(Priority.BACKGROUND, self._fetch, offset, end - offset)
                if not arrival.seen.rows:
                    break
                arrival.asked = asked
                with self._flight.kept():
                    await self._enter([arrival], at_once=False)
                if arrival.ids <= known:
                    break
                useful = True
                known |= arrival.ids
                offset += arrival.seen.rows
        except BaseException:
            assert self._mends is not None  # noqa: S101 - for the type checker
            self._mends.append(index)
            raise
        self._useless_mends = 0 if useful else self._useless_mends + 1

    # contacts that were not met

    async def _check_unmet(self) -> None:
        """Ask for each contact that the pass did not meet before it is taken off the copy."""
        if self._flight.stopping:
            return
        if self._unmet is None:
            unmet = await self._store.run(self._writer.unmet, self.number)
            real = [userid for userid in unmet if not userid.startswith(MADE_UP)]
            if self.moved and len(real) > max(MANY_UNMET, MANY_UNMET_SHARE * self.loaded):
                log.info("%d contacts were not met while the list moved: the next pass will tell", len(real))
                real = []
            elif real and (self.loaded == 0 or (len(real) > SUSPICIOUS_UNMET and not self.moved)):
                await self._probe(real)
                if self._flight.stopping:
                    return
            made_up = [userid for userid in unmet if userid.startswith(MADE_UP)]
            if made_up:  # rows without a readable id are known by their place alone
                await self._remove(made_up)
            self._left_over = len(real) > MOST_LOOKED_FOR
            self._unmet = deque(real[:MOST_LOOKED_FOR])
        await self._drive(self._next_unmet)

    async def _probe(self, unmet: list[str]) -> None:
        """Ask for some of many: where most are still there it is the list that is wrong (an empty first page, say)."""
        self._sample = unmet[:: max(1, len(unmet) // SAMPLE)][:SAMPLE]
        asked, self._sample_there = len(self._sample), 0
        await self._drive(self._next_probe)
        if not self._flight.stopping and 2 * self._sample_there > asked:
            log.info("the list lacks %d contacts that are there: it cannot be believed", len(unmet))
            raise self._doubt("contacts")

    def _next_probe(self) -> Job | None:
        return self._ask_whether_there(self._sample.pop()) if self._sample else None

    async def _ask_whether_there(self, userid: str) -> None:
        try:
            await self._flight.ask(Priority.BACKGROUND, self._client.get_contact, userid)
        except NotFound:
            return
        except AnswerError as error:
            if error.code != "answer.shape":
                raise
        self._sample_there += 1

    def _doubt(self, field: str) -> AnswerError:
        self.doubtful = True
        return AnswerError("answer.shape", endpoint="/topapi/extcontact/list", field=field)

    def _next_unmet(self) -> Job | None:
        return self._look_for(self._unmet.popleft()) if self._unmet else None

    async def _look_for(self, userid: str) -> None:
        try:
            contact: Contact | None = None
            asked = self._writer.moment
            try:
                contact = await self._flight.ask(Priority.BACKGROUND, self._client.get_contact, userid)
            except NotFound:
                await self._remove([userid])
            except AnswerError as error:
                if error.code == "answer.ip_blocked":
                    raise
                self._garbled[userid] += 1
                if error.code != "answer.shape":
                    if self._garbled[userid] < TRIES:
                        raise
                    self._still_there = True
                log.info("a contact that the list left out cannot be read: it stays as it is")
            if contact is not None:
                with self._flight.kept():
                    merged = await self._store.run(self._writer.merge_one, contact, asked=asked)
                    self._still_there = True
                    self._listener.rows_changed(merged.rows, removed=False, at_once=False)
        except BaseException:
            if self._unmet is not None:
                self._unmet.append(userid)
            raise
        self._listener.went_on()

    async def _remove(self, userids: list[str]) -> None:
        with self._flight.kept():
            rows = await self._store.run(self._writer.remove, userids)
            self._listener.rows_changed(rows, removed=True, at_once=False)
