"""What a person asks of the book, from the search box, the sidebar, the chips and the column heads, and how it is shown
back in all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from addressbook.domain.query import ContactQuery, Scope, SortKey
from addressbook.settings import SettingsFile
from addressbook.ui import people
from addressbook.ui.book_bars import ResultLine
from addressbook.ui.book_query import BookQueries
from addressbook.ui.contact_view import ContactView
from addressbook.ui.filter_line import FilterLine
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.open_session import OpenBook
from addressbook.ui.owner_filter import OwnerChoice
from addressbook.ui.people import Named
from addressbook.ui.sidebar import Sidebar
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.search_box import SearchBox


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
        settings: SettingsFile,
        *,
        view: ContactView,
        search: SearchBox,
        sidebar: Sidebar,
        chips: FilterLine,
        result: ResultLine,
        owner_name: Callable[[str], Named],
    ) -> None:
        super().__init__(view)
        self._queries, self._table, self._book, self._settings = queries, table, book, settings
        self._view, self._search, self._sidebar, self._chips, self._result = view, search, sidebar, chips, result
        self._owner_name = owner_name
        self._tasks = Tasks(self)
        search.textChanged.connect(lambda text: self.ask(replace(queries.query, text=text)))
        sidebar.query_changed.connect(self._on_sidebar_query)
        sidebar.owners_asked.connect(self.read_owners)
        chips.query_changed.connect(self.ask)
        chips.cleared.connect(self.search_all)
        chips.emptied.connect(lambda: search.setFocus(Qt.FocusReason.OtherFocusReason))
        chips.scope_name = lambda scope: sidebar.scopes[scope].text()
        view.sort_requested.connect(self._on_sort_requested)
        result.sort_requested.connect(self._on_sort_requested)

    def close(self) -> None:
        """Ask nothing any more."""
        self._tasks.cancel()

    def ask(self, query: ContactQuery) -> None:
        """Ask for other contacts or another order."""
        now = self._queries.query
        if query == now:
            self.show()
            return
        in_one_order = replace(query, sort=SortKey.NAME, descending=False)
        if in_one_order != replace(now, sort=SortKey.NAME, descending=False):
            self._view.show_from_top()
        else:
            self._view.show_sorted()
        self._queries.ask(query)
        self.show()

    def show(self) -> None:
        """Show the query of now in every control."""
        query = self._queries.query
        self._table.fetches_more = not query.is_narrowed
        self._sidebar.show_query(query)
        if self._search.text() != query.text:
            self._search.setText(query.text)
        self._chips.show_query(query, self._table.labels, self._owner_name)
        self._view.set_sort(query.sort, query.descending)
        self._result.show_query(query)
        self.shown.emit()

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
        self._settings.change(sort_key=key.value, sort_descending=descending)
        self.ask(replace(self._queries.query, sort=key, descending=descending))
