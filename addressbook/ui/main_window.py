"""The one window: welcome page or open book, menus, and what is remembered about its place on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QDialog, QMainWindow, QMenu, QStackedWidget, QWidget

from addressbook.domain.query import ContactQuery
from addressbook.services.session_kind import SessionKind
from addressbook.settings import SettingsFile
from addressbook.ui import theme
from addressbook.ui.actions import MENUS, SPECS, Act, make_actions
from addressbook.ui.book_page import BookPage
from addressbook.ui.open_session import OpenSession

if TYPE_CHECKING:
    from addressbook.ui.book_writing import Carried

SMALLEST = QSize(800, 600)
FIRST_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """Shows one page at a time. Words are renewed by building everything anew when the language changes; so is what was
    measured when the size of text changes.

    `make_welcome` makes the welcome page. Dialogs are the application's
    affair: the window tells what was asked for.
    """

    connect_requested = Signal()
    credentials_requested = Signal()
    sign_out_requested = Signal()
    settings_requested = Signal()
    report_requested = Signal()
    about_requested = Signal()
    leave_requested = Signal()  # somebody wants to close the window while forms are open
    closed = Signal()

    def __init__(
        self, settings: SettingsFile, make_welcome: Callable[[], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._make_welcome = make_welcome
        self._session: OpenSession | None = None
        self._page: BookPage | None = None
        self._rebuild = QTimer(self)
        self._rebuild.setSingleShot(True)
        self._rebuild.timeout.connect(self._build_anew)
        theme.current().text_changed.connect(self._on_text_changed)
        self.setMinimumSize(SMALLEST)
        self.resize(FIRST_SIZE)
        geometry = settings.values.window_geometry
        if geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)
        self.actions_by_id = make_actions(self)
        self._connect_actions()
        self._build_menus()
        self.renew_title()

    # -- pages -----------------------------------------------------------------------------------------------

    @property
    def book_page(self) -> BookPage | None:
        """The page of the open book, None on the welcome page."""
        return self._page

    def show_welcome(self) -> None:
        """Show the welcome page."""
        self._session = None
        self._show(self._make_welcome(), None)

    def show_session(
        self, session: OpenSession, query: ContactQuery | None = None, carried: Carried | None = None
    ) -> BookPage:
        """Show an open book; `carried` is what goes on of the page before. Returns the new page."""
        self._session = session
        page = BookPage(session, self._settings, self.actions_by_id, query, carried, self._stack)
        page.connect_requested.connect(self.connect_requested)
        page.credentials_requested.connect(self.credentials_requested)
        self._show(page, page)
        return page

    def _show(self, widget: QWidget, page: BookPage | None) -> None:
        if self._page is not None:
            self._page.close_page()
        self._page = page
        old = self._stack.currentWidget()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._build_menus()
        self.renew_title()
        if page is not None:
            page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew_title(self) -> None:
        """Put the name of the open book into the title."""
        name = QCoreApplication.translate("MainWindow", "Address Book for DingTalk")
        book = self._session.profile_name if self._session is not None else ""
        if self._session is not None and self._session.kind is SessionKind.SAMPLE:
            book = self.tr("Sample book")
        if book:
            name = self.tr("{book} – {program}").format(book=book, program=name)
        self.setWindowTitle(name)

    # -- menus -----------------------------------------------------------------------------------------------

    def _build_menus(self) -> None:
        actions = self.actions_by_id
        for act, action in actions.items():
            if SPECS[act].needs_book:
                action.setEnabled(self._page is not None)
        sample = self._session is not None and self._session.kind is SessionKind.SAMPLE
        actions[Act.CONNECT].setVisible(sample)
        actions[Act.SIGN_OUT].setVisible(self._session is not None and not sample)
        bar = self.menuBar()
        bar.clear()
        for menu in bar.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly):
            menu.deleteLater()  # `clear` takes them off only
        for title, entries in MENUS:
            menu = bar.addMenu(QCoreApplication.translate("Actions", title))
            for entry in entries:
                if entry is None:
                    menu.addSeparator()
                elif isinstance(entry, Act):
                    if self._page is not None or not SPECS[entry].needs_book:
                        menu.addAction(actions[entry])
                elif self._page is not None:
                    menu.addMenu(self._page.sort_menu if entry == "sort" else self._page.columns_menu)
            if not [action for action in menu.actions() if not action.isSeparator()]:
                bar.removeAction(menu.menuAction())
        if self._page is not None:
            self._page.tell_actions()

    def _connect_actions(self) -> None:
        for act, signal in (
            (Act.CONNECT, self.connect_requested),
            (Act.SIGN_OUT, self.sign_out_requested),
            (Act.SETTINGS, self.settings_requested),
            (Act.REPORT, self.report_requested),
            (Act.ABOUT, self.about_requested),
        ):
            self.actions_by_id[act].triggered.connect(lambda _=False, signal=signal: signal.emit())
        self.actions_by_id[Act.QUIT].triggered.connect(lambda: self.close())

    # -- language and size of text ---------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._rebuild.start(0)  # two catalogues come and go for one change

    def _on_text_changed(self) -> None:
        over = next((dialog for dialog in self.findChildren(QDialog) if dialog.isVisible()), None)
        if over is None:
            self._rebuild.start(0)
        else:  # the page waits for its answer: with another page it would go, and what is typed into it
            over.finished.connect(self._on_text_changed, Qt.ConnectionType.QueuedConnection)

    def _build_anew(self) -> None:
        for action in self.actions_by_id.values():
            action.deleteLater()
        before = self._page
        carried = before.writing.hand_over() if before is not None else None
        searching = before is not None and self.focusWidget() is before.search
        if before is not None:
            before.close_page()  # its hold on the old actions ends before they do
            self._page = None
        self.actions_by_id = make_actions(self)
        self._connect_actions()
        if self._session is None or before is None:
            # the welcome page renews its own words, and keeps what was typed into it
            self._build_menus()
            self.renew_title()
            return
        page = self.show_session(self._session, before.queries.query, carried)
        page.view.take_place(before.view.place())
        if searching:  # whoever is typing goes on, and does not begin another search over the list
            page.search.setFocus(Qt.FocusReason.OtherFocusReason)
            page.search.setCursorPosition(before.search.cursorPosition())

    # -- closing ---------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._page is not None:
            self._page.keys.escape()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._page is not None and self._page.writing.has_open_forms:
            event.ignore()
            self.leave_requested.emit()
            return
        self._settings.change(window_geometry=self.saveGeometry().toBase64().toStdString())
        if self._page is not None:
            self._page.close_page()
        super().closeEvent(event)
        self.closed.emit()
