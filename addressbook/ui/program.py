"""What the window asks for, done: pages, dialogs and sessions are joined here.

Pages and dialogs that a usual start does not show are imported when they are asked for.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import Awaitable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from addressbook.errors import AddressBookError
from addressbook.services.profiles import Profile
from addressbook.services.session import Session
from addressbook.services.session_kind import SessionKind
from addressbook.services.threads import on_own_thread
from addressbook.ui.actions import Act
from addressbook.ui.context import AppContext
from addressbook.ui.dialogs.base import answer
from addressbook.ui.dialogs.message import Choice, ask, tell_error
from addressbook.ui.dialogs.secret_store import StoreAnswer, with_password_store
from addressbook.ui.made_ready import MadeReady
from addressbook.ui.main_window import MainWindow
from addressbook.ui.tasks import Tasks
from addressbook.ui.texts import sentences

if TYPE_CHECKING:
    from addressbook.ui.welcome_page import WelcomePage

log = logging.getLogger(__name__)

UNSHOWN_SECONDS = 0.4  # a window that is filled when it appears is calmer than one that fills


class Program(QObject):
    """One window and at most one open session. `closed` is told when the person has closed the window."""

    closed = Signal()

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tasks = Tasks(self, self._on_failed)
        self._session: Session | None = None
        self._welcome: WelcomePage | None = None
        self._telling = False
        self._asking = False
        self._made_ready = MadeReady(self)
        self.window = MainWindow(context.settings, self._make_welcome)
        self.window.connect_requested.connect(self._on_connect_requested)
        self.window.credentials_requested.connect(self._on_credentials_requested)
        self.window.sign_out_requested.connect(self._on_sign_out_requested)
        self.window.settings_requested.connect(lambda: self._tasks.start(self._show_settings()))
        self.window.report_requested.connect(lambda: self._tasks.start(self._show_report()))
        self.window.about_requested.connect(lambda: self._tasks.start(self._show_about()))
        self.window.leave_requested.connect(lambda: self._tasks.start(self._close_window()))
        self.window.closed.connect(self.closed)
        context.errors.unexpected.connect(self._on_unexpected)

    @property
    def session(self) -> Session | None:
        """The open session, None on the welcome page."""
        return self._session

    def begin(self, *, demo: bool) -> None:
        """Open the sample book, or the book that was open last, or show the welcome page."""
        self._tasks.start(self._begin_and_tell(demo))

    def to_front(self) -> None:
        """Bring the window before all others, as far as the system lets us."""
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def end(self) -> None:
        """Stop what is under way; the sessions are closed by whoever owns them."""
        self._tasks.cancel()
        page = self.window.book_page
        if page is not None:
            page.close_page()  # it must not ask a book that is closed
        self.window.hide()

    async def keep_forms(self) -> None:
        """Before the end: what is typed into open forms is kept as drafts."""
        page = self.window.book_page
        if page is not None:
            await page.writing.close_forms(ask=False)

    async def _close_window(self) -> None:
        """Close the window once a person has decided about each open form."""
        if await self._may_leave(keeps=self._session is not None and self._session.kind is SessionKind.ORGANISATION):
            self.window.close()

    async def _may_leave(self, *, keeps: bool = False) -> bool:
        """Before a book is left: a person decides about open forms; False when they go back to one, or are being asked
        already. `keeps`: its drafts are there again when it is opened the next time."""
        page = self.window.book_page
        if page is None or self._asking:
            return page is None
        self._asking = True
        try:
            return await page.writing.close_forms(ask=True, keeps=keeps)
        finally:
            self._asking = False

    # -- opening ---------------------------------------------------------------------------------------------

    async def _begin_and_tell(self, demo: bool) -> None:
        await self._begin(demo)
        aside = self._context.settings.set_aside
        if aside:
            await ask(
                self.window,
                self.tr("The settings could not be read"),
                self.tr(
                    "Their file was damaged; it is kept as {name}, and the program begins with the usual settings. "
                    "If your organisation was connected, connect it once more. Your contacts in DingTalk are not "
                    "affected."
                ).format(name=aside),
                (Choice("", self.tr("&Go on"), filled=True),),
                severity="warning",
            )

    async def _begin(self, demo: bool) -> None:
        profile = None if demo else self._context.sessions.profiles.last()
        if not demo and profile is None:
            self.window.show_welcome()
            self.window.show()
            return
        opening = asyncio.ensure_future(self._open_sample() if profile is None else self._open_profile(profile))
        try:
            await asyncio.wait({opening}, timeout=UNSHOWN_SECONDS)
            await self._first_answer()
            self.window.show()
            await opening
        finally:
            opening.cancel()  # when the program ends meanwhile

    async def _first_answer(self) -> None:
        """Wait a moment for what the list of an open book shows first."""
        page = self.window.book_page
        if page is not None and not page.queries.is_answered:
            answered = asyncio.Event()
            page.queries.answered.connect(answered.set)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(UNSHOWN_SECONDS):
                    await answered.wait()

    async def _open_sample(self) -> None:
        await self._open(self._context.sessions.open_sample())

    async def _open_sample_from(self, page: WelcomePage) -> None:
        try:
            await self._open_sample()
        finally:
            if self._welcome is page:
                page.stop()

    async def _open_profile(self, profile: Profile) -> None:
        async def attempt() -> Session:
            try:
                return await self._context.sessions.open_profile(profile.id)
            except AddressBookError:
                self.window.show()  # what is said now needs a window to stand before
                raise

        try:
            decided, session = await with_password_store(self.window, attempt)
        except AddressBookError as error:
            self._show_welcome(error)
            return
        if decided is StoreAnswer.DONE and session is not None:
            await self._show_session(session)
        else:
            self._show_welcome()
            if decided is StoreAnswer.TEMPORARY and self._welcome is not None:
                self._welcome.go_on_for_this_run(profile.region, profile.address, profile.name)

    async def _open(self, opening: Awaitable[Session]) -> None:
        try:
            session = await opening
        except AddressBookError as error:
            self._show_welcome(error)
        else:
            await self._show_session(session)

    async def _show_session(self, session: Session) -> None:
        before, self._session, self._welcome = self._session, session, None
        self.window.show_session(session)
        if self.window.book_page is not None:
            self.window.book_page.queries.answered.connect(self._on_answered)
        if before is not None and before is not session:
            await self._context.sessions.close(before)

    def _on_answered(self) -> None:
        page = self.window.book_page
        if page is not None and page.table.size:
            self._made_ready.begin()

    def _show_welcome(self, error: AddressBookError | None = None) -> None:
        self.window.show_welcome()
        if error is not None and self._welcome is not None:
            self._welcome.show_error(error)

    def _make_welcome(self) -> WelcomePage:
        from addressbook.ui.welcome_page import WelcomePage

        page = WelcomePage(self._context.sessions)
        page.sample_requested.connect(lambda: self._tasks.start(self._open_sample_from(page)))
        page.session_opened.connect(lambda session: self._tasks.start(self._show_session(session)))
        page.language_chosen.connect(self._on_language_chosen)
        self._welcome = page
        return page

    # -- what the window asks for ----------------------------------------------------------------------------

    def _on_connect_requested(self) -> None:
        """From the sample book to the form; the sample book ends."""
        self._tasks.start(self._leave(focus_connect=True))

    def _on_credentials_requested(self) -> None:
        self._tasks.start(self._renew_credentials())

    def _on_sign_out_requested(self) -> None:
        self._tasks.start(self._sign_out())

    def _on_language_chosen(self, language: str) -> None:
        self._context.settings.change(language=language)
        self._context.translation.use(language)

    async def _leave(self, *, focus_connect: bool = False) -> None:
        if not await self._may_leave():
            return
        session, self._session = self._session, None
        self._show_welcome()
        if focus_connect and self._welcome is not None:
            self._welcome.focus_connect()
        if session is not None:
            await self._context.sessions.close(session)

    async def _sign_out(self) -> None:
        session = self._session
        if session is None:
            return
        if session.kind is not SessionKind.SAMPLE:  # which keeps nothing that could go
            from addressbook.ui.dialogs.sign_out import confirm_sign_out

            unfinished = await session.unfinished_work()
            kept = session.kind is SessionKind.ORGANISATION
            if not await confirm_sign_out(
                self.window, session.profile_name, unfinished, kept=kept, token=session.third_party
            ):
                return
        # only now, since what is discarded for it cannot be brought back
        if not await self._may_leave() or self._session is not session:
            return
        self._session = None
        self._show_welcome()
        try:
            await self._context.sessions.sign_out(session)
        except AddressBookError as error:
            await tell_error(self.window, error)

    async def _renew_credentials(self) -> None:
        from addressbook.ui.dialogs.renew_credentials import RenewDialog

        session = self._session
        if session is None:
            return

        async def attempt(key: str, secret: str, keep: bool) -> None:
            await self._context.sessions.renew_credentials(session, key, secret, keep=keep)

        await answer(RenewDialog(attempt, self.window))

    async def _show_about(self) -> None:
        from addressbook.ui.dialogs.about import AboutDialog

        await answer(AboutDialog(self.window))

    async def _show_settings(self) -> None:
        from addressbook.ui.dialogs.settings import SettingsDialog

        session = self._session
        dialog = SettingsDialog(self._context.settings, session, self.window)
        dialog.language_chosen.connect(self._on_language_chosen)
        dialog.theme_chosen.connect(self._context.theme.apply)
        dialog.credentials_requested.connect(self._on_credentials_requested)
        dialog.sign_out_requested.connect(self._on_sign_out_requested)
        if session is not None:
            dialog.renamed.connect(lambda name: self._rename(session, name))
            dialog.mobile_chosen.connect(lambda number: self._tasks.start(self._keep_mobile(session, number)))
            dialog.refresh_chosen.connect(lambda minutes: session.book.refresh_every(60.0 * minutes))
        dialog.compact_chosen.connect(self._on_compact_chosen)
        await answer(dialog)
        await on_own_thread(self._context.settings.flush)
        if self._context.settings.trouble is not None:
            await tell_error(self.window, self._context.settings.trouble)

    async def _keep_mobile(self, session: Session, number: str) -> None:
        """A number that is unknown or cannot be looked up now is kept all the same, and tried at the next start."""
        try:
            await session.set_own_mobile(number)
        except AddressBookError as error:
            await tell_error(self.window, error)

    def _on_compact_chosen(self, compact: bool) -> None:
        action = self.window.actions_by_id[Act.COMPACT]
        if action.isChecked() != compact:
            action.trigger()

    def _rename(self, session: Session, name: str) -> None:
        self._context.sessions.rename(session, name)
        self.window.renew_title()

    async def _show_report(self) -> None:
        from addressbook.ui.dialogs.report_problem import ReportDialog

        errors = tuple(self._session.client.last_errors) if self._session is not None else ()
        facts = []
        if self._session is not None:
            facts = [("book", self._session.kind.value), ("loader", self._session.book.progress.state.value)]
        await answer(ReportDialog(errors, facts, self.window))

    # -- faults ----------------------------------------------------------------------------------------------

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, AddressBookError):
            self._tasks.start(tell_error(self.window, error))
        else:
            log.error("a task of the window failed", exc_info=error)
            self._on_unexpected(type(error).__name__)

    def _on_unexpected(self, _name: str) -> None:
        if not self._telling and self.window.isVisible():
            self._telling = True
            self._tasks.start(self._tell_unexpected())

    def _what_is_safe(self) -> str:
        if self._session is None:
            return ""
        if self._session.kind is SessionKind.SAMPLE:
            return self.tr("This is the sample book: nothing real can be lost.")
        return self.tr("Your contacts are safe: they are kept in DingTalk.")

    async def _tell_unexpected(self) -> None:
        try:
            chosen = await ask(
                self.window,
                self.tr("Something went wrong in the program"),
                sentences(
                    self._what_is_safe(),
                    self.tr(
                        "You can go on working. If it happens again, close the program and start it again, and report "
                        "the problem."
                    ),
                ),
                (Choice("report", self.tr("&Report the problem…")), Choice("", self.tr("&Go on"), filled=True)),
                severity="error",
            )
        finally:
            self._telling = False
        if chosen == "report":
            await self._show_report()
