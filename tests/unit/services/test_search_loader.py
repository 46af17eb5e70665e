"""Reading ahead for the first search: begun by the first list, ended with the book."""

from __future__ import annotations

import asyncio
from pathlib import Path

from addressbook.domain.query import ContactQuery
from tests.helpers.open_book import Server, open_book


def test_it_ends_with_the_book(tmp_path: Path) -> None:
    def reading() -> list[str]:
        return [task.get_name() for task in asyncio.all_tasks() if task.get_name() == "read ahead for searching"]

    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(server.url, tmp_path) as opened:
                await opened.until_whole()
                await opened.book.answer(ContactQuery())
                assert len(reading()) == 1
            assert reading() == []

    asyncio.run(story())
