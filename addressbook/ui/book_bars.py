"""The bars of the book page: toolbar, the strip that tells what kind of book this is, and the result line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from addressbook.domain.query import ContactQuery, SortKey
from addressbook.domain.search_words import parse
from addressbook.services.session_kind import ReadOnlyReason, SessionKind
from addressbook.ui import icons, theme
from addressbook.ui.actions import Act, with_key
from addressbook.ui.models.columns import order_title, orders
from addressbook.ui.open_session import OpenSession
from addressbook.ui.plain_text import quoted, tooltip
from addressbook.ui.widgets.plain import announce, plain_label
from addressbook.ui.widgets.search_box import SearchBox
from addressbook.ui.widgets.small import ElidedLabel, StyledWidget, push_button, tool_button


class Toolbar(StyledWidget):
    """Search, and buttons for what is often done."""

    def __init__(self, actions: dict[Act, QAction], columns_menu: Callable[[], QMenu]) -> None:
        super().__init__("toolbar")
        self._columns_menu = columns_menu
        self.search = SearchBox()
        self.search.setMaximumWidth(520)
        self.search.setMinimumWidth(200)
        self.setFixedHeight(max(48, self.search.sizeHint().height() + 16))
        self._columns = tool_button("columns", self.tr("Columns"))
        self._columns.clicked.connect(self._open_columns)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(4)
        self._new = push_button("", actions[Act.NEW].trigger, "primary")
        self._new.setText(self.tr("New contact"))
        self._new.setToolTip(with_key(self.tr("New contact"), actions[Act.NEW]))
        policy = self._new.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # in a book that cannot be changed the search box stays over the list
        self._new.setSizePolicy(policy)
        icons.use(self._new, "plus", "on_accent", 16)
        self._new_action = actions[Act.NEW]
        self._new_action.changed.connect(self._on_new_changed)  # which ends with this bar; a lambda would not
        layout.addWidget(self._new)
        layout.addSpacing(20)
        layout.addWidget(self.search, 8)
        layout.addStretch(1)
        layout.addWidget(self._columns)
        layout.addWidget(self._button(actions[Act.REFRESH], "refresh", self.tr("Refresh")))
        layout.addSpacing(16)
        layout.addWidget(self._button(actions[Act.SIDEBAR], "sidebar", self.tr("Sidebar")))
        layout.addWidget(self._button(actions[Act.DETAIL], "panel", self.tr("Details")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout, new = self.layout(), self._new
        if layout is not None:  # the button is as wide as the sidebar, where large text leaves room for that
            room = self.width() - layout.minimumSize().width() + max(new.minimumWidth(), new.minimumSizeHint().width())
            room -= max(0, theme.current().px(260) - self.search.minimumWidth())  # for what is typed
            new.setMinimumWidth(max(new.sizeHint().width(), min(theme.current().px(200), room)))

    @staticmethod
    def _button(action: QAction, icon: str, text: str) -> QToolButton:
        button = tool_button(icon, with_key(text, action))
        button.setAccessibleName(text)
        if action.isCheckable():
            button.setCheckable(True)
            button.setChecked(action.isChecked())
            action.toggled.connect(button.setChecked)
        button.clicked.connect(action.trigger)
        return button

    def _on_new_changed(self) -> None:
        self._new.setVisible(self._new_action.isVisible())
        self._new.setEnabled(self._new_action.isEnabled())

    def _open_columns(self) -> None:
        self._columns_menu().popup(self._columns.mapToGlobal(self._columns.rect().bottomLeft()))


class BookStrip(QFrame):
    """Says, as long as the book is open, what kind of book this is; hidden for an ordinary one."""

    connect_requested = Signal()
    reason_requested = Signal()

    def __init__(self, session: OpenSession) -> None:
        super().__init__()
        self.setProperty("kind", "strip")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(8)
        self._mark = plain_label(wrap=False)
        self._text = ElidedLabel()
        self._connect = push_button(self.tr("Connect your organisation"), self.connect_requested.emit, "link")
        self._why = push_button(self.tr("Why?"), self.reason_requested.emit, "link")
        self._why.setAccessibleName(self.tr("Why contacts cannot be changed"))
        layout.addWidget(self._mark)
        layout.addWidget(self._text)
        layout.addWidget(self._connect)
        layout.addWidget(self._why)
        layout.addStretch(1)
        icons.use(self._mark, "info", "info", 15)
        self.show_session(session)

    def show_session(self, session: OpenSession) -> None:
        """What is to be said about the book now; whether it can be written to may change."""
        reason = session.read_only_reason
        text = ""
        if session.kind is SessionKind.SAMPLE:
            text = self.tr("Sample book: nothing reaches DingTalk")
        elif reason is ReadOnlyReason.THIRD_PARTY:
            text = self.tr("Read-only: opened with the token of another provider's app, for this time only")
        elif reason is ReadOnlyReason.PERMISSION:
            text = self.tr("Read-only: the app has no permission to change contacts")
        elif reason is ReadOnlyReason.WORK_DAMAGED:
            text = self.tr("Read-only: what you write could not be kept safe on this computer")
        elif session.kind is SessionKind.TEMPORARY:
            text = self.tr("For this time only: nothing is kept on this computer")
        self.setAccessibleName(text)
        self._text.set_full_text(text)
        self._connect.setVisible(session.kind is SessionKind.SAMPLE)
        self._why.setVisible(reason is not None)
        if (
            not text or self.parentWidget() is not None
        ):  # shown before it has its place, it would be a window for a moment
            self.setVisible(bool(text))


class ResultLine(StyledWidget):
    """How many contacts the list shows, among how many, and in which order."""

    sort_requested = Signal(SortKey, bool)  # key, descending

    def __init__(self) -> None:
        super().__init__("line_below")
        self._query = ContactQuery()
        self._ordered: tuple[SortKey, bool, bool] | None = None  # and whether the best match comes first
        self._orders: tuple[str, ...] = ()  # the words for the order, the shorter ones behind
        self._amongs: tuple[str, ...] = ("",)  # the same of among whom was looked
        self._found = ElidedLabel()
        self._among = ElidedLabel(kind="muted")
        self._selected = ElidedLabel(kind="strong")
        self._order = QToolButton()
        self._order.setProperty("kind", "bare")
        self._order.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._order.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the words
        self._order.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.menu = QMenu(self.tr("Sort &by"), self)
        self.menu.aboutToShow.connect(self._fill_menu)
        self._order.clicked.connect(self._open_menu)  # a button's own menu waits in a loop of its own
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 3, 10, 3)
        layout.setSpacing(8)
        layout.addWidget(self._found)
        layout.addWidget(self._among)
        layout.addWidget(self._selected)
        layout.addStretch(1)
        layout.addWidget(self._order)

    @property
    def text(self) -> str:
        """What the line says."""
        return " ".join(part for part in (self._found.accessibleName(), self._amongs[0]) if part)

    @property
    def order(self) -> str:
        """What the line says of the order."""
        return self._order.accessibleName()

    def show_selected(self, count: int) -> None:
        """Several contacts are selected; 0 and 1 need no words."""
        words = self.tr("%Ln selected", "", count) if count > 1 else ""
        self._selected.set_full_text(words)
        self._fit()
        if words:
            announce(self, words)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(0, 36))

    def show_query(self, query: ContactQuery) -> None:
        """Show how the list is ordered."""
        self._query = query
        before, self._ordered = self._ordered, (query.sort, query.descending, bool(query.text.strip()))
        if self._ordered == before:
            return
        column = order_title(query.sort)
        words = spoken = self.tr("Sorted by: {column}").format(column=column)
        self._orders = (words, column)
        if query.text.strip():  # not parsed yet: tables that takes are loaded by whoever answers first
            best = self.tr("Best match first")
            also = self.tr("Best match, then {column}").format(column=column)
            self._orders = (best,) if query.sort is SortKey.NAME and not query.descending else (also, best)
            spoken = self.tr("Best match first. {sorted}").format(sorted=words)
        self._fit()
        self._order.setAccessibleName(spoken)
        self._order.setToolTip("" if spoken == words else tooltip(spoken))
        icons.use(self._order, "up" if query.descending else "down", "muted", 13)

    def _fit(self) -> None:
        """With large text in a small window how many were found is worth more than "Sorted by", and than among whom."""
        wide, among_wide = (each.fontMetrics().horizontalAdvance for each in (self._order, self._among))
        room = self.width() - self._order.sizeHint().width() + wide(self._order.text()) - 26
        for each in (self._found, self._selected):
            room -= each.sizeHint().width() + 8 if each.accessibleName() else 0
        ways = [(self._amongs[0], order) for order in self._orders]
        ways += [(among, self._orders[-1]) for among in (*self._amongs[1:], "") if self._orders]
        fitting = (way for way in ways if (among_wide(way[0]) + 10 if way[0] else 0) + wide(way[1]) <= room)
        among, order = next(fitting, ways[-1] if ways else ("", ""))
        self._among.set_full_text(among)
        self._order.setText(order)
        for each in (self._among, self._selected):  # an empty one would take room, too
            each.setVisible(bool(each.accessibleName()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_result(
        self, size: int | None, total: int | None, *, complete: bool, searching: bool = False, learning: bool = False
    ) -> None:
        """`size` contacts were found (None: not yet answered) in a book of `total` (None: not yet counted). More may be
        found, since it is `searching` still, or `learning`: the names of owners are on their way."""
        query = self._query
        if size is None:
            self._found.set_full_text("")
            self._amongs = ("",)
            self._fit()
            return
        so_far = not complete and not query.is_narrowed
        self._found.set_full_text(self._found_words(query.text, size, so_far=so_far))
        self._amongs = ("",)
        if total is not None and query.is_narrowed:
            if not complete:
                self._amongs = (self.tr("among the {total} loaded so far"),)
            elif searching:
                self._amongs = (self.tr("of {total}; still searching"), self.tr("of {total}"))
            elif learning and parse(query.text):
                self._amongs = (self.tr("of {total}; owners' names are still loading"), self.tr("of {total}"))
            else:
                self._amongs = (self.tr("of {total}"),)
            self._amongs = tuple(words.format(total=QLocale().toString(total)) for words in self._amongs)
        self._fit()

    def _found_words(self, text: str, size: int, *, so_far: bool) -> str:
        meant, typed = parse(text), text.split()
        if so_far:
            return self.tr("%Ln contact(s) so far", "", size)
        if not meant:
            return self.tr("%Ln contact(s)", "", size)
        if len(meant) == len(typed) == 2:
            words = self.tr("%Ln contact(s) match both “{one}” and “{other}”", "", size)
            return words.format(one=quoted(typed[0]), other=quoted(typed[1]))
        if len(meant) > 2:
            return self.tr("%Ln contact(s) match all words of “{text}”", "", size).format(text=quoted(text))
        return self.tr("%Ln contact(s) match “{text}”", "", size).format(text=quoted(text))

    def _open_menu(self) -> None:
        self.menu.popup(self._order.mapToGlobal(self._order.rect().bottomLeft()))

    def _fill_menu(self) -> None:
        self.menu.clear()
        now = self._query
        for key in orders(now.scope):
            if key is SortKey.CHANGED:
                self.menu.addSeparator()
            action = self.menu.addAction(order_title(key))
            action.setCheckable(True)
            action.setChecked(key is now.sort)
            action.triggered.connect(lambda _=False, key=key: self.sort_requested.emit(key, False))
        self.menu.addSeparator()
        in_time = now.sort in (SortKey.CHANGED, SortKey.VIEWED)
        back = self.menu.addAction(self.tr("&Oldest first") if in_time else self.tr("&Descending"))
        back.setCheckable(True)
        back.setChecked(now.descending)
        back.triggered.connect(lambda on: self.sort_requested.emit(now.sort, on))
