"""With large text in a small window: names are read, icons grow, counts and captions give way."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QAction, QFontMetrics, QHelpEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QToolTip, QVBoxLayout, QWidget

from addressbook.domain.news import News, RemovedContact
from addressbook.domain.query import ContactQuery
from addressbook.errors import PermissionMissing
from addressbook.services.events import LoadState
from addressbook.ui import theme
from addressbook.ui.book_bars import ResultLine
from addressbook.ui.list_foot import ListFoot
from addressbook.ui.news_line import NewsLine
from addressbook.ui.widgets import edge_icon
from addressbook.ui.widgets.page_message import PageMessage
from addressbook.ui.widgets.scope_button import ScopeButton
from addressbook.ui.widgets.small import ElidedLabel
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import settled
from tests.helpers.wait import until

NAME = "Shared with me"


@pytest.fixture
def large(qapp):
    font, before = qapp.font(), qapp.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    qapp.setFont(font)
    yield theme.current()
    qapp.setFont(before)


def hover(button):
    QToolTip.hideText()
    at = QPoint(5, 5)
    QApplication.sendEvent(button, QHelpEvent(QEvent.Type.ToolTip, at, button.mapToGlobal(at)))
    return QToolTip.text()


def scope(qtbot, spare):
    """A button with so many pixels more than its name and its count need."""
    button = ScopeButton("swap", NAME)
    qtbot.addWidget(button)
    button.set_count(140)
    button.setToolTip("Shared in DingTalk")
    look = theme.current()
    needs = QFontMetrics(look.font("body")).horizontalAdvance(NAME) + 1
    needs += QFontMetrics(look.font("caption_bold")).horizontalAdvance("140") + 4
    button.resize(needs + button.width() - button._inner().width() + spare, 40)
    button.show()
    return button


@pytest.mark.parametrize("chosen", [False, True])
def test_a_count_gives_way_to_the_name_and_is_told_in_the_tooltip(qtbot, chosen):
    button = scope(qtbot, -1)
    button.setChecked(chosen)
    without = button.grab().toImage()
    assert "140 contact" in hover(button)
    assert "Shared in DingTalk" in hover(button)
    button.set_count(None)
    assert button.grab().toImage() == without, "no trace of the count, and the name as it was"


def test_a_count_that_fits_is_shown(qtbot):
    button = scope(qtbot, 0)
    with_count = button.grab().toImage()
    assert "140" not in hover(button)
    button.set_count(None)
    assert button.grab().toImage() != with_count


def test_icons_of_line_edits_grow_with_the_text(qtbot, large):
    for add in (True, False):
        edit = QLineEdit()
        qtbot.addWidget(edit)
        action = QAction("Find", edit)
        if add:
            edge_icon.add(edit, action, "search", QLineEdit.ActionPosition.LeadingPosition)
        else:
            edit.addAction(action, QLineEdit.ActionPosition.LeadingPosition)
        edit.show()
        height = edit.findChild(QToolButton).height()
        assert (height > large.px(16)) == add
    assert large.px(16) > 24


def test_the_number_found_goes_before_the_words_for_the_order(qtbot):
    line = ResultLine()
    qtbot.addWidget(line)
    line.show_query(ContactQuery())
    line.show_result(2000, 2000, complete=True)
    line.resize(700, 40)
    line.show()
    assert line._order.text() == "Sorted by: Name"
    line.resize(line._found.sizeHint().width() + line._order.sizeHint().width(), 40)
    assert line._order.text() == "Name"
    assert line.order == "Sorted by: Name", "screen readers hear all of it"
    line.resize(700, 40)
    assert line._order.text() == "Sorted by: Name"
    line.show_query(ContactQuery(text="lan"))
    line.resize(120, 40)
    assert line._order.text() == "Best match first"


def test_what_was_found_goes_before_among_whom(qtbot):
    line = ResultLine()
    qtbot.addWidget(line)
    line.show_query(ContactQuery(text="lan"))
    line.show_result(72, 2000, complete=True, learning=True)
    line.resize(900, 40)
    line.show()
    found, among = line._found.text(), "of 2,000; owners' names are still loading"
    assert line._among.text() == among
    line.resize(line._found.sizeHint().width() + line._order.sizeHint().width() + 160, 40)
    qtbot.waitUntil(lambda: (line._found.text(), line._among.text()) == (found, "of 2,000"))
    line.resize(line._found.sizeHint().width() + line._order.sizeHint().width() + 90, 40)
    qtbot.waitUntil(lambda: (line._found.text(), line._among.text()) == (found, ""))
    assert line.text == f"{found} {among}", "screen readers hear all of it"


async def test_a_message_over_the_list_is_whole_whatever_was_said_in_its_place(open_page, large):
    book = FakeBook(40)
    page = open_page(book, size=(1280, 800))
    await settled(page)
    page.search.setText("nobody has this text")  # its message would need more room than the list
    await until(page.message.isVisible)
    page.search.setText("")
    await until(page.view.isVisible)
    denied = PermissionMissing("60011", endpoint="/topapi/extcontact/list")
    book.tell(book.state._replace(state=LoadState.FAILED, error=denied))
    await until(page.banner.isVisible)
    await settled(page)
    for button in page.banner.findChildren(QPushButton):
        if button.isVisible():
            assert button.height() >= button.minimumSizeHint().height(), button.text()
            assert page.banner.rect().contains(button.mapTo(page.banner, button.rect().bottomRight()))


async def test_a_message_over_an_empty_list_is_whole_rather_than_the_icon_below(open_page, large):
    book = FakeBook(0, complete=False)
    page = open_page(book, size=(1280, 740))
    denied = PermissionMissing("60011", endpoint="/topapi/extcontact/list", scopes=("qyapi_ext_read",))
    book.tell(book.state._replace(state=LoadState.FAILED, error=denied))
    await until(page.banner.isVisible)
    await settled(page)
    shown = [button for button in page.banner.findChildren(QPushButton) if button.isVisible()]
    await until(lambda: all(button.height() >= button.minimumSizeHint().height() for button in shown), "whole buttons")
    assert page.result.height() >= page.result.minimumHeight()
    assert page.message._text.height() >= page.message._text.heightForWidth(page.message._text.width())


@pytest.mark.parametrize("found", [True, False])
async def test_in_the_smallest_window_no_button_is_cut_by_a_message_above_the_list(open_page, large, found):
    book = FakeBook(40)
    page = open_page(book, size=(800, 520))
    await settled(page)
    page.search.setText("" if found else "Zhang nobody")
    await until(lambda: page.message.isVisible() != found)
    denied = PermissionMissing("60011", endpoint="/topapi/extcontact/list", scopes=("qyapi_ext_read",))
    book.tell(book.state._replace(state=LoadState.FAILED, error=denied))
    await until(page.banner.isVisible)
    await settled(page)
    shown = [button for part in (page.banner, page.message) for button in part.findChildren(QPushButton)]
    shown = [button for button in shown if button.isVisible()]
    await until(lambda: all(each.height() >= each.minimumSizeHint().height() for each in shown), "whole buttons")
    assert page.result.height() >= page.result.minimumSizeHint().height()
    assert page.rect().contains(page.status.geometry())
    if found:
        assert page.view.viewport().height() >= page.view.rowHeight(0) // 2, "there is a list"
        return
    shown[-1].setFocus()
    await until(lambda: shown[-1].visibleRegion().boundingRect() == shown[-1].rect(), "what has the keyboard in sight")


@pytest.mark.parametrize("width", [460, 1200])
async def test_what_is_offered_where_nobody_is_found_is_whole(qtbot, large, width):
    message = PageMessage()
    qtbot.addWidget(message)
    message.resize(width, 500)
    message.show()
    message.show_message(
        "search", "No one", "", [(words, lambda: None) for words in ("Clear search", "Find", "Filters")]
    )
    buttons = message.findChildren(QPushButton)

    def whole(button):
        return button.width() >= button.sizeHint().width() and message.rect().contains(button.geometry())

    await until(lambda: all(map(whole, buttons)), "whole buttons")
    assert (buttons[0].y() == buttons[2].y()) == (width > 1000)


def at_the_top(qtbot, widget, width):
    """A window, not shown yet, with the widget above nothing."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    window.resize(width, 600)
    return window


@pytest.mark.parametrize("width", [480, 1800])
async def test_whom_else_there_is_can_be_read_below_the_list(qtbot, large, width):
    foot = ListFoot()
    window = at_the_top(qtbot, foot, width)
    window.show()
    parts = [("zoe", 2), ("longer than", 31), ("8899", 1200)]
    foot.show_others(ContactQuery(text="zoe", labels=frozenset({1})), 3, parts)
    await until(lambda: foot.height() >= foot.heightForWidth(foot.width()), "its height")
    assert window.width() == width
    for words in (foot._words, foot._hidden):
        assert words.height() >= words.heightForWidth(words.width())
        assert (words.height() > 2 * QFontMetrics(words.font()).height()) == (words is foot._hidden and width < 600)
    buttons = [button for button in foot.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) == 4
    for button in buttons:
        assert button.width() >= button.sizeHint().width(), button.text()
        assert button.parentWidget().rect().contains(button.geometry())
    foot.show_others(ContactQuery(text="zoe"), 0, parts[:1])
    assert len(foot._links) == 1
    await until(lambda: foot.height() >= foot.heightForWidth(foot.width()), "another height")


@pytest.mark.parametrize("width", [480, 1200])
async def test_the_strip_of_changes_is_whole_in_a_small_window(qtbot, large, width):
    strip = NewsLine()
    window = at_the_top(qtbot, strip, width)
    gone = [RemovedContact(f"c{number}", "Giulia Ricciardi", "", datetime.now(UTC)) for number in range(3)]
    strip.show_news(News(12, 3, 5, upto=9), gone)
    strip.show()
    window.show()
    below = width < 600
    await until(lambda: (strip._seen.y() > strip._gone.geometry().bottom()) == below, "its arrangement")
    await until(lambda: strip.height() >= strip.heightForWidth(strip.width()), "its height")
    assert window.width() == width
    for button in (strip._list, strip._seen):
        assert button.width() >= button.sizeHint().width(), button.text()
        assert strip.rect().contains(button.geometry())
    for label in (strip._head, strip._gone):
        assert label.height() >= label.heightForWidth(label.width())


def test_a_label_without_room_shows_nothing_rather_than_a_dot(qtbot, large):
    label = ElidedLabel("of 2,000")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    label.show()
    assert label.text() == "of 2,000"
    label.resize(24, 20)
    assert label.text() == ""
    assert "of 2,000" in label.toolTip()
    assert label.accessibleName() == "of 2,000"


@pytest.mark.parametrize("height", [620, 1400])
async def test_the_ring_around_a_label_is_whole_beside_a_scroll_bar_and_without(open_page, height):
    page = open_page(FakeBook(30), size=(1280, height))
    await settled(page)
    labels, tree = page.sidebar.labels, page.sidebar.tree
    labels.unfold()
    labels.setFocus()
    group = tree.index(0, 0, tree.index(0, 0))
    labels.setCurrentIndex(tree.index(0, 0, group))
    await until(labels.hasFocus)
    row = labels.visualRect(labels.currentIndex())
    line = labels.viewport().grab().toImage().copy(0, row.center().y(), labels.viewport().width(), 1)
    ring = theme.current().colour("focus").name()
    coloured = [x for x in range(line.width()) if line.pixelColor(x, 0).name() == ring]
    assert coloured
    assert coloured[-1] > coloured[0] + 100, "its right side, too"
