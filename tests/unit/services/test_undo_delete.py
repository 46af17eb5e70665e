"""Taking a deletion back on a real server: what is made again, what cannot be, and never twice."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.form_values import values_of
from addressbook.domain.work import WorkKind, WorkState
from addressbook.services.delete_reports import Deletion
from tests.helpers.desk import open_desk, run
from tests.helpers.simulator import Control, simulator
from tests.unit.services.test_deleting import contacts_of, some

CREATE = "extcontact/create"


@pytest.fixture
def server() -> Iterator[Control]:
    with simulator(contacts=30, hidden_rows=False) as control:
        yield control


def test_contacts_come_back_once_with_all_that_create_takes(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            chosen = await some(session, 8)
            deletion = (await session.deleting.delete(chosen)).can_undo
            assert deletion is not None
            undone, again = await asyncio.gather(
                session.deleting.undo(deletion), session.deleting.undo(deletion), return_exceptions=True
            )
            assert isinstance(again, LookupError), "a second press makes nothing"
            assert not isinstance(undone, BaseException)
            assert len(undone.restored) == 8
            assert {values_of(contact) for contact in undone.restored} == {values_of(contact) for contact in chosen}
            assert not {contact.userid for contact in undone.restored} & {contact.userid for contact in chosen}
            assert not any(contact.email for contact in undone.restored)
            assert len(server.contacts()) == 30
            assert {row["userid"] for row in server.contacts()} == (await contacts_of(session)).keys()
            assert session.work.items() == ()
            assert session.deleting.undoable == ()

    run(story())


def test_texts_come_back_to_the_letter(server: Control, tmp_path: Path) -> None:
    written = {"address": "Room 5\nBund 1", "remark": "  two  spaces ", "company_name": "Lee\tSons", "title": " CFO"}

    userid = server.contacts()[0]["userid"]
    server.edit("change", userid=userid, fields=written)

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            contact = (await contacts_of(session))[userid]
            deletion = (await session.deleting.delete([contact])).can_undo
            assert deletion is not None
            (restored,) = (await session.deleting.undo(deletion)).restored
            (row,) = [row for row in server.contacts() if row["userid"] == restored.userid]
            assert {name: row[name] for name in written} == written
            assert values_of(restored) == values_of(contact)
            assert session.book.contact(restored.userid) == restored

    run(story())


def test_what_somebody_has_added_again_is_not_doubled(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            (contact,) = await some(session, 1)
            deletion = (await session.deleting.delete([contact])).can_undo
            assert deletion is not None
            server.edit("add", fields={"mobile": contact.mobile, "state_code": contact.state_code})
            undone = await session.deleting.undo(deletion)
            assert undone.existing == (contact,)
            assert len(server.contacts()) == 30
            assert session.work.items() == ()

    run(story())


def test_what_lacks_something_is_kept_as_a_draft(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            (contact,) = await some(session, 1)
            server.edit("change", userid=contact.userid, fields={"label_ids": []})
            bare = replace(contact, label_ids=())
            deletion = (await session.deleting.delete([bare])).can_undo
            assert isinstance(deletion, Deletion)
            undone = await session.deleting.undo(deletion)
            (item,) = session.work.items()
            assert undone.drafts == (item,)
            assert (item.kind, item.state, item.values) == (WorkKind.CREATE, WorkState.DRAFT, values_of(bare))
            assert server.calls(CREATE) == []

    run(story())


def test_what_was_not_begun_can_be_gone_on_with(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            chosen = await some(session, 3)
            deletion = (await session.deleting.delete(chosen)).can_undo
            assert deletion is not None
            server.options(without_scopes=["qyapi_ext_write"])
            undone = await session.deleting.undo(deletion)
            assert undone.fault is not None
            assert set(undone.left) == set(chosen)
            assert session.work.items() == (), "no drafts beside what can be taken back as a whole"
            server.options(without_scopes=[])
            await session.check_again()
            assert undone.can_undo is not None
            assert len((await session.deleting.undo(undone.can_undo)).restored) == 3
            assert len(server.contacts()) == 30

    run(story())


def test_a_lost_answer_makes_no_second_contact(server: Control, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            (contact,) = await some(session, 1)
            deletion = (await session.deleting.delete([contact])).can_undo
            assert deletion is not None
            server.fault("lost", CREATE, times=1)
            undone = await session.deleting.undo(deletion)
            assert undone.restored or undone.unknown == (contact,)
            assert session.deleting.undoable == ()
            assert len(server.contacts()) == 30
            assert len(server.calls(CREATE)) == 1

    run(story())
