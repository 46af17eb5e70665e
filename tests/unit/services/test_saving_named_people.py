"""Refusals that are about one colleague or department whom a contact names, and not about the contact or the app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.fields import Field
from addressbook.domain.work import WorkKind
from addressbook.errors import PermissionMissing
from addressbook.services.save_results import Gone, Refused, Saved
from tests.helpers.desk import WritingServer, open_desk, run


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer() as running:
        yield running


@pytest.mark.parametrize(
    ("code", "field"),
    [
        (60121, Field.OWNER),
        (40003, Field.OWNER),
        (60111, Field.OWNER),
        (33012, Field.OWNER),
        (60003, Field.DEPARTMENTS),
        (50002, Field.OWNER),
        (50004, Field.DEPARTMENTS),
    ],
)
def test_an_owner_who_has_left_does_not_take_the_contact_away(
    code: int, field: Field, server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            server.faults.add("error", endpoints=["extcontact/update"], code=code, times=1)
            refused = await desk.save(desk.edit(userid, title="CEO"), Refused)
            assert (refused.error.code, refused.field) == (str(code), field)
            assert isinstance(desk.session.book.contact(userid), Contact)
            assert not desk.session.book.pending(userid)
            assert desk.session.read_only_reason is None, "other contacts can be changed"
            await desk.save(refused.item, Saved)

    run(story())


def test_somebody_it_was_newly_shared_with_is_looked_for_there(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            server.faults.add("error", endpoints=["extcontact/update"], code=60121, times=1)
            refused = await desk.save(desk.edit(userid, share_user_ids=("left1",)), Refused)
            assert refused.field is Field.PEOPLE

    run(story())


@pytest.mark.parametrize("code", [40003, 60121, 33012])
def test_a_contact_that_went_between_two_calls_is_gone(code: int, server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            server.faults.add("error", endpoints=["extcontact/get"], code=code, after=1)
            server.faults.add("error", endpoints=["extcontact/update"], code=code, times=1)
            gone = await desk.save(desk.edit(userid, title="CEO"), Gone)
            assert gone.item.kind is WorkKind.CREATE
            assert gone.item.base is not None
            assert gone.item.base.email == server.contact(userid)["email"] != "", "which create does not take"
            await desk.session.work.keep(gone.item)
            assert desk.session.work.item(gone.item.id) == gone.item
            assert userid not in await desk.shown()
            assert desk.session.book.contact(userid) is None

    run(story())


@pytest.mark.parametrize(("code", "field"), [(50002, Field.OWNER), (50004, Field.DEPARTMENTS), (60121, Field.OWNER)])
def test_a_new_contact_of_somebody_out_of_range_is_refused_alone(
    code: int, field: Field, server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("error", endpoints=["extcontact/create"], code=code, times=1)
            refused = await desk.save(desk.new(), Refused)
            assert refused.field is field
            assert desk.session.read_only_reason is None
            await desk.save(refused.item, Saved)

    run(story())


def test_a_deletion_goes_on_after_one_contact_out_of_range(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            ids = [str(row["userid"]) for row in server.state.book.rows()[:12]]
            contacts = [contact for contact in map(desk.session.book.contact, ids) if isinstance(contact, Contact)]
            server.faults.add("error", endpoints=["extcontact/delete"], code=50002, match={"user_id": ids[0]})
            report = await desk.session.deleting.delete(contacts)
            assert [refused.item.userid for refused in report.refused] == [ids[0]]
            assert isinstance(report.refused[0].error, PermissionMissing)
            assert (len(report.deleted), report.left, report.fault) == (11, (), None)
            assert desk.session.read_only_reason is None

    run(story())
