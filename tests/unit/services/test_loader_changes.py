"""A list that changes while it is read: nothing doubled, nothing lost, and never an endless row of passes."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.query import Scope
from addressbook.services.events import ContactsChanged, LoadState
from addressbook.services.loader import REPEATS_AT_ONCE
from tests.helpers.open_book import QUICK, Server, open_book, server_names
from tests.helpers.wait import until


class Busy:
    """Colleagues at work: adds, changes and removes contacts between pages, `left` times."""

    def __init__(self, server: Server, seed: int, left: int) -> None:
        self._book = server.state.book
        self._chance = random.Random(seed)
        self.left = left

    def __call__(self, offset: int) -> None:
        with self._book.lock:
            if self.left <= 0 or self._chance.random() < 0.3:
                return
            self.left -= 1
            for _ in range(self._chance.choice((1, 1, 2, 7))):
                self._change()

    def _change(self) -> None:
        rows = self._book.rows()
        row = dict(self._chance.choice(rows))
        number = self._book.find(str(row["userid"]))
        assert number is not None
        act = self._chance.choice(("add", "change", "remove"))
        if act == "remove":
            self._book.remove(number)
        elif act == "change":
            self._book.put(number, {**row, "name": f"changed {self._chance.random()}"})
        else:
            fields = {key: value for key, value in row.items() if key != "userid"}
            mobile = str(13_000_000_000 + self._chance.randrange(10**9))
            self._book.create({**fields, "mobile": mobile, "name": "new"})


@pytest.mark.parametrize("seed", [*range(6), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(6, 20))])
def test_after_the_changes_end_one_further_pass_makes_the_copy_equal(seed: int, tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        busy = Busy(server, seed, left=12)
        server.before_page = busy
        # no pass follows by itself, so that they can be counted
        async with open_book(server.url, tmp_path, times=replace(QUICK, repeat_delay=3600)) as opened:
            await opened.until_whole()
            await opened.names()
            busy.left = 0
            await opened.refresh()
            assert await opened.names() == server_names(server)
            await opened.refresh()
            assert opened.events(ContactsChanged)
            assert await opened.names() == server_names(server)

    order = ("oldest", "newest", "shuffled")[seed % 3]
    with Server(contacts=430, order=order, seed=seed + 1, hidden_rows=seed % 2 == 0) as server:
        asyncio.run(story(server))


def test_a_list_that_moved_is_read_again_by_itself(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        removed = [server.state.book.number_at(index) for index in (3, 4, 5)]

        def remove_some(offset: int) -> None:
            while offset > 0 and removed:
                server.state.book.remove(removed.pop())

        server.before_page = remove_some
        async with open_book(server.url, tmp_path) as opened:
            await opened.until(lambda now: now.complete and server.offsets.count(0) == 2, "a second pass")
            await opened.until_whole()
            assert await opened.names() == server_names(server)
            assert server.offsets.count(0) == 2

    with Server() as server:
        asyncio.run(story(server))


def test_a_server_without_any_order_is_not_read_endlessly(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        chance = random.Random(1)

        def anyhow(offset: int, size: int) -> list[dict[str, object]]:
            rows = server.state.book.rows()
            chance.shuffle(rows)
            return rows[offset : offset + size]

        server.instead = anyhow
        async with open_book(server.url, tmp_path) as opened:
            ends = 0
            last = None
            while ends < 1 + REPEATS_AT_ONCE:
                await opened.until(lambda now, last=last: now.updated_at != last, "the end of a pass")
                last = opened.book.progress.updated_at
                ends += 1
            await opened.until(lambda now: now.state is LoadState.IDLE)
            asked = len(server.offsets)
            for _ in range(20):  # a pass would begin at the next turn of the loop
                await opened.book.counts(Scope.ALL)
            assert len(server.offsets) == asked
            names = await opened.names()
            assert names.items() <= server_names(server).items()
            assert len(names) > 250, "what a pass did not meet is not taken off unasked"

    with Server(contacts=300) as server:
        asyncio.run(story(server))


def test_a_server_that_always_gives_the_same_page_is_not_read_endlessly(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        server.instead = lambda offset, size: server.page(0, size)
        async with open_book(
            server.url, tmp_path, times=replace(QUICK, first_retry=3600, longest_retry=3600)
        ) as opened:
            progress = await opened.until(lambda now: now.state is LoadState.WAITING)
            assert progress.error is not None
            assert progress.error.code == "answer.shape"
            assert len(server.offsets) < 30
            assert len(await opened.names()) == 100

    with Server() as server:
        asyncio.run(story(server))


def test_a_contact_that_was_not_met_is_asked_for_before_it_is_taken_off(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        book = server.state.book
        gone, hidden = book.number_at(7), book.number_at(9)
        async with open_book(server.url, tmp_path, times=replace(QUICK, repeat_delay=3600)) as opened:
            await opened.until_whole()
            kept = str((book.row(hidden) or {})["userid"])
            row = opened.book.row_of(kept)
            book.remove(gone)
            # the list leaves one out that `get` still knows
            server.instead = lambda offset, size: [
                contact for contact in server.page(offset, size) if contact["userid"] != kept
            ]
            opened.told.clear()
            await opened.refresh()
            assert await opened.names() == server_names(server)
            assert opened.book.row_of(kept) == row
            changes = [event for event in opened.told if isinstance(event, ContactsChanged)]
            assert [event.removed for event in changes] == [True]
            assert sum(len(event.rows or ()) for event in changes) == 1

    with Server(contacts=250) as server:
        asyncio.run(story(server))


def test_pages_that_are_cut_short_lose_nothing(tmp_path: Path) -> None:
    """A server may answer with fewer rows than asked for although more stand there (only an empty page is the end)."""

    async def story(server: Server) -> None:
        server.instead = lambda offset, size: server.page(offset, min(size, 60) if offset == 198 else size)
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            assert await opened.names() == server_names(server)

    with Server() as server:
        asyncio.run(story(server))


def test_many_removed_at_once_are_taken_off_by_one_pass_over_a_list_that_stands_still(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            for index in range(40, 300):
                server.state.book.remove(server.state.book.number_at(index))
            server.offsets.clear()
            await opened.refresh()
            assert await opened.names() == server_names(server)
            assert server.offsets.count(0) == 1

    with Server() as server:
        asyncio.run(story(server))


def test_changes_by_colleagues_come_with_a_refresh(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            book = server.state.book
            number = book.number_at(200)
            row = dict(book.row(number) or {})
            book.put(number, {**row, "name": "Somebody New"})
            opened.told.clear()
            await opened.refresh()
            await until(lambda: opened.events(ContactsChanged))
            changed = opened.book.row_of(str(row["userid"]))
            assert opened.events(ContactsChanged) == [ContactsChanged(frozenset({changed}))]

    with Server() as server:
        asyncio.run(story(server))
