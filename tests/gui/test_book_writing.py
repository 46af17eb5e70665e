"""What is written from the book page: pending contacts, notices, read-only books, new contacts that a filter hides."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from addressbook.domain.contact import UnreadableContact
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.merge import Merge
from addressbook.domain.work import WorkKind, WorkState
from addressbook.errors import NetworkError, PermissionMissing, ServerError, StoreDamaged
from addressbook.services.delete_reports import Deletion
from addressbook.services.events import ContactsChanged, DeletingChanged, LoadState, WorkSettled, WritingAllowed
from addressbook.services.save_results import Absent, Clashed, Gone, Refused, Saved
from addressbook.services.session_kind import ReadOnlyReason, SessionKind
from addressbook.ui.actions import Act
from addressbook.ui.dialogs.delete_contacts import DeleteDialog
from addressbook.ui.dialogs.message import MessageDialog
from addressbook.ui.forms.contact_form import ContactForm
from addressbook.ui.models.columns import Column
from addressbook.ui.undo_bar import UndoBar
from addressbook.ui.unfinished import UnfinishedDialog
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_contacts import make_contact
from tests.helpers.pages import act, settled
from tests.helpers.wait import until
from tests.helpers.windows import button, window

pytestmark = pytest.mark.qt_log_ignore("does not support")

WRITES = (Act.NEW, Act.EDIT, Act.DELETE, Act.UNDO)


@pytest.fixture
def book_page(open_page):
    async def opened(size=40, **session):
        page = open_page(FakeBook(size), **session)
        await settled(page)
        return page

    return opened


def item_of(page, kind=WorkKind.CREATE, name="Ann Lee", row=1):
    base = None if kind is WorkKind.CREATE else page._session.book.contacts[row]
    values = replace(FormValues(state_code="86", mobile="13912345678"), name=name) if base is None else values_of(base)
    return page._session.work.new(kind, values, base=base)


def saved(page, name="Zoe New"):
    """A contact that was added, in the book and in the hands of a form."""
    book = page._session.book
    contact = replace(make_contact(900), userid="new-1", name=name, label_ids=(), remark="", company_name="", email="")
    row = max(book.contacts) + 1
    book.contacts[row] = contact
    book.events.publish(ContactsChanged(frozenset({row})))
    page.writing.desk.contact_saved.emit(Saved(item_of(page, name=name), contact))
    return row


async def test_a_new_contact_is_chosen_in_the_list_at_once(book_page):
    page = await book_page(400)
    row = saved(page)
    await until(lambda: page.view.current_id == row, "the new contact")
    assert page.view.position_of(row).y() < page.view.viewport().height()
    assert page.detail.contact.name == "Zoe New"
    assert page.banner.isHidden()
    assert page.status.text == "Zoe New was added."
    page.status._told_until.timeout.emit()
    assert "401 contact" in page.status.text


async def test_a_new_contact_that_filters_hide_is_told_and_shown_when_wanted(book_page):
    page = await book_page()
    page.search.setText("lan")
    await settled(page)
    page.view.choose_line(0)
    before, query = page.view.current_id, page.queries.query
    row = saved(page)
    await until(lambda: not page.banner.isHidden(), "the notice")
    assert page.banner.accessibleName() == "Zoe New was added"
    assert "hide" in page.banner.accessibleDescription()
    assert (page.view.current_id, page.queries.query) == (before, query), "nothing else has changed"
    button(page.banner, "Show it").click()
    await until(lambda: page.view.current_id == row, "the new contact")
    assert not page.queries.query.is_filtered
    assert page.banner.isHidden()


async def test_an_edited_contact_is_followed_only_while_it_is_chosen_and_filters_stay(book_page):
    page = await book_page()
    page.search.setText("lan")
    await settled(page)
    page.view.choose_line(0)
    row, query, book = page.view.current_id, page.queries.query, page._session.book
    book.contacts[row] = replace(book.contacts[row], name="Somebody Else", company_name="", remark="", email="")
    book.events.publish(ContactsChanged(frozenset({row})))
    page.writing.desk.contact_saved.emit(Saved(item_of(page, WorkKind.EDIT, row=row), book.contacts[row]))
    await settled(page)
    assert page.table.line_of(row) is None
    assert page.queries.query == query
    assert page.banner.isHidden()
    page.search.clear()
    await settled(page)
    page.view.choose_line(2)
    chosen = page.view.current_id
    page.writing.desk.contact_saved.emit(Saved(item_of(page, WorkKind.EDIT, row=row), book.contacts[row]))
    await settled(page)
    assert page.view.current_id == chosen, "the person has gone on"


async def test_a_contact_that_is_asked_for_is_shown_whatever_the_filters_say(book_page):
    page = await book_page(400)
    page.search.setText("nobody has this")
    await settled(page)
    page.writing.desk.open_contact.emit("c000333")
    await until(lambda: page.view.current_id == 334, "the contact")
    assert page.view.position_of(334).y() < page.view.viewport().height()
    page.writing.desk.open_contact.emit("nobody")
    assert page.view.current_id == 334


async def test_a_contact_that_waits_for_dingtalk_looks_and_sounds_so_at_once(book_page):
    page = await book_page()
    page.view.choose_line(0)
    row, book = page.view.current_id, page._session.book
    userid = book.contacts[row].userid
    heights = page.detail.card.actions_row.height()
    book.shown_pending.add(userid)
    book.contacts[row] = replace(book.contacts[row], title="Head of everything")
    book.events.publish(ContactsChanged(frozenset({row})))
    assert page.detail.card.head._work.toPlainText().startswith("Head of everything"), "without waiting for the list"
    assert "Not confirmed by DingTalk yet" in page.detail.card.pending.text()
    assert page.detail.card.pending.isVisible()
    assert not page.actions_by_id[Act.EDIT].isEnabled()
    assert not page.actions_by_id[Act.DELETE].isEnabled()
    assert not page.detail.card.edit.isEnabled()
    assert page.detail.card.actions_row.height() == heights
    await settled(page)
    index = page.table.index(page.table.line_of(row), Column.NAME)
    assert "Not confirmed yet" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Not confirmed yet" in index.data(Qt.ItemDataRole.ToolTipRole)
    page.writing.edit()
    assert page.writing._desk is None or not page.writing.desk.open_forms
    book.shown_pending.clear()
    book.events.publish(ContactsChanged(frozenset({row})))
    assert not page.detail.card.pending.isVisible()
    assert page.actions_by_id[Act.EDIT].isEnabled()


async def test_what_became_of_lost_answers_is_told_one_by_one_until_it_was_read(book_page):
    page = await book_page()
    events = page._session.events
    events.publish(WorkSettled(Saved(item_of(page, name="Eva"), make_contact(1))))
    assert page.banner.accessibleName() == "Eva was added"
    events.publish(WorkSettled(Absent(item_of(page, name="Ann"))))
    assert page.banner.accessibleName().startswith("Ann was not saved"), "good news gives way"
    events.publish(WorkSettled(Gone(item_of(page, WorkKind.EDIT))))
    error = ServerError("60103", endpoint="/topapi/extcontact/create")
    events.publish(WorkSettled(Refused(item_of(page, name="Ben"), error)))
    values = FormValues()
    events.publish(WorkSettled(Clashed(item_of(page, name="Cid"), make_contact(2), Merge(values, (), ()))))
    told = []
    while not page.banner.isHidden():
        told.append(page.banner.accessibleName())
        button(page.banner, "Show unfinished work")
        button(page.banner, "Close this message").click()
    assert [words.split(" was ")[0] for words in told] == ["Ann", page._session.book.contacts[1].name, "Ben", "Cid"]
    events.publish(WorkSettled(Absent(item_of(page, name="Ann"))))
    events.publish(WorkSettled(Absent(item_of(page, name="Ben"))))
    button(page.banner, "Show unfinished work").click()
    dialog = await window(UnfinishedDialog)
    assert page.banner.isHidden(), "the list tells of both"
    dialog.reject()


async def test_more_serious_messages_go_first_and_the_notice_waits(book_page):
    page = await book_page()
    book = page._session.book
    page._session.events.publish(WorkSettled(Absent(item_of(page))))
    now = book.state
    book.tell(now._replace(state=LoadState.OFFLINE, error=NetworkError(endpoint="/topapi/extcontact/list")))
    assert "Ann Lee" not in page.banner.accessibleName()
    book.tell(now)
    assert page.banner.accessibleName().startswith("Ann Lee was not saved")


async def test_work_whose_form_is_open_is_told_there(book_page):
    page = await book_page()
    item = replace(item_of(page), state=WorkState.UNKNOWN)
    await page._session.work.keep(item)
    page.writing.desk.resume(item)
    form = await window(ContactForm)
    page._session.events.publish(WorkSettled(Absent(replace(item, state=WorkState.ABSENT))))
    assert page.banner.isHidden()
    assert form.banner.isVisible()
    form.end()


READ_ONLY = [
    (ReadOnlyReason.THIRD_PARTY, "another provider's app", "another provider's app"),
    (ReadOnlyReason.PERMISSION, "no permission to change", "qyapi_ext_write"),
    (ReadOnlyReason.WORK_DAMAGED, "could not be kept safe", "left as it is"),
]


def forbid(page, reason):
    session = page._session
    session.read_only_reason = reason
    if reason is ReadOnlyReason.PERMISSION:
        session.permission.error = PermissionMissing(
            "60011", endpoint="/topapi/extcontact/update", scopes=("qyapi_ext_write",)
        )
    elif reason is ReadOnlyReason.WORK_DAMAGED:
        session.work.trouble = StoreDamaged("store.work_damaged", file="work.db")
    session.events.publish(WritingAllowed())


@pytest.mark.parametrize(("reason", "strip", "words"), READ_ONLY)
async def test_a_book_that_cannot_be_changed_offers_no_change_and_says_why(book_page, reason, strip, words):
    page = await book_page(kind=SessionKind.ORGANISATION)
    page.view.choose_line(0)
    assert page.strip.isHidden()
    forbid(page, reason)
    actions = page.actions_by_id
    assert not any(actions[which].isVisible() or actions[which].isEnabled() for which in WRITES)
    assert not page.detail.card.edit.isVisible()
    assert not page.detail.card.delete.isVisible()
    new = [each for each in page.findChildren(QPushButton) if each.text() == "New contact" and each.isVisible()]
    assert new == []
    for key, modifier in (("N", "Ctrl"), ("E", "Ctrl"), ("Del", "")):
        QTest.keySequence(page.view, f"{modifier}+{key}" if modifier else key)
    assert page.writing._desk is None
    assert strip in page.strip.accessibleName()
    page.strip._why.click()
    dialog = await window(MessageDialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert words in said
    if reason is ReadOnlyReason.THIRD_PARTY:
        dialog.reject()
    else:
        button(dialog, "Check again").click()
        await until(lambda: page._session.checks == 1)
    await until(lambda: not page.writing._tasks.busy)
    page._session.read_only_reason = None
    page._session.events.publish(WritingAllowed())
    assert page.strip.isHidden()
    assert actions[Act.NEW].isEnabled()
    assert page.detail.card.edit.isVisible()


async def test_an_empty_book_offers_a_new_contact_unless_it_cannot_be_changed(book_page):
    page = await book_page(0)
    button(page.message, "New contact…").click()
    form = await window(ContactForm)
    form.end()
    forbid(page, ReadOnlyReason.PERMISSION)
    offered = [each.text() for each in page.message.findChildren(QPushButton) if each.isVisible()]
    assert offered == []


async def test_a_form_keeps_its_text_when_the_permission_is_found_to_be_missing(book_page):
    page = await book_page()
    item = replace(item_of(page), values=FormValues(name="Half typed", state_code="86"))
    page.writing.desk.new_contact(item.values)
    form = await window(ContactForm)
    forbid(page, ReadOnlyReason.PERMISSION)
    assert form.isVisible()
    assert form.body.values().name == "Half typed"
    assert await form.keep_draft()
    form.end()


async def test_undo_is_in_the_menu_and_survives_another_language(book_page, speak):
    page = await book_page()
    main = page.window()
    page.view.choose_line(0)
    act(page, Act.DELETE)
    dialog = await window(DeleteDialog)
    reason = page._session.read_only_reason
    name = page.detail.contact.name
    button(dialog, "Delete").click()
    await until(lambda: page.actions_by_id[Act.UNDO].isEnabled(), "Undo")
    assert page.actions_by_id[Act.UNDO].text() == f"&Undo delete: {name}"
    bar = page.findChild(UndoBar)
    assert button(bar, "Undo").isVisible()
    page._session.read_only_reason = ReadOnlyReason.PERMISSION
    page._session.events.publish(WritingAllowed())
    with pytest.raises(AssertionError, match="no button"):
        button(bar, "Undo")
    page._session.read_only_reason = reason
    page._session.events.publish(WritingAllowed())
    button(bar, "Undo")
    speak("zh_CN")
    await until(lambda: main.book_page is not page, "a new page")
    assert main.actions_by_id[Act.UNDO].text() == f"撤销删除：{name}(&U)"
    assert button(main.book_page.findChild(UndoBar), "撤销").isVisible(), "where it was offered, too"
    main.actions_by_id[Act.UNDO].trigger()
    await until(lambda: main.book_page._session.deleting.undone, "the undo")
    await until(lambda: not main.actions_by_id[Act.UNDO].isEnabled())


async def test_a_deletion_that_is_found_to_have_been_carried_out_can_be_undone(book_page):
    page = await book_page()
    assert not page.actions_by_id[Act.UNDO].isEnabled()
    page._session.deleting._undoable.append(Deletion((make_contact(3),), datetime.now(UTC)))
    page._session.events.publish(DeletingChanged())
    assert page.actions_by_id[Act.UNDO].isEnabled()


async def test_several_are_deleted_and_nobody_who_cannot_be_named(book_page):
    page = await book_page()
    page.view.choose_line(0)
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    act(page, Act.DELETE)
    dialog = await window(DeleteDialog)
    button(dialog, "Delete").click()
    await until(lambda: page._session.deleting.asked, "the deletion")
    assert len(page._session.deleting.asked[0]) == 2
    book = page._session.book
    for row in (900, 901):
        book.contacts[row] = UnreadableContact(f"bad{row}", "what is this")
    book.events.publish(ContactsChanged(frozenset({900, 901})))
    await settled(page)
    page.view.choose(900)
    QTest.keyClick(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    act(page, Act.DELETE)
    await until(lambda: not page.banner.isHidden(), "words")
    assert page.banner.accessibleName() == "Nothing was deleted"


async def test_what_cannot_be_read_among_several_is_said_before_they_are_deleted(book_page):
    page = await book_page()
    book = page._session.book
    book.contacts[900] = UnreadableContact("bad900", "what is this")
    book.events.publish(ContactsChanged(frozenset({900})))
    await settled(page)
    QTest.keyClick(page.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    act(page, Act.DELETE)
    act(page, Act.DELETE)  # an impatient person
    dialog = await window(DeleteDialog)
    assert "Delete 40 contact(s)?" in dialog.windowTitle()
    assert any("Not to be deleted: 1 more contact(s)" in each.text() for each in dialog.findChildren(QLabel))
    dialog.reject()


async def test_another_language_leaves_open_forms_and_unread_notices(book_page, speak):
    page = await book_page()
    main = page.window()
    page._session.events.publish(WorkSettled(Absent(item_of(page))))
    page.writing.desk.new_contact(FormValues(name="Half typed", state_code="86"))
    form = await window(ContactForm)
    speak("zh_CN")
    await until(lambda: main.book_page is not page, "a new page")
    again = main.book_page
    await settled(again)
    assert form.isVisible()
    assert form.body.values().name == "Half typed"
    assert form.windowTitle() == "新建联系人"
    assert again.writing.desk.open_forms == (form,)
    assert not again.banner.isHidden()
    assert "有" in again.banner.accessibleName() or "未" in again.banner.accessibleName(), "in the language of now"
    row = saved(again)
    await until(lambda: again.view.current_id == row, "what the form has saved")
    form.end()


async def test_pages_that_were_left_hear_no_more_of_the_actions(book_page):
    page = await book_page()
    main, session = page.window(), page._session
    for _ in range(2):
        main.show_welcome()
        await until(lambda: QApplication.instance() is not None)
        main.show_session(session)
        await settled(main.book_page)
    session.read_only_reason = ReadOnlyReason.PERMISSION
    session.events.publish(WritingAllowed())  # changes the actions, whose old buttons are gone
    assert not main.actions_by_id[Act.NEW].isVisible()
