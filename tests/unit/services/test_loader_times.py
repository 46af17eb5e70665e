"""Fifty colleagues and one allowance: nobody's refresh may depend on the hour, and most may never meet."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from addressbook.services.events import LoadState, PassFinished
from addressbook.services.loader_times import COLLEAGUES, LoaderTimes
from addressbook.services.paging import STRIDE
from tests.helpers.open_book import Server, open_book
from tests.helpers.wait import until

TIMES = LoaderTimes()
ALLOWED = 20  # calls a second for an app key


def calls_in_seconds(starts: list[float], contacts: int) -> Counter[int]:
    """How many calls fall into each second when refreshes begin at `starts` and keep to their own pace."""
    pages = contacts // STRIDE + 2
    return Counter(int(start + page / TIMES.refresh_calls) for start in starts for page in range(pages))


def over(calls: Counter[int]) -> float:
    """The share of calls that would be refused."""
    return sum(max(0, count - ALLOWED) for count in calls.values()) / calls.total()


@pytest.mark.parametrize("contacts", [500, 2_000, 10_000])
def test_fifty_who_start_at_nine_fit_into_one_allowance_nearly_all_the_time(contacts: int) -> None:
    mornings = [[TIMES.start_pause(contacts) for _ in range(COLLEAGUES)] for _ in range(40)]
    shares = [over(calls_in_seconds(starts, contacts)) for starts in mornings]
    in_step = over(calls_in_seconds([TIMES.start_delay] * COLLEAGUES, contacts))
    assert sum(shares) / len(shares) < 0.25 * in_step
    assert sum(shares) / len(shares) < 0.2


def test_the_first_refresh_comes_soon_for_a_small_book_and_within_minutes_for_any() -> None:
    assert max(TIMES.start_pause(100) for _ in range(200)) < 12
    for contacts in (0, 100_000, 1_000_000):
        pauses = [TIMES.start_pause(contacts) for _ in range(200)]
        assert min(pauses) >= 0.8 * TIMES.start_delay
        assert max(pauses) <= 1.2 * TIMES.start_delay + TIMES.start_spread


def test_intervals_drift_apart_and_grow_with_the_book() -> None:
    rounds = [sum(TIMES.pause(2_000) for _ in range(4)) for _ in range(COLLEAGUES)]  # an hour later
    minutes = Counter(int(end // 60) for end in rounds)
    assert max(minutes.values()) < COLLEAGUES / 3
    assert all(0.8 * TIMES.refresh_every <= TIMES.pause(2_000) <= 1.2 * TIMES.refresh_every for _ in range(100))
    assert TIMES.pause(100_000) > 1.5 * TIMES.refresh_every


@pytest.mark.parametrize("contacts", [2_000, 20_000, 100_000, 1_000_000])
def test_the_refreshes_of_all_colleagues_leave_a_third_of_the_allowance_to_people(contacts: int) -> None:
    between = sum(TIMES.pause(contacts) for _ in range(500)) / 500
    assert COLLEAGUES * (contacts / STRIDE) / between < ALLOWED * 2 / 3


def test_another_interval_holds_from_now_on(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path) as opened:  # an hour apart
            passes: list[PassFinished] = []
            opened.book.events.subscribe(PassFinished, passes.append)
            await until(lambda: passes, "the book")
            assert len(passes) == 1
            opened.book.refresh_every(0.05)
            await until(lambda: len(passes) >= 3, "refreshes at the chosen interval")
            opened.book.refresh_every(3600)
            await opened.until(lambda now: now.state is LoadState.IDLE, "the end of the last one")

    with Server(contacts=5) as server:
        asyncio.run(story(server))
