"""A refresh that was interrupted goes on where it was, unless that is long ago; what moved meanwhile is found."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event as ThreadEvent

import pytest

from addressbook.services import going_on, loader
from addressbook.services.events import LoadState, PassFinished
from addressbook.services.going_on import GOES_ON_WITHIN, goes_on
from addressbook.store.book import PassState
from addressbook.store.connection import connect
from addressbook.store.files import BOOK_FILE
from tests.helpers.open_book import KEY, QUICK, OpenBook, Server, open_book, server_names
from tests.helpers.wait import until

ALONE = replace(QUICK, repeat_delay=3600)  # no pass follows by itself
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
FAR = 594  # the refresh is interrupted while it asks for the page at this offset


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(contacts=1100) as running:
        yield running


async def filled(server: Server, folder: Path) -> None:
    async with open_book(server.url, folder) as opened:
        await opened.until_whole()


async def interrupted(server: Server, opened: OpenBook) -> None:
    """Read up to FAR, and give up there."""
    gone_by, go_on = ThreadEvent(), ThreadEvent()

    def hold(offset: int) -> None:
        if offset >= FAR:
            gone_by.set()
            go_on.wait(10)

    server.before_page = hold
    opened.book.refresh()
    await until(gone_by.is_set, "the page at which it is interrupted")
    await until(lambda: opened.book.progress.loaded >= FAR, "all pages before")
    opened.book.stop()
    go_on.set()
    server.before_page = lambda offset: None
    server.offsets.clear()


async def quit_in_a_refresh(server: Server, folder: Path) -> None:
    await filled(server, folder)
    async with open_book(server.url, folder, start=False) as opened:
        opened.book.start()
        await interrupted(server, opened)


def age(folder: Path, by: timedelta) -> None:
    """Let what stands in the copy have been written earlier."""
    connection = connect(folder / BOOK_FILE, KEY)
    connection.run("UPDATE sync SET went_on_at = ?", ((datetime.now(UTC) - by).isoformat(),))
    connection.close()


def finished(opened: OpenBook) -> list[PassFinished]:
    passes: list[PassFinished] = []
    opened.book.events.subscribe(PassFinished, passes.append)
    return passes


def test_a_refresh_goes_on_after_a_restart_and_is_followed_by_none_when_nothing_moved(
    server: Server, tmp_path: Path
) -> None:
    async def story() -> None:
        await quit_in_a_refresh(server, tmp_path)
        async with open_book(server.url, tmp_path, times=ALONE) as opened:
            passes = finished(opened)
            await until(lambda: passes, "the end of the pass")
            assert min(server.offsets) == FAR
            assert not passes[0].moved
            assert passes[0].began == float("-inf"), "nobody may take it for a pass that began in this run"
            assert opened.book.progress.loaded == 1100
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_who_went_from_the_part_that_was_read_before_the_restart_is_found(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        await quit_in_a_refresh(server, tmp_path)
        for index in (3, 200):
            server.state.book.remove(server.state.book.number_at(index))
        async with open_book(server.url, tmp_path) as opened:
            passes = finished(opened)
            await until(lambda: len(passes) == 2 and opened.book.progress.state is LoadState.IDLE, "another pass")
            assert [one.moved for one in passes] == [True, False]
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_a_list_that_grew_while_the_program_was_closed_is_read_again(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        await quit_in_a_refresh(server, tmp_path)
        server.state.book.create({"name": "New", "mobile": "13912345678", "state_code": "86", "label_ids": [1]})
        async with open_book(server.url, tmp_path) as opened:
            passes = finished(opened)
            await until(lambda: len(passes) == 2 and opened.book.progress.state is LoadState.IDLE, "another pass")
            assert await opened.names() == server_names(server)

    with Server(contacts=1100, order="newest") as server:  # it comes first, and moves all others
        asyncio.run(story())


def test_after_a_night_a_refresh_begins_anew(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        await quit_in_a_refresh(server, tmp_path)
        age(tmp_path, GOES_ON_WITHIN + timedelta(minutes=1))
        async with open_book(server.url, tmp_path, times=ALONE) as opened:
            passes = finished(opened)
            await until(lambda: passes, "the end of the pass")
            assert min(server.offsets) == 0
            assert not passes[0].moved

    asyncio.run(story())


@pytest.mark.parametrize("minutes", [1, 600])
def test_a_computer_that_slept_through_a_refresh_begins_it_anew(
    minutes: int, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Later(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
            return datetime.now(UTC) + timedelta(minutes=minutes)

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            await interrupted(server, opened)
            await opened.until(lambda now: now.state is LoadState.STOPPED, "the stop")
            server.offsets.clear()
            monkeypatch.setattr(loader, "datetime", Later)
            opened.book.resume()
            await opened.until_whole()
            assert min(server.offsets) == (FAR if minutes == 1 else 0)
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_a_person_does_not_wait_for_the_turn_that_fifty_colleagues_take(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        await filled(server, tmp_path)
        times = replace(QUICK, start_delay=3600, start_spread=3600)
        async with open_book(server.url, tmp_path, times=times) as opened:
            await opened.until(lambda now: now.complete, "the copy")
            server.offsets.clear()
            await opened.refresh()
            assert min(server.offsets) == 0

    asyncio.run(story())


def test_a_refresh_that_is_asked_for_in_the_middle_of_one_follows_it(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            passes = finished(opened)
            await interrupted(server, opened)
            server.state.book.put(server.state.book.number_at(0), {**server.state.book.rows()[0], "name": "Went by"})
            opened.book.refresh()
            opened.book.refresh()
            await until(
                lambda: len(passes) == 2 and opened.book.progress.state is LoadState.IDLE, "the one that follows"
            )
            assert "Went by" in (await opened.names()).values()
            assert len(passes) == 2

    asyncio.run(story())


def test_the_pass_that_fills_the_book_goes_on_after_a_night_and_is_followed_by_another(
    server: Server, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path, start=False) as opened:
            opened.book.start()
            await interrupted(server, opened)
        age(tmp_path, timedelta(hours=10))
        async with open_book(server.url, tmp_path) as opened:
            passes = finished(opened)
            await until(lambda: len(passes) == 2, "another pass")
            assert server.offsets[0] >= 99
            assert passes[0].moved
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_a_pass_that_was_given_up_does_not_go_on(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        await filled(server, tmp_path)
        async with open_book(server.url, tmp_path, start=False) as opened:
            number = opened.book.writer.begin_pass(first=False)
            opened.book.writer.merge(number, [], next_offset=99)
            assert goes_on(opened.book.writer.pass_state(), datetime.now(UTC))
            opened.book.writer.abandon_pass(number)
            assert not goes_on(opened.book.writer.pass_state(), datetime.now(UTC))

    with Server(contacts=120) as server:
        asyncio.run(story(server))


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (PassState(running=True, complete=True, next_offset=99, went_on_at=NOW), True),
        (PassState(running=True, complete=True, next_offset=99, went_on_at=NOW - GOES_ON_WITHIN), True),
        (PassState(running=True, complete=True, next_offset=99, went_on_at=NOW - GOES_ON_WITHIN * 1.01), False),
        (PassState(running=True, complete=True, next_offset=99, went_on_at=NOW + timedelta(seconds=1)), False),
        (PassState(running=True, complete=True, next_offset=99), False),
        (PassState(running=True, complete=True, next_offset=0, went_on_at=NOW), False),
        (PassState(running=False, complete=True, next_offset=0, went_on_at=NOW), False),
        (PassState(running=True, complete=False), True),
        (PassState(running=False, complete=False), False),
    ],
)
def test_which_passes_go_on(last: PassState, expected: bool) -> None:
    assert goes_on(last, NOW) is expected
    late = replace(last, edge="x", went_on_at=NOW - timedelta(hours=1))
    assert going_on.edge(late, NOW) == ""
    assert going_on.edge(replace(late, went_on_at=NOW), NOW) == "x"
