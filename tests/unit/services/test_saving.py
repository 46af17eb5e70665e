"""Saving against a real server: creates and edits that are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.fields import Field, Purpose
from addressbook.domain.merge import Part, Side, resolve
from addressbook.domain.work import WorkKind, WorkState, temporary_id
from addressbook.services.save_results import Clashed, Gone, Refused, Saved
from tests.helpers.desk import ANN, WritingServer, open_desk, run
from tests.helpers.wait import until


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer() as running:
        yield running


def test_a_new_contact_is_saved_and_shown(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            saved = await desk.save(desk.new(address="", mobile="139 1234 5678"), Saved)
            (made,) = server.having(name="Ann Lee")
            assert made["mobile"] == "13912345678"
            assert "address" not in made
            assert saved.contact.userid == made["userid"]
            assert not saved.found
            assert await desk.named("Ann Lee") == {made["userid"]: False}
            assert desk.session.work.items() == ()
            assert await desk.session.saving.save(saved.item) == saved, "saving it once more sends nothing"
            assert server.calls("create") == 1

    run(story())


def test_it_is_on_the_disk_and_in_the_list_before_it_is_sent(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            held = server.faults.add("hold", endpoints=["extcontact/create"])
            item = desk.new()
            saving = asyncio.create_task(desk.save(item, Saved))
            await until(lambda: desk.session.book.pending(temporary_id(item.id)), "the pending row")
            kept = desk.session.work.item(item.id)
            assert kept is not None
            assert kept.state is WorkState.SENDING
            await until(lambda: desk.session.book.row_of(temporary_id(item.id)))
            assert await desk.named("Ann Lee") == {temporary_id(item.id): True}
            row = desk.session.book.row_of(temporary_id(item.id))
            server.faults.clear(held)
            saved = await saving
            assert desk.session.book.row_of(saved.contact.userid) == row, "it keeps its row"

    run(story())


def test_two_presses_are_one_save(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = desk.new()
            first, second = await asyncio.gather(desk.session.saving.save(item), desk.session.saving.save(item))
            assert first == second
            assert isinstance(first, Saved)
            assert server.calls("create") == 1
            assert len(server.having(name="Ann Lee")) == 1

    run(story())


def test_a_save_goes_on_when_its_form_is_gone(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            held = server.faults.add("hold", endpoints=["extcontact/create"])
            item = desk.new()
            saving = asyncio.create_task(desk.session.saving.save(item))
            await until(lambda: desk.session.work.item(item.id), "the item")
            saving.cancel()
            server.faults.clear(held)
            outcome = await desk.settled(Saved)
            assert outcome.item.id == item.id
            assert len(server.having(name="Ann Lee")) == 1

    run(story())


def test_a_clash_is_told_when_its_form_is_gone(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            item = desk.edit(userid, title="CFO")
            server.edit("change", userid=userid, fields={"title": "CTO"})
            held = server.faults.add("hold", endpoints=["extcontact/get"])
            saving = asyncio.create_task(desk.session.saving.save(item))
            await until(lambda: desk.session.work.item(item.id), "the item")
            saving.cancel()
            server.faults.clear(held)
            clashed = await desk.settled(Clashed)
            assert clashed.theirs.title == "CTO"

    run(story())


def test_an_edit_is_saved_and_shown(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            before = server.state.book.rows()[3]
            userid = str(before["userid"])
            saved = await desk.save(desk.edit(userid, name="Bea Long", title="CTO"), Saved)
            after = server.contact(userid)
            assert (after["name"], after["title"]) == ("Bea Long", "CTO")
            assert [after.get(name) for name in ("mobile", "email")] == [before.get(n) for n in ("mobile", "email")]
            assert saved.contact == desk.session.book.contact(userid)
            assert (saved.joined, saved.stayed) == ((), frozenset())
            assert await desk.named("Bea Long") == {userid: False}
            assert desk.session.work.items() == ()

    run(story())


@pytest.mark.parametrize(("mode", "stays"), [("replace", False), ("merge", False), ("keep_empty", True)])
def test_what_is_cleared_is_cleared_or_told(mode: str, stays: bool, tmp_path: Path) -> None:
    async def story(server: WritingServer) -> None:
        values = replace(ANN, address="Bund 1", share_user_ids=("u1",))
        userid = server.state.book.create(values.wire(Purpose.CREATE))
        async with open_desk(server.url, tmp_path) as desk:
            cleared = desk.edit(userid, address="", share_user_ids=(), title="CEO")
            saved = await desk.save(cleared, Saved)
            assert saved.stayed == (frozenset({Field.ADDRESS, Field.PEOPLE}) if stays else frozenset())
            assert saved.contact.title == "CEO"
            assert bool(saved.contact.address) is stays
            assert desk.session.book.contact(userid) == saved.contact
            assert server.calls("update") == 1

    with WritingServer(update=mode) as server:
        run(story(server))


def refused_create(server: WritingServer, code: int) -> dict[str, object]:
    """Have the next create refused by `code`, by its real cause where there is one; the values that meet it."""
    match code:
        case 60103:
            return {"mobile": "1391"}
        case 60112:
            return {"name": "x" * 129}
        case 60204:
            return {"label_ids": ()}
        case 40036:
            return {"follower_user_id": ""}
        case 22005:
            server.state.book.create(replace(ANN, name="Somebody else").wire(Purpose.CREATE))
        case 60203:
            server.options.max_contacts = 30
        case 60205:
            server.options.feature_on = False
        case 43007:
            server.options.permission_code = "43007"
            server.options.without_scopes = frozenset({"qyapi_ext_write"})
        case 40031:
            return {"share_user_ids": (" ",)}
        case 40032:
            return {"share_user_ids": tuple(f"u{k}" for k in range(21))}
        case 40066:
            return {"share_dept_ids": tuple(range(1, 22))}
        case _:
            server.faults.add("error", endpoints=["extcontact/create"], code=code)
    return {}


@pytest.mark.parametrize(
    ("code", "field"),
    [
        (33009, None),
        (40036, Field.OWNER),
        (60103, Field.PHONE),
        (60204, Field.LABELS),
        (60205, None),
        (43007, None),
        (60112, Field.NAME),
        (22005, Field.PHONE),
        (-1, None),
        (60203, None),
        (40032, Field.PEOPLE),
        (40066, Field.DEPARTMENTS),
        (40067, Field.TITLE),
        (60022, None),
        (40001, None),
    ],
)
def test_every_refusal_of_create_leaves_a_draft(
    code: int, field: Field | None, server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = desk.new(**refused_create(server, code))
            before = await desk.shown()
            refused = await desk.save(item, Refused)
            assert refused.error.code == str(code)
            assert refused.field is field
            assert refused.item.values == item.values, "all that was typed is there"
            assert (refused.item.state, refused.item.refused) == (WorkState.DRAFT, str(code))
            assert desk.session.work.items() == (refused.item,)
            assert await desk.shown() == before
            assert refused.item.doubted is (code == -1)
            # and it can be tried again
            server.faults.clear()
            server.options.max_contacts, server.options.feature_on = 0, True
            server.options.without_scopes = frozenset()
            again = replace(refused.item, values=replace(ANN, mobile="13912340000"))
            saved = await desk.save(again, Saved)
            assert server.having(mobile="13912340000")[0]["userid"] == saved.contact.userid
            assert desk.session.work.items() == ()

    run(story())


@pytest.mark.parametrize(
    ("code", "field"),
    [
        (33009, None),
        (40036, Field.NAME),
        (60112, Field.NAME),
        (60204, Field.LABELS),
        (43007, None),
        (60103, Field.PHONE),
        (60200, Field.PHONE),
        (60203, None),
        (-1, None),
        (40031, Field.PEOPLE),
        (40066, Field.DEPARTMENTS),
    ],
)
def test_every_refusal_of_update_leaves_a_draft(
    code: int, field: Field | None, server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            item = desk.edit(userid, title="CEO", **({"name": ""} if code == 40036 else {}))
            before = await desk.shown()
            if code == 43007:
                server.options.permission_code = "43007"
                server.options.without_scopes = frozenset({"qyapi_ext_write"})
            elif code != 40036:
                server.faults.add("error", endpoints=["extcontact/update"], code=code)
            refused = await desk.save(item, Refused)
            assert (refused.error.code, refused.field) == (str(code), field)
            assert refused.item.values == item.values
            assert desk.session.work.items() == (refused.item,)
            assert refused.item.state is WorkState.DRAFT
            assert await desk.shown() == before
            server.faults.clear()
            server.options.without_scopes = frozenset()
            again = replace(refused.item, values=replace(refused.item.values, name="Bea Long"))
            await desk.save(again, Saved)
            assert server.contact(userid)["title"] == "CEO"

    run(story())


def test_a_contact_that_a_colleague_deleted_can_be_created_again(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            row = next(row for row in server.state.book.rows() if str(row["mobile"]).startswith("13"))
            userid = str(row["userid"])
            item = desk.edit(userid, name="Bea Long", mobile="")
            server.edit("remove", userid=userid)
            gone = await desk.save(item, Gone)
            assert gone.item.values.mobile == row["mobile"], "the number is the contact's, whatever the form holds"
            assert userid not in await desk.shown()
            (kept,) = desk.session.work.items()
            assert (kept.kind, kept.state, kept.values) == (WorkKind.EDIT, WorkState.DRAFT, item.values)
            assert server.calls("update") == 0
            saved = await desk.save(gone.item, Saved)
            assert saved.contact.userid != userid
            assert server.contact(saved.contact.userid)["mobile"] == row["mobile"]
            assert desk.session.work.items() == ()
            assert await desk.named("Bea Long") == {saved.contact.userid: False}

    run(story())


def test_a_colleagues_edit_of_another_field_is_joined(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            item = desk.edit(userid, title="CEO")
            server.edit("change", userid=userid, fields={"address": "Bund 1"})
            saved = await desk.save(item, Saved)
            after = server.contact(userid)
            assert (after["title"], after["address"]) == ("CEO", "Bund 1")
            assert [(joined.part, joined.now, joined.side) for joined in saved.joined] == [
                (Part(Field.ADDRESS), "Bund 1", Side.THEIRS)
            ]

    run(story())


def test_a_clash_writes_nothing_and_the_choice_goes_through(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            item = desk.edit(userid, title="CEO", address="Bund 2")
            server.edit("change", userid=userid, fields={"title": "CTO"})
            clashed = await desk.save(item, Clashed)
            assert server.calls("update") == 0
            assert server.contact(userid)["title"] == "CTO"
            assert clashed.item.state is WorkState.DRAFT
            assert desk.session.book.contact(userid) == clashed.theirs
            assert not desk.session.book.pending(userid)
            # meanwhile the colleague goes on: what was chosen is compared once more
            chosen = resolve(clashed.merge, {Part(Field.TITLE): Side.MINE})
            server.edit("change", userid=userid, fields={"title": "COO"})
            decided = replace(clashed.item, base=clashed.theirs, values=chosen)
            clashed = await desk.save(decided, Clashed)
            chosen = resolve(clashed.merge, {Part(Field.TITLE): Side.MINE})
            await desk.save(replace(clashed.item, base=clashed.theirs, values=chosen), Saved)
            after = server.contact(userid)
            assert (after["title"], after["address"]) == ("CEO", "Bund 2")
            assert desk.session.work.items() == ()

    run(story())


def test_two_forms_of_one_contact_do_not_undo_each_other(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            one, other = desk.edit(userid, title="CEO"), desk.edit(userid, address="Bund 1")
            await asyncio.gather(desk.save(one, Saved), desk.save(other, Saved))
            after = server.contact(userid)
            assert (after["title"], after["address"]) == ("CEO", "Bund 1")

    run(story())


def test_what_a_colleague_has_done_already_needs_no_call(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            item = desk.edit(userid, title="CEO")
            server.edit("change", userid=userid, fields={"title": "CEO"})
            await desk.save(item, Saved)
            assert server.calls("update") == 0
            assert desk.session.work.items() == ()

    run(story())


def test_a_number_that_somebody_has_is_told_with_who(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            taken = server.state.book.rows()[5]
            item = desk.new(state_code=taken["state_code"], mobile=taken["mobile"])
            refused = await desk.save(item, Refused)
            assert (refused.error.code, refused.existing) == ("22005", taken["userid"])

    run(story())


def test_a_number_that_a_colleague_entered_just_now_is_found_soon(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = server.state.book.create(replace(ANN, name="Somebody else").wire(Purpose.CREATE))
            refused = await desk.save(desk.new(), Refused)
            assert refused.existing == ""
            await until(lambda: desk.session.book.row_of(userid), "the colleague's contact")
            assert (await desk.save(refused.item, Refused)).existing == userid

    run(story())


def test_an_edit_leaves_what_nobody_touched_to_the_letter(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        before = {"address": "Room 5\nBund 1", "remark": "  two  spaces ", "company_name": "Lee\tSons"}
        userid = server.state.book.create(ANN.wire(Purpose.CREATE) | before)
        async with open_desk(server.url, tmp_path) as desk:
            saved = await desk.save(desk.edit(userid, title="CEO ", company_name=" Lee\nand Sons"), Saved)
            after = server.contact(userid)
            assert {name: after[name] for name in ("address", "remark", "company_name", "title")} == {
                **before,
                "company_name": "Lee and Sons",
                "title": "CEO",
            }
            assert saved.contact == desk.session.book.contact(userid)
            assert saved.contact.address == before["address"]

    run(story())
