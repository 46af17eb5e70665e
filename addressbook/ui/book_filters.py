"""What a person asks of the book, from the search box, the sidebar, the chips and the column heads, and how it is shown
back in all of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from addressbook.domain.query import ContactQuery, Scope, SortKey
from addressbook.errors import StoreError
from addressbook.ui import people
from addressbook.ui.book_bars import ResultLine
from addressbook.ui.book_query import BookQueries
from addressbook.ui.contact_view import ContactView
from addressbook.ui.filter_line import FilterLine
from addressbook.ui.kept_order import KeptOrder
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.open_session import OpenBook, OpenRecent
from addressbook.ui.owner_filter import OwnerChoice
from addressbook.ui.people import Named
from addressbook.ui.sidebar import Sidebar
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.search_box import SearchBox

log = logging.getLogger(__name__)


def without_filters(query: ContactQuery) -> ContactQuery:
    """The same question, whatever labels and owners the contacts have."""
    plain = ContactQuery()
    return replace(query, labels=plain.labels, match=plain.match, excluded=plain.excluded, owners=plain.owners)


class BookFilters(QObject):
    """Keeps one query and all the controls that show a part of it in step; `shown` tells that it did."""

    shown = Signal()

    def __init__(
        self,
        queries: BookQueries,
        table: ContactTable,
        book: OpenBook,
        order: KeptOrder,
        recent: OpenRecent,
        *,
        view: ContactView,
        search: SearchBox,
        sidebar: Sidebar,
        chips: FilterLine,
        result: ResultLine,
        owner_name: Callable[[str], Named],
    ) -> None:
        super().__init__(view)
        self._queries, self._table, self._book, self._order, self._recent = queries, table, book, order, recent
        self._view, self._search, self._sidebar, self._chips, self._result = view, search, sidebar, chips, result
        self._owner_name = owner_name
        self._tasks = Tasks(self)
        search.textChanged.connect(lambda _: self.ask(replace(queries.query, text=self._typed)))
        sidebar.query_changed.connect(self._on_sidebar_query)
        sidebar.owners_asked.connect(self.read_owners)
        sidebar.owner.name_of = owner_name
        chips.query_changed.connect(self.ask)
        chips.cleared.connect(self.search_all)
        chips.emptied.connect(lambda: search.setFocus(Qt.FocusReason.OtherFocusReason))
        chips.scope_name = lambda scope: sidebar.scopes[scope].text()
        view.sort_requested.connect(self._on_sort_requested)
        result.sort_requested.connect(self._on_sort_requested)

    @property
    def _typed(self) -> str:
        """What is to be searched for."""
        return self._table.labels.without_groups(self._search.text())

    def close(self) -> None:
        """Ask nothing any more."""
        self._tasks.cancel()

    def ask(self, query: ContactQuery) -> None:
        """Ask for other contacts or another order."""
        now = self._queries.query
        query = self._in_order_of_scope(query, now)
        if query == now:
            self.show()
            return
        in_one_order = replace(query, sort=SortKey.NAME, descending=False)
        if in_one_order != replace(now, sort=SortKey.NAME, descending=False):
            # who searched, chose somebody and takes the text off sees them among all others
            self._view.show_from_top(reveal=bool(now.text) and not query.text)
        else:
            self._view.show_sorted()
        self._queries.ask(query)
        if now.text and query.text and replace(now, text=query.text) == query:  # all but the text stands as it was
            self._show_text()
        else:
            self.show()

    def _in_order_of_scope(self, query: ContactQuery, now: ContactQuery) -> ContactQuery:
        """Who was looked at last comes first there, until another order is chosen for that visit. The list stands still
        meanwhile: it must not move under a person who goes through it."""
        if query.scope is now.scope:
            return query
        if query.scope is Scope.RECENT:
            return replace(query, recent=self._recent.contacts(), sort=SortKey.VIEWED, descending=False)
        if now.scope is Scope.RECENT:
            sort, descending = self._order.read()
            return replace(query, recent=(), sort=sort, descending=descending)
        return query

    def follow_recent(self) -> None:
        """What was looked at has changed: who was not listed yet comes first, who was forgotten goes."""
        now = self._queries.query
        viewed = self._recent.contacts()
        if now.scope is Scope.RECENT and set(viewed) != set(now.recent):
            new = tuple(userid for userid in viewed if userid not in now.recent)
            left = (userid for userid in now.recent if userid in viewed)
            self._queries.ask(replace(now, recent=(*new, *left)))  # not `ask`, which shows another list from its top
            self.show()

    def show(self) -> None:
        """Show the query of now in every control."""
        query = self._queries.query
        self._table.lists_changes = query.scope is Scope.CHANGES
        self._sidebar.show_query(query)
        self._show_text()
        self.shown.emit()

    def _show_text(self) -> None:
        query = self._queries.query
        self._table.fetches_more = not query.is_narrowed
        if self._typed != query.text:
            self._search.setText(query.text)
        self._chips.show_query(query, self._table.labels, self._owner_name)
        self._view.set_sort(query.sort, query.descending, best_first=bool(query.text.strip()))
        self._result.show_query(query)

    def clear(self) -> None:
        """Take off text, labels and owners; the scope stays."""
        self.ask(replace(without_filters(self._queries.query), text=""))

    def clear_filters(self) -> None:
        """Take off labels and owners; text and scope stay."""
        self.ask(without_filters(self._queries.query))

    def search_all(self) -> None:
        """Take off all that narrows the list but the text."""
        self.ask(replace(without_filters(self._queries.query), scope=Scope.ALL))

    def show_all(self) -> None:
        """Everybody, in the order of now."""
        self.ask(replace(without_filters(self._queries.query), scope=Scope.ALL, text=""))

    def count_recent(self) -> None:
        """Find out how many of those who were looked at are in the book."""
        self._tasks.start(self._count_recent())

    async def _count_recent(self) -> None:
        try:
            self._sidebar.set_recent_count(await self._book.known(self._recent.contacts()))
        except StoreError as error:  # the list, which is asked for as well, tells it
            log.info("those who were looked at were not counted: %s", error)

    def read_owners(self) -> None:
        """Fill the list of owners."""
        self._tasks.start(self._read_owners())

    async def _read_owners(self) -> None:
        me = self._queries.query.me
        owners = await self._book.owners()
        self._sidebar.set_owners(
            OwnerChoice(
                owner.userid,
                people.colleague(owner, owner.userid, me, cut_off=self._book.progress.is_cut_off),
                owner.count,
            )
            for owner in owners
        )

    def _on_sidebar_query(self, query: ContactQuery) -> None:
        now = self._queries.query
        self.ask(replace(query, text=now.text, sort=now.sort, descending=now.descending, me=now.me))

    def _on_sort_requested(self, key: SortKey, descending: bool) -> None:
        query = self._queries.query
        if query.scope is not Scope.RECENT:
            self._order.keep(key, descending)
        self.ask(replace(query, sort=key, descending=descending))
