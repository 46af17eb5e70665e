"""Opening a book: what goes wrong on the disk keeps nobody from reading, and what is given up leaves nothing behind."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from addressbook.domain.query import ContactQuery
from addressbook.errors import DiskFull
from addressbook.services import session as session_module
from addressbook.services.events import LoadState, StoreTrouble
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample.staff import SAMPLE_MOBILE
from addressbook.simulator.server import SimulatorServer
from addressbook.store.book import BookReader, BookWriter
from addressbook.store.files import WORK_FILE
from addressbook.store.work import WorkStore
from tests.helpers.house import CONTACTS, House, run
from tests.helpers.wait import until


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with SimulatorServer(SimulatorOptions(contacts=CONTACTS)) as server:
        made = House(tmp_path / "house", server.url)
        yield made
        made.settings.flush()


@pytest.mark.parametrize("step", ["open", "set"])
def test_no_room_for_the_work_file_does_not_keep_anyone_from_reading(
    step: str, house: House, expected_log: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected_log("work.db cannot be used")

    def full(*_: object) -> Any:
        raise DiskFull(file=WORK_FILE)

    monkeypatch.setattr(WorkStore, step, full)

    async def story() -> None:
        session = await house.sessions.connect(house.form(mobile=SAMPLE_MOBILE))
        assert isinstance(session.work_trouble, DiskFull)
        assert session.trouble == StoreTrouble(session.work_trouble)
        book = session.book
        await until(lambda: book.progress.complete and book.progress.state is LoadState.IDLE, "the book")
        assert len((await session.book.answer(ContactQuery())).ids) == CONTACTS
        await until(lambda: session.me, "me")
        await house.sessions.close(session)

    run(story())


@pytest.mark.parametrize("moment", ["the book", "the work file"])
def test_opening_that_is_given_up_leaves_no_thread_no_file_and_no_folder(
    moment: str, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    owner = BookWriter if moment == "the book" else WorkStore
    real = owner.open

    def slow(*args: Any, **kwargs: Any) -> Any:
        begun.set()
        go_on.wait(10)
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, "open", slow)

    async def story() -> None:
        before = threads_and_files(house)
        opening = asyncio.create_task(house.sessions.connect_for_this_run(house.form()))
        await until(begun.is_set, "the opening")
        opening.cancel()
        await asyncio.sleep(0)
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await opening
        await until(lambda: threads_and_files(house) <= before, f"the end of {threads_and_files(house) - before}")
        assert not list(house.paths.temp_root.iterdir())

    run(story())


def test_opening_that_is_given_up_once_loading_has_begun_leaves_nothing_either(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(session_module, "FIRST_CALL", 60.0)

    async def story() -> None:
        before = threads_and_files(house)
        opening = asyncio.create_task(house.sessions.connect_for_this_run(house.form()))
        await until(lambda: any(task.get_name() == "loader" for task in asyncio.all_tasks()), "the loader")
        opening.cancel()
        with pytest.raises(asyncio.CancelledError):
            await opening
        assert not any(task.get_name() == "loader" for task in asyncio.all_tasks())
        await until(lambda: threads_and_files(house) <= before, f"the end of {threads_and_files(house) - before}")
        assert not list(house.paths.temp_root.iterdir())

    run(story())


@pytest.mark.parametrize("method", ["label_groups", "watch", "open"])
def test_opening_that_fails_leaves_no_thread_no_file_and_no_folder(
    method: str, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = getattr(BookReader, method), [0]

    def fail(*args: Any, **kwargs: Any) -> Any:
        calls[0] += 1
        if calls[0] == 2 or method == "label_groups":
            raise MemoryError
        return real(*args, **kwargs)

    monkeypatch.setattr(BookReader, method, fail)

    async def story() -> None:
        before = threads_and_files(house)
        with pytest.raises(MemoryError):
            await house.sessions.connect_for_this_run(house.form())
        await until(lambda: threads_and_files(house) <= before, f"the end of {threads_and_files(house) - before}")
        assert not list(house.paths.temp_root.iterdir())

    run(story())


def threads_and_files(house: House) -> set[str]:
    """The program's own threads, and the files below its folder that are open (where the system tells)."""
    found = {thread.name for thread in threading.enumerate() if thread.name.startswith(("store", "query", "request"))}
    for handle in Path("/proc/self/fd").glob("*"):
        with suppress(OSError):
            name = str(handle.readlink())
            if str(house.paths.data_dir) in name:
                found.add(name)
    return found


def test_a_question_that_fails_when_nobody_waits_for_it_any_more_is_nobody_s_error(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Closing ends the question under way; the window's task may have been cancelled before its first step."""
    told: list[object] = []

    async def story() -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, context: told.append(context))
        session = await house.sessions.connect(house.form(mobile=SAMPLE_MOBILE))
        failed = threading.Event()

        def fail(*_: object) -> Any:
            failed.set()
            raise DiskFull(file="book.db")

        with monkeypatch.context() as patched:
            patched.setattr(BookReader, "answer", fail)
            asking = asyncio.create_task(session.book.answer(ContactQuery()))
            asking.cancel()
            await until(lambda: failed.is_set() and asking.done(), "the failure")
        await house.sessions.close(session)

    run(story())
    gc.collect()
    assert told == []
