"""Damage inside the copy, which shows only when the page is read: it is set aside and built anew, and told so."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from addressbook.domain.query import ContactQuery, Scope
from addressbook.errors import DiskReadOnly, StoreDamaged, StoreError
from addressbook.services import book_files, mending
from addressbook.services.events import ContactsChanged, LabelsChanged, LoadState, StoreTrouble
from addressbook.store.connection import Connection, connect
from addressbook.store.files import BOOK_FILE
from tests.helpers.open_book import KEY, OpenBook, Server, open_book, server_names
from tests.helpers.wait import until

PAGE_BYTES = 4096
BUILT_ANEW = "the copy was damaged and is built anew"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with Server(contacts=450) as running:
        yield running


@pytest.fixture(scope="module")
def whole(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole copy, closed."""
    folder = tmp_path_factory.mktemp("whole")

    async def story() -> None:
        async with open_book(server.url, folder) as opened:
            await opened.until_whole()

    asyncio.run(story())
    return folder


def pages_of(folder: Path, name: str) -> list[int]:
    """The pages of a table or index, from 1."""
    connection = connect(folder / BOOK_FILE, KEY)
    root = connection.number("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
    connection.close()
    return [root]


def damage(folder: Path, *pages: int) -> None:
    with (folder / BOOK_FILE).open("r+b") as file:
        for page in pages:
            file.seek((page - 1) * PAGE_BYTES + 1000)
            file.write(b"\xff" * 64)


def asides(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if ".aside-" in path.name and path.suffix[-1].isdigit()]


async def mended(opened: OpenBook) -> None:
    """Every reader and the writer have met the file; then the book is whole and new."""
    for ask in (opened.book.answer(ContactQuery(text="a")), opened.book.counts(Scope.ALL), opened.book.owners()):
        await ask
    rows = (await opened.book.answer(ContactQuery())).ids
    opened.book.rows(rows)
    opened.book.contact("nobody")
    opened.book.refresh()
    await until(lambda: opened.trouble or opened.events(StoreTrouble), "the trouble")
    await opened.until(lambda now: now.complete and now.state is LoadState.IDLE)
    assert await opened.names() == server_names_of_all[0]


server_names_of_all: list[dict[str, str]] = []


@pytest.mark.parametrize(
    "table", ["contacts", "sorting_by_name", "searching", "marks", "sqlite_autoindex_contacts_1", "labels", "people"]
)
def test_a_damaged_page_sets_the_copy_aside_and_the_book_is_loaded_anew(
    table: str, server: Server, whole: Path, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log(BUILT_ANEW)
    folder = tmp_path / "copy"
    shutil.copytree(whole, folder)
    damage(folder, *pages_of(folder, table))
    server_names_of_all[:] = [server_names(server)]

    async def story() -> None:
        async with open_book(server.url, folder) as opened:
            await mended(opened)
            told = [opened.trouble] if opened.trouble else opened.events(StoreTrouble)
            assert [(event.rebuilt, event.error.code) for event in told] == [(True, "store.rebuilt")]  # type: ignore[union-attr]
            assert opened.book.label_groups()
        async with open_book(server.url, folder) as opened:
            assert opened.trouble is None
            await mended_is_quiet(opened)

    async def mended_is_quiet(opened: OpenBook) -> None:
        await opened.until_whole()
        assert await opened.names() == server_names(server)
        assert opened.events(StoreTrouble) == []

    asyncio.run(story())
    assert len(asides(folder)) == 1


def test_the_window_is_told_to_show_the_new_book_and_no_row_number_is_used_twice(
    server: Server, whole: Path, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log(BUILT_ANEW)
    folder = tmp_path / "copy"
    shutil.copytree(whole, folder)

    async def story() -> None:
        async with open_book(server.url, folder) as opened:
            await opened.until_whole()
            before = set((await opened.book.answer(ContactQuery())).ids)
            opened.told.clear()
            opened.book._mending.on_damage(StoreDamaged(file=BOOK_FILE))
            await until(lambda: opened.events(StoreTrouble))
            assert ContactsChanged(None, removed=True) in opened.told
            assert opened.events(LabelsChanged)
            await opened.until_whole()
            after = set((await opened.book.answer(ContactQuery())).ids)
            assert len(after) == len(before)
            assert not after & before
            assert opened.book.rows(list(before)[:10]) == {}

    asyncio.run(story())


def test_a_new_copy_that_is_damaged_at_once_is_told_and_not_built_again_until_a_person_asks(
    server: Server, whole: Path, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log(BUILT_ANEW)
    expected_log("the new copy is damaged too")
    folder = tmp_path / "copy"
    shutil.copytree(whole, folder)

    async def story() -> None:
        async with open_book(server.url, folder) as opened:
            await opened.until_whole()
            error = StoreDamaged(file=BOOK_FILE)
            opened.book._mending.on_damage(error)
            await until(lambda: opened.events(StoreTrouble))
            opened.book._mending.on_damage(error)
            failed = await opened.until(lambda now: now.state is LoadState.FAILED)
            assert failed.error is error
            assert len(asides(folder)) == 1
            opened.book.refresh()
            await until(lambda: len(asides(folder)) == 2)
            await opened.until_whole()
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_a_damaged_copy_that_cannot_be_set_aside_is_told(
    server: Server, whole: Path, tmp_path: Path, expected_log: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected_log(BUILT_ANEW)
    expected_log("the copy cannot be mended")
    folder = tmp_path / "copy"
    shutil.copytree(whole, folder)

    def refuse(folder: Path) -> Any:
        raise DiskReadOnly(file=BOOK_FILE)

    async def story() -> None:
        async with open_book(server.url, folder) as opened:
            await opened.until_whole()
            with monkeypatch.context() as context:
                context.setattr(book_files, "set_aside", refuse)
                opened.book._mending.on_damage(StoreDamaged(file=BOOK_FILE))
                await opened.until(lambda now: now.state is LoadState.FAILED)
                assert [event.rebuilt for event in opened.events(StoreTrouble)] == [False]  # type: ignore[union-attr]
                assert opened.book.rows([1]) == {}
                with pytest.raises(StoreError, match=r"store\.closed"):
                    await opened.book.answer(ContactQuery())
            opened.book.refresh()  # nothing was wrong with this file: it is opened again as it is
            await opened.until_whole()
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_damage_that_the_loader_alone_meets_is_mended_while_it_loads(
    server: Server, tmp_path: Path, expected_log: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected_log(BUILT_ANEW)
    monkeypatch.setattr(mending, "MENDS_APART", 0.0)

    async def story() -> None:
        async with open_book(server.url, tmp_path, start=False) as opened:
            real, struck = Connection.many, [0]

            def many(self: Connection, *args: Any) -> None:
                struck[0] += 1
                if struck[0] == 14:  # in the midst of a page, in a transaction
                    self._guard(_corrupt)
                real(self, *args)

            monkeypatch.setattr(Connection, "many", many)
            opened.book.start()
            await until(lambda: opened.events(StoreTrouble), "the trouble")
            await opened.until_whole()
            assert await opened.names() == server_names(server)
            assert LoadState.FAILED not in opened.states()

    asyncio.run(story())


def _corrupt() -> None:
    import apsw

    raise apsw.CorruptError("as a damaged page would")
