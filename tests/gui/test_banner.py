"""The banner: plain text, a message to copy, details in a fold, and a countdown that is also heard."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTableView, QVBoxLayout, QWidget

from addressbook.errors import NetworkError, PermissionMissing, RateLimited, ServerError
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.texts import explain
from addressbook.ui.widgets.banner import Banner
from addressbook.ui.widgets.scrolled_words import ScrolledWords
from tests.helpers.windows import button

LIST = "/topapi/extcontact/list"


@pytest.fixture
def banner(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    banner.resize(900, 120)
    return banner


def shown_text(banner: Banner) -> str:
    return "\n".join(label.text() for label in banner.findChildren(QLabel) if not label.isHidden())


def test_what_the_server_says_is_never_markup(banner):
    error = ServerError("98765", endpoint=LIST, message="<b>bold</b> <img src=x>")
    banner.show_explanation(explain(error))
    assert "<b>bold</b>" in shown_text(banner)
    for label in banner.findChildren(QLabel):
        if label.pixmap().isNull():
            assert label.textFormat() is Qt.TextFormat.PlainText


def test_codes_stand_in_the_fold_alone(banner):
    banner.show_explanation(explain(ServerError("98765", endpoint=LIST, request_id="rq-1")))
    assert "98765" not in shown_text(banner)
    fold = button(banner, "Details")
    fold.click()
    assert "98765" in shown_text(banner)
    assert "rq-1" in shown_text(banner)
    button(banner, "Copy for support").click()
    copied = QGuiApplication.clipboard().text()
    assert "rq-1" in copied
    assert "UTC" in copied
    fold.click()
    assert "98765" not in shown_text(banner)


def test_the_message_for_the_administrator_is_copied(banner):
    banner.show_explanation(explain(PermissionMissing("60011", scopes=("qyapi_ext_read",), endpoint=LIST)))
    button(banner, "Copy message").click()
    assert "(qyapi_ext_read)" in QGuiApplication.clipboard().text()
    assert "The message was copied." in shown_text(banner)
    banner.show_explanation(explain(NetworkError("network.unreachable", endpoint=LIST)))
    with pytest.raises(AssertionError):
        button(banner, "Copy message")


def test_buttons_do_what_they_say_and_go_with_their_message(banner):
    pressed: list[str] = []
    banner.show_explanation(explain(NetworkError(endpoint=LIST)), [("Try again", lambda: pressed.append("again"))])
    button(banner, "Try again").click()
    assert pressed == ["again"]
    banner.show_info("Sample contacts", "Nothing reaches DingTalk.", [("Connect…", lambda: pressed.append("connect"))])
    button(banner, "Connect…").click()
    assert pressed == ["again", "connect"]
    with pytest.raises(AssertionError):
        button(banner, "Try again")


def test_a_message_that_is_told_again_under_the_mouse_does_not_swallow_the_click(banner):
    pressed = []
    error = ServerError("98765", endpoint=LIST)
    offered = [("Check again", lambda: pressed.append("again"))]
    banner.show_explanation(explain(error), offered)
    again = button(banner, "Check again")
    QTest.mousePress(again, Qt.MouseButton.LeftButton)
    banner.show_explanation(explain(error), offered)
    assert button(banner, "Check again") is again
    QTest.mouseRelease(again, Qt.MouseButton.LeftButton)
    assert pressed == ["again"]


def test_the_details_button_is_never_a_window_of_its_own(banner):
    banner.show_explanation(explain(ServerError("98765", endpoint=LIST, request_id="rq-1")))
    assert not button(banner, "Details").isWindow()


class Clock:
    """The time that the banner is told; it goes on when it is moved only."""

    def __init__(self) -> None:
        self.moment = datetime.now(UTC)

    def now(self, _: object) -> datetime:
        return self.moment


@pytest.fixture
def clock(monkeypatch):
    made = Clock()
    monkeypatch.setattr("addressbook.ui.widgets.banner.datetime", made)
    return made


def test_the_countdown_is_seen_each_second_and_heard_at_start_and_end(banner, qtbot, clock):
    heard: list[str] = []
    banner.announced.connect(heard.append)
    banner.show_explanation(explain(RateLimited("90018", endpoint=LIST)))
    heard.clear()
    banner.set_countdown(clock.moment + timedelta(seconds=42))
    assert "DingTalk asks us to slow down. Continues in 0:42." in shown_text(banner)
    assert heard == ["DingTalk asks us to slow down. Continues in 0:42."]
    clock.moment += timedelta(seconds=11.2)
    qtbot.waitUntil(lambda: "Continues in 0:31." in shown_text(banner), timeout=20_000)
    assert len(heard) == 1
    with qtbot.waitSignal(banner.countdown_ended, timeout=20_000):
        clock.moment += timedelta(seconds=31)
    assert heard[-1] == "Continuing now."
    banner.set_countdown(None)
    assert "DingTalk asks us to slow down\n" in shown_text(banner)


def test_ten_seconds_before_the_end_are_heard(banner, qtbot, clock):
    banner.show_explanation(explain(RateLimited("90018", endpoint=LIST)))
    banner.set_countdown(clock.moment + timedelta(seconds=10.9))
    with qtbot.waitSignal(banner.announced, timeout=20_000) as heard:
        clock.moment += timedelta(seconds=0.9)
    assert heard.args == ["DingTalk asks us to slow down. Continues in 0:10."]


def test_the_same_message_again_keeps_fold_and_countdown(banner):
    error = RateLimited("90018", endpoint=LIST)
    banner.show_explanation(explain(error))
    banner.set_countdown(datetime.now(UTC) + timedelta(seconds=30))
    button(banner, "Details").click()
    banner.show_explanation(explain(error))
    assert banner.seconds_left is not None
    assert "90018" in shown_text(banner)
    banner.show_explanation(explain(NetworkError(endpoint=LIST)))
    assert banner.seconds_left is None
    assert "90018" not in shown_text(banner)


def test_a_narrow_window_puts_the_buttons_below(banner, qtbot):
    banner.show_explanation(explain(NetworkError(endpoint=LIST)), [("Try again", lambda: None)])
    banner.resize(1200, 100)
    banner.show()
    qtbot.waitUntil(lambda: button(banner, "Try again").x() > 600)
    banner.resize(320, 300)
    qtbot.waitUntil(lambda: button(banner, "Try again").y() > banner.height() / 2)
    assert button(banner, "Try again").geometry().right() <= banner.width()


def test_it_speaks_the_language_of_the_moment_and_has_names(banner, speak, qtbot):
    banner.show_explanation(explain(PermissionMissing("60011", endpoint=LIST)))
    assert banner.accessibleName()
    assert banner.accessibleDescription()
    speak("zh_CN")
    qtbot.waitUntil(lambda: "复制消息(&C)" in [each.text() for each in banner.findChildren(QPushButton)])


@pytest.mark.parametrize(("points", "scrolls"), [(10, False), (20, True)])
def test_large_text_scrolls_inside_and_squeezes_nothing(qapp, qtbot, points, scrolls):
    before, font = qapp.font(), qapp.font()
    font.setPointSizeF(points)
    try:
        qapp.setFont(font)
        window = QWidget()
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        banner, table = Banner(), QTableView()
        layout.addWidget(banner)
        layout.addWidget(table, 1)
        window.resize(800, 600)
        banner.show_explanation(explain(PermissionMissing("60011", endpoint=LIST)), [("Check again", lambda: None)])
        window.show()
        bar = banner.findChild(ScrolledWords).verticalScrollBar()
        qtbot.waitUntil(lambda: bar.isVisible() is scrolls)
        assert table.height() > 120
        for text in ("Copy message", "Check again", "Details"):
            assert button(banner, text).height() >= button(banner, text).sizeHint().height()
        button(banner, "Details").click()
        qtbot.waitUntil(lambda: bar.isVisible() is scrolls)
    finally:
        qapp.setFont(before)


def test_a_button_that_is_being_pressed_stays_when_the_same_is_told_again(qtbot):
    banner = Banner()
    qtbot.addWidget(banner)
    pressed = []
    again = ("Check again", lambda: pressed.append(1))
    banner.show_info("You are offline", "", (again,))
    button = next(one for one in banner.findChildren(QPushButton) if one.text() == "Check again")
    banner.show_info("You are offline", "", (again,))
    button.click()
    assert pressed == [1]
    other = ("Stop", lambda: pressed.append(2))
    banner.show_info("You are offline", "", (other,))
    next(one for one in banner.findChildren(QPushButton) if one.text() == "Stop").click()
    assert pressed == [1, 2]


def test_buttons_that_are_renewed_take_no_focus_that_has_gone_elsewhere(qtbot):
    """Whoever had pressed a button of the banner and then typed into a field lost the focus at the next message."""
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    banner, field = Banner(), QLineEdit()
    layout.addWidget(banner)
    layout.addWidget(field)
    window.show()
    window.activateWindow()
    banner.show_info("Two things", "", [("Go there", lambda: None)])
    found = next(each for each in banner.findChildren(QPushButton) if each.text() == "Go there")
    found.setFocus()
    field.setFocus()
    banner.show_info("One thing", "", [("Go there", lambda: None)])
    assert window.focusWidget() is field
    next(each for each in banner.findChildren(QPushButton) if each.text() == "Go there" and each.isVisible()).setFocus()
    banner.show_info("Another thing", "", [("Go there", lambda: None)])
    assert window.focusWidget().text() == "Go there"


def test_words_are_not_cut_where_all_scrolls(qtbot):
    dialog, banner = Dialog(), Banner()
    qtbot.addWidget(dialog)
    dialog.body.addWidget(banner)
    dialog.resize(400, 150)
    dialog.show()
    banner.show_info("Title", "words to be read " * 30)
    words = banner.findChild(ScrolledWords)
    qtbot.waitUntil(lambda: words.height() > dialog.height())
    assert not words.verticalScrollBar().isVisible()


def test_once_it_is_shown_nothing_goes_on_in_it(banner, qtbot):
    """Its words ask for another height when they or the window change: not when the window has heard of that."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(banner)
    asked: list[QEvent.Type] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
                asked.append(event.type())
            return False

    watch = Watch(window)
    window.installEventFilter(watch)
    banner.show_explanation(explain(NetworkError(endpoint=LIST)))
    with qtbot.waitExposed(window):
        window.show()
    for _ in range(20):
        QApplication.processEvents()
    assert asked
    asked.clear()
    for _ in range(20):
        QApplication.processEvents()
    assert asked == []
