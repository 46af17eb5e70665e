"""Enter in the fields of a form: on to the next one, never to the server."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from addressbook.domain.fields import Field
from tests.gui.test_contact_form import FULL, edit_form, new_form
from tests.helpers.wait import until

NONE = Qt.KeyboardModifier.NoModifier


def enter(key=Qt.Key.Key_Return, held=NONE):
    QTest.keyClick(QApplication.focusWidget(), key, held)


def here(form):
    return next(field for field in form.body.frames if form.body.has_focus(field))


@pytest.mark.parametrize(
    ("key", "held"), [(Qt.Key.Key_Return, NONE), (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)]
)
async def test_enter_goes_through_what_is_typed_and_saves_nothing(desk, session, key, held):
    form = await new_form(desk, FULL)
    form.body.go_to(Field.NAME)
    seen = []
    for _ in range(9):
        enter(key, held)
        seen.append(here(form))
    assert seen[:6] == [Field.ALIAS, Field.COMPANY, Field.TITLE, Field.PHONE, Field.ADDRESS, Field.LABELS]
    assert set(seen[6:]) == {Field.LABELS}, "Enter is for lines of text"
    await asyncio.sleep(0)
    assert session.saving.saved == []


async def test_a_number_that_cannot_be_changed_is_passed_by(desk, session):
    form = edit_form(desk, session)
    await until(form.isActiveWindow, "its window")
    form.body.go_to(Field.TITLE)
    enter()
    assert here(form) is Field.ADDRESS
    form.body.go_to(Field.PHONE)
    enter()
    assert here(form) is Field.ADDRESS, "also from the number, which is there to be copied"


async def test_without_a_country_enter_asks_for_that_first(desk):
    form = await new_form(desk)
    form.body.frames[Field.PHONE].input.set_value(("", ""))
    form.body.go_to(Field.TITLE)
    enter()
    assert form.body.frames[Field.PHONE].input.country.hasFocus()


async def test_what_is_wrong_is_told_when_enter_leaves_the_field(desk):
    form = await new_form(desk)
    form.body.go_to(Field.NAME)
    enter()
    assert form.body.frames[Field.NAME].problem == "Enter a name."
    assert not form.banner.isVisible(), "nobody has tried to save"


async def test_enter_chooses_in_the_box_that_looks_for_a_label(desk):
    form = await new_form(desk, FULL)
    lanes = form.body.frames[Field.LABELS].input
    lanes._find.setVisible(True)
    lanes._find.setFocus()
    enter()
    assert lanes._find.hasFocus()
