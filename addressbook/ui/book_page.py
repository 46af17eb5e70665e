"""The page of an open book: search, sidebar, table, details and status, put together."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from addressbook.domain.query import ContactQuery
from addressbook.settings import SettingsFile
from addressbook.ui import people
from addressbook.ui.actions import Act
from addressbook.ui.book_acts import BookActs
from addressbook.ui.book_bars import BookStrip, ResultLine, Toolbar
from addressbook.ui.book_events import BookEvents
from addressbook.ui.book_filters import BookFilters
from addressbook.ui.book_keys import BookKeys
from addressbook.ui.book_news import BookNews
from addressbook.ui.book_panes import BookPanes
from addressbook.ui.book_query import BookQueries
from addressbook.ui.book_seek import BookSeek, Seek
from addressbook.ui.book_states import BookStates, Remedies
from addressbook.ui.book_writing import BookWriting, Carried
from addressbook.ui.contact_view import ContactView
from addressbook.ui.detail_pane import DetailPane
from addressbook.ui.filter_line import FilterLine
from addressbook.ui.kept_order import KeptOrder
from addressbook.ui.list_foot import ListFoot
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.news_line import NewsLine
from addressbook.ui.open_session import OpenSession
from addressbook.ui.recent_searches import RecentSearches
from addressbook.ui.sidebar import Sidebar
from addressbook.ui.status_bar import StatusBar
from addressbook.ui.tasks import Tasks
from addressbook.ui.viewed import ViewedContacts
from addressbook.ui.widgets.banner import Banner
from addressbook.ui.widgets.page_message import PageMessage
from addressbook.ui.widgets.small import Pages, StyledWidget


class BookPage(QWidget):
    """Lives as long as its session is shown; `close_page` ends what it has under way.

    `asking` keeps the query, `events` hears the session, `acts` does what menus and keys say, `keys` goes from pane to
    pane, `states` decides what stands in the list's place and above it.
    """

    connect_requested = Signal()
    credentials_requested = Signal()

    def __init__(
        self,
        session: OpenSession,
        settings: SettingsFile,
        actions: dict[Act, QAction],
        query: ContactQuery | None = None,
        carried: Carried | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self.settings, self.actions_by_id = session, settings, actions
        self._tasks = Tasks(self)

        order = KeptOrder(settings, "" if session.profile is None else session.profile.id)
        sort, descending = order.read()
        first = replace(query or ContactQuery(sort=sort, descending=descending), me=session.me)  # looked up once
        session.book.expect(first)  # is read while the page is built
        self.table = ContactTable(session.book, self._owner_name, self)
        self.queries = BookQueries(session.book, self.table, first, self)
        self._build()
        self.writing = BookWriting(self, session, carried)
        self._bottom.insertLayout(0, self.writing.bar_room)
        self.seeking = BookSeek(self, session)
        self.asking = BookFilters(
            self.queries,
            self.table,
            session.book,
            order,
            session.recent,
            view=self.view,
            search=self.search,
            sidebar=self.sidebar,
            chips=self.filters,
            result=self.result,
            owner_name=self._owner_name,
        )
        self.recent = RecentSearches(session.recent, session.events, self.search, self.queries, self.table)
        self.viewed = ViewedContacts(self.view, self.detail)
        self.keys = BookKeys(self)
        self.states = self._make_states()
        self.acts = BookActs(self, session)
        self._connect()
        self.events = BookEvents(self, session)
        # not before those who show the answer: the focus goes to what is shown, and an act to what is chosen then
        self.queries.answered.connect(self.keys.on_answered)
        self.queries.answered.connect(self.acts.on_answered)
        self.telling = BookNews(self, session)
        self.asking.show()
        self.events.show_now()
        self.writing.begin()
        self._on_writing_changed()
        self.queries.start()

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> None:
        session, values = self._session, self.settings.values
        self.view = ContactView()
        self.view.setModel(self.table)
        toolbar = Toolbar(self.actions_by_id, self.view.columns_menu)
        self.search = toolbar.search
        self.sidebar = Sidebar()
        self.banner = Banner()
        self.filters = FilterLine()
        self.result = ResultLine()
        self.foot = ListFoot()
        self.news = NewsLine()
        self.sort_menu = self.result.menu
        self.columns_menu = self.view.columns_menu()
        self.columns_menu.setTitle(self.tr("Col&umns"))
        self.columns_menu.aboutToShow.connect(self.view.columns_menu)
        self.detail = DetailPane(session.book, session.staff, self.queries.query.me)
        self.detail.marks_of = self.table.marks
        self.table.marked_anew.connect(self.detail.refresh_soon)
        self.status = StatusBar(session.profile_name)
        self.message = PageMessage()
        self._stack = Pages()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.message)
        middle = StyledWidget("main")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banner_room = QWidget()
        rim = QVBoxLayout(self._banner_room)
        rim.setContentsMargins(12, 10, 12, 10)
        rim.addWidget(self.banner)
        column.addWidget(self._banner_room)
        column.addWidget(self.news)
        column.addWidget(self.filters)
        column.addWidget(self.result)
        column.addWidget(self._stack, 1)
        column.addWidget(self.foot)
        column.addStretch(0)
        # Whatever gets another parent is polished anew by the style sheet, with all that it contains
        self.panes = BookPanes(self.sidebar, middle, self.detail, self.view, self)
        self.sidebar.setVisible(values.sidebar_visible)  # not before it has its place: it would be a window
        self.panes.details_wanted = values.detail_visible

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.strip = BookStrip(session)
        self.strip.connect_requested.connect(self.connect_requested)
        layout.addWidget(toolbar)
        layout.addWidget(self.strip)
        layout.addWidget(self.panes, 1)
        self._bottom = QVBoxLayout()
        self._bottom.setSpacing(0)
        self._bottom.addWidget(self.status)
        layout.addLayout(self._bottom)
        self.view.restore_columns(values.columns)
        self.view.set_compact(values.compact_rows)
        self.panes.restore(values.splitter)

    def _make_states(self) -> BookStates:
        states = BookStates(
            self._session,
            self.table,
            self.queries,
            stack=self._stack,
            view=self.view,
            message=self.message,
            banner=self.banner,
            banner_room=self._banner_room,
            result=self.result,
            foot=self.foot,
            remedies=Remedies(
                self._check_again,
                self.asking.clear_filters,
                self.asking.search_all,
                self.search.setText,
                self.search.clear,
                self.asking.show_all,
                self.credentials_requested.emit,
                self.actions_by_id[Act.SETTINGS].trigger,
                self.writing.new,
            ),
            writing=self.writing,
        )
        states.trouble = self._session.trouble
        return states

    def _connect(self) -> None:
        book = self._session.book
        self.search.escaped.connect(self.keys.clear)
        self.foot.search_all.connect(self.asking.search_all)
        self.foot.search_for.connect(self.keys.search_for)
        self.search.left_down.connect(self.keys.enter_table)
        self.search.copy_wanted.connect(self.actions_by_id[Act.COPY_CARD].trigger)
        self.view.left_up.connect(lambda: self.search.setFocus(Qt.FocusReason.OtherFocusReason))
        self.sidebar.owner.unknown_seen.connect(self._session.staff.name_of)
        self.view.contact_changed.connect(self._on_contact_changed)
        self.view.listed_anew.connect(lambda row_id: self._on_contact_changed(row_id, soon=True))
        self.view.opened.connect(self.keys.open_detail)
        self.view.selection_counted.connect(self._on_selection_counted)
        self.detail.edit_requested.connect(self.writing.edit)
        self.detail.delete_requested.connect(self.writing.delete)
        self.strip.reason_requested.connect(self.writing.explain_read_only)
        self.sidebar.unfinished_requested.connect(self.writing.show_unfinished)
        self.writing.changed.connect(self._on_writing_changed)
        self.writing.open_requested.connect(self.show_person)
        self.viewed.viewed.connect(self._session.recent.note_viewed)
        self.writing.saved.connect(lambda userid: self._session.recent.note_viewed(userid))
        self.writing.saved.connect(self.seeking.seek)
        self.writing.restored.connect(lambda back: self.seeking.seek(back[0], Seek.BACK, back[1:]))
        self.seeking.hidden.connect(self.writing.tell_hidden)
        for part in (self.view, self.message):
            part.typed.connect(self.keys.type)
        self.view.composed.connect(self.keys.compose)
        self.view.typed_into = self.search
        self.view.columns_changed.connect(lambda: self.settings.change(columns=self.view.columns_state()))
        self.detail.back.connect(self.panes.leave_details)
        self.panes.splitterMoved.connect(lambda: self.settings.change(splitter=self.panes.state()))
        self.status.stop_requested.connect(book.stop)
        self.status.resume_requested.connect(book.resume)
        self.status.retry_requested.connect(self._check_again)

    def close_page(self) -> None:
        """End what is under way; the page may be dropped then."""
        self.events.close()
        self.telling.close()
        self.acts.close()
        self.writing.close()
        self.recent.close()
        self.asking.close()
        self.queries.close()
        self.states.close()
        self._tasks.cancel()
        self.banner.clear()

    # -- what parts ask of each other ------------------------------------------------------------------------

    def tell_actions(self) -> None:
        """Enable what can be done now."""
        self.acts.tell()

    def _owner_name(self, userid: str) -> people.Named:
        session, me = self._session, self.queries.query.me  # the session looks in the copy who one is
        return people.colleague(session.staff.name_of(userid), userid, me, cut_off=session.book.progress.is_cut_off)

    def _check_again(self) -> None:
        self._tasks.start(self._session.check_again())

    def _on_contact_changed(self, row_id: int | None, *, soon: bool = False) -> None:
        self.detail.show_contact(row_id, soon=soon)
        self.viewed.look()
        self.tell_actions()

    def _on_selection_counted(self, count: int) -> None:
        self.detail.show_several(count)
        self.result.show_selected(count)
        self.viewed.look()
        self.tell_actions()

    def _on_writing_changed(self) -> None:
        self.strip.show_session(self._session)
        self.detail.set_writing(self.writing.allowed)
        self.sidebar.set_unfinished(self.writing.count)
        self.tell_actions()
        self.states.show()

    def show_person(self, userid: str) -> None:
        """Choose a contact in the list; where the filters hide it they are taken off."""
        self.seeking.seek(userid, Seek.ASKED_FOR)

    # -- size ------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.adapt()
