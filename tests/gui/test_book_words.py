"""What the book page says while something is missing: names, labels, contacts, permissions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from addressbook.domain.query import ContactQuery, LabelMatch, Scope
from addressbook.domain.staff import NameState
from addressbook.errors import NetworkError, PermissionMissing
from addressbook.services.events import LabelsChanged, LoadState
from addressbook.ui.models.columns import Column
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_contacts import GROUPS
from tests.helpers.fake_staff import FakeStaff, Name
from tests.helpers.pages import settled
from tests.helpers.wait import until

DENIED = PermissionMissing("60011", endpoint="/topapi/extcontact/list", scopes=("qyapi_ext_read",))


async def test_a_first_load_that_fails_does_not_promise_contacts(open_page):
    book = FakeBook(0, complete=False)
    book.groups = ()
    page = open_page(book)
    await settled(page)
    assert page.sidebar._no_labels.text() == "Labels are loading."
    book.tell(book.state._replace(state=LoadState.FAILED, error=DENIED))
    assert page.message._text.text() == "The message above says what is in the way."
    assert page.result.text == "", "how many there are is not known"
    assert page.sidebar._no_labels.text() == "Labels are not loaded yet."


async def test_a_search_in_what_could_not_be_loaded_says_so(open_page):
    book = FakeBook(0, complete=False)
    page = open_page(book)
    page.search.setText("zhang")
    await settled(page)
    book.tell(book.state._replace(state=LoadState.FAILED, error=DENIED))
    assert page.message.title == "Nothing is loaded yet"
    assert page.message.text == "The message above says what is in the way."
    assert page.result.text == "", "nobody was looked for among"
    page.search.setFocus()
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert page.search.hasFocus(), "there is nothing to go to"
    book.arrive(40)
    await settled(page)
    page.search.setText("qqq")
    await settled(page)
    assert page.message.title == "No one matches “qqq”"
    assert page.message.text.endswith(
        "Only a part of the book could be loaded. The message above says what is in the way."
    )
    assert page.result.text == "0 contact(s) match “qqq” among the 40 loaded so far"
    book.tell(book.state._replace(state=LoadState.LOADING, error=None))
    assert page.message.text.endswith("whoever is missing may still come.")


async def test_a_book_that_is_being_loaded_is_not_counted_as_if_it_were_whole(open_page):
    book = FakeBook(30, complete=False)
    page = open_page(book)
    await settled(page)
    assert page.result.text == "30 contact(s) so far"
    book.tell(book.state._replace(state=LoadState.IDLE, complete=True, updated_at=datetime.now(UTC)))
    assert page.result.text == "30 contact(s)"


async def test_labels_on_their_way_are_no_numbers(open_page):
    book = FakeBook(30, complete=False)
    book.groups = ()
    page = open_page(book)
    await settled(page)
    texts = {page.table.index(line, Column.LABELS).data() for line in range(30)}
    assert not any("Label 1" in text for text in texts)
    book.groups = GROUPS
    book.events.publish(LabelsChanged())
    texts = {page.table.index(line, Column.LABELS).data() for line in range(30)}
    assert any("Type: Customer" in text for text in texts)


@pytest.mark.parametrize("scope", [Scope.MINE, Scope.SHARED, Scope.NO_LABEL])
async def test_an_empty_part_of_an_incomplete_book_claims_nothing(open_page, scope):
    book = FakeBook(1, complete=False)
    book.contacts[1] = replace(
        book.contacts[1], follower_user_id="0009", share_user_ids=(), share_dept_ids=(), label_ids=(100,)
    )
    page = open_page(book)
    await settled(page)
    page.queries.ask(replace(page.queries.query, scope=scope))
    await settled(page)
    assert "loaded yet" in page.message.title
    assert "not yet loaded completely" in page.message._text.text()
    book.tell(book.state._replace(state=LoadState.IDLE, complete=True, updated_at=datetime.now(UTC)))
    assert "loaded yet" not in page.message.title


async def test_a_name_that_is_being_asked_for_is_no_id_until_nothing_can_be_asked(open_page):
    book = FakeBook(8)
    page = open_page(book)
    page._session.staff.name_of = lambda _: Name(NameState.UNKNOWN)
    await settled(page)
    row = next(row for row, contact in book.contacts.items() if contact.follower_user_id == "gone7")
    index = page.table.index(page.table.line_of(row), Column.OWNER)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Loading"
    book.tell(book.state._replace(state=LoadState.OFFLINE, error=NetworkError(endpoint="/topapi/extcontact/list")))
    assert index.data() == "Id gone7"
    assert page.status.freshness == ""


async def test_who_gave_a_number_is_told_that_it_is_looked_up(open_page):
    page = open_page(FakeBook(8), me=None, own_mobile="13800138000")
    await settled(page)
    page.sidebar.scopes[Scope.MINE].click()
    await settled(page)
    assert page.message.title == "Finding out who you are"
    page._session.me_error = DENIED
    page.events.on_staff_changed()
    assert page.message.title == "It is not known who you are"


async def test_labels_left_out_look_alike_however_they_were_chosen(open_page):
    page = open_page(FakeBook(60))
    await settled(page)
    page.asking.ask(ContactQuery(labels=frozenset({100}), excluded=frozenset({200}), match=LabelMatch.WITHOUT))
    await settled(page)
    chips = [button.text() for button in page.filters.findChildren(QToolButton) if not button.isHidden()]
    assert chips == ["Customer", "General"]  # after one word "Without"
    assert page.sidebar.tree.leaves_out(100)
    assert page.sidebar.tree.leaves_out(200)


async def test_names_are_looked_up_for_the_owners_on_the_screen_only(open_page, monkeypatch):
    book = FakeBook(2)
    page = open_page(book)
    for number in range(3, 300):
        book.contacts[number] = replace(book.contacts[1], follower_user_id=f"owner{number:04}")
    await settled(page)
    asked = []
    unknown = Name(NameState.UNKNOWN)
    page._session.staff.name_of = lambda userid: asked.append(userid) or unknown
    page.sidebar.owner.popup.unknown_seen.connect(asked.append)
    with monkeypatch.context() as patched:
        patched.setattr(FakeStaff, "name_of", lambda _self, _userid: unknown)
        await page.asking._read_owners()
    assert asked == []
    popup = page.sidebar.owner.popup
    popup.resize(280, 360)
    popup.grab()
    assert 0 < len(asked) < 40


async def test_an_empty_book_has_nothing_to_search(open_page):
    book = FakeBook(0)
    page = open_page(book)
    await settled(page)
    assert not page.search.isEnabled()
    assert not page.sidebar.owner.isEnabled()
    book.arrive(3)
    await until(lambda: page.search.isEnabled())


async def test_all_figures_agree_while_pages_arrive(open_page):
    book = FakeBook(0, complete=False)
    book.state = book.state._replace(expected=None)
    page = open_page(book)
    await settled(page)
    assert page.status.text == "Loading contacts"
    for _ in range(3):
        book.arrive(100)
        size = len(book.contacts)
        await until(lambda size=size: page.table.size == size)
        assert page.status.text == f"{size} loaded"
        assert page.result.text.startswith(str(size))
        assert f", {size} contact" in page.sidebar.scopes[Scope.ALL].accessibleName()


async def test_a_call_that_no_program_takes_is_told_and_can_be_copied(open_page, monkeypatch, qapp):
    from PySide6.QtGui import QDesktopServices

    page = open_page(FakeBook(5))
    await settled(page)
    page.view.choose(2)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or False)
    page.detail.call()
    assert opened[0].startswith("tel:+86")
    assert not page.detail.card.notice.isHidden()
    page.detail.card.notice.copy.click()
    assert qapp.clipboard().text() == page.detail.phone
    page.detail.mail()
    assert "mail" in page.detail.card.notice.words.text()
    page.detail.card.notice.copy.click()
    assert qapp.clipboard().text() == page.detail.contact.email
    page.view.choose(3)
    assert page.detail.card.notice.isHidden()


async def test_what_is_copied_of_an_address_is_the_address(open_page):
    page = open_page(FakeBook(5))
    await settled(page)
    page.view.choose(2)
    block, email = page.detail.card.email_text, page.detail.contact.email
    assert block.toPlainText() == email
    block.selectAll()
    assert block.createMimeDataFromSelection().text() == email


async def test_a_stopped_refresh_is_not_told_as_an_incomplete_book(open_page):
    book = FakeBook(30)
    page = open_page(book)
    await settled(page)
    book.tell(book.state._replace(state=LoadState.STOPPED, complete=True))
    assert page.status.text == "Checking for changes was stopped"
    assert page.status.offered == "Resume"
    book.tell(book.state._replace(state=LoadState.STOPPED, complete=False))
    assert page.status.text == "Stopped: 30 loaded"
