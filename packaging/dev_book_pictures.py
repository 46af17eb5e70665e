"""Pictures of a book as it comes and changes, for dev_screenshots.py: what others have changed, who was looked at last,
an empty book, a small one, one that is being read, and one that cannot be read."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from addressbook.domain.query import ContactQuery, Scope, SortKey
from addressbook.services.events import LoadState
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample.staff import SAMPLE_MOBILE
from addressbook.simulator.server import SimulatorServer
from addressbook.ui.actions import Act
from addressbook.ui.program import Program

Save = Callable[..., Awaitable[None]]
Until = Callable[[Callable[[], object]], Awaitable[None]]
SMALL_WINDOW = QSize(800, 600)
SAMPLE, FEW = 2000, 20
LIST = ["extcontact/list"]
NEW, CHANGED, REMOVED = 12, 3, 5
STANDING = (LoadState.WAITING, LoadState.OFFLINE, LoadState.FAILED)
BEGINNINGS: dict[str, tuple[int, str, dict[str, Any]]] = {
    "book-empty": (0, "", {}),
    "book-few": (FEW, "", {}),
    "book-loading": (SAMPLE, "hold", {"after": 6}),
    "book-refused": (SAMPLE, "permission", {}),
}
"""Scene → contacts, and what goes wrong with its list."""


class PictureOrganisation:
    """A sample book of any size, as Sessions wants it; `server` is its stand-in for DingTalk."""

    def __init__(self, language: str, contacts: int = SAMPLE) -> None:
        options = SimulatorOptions(contacts=contacts, language="zh" if language == "zh_CN" else "en")
        self.server = SimulatorServer(options)
        self.app_key, self.app_secret, self.mobile = options.app_key, options.app_secret, SAMPLE_MOBILE
        self.url = self.server.start()

    def stop(self) -> None:
        """End the server and its threads."""
        self.server.stop()


class Organisations:
    """Starts sample books; `contacts` and `fault` are those of the next one."""

    def __init__(self, language: str) -> None:
        self._language = language
        self.contacts, self.fault = SAMPLE, ("", {})
        self.opened: list[PictureOrganisation] = []

    def start(self) -> PictureOrganisation:
        """One more."""
        made = PictureOrganisation(self._language, self.contacts)
        kind, values = self.fault
        if kind:
            made.server.faults.add(kind, endpoints=LIST, **values)
        self.opened.append(made)
        return made


class BookPictures:
    """Takes them over the open sample book of `program`, and leaves it with other contacts than before."""

    def __init__(self, program: Program, server: SimulatorServer, save: Save, until: Until) -> None:
        self._page: Any = program.window.book_page
        self._window, self._session = program.window, program.session
        self._actions = program.window.actions_by_id
        self._server, self._save, self._until = server, save, until

    async def take(self) -> None:
        """All of them."""
        await self._recent()
        await self._news()

    async def _recent(self) -> None:
        session, page = self._session, self._page
        for line in range(40, 160, 20):
            session.recent.note_viewed(session.book.contact(page.table.id_at(line)).userid)
        for text in ("hangzhou 8899", "王", "zs 8", "Lanhai Trading"):
            session.recent.note_search(text)
        await self._ask(scope=Scope.RECENT, sort=SortKey.VIEWED)
        await self._save("recently-viewed")
        await self._ask()
        page.search.setFocus()
        page.search.offer_recent()
        await self._save("recent-searches")
        page.search.recent.hide()
        page.view.setFocus()

    async def _news(self) -> None:
        server, page = self._server, self._page
        server.edit("add", count=NEW)
        for index in range(CHANGED):
            server.edit("change", index=index)
        for index in range(REMOVED):
            server.edit("remove", index=100 + index)
        self._session.book.refresh()
        await self._until(lambda: self._session.book.changes.news.removed == REMOVED)
        await self._ask()
        await self._save("changes-told")
        page.telling.open()
        await self._until(lambda: page.news.isVisible() and page.queries.settled)
        await self._save("changes")
        before = self._window.size()
        self._window.resize(SMALL_WINDOW)
        await self._save("changes-small")
        self._window.resize(before)
        page.telling.list_removed()
        await self._until(lambda: self._dialog() is not None)
        dialog: Any = self._dialog()
        await self._save("changes-removed", dialog)
        dialog.reject()
        page.telling.see()
        await self._until(lambda: not page.news.isVisible())
        await self._until(lambda: page.queries.settled)
        before = page.status.text
        self._actions[Act.REFRESH].trigger()
        await self._until(lambda: page.status.text != before)
        await self._save("nothing-changed", moving=True)  # which is told for some seconds

    async def _ask(self, **changes: Any) -> None:
        self._page.asking.ask(ContactQuery(**changes))
        await self._until(lambda: self._page.queries.settled)

    @staticmethod
    def _dialog() -> QWidget | None:
        shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())
        return next(shown, None)


async def take_beginnings(program: Program, organisations: Organisations, save: Save, until: Until) -> None:
    """Books of several sizes as they are opened for the first time; the last one stays open."""
    for scene, (contacts, fault, values) in BEGINNINGS.items():
        organisations.contacts, organisations.fault, before = contacts, (fault, values), program.session
        program.begin(demo=True)
        await until(lambda before=before: program.session not in (None, before))
        book, page = program.session.book, program.window.book_page
        await until(lambda book=book: book.progress.complete or book.progress.state in STANDING or book.progress.loaded)
        await until(lambda page=page: page.queries.settled)
        if fault == "hold":
            await until(lambda page=page: page.table.size)
            await asyncio.sleep(1)  # the pages before the one that is held
            await until(lambda page=page: page.queries.settled)
        await save(scene, moving=fault == "hold")
        organisations.opened[-1].server.faults.clear()
