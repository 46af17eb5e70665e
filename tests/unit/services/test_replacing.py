"""Another number for a contact, on a real server: whatever happens, one of the two contacts is there."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import values_of
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import NetworkError, PermissionMissing
from addressbook.services.save_results import (
    Absent,
    Changed,
    Clashed,
    Deleted,
    Gone,
    Refused,
    Saved,
    Undone,
    Unknown,
)
from tests.helpers.desk import Desk, WritingServer, open_desk, run
from tests.helpers.doomed import first_contact

NEW = "13987654321"
CREATE, DELETE, GET = "extcontact/create", "extcontact/delete", "extcontact/get"


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer(hidden_rows=False) as running:
        yield running


async def draft(desk: Desk, **values: object) -> WorkItem:
    contact = await first_contact(desk)
    wanted = replace(values_of(contact), state_code="86", mobile=NEW, **values)  # type: ignore[arg-type]
    return desk.session.work.new(WorkKind.REPLACE, wanted, base=contact)


async def copied(desk: Desk, **values: object) -> WorkItem:
    result = await desk.session.replacing.make_copy(await draft(desk, **values))
    assert isinstance(result, Saved), result
    assert result.item.state is WorkState.COPIED
    assert desk.session.work.items() == (result.item,)
    return result.item


def there(server: WritingServer, item: WorkItem) -> tuple[bool, bool]:
    """Whether the server has the old contact, and one with the new number."""
    return bool(server.having(userid=item.userid)), bool(server.having(mobile=NEW))


def test_a_number_is_replaced(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            old = await first_contact(desk)
            item = await copied(desk, title="Sailor")
            assert there(server, item) == (True, True)
            made = desk.session.book.contact(item.new_userid)
            assert made == replace(
                old, userid=item.new_userid, mobile=NEW, state_code="86", title="Sailor", email=""
            ), "all that create takes has moved"
            deleted = await desk.session.replacing.finish(item)
            assert deleted == Deleted(replace(item, state=WorkState.DELETING, changed_at=deleted.item.changed_at))
            assert there(server, item) == (False, True)
            assert desk.session.work.items() == ()
            assert item.userid not in await desk.shown()
            await desk.nothing_pending()

    run(story())


def test_the_copy_can_be_taken_back_and_made_again(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await copied(desk)
            undone = await desk.session.replacing.undo(item)
            assert isinstance(undone, Undone)
            assert there(server, item) == (True, False)
            assert desk.session.work.items() == (undone.item,)
            assert (undone.item.state, undone.item.new_userid) == (WorkState.DRAFT, "")
            assert item.new_userid not in await desk.shown()
            again = await desk.session.replacing.make_copy(undone.item)
            assert isinstance(again, Saved)
            assert again.item.new_userid != item.new_userid
            assert there(server, item) == (True, True)

    run(story())


def test_the_copy_keeps_texts_that_nobody_typed_to_the_letter(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        userid = str(server.state.book.rows()[0]["userid"])
        server.edit("change", userid=userid, fields={"address": "Room 5\nBund 1", "remark": "two  spaces "})
        async with open_desk(server.url, tmp_path) as desk:
            contact = desk.session.book.contact(userid)
            assert isinstance(contact, Contact)
            values = replace(values_of(contact), state_code="86", mobile=NEW, title=" Sailor\nat sea ")
            made = await desk.session.replacing.make_copy(desk.session.work.new(WorkKind.REPLACE, values, base=contact))
            assert isinstance(made, Saved)
            copy = server.contact(made.item.new_userid)
            texts = (copy["address"], copy["remark"], copy["title"])
            assert texts == ("Room 5\nBund 1", "two  spaces ", "Sailor at sea")

    run(story())


def test_pressing_twice_makes_one_copy(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await draft(desk)
            make = desk.session.replacing.make_copy
            first, second = await asyncio.gather(make(item), make(item))
            third = await make(item)
            assert isinstance(first, Saved)
            assert second == first
            assert isinstance(third, Saved)
            assert third.item == first.item
            assert server.calls("create") == 1

    run(story())


def test_what_a_colleague_changes_before_the_copy_is_joined_or_asked_about(
    server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await draft(desk, title="Sailor")
            server.edit("change", userid=item.userid, fields={"title": "Pirate", "address": "Bund 1"})
            clashed = await desk.session.replacing.make_copy(item)
            assert isinstance(clashed, Clashed)
            assert server.calls("create") == 0
            chosen = replace(clashed.item, base=clashed.theirs, values=replace(item.values, title="Captain"))
            saved = await desk.session.replacing.make_copy(
                replace(chosen, values=replace(chosen.values, address="Bund 1"))
            )
            assert isinstance(saved, Saved)
            made = server.contact(saved.item.new_userid)
            assert (made["title"], made["address"]) == ("Captain", "Bund 1")

    run(story())


def test_what_a_colleague_changes_after_the_copy_is_carried_over(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await copied(desk, title="Sailor")
            server.edit("change", userid=item.userid, fields={"address": "Bund 1"})
            changed = await desk.session.replacing.finish(item)
            assert isinstance(changed, Changed)
            assert changed.now.address == "Bund 1"
            assert there(server, item) == (True, True)
            carried = await desk.session.replacing.carry_over(changed.item, changed.now)
            assert isinstance(carried, Saved)
            made = server.contact(item.new_userid)
            assert (made["title"], made["address"], made["mobile"]) == ("Sailor", "Bund 1", NEW)
            assert desk.session.work.items() == (carried.item,)
            assert isinstance(await desk.session.replacing.finish(carried.item), Deleted)

    run(story())


def test_what_both_have_changed_is_chosen_before_it_is_carried_over(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await copied(desk, title="Sailor")
            server.edit("change", userid=item.userid, fields={"title": "Pirate"})
            changed = await desk.session.replacing.finish(item)
            assert isinstance(changed, Changed)
            clashed = await desk.session.replacing.carry_over(item, changed.now)
            assert isinstance(clashed, Clashed)
            chosen = replace(clashed.merge.values, title="Pirate")
            carried = await desk.session.replacing.carry_over(item, changed.now, chosen)
            assert isinstance(carried, Saved)
            assert server.contact(item.new_userid)["title"] == "Pirate"
            undone = await desk.session.replacing.undo(carried.item)
            assert isinstance(undone, Undone), "what was carried over is no change by others"

    run(story())


def test_never_neither_contact(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await copied(desk)
            server.edit("remove", userid=item.new_userid)
            absent = await desk.session.replacing.finish(item)
            assert isinstance(absent, Absent)
            assert absent.item.state is WorkState.DRAFT
            assert there(server, item) == (True, False)
            saved = await desk.session.replacing.make_copy(absent.item)
            assert isinstance(saved, Saved)
            server.edit("remove", userid=item.userid)
            deleted = await desk.session.replacing.undo(saved.item)
            assert isinstance(deleted, Deleted)
            assert deleted.already
            assert there(server, item) == (False, True), "the copy is all there is"
            assert desk.session.work.items() == ()

    run(story())


def test_a_copy_that_somebody_changed_is_deleted_only_when_that_is_wanted(
    server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await copied(desk)
            server.edit("change", userid=item.new_userid, fields={"address": "Bund 1"})
            changed = await desk.session.replacing.undo(item)
            assert isinstance(changed, Changed)
            assert changed.now.userid == item.new_userid
            assert there(server, item) == (True, True)
            assert isinstance(await desk.session.replacing.undo(item, anyway=True), Undone)

    run(story())


def test_the_old_contact_is_gone_before_there_is_a_copy(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await draft(desk)
            server.edit("remove", userid=item.userid)
            gone = await desk.session.replacing.make_copy(item)
            assert isinstance(gone, Gone)
            assert server.calls("create") == 0
            assert isinstance(await desk.session.saving.save(gone.item), Saved)
            assert there(server, item) == (False, True)

    run(story())


def test_a_number_that_somebody_has_is_refused_at_its_field(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await draft(desk)
            other = server.having()[-1]
            taken = replace(item.values, state_code=str(other["state_code"]), mobile=str(other["mobile"]))
            refused = await desk.session.replacing.make_copy(replace(item, values=taken))
            assert isinstance(refused, Refused)
            assert (refused.error.code, refused.existing) == ("22005", other["userid"])
            assert refused.item.state is WorkState.DRAFT
            assert isinstance(await desk.session.replacing.make_copy(replace(refused.item, values=item.values)), Saved)

    run(story())


def test_without_the_permission_both_stay(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await copied(desk)
            server.faults.add("error", endpoints=[DELETE], code=60011)
            refused = await desk.session.replacing.finish(item)
            assert isinstance(refused, Refused)
            assert isinstance(refused.error, PermissionMissing)
            assert refused.item.state is WorkState.COPIED
            assert there(server, item) == (True, True)
            assert item.userid in await desk.shown()
            assert desk.session.read_only

    run(story())


@pytest.mark.parametrize("step", ["finish", "undo"])
@pytest.mark.parametrize("done", [True, False])
def test_the_answer_of_a_deletion_is_lost(server: WritingServer, tmp_path: Path, step: str, done: bool) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await copied(desk)
            server.faults.add("lost" if done else "lost_before", endpoints=[DELETE])
            # the two contacts are read once each before; whoever asks after the deletion is not answered
            silence = server.faults.add("reset", endpoints=[GET, "extcontact/list"], after=2)
            act = desk.session.replacing.finish if step == "finish" else desk.session.replacing.undo
            unknown = await act(item)
            assert isinstance(unknown, Unknown)
            (kept,) = desk.session.work.items()
            assert kept.state is (WorkState.DELETING if step == "finish" else WorkState.UNDOING)
            assert isinstance(await act(item), Unknown), "nothing is sent meanwhile"
            assert server.calls("delete") == 1
            server.faults.clear(silence)
            desk.session.saving.check_now()
            if done:
                await desk.settled(Deleted if step == "finish" else Undone)
            else:
                refused = await desk.settled(Refused)
                assert isinstance(refused.error, NetworkError)
                assert refused.item.state is WorkState.COPIED
            assert there(server, item) == ((step != "finish", step != "undo") if done else (True, True))
            await desk.nothing_pending()

    run(story())


@pytest.mark.parametrize("fault", ["lost", "lost_before"])
def test_the_answer_of_the_copy_is_lost(server: WritingServer, tmp_path: Path, fault: str) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add(fault, endpoints=[CREATE], times=1)
            item = await draft(desk)
            assert isinstance(await desk.session.replacing.make_copy(item), Unknown)
            if fault == "lost":
                saved = await desk.settled(Saved)
                assert saved.item.state is WorkState.COPIED
            else:
                absent = await desk.settled(Absent)
                again = await desk.session.replacing.make_copy(absent.item)
                assert isinstance(again, Saved)
                saved = again
            assert len(server.having(mobile=NEW)) == 1
            assert isinstance(await desk.session.replacing.finish(saved.item), Deleted)
            assert there(server, item) == (False, True)

    run(story())


def test_it_goes_on_when_the_guide_is_closed(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await copied(desk)
            waiting = asyncio.create_task(desk.session.replacing.finish(item))
            await asyncio.sleep(0)
            waiting.cancel()
            await desk.settled(Deleted)
            assert there(server, item) == (False, True)

    run(story())
