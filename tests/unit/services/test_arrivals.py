"""Pages that come at about the same time are stored together, and nobody waits for it longer than is said."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from addressbook.dingtalk.client import ContactPage
from addressbook.services.arrivals import MOST_TOGETHER, Arrival, Arrivals, understand
from addressbook.store.book import BookWriter, make
from tests.helpers.open_book import QUICK, Server, open_book, server_names

EVERY = 1.0  # seconds for which pages wait for others
LONG = 60.0  # seconds: a test that waited for so long would fail


def arrival(number: int, rows: int = 1) -> Arrival:
    one = understand(ContactPage(number * 99, 100, [{"userid": f"{number}"}] * rows), new=False)
    one.index = number
    return one


def test_what_is_new_is_made_beforehand_and_an_unreadable_row_is_none_of_it() -> None:
    rows: list[object] = [{"userid": "a", "name": "张三"}, {"userid": "b", "name": []}, "no contact"]
    page = ContactPage(0, 100, rows)
    assert understand(page, new=False).made == {}
    arrival = understand(page, new=True)
    (contact,) = arrival.decoded.contacts
    assert arrival.made == {"a": make(contact)}
    assert (arrival.seen.rows, arrival.seen.first_id, arrival.ids) == (3, "a", {"a"})


def test_pages_wait_for_each_other_until_there_are_enough_or_none_will_follow() -> None:
    async def story() -> None:
        began = time.monotonic()
        for last in (arrival(MOST_TOGETHER - 1), arrival(1, rows=0)):
            arrivals = Arrivals(LONG)
            arrivals.settle(arrivals.take())  # something was stored just now
            for number in range(last.index or 0):
                arrivals.add(arrival(number))
            waiting = asyncio.create_task(arrivals.more())
            await asyncio.sleep(0)
            assert not waiting.done()
            arrivals.add(last)
            await waiting
            assert last in arrivals.take()
        hurried = Arrivals(LONG)
        hurried.take()
        waiting = asyncio.create_task(hurried.more())
        hurried.hurry()
        await waiting
        assert time.monotonic() - began < LONG / 2

    asyncio.run(story())


def test_what_waits_beyond_those_that_are_stored_now_is_stored_next() -> None:
    async def story() -> None:
        for left in ([arrival(number) for number in range(MOST_TOGETHER)], [arrival(0, rows=0)]):
            arrivals = Arrivals(LONG)
            for one in (*(arrival(number) for number in range(MOST_TOGETHER)), *left):
                arrivals.add(one)
            arrivals.settle(arrivals.take())
            async with asyncio.timeout(LONG / 2):
                await arrivals.more()
            assert arrivals.take() == left

    asyncio.run(story())


def test_what_came_long_after_the_last_is_stored_at_once() -> None:
    async def story() -> None:
        arrivals = Arrivals(0.01)
        arrivals.take()
        await asyncio.sleep(0.02)
        arrivals.add(arrival(0))
        async with asyncio.timeout(LONG / 2):
            await arrivals.more()

    asyncio.run(story())


def test_what_could_not_be_stored_waits_on_in_its_order() -> None:
    async def story() -> None:
        arrivals, pages = Arrivals(LONG), [arrival(number) for number in range(MOST_TOGETHER + 2)]
        for one in pages:
            arrivals.add(one)
        assert arrivals.take() == arrivals.take() == pages[:MOST_TOGETHER]
        arrivals.drop(pages[3])
        taken = arrivals.take()
        assert taken == [*pages[:3], *pages[4 : MOST_TOGETHER + 1]]
        arrivals.settle(taken)
        assert arrivals.take() == pages[MOST_TOGETHER + 1 :]
        assert [one.stored for one in pages].count(True) == MOST_TOGETHER

    asyncio.run(story())


def test_a_first_load_stores_several_pages_at_a_time_and_loses_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    real = BookWriter.merge

    def merge(self: BookWriter, number: int, contacts: list[Any], *args: Any, **values: Any) -> Any:
        sizes.append(len(contacts))
        return real(self, number, contacts, *args, **values)

    monkeypatch.setattr(BookWriter, "merge", merge)

    async def story() -> None:
        async with open_book(server.url, tmp_path, times=replace(QUICK, store_every=EVERY)) as opened:
            await opened.until_whole()
            assert await opened.names() == server_names(server)

    began = time.monotonic()
    with Server(contacts=2000) as server:
        asyncio.run(story())
    most = 8 + (time.monotonic() - began) / EVERY
    assert sizes[0] == 100, "the first page is shown before the second is asked for"
    assert len(sizes) <= most, sizes
    assert max(sizes) <= 100 * MOST_TOGETHER
