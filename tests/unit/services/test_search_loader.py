"""Reading ahead for the first search: begun once the first list is painted, ended with the book."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

from addressbook.domain.query import ContactQuery
from addressbook.services.book import PAINTED_AFTER
from tests.helpers.open_book import Server, open_book
from tests.helpers.wait import until


def reading() -> list[str]:
    return [task.get_name() for task in asyncio.all_tasks() if task.get_name() == "read ahead for searching"]


def test_it_ends_with_the_book(tmp_path: Path) -> None:
    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(server.url, tmp_path) as opened:
                await opened.until_whole()
                found = await opened.book.answer(ContactQuery())
                assert opened.book.rows(found.ids[:20])
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
