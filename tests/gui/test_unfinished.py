"""The list of unfinished work: every state of an item, what can be done with it, and that it changes in place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from addressbook.domain.fields import Field
from addressbook.domain.form_values import FormValues, values_of
from addressbook.domain.work import WorkKind, WorkState
from addressbook.errors import PermissionMissing, ServerError, StoreBusy
from addressbook.services.delete_reports import DeleteProgress
from addressbook.services.events import WorkSettled, WritingAllowed
from addressbook.services.lost_answers import EARLIER
from addressbook.services.save_results import Refused, Saved
from addressbook.services.session_kind import ReadOnlyReason
from addressbook.ui.actions import Act
from addressbook.ui.dialogs.message import MessageDialog
from addressbook.ui.forms.contact_form import ContactForm
from addressbook.ui.outcome_notices import outcome_notice
from addressbook.ui.unfinished import UnfinishedDialog
from tests.gui.test_contact_form import FULL, write
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_contacts import make_contact
from tests.helpers.pages import act, settled
from tests.helpers.wait import until
from tests.helpers.windows import button, window

pytestmark = pytest.mark.qt_log_ignore("does not support")

CONTACT = make_contact(4)


@pytest.fixture
def book_page(open_page):
    async def opened():
        page = open_page(FakeBook(20))
        await settled(page)
        return page

    return opened


async def put(page, kind=WorkKind.CREATE, state=WorkState.DRAFT, name="Ann Lee", **fields):
    work = page._session.work
    base = None if kind is WorkKind.CREATE else CONTACT
    typed = {key: fields.pop(key) for key in ("company_name", "mobile") if key in fields}
    values = replace(FormValues() if base is None else values_of(base), name=name, **typed)
    item = replace(work.new(kind, values, base=base), state=state, **fields)
    await work.keep(item)
    return item


async def opened(page):
    act(page, Act.UNFINISHED)
    return await window(UnfinishedDialog)


def texts(card):
    return [each.text() for each in card.buttons]


EVERY = [
    (WorkKind.CREATE, WorkState.DRAFT, "New contact: Ann Lee", "Not saved yet", ["Continue", "Discard…"]),
    (WorkKind.CREATE, WorkState.SENDING, "New contact: Ann Lee", "not here yet", ["Check now"]),
    (WorkKind.CREATE, WorkState.UNKNOWN, "New contact: Ann Lee", "whether it was saved", ["Check now", "Discard…"]),
    (
        WorkKind.CREATE,
        WorkState.ABSENT,
        "New contact: Ann Lee",
        "save it again",
        ["Save again", "Continue", "Discard…"],
    ),
    (WorkKind.EDIT, WorkState.DRAFT, "Changes of Ann Lee", "Not saved yet", ["Continue", "Discard…"]),
    (WorkKind.EDIT, WorkState.UNKNOWN, "Changes of Ann Lee", "whether it was saved", ["Check now", "Discard…"]),
    (WorkKind.DELETE, WorkState.UNKNOWN, "Deletion of Ann Lee", "was deleted", ["Check now", "Discard…"]),
    (WorkKind.DELETE, WorkState.SENDING, "Deletion of Ann Lee", "not here yet", ["Check now"]),
    (WorkKind.REPLACE, WorkState.DRAFT, "Another number for Ann Lee", "Not saved yet", ["Go on…", "Discard…"]),
    (WorkKind.REPLACE, WorkState.COPIED, "Another number for Ann Lee", "old contact is too", ["Go on…"]),
    (WorkKind.REPLACE, WorkState.DELETING, "Another number for Ann Lee", "old contact was deleted", ["Go on…"]),
    (WorkKind.REPLACE, WorkState.UNDOING, "Another number for Ann Lee", "copy was deleted again", ["Go on…"]),
]


@pytest.mark.parametrize(("kind", "state", "title", "words", "offers"), EVERY)
async def test_every_state_has_its_words_and_its_buttons(book_page, kind, state, title, words, offers):
    page = await book_page()
    await put(page, kind, state)
    dialog = await opened(page)
    (card,) = dialog.cards
    assert card.accessibleName() == title
    assert words in card.accessibleDescription()
    assert texts(card) == offers
    assert [each.accessibleName() for each in card.buttons] == [f"{text.rstrip('…')}: {title}" for text in offers]
    dialog.reject()


async def test_what_was_refused_and_what_cannot_be_read(book_page):
    page = await book_page()
    await put(page, refused="60103")
    page._session.work.unreadable = ("f" * 32,)
    dialog = await opened(page)
    refused, unreadable = dialog.cards
    assert "refused" in refused.accessibleDescription()
    assert texts(unreadable) == ["Discard…"]
    unreadable.buttons[0].click()
    button(await window(MessageDialog), "Keep it").click()
    await until(lambda: not dialog._tasks.busy)
    assert page._session.work.unreadable
    unreadable.buttons[0].click()
    await until(lambda: any(each.isVisible() for each in dialog.findChildren(MessageDialog)))
    shown = next(each for each in dialog.findChildren(MessageDialog) if each.isVisible())
    button(shown, "Discard").click()
    await until(lambda: len(dialog.cards) == 1, "one to be gone")
    dialog.reject()


async def test_it_changes_in_place_and_the_focus_stays(book_page):
    page = await book_page()
    items = [await put(page, name=name) for name in ("Ann", "Ben", "Cleo")]
    dialog = await opened(page)
    cleo, ben, ann = dialog.cards
    ben.buttons[0].setFocus()
    await page._session.work.keep(replace(items[1], values=FormValues(name="Benjamin")))
    assert dialog.cards == [cleo, ben, ann]
    assert ben.accessibleName() == "New contact: Benjamin"
    assert dialog.focusWidget() is ben.buttons[0]
    await page._session.work.keep(replace(items[1], state=WorkState.UNKNOWN))
    assert texts(ben) == ["Check now", "Discard…"]
    assert dialog.focusWidget() is ben.buttons[0]
    await page._session.work.forget(items[1].id)
    assert dialog.cards == [cleo, ann]
    assert dialog.focusWidget() is ann.buttons[0]
    await page._session.work.forget(items[0].id)
    assert dialog.focusWidget() is cleo.buttons[0]
    await page._session.work.forget(items[2].id)
    assert dialog.focusWidget().text() == "Close"
    assert "All is done" in dialog._hint.text()
    assert page.sidebar.unfinished.isHidden()
    assert not page.actions_by_id[Act.UNFINISHED].isEnabled()
    dialog.reject()


async def test_a_draft_goes_on_in_its_form(book_page):
    page = await book_page()
    item = await put(page)
    dialog = await opened(page)
    QTest.keyClick(dialog.cards[0].buttons[0], Qt.Key.Key_Space)
    form = await window(ContactForm)
    assert form.item.id == item.id
    assert not dialog.isVisible()
    form.end()


async def test_discarding_asks_and_takes_an_open_form_with_it(book_page):
    page = await book_page()
    item = await put(page)
    page.writing.desk.resume(item)
    await window(ContactForm)
    dialog = await opened(page)
    dialog.cards[0].buttons[1].click()
    question = await window(MessageDialog)
    assert "Ann Lee" in question.accessibleName()
    assert "is lost" in question.accessibleDescription()
    button(question, "Discard").click()
    await until(lambda: not dialog.cards, "the end of it")
    assert page.writing.desk.open_forms == ()
    dialog.reject()


async def test_what_is_settled_while_the_question_stands_is_not_thrown_away(book_page):
    page = await book_page()
    item = await put(page, state=WorkState.UNKNOWN)
    dialog = await opened(page)
    dialog.cards[0].buttons[1].click()
    question = await window(MessageDialog)
    assert "Nobody knows yet" in question.accessibleDescription()
    await page._session.work.keep(replace(item, state=WorkState.ABSENT))
    button(question, "Discard").click()
    await until(lambda: not dialog._tasks.busy)
    assert page._session.work.item(item.id) is not None, "the question was about something else"
    dialog.reject()


async def test_a_deletion_is_discarded_where_deletions_are(book_page):
    page = await book_page()
    item = await put(page, WorkKind.DELETE, WorkState.UNKNOWN)
    dialog = await opened(page)
    dialog.cards[0].buttons[1].click()
    question = await window(MessageDialog)
    assert "shown in the book again" in question.accessibleDescription()
    button(question, "Discard").click()
    await until(lambda: not dialog.cards, "the end of it")
    assert page._session.deleting.discarded == [item]
    dialog.reject()


async def test_a_fault_of_the_disk_is_told(book_page):
    page = await book_page()
    item = await put(page)
    dialog = await opened(page)
    page.writing.desk.resume(item)
    page._session.work.error = StoreBusy()
    dialog.cards[0].buttons[1].click()
    button(await window(MessageDialog), "Discard").click()
    await until(lambda: any(each.isVisible() for each in dialog.findChildren(MessageDialog)), "the reason")
    told = next(each for each in dialog.findChildren(MessageDialog) if each.isVisible())
    button(told, "Close").click()
    assert page._session.work.item(item.id) is not None
    assert len(page.writing.desk.open_forms) == 1, "what could not be thrown away stays open"
    page._session.work.error = None
    dialog.reject()


async def test_check_now_and_save_again_say_what_came_of_it(book_page):
    page = await book_page()
    await put(page, state=WorkState.UNKNOWN)
    dialog = await opened(page)
    dialog.cards[0].buttons[0].click()
    assert page._session.saving.checks == 1
    assert dialog.banner.accessibleName() == "DingTalk is asked now"
    dialog.reject()
    absent = await put(page, state=WorkState.ABSENT, name="Ben Ruiz")
    error = ServerError("60103", endpoint="/topapi/extcontact/create")
    page._session.saving.answers = [
        lambda item: Refused(replace(item, state=WorkState.DRAFT, refused="60103", missed=True), error)
    ]
    dialog = await opened(page)
    dialog.cards[0].buttons[0].click()
    await until(lambda: dialog.banner.accessibleName() == "Ben Ruiz was not added")
    assert texts(dialog.cards[0]) == ["Continue", "Discard…"]
    await page._session.work.keep(replace(absent, state=WorkState.ABSENT))
    dialog.cards[0].buttons[0].click()
    await until(lambda: len(dialog.cards) == 1, "it to be saved")
    assert dialog.banner.accessibleName() == "Ben Ruiz was added"
    assert page._session.saving.saved[-1].doubted
    dialog.reject()


async def test_what_is_looked_for_under_another_number_has_words_of_its_own(book_page):
    page = await book_page()
    await put(page, state=WorkState.UNKNOWN, refused=EARLIER)
    dialog = await opened(page)
    (card,) = dialog.cards
    assert "busy when it was saved with another phone number" in card.accessibleDescription()
    assert texts(card) == ["Check now", "Discard…"]
    card.buttons[1].click()
    question = await window(MessageDialog)
    assert "with the other phone number" in question.accessibleDescription()
    button(question, "Keep it").click()
    dialog.reject()


async def test_what_nobody_has_looked_for_is_not_known(book_page):
    page = await book_page()
    item = replace(await put(page, name="Ben Ruiz"), doubted=True)
    error = ServerError("60103", endpoint="/topapi/extcontact/create")
    assert outcome_notice(Refused(item, error)).title == "It is not known whether Ben Ruiz was added"
    assert outcome_notice(Refused(replace(item, missed=True), error)).title == "Ben Ruiz was not added"


async def test_save_again_saves_what_the_open_form_holds(book_page):
    page = await book_page()
    item = await put(page, state=WorkState.ABSENT)
    page.writing.desk.resume(replace(item, values=FULL))
    form = page.writing.desk.open_forms[0]
    write(form, Field.ADDRESS, "Corrected")
    dialog = await opened(page)
    dialog.cards[0].buttons[0].click()
    await until(lambda: page.writing.desk.open_forms == (), "the saving")
    assert [saved.values.address for saved in page._session.saving.saved] == ["Corrected"]


@pytest.mark.parametrize("typed", [False, True])
async def test_a_form_whose_contact_was_saved_from_another_place(book_page, typed):
    page = await book_page()
    item = await put(page, state=WorkState.ABSENT)
    page.writing.desk.resume(item)
    form = page.writing.desk.open_forms[0]
    if typed:
        write(form, Field.ADDRESS, "Corrected")
    page._session.events.publish(WorkSettled(Saved(item, make_contact(7))))
    assert page.writing.desk.open_forms == ((form,) if typed else ())
    form.end()


async def test_in_a_book_that_cannot_be_changed_nothing_is_offered_that_would(book_page):
    page = await book_page()
    await put(page)
    await put(page, WorkKind.REPLACE, WorkState.COPIED)
    dialog = await opened(page)
    page._session.read_only_reason = ReadOnlyReason.PERMISSION
    page._session.permission.error = PermissionMissing("60011", endpoint="/topapi/extcontact/update")
    page._session.events.publish(WritingAllowed())
    assert [texts(card) for card in dialog.cards] == [[], ["Continue", "Discard…"]]
    assert "cannot be changed now" in dialog._hint.text()
    dialog.cards[1].buttons[0].click()  # what was typed can be read and copied
    form = await window(ContactForm)
    assert "cannot be changed now" in form.foot.note.accessibleName()
    page._session.read_only_reason = None
    page._session.events.publish(WritingAllowed())
    assert "cannot be changed now" not in form.foot.note.accessibleName()
    form.end()


async def test_a_contact_that_undo_could_not_bring_back_says_what_it_lacks(book_page):
    page = await book_page()
    work = page._session.work
    lost = replace(CONTACT, mobile=None, label_ids=())
    item = work.new(WorkKind.CREATE, values_of(lost), base=lost)
    await work.keep(item)
    dialog = await opened(page)
    (card,) = dialog.cards
    assert card.accessibleName() == f"To be added again: {CONTACT.name}"
    assert "once this is filled in: Phone and Labels." in card.accessibleDescription()
    assert "typed" not in card.accessibleDescription()
    card.buttons[0].click()
    form = await window(ContactForm)
    assert "2 thing(s) to fix" in form.banner.accessibleName()
    assert "Enter a phone number." in [frame.problem for frame in form.body.frames.values()]
    form.end()


async def test_two_people_of_one_name_are_told_apart_and_enter_goes_on_with_the_first(book_page):
    page = await book_page()
    await put(page, WorkKind.EDIT, name="Ann Lee", company_name="Harbour Trading")
    await put(page, WorkKind.EDIT, name="Ann Lee", company_name="", mobile="13800138000")
    dialog = await opened(page)
    phone, company = dialog.cards
    assert "Harbour Trading" in [label.text().partition(" · ")[0] for label in company.findChildren(QLabel)]
    assert "+86 138 0013 8000" in [label.text().partition(" · ")[0] for label in phone.findChildren(QLabel)]
    assert dialog.focusWidget() is phone.buttons[0]
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    form = await window(ContactForm)
    assert form.item.values.mobile == "13800138000"
    form.end()


async def test_what_a_deletion_is_sending_does_not_count_as_unfinished(book_page):
    page = await book_page()
    await put(page)
    for name in ("Ben", "Cleo"):
        await put(page, WorkKind.DELETE, WorkState.SENDING, name=name)
    assert page.writing.count == 3  # an earlier run of the program may have left them
    page._session.deleting.progress = DeleteProgress(0, 2)
    assert page.writing.count == 1
