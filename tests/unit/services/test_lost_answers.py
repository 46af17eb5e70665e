"""Saves whose answer is lost, whether they were carried out or not: never two contacts, and nothing forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event as Flag

import pytest

from addressbook.dingtalk.transport import TransportOptions
from addressbook.domain.fields import Field, Purpose
from addressbook.domain.work import WorkState, temporary_id
from addressbook.services.events import LoadState
from addressbook.services.save_results import Absent, Refused, Saved, Unknown
from tests.helpers.desk import ANN, WritingServer, open_desk, run
from tests.helpers.open_book import QUICK
from tests.helpers.wait import until


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer() as running:
        yield running


@pytest.mark.parametrize(("kind", "values"), [("lost", {}), ("cut", {}), ("cut", {"short": 1})])
def test_a_create_that_was_carried_out_is_found(
    kind: str, values: dict[str, int], server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add(kind, endpoints=["extcontact/create"], times=1, **values)
            unknown = await desk.save(desk.new(), Unknown)
            assert unknown.item.state is WorkState.UNKNOWN
            saved = await desk.settled(Saved)
            assert saved.found
            (made,) = server.having(name="Ann Lee")
            assert saved.contact.userid == made["userid"]
            assert server.calls("create") == 1
            assert await desk.named("Ann Lee") == {made["userid"]: False}
            assert desk.session.work.items() == ()
            assert await desk.session.saving.save(unknown.item) == saved, "saving it again sends nothing"
            assert server.calls("create") == 1

    run(story())


@pytest.mark.parametrize(
    ("kind", "values"), [("lost_before", {}), ("reset", {}), ("html", {"status": 502}), ("http", {"status": 504})]
)
def test_a_create_that_was_not_carried_out_is_offered_again(
    kind: str, values: dict[str, int], server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add(kind, endpoints=["extcontact/create"], times=1, **values)
            unknown = await desk.save(desk.new(), Unknown)
            while_unknown = await desk.save(unknown.item, Unknown)
            assert while_unknown.error.code == unknown.error.code
            absent = await desk.settled(Absent)
            assert server.having(name="Ann Lee") == []
            assert await desk.named("Ann Lee") == {}, "the list shows no phantom"
            assert desk.session.work.items() == (absent.item,)
            assert server.calls("create") == 1
            saved, again = await asyncio.gather(
                desk.session.saving.repeat(absent.item), desk.session.saving.repeat(absent.item)
            )
            assert isinstance(saved, Saved)
            assert again == saved
            assert server.calls("create") == 2
            assert len(server.having(name="Ann Lee")) == 1
            assert desk.session.work.items() == ()

    run(story())


def test_only_a_pass_that_began_after_the_call_proves_anything(server: WritingServer, tmp_path: Path) -> None:
    """The contact is made while a pass is past its place in the list: the end of that pass must not count."""
    gate = Flag()

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            asked, answered = len(server.offsets), server.calls("list")
            server.before_page = lambda offset: offset == 0 or gate.wait(20)
            desk.session.book.refresh()
            await until(lambda: any(server.offsets[asked:]), "the second page")
            await until(lambda: server.calls("list") > answered, "the first page, answered")
            server.faults.add("lost", endpoints=["extcontact/create"], times=1)
            await desk.save(desk.new(), Unknown)
            gate.set()
            assert (await desk.settled(Saved)).found
            assert server.offsets[asked:].count(0) == 2

    try:
        run(story())
    finally:
        gate.set()


def test_a_pass_over_a_list_that_moved_proves_nothing(tmp_path: Path) -> None:
    """A colleague deletes while the list is read, so that the contact could have slipped between two pages."""

    async def story(server: WritingServer) -> None:
        async with open_desk(server.url, tmp_path) as desk:
            asked = len(server.offsets)
            first = str(server.state.book.rows()[0]["userid"])

            def moves(offset: int) -> None:
                if offset == 99 and server.offsets[asked:].count(99) == 1:
                    server.edit("remove", userid=first)

            server.before_page = moves
            server.faults.add("lost_before", endpoints=["extcontact/create"], times=1)
            await desk.save(desk.new(), Unknown)
            await desk.settled(Absent)
            assert server.offsets[asked:].count(0) >= 2

    with WritingServer(contacts=250) as server:
        run(story(server))


def test_it_is_found_wherever_it_appears_first(server: WritingServer, tmp_path: Path) -> None:
    """The answer is lost and the server lists the contact: found with its page, before the pass ends."""

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("lost", endpoints=["extcontact/create"], times=1)
            item = desk.new()
            await desk.save(item, Unknown)
            row = desk.session.book.row_of(temporary_id(item.id))
            saved = await desk.settled(Saved)
            assert desk.session.book.row_of(saved.contact.userid) == row, "the pending row becomes the real one"
            await desk.whole()
            assert len(await desk.named("Ann Lee")) == 1

    run(story())


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_in_a_long_list_its_ends_are_looked_at_first(order: str, tmp_path: Path) -> None:
    gate = Flag()

    async def story(server: WritingServer) -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.before_page = lambda offset: not 0 < offset < 1000 or gate.wait(20)
            server.faults.add("lost", endpoints=["extcontact/create"], times=1)
            await desk.save(desk.new(), Unknown)
            saved = await desk.settled(Saved)
            # The pass may still have to begin; while the gate is shut it cannot end
            await until(lambda: desk.session.book.progress.state is LoadState.REFRESHING, "a pass to be under way")
            assert await desk.named("Ann Lee") == {saved.contact.userid: False}
            gate.set()
            await desk.whole()
            assert len(await desk.named("Ann Lee")) == 1

    try:
        with WritingServer(contacts=1500, order=order, hidden_rows=True) as server:
            run(story(server))
    finally:
        gate.set()


def test_offline_it_is_looked_into_when_the_server_answers_again(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("lost", endpoints=["extcontact/create"], times=1)
            dead = server.faults.add("reset", endpoints=["extcontact/list", "extcontact/get"])
            item = desk.new()
            await desk.save(item, Unknown)
            await until(lambda: desk.session.book.progress.state.value == "offline", "offline")
            assert desk.outcomes() == []
            assert await desk.named("Ann Lee") == {temporary_id(item.id): True}
            server.faults.clear(dead)
            assert (await desk.settled(Saved)).found
            assert server.calls("create") == 1

    run(story())


def test_never_sent_is_refused_at_once(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.stop()
            for connection in list(server._connections):
                connection.close()
            refused = await desk.save(desk.new(), Refused)
            assert refused.error.code.startswith("network.")
            assert refused.item.state is WorkState.DRAFT
            assert await desk.named("Ann Lee") == {}

    run(story())


def test_a_number_that_somebody_else_took_is_no_success(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("lost_before", endpoints=["extcontact/create"], times=1)
            await desk.save(desk.new(), Unknown)
            userid = server.state.book.create(replace(ANN, name="Somebody else").wire(Purpose.CREATE))
            refused = await desk.settled(Refused)
            assert (refused.error.code, refused.field, refused.existing) == ("22005", Field.PHONE, userid)
            assert refused.item.values == ANN
            assert desk.session.work.items() == (refused.item,)
            assert await desk.named("Ann Lee") == {}

    run(story())


def test_a_stale_copy_does_not_pass_for_the_new_contact(server: WritingServer, tmp_path: Path) -> None:
    """The copy still holds a deleted contact with the number: only what the server has counts."""

    async def story() -> None:
        old = server.state.book.create(ANN.wire(Purpose.CREATE))
        async with open_desk(server.url, tmp_path) as desk:
            server.edit("remove", userid=old)
            server.faults.add("lost", endpoints=["extcontact/create"], times=1)
            await desk.save(desk.new(), Unknown)
            saved = await desk.settled(Saved)
            assert saved.contact.userid != old
            assert await desk.named("Ann Lee") == {saved.contact.userid: False}

    run(story())


# restarts


@pytest.mark.parametrize(("kind", "done"), [("lost", True), ("lost_before", False)])
def test_after_a_restart_an_unknown_create_is_resolved(
    kind: str, done: bool, server: WritingServer, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add(kind, endpoints=["extcontact/create"], times=1)
            dead = server.faults.add("reset", endpoints=["extcontact/list", "extcontact/get"])
            item = desk.new()
            await desk.save(item, Unknown)
        async with open_desk(server.url, tmp_path, whole=False, times=replace(QUICK, start_delay=0.3)) as desk:
            assert await desk.named("Ann Lee") == {temporary_id(item.id): True}, "pending again"
            assert isinstance(await desk.session.saving.save(item), Unknown)
            server.faults.clear(dead)
            if done:
                saved = await desk.settled(Saved)
                assert saved.found
                assert await desk.named("Ann Lee") == {saved.contact.userid: False}
                assert desk.session.work.items() == ()
            else:
                absent = await desk.settled(Absent)
                assert await desk.named("Ann Lee") == {}
                await desk.save(absent.item, Saved)
            assert len(server.having(name="Ann Lee")) == 1
            assert server.calls("create") == (1 if done else 2)

    run(story())


@pytest.mark.parametrize("committed", [True, False])
def test_quitting_with_a_create_under_way(committed: bool, server: WritingServer, tmp_path: Path) -> None:
    """The answer hangs: quitting waits a moment, and the next start finds out."""

    async def story() -> None:
        kind = "slow" if committed else "hang"
        async with open_desk(server.url, tmp_path, options=TransportOptions()) as desk:
            server.faults.add(kind, endpoints=["extcontact/create"], times=1, seconds=30)
            item = desk.new()
            saving = asyncio.create_task(desk.session.saving.save(item))
            await until(lambda: server.log.as_json("extcontact/create", 0)["calls"] or not committed, "the call")
            await until(lambda: desk.session.work.item(item.id), "the item")
        with pytest.raises(asyncio.CancelledError):
            await saving
        async with open_desk(server.url, tmp_path, whole=False) as desk:
            await (desk.settled(Saved) if committed else desk.settled(Absent))
            assert len(server.having(name="Ann Lee")) == committed
            assert len(await desk.named("Ann Lee")) == committed

    run(story())


def test_quitting_before_an_edit_was_sent_leaves_its_draft(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            userid = str(server.state.book.rows()[3]["userid"])
            server.faults.add("hang", endpoints=["extcontact/get"], seconds=30, times=1)
            item = desk.edit(userid, name="Bea Long")
            saving = asyncio.create_task(desk.session.saving.save(item))
            await until(lambda: desk.session.book.pending(userid), "the pending row")
        with pytest.raises(asyncio.CancelledError):
            await saving
        async with open_desk(server.url, tmp_path) as desk:
            await until(lambda: desk.session.work.items()[0].state is WorkState.DRAFT, "the draft")
            await until(lambda: not desk.session.book.pending(userid), "the row")
            assert await desk.named("Bea Long") == {}
            (draft,) = desk.session.work.items()
            assert draft.values.name == "Bea Long"
            assert server.calls("update") == 0
            await desk.save(draft, Saved)

    run(story())


def test_discarding_what_is_unknown(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("lost_before", endpoints=["extcontact/create"], times=1)
            dead = server.faults.add("reset", endpoints=["extcontact/list"])
            unknown = await desk.save(desk.new(), Unknown)
            await desk.session.saving.discard(unknown.item)
            assert desk.session.work.items() == ()
            assert await desk.named("Ann Lee") == {}
            server.faults.clear(dead)
            desk.session.book.refresh()
            await desk.whole()
            assert desk.outcomes() == []

    run(story())
