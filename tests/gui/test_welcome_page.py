"""The first screen, with real sessions and a real server: test, connect, fail, stop, and go on without a keyring."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from keyring.errors import KeyringLocked, NoKeyringError, PasswordSetError
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from addressbook.credentials import CredentialStore
from addressbook.errors import NetworkError, PermissionMissing
from addressbook.paths import Paths
from addressbook.services.connection_check import CheckLine, CheckOutcome, CheckStep
from addressbook.services.session_kind import SessionKind
from addressbook.services.sessions import Sessions
from addressbook.settings import SettingsFile
from addressbook.ui import connect_form
from addressbook.ui.check_texts import check_words
from addressbook.ui.dialogs.message import MessageDialog
from addressbook.ui.welcome_page import WelcomePage
from tests.helpers.fitting import fitted
from tests.helpers.simulator import Control, simulator
from tests.helpers.wait import until
from tests.helpers.windows import button, window

NO_STAFF = frozenset({"qyapi_get_department_member", "qyapi_get_department_list"})


@pytest.fixture
def server() -> Iterator[Control]:
    with simulator(contacts=120) as control:
        yield control


@pytest.fixture
def sessions(private_home: Path) -> Iterator[Sessions]:
    paths = Paths(private_home)
    settings = SettingsFile(paths.settings_file)

    def no_sample():
        raise AssertionError("the sample book was not asked for")

    yield Sessions(paths, settings, CredentialStore(), start_sample=no_sample)
    settings.flush()


@pytest.fixture
def page(qtbot, sessions, server) -> WelcomePage:
    page = WelcomePage(sessions)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.fields._regions["other"].click()
    page.fields.address.setText(server.url)
    page.fields.key.setText("sample-key")
    page.fields.secret.setText("sample-secret")
    return page


async def tested(page: WelcomePage) -> list[str]:
    """Press Test connection and wait for the end; the titles of the lines."""
    button(page, "Test connection").click()
    await until(lambda: page._busy == "")
    return [label.text() for label in page.check.findChildren(QLabel) if label.property("kind") == "strong"]


async def test_a_good_connection_is_told_line_by_line(page):
    titles = await tested(page)
    assert titles[0] == "Signed in to DingTalk"
    assert titles[1] == "Contacts can be read, phone numbers included"
    assert "Changing contacts has not been tried" in titles
    assert page.fields.name.text() == page.check.suggested_name != ""
    assert not page.check.failed
    assert button(page, "Test again")
    assert page.copy.isHidden()


async def test_a_name_that_was_written_is_kept(page):
    QTest.keyClicks(page.fields.name, "Our book")
    await tested(page)
    assert page.fields.name.text() == "Our book"


async def test_a_wrong_secret_is_explained_and_nothing_else_is_tried(page, server):
    page.fields.secret.setText("wrong-secret")
    titles = await tested(page)
    assert titles[0] == "DingTalk does not know this App key and App secret"
    assert page.check.failed
    assert server.calls("/topapi/extcontact/list") == []


async def test_missing_permissions_make_one_message_for_the_administrator(page, server):
    server.options(without_scopes=sorted(NO_STAFF))
    titles = await tested(page)
    assert "Names of colleagues are hidden for now" in titles
    assert not page.check.failed
    button(page, "Copy message for the administrator").click()
    message = QGuiApplication.clipboard().text()
    for scope in NO_STAFF:
        assert f"({scope})" in message
    assert "{" not in message


async def test_an_edit_makes_an_earlier_test_void(page):
    await tested(page)
    page.fields.key.setText("another")
    assert page.check.lines == ()
    assert button(page, "Test connection")


async def test_a_test_can_be_stopped(page, server):
    server.fault("hang", "extcontact/list")
    button(page, "Test connection").click()
    await until(lambda: page.check.lines)
    button(page, "Stop").click()
    assert button(page, "Test again")
    assert page.connect_button.isEnabled()
    await until(lambda: not page._tasks.busy)
    assert page.banner.isHidden()


async def test_one_may_connect_without_waiting_for_the_test(page, sessions, server):
    fault = server.fault("hang", "user/listsimple")
    opened: list = []
    page.session_opened.connect(opened.append)
    button(page, "Test connection").click()
    await until(lambda: page.check.lines)
    server.clear(fault)
    page.connect_button.click()
    await until(lambda: opened)
    await until(lambda: not page._tasks.busy)
    await sessions.close(opened[0])


async def test_connecting_keeps_the_secret_in_the_keyring_alone(page, sessions, private_home, memory_keyring):
    opened: list = []
    page.session_opened.connect(opened.append)
    page.fields.name.setText("Harbour")
    page.connect_button.click()
    await until(lambda: opened)
    session = opened[0]
    assert session.kind is SessionKind.ORGANISATION
    assert session.profile_name == "Harbour"
    assert page.fields.secret.text() == ""
    await sessions.close(session)
    assert not any(b"sample-secret" in path.read_bytes() for path in private_home.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("trouble", "words"),
    [(KeyringLocked(), "is locked"), (PasswordSetError(), "refused"), (NoKeyringError(), "no password store")],
)
async def test_without_the_keyring_one_may_go_on_for_this_time(page, sessions, memory_keyring, trouble, words):
    memory_keyring.refuse_with = trouble
    opened: list = []
    page.session_opened.connect(opened.append)
    page.connect_button.click()
    dialog = await window(MessageDialog)
    assert words in dialog.accessibleName()
    button(dialog, "Go on for this time only").click()
    await until(lambda: opened)
    assert opened[0].kind is SessionKind.TEMPORARY
    await sessions.close(opened[0])


async def test_a_refusal_is_told_on_the_page_and_the_fields_stay(page):
    page.fields.secret.setText("wrong-secret")
    page.connect_button.click()
    await until(lambda: not page.banner.isHidden())
    assert "does not know this App key" in page.banner.accessibleName()
    assert page.fields.secret.text() == "wrong-secret"
    assert page.connect_button.isEnabled()


async def test_a_pasted_token_opens_read_only_for_this_run(qtbot, sessions, private_home):
    with simulator(contacts=20, third_party=True) as server:
        page = WelcomePage(sessions)
        qtbot.addWidget(page)
        page.show()
        page.fields._regions["other"].click()
        page.fields.address.setText(server.url)
        page.fields.advanced.click()
        page.fields.token.setText("sample-third-party-token")
        opened: list = []
        page.session_opened.connect(opened.append)
        page.connect_button.click()
        await until(lambda: opened)
        assert opened[0].read_only
        assert opened[0].kind is SessionKind.TEMPORARY
        await sessions.close(opened[0])


async def test_go_on_for_this_run_asks_no_second_time_and_keeps_nothing(
    page, sessions, server, memory_keyring, private_home
):
    memory_keyring.refuse_with = KeyringLocked()
    page.go_on_for_this_run("other", server.url, "Harbour")
    assert "nothing will be kept" in page.banner.accessibleDescription()
    assert page.fields.region_key == "other"
    assert "kept nowhere" in page.fields.secret_note.text()
    page.fields.key.setText("sample-key")
    page.fields.secret.setText("sample-secret")
    assert not page.banner.isHidden()
    opened: list = []
    page.session_opened.connect(opened.append)
    page.connect_button.click()
    await until(lambda: opened)
    assert opened[0].kind is SessionKind.TEMPORARY
    assert opened[0].profile_name == "Harbour"
    await sessions.close(opened[0])


@pytest.mark.parametrize(("scopes", "name"), [([], None), (["qyapi_get_department_list"], "My organisation")])
async def test_a_book_connected_without_a_test_has_a_name(page, sessions, server, scopes, name):
    server.options(without_scopes=scopes)
    opened: list = []
    page.session_opened.connect(opened.append)
    page.connect_button.click()
    await until(lambda: opened)
    assert opened[0].profile_name == opened[0].profile.name
    assert opened[0].profile_name == name if name else opened[0].profile_name not in ("", "My organisation")
    assert sessions.profiles.last().name == opened[0].profile_name
    await sessions.close(opened[0])


async def test_a_number_may_be_typed_as_people_write_it(page):
    page.fields.mobile.setText("+86 138 0013 8000")
    titles = await tested(page)
    assert "You were found by your mobile number" in titles


async def test_a_failed_sign_in_says_once_what_was_not_tried(page):
    page.fields.secret.setText("wrong-secret")
    page.fields.mobile.setText("13800138000")
    assert (await tested(page))[1:] == ["Contacts, labels and names were not tried"]


async def test_what_may_not_be_read_is_told_line_by_line(page, server):
    server.options(without_scopes=["qyapi_ext_read"])
    await tested(page)
    words = [check_words(line) for line in page.check.lines]
    told = {each.title: each.text for each in words}
    assert "(qyapi_ext_read)" in told["Contacts cannot be read"]
    assert "(qyapi_ext_read)" in told["Labels cannot be read"]
    assert len(told) == len(words)


async def test_one_refusal_is_told_in_one_place(page):
    page.fields.secret.setText("wrong-secret")
    await tested(page)
    page.connect_button.click()
    await until(lambda: not page.banner.isHidden())
    assert page.check.isHidden()
    assert page.copy.isHidden()
    page.fields.secret.clear()
    assert page.banner.isHidden()


async def test_plain_http_is_refused_at_the_field(page):
    page.fields.address.setText("http://dingtalk.example")
    page.connect_button.click()
    assert page.fields.problem.text() == "The address must begin with https://, not with http://."
    assert page.fields.address.property("problem")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_line_of_a_test_has_words(speak, language):
    speak(language)
    denied = PermissionMissing("60011", endpoint="/topapi/v2/user/get")
    params = {"count": 1, "milliseconds": 3, "groups": 2, "labels": 9, "root_name": "<b>Harbour</b>"}
    for step in CheckStep:
        for outcome in CheckOutcome:
            for error in (None, denied, NetworkError(endpoint="/topapi/extcontact/list")):
                for values in ({}, params, {"third_party": 1}):
                    words = check_words(CheckLine(step, outcome, error, values))
                    for text in (words.title, words.text, words.outcome):
                        assert text
                        assert not re.search(r"[{}!！]|%n|\bplease\b", text)
                    assert words.text[-1] in ".。"


@pytest.mark.parametrize(
    ("system", "region"), [("zh_CN", "mainland"), ("zh_TW", "international"), ("en_US", "international")]
)
def test_the_region_follows_the_system_at_first(qtbot, monkeypatch, system, region):
    monkeypatch.setattr(connect_form.QLocale, "system", staticmethod(lambda: QLocale(system)))
    fields = connect_form.ConnectFields()
    qtbot.addWidget(fields)
    assert fields.region_key == region


# -- the form --------------------------------------------------------------------------------------------------


async def test_what_is_missing_is_said_and_gone_to(page):
    page.activateWindow()
    page.fields.secret.clear()
    page.connect_button.click()
    assert page.fields.problem.text() == "Enter the Client Secret (App secret)."
    assert page.fields.secret.hasFocus()
    page.fields.key.clear()
    button(page, "Test connection").click()
    assert page.fields.problem.text() == "Enter the Client ID (App key)."
    page.fields.address.setText("dingtalk")
    button(page, "Test connection").click()
    assert "https://" in page.fields.problem.text()
    assert page._busy == ""
    page.fields.address.setText("https://x.example")
    assert page.fields.problem.text() == ""


async def test_pasted_values_lose_their_blanks(page):
    QGuiApplication.clipboard().setText("  dingabc123 \r\n")
    page.fields.key.clear()
    QTest.keyClick(page.fields.key, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.fields.key.text() == "dingabc123"
    page.fields.mobile.setText(" 138 0013 8000 ")
    assert page.fields.form().mobile == "138 0013 8000"
    assert "sample-secret" not in repr(page.fields.form())


async def test_the_secret_is_hidden_and_hides_again(page):
    eye = page.fields.secret.actions()[0]
    assert page.fields.secret.echoMode() is QLineEdit.EchoMode.Password
    eye.trigger()
    assert page.fields.secret.echoMode() is QLineEdit.EchoMode.Normal
    page.hide()
    assert page.fields.secret.echoMode() is QLineEdit.EchoMode.Password


async def test_the_language_is_offered_by_its_own_name(page, speak):
    chosen: list[str] = []
    page.language_chosen.connect(chosen.append)
    button(page, "简体中文").click()
    assert chosen == ["zh_CN"]
    speak("zh_CN")
    await until(lambda: page._heading.text() == "欢迎使用通讯录")
    assert page.fields.key.text() == "sample-key"


async def test_why_a_book_did_not_open_is_told_in_the_language_of_now(page, speak):
    speak("en")
    page.show_error(NetworkError(endpoint="/gettoken"))
    english = page.banner.accessibleName()
    speak("zh_CN")
    await until(lambda: page.banner.accessibleName() != english)
    assert page.banner.accessibleName()
    page.go_on_for_this_run("mainland", "", "")
    speak("en")
    await until(lambda: page.banner.accessibleName() == "For this time only")


@pytest.mark.parametrize(
    ("width", "height", "points"),
    [(1280, 800, 10), (1000, 700, 7.2), (800, 600, 11), (800, 600, 13), (900, 600, 13), (800, 600, 18), (800, 600, 24)],
)
async def test_everything_can_be_reached_at_every_size(qapp, page, width, height, points):
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(points)
    try:
        qapp.setFont(font)
        page.resize(width, height)
        await asyncio.sleep(0)
        await until(lambda: page.widget().width() <= page.viewport().width())
        await fitted(page)
        for each in (page.sample, page.test, page.connect_button, page.fields.key, page.fields.name):
            left = each.mapTo(page.widget(), each.rect().topLeft()).x()
            assert left >= 0
            assert left + each.width() <= page.viewport().width()
            page.ensureWidgetVisible(each)
            top = each.mapTo(page.viewport(), each.rect().topLeft()).y()
            assert 0 <= top <= page.viewport().height() - each.height()
            assert page.horizontalScrollBar().value() == 0
    finally:
        qapp.setFont(before)


async def test_every_control_has_a_name_and_the_keyboard_reaches_it(page):
    for each in page.findChildren(QAbstractButton):
        if each.isVisible():
            assert each.text() or each.accessibleName() or each.toolTip(), each
    for each in page.findChildren(QLineEdit):
        assert each.accessibleName()
    page.activateWindow()
    page.sample.setFocus()
    met = set()
    for _ in range(40):
        met.add(QGuiApplication.focusObject())
        QTest.keyClick(page.focusWidget() or page, Qt.Key.Key_Tab)
    for each in (page.fields.key, page.fields.secret, page.fields.mobile, page.fields.name, page.test, page.sample):
        assert each in met
    assert page.connect_button in met
