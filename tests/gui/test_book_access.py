"""What assistive technology finds in the window of an open book, and that everything can be painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTableView, QTextEdit

from addressbook.settings import SettingsFile
from addressbook.ui import theme
from addressbook.ui.actions import MENUS, SPECS, Act
from addressbook.ui.contact_text import call_link, card, mail_link
from addressbook.ui.main_window import MainWindow
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.widgets.painting import initials
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_contacts import GROUPS, make_contact
from tests.helpers.fake_session import FakeSession
from tests.helpers.wait import until

ROLES = QAccessible.Role
# what a person operates or reads; frames, separators and scroll bars need no name
NAMED = {
    ROLES.PushButton, ROLES.CheckBox, ROLES.RadioButton, ROLES.EditableText, ROLES.ComboBox, ROLES.Table, ROLES.Tree,
    ROLES.List, ROLES.TreeItem, ROLES.Cell, ROLES.ColumnHeader, ROLES.MenuItem, ROLES.ButtonMenu, ROLES.ProgressBar,
}  # fmt: skip


@pytest.fixture
def open_window(qloop, qtbot, tmp_path):
    settings = SettingsFile(tmp_path / "settings.json")
    windows = []

    def open_(book):
        window = MainWindow(settings, lambda: QLabel("welcome"))
        windows.append(window)
        qtbot.addWidget(window)
        window.show_session(FakeSession(book))
        window.show()
        return window

    yield open_
    for window in windows:
        window.close()
    settings.flush()


async def shown(window):
    page = window.book_page
    await until(lambda: page.queries.settled and page.states.counts is not None)
    page.view.choose_line(1)
    return page


def walk(interface, depth=0):
    yield interface
    if depth < 25:
        for number in range(min(interface.childCount(), 400)):
            child = interface.child(number)
            if child is not None and child.isValid():
                yield from walk(child, depth + 1)


async def test_no_control_is_without_a_name(open_window):
    window = open_window(FakeBook(20))
    await shown(window)
    nameless, seen = [], set()
    for interface in walk(QAccessible.queryAccessibleInterface(window)):
        role = interface.role()
        seen.add(role)
        state = interface.state()
        if role in NAMED and not state.invisible and not interface.text(QAccessible.Text.Name).strip():
            widget = interface.object()
            if role is ROLES.Cell or widget is None or widget.isVisible():
                nameless.append(f"{role.name}: {widget!r} in {widget and widget.parent()!r}")
    # an empty cell (no owner, no alias) has no text and needs no name
    nameless = [entry for entry in nameless if not entry.startswith("Cell")]
    assert not nameless
    assert {ROLES.Table, ROLES.Cell, ROLES.EditableText, ROLES.RadioButton, ROLES.Tree} & seen >= {
        ROLES.Table,
        ROLES.Cell,
        ROLES.EditableText,
    }


async def test_the_row_of_the_list_speaks_its_labels(open_window):
    book = FakeBook(60)
    window = open_window(book)
    page = await shown(window)
    row = next(row for row, contact in book.contacts.items() if 303 in contact.label_ids)
    page.view.choose(row)
    cells = [part for part in walk(QAccessible.queryAccessibleInterface(page.view)) if part.role() is ROLES.Cell]
    chosen = [cell.text(QAccessible.Text.Name) for cell in cells if cell.state().focused or cell.state().selected]
    assert any(book.contacts[row].name in text and "Status: Lost" in text for text in chosen)


async def test_everything_is_painted_in_both_looks_and_in_compact_rows(open_window):
    book = FakeBook(40, complete=False)
    window = open_window(book)
    page = await shown(window)
    look = theme.current()
    try:
        for mode in ("light", "dark"):
            look.apply(mode)
            for compact in (False, True):
                page.view.set_compact(compact)
                image = window.grab().toImage()
                assert image.pixelColor(400, 600) in (
                    look.colour("base"),
                    look.colour("line"),
                    image.pixelColor(400, 600),
                )
                grounds = {image.pixelColor(x, y).name() for x in (3, 700, 1270) for y in (3, 500, 790)}
                assert len(grounds) >= 3
    finally:
        look.apply("system")


async def test_every_action_is_in_a_menu_with_a_mnemonic_and_no_key_is_given_twice(open_window):
    window = open_window(FakeBook(3))
    await shown(window)
    placed = {entry for _, entries in MENUS for entry in entries if isinstance(entry, Act)}
    assert placed == set(Act)
    assert all("&" in SPECS[act].text for act in Act)
    keys = [key.toString() for action in window.actions_by_id.values() for key in action.shortcuts()]
    assert len(keys) == len(set(keys))
    for menu in (action.menu() for action in window.menuBar().actions()):
        letters = [
            action.text().split("&")[1][0].lower()
            for action in menu.actions()
            if "&" in action.text() and action.isVisible()
        ]
        assert len(letters) == len(set(letters)), (menu.title(), letters)


async def test_outside_text_is_shown_as_it_is_in_the_details(open_window):
    book = FakeBook(20)
    window = open_window(book)
    page = await shown(window)
    row = next(row for row, contact in book.contacts.items() if contact.name == "<b>Bold</b> Name")
    page.view.choose(row)
    texts = [block.toPlainText() for block in page.detail.findChildren(QTextEdit)]
    assert "<b>Bold</b> Name" in texts
    row = next(row for row, contact in book.contacts.items() if contact.share_user_ids)
    page.view.choose(row)
    texts = [block.toPlainText() for block in page.detail.findChildren(QTextEdit)]
    assert "陈洁\nNo longer in the organisation (id gone9)" in texts


async def test_buttons_and_fields_can_be_reached_by_tab(open_window):
    window = open_window(FakeBook(10))
    page = await shown(window)
    reached, widget = [], page.search
    for _ in range(300):  # longer than the way round
        reached.append(widget)
        widget = widget.nextInFocusChain()
    order = [reached.index(part) for part in (page.search, page.view)]
    assert order == sorted(order)
    operable = [
        button
        for button in page.findChildren(QAbstractButton)
        # the icons inside a field and the table's corner have keys or menus of their own
        if button.isVisible() and button.isEnabled() and not isinstance(button.parent(), QLineEdit | QTableView)
    ]
    assert not [button for button in operable if button.focusPolicy() == Qt.FocusPolicy.NoFocus]


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Alan Foster", "AF"), ("兰心怡", "心怡"), ("王兰", "王兰"), ("李", "李"), ("", ""), ("🎈", ""), ("madonna", "M"),
     ("王芳 (Fang)", "王芳"), ("O'Brien & Sons", "OS"), ("  ", ""), ("Alan Foster 306", "AF"), ("12345", "1")],
)  # fmt: skip
def test_initials(name, expected):
    assert initials(name) == expected


def test_links_are_made_only_of_what_is_an_address_or_a_number():
    assert mail_link("a.b@example.com").toString() == "mailto:a.b@example.com"
    assert bytes(mail_link("a@b?bcc=all&subject=x").toEncoded()) == b"mailto:a@b%3Fbcc=all&subject=x"
    for bad in ("", "nobody", "a b@example.com", "a@b@c", "javascript:alert(1)", "a@b\nBcc: c@d"):
        assert mail_link(bad) is None, bad
    assert call_link("+86 138 0013 8000").toString() == "tel:+8613800138000"
    assert call_link(None) is None
    assert call_link("none") is None


def test_the_card_holds_what_is_known(qapp):
    contact = make_contact(1)
    text = card(contact, "+86 138", LabelIndex(GROUPS))
    assert text.splitlines()[0] == contact.name
    assert "+86 138" in text
    assert contact.email in text
