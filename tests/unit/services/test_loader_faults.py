"""Each fault during the first load: told rightly, nothing lost, and the book completes when it has passed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from addressbook.dingtalk.transport import TransportOptions
from addressbook.errors import (
    AddressNotAllowed,
    AnswerError,
    DiskFull,
    NetworkError,
    PermissionMissing,
    RateLimited,
    ServerBusy,
    ServerError,
    StoreBusy,
    StoreError,
)
from addressbook.services.events import ContactsChanged, LoadState, StoreTrouble
from addressbook.store.files import BOOK_FILE
from tests.helpers.open_book import IMPATIENT, PATIENT, QUICK, Server, open_book, server_names
from tests.helpers.wait import until

LIST = ("extcontact/list",)
WAITING, OFFLINE, FAILED = LoadState.WAITING, LoadState.OFFLINE, LoadState.FAILED


@pytest.fixture
def server() -> Iterator[Server]:
    with Server(contacts=420) as running:
        yield running


@pytest.mark.parametrize(
    ("kind", "values", "state", "error"),
    [
        ("hang", {}, OFFLINE, NetworkError),
        ("slow", {"seconds": 30}, OFFLINE, NetworkError),
        ("reset", {}, OFFLINE, NetworkError),
        ("lost", {}, OFFLINE, NetworkError),
        ("cut", {}, WAITING, AnswerError),
        ("html", {}, WAITING, AnswerError),
        ("huge", {"megabytes": 2}, WAITING, AnswerError),
        ("redirect", {}, WAITING, AnswerError),
        ("http", {}, WAITING, ServerBusy),
        ("busy", {}, WAITING, ServerBusy),
        ("qps", {}, WAITING, RateLimited),
        ("permission", {}, FAILED, PermissionMissing),
        ("address", {}, FAILED, AddressNotAllowed),
        ("feature_off", {}, FAILED, ServerError),
        ("error", {"code": 71234}, FAILED, ServerError),
    ],
)
def test_what_was_loaded_stays_and_the_rest_comes_after_the_fault(
    kind: str,
    values: dict[str, Any],
    state: LoadState,
    error: type[Exception],
    server: Server,
    tmp_path: Path,
    expected_log: Callable[..., None],
) -> None:
    if state is FAILED:
        expected_log("the book cannot be read from DingTalk")
    server.faults.add(kind, endpoints=LIST, after=2, **values)
    options = IMPATIENT if kind in ("hang", "slow") else PATIENT

    async def story() -> None:
        async with open_book(server.url, tmp_path, options=options) as opened:
            told = await opened.until(lambda now: now.state is state, state.value)
            assert isinstance(told.error, error)
            assert (told.retry_at is None) == (state is FAILED)
            kept = await opened.names()
            assert len(kept) >= 100
            assert not told.complete
            server.faults.clear()
            if state is FAILED:
                opened.book.refresh()
            progress = await opened.until_whole()
            assert progress.error is None
            assert progress.retry_at is None
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_an_expired_token_goes_unnoticed(server: Server, tmp_path: Path) -> None:
    # twice, but never twice during one call: that would be a sign-in which is refused
    for offset in (0, 200):
        server.faults.add("expired", endpoints=LIST, times=1, match={"offset": offset})

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            assert set(opened.states()) == {LoadState.LOADING, LoadState.IDLE}

    asyncio.run(story())


def test_label_groups_that_may_not_be_read_do_not_keep_the_contacts_away(server: Server, tmp_path: Path) -> None:
    server.faults.add("error", endpoints=("listlabelgroups",), code=41101)

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            assert opened.book.label_groups() == ()
            server.faults.clear()
            await opened.refresh()
            assert opened.book.label_groups()

    asyncio.run(story())


def test_a_failure_stays_told_until_somebody_checks_again(
    server: Server, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("the book cannot be read from DingTalk")
    server.options.without_scopes = frozenset({"qyapi_ext_read"})

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until(lambda now: now.state is FAILED)
            opened.book.want_more()
            opened.book.stop()
            opened.book.resume()
            server.options.without_scopes = frozenset()
            for _ in range(20):
                await asyncio.sleep(0)
            assert opened.book.progress.state is FAILED
            opened.book.refresh()
            await opened.until_whole()

    asyncio.run(story())


def test_a_full_disk_is_told_and_the_loader_goes_on_when_there_is_room(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path, start=False) as opened:
            merge, full = opened.book.writer.merge, [False]

            def merge_or_not(*args: Any, **kwargs: Any) -> Any:
                if full[0]:
                    raise DiskFull(file=BOOK_FILE)
                return merge(*args, **kwargs)

            opened.book.writer.merge = merge_or_not  # type: ignore[method-assign]
            server.before_page = lambda offset: full.__setitem__(0, full[0] or offset > 0)
            opened.book.start()
            told = await opened.until(lambda now: now.state is WAITING)
            assert isinstance(told.error, DiskFull)
            assert any(isinstance(event.error, DiskFull) for event in opened.events(StoreTrouble))  # type: ignore[union-attr]
            assert len(await opened.names()) >= 100, "reading goes on"
            server.before_page = lambda offset: None
            full[0] = False
            await opened.until_whole()
            assert await opened.names() == server_names(server)

    asyncio.run(story())


def test_a_damaged_copy_is_set_aside_and_built_anew(
    server: Server, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("the copy was damaged and is built anew")

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            assert opened.trouble is None
        (tmp_path / BOOK_FILE).write_bytes(b"something else" * 1000)
        async with open_book(server.url, tmp_path) as opened:
            assert opened.trouble is not None
            assert opened.trouble.rebuilt
            await opened.until_whole()
            assert await opened.names() == server_names(server)

    asyncio.run(story())
    assert any(path.name.startswith(f"{BOOK_FILE}.aside") for path in tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["hang", "slow", "latency"])
def test_closing_while_loading_ends_at_once(kind: str, server: Server, tmp_path: Path) -> None:
    """`open_book` checks that closing does not wait for calls; a task left over or an exception fails the test."""
    server.faults.add(kind, endpoints=LIST, after=1, **({"ms": 30_000} if kind == "latency" else {"seconds": 30}))

    async def story() -> None:
        async with open_book(server.url, tmp_path, options=TransportOptions()) as opened:
            await until(lambda: opened.events(ContactsChanged), "the first page")
            await until(lambda: server.faults.active()[0].met > 2, "a call that hangs")
        assert [task for task in asyncio.all_tasks() if task is not asyncio.current_task()] == []

    asyncio.run(story())


def test_a_page_that_was_wanted_after_stop_comes_after_a_fault(server: Server, tmp_path: Path) -> None:
    server.faults.add("hold", endpoints=LIST, after=1)

    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await until(lambda: opened.events(ContactsChanged), "the first page")
            opened.book.stop()
            await opened.until(lambda now: now.state is LoadState.STOPPED)
            server.faults.clear()
            server.faults.add("html", endpoints=LIST)  # again and again: one may meet a call from before the stop
            opened.book.want_more()
            await opened.until(lambda now: now.state is WAITING)
            server.faults.clear()
            await opened.until(lambda now: now.loaded == 199 and now.state is LoadState.STOPPED)
            assert len(await opened.names()) == 199

    asyncio.run(story())


def test_waiting_grows_but_a_person_can_try_at_once(server: Server, tmp_path: Path) -> None:
    server.faults.add("html", endpoints=LIST)

    async def story() -> None:
        slow = replace(QUICK, first_retry=3600, longest_retry=3600)
        async with open_book(server.url, tmp_path, times=slow) as opened:
            await opened.until(lambda now: now.state is WAITING)
            server.faults.clear()
            opened.book.refresh()
            await opened.until_whole()

    asyncio.run(story())


@pytest.mark.parametrize("error", [StoreError("store.io", file=BOOK_FILE), StoreBusy(file=BOOK_FILE)])
def test_trouble_at_the_very_start_is_told_once_and_waits(
    error: StoreError, server: Server, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("the book cannot be read", optional=True)

    async def story() -> None:
        times = replace(QUICK, first_retry=3600, longest_retry=3600)
        async with open_book(server.url, tmp_path, times=times, start=False) as opened:
            asked, pass_state = [0], opened.book.writer.pass_state

            def broken() -> Any:
                asked[0] += 1
                raise error

            opened.book.writer.pass_state = broken  # type: ignore[method-assign]
            opened.book.start()
            await opened.until(lambda now: now.error is error)
            for _ in range(50):
                await asyncio.sleep(0)
            assert asked == [1]
            opened.book.writer.pass_state = pass_state  # type: ignore[method-assign]
            opened.book.refresh()
            await opened.until_whole()

    asyncio.run(story())


@pytest.mark.parametrize("complete", [False, True])
def test_stopped_while_it_waits_for_the_network_it_tries_at_once_when_told_to_go_on(
    complete: bool, server: Server, tmp_path: Path
) -> None:
    slow = replace(QUICK, first_retry=3600, longest_retry=3600)

    async def story() -> None:
        if not complete:
            server.faults.add("reset", endpoints=LIST, after=1)
        async with open_book(server.url, tmp_path, times=slow) as opened:
            if complete:
                await opened.until_whole()
                server.faults.add("reset", endpoints=LIST)
                opened.book.refresh()
            await opened.until(lambda now: now.state is OFFLINE)
            opened.book.stop()
            await opened.until(lambda now: now.state is LoadState.STOPPED)
            server.faults.clear()
            opened.book.resume()
            assert (await opened.until_whole()).error is None

    asyncio.run(story())


@pytest.mark.parametrize("complete", [False, True])
def test_it_stays_offline_while_it_tries_again_until_something_is_read(
    complete: bool, server: Server, tmp_path: Path
) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path, start=False) as opened:
            if complete:
                opened.book.start()
                await opened.until_whole()
            server.faults.add("reset")
            opened.book.refresh() if complete else opened.book.start()
            await opened.until(lambda now: now.state is OFFLINE)
            before = len(opened.states())
            await until(lambda: len(opened.states()) > before + 3, "several attempts")
            assert set(opened.states()[before:]) == {OFFLINE}
            assert opened.book.progress.is_cut_off
            before = len(opened.states())
            server.faults.clear()
            assert (await opened.until_whole()).error is None
            under_way = LoadState.REFRESHING if complete else LoadState.LOADING
            assert under_way in opened.states()[before:]

    asyncio.run(story())


def test_trouble_when_reading_rows_is_told_once_and_answers_nothing(server: Server, tmp_path: Path) -> None:
    async def story() -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()

            def broken(*_: Any) -> Any:
                raise StoreError("store.failed", file=BOOK_FILE)

            opened.book.reader.rows = broken  # type: ignore[method-assign]
            assert opened.book.rows([1, 2]) == {}
            assert opened.book.rows([3]) == {}
            await asyncio.sleep(0)
            assert len(opened.events(StoreTrouble)) == 1

    asyncio.run(story())
