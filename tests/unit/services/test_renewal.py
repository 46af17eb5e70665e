"""A book whose sort keys an older version made: shown at once, and put in order behind the scenes."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from addressbook.domain.keys import KEYS_VERSION
from addressbook.domain.query import ContactQuery
from addressbook.services.events import ContactsChanged
from addressbook.store import renewal
from addressbook.store.connection import connect
from addressbook.store.files import BOOK_FILE
from tests.helpers.open_book import KEY, Server, open_book
from tests.helpers.wait import until


def test_the_book_opens_before_its_keys_are_renewed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewal, "_BATCH", 50)

    async def story() -> None:
        with Server(contacts=250) as server:
            async with open_book(server.url, tmp_path) as opened:
                await opened.until_whole()
                order = list((await opened.book.answer(ContactQuery())).ids)
            connection = connect(tmp_path / BOOK_FILE, KEY)
            connection.run("UPDATE sync SET keys_version = 0")
            connection.run("UPDATE sorting SET name = x'01'")
            connection.close()
            async with open_book(server.url, tmp_path, start=False) as opened:
                assert list((await opened.book.answer(ContactQuery())).ids) != order, "shown in the old order"
                opened.book.start()
                await until(lambda: ContactsChanged(None) in opened.told, "the new order")
                assert list((await opened.book.answer(ContactQuery())).ids) == order
            connection = connect(tmp_path / BOOK_FILE, KEY)
            assert connection.number("SELECT keys_version FROM sync") == KEYS_VERSION
            connection.close()

    asyncio.run(story())
