"""The page of an open book: search, sidebar, table, details, status, and the glue between them and the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from addressbook.domain.query import ContactQuery, Counts, Scope, SortKey
from addressbook.errors import AddressBookError
from addressbook.services.events import (
    ContactsChanged,
    LabelsChanged,
    LoadProgress,
    LoadState,
    StaffChanged,
    StoreTrouble,
)
from addressbook.settings import SettingsFile
from addressbook.ui import people
from addressbook.ui.actions import SCOPES, Act
from addressbook.ui.book_bars import BookStrip, ResultLine, Toolbar
from addressbook.ui.book_keys import BookKeys
from addressbook.ui.book_panes import BookPanes
from addressbook.ui.book_query import BookQueries
from addressbook.ui.book_states import BookStates, Remedies
from addressbook.ui.contact_view import ContactView
from addressbook.ui.detail_pane import DetailPane
from addressbook.ui.filter_line import FilterLine
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.open_session import OpenSession
from addressbook.ui.owner_filter import OwnerChoice
from addressbook.ui.sidebar import Sidebar
from addressbook.ui.status_bar import StatusBar
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.banner import Banner
from addressbook.ui.widgets.page_message import PageMessage
from addressbook.ui.widgets.small import StyledWidget

_SCOPES = dict(zip(SCOPES, (Scope.ALL, Scope.MINE, Scope.SHARED, Scope.NO_LABEL), strict=True))
_BUSY = (LoadState.LOADING, LoadState.REFRESHING, LoadState.WAITING)


class BookPage(QWidget):
    """Lives as long as its session is shown; `close_page` ends what it has under way."""

    connect_requested = Signal()
    credentials_requested = Signal()

    def __init__(
        self,
        session: OpenSession,
        settings: SettingsFile,
        actions: dict[Act, QAction],
        query: ContactQuery | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self.settings, self.actions_by_id = session, settings, actions
        self._book = session.book
        self._shown_id: int | None = None
        self._was_cut_off = False
        self._me = session.me  # asked once: the session looks it up in the copy
        self._tasks = Tasks(self)
        self._subscriptions: list[Callable[[], None]] = []
        self._connections: list[tuple[QAction, object]] = []

        values = settings.values
        sorted_as_before = ContactQuery(sort=SortKey(values.sort_key), descending=values.sort_descending)
        first = replace(query or sorted_as_before, me=self._me)
        self.table = ContactTable(self._book, self._owner_name, self)
        self.queries = BookQueries(self._book, self.table, first, self)
        self._build()
        self._connect()
        self._show_query()
        self._on_labels_changed()
        self._on_progress(self._book.progress)
        self._on_me_known()
        self.queries.start()

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.view = ContactView()
        self.view.setModel(self.table)
        toolbar = Toolbar(self.actions_by_id, self.view.columns_menu)
        self.search = toolbar.search
        self.sidebar = Sidebar()
        self.banner = Banner()
        self.filters = FilterLine()
        self.result = ResultLine()
        self.sort_menu = self.result.menu
        self.columns_menu = self.view.columns_menu()
        self.columns_menu.setTitle(self.tr("Col&umns"))
        self.columns_menu.aboutToShow.connect(self.view.columns_menu)
        self.detail = DetailPane(self._book, self._session.staff, self._me)
        self.status = StatusBar(self._session.profile_name)
        self.message = PageMessage()

        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.message)
        self._main = StyledWidget("main")
        column = QVBoxLayout(self._main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banner_room = QWidget()
        rim = QVBoxLayout(self._banner_room)
        rim.setContentsMargins(12, 10, 12, 10)
        rim.addWidget(self.banner)
        column.addWidget(self._banner_room)
        column.addWidget(self.result)
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        self.panes = BookPanes(self.sidebar, self._main, self.detail, self.view)
        self.keys = BookKeys(self)

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        strip = BookStrip(self._session)
        strip.connect_requested.connect(self.connect_requested)
        layout.addWidget(toolbar)
        layout.addWidget(strip)
        layout.addWidget(self.panes, 1)
        layout.addWidget(self.status)
        values = self.settings.values
        self.view.restore_columns(values.columns)
        self.view.set_compact(values.compact_rows)
        self.panes.restore(values.splitter)
        self.states = BookStates(
            self._session,
            self.table,
            self.queries,
            stack=self._stack,
            view=self.view,
            message=self.message,
            banner=self.banner,
            banner_room=self._banner_room,
            result=self.result,
            remedies=Remedies(
                self._check_again,
                self.clear_filters,
                self._show_all,
                self.credentials_requested.emit,
                self.actions_by_id[Act.SETTINGS].trigger,
            ),
        )
        self.states.trouble = self._session.trouble

    # -- connections -----------------------------------------------------------------------------------------

    def _connect(self) -> None:
        events = self._session.events
        self._subscriptions = [
            events.subscribe(ContactsChanged, lambda event: self.queries.rows_changed(event.rows)),
            events.subscribe(LabelsChanged, lambda _: self._on_labels_changed()),
            events.subscribe(StaffChanged, lambda _: self._on_staff_changed()),
            events.subscribe(LoadProgress, self._on_progress),
            events.subscribe(StoreTrouble, self._on_trouble),
        ]
        self.queries.answered.connect(self._on_answered)
        self.queries.counted.connect(self._on_counted)
        self.queries.failed.connect(self._on_query_failed)
        self.search.textChanged.connect(lambda text: self._ask(replace(self.queries.query, text=text)))
        self.search.escaped.connect(self.keys.clear)
        self.search.left_down.connect(self.keys.enter_table)
        self.sidebar.query_changed.connect(self._on_sidebar_query)
        self.sidebar.owners_asked.connect(lambda: self._tasks.start(self._read_owners()))
        self.sidebar.owner.popup.unknown_seen.connect(self._session.staff.name_of)
        self.filters.query_changed.connect(self._ask)
        self.filters.cleared.connect(self.clear_filters)
        self.view.sort_requested.connect(self._on_sort_requested)
        self.result.sort_requested.connect(self._on_sort_requested)
        self.view.contact_changed.connect(self._on_contact_changed)
        self.view.opened.connect(self.keys.open_detail)
        self.view.typed.connect(self.keys.type)
        self.view.columns_changed.connect(lambda: self.settings.change(columns=self.view.columns_state()))
        self.detail.back.connect(self.panes.leave_details)
        self.panes.adapted.connect(self.actions_by_id[Act.DETAIL].setChecked)
        self.panes.splitterMoved.connect(lambda: self.settings.change(splitter=self.panes.state()))
        self.status.stop_requested.connect(self._book.stop)
        self.status.resume_requested.connect(self._book.resume)
        self.status.retry_requested.connect(self._check_again)
        values = self.settings.values
        for act, slot in (
            (Act.FIND, self.keys.find),
            (Act.CLEAR_FILTERS, self.clear_filters),
            (Act.COPY_CARD, self.detail.copy_card),
            (Act.COPY_PHONE, self.detail.copy_phone),
            (Act.CALL, self.detail.call),
            (Act.MAIL, self.detail.mail),
            (Act.OPEN, self.keys.open_detail),
            (Act.NEXT_PANE, lambda: self.keys.cycle(1)),
            (Act.PREVIOUS_PANE, lambda: self.keys.cycle(-1)),
            (Act.REFRESH, self._book.refresh),
            (Act.STOP, self._book.stop),
        ):
            self._on(act, slot)
        self.view.addActions([self.actions_by_id[act] for act in (Act.COPY_CARD, Act.COPY_PHONE, Act.CALL, Act.MAIL)])
        for act, scope in _SCOPES.items():
            self._on(act, lambda scope=scope: self._ask(replace(self.queries.query, scope=scope)))
        self.actions_by_id[Act.SIDEBAR].setChecked(values.sidebar_visible)
        self.actions_by_id[Act.COMPACT].setChecked(values.compact_rows)
        self._on(Act.SIDEBAR, self.keys.toggle_sidebar)
        self._on(Act.DETAIL, self.keys.toggle_detail)
        self._on(Act.COMPACT, self.keys.toggle_compact)
        self.sidebar.setVisible(values.sidebar_visible)
        self.panes.details_wanted = values.detail_visible

    def _on(self, act: Act, slot: Callable[[], object]) -> None:
        action = self.actions_by_id[act]
        self._connections.append((action, action.triggered.connect(lambda _=False: slot())))

    def close_page(self) -> None:
        """End what is under way; the page may be dropped then."""
        for unsubscribe in self._subscriptions:
            unsubscribe()
        for action, connection in self._connections:
            action.triggered.disconnect(connection)
        self._subscriptions, self._connections = [], []
        self.queries.close()
        self._tasks.cancel()
        self.banner.clear()

    # -- the query -------------------------------------------------------------------------------------------

    def _ask(self, query: ContactQuery) -> None:
        if query == self.queries.query:
            self._show_query()
            return
        narrowed = replace(query, sort=SortKey.NAME, descending=False) != replace(
            self.queries.query, sort=SortKey.NAME, descending=False
        )
        if narrowed:
            self.view.show_from_top()
        else:
            self.view.show_sorted()
        self.queries.ask(query)
        self._show_query()

    def _show_query(self) -> None:
        query = self.queries.query
        self.table.fetches_more = not query.is_narrowed
        self.sidebar.show_query(query)
        if self.search.text() != query.text:
            self.search.setText(query.text)
        self.filters.show_query(query, self.table.labels, self._owner_name)
        self.view.set_sort(query.sort, query.descending)
        self.result.show_query(query)
        for act, scope in _SCOPES.items():
            self.actions_by_id[act].setChecked(scope is query.scope)
        self.tell_actions()

    def _on_sidebar_query(self, query: ContactQuery) -> None:
        now = self.queries.query
        self._ask(replace(query, text=now.text, sort=now.sort, descending=now.descending, me=now.me))

    def clear_filters(self) -> None:
        """Take off text, labels and owners; the scope stays."""
        now = self.queries.query
        self._ask(ContactQuery(scope=now.scope, me=now.me, sort=now.sort, descending=now.descending))

    def _show_all(self) -> None:
        now = self.queries.query
        self._ask(ContactQuery(me=now.me, sort=now.sort, descending=now.descending))

    def _on_sort_requested(self, key: SortKey, descending: bool) -> None:
        self.settings.change(sort_key=key.value, sort_descending=descending)
        self._ask(replace(self.queries.query, sort=key, descending=descending))

    async def _read_owners(self) -> None:
        owners = await self._book.owners()
        self.sidebar.set_owners(
            OwnerChoice(
                owner.userid, people.colleague(owner, owner.userid, self._me, cut_off=self._cut_off), owner.count
            )
            for owner in owners
        )

    def _owner_name(self, userid: str) -> people.Named:
        return people.colleague(self._session.staff.name_of(userid), userid, self._me, cut_off=self._cut_off)

    @property
    def _cut_off(self) -> bool:
        """Whether names that are not known cannot be asked for now."""
        return self._book.progress.state in (LoadState.OFFLINE, LoadState.FAILED)

    # -- what has happened -----------------------------------------------------------------------------------

    def _on_counted(self, counts: Counts) -> None:
        self.states.counts = counts
        self.sidebar.set_counts(counts)
        self.status.show_progress(self._book.progress, counts.total)
        self._tell_emptiness()
        self.states.show()

    def _on_answered(self) -> None:
        counts, size = self.states.counts, self.table.size
        if counts is not None and counts.total != size and not self.queries.query.is_narrowed:
            self._on_counted(replace(counts, total=size))  # the list knows before the figures are counted anew
        self.states.show_answer()

    def _tell_emptiness(self) -> None:
        """In an empty book there is nothing to search or to filter."""
        counts = self.states.counts
        empty = counts is not None and counts.total == 0 and self._book.progress.complete
        self.search.setEnabled(not empty)
        self.sidebar.set_filters_enabled(not empty)

    def _on_query_failed(self, error: BaseException) -> None:
        if not isinstance(error, AddressBookError):
            raise error  # a fault of ours: the loop's exception handler tells it
        self.states.query_error = error
        self.states.show()

    def _on_labels_changed(self) -> None:
        progress = self._book.progress
        groups = self._book.label_groups()
        loading = not groups and not progress.complete
        self.sidebar.set_no_labels(
            loading=loading, under_way=not (self._cut_off or progress.state is LoadState.STOPPED)
        )
        labels = LabelIndex(groups, loading=loading)
        if (labels.groups, loading) == (self.table.labels.groups, self.table.labels.loading):
            return
        self.table.set_labels(labels)
        self.detail.set_labels(labels)
        self.sidebar.set_groups(labels.groups)
        self._show_query()

    def _on_staff_changed(self) -> None:
        self._on_me_known()
        self.table.refresh_names()
        self.detail.refresh()
        if self.sidebar.owner.popup.isVisible():
            self._tasks.start(self._read_owners())
        self._show_query()
        self.states.show()

    def _on_me_known(self) -> None:
        me = self._me = self._session.me
        self.sidebar.set_me_known(me is not None)
        self.queries.set_me(me)
        self.detail.set_me(me)
        self.tell_actions()

    def _on_progress(self, progress: LoadProgress) -> None:
        counts = self.states.counts
        self.status.show_progress(progress, counts.total if counts is not None else None)
        self.queries.progressed(progress)
        if self._cut_off != self._was_cut_off:
            self._was_cut_off = self._cut_off
            self.detail.set_cut_off(self._cut_off)
            self.table.refresh_names()
        self._on_labels_changed()
        self._tell_emptiness()
        self.tell_actions()
        self.states.show()

    def _on_trouble(self, trouble: StoreTrouble) -> None:
        self.states.trouble = trouble
        self.states.show()

    def _check_again(self) -> None:
        self._tasks.start(self._session.check_again())

    # -- panes -----------------------------------------------------------------------------------------------

    def _on_contact_changed(self, row_id: int | None) -> None:
        if row_id != self._shown_id or row_id is None:
            self._shown_id = row_id
            self.detail.show_contact(row_id)
        else:
            self.detail.refresh()
        self.tell_actions()

    def tell_actions(self) -> None:
        """Enable what can be done now."""
        contact = self.detail.contact
        self.actions_by_id[Act.CLEAR_FILTERS].setEnabled(self.queries.query.is_filtered)
        self.actions_by_id[Act.STOP].setEnabled(self._book.progress.state in _BUSY)
        self.actions_by_id[Act.OPEN].setEnabled(self.view.current_id is not None)
        self.actions_by_id[Act.COPY_CARD].setEnabled(contact is not None)
        self.actions_by_id[Act.COPY_PHONE].setEnabled(bool(self.detail.phone))
        self.actions_by_id[Act.CALL].setEnabled(self.detail.can_call)
        self.actions_by_id[Act.MAIL].setEnabled(self.detail.can_mail)

    # -- size ------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.adapt()
