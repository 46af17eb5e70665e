"""The indexes of the rarer orders: made when a book is whole, and later where something came in between."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.query import SortKey
from addressbook.errors import DiskFull, StoreError
from addressbook.services import search_loader
from addressbook.services.events import LoadState, StoreTrouble
from addressbook.store import writer as writer_module
from addressbook.store.book import BookWriter
from addressbook.store.connection import Connection, connect
from addressbook.store.files import BOOK_FILE
from addressbook.store.schema import missing_sort_indexes
from tests.helpers.open_book import KEY, QUICK, OpenBook, Server, open_book
from tests.helpers.wait import until


async def missing(opened: OpenBook) -> list[str]:
    return await opened.book.store.run(missing_sort_indexes, opened.book.writer._connection)


async def until_indexed(opened: OpenBook) -> None:
    async with asyncio.timeout(20):
        while await missing(opened):  # noqa: ASYNC110
            await asyncio.sleep(0.01)


def without_indexes(folder: Path, *columns: str) -> None:
    """As after a kill before the last ones were made."""
    connection = connect(folder / BOOK_FILE, KEY)
    for column in columns:
        connection.run(f"DROP INDEX sorting_by_{column}")
    connection.close()


def test_what_a_kill_left_undone_is_done_at_the_next_start(tmp_path: Path) -> None:
    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(server.url, tmp_path) as opened:
                await opened.until_whole()
                await until_indexed(opened)
            without_indexes(tmp_path, "phone", "company")
            server.stop()  # so that no pass ends
            async with open_book(server.url, tmp_path) as opened:
                await opened.until(lambda now: now.state is LoadState.OFFLINE)
                assert set(await missing(opened)) == {"phone", "company"}, "nothing has been looked at yet"
                await opened.look()
                await until_indexed(opened)

    asyncio.run(story())


def test_orders_are_read_ahead_once_their_indexes_are_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_loader, "LOOKS_APART", 0.01)
    held = asyncio.Event()

    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(server.url, tmp_path) as opened:
                book = opened.book
                run_at = book.store.run_at

                async def later(*args: object) -> object:
                    if args[1] == book.writer.make_index:
                        await held.wait()
                    return await run_at(*args)  # type: ignore[arg-type]

                monkeypatch.setattr(book.store, "run_at", later)
                await opened.until_whole()
                await opened.look()
                orders = book._asker._queries._orders

                def index_read() -> bool:
                    index = book._asker._queries.__dict__.get("_index")
                    return index is not None and index.is_whole

                await until(index_read, "all texts")
                await until(lambda: bool(book._search._changed._waiters), "nothing more to read")  # type: ignore[attr-defined]
                assert SortKey.PHONE not in orders._kept
                held.set()
                await until(lambda: {SortKey.COMPANY, SortKey.PHONE, SortKey.OWNER} <= set(orders._kept), "orders")

    asyncio.run(story())


def test_a_full_disk_is_told_once_and_begins_no_other_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    create, tries = writer_module.create_sort_index, []

    def create_when_there_is_room(connection: Connection, column: str) -> None:
        tries.append(column)
        pages = connection.number("PRAGMA page_count")
        connection.run(f"PRAGMA max_page_count = {pages if len(tries) < 4 else 2 * pages + 100}")
        create(connection, column)

    monkeypatch.setattr(writer_module, "create_sort_index", create_when_there_is_room)

    async def story() -> None:
        with Server(contacts=450) as server:
            async with open_book(server.url, tmp_path) as opened:
                await opened.until_whole()
                await until_indexed(opened)
                assert tries[:3] == ["alias"] * 3, "asked for again until there is room"
                (trouble,) = opened.events(StoreTrouble)
                assert isinstance(trouble, StoreTrouble)
                assert isinstance(trouble.error, DiskFull)
                assert opened.states()[-1] is LoadState.IDLE
                assert opened.book.progress.error is None
                assert server.offsets.count(0) == 1

    asyncio.run(story())


@pytest.mark.parametrize("error", [DiskFull(file=BOOK_FILE), StoreError(file=BOOK_FILE), RuntimeError("a slip")])
def test_keys_that_cannot_be_renewed_are_tried_again_after_a_while_only(
    tmp_path: Path, error: Exception, expected_log: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(error, RuntimeError):
        expected_log("the upkeep of the copy failed")
    tries: list[int] = []

    def renew(_: BookWriter, after: int = 0) -> int | None:
        tries.append(after)
        raise error

    monkeypatch.setattr(BookWriter, "renew_keys", renew)

    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(
                server.url, tmp_path, times=replace(QUICK, first_retry=600, longest_retry=600)
            ) as opened:
                await opened.until_whole()
                await opened.look()
                for _ in range(100):  # in between, one that did not wait would try each time
                    await opened.book.store.run(tries.count, 0)
                assert 1 <= len(tries) <= 5, "at the start, when the list was seen, after a pass"

    asyncio.run(story())
