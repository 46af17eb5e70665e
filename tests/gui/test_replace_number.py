"""The guide to another phone number: each step and each answer, in memory and against a real server."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from addressbook.domain.fields import Field
from addressbook.domain.form_values import values_of
from addressbook.domain.work import WorkKind, WorkState
from addressbook.errors import NetworkError, ServerError
from addressbook.services.events import ContactsChanged, WorkSettled
from addressbook.services.save_results import Absent, Changed, Gone, Refused, Saved, Unknown
from addressbook.ui.actions import Act
from addressbook.ui.forms.replace_number import ReplaceGuide, open_replace
from addressbook.ui.unfinished import UnfinishedDialog
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_contacts import make_contact
from tests.helpers.fake_session import FakeSession
from tests.helpers.form_stage import stage
from tests.helpers.pages import act, settled
from tests.helpers.wait import until
from tests.helpers.windows import window

OLD = replace(make_contact(4), email="li.na@example.com", state_code="86", mobile="13800138000")
NEW = "13987654321"


@pytest.fixture
def session(qloop):
    return FakeSession(FakeBook(20))


@pytest.fixture
def opened(session, qtbot):
    guides = []

    def open_(kind=WorkKind.EDIT, state=WorkState.DRAFT, **fields):
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1000, 760)
        window.show()
        item = replace(session.work.new(kind, values_of(OLD), base=OLD), state=state, **fields)
        guides.append((open_replace(session, item, window), window))
        return guides[-1][0]

    yield open_
    for guide, _ in guides:
        if isValid(guide):
            guide._end()


def copied(**fields):
    values = replace(values_of(OLD), mobile=NEW)
    return {"kind": WorkKind.REPLACE, "state": WorkState.COPIED, "new_userid": "new-1", "sent": values, **fields}


async def pressed(guide, button):
    assert button.isVisible()
    assert button.isEnabled()
    button.click()
    await until(lambda: not guide._busy)


async def typed(guide, number=NEW):
    guide.phone.focus_first()
    guide.phone.edit.selectAll()
    QTest.keyClicks(guide.phone.edit, number)
    await asyncio.sleep(0)


def told(guide):
    return guide.banner.accessibleName()


async def test_it_goes_from_the_number_to_the_end(opened, session):
    guide = opened()
    assert guide.make.isVisible()
    assert not guide.delete.isVisible()
    await typed(guide)
    await pressed(guide, guide.make)
    assert guide.item.state is WorkState.COPIED
    assert guide.item.values.tidy().mobile.replace(" ", "") == NEW
    assert "new contact is there" in told(guide)
    assert not guide.make.isVisible()
    await pressed(guide, guide.delete)
    assert "is replaced" in told(guide)
    assert session.replacing.asked == ["make_copy", "finish"]
    assert not any(button.isVisible() for button in (guide.make, guide.delete, guide.undo, guide.check))


async def test_what_cannot_move_is_said_and_the_email_copied(opened):
    guide = opened()
    assert guide.parts.email.isVisible()
    guide.parts._locked.box.copy.click()
    assert QGuiApplication.clipboard().text() == OLD.email
    assert guide.parts.lost.isVisible()


@pytest.mark.parametrize(("number", "said"), [("", "number"), ("1391", "4 digit"), ("13800138000", "has now")])
async def test_a_number_that_cannot_be_is_not_tried(opened, session, number, said):
    guide = opened()
    if number:
        await typed(guide, number)
    guide.make.click()
    assert said in guide.frame.problem
    assert session.replacing.asked == []


async def test_a_refusal_stands_at_the_number(opened, session):
    guide = opened()
    session.replacing.answers = [lambda item: Refused(item, ServerError("22005"), Field.PHONE, "c1")]
    await typed(guide)
    await pressed(guide, guide.make)
    assert guide.frame.problem
    assert guide.make.isEnabled()


async def test_a_lost_answer_is_waited_for(opened, session):
    guide = opened()
    session.replacing.answers = [
        lambda item: Unknown(replace(item, state=WorkState.UNKNOWN), NetworkError("network.reset"))
    ]
    await typed(guide)
    await pressed(guide, guide.make)
    assert "Checking whether" in told(guide)
    assert guide.check.isVisible()
    assert not guide.make.isVisible()
    done = replace(guide.item, state=WorkState.COPIED, new_userid="new-1")
    session.events.publish(WorkSettled(Saved(done, OLD)))
    assert guide.delete.isVisible()
    assert not guide.check.isVisible()


async def test_what_a_colleague_changed_is_brought_over(opened, session):
    guide = opened(**copied())
    now = replace(OLD, address="Bund 1")
    session.replacing.answers = [lambda item: Changed(item, now)]
    await pressed(guide, guide.delete)
    assert "colleague has changed" in told(guide)
    (bring,) = [button for button in guide.banner.findChildren(type(guide.make)) if "over" in button.text()]
    await pressed(guide, bring)
    assert guide.item.base == now
    await pressed(guide, guide.delete)
    assert session.replacing.asked == ["finish", "carry_over", "finish"]


async def test_undo_leads_back_to_the_number(opened, session):
    guide = opened(**copied())
    await pressed(guide, guide.undo)
    assert guide.make.isVisible()
    assert "deleted again" in told(guide)
    assert session.replacing.asked == ["undo"]


async def test_a_changed_copy_is_asked_about_before_it_goes(opened, session):
    guide = opened(**copied())
    session.replacing.answers = [
        lambda item: Changed(replace(item, state=WorkState.COPIED, new_userid="new-1"), replace(OLD, userid="new-1"))
    ]
    await pressed(guide, guide.undo)
    (anyway,) = [button for button in guide.banner.findChildren(type(guide.make)) if "same" in button.text()]
    await pressed(guide, anyway)
    assert session.replacing.asked == ["undo", "undo anyway"]


async def test_nothing_is_deleted_when_the_copy_is_gone(opened, session):
    guide = opened(**copied())
    session.replacing.answers = [lambda item: Absent(replace(item, state=WorkState.DRAFT, new_userid=""))]
    await pressed(guide, guide.delete)
    assert "Somebody has deleted the new contact" in told(guide)
    assert guide.make.isVisible()


async def test_a_deleted_contact_can_be_added_as_a_new_one(opened, session):
    guide = opened()
    session.replacing.answers = [lambda item: Gone(replace(item, kind=WorkKind.CREATE, base=None, userid=""))]
    await typed(guide)
    await pressed(guide, guide.make)
    await pressed(guide, guide.make)
    assert session.saving.saved[-1].kind is WorkKind.CREATE
    assert "added" in told(guide)


async def test_closing_keeps_what_was_typed_and_it_is_found_again(opened, session):
    guide = opened()
    await typed(guide)
    guide.reject()
    await until(lambda: not isValid(guide) or not guide.isVisible())
    (kept,) = session.work.items()
    assert (kept.kind, kept.values.mobile.replace(" ", "")) == (WorkKind.REPLACE, NEW)
    again = opened()
    assert again.item.id == kept.id
    again.reject()
    await until(lambda: not isValid(again) or not again.isVisible())


async def test_enter_and_escape_never_delete(opened, session):
    guide = opened(**copied())
    QTest.keyClick(guide, Qt.Key.Key_Return)
    QTest.keyClick(guide, Qt.Key.Key_Escape)
    assert session.replacing.asked == []


async def test_from_the_form_to_the_end_on_a_real_server(qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        userid = await on.made()
        form = on.edit(userid)
        form.body.frames[Field.TITLE].input.edit.setText("Captain")
        guide = open_replace(on.session, form.item, form)
        await typed(guide)
        await pressed(guide, guide.make)
        assert guide.item.state is WorkState.COPIED, told(guide)
        made = on.server.contact(guide.item.new_userid)
        assert (made["mobile"], made["title"]) == (NEW, "Captain")
        await pressed(guide, guide.delete)
        assert on.server.having(userid=userid) == []
        await until(lambda: on.session.work.items() == ())
        guide.reject()
        assert on.forms.open_forms == (), "the form is needed no more"


async def test_it_is_found_again_under_unfinished(open_page):
    page = open_page(FakeBook(20))
    await settled(page)
    work = page._session.work
    item = replace(work.new(WorkKind.REPLACE, values_of(OLD), base=OLD), state=WorkState.COPIED, new_userid="new-1")
    await work.keep(item)
    act(page, Act.UNFINISHED)
    listed = await window(UnfinishedDialog)
    next(each for each in listed.findChildren(QPushButton) if each.text().startswith("Go on")).click()
    guide = await window(ReplaceGuide)
    assert guide.item == item
    assert guide.delete.isVisible()
    guide.reject()


async def test_the_new_contact_is_no_duplicate_of_itself(opened, session):
    guide = opened()
    await typed(guide)
    found = []
    guide._watch.found.connect(found.append)
    await pressed(guide, guide.make)
    values, book = guide.item.values, session.book
    book.contacts[99] = replace(OLD, userid="new-1", state_code=values.state_code, mobile=values.mobile)
    book.events.publish(ContactsChanged(frozenset({99})))
    await until(lambda: found)
    assert guide.parts.hint.isHidden()


async def test_the_window_is_as_high_as_what_it_shows(opened):
    guide = opened(**copied())
    bar = guide._scroll.verticalScrollBar()
    await until(lambda: guide._scroll.widget().height() > 100)
    both_there = guide.height()
    await pressed(guide, guide.delete)
    await until(lambda: bar.maximum() == 0)
    assert guide.height() < both_there * 2 / 3


async def test_the_page_tells_of_it_only_while_no_guide_does_and_until_it_is_finished(open_page):
    page = open_page(FakeBook(20))
    await settled(page)
    work, events, told = page._session.work, page._session.events, page.writing.notices
    item = replace(work.new(WorkKind.REPLACE, values_of(OLD), base=OLD), state=WorkState.COPIED, new_userid="new-1")
    await work.keep(item)
    refused = WorkSettled(Refused(item, NetworkError("network.reset")))
    page.writing._on_replace(item)
    guide = await window(ReplaceGuide)
    events.publish(refused)
    assert told.current is None
    assert "connection" in guide.banner.accessibleName()
    guide.reject()
    events.publish(refused)
    assert told.current is not None
    await work.forget(item.id)
    await until(lambda: told.current is None)
