"""What is being stored when the loader is interrupted is told all the same: read again it would not differ."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event as ThreadEvent
from typing import Any

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.query import ContactQuery
from addressbook.errors import AnswerError
from addressbook.services.events import ContactsChanged, LabelsChanged, LoadState
from tests.helpers.open_book import QUICK, OpenBook, Server, open_book, server_names
from tests.helpers.wait import until

FAILING = 297  # the offset of a page that fails while another is being stored
PATIENT = replace(QUICK, repeat_delay=3600)


class Held:
    """A method of the writer that, in its call number `at`, does its work and then keeps the store thread."""

    def __init__(self, opened: OpenBook, name: str, at: int = 1) -> None:
        self._work = getattr(opened.book.writer, name)
        self._at = at
        self._calls = 0
        self.reached = ThreadEvent()
        self._go_on = ThreadEvent()
        setattr(opened.book.writer, name, self)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        done = self._work(*args, **kwargs)
        self._calls += 1
        if self._calls == self._at:
            self.reached.set()
            self._go_on.wait(10)
        return done

    def __enter__(self) -> Held:
        return self

    def __exit__(self, *_: object) -> None:
        self._go_on.set()


async def stopped(opened: OpenBook) -> None:
    await opened.until(lambda now: now.state is LoadState.STOPPED, "stopped")


def told(opened: OpenBook) -> set[int]:
    """The rows that were told as new, changed or gone."""
    return {row for event in opened.told if isinstance(event, ContactsChanged) for row in event.rows or ()}


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(contacts=450) as running:
        yield running


def test_rows_that_were_being_stored_at_a_stop_are_told(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path, start=False) as opened:
            with Held(opened, "merge", at=2) as storing:
                opened.book.start()
                await until(storing.reached.is_set, "the second page being stored")
                opened.book.stop()
                await stopped(opened)
            await until(lambda: len(told(opened)) > 100, "the second page told")
            assert told(opened) == set((await opened.book.answer(ContactQuery())).ids)
            assert opened.book.progress.loaded == len(told(opened))
            assert opened.book.progress.state is LoadState.STOPPED
            opened.book.resume()
            assert (await opened.until_whole()).loaded == 450
            assert told(opened) == set((await opened.book.answer(ContactQuery())).ids)

    asyncio.run(story())


def test_rows_that_were_being_stored_when_another_page_failed_are_told(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path, start=False) as opened:
            ask, failed = opened.client.list_contacts, ThreadEvent()
            with Held(opened, "merge", at=2) as storing:

                def list_contacts(offset: int, size: int, **options: Any) -> Any:
                    if offset == FAILING and not failed.is_set():
                        storing.reached.wait(10)
                        failed.set()
                        raise AnswerError("answer.html")
                    return ask(offset, size, **options)

                opened.client.list_contacts = list_contacts  # type: ignore[method-assign]
                opened.book.start()
                await opened.until(lambda now: now.state is LoadState.WAITING, "the fault of the other page")
            assert (await opened.until_whole()).loaded == 450
            assert await opened.names() == server_names(server)
            assert told(opened) == set((await opened.book.answer(ContactQuery())).ids)

    asyncio.run(story())


def test_labels_that_were_being_stored_at_a_stop_are_told(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path, start=False) as opened:
            with Held(opened, "put_label_groups") as storing:
                opened.book.start()
                await until(storing.reached.is_set, "the labels being stored")
                opened.book.stop()
            await stopped(opened)
            await until(lambda: opened.events(LabelsChanged), "the labels told")
            assert len(opened.book.label_groups()) == len(server.state.label_groups)

    asyncio.run(story())


@pytest.mark.parametrize("method", ["remove", "merge_one"])
def test_a_contact_that_was_being_looked_for_at_a_stop_is_told(method: str, server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path, times=PATIENT) as opened:
            await opened.until_whole()
            book = server.state.book
            number = book.number_at(20)
            row = dict(book.row(number) or {})
            userid = str(row["userid"])
            changed = opened.book.row_of(userid)
            if method == "remove":
                book.remove(number)
            else:  # changed, and left out of the list
                book.put(number, {**row, "name": "Somebody New"})
                server.instead = lambda offset, size: [
                    one for one in server.page(offset, size) if one["userid"] != userid
                ]
            opened.told.clear()
            with Held(opened, method) as storing:
                opened.book.refresh()
                await until(storing.reached.is_set, "the contact being stored")
                opened.book.stop()
            await stopped(opened)
            await until(lambda: opened.events(ContactsChanged), "the change told")
            assert opened.events(ContactsChanged) == [ContactsChanged(frozenset({changed}), removed=method == "remove")]

    asyncio.run(story())


def test_a_page_that_is_under_way_does_not_undo_what_is_saved_meanwhile(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path, times=PATIENT) as opened:
            await opened.until_whole()
            ask, answered, go_on = opened.client.list_contacts, ThreadEvent(), ThreadEvent()

            def list_contacts(offset: int, size: int, **options: Any) -> Any:
                page = ask(offset, size, **options)
                if offset == FAILING:
                    answered.set()
                    go_on.wait(10)
                return page

            opened.client.list_contacts = list_contacts  # type: ignore[method-assign]
            opened.book.refresh()
            await until(answered.is_set, "an answer on its way")
            contact = opened.book.contact(str(server.state.book.rows()[FAILING + 50]["userid"]))
            assert isinstance(contact, Contact)
            await opened.book.store.run(opened.book.writer.merge_one, replace(contact, name="Saved"))
            go_on.set()
            await opened.until_whole()
            assert (await opened.names())[contact.userid] == "Saved"

    asyncio.run(story())
