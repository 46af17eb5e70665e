"""Window, pages, dialogs and sessions joined: from the welcome page to a book, and back."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtWidgets import QApplication, QPushButton

from addressbook.app import SampleOrganisation
from addressbook.credentials import CredentialStore
from addressbook.paths import Paths
from addressbook.services.connect_form import ConnectForm
from addressbook.services.events import ContactsChanged
from addressbook.services.session_kind import SessionKind
from addressbook.services.sessions import Sessions
from addressbook.settings import SettingsFile
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from addressbook.ui import theme
from addressbook.ui.context import AppContext
from addressbook.ui.dialogs.message import MessageDialog
from addressbook.ui.dialogs.settings import SettingsDialog
from addressbook.ui.error_hooks import ErrorHooks
from addressbook.ui.program import Program
from addressbook.ui.translation import Translation
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.wait import until
from tests.helpers.windows import button, window


@asynccontextmanager
async def program(root: Path) -> AsyncIterator[Program]:
    """The program as app.py makes it, in folders of its own."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    paths = Paths(root)
    settings = SettingsFile(paths.settings_file)
    sessions = Sessions(paths, settings, CredentialStore(), start_sample=lambda: SampleOrganisation("en"))
    translation = Translation(app)
    made = Program(AppContext(sessions, settings, paths, theme.current(), translation, ErrorHooks()))
    try:
        yield made
    finally:
        made.end()
        await sessions.close_all()
        settings.flush()
        translation.clear()
        made.window.deleteLater()
        made.deleteLater()
        await asyncio.sleep(0)


def rows(made: Program) -> int:
    page = made.window.book_page
    return 0 if page is None else page.view.model().rowCount()


async def test_without_a_profile_the_welcome_page_is_shown_and_leads_to_the_sample_book(tmp_path: Path) -> None:
    async with program(tmp_path) as made:
        made.begin(demo=False)
        await until(lambda: made.window.isVisible() and made._welcome is not None, "the welcome page")
        assert made._welcome is not None
        for _ in range(3):
            made._welcome.sample.click()
        await until(lambda: rows(made) >= 100, "the sample book")
        assert len(made._context.sessions._open) == 1
        assert made.session is not None
        assert made.session.kind is SessionKind.SAMPLE
        made.window.connect_requested.emit()
        await until(lambda: made.session is None and made.window.book_page is None, "the form")
        await until(lambda: not list(Paths(tmp_path).temp_root.iterdir()), "the sample book's folder to go")


async def test_the_demo_opens_the_sample_book_at_once(tmp_path: Path) -> None:
    async with program(tmp_path) as made:
        made.begin(demo=True)
        await until(lambda: rows(made) >= 100, "the sample book")
        assert made.window.isVisible()
        assert made.window.windowTitle().startswith("Sample book")
        made._context.errors.unexpected.emit("KeyError")
        dialog = await window(MessageDialog)
        assert "kept in DingTalk" not in dialog.accessibleDescription()
        dialog.reject()
        await until(lambda: not made._telling)


async def test_connect_start_again_and_sign_out(tmp_path: Path) -> None:
    with SimulatorServer(SimulatorOptions(contacts=150)) as server:
        async with program(tmp_path) as made:
            made.begin(demo=False)
            await until(lambda: made._welcome is not None)
            assert made._welcome is not None
            form = ConnectForm("other", server.url, "sample-key", "sample-secret", "", "Harbour")
            made._welcome.session_opened.emit(await made._context.sessions.connect(form))
            await until(lambda: rows(made) == 150, "the book")
            assert "Harbour" in made.window.windowTitle()
        async with program(tmp_path) as made:
            made.begin(demo=False)
            await until(lambda: rows(made) == 150, "the book that was open last")
            session = made.session
            assert session is not None
            assert session.profile is not None
            made.window.sign_out_requested.emit()
            await until(lambda: made.window.findChildren(MessageDialog), "the question")
            dialog = made.window.findChildren(MessageDialog)[0]
            dialog.reject()
            await until(lambda: not dialog.isVisible())
            assert made.session is session, "Esc stays signed in"
            made.window.sign_out_requested.emit()
            await until(lambda: any(found.isVisible() for found in made.window.findChildren(MessageDialog)))
            shown = next(found for found in made.window.findChildren(MessageDialog) if found.isVisible())
            buttons = {button.text(): button for button in shown.findChildren(QPushButton)}
            buttons["Sign &out and remove"].click()
            profile = session.profile.id
            await until(lambda: CredentialStore().load(profile) is None, "the secret to go")
            await until(lambda: made._context.sessions.profiles.all() == ())


async def test_a_locked_password_store_is_told_and_leads_to_the_welcome_page(
    tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    with SimulatorServer(SimulatorOptions(contacts=20)) as server:
        async with program(tmp_path) as made:
            form = ConnectForm("other", server.url, "sample-key", "sample-secret")
            await made._context.sessions.connect(form)
        memory_keyring.refuse_with = KeyringLocked()
        async with program(tmp_path) as made:
            made.begin(demo=False)
            await until(lambda: any(found.isVisible() for found in made.window.findChildren(MessageDialog)), "words")
            assert made.window.isVisible()
            made.window.findChildren(MessageDialog)[0].reject()
            await until(lambda: made._welcome is not None, "the welcome page")
        async with program(tmp_path) as made:
            made.begin(demo=False)
            button(await window(MessageDialog), "Go on for this time only").click()
            await until(lambda: made._welcome is not None, "the welcome page")
            assert made._welcome is not None
            assert made._welcome.fields.form().address == server.url
            assert not made._welcome.banner.isHidden()


async def test_a_fault_of_the_program_is_told_once(tmp_path: Path) -> None:
    async with program(tmp_path) as made:
        made.begin(demo=False)
        await until(lambda: made.window.isVisible())
        for _ in range(3):
            made._context.errors.unexpected.emit("KeyError")
        await until(lambda: made.window.findChildren(MessageDialog))
        await asyncio.sleep(0)
        assert len(made.window.findChildren(MessageDialog)) == 1
        made.window.findChildren(MessageDialog)[0].reject()
        await until(lambda: not made._telling)


async def test_settings_that_could_not_be_read_or_written_are_told(
    tmp_path: Path, expected_log: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    expected_log("the settings file was broken")
    expected_log("settings not written")
    Paths(tmp_path).settings_file.write_text("{ no json", "utf-8")
    async with program(tmp_path) as made:
        made.begin(demo=False)
        dialog = await window(MessageDialog)
        assert made._context.settings.set_aside in dialog.accessibleDescription()
        button(dialog, "Go on").click()
        await until(lambda: not made.window.findChildren(MessageDialog))

        def full(_stored: object) -> None:
            raise OSError(errno.ENOSPC, "no room")

        monkeypatch.setattr(made._context.settings, "_write", full)
        made.window.settings_requested.emit()
        settings = await window(SettingsDialog)
        settings.compact.click()
        button(settings, "Close").click()
        dialog = await window(MessageDialog)
        assert dialog.windowTitle() == "The disk is full"
        button(dialog, "Close").click()
        await until(lambda: not made.window.findChildren(MessageDialog))
        monkeypatch.undo()


@pytest.mark.parametrize("request_name", ["settings_requested", "report_requested", "about_requested"])
async def test_every_dialog_opens_and_closes(request_name: str, tmp_path: Path) -> None:
    async with program(tmp_path) as made:
        made.begin(demo=True)
        await until(lambda: rows(made) >= 100)
        getattr(made.window, request_name).emit()
        await until(lambda: QApplication.activeModalWidget() is not None, "a dialog")
        shown = QApplication.activeModalWidget()
        assert shown is not None
        shown.close()
        await until(lambda: QApplication.activeModalWidget() is None)


def test_hooks_log_and_tell(qapp: QApplication, expected_log: Callable[..., None]) -> None:
    expected_log("an exception that nobody caught")
    hooks, told = ErrorHooks(), []
    hooks.unexpected.connect(told.append)
    loop = asyncio.new_event_loop()
    try:
        hooks.install(loop)
        loop.call_soon(lambda: 1 // 0)
        loop.call_soon(loop.stop)
        loop.run_forever()
    finally:
        hooks.uninstall()
        loop.close()
    assert told == ["ZeroDivisionError"]


async def test_a_program_that_ends_asks_nothing_of_the_closed_book(tmp_path: Path) -> None:
    async with program(tmp_path) as made:
        made.begin(demo=True)
        await until(lambda: rows(made) >= 100, "the sample book")
        page, session = made.window.book_page, made.session
        assert page is not None
        assert session is not None
        made.end()
        await made._context.sessions.close_all()
        await until(lambda: page.queries.settled, "what was being asked to be given up")
        told: list[BaseException] = []
        page.queries.failed.connect(told.append)
        session.events.publish(ContactsChanged(None))
        assert page.queries.settled
        page.table.layoutChanged.emit()
        assert session.book.rows([1]) == {}  # a late paint
        assert session.book.contact(1) is None
        assert session.me is not None or session.staff.me is None
        assert told == []
