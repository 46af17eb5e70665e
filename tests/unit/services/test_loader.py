"""The loader against a real server and a real copy: first pass, later passes, stopping, restarting."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event as ThreadEvent

import pytest

from addressbook.domain.query import ContactQuery
from addressbook.services.events import ContactsChanged, LabelsChanged, LoadState
from addressbook.services.paging import STRIDE
from addressbook.store.schema import missing_sort_indexes
from tests.helpers.open_book import QUICK, Server, open_book, server_names
from tests.helpers.wait import until


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as running:
        yield running


def test_the_first_page_is_shown_before_the_second_is_asked_for(server: Server, tmp_path: Path) -> None:
    asked: list[list[int]] = []

    async def story() -> None:
        async with open_book(server.url, tmp_path, start=False) as opened:
            opened.book.events.subscribe(ContactsChanged, lambda _: asked.append(list(server.offsets)))
            opened.book.start()
            await until(lambda: asked, "the first page")
            assert asked[0] == [0], "the second page was asked for too early"
            assert len((await opened.book.answer(ContactQuery())).ids) >= 100
            await opened.until_whole()
            assert not opened.book.has_more
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_several_pages_are_under_way_together(server: Server, tmp_path: Path) -> None:
    gate = ThreadEvent()
    server.before_page = lambda offset: None if offset == 0 else bool(gate.wait(20)) and None

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await until(lambda: len(server.offsets) >= 5, "five pages under way")
            gate.set()
            await opened.until_whole()

    try:
        asyncio.run(story())
    finally:
        gate.set()


@pytest.mark.parametrize(
    "options", [{}, {"hidden_rows": True}, {"order": "shuffled"}, {"contacts": 0}, {"contacts": 99}]
)
def test_the_copy_equals_the_server_in_one_pass(options: dict[str, object], tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path) as opened:
            progress = await opened.until_whole()
            assert await opened.names() == server_names(server)
            assert progress.expected == len(server.state.book)
            assert server.offsets.count(0) == 1, "a list that stands still is read once"
            assert len(opened.book.label_groups()) == len(server.state.label_groups)
            assert opened.events(LabelsChanged)

    with Server(**options) as server:
        asyncio.run(story(server))


def test_the_indexes_for_the_rarer_orders_are_made_when_all_is_here(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            while await opened.book.store.run(missing_sort_indexes, opened.book.writer._connection):
                pass
            await opened.refresh()

    asyncio.run(asyncio.wait_for(story(), 30))


def test_more_than_a_hundred_label_groups_are_read_whole(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            assert len(opened.book.label_groups()) == len(server.state.label_groups) > 200

    with Server(extra_label_groups=200, contacts=5) as server:
        asyncio.run(story(server))


def test_a_later_start_shows_the_copy_without_any_network(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
        names = server_names(server)
        server.stop()
        async with open_book(server.url, tmp_path, start=False) as opened:
            assert await opened.names() == names
            assert opened.book.label_groups()
            opened.book.start()
            progress = await opened.until(lambda now: now.state is LoadState.OFFLINE)
            assert progress.complete
            assert progress.updated_at is not None
            assert progress.retry_at is not None

    asyncio.run(story())


def test_stopped_it_asks_for_one_page_when_wanted_and_goes_on_when_told(server: Server, tmp_path: Path) -> None:
    gate = ThreadEvent()
    server.before_page = lambda offset: None if offset == 0 else bool(gate.wait(20)) and None

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await until(lambda: opened.events(ContactsChanged), "the first page")
            opened.book.stop()
            await opened.until(lambda now: now.state is LoadState.STOPPED)
            gate.set()
            assert len((await opened.book.answer(ContactQuery())).ids) == 100
            for rows in (199, 298):
                opened.book.want_more()
                await opened.until(
                    lambda now, rows=rows: now.state is LoadState.STOPPED and now.loaded == rows, f"{rows} rows"
                )
                assert len((await opened.book.answer(ContactQuery())).ids) == rows
            opened.book.resume()
            await opened.until_whole()
            assert await opened.names() == server_names(server)

    try:
        asyncio.run(story())
    finally:
        gate.set()


def test_an_interrupted_first_pass_goes_on_where_it_was(server: Server, tmp_path: Path) -> None:
    gate = ThreadEvent()
    server.before_page = lambda offset: None if offset < 3 * STRIDE else bool(gate.wait(20)) and None

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await until(lambda: opened.book.loader.progress.loaded == 298, "three pages")
        gate.set()
        await until(lambda: len(server.offsets) >= 4)
        server.offsets.clear()
        async with open_book(server.url, tmp_path, times=replace(QUICK, repeat_delay=3600)) as opened:
            await opened.until_whole()
            assert min(server.offsets) == 3 * STRIDE
            assert await opened.names() == server_names(server)
            # what lay before was read at another time: one further pass makes sure
            server.offsets.clear()
            await opened.refresh()
            assert server.offsets.count(0) == 1

    try:
        asyncio.run(story())
    finally:
        gate.set()


def test_progress_counts_up_and_tells_the_last_total(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            assert opened.states()[0] is LoadState.LOADING
            opened.told.clear()
            progress = await opened.refresh()
            assert LoadState.REFRESHING in opened.states()
            assert LoadState.LOADING not in opened.states()
            assert (progress.loaded, progress.expected) == (450, 450)
            assert not opened.events(ContactsChanged), "nothing changed, so nothing is told"

    asyncio.run(story())


def test_a_row_that_cannot_be_understood_does_not_lose_its_page(server: Server, tmp_path: Path) -> None:
    row = dict(server.state.book.rows()[150])
    server.state.book.put(server.state.book.number_at(150), {**row, "name": {"not": "text"}})

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            assert set(await opened.names()) == set(server_names(server))

    asyncio.run(story())
