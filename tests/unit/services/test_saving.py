"""Saving against a real server: creates and edits that are answered."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.fields import Field, Purpose
from addressbook.domain.work import WorkState, temporary_id
from addressbook.services.save_results import Saved
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
            server.faults.add("latency", endpoints=["extcontact/create"], ms=300)
            item = desk.new()
            saving = asyncio.create_task(desk.save(item, Saved))
            await until(lambda: desk.session.book.pending(temporary_id(item.id)), "the pending row")
            kept = desk.session.work.item(item.id)
            assert kept is not None
            assert kept.state is WorkState.SENDING
            await until(lambda: desk.session.book.row_of(temporary_id(item.id)))
            assert await desk.named("Ann Lee") == {temporary_id(item.id): True}
            row = desk.session.book.row_of(temporary_id(item.id))
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
            server.faults.add("latency", endpoints=["extcontact/create"], ms=200)
            item = desk.new()
            saving = asyncio.create_task(desk.session.saving.save(item))
            await until(lambda: desk.session.work.item(item.id), "the item")
            saving.cancel()
            outcome = await desk.settled(Saved)
            assert outcome.item.id == item.id
            assert len(server.having(name="Ann Lee")) == 1

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
