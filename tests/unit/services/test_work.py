"""What a person began is kept in the order in which it was asked for, whoever waits for it or goes away."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import Cancelled, DiskFull, StoreDamaged, StoreError
from addressbook.services.events import Events, StoreTrouble, WorkChanged, WritingAllowed
from addressbook.services.threads import StoreThread
from addressbook.services.work import WorkService
from addressbook.services.work_file import WorkFile
from addressbook.store.files import WORK_FILE
from addressbook.store.work import WorkStore
from tests.helpers.wait import until

KEY = bytes(range(32))
ANN = FormValues(name="Ann")


@dataclass
class Desk:
    work: WorkService
    file: WorkFile
    store: StoreThread
    told: list[object]


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[Desk]:
    store, events, file = StoreThread(), Events(), WorkFile(folder, KEY, "")
    told: list[object] = []
    for kind in (StoreTrouble, WorkChanged, WritingAllowed):
        events.subscribe(kind, told.append)
    await store.run(file.open)
    try:
        yield Desk(WorkService(file, store, events), file, store, told)
    finally:
        await store.run(file.close)
        assert await store.close()


def story(folder: Path, act: Callable[[Desk], Awaitable[None]]) -> None:
    async def bounded() -> None:
        async with asyncio.timeout(30), desk(folder) as made:
            await act(made)

    asyncio.run(bounded())


def on_disk(folder: Path) -> list[Any]:
    work = WorkStore.open(folder, KEY)
    try:
        return work.items()
    finally:
        work.close()


@asynccontextmanager
async def slow_store(store: StoreThread) -> AsyncIterator[None]:
    """Keeps the store thread busy; what is asked for meanwhile waits behind that."""
    go_on = threading.Event()
    busy = store.run(go_on.wait)
    try:
        yield
    finally:
        go_on.set()
        await busy


def test_work_is_there_again_after_a_restart(tmp_path: Path) -> None:
    base = Contact("0012", "Ann Lee", "13800138000", "86")
    made: list[WorkItem] = []

    async def first(at: Desk) -> None:
        new, edit = at.work.new(WorkKind.CREATE, ANN), at.work.new(WorkKind.EDIT, ANN, base=base)
        assert (edit.userid, edit.base, new.userid, new.state) == ("0012", base, "", WorkState.DRAFT)
        assert at.work.items() == ()
        await at.work.keep(new)
        await at.work.keep(edit)
        made.extend((new, edit))
        assert at.work.items() == (edit, new)
        assert at.told == [WorkChanged(), WorkChanged()]

    async def second(at: Desk) -> None:
        assert at.work.items() == tuple(reversed(made))
        assert at.work.count == 2
        await at.work.forget(made[0].id)
        assert at.work.item(made[0].id) is None
        assert at.told == [WorkChanged()]

    story(tmp_path, first)
    story(tmp_path, second)
    assert on_disk(tmp_path) == [made[1]]


def test_the_last_one_asked_for_stays_though_nobody_waits_for_any(tmp_path: Path) -> None:
    made: list[WorkItem] = []

    async def act(at: Desk) -> None:
        item = at.work.new(WorkKind.CREATE, ANN)
        async with slow_store(at.store):
            waiting = [
                asyncio.ensure_future(at.work.keep(replace(item, values=FormValues(name=f"Ann {number}"))))
                for number in range(20)
            ]
            await asyncio.sleep(0)
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)
            assert at.work.items() == ()  # what is listed is what is on the disk
        await at.work.flush()
        made.extend(at.work.items())

    story(tmp_path, act)
    assert [item.title for item in made] == ["Ann 19"]
    assert on_disk(tmp_path) == made


def test_what_is_finished_does_not_come_back(tmp_path: Path) -> None:
    async def act(at: Desk) -> None:
        item = at.work.new(WorkKind.CREATE, ANN)
        await at.work.keep(item)
        async with slow_store(at.store):
            forgetting = asyncio.ensure_future(at.work.forget(item.id))
            await asyncio.sleep(0)
            late = asyncio.ensure_future(at.work.keep(replace(item, values=FormValues(name="Anne"))))
            await asyncio.sleep(0)
            assert not await at.work.keep_draft(item)
        await forgetting
        await late
        assert at.work.items() == ()

    story(tmp_path, act)
    assert on_disk(tmp_path) == []


@pytest.mark.parametrize("state", [WorkState.SENDING, WorkState.UNKNOWN, WorkState.DELETING, WorkState.UNDOING])
def test_a_form_cannot_hide_that_something_is_on_its_way(tmp_path: Path, state: WorkState) -> None:
    sent: list[WorkItem] = []

    async def act(at: Desk) -> None:
        draft = at.work.new(WorkKind.CREATE, ANN)
        assert await at.work.keep_draft(draft)
        sending = replace(draft, state=state, sent=ANN, sent_at=draft.created_at)
        async with slow_store(at.store):
            going = asyncio.ensure_future(at.work.keep(sending))
            await asyncio.sleep(0)
            late = asyncio.ensure_future(at.work.keep_draft(replace(draft, values=FormValues(name="Anne"))))
            await asyncio.sleep(0)
        await going
        assert not await late
        assert not await at.work.keep_draft(draft)
        sent.append(sending)

    story(tmp_path, act)
    assert on_disk(tmp_path) == sent


def test_what_the_disk_refuses_is_told_and_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise DiskFull(file=WORK_FILE)

    async def act(at: Desk) -> None:
        item = at.work.new(WorkKind.CREATE, ANN)
        await at.work.keep(item)
        with monkeypatch.context() as patch:
            patch.setattr(WorkStore, "put_item", refuse)
            patch.setattr(WorkStore, "delete_item", refuse)
            with pytest.raises(DiskFull):
                await at.work.keep(replace(item, state=WorkState.SENDING))
            with pytest.raises(DiskFull):
                await at.work.forget(item.id)
            assert at.work.items() == (item,)
        assert at.work.trouble is None
        await at.work.keep(again := replace(item, changed_at=item.changed_at + timedelta(seconds=1)))
        assert at.work.items() == (again,)

    story(tmp_path, act)


def test_damage_that_shows_later_ends_the_writing_and_leaves_the_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[..., None]
) -> None:
    expected_log("work.db turned out to be damaged")

    def damaged(*_: object) -> None:
        raise StoreDamaged(file=WORK_FILE)

    async def act(at: Desk) -> None:
        item, other = at.work.new(WorkKind.CREATE, ANN), at.work.new(WorkKind.CREATE, ANN)
        await at.work.keep(item)
        at.told.clear()
        with monkeypatch.context() as patch:
            patch.setattr(WorkStore, "put_item", damaged)
            with pytest.raises(StoreDamaged, match=r"store\.work_damaged"):
                await at.work.keep(other)
        assert at.work.trouble is not None
        assert at.told == [StoreTrouble(at.work.trouble), WritingAllowed()]
        with pytest.raises(StoreDamaged, match=r"store\.work_damaged"):
            await at.work.forget(item.id)
        assert at.work.items() == (item,)
        assert await at.work.last_made() == FormValues()
        at.told.clear()
        assert await at.work.try_again()  # whoever asks to check again finds it mended
        assert at.work.trouble is None
        assert at.told == [WorkChanged(), WritingAllowed()]
        await at.work.keep(other)
        assert not await at.work.try_again()

    story(tmp_path, act)
    assert len(on_disk(tmp_path)) == 2


def test_work_that_cannot_be_read_counts_and_goes_only_when_a_person_throws_it_away(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("an item of work.db cannot be read")

    async def first(at: Desk) -> None:
        await at.work.keep(at.work.new(WorkKind.CREATE, ANN))
        await at.store.run(at.file.do, lambda work: work._connection.run("UPDATE items SET payload = 'x'"))

    async def second(at: Desk) -> None:
        (broken,) = at.work.unreadable
        assert (at.work.items(), at.work.count) == ((), 1)
        await at.work.forget(broken)
        assert at.work.count == 0

    story(tmp_path, first)
    story(tmp_path, second)
    assert on_disk(tmp_path) == []


def test_the_values_of_the_last_contact_are_kept_and_nothing_else_of_it(tmp_path: Path) -> None:
    last = FormValues(name="Ann", state_code=" 86", mobile="138", follower_user_id="0001", label_ids=(3, 3, -(2**62)))

    async def first(at: Desk) -> None:
        assert await at.work.last_made() == FormValues()
        await at.work.set_last_made(last)

    async def second(at: Desk) -> None:
        kept = FormValues(state_code="86", follower_user_id="0001", label_ids=(3, -(2**62)))
        assert await at.work.last_made() == kept
        for spoilt in ("{", "[]", '{"state_code": 1}', '{"label_ids": ["1"]}'):
            await at.store.run(at.file.do, lambda work, text=spoilt: work.set("last_made", text))
            assert await at.work.last_made() == FormValues()

    story(tmp_path, first)
    story(tmp_path, second)


def test_ending_waits_for_a_call_and_what_came_of_it_and_lets_none_begin(tmp_path: Path) -> None:
    async def act(at: Desk) -> None:
        item = at.work.new(WorkKind.CREATE, ANN)
        answered = asyncio.Event()

        async def save() -> None:
            with at.work.under_way():
                await at.work.keep(replace(item, state=WorkState.SENDING))
                await answered.wait()
                await at.work.forget(item.id)

        saving = asyncio.ensure_future(save())
        await until(at.work.items, "the item on the disk")
        closing = asyncio.ensure_future(at.work.close(20))
        await asyncio.sleep(0)
        with pytest.raises(Cancelled), at.work.under_way():
            pytest.fail("a call began while the session was ending")
        assert not closing.done()
        answered.set()
        await closing
        assert saving.done()
        assert at.work.items() == ()

    story(tmp_path, act)


def test_a_call_that_does_not_end_stays_unfinished_work(tmp_path: Path) -> None:
    sent: list[WorkItem] = []

    async def act(at: Desk) -> None:
        item = replace(at.work.new(WorkKind.CREATE, ANN), state=WorkState.SENDING)
        with at.work.under_way():
            await at.work.keep(item)
            await at.work.close(0.01)
        sent.append(item)

    story(tmp_path, act)
    assert on_disk(tmp_path) == sent


def test_nothing_is_written_once_the_file_is_closed(tmp_path: Path) -> None:
    async def act(at: Desk) -> None:
        await at.store.run(at.file.close)
        with pytest.raises(StoreError, match=r"store\.closed"):
            await at.work.keep(at.work.new(WorkKind.CREATE, ANN))

    story(tmp_path, act)
