"""DingTalk says that it is busy, and has done it all the same, or edits whose answer is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.services import creating
from addressbook.services.save_results import Absent, Gone, Refused, Saved, Unknown
from addressbook.simulator.envelope import refusal
from tests.helpers.desk import ANN, WritingServer, open_desk, run
from tests.helpers.wait import until


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer() as running:
        yield running


# DingTalk says "busy" and does it all the same, or does not


def busy_after(server: WritingServer) -> None:
    """The next create is carried out, and answered with -1."""
    create = server.state.book.create

    def created(fields: dict[str, object]) -> str:
        server.state.book.create = create  # type: ignore[method-assign]
        create(fields)
        raise refusal(-1)

    server.state.book.create = created  # type: ignore[method-assign, assignment]


@pytest.mark.parametrize("known", [True, False])
def test_busy_but_done_is_found_by_the_second_try(known: bool, server: WritingServer, tmp_path: Path) -> None:
    """`known`: the book has heard of the contact before the person tries again."""

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            busy_after(server)
            refused = await desk.save(desk.new(), Refused)
            assert refused.item.doubted
            if known:
                desk.session.book.refresh()
                await until(lambda: desk.session.book.row_of(server.having(name="Ann Lee")[0]["userid"]), "the row")
                saved = await desk.save(refused.item, Saved)
            else:
                await desk.save(refused.item, Unknown)
                saved = await desk.settled(Saved)
            assert saved.found
            assert len(server.having(name="Ann Lee")) == 1
            assert await desk.named("Ann Lee") == {saved.contact.userid: False}
            assert desk.session.work.items() == ()

    run(story())


def test_a_form_that_forgets_the_doubt_does_not_matter(server: WritingServer, tmp_path: Path) -> None:
    """The item as it was before the first try is saved again: what is kept knows better."""

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            busy_after(server)
            item = desk.new()
            await desk.save(item, Refused)
            await desk.save(item, Unknown)
            assert (await desk.settled(Saved)).found
            assert len(server.having(name="Ann Lee")) == 1

    run(story())


def test_another_number_after_a_doubted_try(server: WritingServer, tmp_path: Path) -> None:
    """The first try was carried out: the corrected one must not make a second contact unseen."""

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            busy_after(server)
            item = desk.new()
            refused = await desk.save(item, Refused)
            corrected = replace(refused.item, values=replace(ANN, mobile="13912345679"))
            told = await desk.save(corrected, Refused)
            (made,) = server.having(name="Ann Lee")
            assert (told.error.code, told.existing) == ("22005", made["userid"])
            assert told.item.values == corrected.values
            assert server.calls("create") == 1
            # the person has seen it, and wants both
            await desk.save(told.item, Saved)
            assert [row["mobile"] for row in server.having(name="Ann Lee")] == ["13912345678", "13912345679"]

    run(story())


def test_another_number_after_a_try_that_was_not_carried_out(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("busy", endpoints=["extcontact/create"], times=1)
            refused = await desk.save(desk.new(), Refused)
            await desk.save(replace(refused.item, values=replace(ANN, mobile="13912345679")), Saved)
            assert [row["mobile"] for row in server.having(name="Ann Lee")] == ["13912345679"]

    run(story())


@pytest.mark.parametrize("made", [True, False])
def test_another_number_where_it_takes_long_to_know_of_the_first(
    made: bool, server: WritingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large book: the form says what is being looked into, and need not stay open for it."""
    monkeypatch.setattr(creating, "LOOK_SECONDS", 0.0)

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            if made:
                busy_after(server)
            else:
                server.faults.add("busy", endpoints=["extcontact/create"], times=1)
            refused = await desk.save(desk.new(), Refused)
            corrected = replace(refused.item, values=replace(ANN, mobile="13912345679"))
            unknown = await desk.save(corrected, Unknown)
            assert unknown.error.code == unknown.item.refused == "save.earlier_try"
            if made:
                told = await desk.settled(Refused)
                assert (told.error.code, told.existing) == ("22005", server.having(name="Ann Lee")[0]["userid"])
                again = told.item
            else:
                again = (await desk.settled(Absent)).item
            assert again.values == corrected.values
            assert server.calls("create") == 1
            await desk.save(again, Saved)  # the person has seen it, and wants it
            numbers = [row["mobile"] for row in server.having(name="Ann Lee")]
            assert numbers == ["13912345678"] * made + ["13912345679"]
            assert desk.session.work.items() == ()

    run(story())


def test_a_create_that_cannot_be_looked_into_is_not_looked_into_for_ever(server: WritingServer, tmp_path: Path) -> None:
    """And is not made twice when it is saved again."""

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("lost", endpoints=["extcontact/create"], times=1)
            server.faults.add("error", endpoints=["extcontact/get"], code=60011)
            await desk.save(desk.new(), Unknown)
            refused = await desk.settled(Refused)
            assert refused.error.code == "60011"
            assert refused.item.doubted
            assert desk.session.read_only_reason is None, "reading was refused"
            server.faults.clear()
            await desk.session.saving.save(refused.item)
            await until(lambda: not desk.session.work.items(), "the contact that was made")
            assert len(server.having(name="Ann Lee")) == 1

    run(story())


def test_an_edit_that_cannot_be_looked_into_is_a_draft_again(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            server.faults.add("lost", endpoints=["extcontact/update"], times=1)
            server.faults.add("error", endpoints=["extcontact/get"], code=60011, after=1)
            await desk.save(desk.edit(userid, title="CEO"), Unknown)
            refused = await desk.settled(Refused)
            assert refused.error.code == "60011"
            server.faults.clear()
            await desk.save(refused.item, Saved)
            assert server.contact(userid)["title"] == "CEO"

    run(story())


# edits


@pytest.mark.parametrize("kind", ["lost", "cut"])
def test_an_edit_that_was_carried_out_is_found(kind: str, server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            server.faults.add(kind, endpoints=["extcontact/update"], times=1)
            await desk.save(desk.edit(userid, title="CEO"), Unknown)
            saved = await desk.settled(Saved)
            assert saved.found
            assert saved.contact.title == "CEO"
            assert not desk.session.book.pending(userid)
            assert desk.session.work.items() == ()
            assert server.calls("update") == 1

    run(story())


def test_an_edit_that_was_not_carried_out_is_a_draft_again(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            before = await desk.shown()
            server.faults.add("lost_before", endpoints=["extcontact/update"], times=1)
            await desk.save(desk.edit(userid, name="Bea Long"), Unknown)
            refused = await desk.settled(Refused)
            assert not refused.error.sent  # type: ignore[attr-defined]
            assert refused.item.values.name == "Bea Long"
            assert await desk.shown() == before
            await desk.save(refused.item, Saved)
            assert server.contact(userid)["name"] == "Bea Long"

    run(story())


def test_a_lost_edit_under_a_colleagues_later_edit(server: WritingServer, tmp_path: Path) -> None:
    """The edit was carried out, and a colleague changed another field before we could look."""

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            server.faults.add("lost", endpoints=["extcontact/update"], times=1)
            dead = server.faults.add("reset", endpoints=["extcontact/get"], after=1)
            await desk.save(desk.edit(userid, title="CEO"), Unknown)
            server.edit("change", userid=userid, fields={"address": "Bund 1"})
            server.faults.clear(dead)
            saved = await desk.settled(Saved)
            assert (saved.contact.title, saved.contact.address) == ("CEO", "Bund 1")
            assert [joined.now for joined in saved.joined] == ["Bund 1"]

    run(story())


def test_a_refusal_after_looking_for_an_earlier_try_leaves_no_doubt(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("lost_before", endpoints=["extcontact/create"], times=1)
            await desk.save(desk.new(), Unknown)
            absent = await desk.settled(Absent)
            server.faults.add("error", endpoints=["extcontact/create"], code=60103, times=1)
            refused = await desk.session.saving.repeat(absent.item)
            assert isinstance(refused, Refused)
            assert (refused.error.code, refused.item.missed) == ("60103", True)
            # it is a draft now, and saved again from Unfinished: nothing was lost meanwhile
            (kept,) = desk.session.work.items()
            server.faults.add("error", endpoints=["extcontact/create"], code=60103, times=1)
            assert (await desk.save(kept, Refused)).item.missed
            server.faults.add("busy", endpoints=["extcontact/create"], times=1)
            assert not (await desk.save(kept, Refused)).item.missed, "this one may have been carried out"
            server.faults.add("error", endpoints=["extcontact/create"], code=60103, times=1)
            assert not (await desk.save(kept, Refused)).item.missed

    run(story())


def test_a_contact_deleted_while_its_edit_was_unknown(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            server.faults.add("lost_before", endpoints=["extcontact/update"], times=1)
            dead = server.faults.add("reset", endpoints=["extcontact/get"], after=1)
            await desk.save(desk.edit(userid, title="CEO"), Unknown)
            server.edit("remove", userid=userid)
            server.faults.clear(dead)
            gone = await desk.settled(Gone)
            assert gone.item.values.title == "CEO"
            assert userid not in await desk.shown()

    run(story())


def test_a_fault_of_ours_leaves_nothing_uncertain(
    server: WritingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:

            def fails(*_: object, **__: object) -> str:
                raise RuntimeError("a fault of ours")

            with monkeypatch.context() as patch:
                patch.setattr(desk.session.client, "create_contact", fails)
                with pytest.raises(RuntimeError, match="of ours"):
                    await desk.session.saving.save(desk.new())
            absent = await desk.settled(Absent)
            assert await desk.named("Ann Lee") == {}
            await desk.save(absent.item, Saved)

    run(story())


def test_checking_now_takes_up_what_nobody_looks_into(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("lost", endpoints=["extcontact/create"], times=1)
            dead = server.faults.add("reset", endpoints=["extcontact/list", "extcontact/get"])
            unknown = await desk.save(desk.new(), Unknown)
            desk.session.saving._outcomes.drop(unknown.item.id)
            server.faults.clear(dead)
            desk.session.saving.check_now()
            assert (await desk.settled(Saved)).found

    run(story())
