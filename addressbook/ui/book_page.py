"""The page of an open book: search, sidebar, table, details, status, and the glue between them and the session."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QByteArray, QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from addressbook.domain.query import ContactQuery, Counts, Scope, SortKey
from addressbook.domain.staff import NameState
from addressbook.errors import AddressBookError
from addressbook.services.events import (
    ContactsChanged,
    LabelsChanged,
    LoadProgress,
    LoadState,
    StaffChanged,
    StoreTrouble,
)
from addressbook.services.session_kind import ReadOnlyReason, SessionKind
from addressbook.settings import SettingsFile
from addressbook.ui import icons, people
from addressbook.ui.actions import SCOPES, Act, with_key
from addressbook.ui.book_query import BookQueries
from addressbook.ui.contact_view import ContactView
from addressbook.ui.detail_pane import DetailPane
from addressbook.ui.filter_line import FilterLine
from addressbook.ui.models.columns import COLUMNS, Column, column_title
from addressbook.ui.models.contact_table import ContactTable
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.open_session import OpenSession
from addressbook.ui.owner_filter import OwnerChoice
from addressbook.ui.sidebar import Sidebar
from addressbook.ui.status_bar import StatusBar
from addressbook.ui.tasks import Tasks
from addressbook.ui.texts import explain
from addressbook.ui.widgets.banner import Banner
from addressbook.ui.widgets.page_message import PageMessage
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.search_box import SearchBox
from addressbook.ui.widgets.small import ElidedLabel, StyledWidget, push_button, tool_button

_SCOPES = dict(zip(SCOPES, (Scope.ALL, Scope.MINE, Scope.SHARED, Scope.NO_LABEL), strict=True))
_BUSY = (LoadState.LOADING, LoadState.REFRESHING, LoadState.WAITING)
_FIRST_SKELETON = 12
_MORE_SKELETON = 2

# Widths at which something gives way (docs: design tokens, section 5)
_OWNER_FROM, _DETAIL_FROM, _WIDE_LABELS_FROM = 1100, 1000, 900
_FOLD_BELOW = 680


class BookPage(QWidget):
    """Lives as long as its session is shown; `close_page` ends what it has under way."""

    connect_requested = Signal()

    def __init__(
        self,
        session: OpenSession,
        settings: SettingsFile,
        actions: dict[Act, QAction],
        query: ContactQuery | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._actions = session, settings, actions
        self._book = session.book
        self._counts: Counts | None = None
        self._store_error: AddressBookError | None = None
        self._narrow = False  # the details stand in the table's place
        self._folded = False
        self._tasks = Tasks(self)
        self._subscriptions: list[Callable[[], None]] = []
        self._connections: list[tuple[QAction, object]] = []

        first = replace(query or ContactQuery(), me=session.me)
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
        self.search = SearchBox()
        self.sidebar = Sidebar()
        self.banner = Banner()
        self.filters = FilterLine()
        self.view = ContactView()
        self.view.setModel(self.table)
        self.detail = DetailPane(self._book, self._session.staff, self._session.me)
        self.detail.setMinimumWidth(280)
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
        column.addWidget(self._build_result_line())
        column.addWidget(self.filters)
        column.addWidget(self._stack, 1)
        self._main.setMinimumWidth(360)

        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.sidebar, self._main, self.detail):
            self.splitter.addWidget(widget)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setStretchFactor(2, 0)
        self.splitter.setSizes([224, 736, 320])

        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_toolbar())
        strip = self._build_strip()
        if strip is not None:
            layout.addWidget(strip)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(self.status)
        values = self._settings.values
        self.view.restore_columns(values.columns)
        self.view.set_compact(values.compact_rows)
        if values.splitter:
            self.splitter.restoreState(QByteArray.fromBase64(values.splitter.encode()))
        for before, after in (
            (self.search, self._columns_button),
            (self._columns_button, self._refresh_button),
            (self._refresh_button, self._sidebar_button),
            (self._sidebar_button, self._detail_button),
        ):
            QWidget.setTabOrder(before, after)

    def _build_toolbar(self) -> QWidget:
        bar = StyledWidget("toolbar")
        bar.setFixedHeight(max(48, self.search.sizeHint().height() + 16))
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(4)
        self.search.setMaximumWidth(520)
        self.search.setMinimumWidth(200)
        layout.addWidget(self.search, 1)
        layout.addStretch(1)
        self._columns_button = tool_button("columns", self.tr("Columns"))
        self._columns_button.clicked.connect(self._open_columns)
        self._refresh_button = self._action_button(Act.REFRESH, "refresh", self.tr("Refresh"))
        self._sidebar_button = self._action_button(Act.SIDEBAR, "sidebar", self.tr("Sidebar"))
        self._detail_button = self._action_button(Act.DETAIL, "panel", self.tr("Details"))
        layout.addWidget(self._columns_button)
        layout.addWidget(self._refresh_button)
        layout.addSpacing(16)
        layout.addWidget(self._sidebar_button)
        layout.addWidget(self._detail_button)
        return bar

    def _action_button(self, act: Act, icon: str, text: str) -> QToolButton:
        action = self._actions[act]
        button = tool_button(icon, with_key(text, action))
        button.setAccessibleName(text)
        if action.isCheckable():
            button.setCheckable(True)
            button.setChecked(action.isChecked())
            action.toggled.connect(button.setChecked)
        button.clicked.connect(lambda: action.trigger())
        return button

    def _build_strip(self) -> QWidget | None:
        """The line that says, as long as the book is open, what kind of book this is."""
        if self._session.kind is SessionKind.SAMPLE:
            text = self.tr("Sample book: nothing reaches DingTalk")
            button = push_button(self.tr("Connect your organisation"), self.connect_requested.emit, "link")
        elif self._session.read_only_reason is ReadOnlyReason.THIRD_PARTY:
            text, button = self.tr("Read-only: opened with a token of another provider's app"), None
        elif self._session.kind is SessionKind.TEMPORARY:
            text, button = self.tr("For this time only: nothing is kept on this computer"), None
        else:
            return None
        strip = QFrame()
        strip.setProperty("kind", "strip")
        strip.setAccessibleName(text)
        layout = QHBoxLayout(strip)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(8)
        mark = plain_label()
        mark.setPixmap(icons.pixmap("info", 15, "info", self.devicePixelRatioF()))
        layout.addWidget(mark)
        layout.addWidget(plain_label(text, wrap=False))
        if button is not None:
            layout.addWidget(button)
        layout.addStretch(1)
        return strip

    def _build_result_line(self) -> QWidget:
        line = StyledWidget("line_below")
        layout = QHBoxLayout(line)
        layout.setContentsMargins(16, 3, 10, 3)
        layout.setSpacing(8)
        self._result = ElidedLabel()
        self._among = ElidedLabel(kind="muted")
        self._sort_button = QToolButton()
        self._sort_button.setProperty("kind", "bare")
        self._sort_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._sort_button.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._sort_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sort_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icons.use(self._sort_button, "down", "muted", 13)
        self.sort_menu = QMenu(self.tr("So&rt by"), self)
        self.sort_menu.aboutToShow.connect(self._fill_sort_menu)
        self._sort_button.setMenu(self.sort_menu)
        self.columns_menu = self.view.columns_menu()
        self.columns_menu.setTitle(self.tr("Col&umns"))
        self.columns_menu.aboutToShow.connect(self.view.columns_menu)
        layout.addWidget(self._result)
        layout.addWidget(self._among, 1)
        layout.addWidget(self._sort_button)
        line.setMinimumHeight(36)
        return line

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
        self.search.escaped.connect(self._on_escape)
        self.search.left_down.connect(self._enter_table)
        self.sidebar.query_changed.connect(self._on_sidebar_query)
        self.sidebar.owners_asked.connect(lambda: self._tasks.start(self._read_owners()))
        self.filters.query_changed.connect(self._ask)
        self.filters.cleared.connect(self.clear_filters)
        self.view.sort_requested.connect(self._on_sort_requested)
        self.view.contact_changed.connect(self._on_contact_changed)
        self.view.opened.connect(self._open_detail)
        self.view.typed.connect(self._on_typed)
        self.view.columns_changed.connect(lambda: self._settings.change(columns=self.view.columns_state()))
        self.detail.back.connect(self._leave_detail)
        self.splitter.splitterMoved.connect(self._on_splitter_moved)
        self.status.stop_requested.connect(self._book.stop)
        self.status.resume_requested.connect(self._book.resume)
        self.status.retry_requested.connect(self._check_again)
        values = self._settings.values
        for act, slot in (
            (Act.FIND, self._on_find),
            (Act.CLEAR_FILTERS, self.clear_filters),
            (Act.COPY_CARD, self.detail.copy_card),
            (Act.COPY_PHONE, self.detail.copy_phone),
            (Act.CALL, self.detail.call),
            (Act.MAIL, self.detail.mail),
            (Act.OPEN, self._open_detail),
            (Act.NEXT_PANE, lambda: self._cycle(1)),
            (Act.PREVIOUS_PANE, lambda: self._cycle(-1)),
            (Act.REFRESH, self._book.refresh),
            (Act.STOP, self._book.stop),
        ):
            self._on(act, slot)
        for act, scope in _SCOPES.items():
            self._on(act, lambda scope=scope: self._ask(replace(self.queries.query, scope=scope)))
        self._actions[Act.SIDEBAR].setChecked(values.sidebar_visible)
        self._actions[Act.DETAIL].setChecked(values.detail_visible)
        self._actions[Act.COMPACT].setChecked(values.compact_rows)
        self._on(Act.SIDEBAR, self._on_sidebar_toggled)
        self._on(Act.DETAIL, self._on_detail_toggled)
        self._on(Act.COMPACT, self._on_compact_toggled)
        self.sidebar.setVisible(values.sidebar_visible)
        self._sidebar_button.setChecked(values.sidebar_visible)
        self._detail_button.setChecked(values.detail_visible)

    def _on(self, act: Act, slot: Callable[[], object]) -> None:
        action = self._actions[act]
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
        self.queries.ask(query)
        self._show_query()

    def _show_query(self) -> None:
        query = self.queries.query
        self.sidebar.show_query(query)
        if self.search.text() != query.text:
            self.search.setText(query.text)
        self.filters.show_query(query, self.table.labels, self._owner_name)
        self.view.set_sort(query.sort, query.descending)
        column = next(column for column, spec in COLUMNS.items() if spec.sort is query.sort)
        words = self.tr("Sorted by: {column}").format(column=column_title(column))
        self._sort_button.setText(words)
        self._sort_button.setAccessibleName(words)
        icons.use(self._sort_button, "up" if query.descending else "down", "muted", 13)
        for act, scope in _SCOPES.items():
            self._actions[act].setChecked(scope is query.scope)
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
        self._ask(replace(self.queries.query, sort=key, descending=descending))

    def _fill_sort_menu(self) -> None:
        self.sort_menu.clear()
        now = self.queries.query
        for column, spec in COLUMNS.items():
            if spec.sort is None:
                continue
            action = self.sort_menu.addAction(column_title(column))
            action.setCheckable(True)
            action.setChecked(spec.sort is now.sort)
            action.triggered.connect(lambda _=False, key=spec.sort: self._on_sort_requested(key, False))
        self.sort_menu.addSeparator()
        back = self.sort_menu.addAction(self.tr("&Descending"))
        back.setCheckable(True)
        back.setChecked(now.descending)
        back.triggered.connect(lambda on: self._on_sort_requested(self.queries.query.sort, on))

    async def _read_owners(self) -> None:
        owners = await self._book.owners()
        choices = [
            OwnerChoice(owner.userid, self._owner_name(owner.userid), owner.count, owner.state is NameState.GONE)
            for owner in owners
        ]
        self.sidebar.set_owners(choices)

    def _owner_name(self, userid: str) -> str:
        return people.colleague(self._session.staff, userid, self._session.me)

    # -- what has happened -----------------------------------------------------------------------------------

    def _on_answered(self) -> None:
        self._store_error = None
        self._show_state()

    def _on_counted(self, counts: Counts) -> None:
        self._counts = counts
        self.sidebar.set_counts(counts)
        self.status.show_progress(self._book.progress, counts.total)
        self._show_state()

    def _on_query_failed(self, error: BaseException) -> None:
        if not isinstance(error, AddressBookError):
            raise error
        self._store_error = error
        self._show_state()

    def _on_labels_changed(self) -> None:
        labels = LabelIndex(self._book.label_groups())
        self.table.set_labels(labels)
        self.detail.set_labels(labels)
        self.sidebar.set_groups(labels.groups)
        self._show_query()

    def _on_staff_changed(self) -> None:
        self._on_me_known()
        self.table.refresh_names()
        self.detail.refresh()
        self._show_query()

    def _on_me_known(self) -> None:
        me = self._session.me
        self.sidebar.set_me_known(me is not None)
        self.queries.set_me(me)
        self.detail.set_me(me)
        self.tell_actions()

    def _on_progress(self, progress: LoadProgress) -> None:
        self.status.show_progress(progress, self._counts.total if self._counts is not None else None)
        self.tell_actions()
        self._show_state()

    def _on_trouble(self, trouble: StoreTrouble) -> None:
        self._store_error = trouble.error
        self._show_state()

    def _check_again(self) -> None:
        self._tasks.start(self._session.check_again())

    # -- states ----------------------------------------------------------------------------------------------

    def _show_state(self) -> None:
        self._show_banner()
        self._show_result()
        progress, query = self._book.progress, self.queries.query
        answered, size = self.queries.is_answered, self.table.size
        loading = progress.state in (LoadState.LOADING, LoadState.WAITING) or not answered
        unfiltered = not query.is_filtered and query.scope is Scope.ALL
        if not answered and size == 0:
            self.table.set_placeholders(_FIRST_SKELETON if unfiltered else 0)
            self._stack.setCurrentWidget(self.view)
        elif size > 0:
            more = loading and unfiltered and self._book.has_more
            self.table.set_placeholders(_MORE_SKELETON if more else 0)
            self._stack.setCurrentWidget(self.view)
        elif unfiltered and loading and progress.error is None:
            self.table.set_placeholders(_FIRST_SKELETON)
            self._stack.setCurrentWidget(self.view)
        else:
            self.table.set_placeholders(0)
            self._say_empty(query, progress)
            self._stack.setCurrentWidget(self.message)
        whole_is_empty = self._counts is not None and self._counts.total == 0
        self.search.setEnabled(not whole_is_empty or query.is_filtered)

    def _say_empty(self, query: ContactQuery, progress: LoadProgress) -> None:
        clear = (self.tr("Clear filters"), self.clear_filters)
        everyone = (self.tr("Show all contacts"), self._show_all)
        loading = not progress.complete
        if query.text.strip():
            text = (
                self.tr("The book is still being loaded; who is missing may yet come.")
                if loading
                else self.tr("Check the spelling, or search in all contacts without filters.")
            )
            self.message.show_message(
                "search", self.tr("No one matches “{text}”").format(text=query.text), text, (clear,)
            )
        elif query.is_filtered:
            text = self.tr("Nobody has these labels and this owner together.")
            self.message.show_message("filter", self.tr("No one matches the filters"), text, (clear,))
        elif query.scope is not Scope.ALL:
            titles = {
                Scope.MINE: self.tr("No contacts of yours"),
                Scope.SHARED: self.tr("No contacts are shared with you"),
                Scope.NO_LABEL: self.tr("Every contact has a label"),
            }
            self.message.show_message("users", titles[query.scope], "", (everyone,))
        elif loading:
            text = self.tr("As soon as DingTalk answers, the first contacts appear here.")
            self.message.show_message("book", self.tr("Nothing is loaded yet"), text)
        else:
            text = self.tr("Contacts that are added in DingTalk appear here.")
            self.message.show_message("book", self.tr("No contacts yet"), text)

    def _show_result(self) -> None:
        query, locale = self.queries.query, QLocale()
        size = self.table.size
        if not self.queries.is_answered and size == 0:
            self._result.set_full_text("")
            self._among.set_full_text("")
            return
        if query.text.strip():
            words = self.tr("%Ln contact(s) match “{text}”", "", size).format(text=query.text.strip())
        else:
            words = self.tr("%Ln contact(s)", "", size)
        self._result.set_full_text(words)
        total = self._counts.total if self._counts is not None else None
        if total is None or not (query.is_filtered or query.scope is not Scope.ALL):
            self._among.set_full_text("")
        elif self._book.progress.complete:
            self._among.set_full_text(self.tr("of {total}").format(total=locale.toString(total)))
        else:
            self._among.set_full_text(self.tr("among the {total} loaded so far").format(total=locale.toString(total)))

    def _show_banner(self) -> None:
        """The most serious message, one at a time."""
        progress = self._book.progress
        check = (self.tr("Check again"), self._check_again)
        retry = (self.tr("Try again"), self._check_again)
        if progress.state is LoadState.FAILED and progress.error is not None:
            self.banner.show_explanation(explain(progress.error), (check,))
        elif self._store_error is not None:
            self.banner.show_explanation(explain(self._store_error), ())
        elif progress.state is LoadState.WAITING and progress.error is not None:
            self.banner.show_explanation(explain(progress.error), ((self.tr("Stop"), self._book.stop),))
            self.banner.set_countdown(progress.retry_at)
        elif progress.state is LoadState.OFFLINE:
            if progress.error is not None:
                self.banner.show_explanation(explain(progress.error), (retry,))
            else:
                self.banner.show_info(
                    self.tr("You are offline"),
                    self.tr("You see the contacts that are on this computer."),
                    (retry,),
                    icon="offline",
                )
            self.banner.set_countdown(progress.retry_at)
        elif self._session.trouble is not None:
            self.banner.show_explanation(explain(self._session.trouble.error), ())
        else:
            self.banner.clear()
        self._banner_room.setVisible(not self.banner.isHidden())

    # -- panes -----------------------------------------------------------------------------------------------

    def _on_contact_changed(self, row_id: int | None) -> None:
        if row_id != getattr(self, "_shown_id", None) or row_id is None:
            self._shown_id = row_id
            self.detail.show_contact(row_id)
        else:
            self.detail.refresh()
        self.tell_actions()

    def tell_actions(self) -> None:
        """Enable what can be done now."""
        contact, me = self.detail.contact, self._session.me
        for act in (Act.SCOPE_MINE, Act.SCOPE_SHARED):
            self._actions[act].setEnabled(me is not None)
        self._actions[Act.CLEAR_FILTERS].setEnabled(self.queries.query.is_filtered)
        self._actions[Act.STOP].setEnabled(self._book.progress.state in _BUSY)
        self._actions[Act.OPEN].setEnabled(self.view.current_id is not None)
        self._actions[Act.COPY_CARD].setEnabled(contact is not None)
        self._actions[Act.COPY_PHONE].setEnabled(bool(self.detail.phone))
        self._actions[Act.CALL].setEnabled(self.detail.can_call)
        self._actions[Act.MAIL].setEnabled(self.detail.can_mail)

    def _open_detail(self) -> None:
        if self.view.current_id is None:
            return
        if self.width() < _DETAIL_FROM:
            self._narrow = True
        else:
            self._actions[Act.DETAIL].setChecked(True)
            self._settings.change(detail_visible=True)
        self._adapt()
        self.detail.focus_first()

    def _leave_detail(self) -> None:
        self._narrow = False
        self._adapt()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter_table(self) -> None:
        if self.table.size:
            self.view.setFocus(Qt.FocusReason.TabFocusReason)
            if self.view.current_id is None:
                self.view.choose_line(0)

    def _on_find(self) -> None:
        if self._narrow:
            self._leave_detail()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_typed(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(text)

    def _on_escape(self) -> None:
        if self.queries.query.is_filtered:
            self.clear_filters()

    def escape(self) -> None:
        """Esc outside the search box: back to the list, else text, else the other filters."""
        if self._narrow:
            self._leave_detail()
        elif self.queries.query.text:
            self.search.clear()
        else:
            self._on_escape()

    def _open_columns(self) -> None:
        button = self._columns_button
        self.view.columns_menu().popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _on_sidebar_toggled(self) -> None:
        on = self._actions[Act.SIDEBAR].isChecked()
        self.sidebar.setVisible(on)
        self._settings.change(sidebar_visible=on)

    def _on_detail_toggled(self) -> None:
        on = self._actions[Act.DETAIL].isChecked()
        if self.width() < _DETAIL_FROM:
            self._narrow = on and self.view.current_id is not None
        else:
            self._settings.change(detail_visible=on)
        self._adapt()

    def _on_compact_toggled(self) -> None:
        on = self._actions[Act.COMPACT].isChecked()
        self.view.set_compact(on)
        self._settings.change(compact_rows=on)

    def _on_splitter_moved(self) -> None:
        state = self.splitter.saveState().toBase64().toStdString()
        self._settings.change(splitter=state)

    def _panes(self) -> list[QWidget]:
        middle = self.view if self._stack.currentWidget() is self.view else self.message
        panes: list[QWidget] = [self.search, self.sidebar, middle, self.detail]
        return [pane for pane in panes if pane.isVisible()]

    def _cycle(self, by: int) -> None:
        panes = self._panes()
        focused = self.focusWidget()
        place = next(
            (
                number
                for number, pane in enumerate(panes)
                if pane is focused or (focused and pane.isAncestorOf(focused))
            ),
            -1 if by > 0 else 0,
        )
        target = panes[(place + by) % len(panes)]
        if target is self.sidebar:
            self.sidebar.scopes[self.queries.query.scope].setFocus(Qt.FocusReason.TabFocusReason)
        elif target is self.detail:
            self.detail.focus_first()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)

    # -- size ------------------------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return QSize(640, 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._adapt()

    def _adapt(self) -> None:
        """What gives way when the window is small; nothing is reachable only in the wide layout."""
        width = self.width()
        if width >= _DETAIL_FROM:
            self._narrow = False
        wanted = self._actions[Act.DETAIL].isChecked()
        self.detail.setVisible(self._narrow or (wanted and width >= _DETAIL_FROM))
        self.detail.set_narrow(self._narrow)
        self._main.setVisible(not self._narrow)
        self.detail.setMaximumWidth(16777215 if self._narrow else (300 if width < _OWNER_FROM else 440))
        self.sidebar.setMaximumWidth(200 if width < _WIDE_LABELS_FROM else 320)
        self.view.drop_columns({Column.OWNER} if width < _OWNER_FROM else set())
        if self.height() < _FOLD_BELOW and not self._folded and self.sidebar.tree.rowCount():
            self._folded = True
            self.sidebar.labels.fold_unticked()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._adapt()
