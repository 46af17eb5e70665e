"""What was searched for last: noted when a person goes on from the search box, offered in it while it is empty."""

from __future__ import annotations

from addressbook.domain.search_words import parse
from addressbook.services.events import Events, RecentChanged
from addressbook.ui.book_query import BookQueries
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.open_session import OpenRecent
from addressbook.ui.widgets.search_box import SearchBox


class RecentSearches:
    """Keeps the list of the search box at what the session knows, until `close`."""

    def __init__(
        self, recent: OpenRecent, events: Events, search: SearchBox, queries: BookQueries, table: ContactTable
    ) -> None:
        self._closed = False
        self._recent, self._search, self._queries, self._table = recent, search, queries, table
        self._unsubscribe = events.subscribe(RecentChanged, lambda _: self._show())
        search.editingFinished.connect(self._note)
        search.recent_chosen.connect(recent.note_search)  # it is the last one now
        search.recent_removed.connect(recent.forget_search)
        search.recent_cleared.connect(recent.forget_searches)
        self._show()

    def close(self) -> None:
        """Hear nothing any more."""
        self._unsubscribe()
        self._closed = True

    def _show(self) -> None:
        self._search.set_recent(self._recent.searches())

    def _note(self) -> None:
        """A search that found nobody is not worth being offered again."""
        text = self._search.text()
        in_vain = self._queries.is_answered and not self._table.size
        if parse(text) and not in_vain and not self._closed:
            self._recent.note_search(text)
