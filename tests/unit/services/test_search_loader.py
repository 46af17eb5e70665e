"""Reading ahead for the first search: begun once the first list is painted, ended with the book."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from addressbook.domain.query import ContactQuery
from addressbook.services import search_loader
from addressbook.services.book import PAINTED_AFTER
from addressbook.store.book import BookReader
from tests.helpers.open_book import Server, open_book
from tests.helpers.wait import until


def reading() -> list[str]:
    return [task.get_name() for task in asyncio.all_tasks() if task.get_name() == "read ahead for searching"]


def test_it_ends_with_the_book(tmp_path: Path) -> None:
    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(server.url, tmp_path) as opened:
                await opened.until_whole()
                await opened.look()
                assert reading() == []  # while they are painted
                await until(lambda: len(reading()) == 1, "reading ahead")
            assert reading() == []

    asyncio.run(story())


def test_an_answer_that_comes_while_the_book_is_closed_begins_nothing(tmp_path: Path) -> None:
    """A task that began then would wait for a book that is gone, and be destroyed while it waits."""

    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(server.url, tmp_path) as opened:
                await opened.until_whole()
                book, go_on = opened.book, threading.Event()
                held = asyncio.create_task(book.ask(lambda _: go_on.wait()))
                answer = asyncio.create_task(book.answer(ContactQuery()))
                close_loader = book.loader.close

                async def close_late() -> None:
                    go_on.set()
                    assert book.rows((await answer).ids[:20])
                    await asyncio.sleep(2 * PAINTED_AFTER)
                    await close_loader()

                book.loader.close = close_late  # type: ignore[method-assign]
                await asyncio.sleep(0)  # both stand in line
            await held
            assert reading() == []

    asyncio.run(story())


def test_a_fault_of_the_program_does_not_end_it_for_good(
    tmp_path: Path, expected_log: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected_log("could not read ahead for searching")
    load, failed, goes_on = BookReader.load_search, threading.Event(), threading.Event()

    def fail_once(reader: BookReader, most: int) -> bool:
        if not failed.is_set():
            failed.set()
            raise RuntimeError("a slip")
        more = load(reader, most)
        if not more:
            goes_on.set()
        return more

    monkeypatch.setattr(BookReader, "load_search", fail_once)
    monkeypatch.setattr(search_loader, "LOOKS_APART", 0.01)

    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(server.url, tmp_path) as opened:
                await opened.until_whole()
                await opened.look()
                await until(failed.is_set, "reading ahead")
                server.edit("change", index=3, fields={"name": "Zoe"})
                await opened.refresh()
                await until(goes_on.is_set, "all texts")

    asyncio.run(story())


def test_it_lets_questions_go_first_but_not_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load, loaded = BookReader.load_search, threading.Event()

    def note(reader: BookReader, most: int) -> bool:
        loaded.set()
        return load(reader, most)

    monkeypatch.setattr(BookReader, "load_search", note)
    monkeypatch.setattr(search_loader, "QUIET_AFTER", 3600.0)
    monkeypatch.setattr(search_loader, "MOST_QUIET", 0.3)

    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(server.url, tmp_path) as opened:
                await opened.until_whole()
                await opened.look()
                await until(lambda: len(reading()) == 1, "reading ahead")
                assert not loaded.is_set()
                await until(loaded.is_set, "its turn")

    asyncio.run(story())
