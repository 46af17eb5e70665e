"""What others have changed, on the page of a book: in the line below, in the sidebar, and over its own list."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from addressbook.domain.news import News, RemovedContact
from addressbook.domain.query import Scope
from addressbook.errors import StoreError
from addressbook.services.events import ContactsChanged, NewsChanged, PassFinished, StoreTrouble
from addressbook.ui.news_line import NAMED, words
from addressbook.ui.open_session import OpenSession
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.plain import announce

if TYPE_CHECKING:
    from addressbook.ui.book_page import BookPage

MOST_LISTED = 2_000  # names in the dialog
PATIENCE = 60.0  # seconds after which nobody waits for the end of a refresh any more


class BookNews(QObject):
    """Hears what becomes of the book until `close`."""

    def __init__(self, page: BookPage, session: OpenSession) -> None:
        super().__init__(page)
        self._page, self._session = page, session
        self._changes = session.book.changes
        self._tasks = Tasks(self, self._on_failed)
        self._removed: list[RemovedContact] = []
        self._listing = False  # a second press while the names are read opens no second list
        self._shown = News()
        self._asked: float | None = None  # when a refresh was asked for that has met no change yet
        events = session.events
        self._subscriptions = (
            events.subscribe(NewsChanged, self._on_changed),
            events.subscribe(ContactsChanged, lambda _: self._forget_asked()),
            events.subscribe(PassFinished, self._on_pass_finished),
        )
        page.status.news_requested.connect(self.open)
        page.news.seen.connect(self.see)
        page.news.removed_asked.connect(self.list_removed)
        page.asking.shown.connect(self._show)
        self._take(self._changes.news)

    def close(self) -> None:
        """Hear and tell nothing any more."""
        for unsubscribe in self._subscriptions:
            unsubscribe()
        self._tasks.cancel()

    def refresh(self) -> None:
        """Look for changes because a person wants it: then it is said as well that there are none."""
        book = self._session.book
        self._asked = time.monotonic() if book.progress.complete else None
        book.refresh()

    def open(self) -> None:
        """List who is new or changed, whatever was filtered before."""
        now = self._page.queries.query
        if now.scope is not Scope.CHANGES or now.is_filtered:
            kept = replace(
                now, scope=Scope.CHANGES, labels=frozenset(), excluded=frozenset(), owners=frozenset(), text=""
            )
            self._page.asking.ask(kept)
        self._page.view.setFocus()

    def see(self) -> None:
        """The person has looked at what is told now."""
        self._tasks.start(self._see(self._shown))

    def list_removed(self) -> None:
        """Show who is gone."""
        if not self._listing:
            self._listing = True
            self._tasks.start(self._list_removed())

    async def _see(self, news: News) -> None:
        await self._changes.see(news)
        page = self._page
        announce(page, self.tr("Marked as seen"))
        if page.queries.query.scope is Scope.CHANGES:
            page.asking.ask(replace(page.queries.query, scope=Scope.ALL))
            page.view.setFocus()

    async def _list_removed(self) -> None:
        total = self._shown.removed
        try:
            removed = await self._changes.removed(MOST_LISTED)
        finally:
            self._listing = False
        from addressbook.ui.dialogs.removed import RemovedDialog

        dialog = RemovedDialog(removed, max(total, len(removed)), self._page)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_changed(self, event: NewsChanged) -> None:
        page, before = self._page, self._shown
        self._take(event.news)
        page.table.rows_changed(event.rows)
        if page.view.current_id in event.rows:
            page.detail.refresh()
        if page.queries.query.scope is Scope.CHANGES:
            page.queries.rows_changed(event.rows)
        grown = event.news and (event.news.new, event.news.changed, event.news.removed) != (
            before.new,
            before.changed,
            before.removed,
        )
        if grown and event.news.upto > before.upto:
            announce(page.status, words(event.news))

    def _forget_asked(self) -> None:
        self._asked = None

    def _on_pass_finished(self, event: PassFinished) -> None:
        asked = self._asked
        if asked is None or event.moved or (event.began < asked and time.monotonic() < asked + PATIENCE):
            return  # what was under way may have gone by what is looked for; another one follows it
        self._asked = None
        if event.began >= asked:
            words = self.tr("Checked: nothing has changed")
            self._page.status.tell(words)
            announce(self._page.status, words)

    def _take(self, news: News) -> None:
        self._shown = news
        if news.removed:
            self._tasks.start(self._read_removed())
        else:
            self._removed = []
        self._show()

    async def _read_removed(self) -> None:
        self._removed = await self._changes.removed(NAMED)
        self._show()

    def _show(self) -> None:
        page, news = self._page, self._shown
        here = page.queries.query.scope is Scope.CHANGES
        page.sidebar.set_news(news.new + news.changed, shown=bool(news) or here)
        page.status.show_news(words(news), offered=not here)
        page.news.show_news(news, self._removed if news.removed else ())
        page.news.setVisible(here)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, StoreError):
            raise error  # a fault of ours: the loop's exception handler tells it
        self._session.events.publish(StoreTrouble(error))
