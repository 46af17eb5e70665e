"""The size of the system's text: windows fit at the sizes between the usual ones, and follow a change while open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QScrollArea, QToolButton, QWidget

from addressbook.domain.form_values import FormValues
from addressbook.errors import PermissionMissing
from addressbook.services.events import LoadState
from addressbook.ui import icons, theme
from addressbook.ui.actions import Act
from addressbook.ui.dialogs.about import AboutDialog
from addressbook.ui.dialogs.delete_contacts import DeleteDialog
from addressbook.ui.dialogs.message import Choice, MessageDialog
from addressbook.ui.dialogs.settings import SettingsDialog
from addressbook.ui.forms.department_picker import DepartmentPicker
from addressbook.ui.texts import explain
from addressbook.ui.widgets import edge_icon
from addressbook.ui.widgets.banner import Banner
from addressbook.ui.widgets.chips import Avatar, Swatch
from addressbook.ui.widgets.mark import Mark
from addressbook.ui.widgets.plain import plain_label
from tests.gui.test_dialogs import Book
from tests.helpers.fake_book import FakeBook
from tests.helpers.fitting import fitted, measures, misfits, set_text
from tests.helpers.pages import act, settled
from tests.helpers.wait import until
from tests.helpers.windows import button
from tests.helpers.windows import window as shown

DENIED = PermissionMissing("60011", endpoint="/topapi/extcontact/list", scopes=("qyapi_ext_read",))


@pytest.fixture(autouse=True)
def usual_text(qapp):
    set_text(100)
    yield
    set_text(100)


def over(qtbot, width=800, height=600):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    return window


@pytest.mark.parametrize("owner", [QPushButton, QToolButton, QLabel])
def test_icons_follow_the_text(qtbot, owner):
    widget = owner()
    qtbot.addWidget(widget)
    icons.use(widget, "copy", "muted", 13)
    shown = (lambda: widget.pixmap().width()) if owner is QLabel else (lambda: widget.iconSize().width())
    assert shown() == 13
    set_text(150)
    assert shown() == theme.current().px(13) > 17
    set_text(100)
    assert shown() == 13


def test_marks_follow_the_text(qtbot):
    made = Swatch(None), Avatar(22), Avatar(60)
    assert [widget.sizeHint().width() for widget in made] == [11, 22, 60]
    set_text(150)
    large = [widget.sizeHint().width() for widget in made]
    assert large == [theme.current().px(11), theme.current().px(22), 60], "the name beside the largest needs the room"
    assert large[0] > 14


def test_icons_in_line_edits_follow_the_text(qtbot):
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edge_icon.add(edit, edit.addAction("Find"), "search", QLineEdit.ActionPosition.LeadingPosition)
    edit.show()
    usual = edit.findChild(QToolButton).height()
    set_text(150)
    assert edit.findChild(QToolButton).height() >= theme.current().px(16) > usual
    set_text(100)
    assert edit.findChild(QToolButton).height() == usual


def test_a_button_with_the_focus_is_as_large_as_without(qtbot):
    set_text(150)
    window = over(qtbot)
    first, second = QPushButton("Save", window), QPushButton("Save", window)
    for each in (first, second):
        each.show()
    window.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    for each in (first, second):
        each.setText("Saved")  # it asks for a size anew
    assert first.sizeHint() == second.sizeHint()


async def test_an_open_book_is_built_anew_for_text_of_another_size(open_page):
    page = open_page(FakeBook(40), size=(1000, 700))
    await settled(page)
    page.search.setText("zhang")
    await settled(page)
    page.view.choose_line(1)
    window, chosen, first = page.window(), page.view.current_id, measures(page)
    set_text(144)
    await until(lambda: window.book_page is not page)
    large = window.book_page
    await settled(large)
    assert (large.search.text(), large.view.current_id) == ("zhang", chosen)
    fresh = open_page(FakeBook(40), size=(1000, 700))
    fresh.search.setText("zhang")
    await settled(fresh)
    assert large.view.rowHeight(0) == fresh.view.rowHeight(0)
    assert large.search.parentWidget().height() == fresh.search.parentWidget().height()
    assert large.panes.sizes() == fresh.panes.sizes()
    assert misfits(large) == []
    set_text(100)
    await until(lambda: window.book_page is not large)
    await settled(window.book_page)
    assert measures(window.book_page) == first


async def test_those_chosen_together_stay_chosen(open_page):
    page = open_page(FakeBook(40))
    await settled(page)
    window, several = page.window(), [page.table.id_at(line) for line in (1, 2, 6)]
    page.view.choose_several(several)
    set_text(110)
    await until(lambda: window.book_page is not page)
    await until(lambda: sorted(window.book_page.view.selected_ids()) == sorted(several))
    window.book_page.search.setText("zhang")
    await settled(window.book_page)
    assert window.book_page.view.selected_count < 3, "once only"


@pytest.mark.parametrize("language", ["en", "zh_CN"])
async def test_an_open_dialog_follows_the_text(qtbot, speak, settings, language):
    speak(language)
    window = over(qtbot, 1000, 700)
    dialog = SettingsDialog(settings, Book(), window)
    dialog.show()
    first, size = measures(dialog), dialog.size()
    columns = {box.x() for box in dialog.findChildren(QComboBox)}
    set_text(144)
    await until(lambda: dialog.width() > 1.2 * size.width())
    await fitted(dialog)
    fresh = SettingsDialog(settings, Book(), window)
    fresh.show()
    assert dialog.size() == fresh.size()
    assert measures(dialog) == measures(fresh)
    set_text(100)
    await until(lambda: dialog.size() == size)
    assert measures(dialog) == first
    await until(lambda: {box.x() for box in dialog.findChildren(QComboBox)} == columns)


async def test_the_licences_can_be_read_with_very_large_text(qtbot, qloop):
    set_text(225)
    window = over(qtbot)
    dialog = AboutDialog(window)
    dialog.show()
    await fitted(dialog)


@pytest.mark.parametrize("spare", [-6, -1, 0])
async def test_what_is_ticked_has_room_for_its_words_beside_the_labels_or_below(qtbot, settings, spare):
    window = over(qtbot)
    dialog = SettingsDialog(settings, Book(), window)
    dialog.show()
    box, margins = dialog.keep_last, dialog.body.contentsMargins()
    below = dialog.language.x()
    bar = dialog._scroll.verticalScrollBar().sizeHint().width()
    assert box.x() == below
    dialog.resize(below + box.minimumSizeHint().width() + margins.right() + bar + spare, dialog.height() + 40)
    await until(lambda: box.x() == (below if spare >= 0 else margins.left()))
    assert box.width() >= box.minimumSizeHint().width()


async def test_details_do_not_push_the_buttons_below_the_screen(qtbot):
    screen = QGuiApplication.primaryScreen().availableGeometry()
    window = over(qtbot, screen.width(), screen.height())
    words = explain(DENIED)
    dialog = MessageDialog(words.title, words.text, (Choice("", "Close", True),), explanation=words, parent=window)
    dialog.show()
    dialog.move(40, screen.bottom() - dialog.frameGeometry().height())
    next(button for button in dialog.findChildren(QPushButton) if button.isCheckable()).click()
    await until(lambda: screen.contains(dialog.frameGeometry()))


async def test_the_indent_of_departments_follows_the_text(qtbot, qloop, session):
    window = over(qtbot)
    picker = DepartmentPicker(session, (), most=20, parent=window)
    picker.open()
    await until(lambda: not picker._tasks.busy)
    assert picker.view.indentation() == 20
    set_text(150)
    assert picker.view.indentation() == theme.current().px(20)
    picker.reject()


async def test_an_open_form_follows_the_text(desk):
    values = FormValues(
        name="Zhang San", state_code="86", mobile="138 0012", label_ids=(100,), share_user_ids=("0002",)
    )
    desk.new_contact(values)
    await until(lambda: desk.open_forms)
    form = desk.open_forms[-1]
    form.resize(900, 640)
    form.save()  # which says what is wrong
    await until(form.banner.isVisible)
    await until(lambda: form.body.frames)
    first = measures(form)
    set_text(144)
    await fitted(form)
    directions = form.body._columns.direction(), form.foot._layout.direction()
    form.resize(901, 640)  # which arranges it anyhow
    assert (form.body._columns.direction(), form.foot._layout.direction()) == directions
    form.resize(900, 640)
    set_text(100)
    await until(lambda: measures(form) == first)


@pytest.mark.parametrize("percent", [144, 200])
async def test_words_beside_a_bar_are_not_cut_by_it(qtbot, percent):
    set_text(percent)
    window = over(qtbot, 500, 600)
    banner = Banner(window)
    banner.resize(460, 560)
    banner.show_explanation(explain(DENIED))
    area = next(each for each in banner.findChildren(QScrollArea) if each.isVisible())
    await until(lambda: area.verticalScrollBar().isVisible())
    assert misfits(banner) == []


def test_a_message_stands_where_it_stood_when_text_is_as_before(qtbot):
    window = over(qtbot)
    banner = Banner(window)
    banner.show_info("Title", "Text")
    before = banner.contentsMargins()
    set_text(150)
    set_text(100)
    assert banner.contentsMargins() == before


@pytest.mark.parametrize(("language", "percent"), [("zh_CN", 150), ("en", 225)])
async def test_a_message_over_the_list_leaves_its_buttons_whole(open_page, speak, language, percent):
    speak(language)
    set_text(percent)
    book = FakeBook(40)
    page = open_page(book, size=(800, 600))
    await settled(page)
    book.tell(book.state._replace(state=LoadState.FAILED, error=DENIED))
    await until(page.banner.isVisible)
    await fitted(page)


async def test_the_choices_of_the_sidebar_are_whole_with_very_large_text(open_page):
    set_text(225)
    page = open_page(FakeBook(40), size=(800, 600))
    await settled(page)
    match = page.sidebar.match
    await until(lambda: match.width() >= match.minimumSizeHint().width())
    assert match.mapTo(page.sidebar, match.rect().topRight()).x() < page.sidebar.width()


@pytest.mark.parametrize("text", ["输入姓名。", "Enter a name. " * 20])
def test_a_mark_is_level_with_the_first_line_beside_it(qtbot, text):
    set_text(200)
    window = over(qtbot)
    words = plain_label(text)
    mark = Mark(words)
    icons.use(mark, "error", "error", 13)
    row = QHBoxLayout(window)
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1, Qt.AlignmentFlag.AlignTop)
    mark.show()
    words.show()
    row.activate()
    line = QFontMetrics(words.font()).size(Qt.TextFlag.TextSingleLine, text).height()
    assert mark.pixmap().height() < line < 2 * mark.pixmap().height()
    assert (mark.y(), mark.height()) == (words.y(), line)
    assert (words.height() > line) == (len(text) > 20)


@pytest.mark.parametrize("lines", [(2,), (1, 2, 6)])
async def test_what_is_chosen_is_kept_through_two_changes_at_once(open_page, lines):
    page = open_page(FakeBook(40))
    await settled(page)
    window, chosen = page.window(), [page.table.id_at(line) for line in lines]
    page.view.choose_several(chosen)
    set_text(110)
    await until(lambda: window.book_page is not page)
    second = window.book_page
    assert not second.queries.is_answered
    window._build_anew()
    assert window.book_page is not second
    await settled(window.book_page)
    assert list(window.book_page.view.selected_ids()) == chosen


async def test_who_was_in_sight_is_in_sight_where_lines_are_higher(open_page):
    page = open_page(FakeBook(400))
    await settled(page)
    window = page.window()
    page.view.choose_line(200)
    page.view.verticalScrollBar().setValue(190 * page.view.rowHeight(0))
    first = page.table.id_at(page.view.rowAt(1))
    set_text(110)
    await until(lambda: window.book_page is not page)
    large = window.book_page
    await settled(large)
    assert large.table.id_at(large.view.rowAt(1)) == first
    large.view.verticalScrollBar().setValue(large.view.currentIndex().row() * large.view.rowHeight(0))
    large.view.choose_line(large.view.rowAt(large.view.viewport().height() - 5))
    chosen = large.view.current_id
    set_text(200)
    await until(lambda: window.book_page is not large)
    await settled(window.book_page)
    assert window.book_page.view.current_id == chosen
    assert window.book_page.view.current_in_sight()


async def test_whoever_is_typing_a_search_goes_on_where_they_are(open_page):
    page = open_page(FakeBook(40))
    await settled(page)
    window = page.window()
    page.search.setFocus()
    QTest.keyClicks(page.search, "zhng")
    page.search.setCursorPosition(2)
    set_text(110)
    await until(lambda: window.book_page is not page)
    QTest.keyClicks(window.focusWidget(), "a")
    assert window.book_page.search.text() == "zhang"


async def test_a_question_over_the_book_is_answered_before_the_book_is_built_anew(open_page):
    page = open_page(FakeBook(40))
    await settled(page)
    window = page.window()
    page.view.choose_several([page.table.id_at(line) for line in range(30)])
    act(page, Act.DELETE)
    dialog = await shown(DeleteDialog)
    QTest.keyClicks(dialog.count, "3")
    width = dialog.width()
    set_text(144)
    await until(lambda: dialog.width() > width)
    assert dialog.isVisible()
    assert window.book_page is page
    QTest.keyClicks(dialog.count, "0")
    button(dialog, "Delete").click()
    await until(lambda: window.book_page is not page)
    assert [len(contacts) for contacts in page._session.deleting.asked] == [30]
