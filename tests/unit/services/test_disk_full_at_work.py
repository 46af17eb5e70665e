"""The disk takes nothing for a moment while something is saved: what is known is known, and what is typed is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.work import WorkItem, WorkState
from addressbook.errors import DiskFull
from addressbook.services.save_results import Absent, Clashed, Gone, Refused, Saved, Unknown
from addressbook.store.work import WorkStore
from tests.helpers.desk import Desk, WritingServer, open_desk, run
from tests.helpers.wait import until


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer() as running:
        yield running


@pytest.fixture(autouse=True)
def _expected(expected_log: Callable[..., None]) -> None:
    expected_log("what is known could not be written down", optional=True)


@contextmanager
def no_room_for(monkeypatch: pytest.MonkeyPatch, *states: WorkState) -> Iterator[None]:
    """The disk is full whenever an item in one of these states is to be written, or one is to be taken out."""
    put = WorkStore.put_item

    def refuse(self: WorkStore, item: WorkItem) -> None:
        if item.state in states:
            raise DiskFull(file="work.db")
        put(self, item)

    def refuse_to_forget(self: WorkStore, item_id: str) -> None:
        raise DiskFull(file="work.db")

    with monkeypatch.context() as patch:
        patch.setattr(WorkStore, "put_item", refuse)
        patch.setattr(WorkStore, "delete_item", refuse_to_forget)
        yield


def on_disk(desk: Desk) -> list[WorkItem]:
    """What work.db says."""
    store = desk.session._file._store
    assert store is not None
    return [item for item in store.items() if isinstance(item, WorkItem)]


def test_what_is_typed_after_a_refusal_is_kept_and_saved(
    server: WritingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("error", endpoints=["extcontact/create"], code=60103, times=1)
            with no_room_for(monkeypatch, WorkState.DRAFT):
                refused = await desk.save(desk.new(), Refused)
            assert [item.state for item in on_disk(desk)] == [WorkState.SENDING]
            assert [item.state for item in desk.session.work.items()] == [WorkState.DRAFT]
            corrected = replace(refused.item, values=replace(refused.item.values, remark="typed later"))
            assert await desk.session.work.keep_draft(corrected)
            assert on_disk(desk) == [corrected]
            await desk.save(corrected, Saved)
            assert [row.get("remark") for row in server.having(name="Ann Lee")] == ["typed later"]
            assert on_disk(desk) == []

    run(story())


def test_an_end_that_was_refused_is_written_with_the_next_thing(
    server: WritingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            with no_room_for(monkeypatch):
                await desk.save(desk.new(), Saved)
            assert desk.session.work.items() == ()
            assert [item.state for item in on_disk(desk)] == [WorkState.SENDING]
            other = desk.new(name="Bea Long")
            await desk.session.work.keep(other)
            await desk.session.work.flush()
            assert on_disk(desk) == [other]

    run(story())


def test_an_older_end_never_takes_the_place_of_what_came_later(
    server: WritingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("error", endpoints=["extcontact/create"], code=60103, times=1)
            with no_room_for(monkeypatch, WorkState.DRAFT):
                refused = await desk.save(desk.new(), Refused)
                later = replace(refused.item, values=replace(refused.item.values, remark="not kept"))
                with pytest.raises(DiskFull):
                    await desk.session.work.keep_draft(later)
            assert desk.session.work.items() == (refused.item,)
            last = replace(later, values=replace(later.values, remark="kept"))
            await desk.session.work.keep_draft(last)
            await desk.session.work.keep(desk.new(name="Bea Long"))
            await desk.session.work.flush()
            assert last in on_disk(desk)

    run(story())


@pytest.mark.parametrize("end", [Gone, Clashed])
def test_an_edit_that_could_not_be_saved_can_be_kept_on(
    end: type, server: WritingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            row = server.state.book.rows()[3]
            userid = str(row["userid"])
            item = desk.edit(userid, title="Mine")
            if end is Gone:
                server.state.book.remove(server.state.book.find(userid))
            else:
                server.state.book.put(server.state.book.find(userid), {**row, "title": "Theirs"})
            with no_room_for(monkeypatch, WorkState.DRAFT):
                result = await desk.save(item, end)
            assert await desk.session.work.keep_draft(result.item)
            assert on_disk(desk) == [result.item]

    run(story())


def test_a_create_that_was_not_found_can_be_repeated(
    server: WritingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            server.faults.add("lost_before", endpoints=["extcontact/create"], times=1)
            with no_room_for(monkeypatch, WorkState.ABSENT):
                await desk.save(desk.new(), Unknown)
                absent = await desk.settled(Absent)
            assert await desk.session.work.keep_draft(absent.item)
            await desk.save(absent.item, Saved)
            assert len(server.having(name="Ann Lee")) == 1

    run(story())


def test_what_nobody_looks_into_is_looked_into_when_it_is_saved_again(server: WritingServer, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = replace(desk.new(), state=WorkState.UNKNOWN)
            await desk.session.work.keep(item)
            await desk.save(item, Unknown)
            await desk.settled(Absent)
            await until(lambda: desk.session.work.item(item.id).state is WorkState.ABSENT)  # type: ignore[union-attr]

    run(story())
