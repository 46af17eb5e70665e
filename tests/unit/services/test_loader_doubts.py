"""Lists that cannot be believed, and contacts that cannot be read: bounded, told, and nothing is taken off unasked."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from addressbook.errors import AnswerError
from addressbook.services import loader_pass
from addressbook.services.events import ContactsChanged, LoadState
from addressbook.services.loader_pass import SAMPLE, TRIES
from tests.helpers.open_book import QUICK, OpenBook, Server, open_book, server_names

PATIENT = replace(QUICK, repeat_delay=3600)
ONCE = replace(QUICK, repeat_delay=3600, first_retry=3600, longest_retry=3600)


def count_gets(opened: OpenBook) -> list[str]:
    """The contacts that are asked for by themselves from now on."""
    asked: list[str] = []
    get = opened.client.get_contact

    def get_contact(userid: str, **options: Any) -> Any:
        asked.append(userid)
        return get(userid, **options)

    opened.client.get_contact = get_contact  # type: ignore[method-assign]
    return asked


@pytest.mark.parametrize(("contacts", "shown"), [(300, 0), (40, 0), (300, 150)])
def test_a_list_that_leaves_out_what_is_there_is_given_up_and_read_again_later(
    contacts: int, shown: int, tmp_path: Path
) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path, times=ONCE) as opened:
            await opened.until_whole()
            asked = count_gets(opened)
            server.instead = lambda offset, size: server.page(offset, size) if offset < shown else []
            opened.told.clear()
            opened.book.refresh()
            progress = await opened.until(lambda now: now.state is LoadState.WAITING, "doubt")
            assert isinstance(progress.error, AnswerError)
            assert progress.retry_at is not None
            assert len(asked) <= SAMPLE
            assert await opened.names() == server_names(server)
            assert not opened.events(ContactsChanged)
            server.instead = None
            server.offsets.clear()
            await opened.refresh()
            assert server.offsets[0] == 0, "read from its start"
            assert opened.book.progress.error is None

    with Server(contacts=contacts) as server:
        asyncio.run(story(server))


def test_an_emptied_book_is_emptied_here_too_so_many_in_each_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loader_pass, "MOST_LOOKED_FOR", 120)

    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path, times=PATIENT) as opened:
            await opened.until_whole()
            for index in range(300):
                server.state.book.remove(server.state.book.number_at(index))
            asked = count_gets(opened)
            for left in (180, 60, 0):
                asked.clear()
                await opened.refresh()
                assert len(await opened.names()) == left
                assert len(asked) <= 120 + SAMPLE

    with Server(contacts=300) as server:
        asyncio.run(story(server))


def test_a_contact_about_which_only_garbage_comes_stays_and_the_pass_ends(tmp_path: Path) -> None:
    async def story(server: Server) -> None:
        async with open_book(server.url, tmp_path, times=PATIENT) as opened:
            await opened.until_whole()
            userid = str(server.state.book.rows()[9]["userid"])
            server.instead = lambda offset, size: [one for one in server.page(offset, size) if one["userid"] != userid]
            server.faults.add("html", endpoints=("extcontact/get",))
            asked = count_gets(opened)
            await opened.refresh()
            assert asked == [userid] * TRIES
            assert await opened.names() == server_names(server)

    with Server(contacts=250) as server:
        asyncio.run(story(server))
