"""What colleagues did is told after a refresh, marked in the rows, and forgotten once it was looked at."""

from __future__ import annotations

import asyncio
from pathlib import Path

from addressbook.domain.news import News, NewsKind
from addressbook.domain.query import ContactQuery, Scope
from addressbook.services.events import NewsChanged
from tests.helpers.open_book import OpenBook, Server, open_book
from tests.helpers.wait import until


def edit(server: Server) -> None:
    """A colleague changes the first contact, removes the second and adds one."""
    book = server.state.book
    first, second = book.number_at(0), book.number_at(1)
    book.put(first, {**book.rows()[0], "title": "Changed by a colleague"})
    book.remove(second)
    book.create({"name": "Somebody new", "mobile": "13912345678", "state_code": "86", "label_ids": [1]})


def told(opened: OpenBook) -> list[News]:
    news: list[News] = []
    opened.book.events.subscribe(NewsChanged, lambda event: news.append(event.news))
    return news


def test_after_a_refresh_the_changes_are_told_marked_and_listed(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path) as opened:
            news = told(opened)
            await opened.until_whole()
            gone = str(server.state.book.rows()[1]["userid"])
            edit(server)
            await opened.refresh()
            await until(lambda: news and sum((news[-1].new, news[-1].changed, news[-1].removed)) == 3, "the news")
            assert (news[-1].new, news[-1].changed, news[-1].removed) == (1, 1, 1)
            assert news[-1] == opened.book.changes.news
            rows = opened.book.rows((await opened.book.answer(ContactQuery(scope=Scope.CHANGES))).ids)
            assert sorted(row.news.kind for row in rows.values() if row.news) == [NewsKind.NEW, NewsKind.CHANGED]
            others = opened.book.rows((await opened.book.answer(ContactQuery())).ids)
            assert sum(row.news is not None for row in others.values()) == 2
            assert [one.userid for one in await opened.book.changes.removed(5)] == [gone]

    with Server(contacts=130) as server:
        asyncio.run(story(server))


def test_what_was_not_looked_at_is_told_after_a_restart_and_then_no_more(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            assert not opened.book.changes.news, "what fills the book is no news"
            edit(server)
            await opened.refresh()
        async with open_book(server.url, tmp_path) as opened:
            news = told(opened)
            await until(lambda: news, "what an earlier run has left to tell")
            assert news[0].new == news[0].changed == news[0].removed == 1
            await opened.book.changes.see(news[0])
            await until(lambda: not opened.book.changes.news, "nothing more to tell")
            assert opened.book.changes.news.since is not None
            rows = opened.book.rows((await opened.book.answer(ContactQuery())).ids)
            assert not any(row.news for row in rows.values())
            assert not (await opened.book.answer(ContactQuery(scope=Scope.CHANGES))).ids
        async with open_book(server.url, tmp_path) as opened:
            news = told(opened)
            await opened.until_whole()
            assert not any(news)

    with Server(contacts=130) as server:
        asyncio.run(story(server))


def test_what_comes_while_somebody_looks_is_told_next_time(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path) as opened:
            await opened.until_whole()
            edit(server)
            await opened.refresh()
            await until(lambda: opened.book.changes.news.new == 1, "the first news")
            looked_at = opened.book.changes.news
            server.state.book.create({"name": "Later", "mobile": "13912345679", "state_code": "86", "label_ids": [1]})
            await opened.refresh()
            await until(lambda: opened.book.changes.news.new == 2, "more news")
            await opened.book.changes.see(looked_at)
            await until(lambda: opened.book.changes.news.removed == 0, "what was looked at gone")
            assert (opened.book.changes.news.new, opened.book.changes.news.changed) == (1, 0)

    with Server(contacts=130) as server:
        asyncio.run(story(server))
