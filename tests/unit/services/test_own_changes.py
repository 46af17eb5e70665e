"""What the person writes is no news to them, however it was written; and it is what was changed here last."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import values_of
from addressbook.domain.query import ContactQuery, SortKey
from addressbook.domain.work import WorkKind
from addressbook.services.events import LoadState
from addressbook.services.save_results import Deleted, Saved
from tests.helpers.desk import Desk, WritingServer, open_desk, run
from tests.helpers.wait import until


async def refresh(desk: Desk) -> None:
    book = desk.session.book
    before = book.progress.updated_at
    book.refresh()
    await until(lambda: book.progress.state is LoadState.IDLE and book.progress.updated_at != before, "a refresh")
    await until(lambda: book.changes.settled, "what is new")


async def contacts(desk: Desk) -> list[Contact]:
    ids = (await desk.session.book.answer(ContactQuery())).ids
    return [one for one in await desk.session.book.contacts_of(ids) if isinstance(one, Contact)]


def test_own_writing_is_no_news_and_a_colleagues_is(tmp_path: Path) -> None:
    async def story(server: WritingServer) -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            first, second, third, *_ = await contacts(desk)
            await desk.save(desk.new(), Saved)
            await desk.save(desk.edit(first.userid, title="Saved here"), Saved)
            deletion = (await session.deleting.delete([second, third])).can_undo
            assert deletion is not None
            await session.deleting.undo(deletion)
            await refresh(desk)
            assert not session.book.changes.news, "all of it was written here"

            server.state.book.create({"name": "Theirs", "mobile": "13912345699", "state_code": "86", "label_ids": [1]})
            await refresh(desk)
            assert session.book.changes.news.new == 1
            assert not session.book.changes.news.changed

    with WritingServer(hidden_rows=False) as server:
        run(story(server))


def test_a_number_that_was_replaced_is_no_news(tmp_path: Path) -> None:
    async def story(server: WritingServer) -> None:
        async with open_desk(server.url, tmp_path) as desk:
            session = desk.session
            old = (await contacts(desk))[0]
            values = values_of(old)
            item = session.work.new(WorkKind.REPLACE, replace(values, state_code="86", mobile="13987654321"), base=old)
            copied = await session.replacing.make_copy(item)
            assert isinstance(copied, Saved)
            await refresh(desk)
            assert isinstance(await session.replacing.finish(copied.item), Deleted)
            await refresh(desk)
            assert not session.book.changes.news

    with WritingServer(hidden_rows=False) as server:
        run(story(server))


def test_what_was_saved_or_refreshed_last_comes_first_in_the_order_of_changes(tmp_path: Path) -> None:
    async def story(server: WritingServer) -> None:
        async with open_desk(server.url, tmp_path) as desk:
            chosen = (await contacts(desk))[7]
            await desk.save(desk.edit(chosen.userid, title="Saved here"), Saved)
            ids = (await desk.session.book.answer(ContactQuery(sort=SortKey.CHANGED))).ids
            assert ids[0] == desk.session.book.row_of(chosen.userid)

    with WritingServer(hidden_rows=False) as server:
        run(story(server))
