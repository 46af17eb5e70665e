"""What the book shows of a save under way, on a real server, through passes, crashes and a copy that breaks."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact, RowState
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.work import WorkItem, WorkKind, WorkState, temporary_id
from addressbook.errors import DiskFull, StoreDamaged
from addressbook.services.events import ContactsChanged, LoadState, PassFinished, StoreTrouble
from addressbook.services.pending import shown_for
from addressbook.store.book import BookWriter
from tests.helpers.open_book import OpenBook, Server, open_book, server_names
from tests.helpers.wait import until

CONTACTS = 120
VALUES = FormValues("Zed", "", "Harbour", "", "86", "13800138000", "", "0001", (1,))
ITEM = "a" * 32
TEMPORARY = temporary_id(ITEM)
NOW = datetime(2026, 3, 4, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(contacts=CONTACTS) as running:
        yield running


def states(opened: OpenBook, userid: str) -> RowState | None:
    row = opened.book.row_of(userid)
    return None if row is None else opened.book.rows([row])[row].state


async def someone(opened: OpenBook, number: int = 5) -> Contact:
    contact = (await opened.contacts())[number]
    assert isinstance(contact, Contact)
    return contact


def test_a_save_is_shown_pending_until_the_server_has_answered(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            book, ann = opened.book, await someone(opened)
            opened.told.clear()
            await book.show_pending(VALUES.as_contact(TEMPORARY))
            await book.show_pending(replace(ann, name="Mine"))
            new, row = book.row_of(TEMPORARY), book.row_of(ann.userid)
            assert new is not None
            assert row is not None
            assert opened.events(ContactsChanged) == [
                ContactsChanged(frozenset({new})), ContactsChanged(frozenset({row}))
            ]  # fmt: skip
            assert (states(opened, TEMPORARY), states(opened, ann.userid)) == (RowState.PENDING, RowState.PENDING)
            assert book.pending(TEMPORARY)
            await opened.refresh()
            assert (await opened.names())[ann.userid] == "Mine"
            assert server.log.calls("extcontact/get") == []
            await book.settle(TEMPORARY, VALUES.as_contact("4711"))
            await book.put_back(ann.userid)
            assert (book.row_of("4711"), book.contact(ann.userid)) == (new, ann)
            assert (states(opened, "4711"), states(opened, ann.userid)) == (RowState.READY, RowState.READY)
            assert not book.pending(TEMPORARY)
            await opened.refresh()  # the server never had 4711
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_a_deletion_is_gone_at_once_and_comes_back_when_refused(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            book, ann = opened.book, await someone(opened)
            row = book.row_of(ann.userid)
            await book.hide_pending(ann.userid)
            await opened.refresh()
            assert book.contact(ann.userid) is None
            assert book.pending(ann.userid)
            await book.put_back(ann.userid)
            assert book.row_of(ann.userid) == row
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_who_stops_waiting_stops_nothing(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            showing = asyncio.ensure_future(opened.book.show_pending(VALUES.as_contact(TEMPORARY)))
            await asyncio.sleep(0)
            showing.cancel()
            opened.told.clear()
            await until(lambda: opened.events(ContactsChanged), "the new row told")
            assert states(opened, TEMPORARY) is RowState.PENDING

    asyncio.run(story())


def test_duplicates_are_found_pending_ones_too(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            book = opened.book
            assert await book.same_phone("86", "13800138000") == []
            await book.show_pending(VALUES.as_contact(TEMPORARY))
            (found,) = await book.same_phone("86", "138 0013 8000")
            assert (found.userid, found.state) == (TEMPORARY, RowState.PENDING)
            assert await book.same_name("zed", "HARBOUR") == [found]
            assert await book.same_phone("86", "13800138000", but=TEMPORARY) == []
            assert await book.same_name("Zed", "Harbour", but=TEMPORARY) == []

    asyncio.run(story())


def test_a_copy_that_cannot_be_written_is_told_and_keeps_nobody_from_saving(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull(file="book.db")

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            with monkeypatch.context() as patch:
                patch.setattr(BookWriter, "_change", refuse)
                await opened.book.show_pending(VALUES.as_contact(TEMPORARY))
                await opened.book.settle(TEMPORARY, VALUES.as_contact("4711"))
            await until(lambda: opened.events(StoreTrouble), "the trouble told")
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_a_copy_that_is_built_anew_shows_the_same(
    server: Server, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("the copy was damaged")

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            book = opened.book
            ann, ben = await someone(opened, 5), await someone(opened, 6)
            await book.show_pending(VALUES.as_contact(TEMPORARY))
            await book.show_pending(replace(ann, name="Mine"))
            await book.hide_pending(ben.userid)
            book._mending._may_mend_at = 0.0
            book._mending._damaged(StoreDamaged(file="book.db"))
            await until(lambda: opened.events(StoreTrouble), "the new copy")
            await opened.until_whole()
            names = await opened.names()
            expected = server_names(server) | {TEMPORARY: "Zed", ann.userid: "Mine"}
            del expected[ben.userid]
            assert names == expected
            for userid in (TEMPORARY, ann.userid, ben.userid):
                await book.put_back(userid)
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_a_pass_tells_when_it_began_also_one_that_was_interrupted(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        server.faults.add("html", endpoints=("extcontact/list",), after=1)
        async with open_book(server.url, tmp_path) as opened:
            await opened.until(lambda now: now.state is LoadState.WAITING, "a fault after the first page")
        server.faults.clear()
        between = time.monotonic()
        async with open_book(server.url, tmp_path, start=False) as opened:
            ended: list[PassFinished] = []
            opened.book.events.subscribe(PassFinished, ended.append)
            opened.book.start()
            await until(lambda: ended, "the interrupted pass")
            assert ended[0].began == -math.inf, "by another run of the program, whose clock is not ours"
            await opened.refresh()
            assert between <= ended[-1].began <= time.monotonic()
            assert not ended[-1].moved

    asyncio.run(story())


BASE = Contact("7", "Ann", None, "86", title="Buyer", email="ann@x.example", label_ids=(2,), follower_user_id="0001")
EDITED = replace(values_of(BASE), name=" Anne ", title="", mobile="1", state_code="1")


@pytest.mark.parametrize(
    ("kind", "state", "expected"),
    [
        (WorkKind.CREATE, WorkState.SENDING, {TEMPORARY: VALUES.as_contact(TEMPORARY)}),
        (WorkKind.CREATE, WorkState.UNKNOWN, {TEMPORARY: VALUES.as_contact(TEMPORARY)}),
        (WorkKind.CREATE, WorkState.DRAFT, {}),
        (WorkKind.CREATE, WorkState.ABSENT, {}),
        (WorkKind.EDIT, WorkState.SENDING, {"7": replace(BASE, name="Anne", title="")}),
        (WorkKind.EDIT, WorkState.DRAFT, {}),
        (WorkKind.DELETE, WorkState.SENDING, {"7": None}),
        (WorkKind.DELETE, WorkState.UNKNOWN, {"7": None}),
        (WorkKind.DELETE, WorkState.DRAFT, {}),
        (WorkKind.REPLACE, WorkState.SENDING, {TEMPORARY: VALUES.as_contact(TEMPORARY)}),
        (WorkKind.REPLACE, WorkState.COPIED, {}),
        (WorkKind.REPLACE, WorkState.DELETING, {"7": None}),
        (WorkKind.REPLACE, WorkState.UNDOING, {"8": None}),
    ],
)
def test_what_is_shown_while_an_outcome_is_uncertain(
    kind: WorkKind, state: WorkState, expected: dict[str, Contact | None]
) -> None:
    sent = EDITED if kind is WorkKind.EDIT else VALUES
    about = {} if kind is WorkKind.CREATE else {"base": BASE, "userid": "7", "new_userid": "8"}
    assert shown_for(WorkItem(ITEM, kind, state, FormValues(), NOW, NOW, sent=sent, **about)) == expected  # type: ignore[arg-type]
