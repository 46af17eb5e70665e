"""What was looked at and looked for last comes back at the next start, and goes when it is to be forgotten."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from addressbook.domain.work import temporary_id
from addressbook.errors import DiskFull
from addressbook.services.events import Events, RecentChanged
from addressbook.services.recent import LONGEST_SEARCH, MOST_CONTACTS, MOST_SEARCHES, RecentService
from addressbook.services.threads import StoreThread
from addressbook.services.work_file import WorkFile
from addressbook.store.files import WORK_FILE
from addressbook.store.work import WorkStore

KEY = bytes(range(32))


@asynccontextmanager
async def opened(folder: Path, told: list[object] | None = None) -> AsyncIterator[RecentService]:
    file, store, events = WorkFile(folder, KEY, ""), StoreThread(), Events()
    if told is not None:
        events.subscribe(RecentChanged, told.append)
    try:
        await store.run(file.open)
        recent = RecentService(file, store, events)
        await recent.read()
        yield recent
        await recent.close(5.0)
    finally:
        await store.run(file.close)
        await store.close()


def run(story: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(story())  # type: ignore[arg-type]


def test_the_last_one_comes_first_and_all_come_back(tmp_path: Path) -> None:
    async def story() -> None:
        told: list[object] = []
        async with opened(tmp_path, told) as recent:
            assert recent.contacts() == recent.searches() == ()
            told.clear()
            for userid in ("a", "b", "c", "a"):
                recent.note_viewed(userid)
            recent.note_search("张三")
            recent.note_search("zs 8899")
            assert recent.contacts() == ("a", "c", "b")
            assert len(told) == 6
            recent.note_viewed("a")  # is the last one already: nothing to tell, nothing to write
            assert len(told) == 6
        async with opened(tmp_path) as recent:
            assert recent.contacts() == ("a", "c", "b")
            assert recent.searches() == ("zs 8899", "张三")

    run(story)


def test_no_more_are_kept_than_a_person_can_oversee(tmp_path: Path) -> None:
    async def story() -> None:
        async with opened(tmp_path) as recent:
            for number in range(MOST_CONTACTS + 7):
                recent.note_viewed(f"u{number}")
                recent.note_search(f"text {number}")
        async with opened(tmp_path) as recent:
            assert len(recent.contacts()) == MOST_CONTACTS
            assert recent.contacts()[0] == f"u{MOST_CONTACTS + 6}"
            assert len(recent.searches()) == MOST_SEARCHES

    run(story)


def test_what_is_forgotten_is_gone_from_the_file_too(tmp_path: Path) -> None:
    async def story() -> None:
        async with opened(tmp_path) as recent:
            recent.note_viewed("a")
            for text in ("one", "two", "three"):
                recent.note_search(text)
        async with opened(tmp_path) as recent:
            recent.forget_contacts()
            recent.forget_search("two")
            recent.forget_search("never there")
            assert recent.searches() == ("three", "one")
        async with opened(tmp_path) as recent:
            assert recent.contacts() == ()
            assert recent.searches() == ("three", "one")
            recent.forget_searches()
        work = WorkStore.open(tmp_path, KEY)
        assert (work.get("recent_contacts"), work.get("recent_searches")) == (None, None)
        work.close()

    run(story)


@pytest.mark.parametrize(("first", "second"), [("Zoe", "zoé"), ("zs  8899", " zs 8899 "), ("ＡＢ", "ab")])
def test_the_same_search_is_kept_once_as_it_was_written_last(tmp_path: Path, first: str, second: str) -> None:
    async def story() -> None:
        async with opened(tmp_path) as recent:
            recent.note_search(first)
            recent.note_search("other")
            recent.note_search(second)
            assert recent.searches() == (" ".join(second.split()), "other")

    run(story)


def test_what_is_no_search_and_who_is_no_contact_yet_is_passed_over(tmp_path: Path) -> None:
    async def story() -> None:
        async with opened(tmp_path) as recent:
            for text in ("", "   ", "\0"):
                recent.note_search(text)
            recent.note_viewed("")
            recent.note_viewed(temporary_id("0" * 32))
            assert recent.contacts() == recent.searches() == ()
            recent.note_search("x" * 5000)
            recent.note_search("\ud800 lone")
            assert recent.searches() == ("\ufffd lone", "x" * LONGEST_SEARCH)
        async with opened(tmp_path) as recent:
            assert recent.searches() == ("\ufffd lone", "x" * LONGEST_SEARCH)

    run(story)


@pytest.mark.parametrize("kept", ["", "{", "[[[", "17", '{"a": 1}', "[1, null, [2]]", "[" * 100_000])
def test_a_broken_list_counts_as_empty(tmp_path: Path, kept: str) -> None:
    work = WorkStore.open(tmp_path, KEY)
    work.set("recent_contacts", kept)
    work.set("recent_searches", '["still there"]')
    work.close()

    async def story() -> None:
        async with opened(tmp_path) as recent:
            assert recent.contacts() == ()
            assert recent.searches() == ("still there",)
            recent.note_viewed("a")
        async with opened(tmp_path) as recent:
            assert recent.contacts() == ("a",)

    run(story)


def test_without_a_usable_file_the_lists_last_as_long_as_the_session(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("work.db cannot be used")
    (tmp_path / WORK_FILE).write_bytes(b"no database" * 1000)

    async def story() -> None:
        async with opened(tmp_path) as recent:
            recent.note_viewed("a")
            recent.note_search("text")
            assert (recent.contacts(), recent.searches()) == (("a",), ("text",))
        assert (tmp_path / WORK_FILE).read_bytes() == b"no database" * 1000

    run(story)


def test_what_a_full_disk_refused_is_kept_with_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    true_set = WorkStore.set

    async def story() -> None:
        refused = asyncio.Event()
        loop = asyncio.get_running_loop()

        def full(work: WorkStore, name: str, value: str | None) -> None:
            loop.call_soon_threadsafe(refused.set)
            raise DiskFull(file=WORK_FILE)

        async with opened(tmp_path) as recent:
            monkeypatch.setattr(WorkStore, "set", full)
            recent.note_viewed("a")
            await refused.wait()
            await recent.written()
            monkeypatch.setattr(WorkStore, "set", true_set)
            recent.note_search("text")
        async with opened(tmp_path) as recent:
            assert (recent.contacts(), recent.searches()) == (("a",), ("text",))

    run(story)
