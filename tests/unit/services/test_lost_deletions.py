"""Deletions whose answer is lost, or in which the program is killed: looked into until it is certain."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.query import ContactQuery
from addressbook.domain.work import WorkKind, WorkState
from addressbook.errors import NetworkError
from addressbook.services.save_results import Deleted, Refused
from tests.helpers.desk import Desk, WritingServer, open_desk, run
from tests.helpers.doomed import Doomed, first_contact
from tests.helpers.wait import until

DELETE = "extcontact/delete"


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer(hidden_rows=False) as running:
        yield running


async def first(desk: Desk) -> Contact:
    contact = desk.session.book.contact((await desk.session.book.answer(ContactQuery())).ids[0])
    assert isinstance(contact, Contact)
    return contact


@pytest.mark.parametrize("done", [True, False])
def test_it_is_found_out_when_somebody_answers_again(server: WritingServer, tmp_path: Path, done: bool) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            contact = await first(desk)
            server.faults.add("lost" if done else "lost_before", endpoints=[DELETE])
            silence = server.faults.add("reset", endpoints=["extcontact/get", "extcontact/list"])
            report = await desk.session.deleting.delete([contact])
            assert report.unknown == (contact,)
            assert desk.session.book.pending(contact.userid)
            (item,) = desk.session.work.items()
            assert item.state is WorkState.UNKNOWN
            server.faults.clear(silence)
            desk.session.saving.check_now()
            if done:
                assert (await desk.settled(Deleted)).item == item
                assert server.having(userid=contact.userid) == []
                assert [deletion.contacts for deletion in desk.session.deleting.undoable] == [(contact,)]
                assert contact.userid not in await desk.shown()
            else:
                refused = await desk.settled(Refused)
                assert isinstance(refused.error, NetworkError)
                assert not refused.error.sent, "the words must not say that nobody knows"
                assert (await desk.shown())[contact.userid] == (contact.name, False)
            assert desk.session.work.items() == ()
            assert not desk.session.book.pending(contact.userid)
            assert server.calls("delete") == 1

    run(story())


@pytest.mark.parametrize("done", [True, False])
def test_who_does_not_wait_for_certainty_sees_the_contact_again(
    server: WritingServer, tmp_path: Path, done: bool
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            contact = await first(desk)
            server.faults.add("lost" if done else "lost_before", endpoints=[DELETE])
            silence = server.faults.add("reset", endpoints=["extcontact/get", "extcontact/list"])
            assert (await desk.session.deleting.delete([contact])).unknown == (contact,)
            assert contact.userid not in await desk.shown()
            (item,) = desk.session.work.items()
            await desk.session.deleting.discard(item)
            assert desk.session.work.items() == ()
            assert (await desk.shown())[contact.userid] == (contact.name, False)
            server.faults.clear(silence)
            desk.session.saving.check_now()
            await desk.whole()
            if done:
                await until_gone(desk, contact.userid)
            assert (contact.userid in await desk.shown()) is not done
            assert desk.outcomes() == [], "nobody wants to hear of it any more"
            assert server.calls("delete") == 1

    run(story())


async def until_gone(desk: Desk, userid: str) -> None:
    while userid in await desk.shown():
        desk.session.book.refresh()
        await asyncio.sleep(0.02)


def test_a_deletion_in_which_the_program_was_killed_can_be_discarded(server: WritingServer, tmp_path: Path) -> None:
    child = Doomed(server, tmp_path, "delete")
    child.dies_at("received", DELETE)
    (userid,) = child.ends()
    server.faults.add("reset", endpoints=["extcontact/get", "extcontact/list"])

    async def story() -> None:
        async with open_desk(server.url, tmp_path, whole=False) as desk:
            work = desk.session.work
            await until(lambda: [item.state for item in work.items()] == [WorkState.UNKNOWN], "it to be taken up")
            assert userid not in await desk.shown()
            await desk.session.deleting.discard(work.items()[0])
            assert userid in await desk.shown()
            assert work.items() == ()

    run(story())


@pytest.mark.parametrize("point", ["received", "committed", "answered"])
def test_killed_in_a_deletion(server: WritingServer, tmp_path: Path, point: str) -> None:
    child = Doomed(server, tmp_path, "delete")
    child.dies_at(point, DELETE)
    (userid,) = child.ends()
    gone = server.having(userid=userid) == []
    assert gone or point == "received"

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            if point == "answered":  # it may have got to the end before it was killed
                await until(lambda: not desk.session.work.items(), "nothing to be unfinished")
            else:
                await desk.settled(Deleted if gone else Refused)
            await desk.whole()
            assert desk.session.work.items() == ()
            assert (userid in await desk.shown()) is not gone
            await desk.nothing_pending()
            assert len(desk.session.deleting.undoable) == gone, "what is gone can be taken back after a restart"
            assert (server.having(userid=userid) == []) is gone, "nobody deletes it another day"

    run(story())


def test_killed_before_it_was_received_it_is_as_it_was(server: WritingServer, tmp_path: Path) -> None:
    server.faults.add("lost_before", endpoints=[DELETE], times=1)
    child = Doomed(server, tmp_path, "delete")
    child.dies_at("received", DELETE)
    (userid,) = child.ends()

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            refused = await desk.settled(Refused)
            assert (refused.item.kind, refused.item.userid) == (WorkKind.DELETE, userid)
            assert desk.session.work.items() == ()
            assert userid in await desk.shown()
            report = await desk.session.deleting.delete([await first_contact(desk)])
            assert len(report.deleted) == 1

    run(story())
