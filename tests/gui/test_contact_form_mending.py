"""Mending what stands in the way of saving: nothing takes the focus away, nothing is said longer than it is true."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from addressbook.domain.fields import Field
from addressbook.domain.form_values import FormValues
from addressbook.domain.work import WorkKind
from addressbook.services.save_results import Gone
from addressbook.ui.forms.form_state import FormState
from tests.gui.test_contact_form import edit_form, new_form, write
from tests.gui.test_contact_form_saving import FULL, refused, saved_form
from tests.helpers.wait import until
from tests.helpers.windows import button


def type_where_the_focus_is(text: str) -> None:
    for letter in text:
        QTest.keyClick(QApplication.focusWidget(), ord(letter))


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
async def test_typing_goes_on_after_the_banner_has_led_to_a_field(desk, by):
    form = await new_form(desk, FormValues(name="A", state_code="86"))
    form.save()
    go = button(form.banner, "Go to Phone")
    if by == "mouse":
        QTest.mouseClick(go, Qt.MouseButton.LeftButton)
    else:
        go.setFocus()
        QTest.keyClick(go, Qt.Key.Key_Space)
    assert form.body.has_focus(Field.PHONE)
    type_where_the_focus_is("13800138000")
    assert form.body.values().mobile.replace(" ", "") == "13800138000"
    assert form.body.has_focus(Field.PHONE)
    lanes = form.body.frames[Field.LABELS].input
    QTest.mouseClick(lanes.option(201), Qt.MouseButton.LeftButton)
    assert lanes.value() == (201,)
    assert form.body.has_focus(Field.LABELS)


async def test_a_refusal_goes_from_the_banner_once_its_field_is_corrected(desk, session):
    form = await saved_form(desk, session, refused("22005", Field.PHONE, existing="0004"))
    assert form.banner.isVisible()
    form.body.go_to(Field.COMPANY)
    type_where_the_focus_is("Acme")
    assert form.banner.isVisible()  # it is as true as before
    form.body.go_to(Field.PHONE)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace)
    assert not form.banner.isVisible()
    type_where_the_focus_is("1")
    assert form.body.values().mobile.replace(" ", "") == "13800138001"


async def test_the_foot_goes_on_saying_that_a_draft_is_kept(desk, session):
    session.work.last = FULL
    session.saving.answers = [refused("60112", Field.NAME)]
    form = await new_form(desk)
    assert form.foot.note.accessibleName().startswith("Country, owner and labels")
    form.body.set_values(FULL)
    form.save()  # before a second has gone by
    await until(lambda: form.flow.state is FormState.EDITING and session.saving.saved, "the refusal")
    assert form.foot.note.accessibleName().startswith("Draft kept ")


async def test_a_save_that_waits_for_dingtalk_says_why(desk, session):
    session.saving.hold = asyncio.Event()
    form = await new_form(desk, FULL)
    form.save()
    session.saving.slowed = True
    await until(lambda: form.foot.note.accessibleName().startswith("DingTalk asks us to slow down"), "the reason")
    session.saving.slowed = False
    await until(lambda: form.foot.note.accessibleName() == "Saving…", "the usual words")
    session.saving.hold.set()
    await until(lambda: not desk.open_forms, "the save")


async def test_a_number_that_is_taken_is_told_once_in_each_place(desk, session):
    form = await saved_form(desk, session, refused("22005", Field.PHONE, existing="0004"))
    assert "Look for the number" not in form.banner.accessibleDescription()  # a button opens the contact
    assert form.body.frames[Field.PHONE].problem == "Open that contact, or correct the number."


async def test_after_a_deletion_by_a_colleague_the_focus_is_in_the_form(desk, session):
    session.saving.answers = [lambda item: Gone(replace(item, kind=WorkKind.CREATE))]
    form = edit_form(desk, session)
    await until(form.isActiveWindow, "its window")
    write(form, Field.TITLE, "Buyer")
    form.save()
    await until(lambda: form.banner.isVisible(), "the news")
    assert form.body.has_focus(Field.NAME)
    assert "Unfinished" in form.banner.accessibleDescription()


async def test_a_number_is_judged_when_it_is_left_and_not_at_each_key(desk):
    form = await new_form(desk, FULL)
    write(form, Field.PHONE, "138")
    form.save()
    frame, said = form.body.frames[Field.PHONE], form.banner.accessibleDescription()
    first = frame.problem
    frame.input.edit.selectAll()
    type_where_the_focus_is("1380013")
    assert frame.problem == first
    assert form.banner.accessibleDescription() == said
    form.body.go_to(Field.NAME)
    assert "7 digit" in frame.problem
    form.body.go_to(Field.PHONE)
    type_where_the_focus_is("8000")
    assert frame.problem == ""  # at once
    assert not form.banner.isVisible()
