"""Deleting on a real server: what is gone, what came back, and what nobody knows."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.query import ContactQuery
from addressbook.domain.work import WorkKind, WorkState
from addressbook.errors import NetworkError, PermissionMissing
from addressbook.services.delete_reports import DeleteReport
from addressbook.services.events import DeletingChanged
from addressbook.services.session import Session
from addressbook.services.session_kind import ReadOnlyReason
from tests.helpers.desk import open_desk, run
from tests.helpers.simulator import Control, simulator
from tests.helpers.wait import until

DELETE = "extcontact/delete"


@pytest.fixture
def server() -> Iterator[Control]:
    with simulator(contacts=30, hidden_rows=False) as control:
        yield control


def on_server(server: Control) -> set[str]:
    return {row["userid"] for row in server.contacts()}


async def contacts_of(session: Session) -> dict[str, Contact]:
    """What the copy shows, by userid; fails when a contact stands there twice."""
    rows = (await session.book.answer(ContactQuery())).ids
    found = [session.book.contact(row) for row in rows]
    contacts = {contact.userid: contact for contact in found if isinstance(contact, Contact)}
    assert len(contacts) == len(rows), "a contact stands there twice, or cannot be read"
    return contacts


async def some(session: Session, count: int) -> list[Contact]:
    return list((await contacts_of(session)).values())[:count]


def test_the_list_does_not_wait_until_all_that_is_chosen_was_read(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            book = desk.session.book
            rows = list((await book.answer(ContactQuery())).ids)
            reading = asyncio.ensure_future(book.contacts_of(rows * 200))
            await asyncio.sleep(0)
            await book.answer(ContactQuery(descending=True))
            assert not reading.done()
            assert len(await reading) == 200 * len(rows)

    run(story())


def test_several_are_deleted_and_nothing_is_left_to_do(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            chosen = await some(session, 12)
            seen: list[int] = []

            def look(_: DeletingChanged) -> None:
                if session.deleting.progress is not None:
                    seen.append(session.deleting.progress.done)

            session.events.subscribe(DeletingChanged, look)
            report = await session.deleting.delete(chosen)
            assert set(report.deleted) == set(chosen)
            assert report == DeleteReport(deleted=report.deleted, can_undo=report.can_undo)
            gone = {contact.userid for contact in chosen}
            assert not gone & on_server(server)
            assert not gone & (await contacts_of(session)).keys()
            assert session.work.items() == ()
            assert seen == sorted(seen), "progress goes back"
            assert session.deleting.progress is None
            assert session.deleting.undoable == (report.can_undo,)
            assert session.deleting.take_report() is report
            assert session.deleting.take_report() is None

    run(story())


def test_what_a_colleague_has_deleted_counts_as_done_and_is_not_taken_back(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            mine, theirs = await some(session, 2)
            server.edit("remove", userid=theirs.userid)
            report = await session.deleting.delete([mine, theirs])
            assert report.deleted == (mine,)
            assert report.already == (theirs,)
            assert report.can_undo is not None
            assert report.can_undo.contacts == (mine,)
            assert theirs.userid not in await contacts_of(session)

    run(story())


def test_it_is_noted_before_it_is_sent_and_hidden_at_once(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            (contact,) = await some(session, 1)
            fault = server.fault("hold", DELETE)
            deleting = asyncio.create_task(session.deleting.delete([contact]))
            await until(lambda: session.work.items() and session.book.pending(contact.userid))
            (item,) = session.work.items()
            assert (item.kind, item.state, item.userid) == (WorkKind.DELETE, WorkState.SENDING, contact.userid)
            assert item.base == contact
            await until(lambda: session.book.row_of(contact.userid) is None, "the row is hidden")
            assert contact.userid in on_server(server)
            server.clear(fault)
            assert (await deleting).deleted == (contact,)

    run(story())


@pytest.mark.parametrize("kind", ["lost", "lost_before", "busy", "cut"])
def test_a_lost_answer_is_asked_after_until_it_is_certain(server: Control, tmp_path: Path, kind: str) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            (contact,) = await some(session, 1)
            server.fault(kind, DELETE, times=1)
            report = await session.deleting.delete([contact])
            assert report.deleted == (contact,), "it was this program that deleted it"
            assert contact.userid not in on_server(server)
            assert session.work.items() == ()

    run(story())


def test_a_refused_contact_comes_back_with_the_reason(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            good, bad, other = await some(session, 3)
            server.fault("error", DELETE, match={"user_id": bad.userid}, code=60205)
            report = await session.deleting.delete([good, bad, other])
            assert set(report.deleted) == {good, other}
            assert [refused.error.code for refused in report.refused] == ["60205"]
            assert report.refused[0].item.base == bad
            assert (await contacts_of(session))[bad.userid] == bad
            assert not session.book.pending(bad.userid)
            assert session.work.items() == ()

    run(story())


def test_a_missing_permission_ends_the_run_and_all_writing(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            chosen = await some(session, 20)
            server.options(without_scopes=["qyapi_ext_write"])
            report = await session.deleting.delete(chosen)
            assert isinstance(report.fault, PermissionMissing)
            assert set(report.left) == set(chosen)
            assert len(server.calls(DELETE)) <= 6, "the others need not be asked"
            assert session.read_only_reason is ReadOnlyReason.PERMISSION
            assert {contact.userid for contact in chosen} <= (await contacts_of(session)).keys()

    run(story())


def test_stopping_leaves_the_others_as_they_are(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            chosen = await some(session, 20)

            def stop_at_once(_: DeletingChanged) -> None:
                if session.deleting.progress is not None and session.deleting.progress.done:
                    session.deleting.stop()

            session.events.subscribe(DeletingChanged, stop_at_once)
            report = await session.deleting.delete(chosen)
            assert report.deleted
            assert report.left
            assert report.fault is None
            assert {*report.deleted, *report.left} == set(chosen)
            assert {contact.userid for contact in report.left} <= on_server(server)

    run(story())


def test_nobody_answers(server: Control, tmp_path: Path) -> None:
    """The contact stays hidden and noted: it may be gone or not."""

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            (contact,) = await some(session, 1)
            server.fault("lost", DELETE)
            asked = server.fault("reset", "extcontact/get", "extcontact/list")
            report = await session.deleting.delete([contact])
            assert report.unknown == (contact,)
            assert isinstance(report.fault, NetworkError)
            (item,) = session.work.items()
            assert item.state is WorkState.UNKNOWN
            assert session.book.pending(contact.userid)
            server.clear(asked)

    run(story())


def test_what_is_still_being_saved_is_not_deleted(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            (contact,) = await some(session, 1)
            await session.book.show_pending(contact)
            report = await session.deleting.delete([contact])
            assert [refused.error.code for refused in report.refused] == ["delete.pending"]
            assert contact.userid in on_server(server)

    run(story())


def test_a_run_goes_on_when_the_page_that_began_it_is_gone(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            chosen = await some(session, 20)
            waiting = asyncio.create_task(session.deleting.delete(chosen))
            await until(lambda: session.deleting.progress is not None)
            waiting.cancel()
            await until(lambda: session.deleting.progress is None and session.deleting.undoable)
            report = session.deleting.take_report()
            assert isinstance(report, DeleteReport)
            assert len(report.deleted) == 20

    run(story())
