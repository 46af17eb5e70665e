"""One contact in a hundred changes, comes or goes during the pass: nothing is doubled or wrongly removed, and one pass
over a list that has come to rest makes the copy equal to the server."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from addressbook.domain.contact import Contact
from addressbook.domain.news import News
from addressbook.services.events import PassFinished
from addressbook.services.paging import STRIDE
from tests.helpers.open_book import QUICK, OpenBook, Server, open_book
from tests.helpers.wait import until

SEEDS, SEEDS_NOW = 50, 4
ONE_BY_ONE = replace(QUICK, repeat_delay=3600)  # no pass follows by itself, so that they can be counted

Copy = dict[str, tuple[str, str, str]]


class Churn:
    """Colleagues at work while pages are read. Each change comes before a page that is drawn by lot."""

    def __init__(self, server: Server, chance: random.Random) -> None:
        self._server, self._book, self._chance = server, server.state.book, chance
        self._due: list[int] = []
        self.asked = 0
        self.touched: set[str] = set()

    def begin(self) -> None:
        """Spread changes of one contact in a hundred over the pass that begins now."""
        count = len(self._book)
        pages = count // STRIDE + 2
        self.asked = 0
        self.touched = set()
        self._due = [self._chance.randrange(pages) for _ in range(max(1, count // 100))]
        self._server.before_page = self._before_page

    def end(self) -> None:
        """The colleagues go home."""
        self._server.before_page = lambda offset: None

    def _before_page(self, offset: int) -> None:
        with self._book.lock:
            now, self.asked = self.asked, self.asked + 1
            for _ in range(self._due.count(now)):
                self._change()

    def _change(self) -> None:
        rows = self._book.rows()
        row = dict(self._chance.choice(rows))
        number = self._book.find(str(row["userid"]))
        assert number is not None
        match self._chance.choice(("add", "change", "remove")):
            case "remove":
                self._book.remove(number)
            case "change":
                self._book.put(number, {**row, "title": f"changed {self._chance.random()}"})
            case _:
                fields = {key: value for key, value in row.items() if key != "userid"}
                mobile = str(13_000_000_000 + self._chance.randrange(10**9))
                self._book.create({**fields, "mobile": mobile, "name": "new"})
                return
        self.touched.add(str(row["userid"]))


def on_server(server: Server) -> Copy:
    return {
        str(row["userid"]): (str(row.get("name", "")), str(row.get("title", "")), str(row.get("company_name", "")))
        for row in server.state.book.rows()
    }


async def in_copy(opened: OpenBook) -> Copy:
    contacts = [contact for contact in await opened.contacts() if isinstance(contact, Contact)]
    copy = {one.userid: (one.name, one.title, one.company_name) for one in contacts}
    assert len(copy) == len(contacts), "a contact stands there twice"
    return copy


def watch_removals(opened: OpenBook, server: Server) -> list[str]:
    """Who is taken off the copy while the server still has them; nobody yet."""
    remove = opened.book.writer.remove
    wrongly: list[str] = []

    def watched(userids: Iterable[str]) -> Any:
        gone = tuple(userids)
        wrongly.extend(on_server(server).keys() & set(gone))
        return remove(gone)

    opened.book.writer.remove = watched  # type: ignore[method-assign]
    return wrongly


async def one_pass(opened: OpenBook, passes: list[PassFinished], begin: bool = True) -> None:
    before = len(passes)
    if begin:
        opened.book.refresh()
    await until(lambda: len(passes) > before, "the end of a pass")
    await opened.until_whole()


async def story(server: Server, seed: int, folder: Path) -> None:
    churn = Churn(server, random.Random(seed))
    async with open_book(server.url, folder, times=ONE_BY_ONE, start=False) as opened:
        passes: list[PassFinished] = []
        opened.book.events.subscribe(PassFinished, passes.append)
        wrongly = watch_removals(opened, server)

        churn.begin()  # while the book is filled
        opened.book.start()
        await one_pass(opened, passes, begin=False)
        await in_copy(opened)
        churn.end()
        await one_pass(opened, passes)
        before = await in_copy(opened)
        assert before == on_server(server)
        await until(lambda: opened.book.changes.settled, "the news")
        await opened.book.changes.see(opened.book.changes.news)

        for _ in range(2):  # while a whole book is refreshed
            stands = on_server(server).keys()
            churn.begin()
            await one_pass(opened, passes)
            copy = await in_copy(opened)
            lost = stands - churn.touched - copy.keys()
            assert not lost, "whoever was there before, during and after the pass is in the copy"
        churn.end()
        await one_pass(opened, passes)
        now = await in_copy(opened)
        assert now == on_server(server)
        assert not wrongly
        await until(lambda: opened.book.changes.settled, "the news")
        news = opened.book.changes.news
        changed = sum(before[userid] != now[userid] for userid in before.keys() & now.keys())
        expected = News(
            len(now.keys() - before.keys()), changed, len(before.keys() - now.keys()), news.since, news.upto
        )
        assert news == expected, "exactly the difference is told"


async def interrupted_story(server: Server, seed: int, folder: Path) -> None:
    chance = random.Random(seed)
    churn = Churn(server, chance)
    async with open_book(server.url, folder, times=ONE_BY_ONE) as opened:
        await opened.until_whole()
    stands, quits = on_server(server).keys(), chance.randrange(1, len(server.state.book) // STRIDE + 2)
    churn.begin()
    wrong: list[str] = []
    async with open_book(server.url, folder, times=ONE_BY_ONE) as opened:  # and closed again in mid-pass
        wrong += watch_removals(opened, server)
        await until(lambda: churn.asked >= quits or opened.book.progress.updated_at is None, "some pages")
    async with open_book(server.url, folder, times=ONE_BY_ONE) as opened:
        wrongly, passes = watch_removals(opened, server), list[PassFinished]()
        opened.book.events.subscribe(PassFinished, passes.append)
        await until(lambda: passes, "the rest of the pass")
        churn.end()
        copy = await in_copy(opened)
        assert not stands - churn.touched - copy.keys()
        await one_pass(opened, passes)
        assert await in_copy(opened) == on_server(server)
        assert not wrong
        assert not wrongly


def seeds(now: int) -> list[Any]:
    """All of them, most of them in the long run only."""
    return [pytest.param(seed, marks=() if seed < now else pytest.mark.long) for seed in range(SEEDS)]


def changing(seed: int) -> Server:
    order = ("oldest", "newest", "shuffled")[seed % 3]
    contacts = 400 if seed < SEEDS_NOW else 1_300
    return Server(contacts=contacts, order=order, seed=seed + 1, hidden_rows=seed % 2 == 0)


@pytest.mark.parametrize("seed", seeds(SEEDS_NOW))
def test_a_list_that_changes_while_it_is_read(seed: int, tmp_path: Path) -> None:
    with changing(seed) as server:
        asyncio.run(story(server, seed, tmp_path))


@pytest.mark.parametrize("seed", seeds(2))
def test_a_refresh_that_is_interrupted_while_the_list_changes(seed: int, tmp_path: Path) -> None:
    with changing(seed) as server:
        asyncio.run(interrupted_story(server, seed, tmp_path))
