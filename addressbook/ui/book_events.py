"""What has happened, as the book page shows it: contacts, labels, names, the loader, trouble with the copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from addressbook.domain.query import Counts
from addressbook.errors import AddressBookError
from addressbook.services.events import (
    ContactsChanged,
    LabelsChanged,
    LoadProgress,
    LoadState,
    RecentChanged,
    StaffChanged,
    StoreTrouble,
)
from addressbook.ui.models.label_index import labels_of
from addressbook.ui.open_session import OpenSession

if TYPE_CHECKING:
    from addressbook.ui.book_page import BookPage


class BookEvents:
    """Listens to the session and to the answers of the copy, and tells the parts of one page."""

    def __init__(self, page: BookPage, session: OpenSession) -> None:
        self._page, self._session, self._book = page, session, session.book
        self._was_cut_off = False
        events = session.events
        self._subscriptions: list[Callable[[], None]] = [
            events.subscribe(ContactsChanged, self._on_contacts_changed),
            events.subscribe(LabelsChanged, lambda _: self.on_labels_changed()),
            events.subscribe(StaffChanged, lambda _: self.on_staff_changed()),
            events.subscribe(LoadProgress, self.on_progress),
            events.subscribe(RecentChanged, lambda _: self._on_recent_changed()),
            events.subscribe(StoreTrouble, self._on_trouble),
        ]
        page.queries.answered.connect(self._on_answered)
        page.queries.counted.connect(self._on_counted)
        page.queries.failed.connect(self._on_query_failed)

    def show_now(self) -> None:
        """Show how everything stands before anything happens."""
        self.on_labels_changed()
        self.on_progress(self._book.progress)
        self.on_me_known()

    def close(self) -> None:
        """Hear nothing any more."""
        for unsubscribe in self._subscriptions:
            unsubscribe()
        self._subscriptions = []

    def on_labels_changed(self) -> None:
        """Labels were read."""
        page, progress = self._page, self._book.progress
        labels = labels_of(self._book)
        loading = labels.loading
        page.sidebar.set_no_labels(
            loading=loading, under_way=not (progress.is_cut_off or progress.state is LoadState.STOPPED)
        )
        if (labels.groups, loading) == (page.table.labels.groups, page.table.labels.loading):
            return
        page.table.set_labels(labels)
        page.queries.names_changed()
        page.detail.set_labels(labels)
        page.sidebar.set_groups(labels.groups)
        page.asking.show()

    def on_staff_changed(self) -> None:
        """Names became known, also one's own."""
        page = self._page
        self.on_me_known()
        page.table.refresh_names()
        page.queries.names_changed()
        page.detail.refresh()
        if page.sidebar.owner.is_open:
            page.asking.read_owners()
        if page.queries.query.owners:  # they are named in the line of filters
            page.asking.show()
        page.states.show()

    def on_me_known(self) -> None:
        """Who is at the computer."""
        page, me = self._page, self._session.me
        page.sidebar.set_me_known(me is not None)
        page.queries.set_me(me)
        page.detail.set_me(me)
        page.tell_actions()

    def on_progress(self, progress: LoadProgress) -> None:
        """The loader went on, or stopped."""
        page = self._page
        counts = page.states.counts
        page.status.show_progress(progress, counts.total if counts is not None else None)
        page.queries.progressed(progress)
        if progress.is_cut_off != self._was_cut_off:
            self._was_cut_off = progress.is_cut_off
            page.detail.set_cut_off(progress.is_cut_off)
            page.table.refresh_names()
        self.on_labels_changed()
        self._tell_emptiness()
        page.tell_actions()
        page.states.show()

    def _on_contacts_changed(self, event: ContactsChanged) -> None:
        page = self._page
        page.queries.rows_changed(event.rows)
        if event.rows is None or page.view.current_id in event.rows:
            page.detail.refresh()
            page.tell_actions()

    def _on_recent_changed(self) -> None:
        self._page.asking.follow_recent()
        self._page.asking.count_recent()
        self._page.tell_actions()

    def _on_trouble(self, trouble: StoreTrouble) -> None:
        self._page.states.trouble = trouble
        self._page.states.show()

    def _on_counted(self, counts: Counts) -> None:
        page = self._page
        page.states.counts = counts
        page.sidebar.set_counts(counts)
        page.asking.count_recent()
        page.status.show_progress(self._book.progress, counts.total)
        self._tell_emptiness()
        page.states.show()

    def _on_answered(self) -> None:
        page = self._page
        counts, size = page.states.counts, page.table.size
        if counts is not None and counts.total != size and not page.queries.query.is_narrowed:
            self._on_counted(replace(counts, total=size))  # the list knows before the figures are counted anew
        page.states.show_answer()

    def _tell_emptiness(self) -> None:
        """In an empty book there is nothing to search or to filter."""
        counts = self._page.states.counts
        empty = counts is not None and counts.total == 0 and self._book.progress.complete
        self._page.search.setEnabled(not empty)
        self._page.sidebar.set_filters_enabled(not empty)

    def _on_query_failed(self, error: BaseException) -> None:
        if not isinstance(error, AddressBookError):
            raise error  # a fault of ours: the loop's exception handler tells it
        self._page.states.query_error = error
        self._page.states.show()
