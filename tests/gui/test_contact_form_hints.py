"""What a form says about other contacts and other people's edits, and how it is filled in without a mouse."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from addressbook.domain.fields import Field
from addressbook.domain.label import Label, LabelGroup
from addressbook.services.events import LabelsChanged
from addressbook.ui.forms.duplicate_hint import DuplicateHint
from tests.gui.test_contact_form import FULL, edit_form, new_form, write
from tests.helpers.fake_contacts import GROUPS
from tests.helpers.wait import until
from tests.helpers.windows import button


def hints(form):
    return [hint for hint in form.findChildren(DuplicateHint) if not hint.isHidden()]


async def test_a_number_that_the_book_has_is_said_while_it_is_typed_and_leads_there(desk, session):
    known = session.book.contacts[3]
    asked = []
    desk.open_contact.connect(asked.append)
    form = await new_form(desk, replace(FULL, mobile=""))
    form.body.frames[Field.PHONE].input.edit.setText(known.mobile)
    form.body.frames[Field.PHONE].input.changed.emit()
    await until(lambda: hints(form), "the hint")
    (hint,) = hints(form)
    button(hint, "Open it").click()
    assert asked == [known.userid]
    assert desk.open_forms == (form,)
    assert form.item.values.mobile.replace(" ", "") == known.mobile


async def test_a_name_with_its_company_that_the_book_has_is_said(desk, session):
    known = session.book.contacts[3]
    form = await new_form(desk, replace(FULL, name=""))
    write(form, Field.NAME, known.name)
    write(form, Field.COMPANY, known.company_name)
    await until(lambda: hints(form), "the hint")
    write(form, Field.COMPANY, "another")
    await until(lambda: not hints(form), "its end")


async def test_an_edit_says_nothing_about_the_name_it_began_with(desk, session):
    twin = replace(session.book.contacts[2], userid="twin")
    session.book.contacts[99] = twin
    form = edit_form(desk, session)
    write(form, Field.ALIAS, "x")
    write(form, Field.NAME, "Somebody new")
    session.book.contacts[98] = replace(twin, userid="other", name="Somebody newer")
    write(form, Field.NAME, "Somebody newer")
    await until(lambda: hints(form), "the hint")
    write(form, Field.NAME, twin.name)
    await until(lambda: not hints(form), "its end")


async def test_labels_that_change_meanwhile_keep_what_was_chosen(desk, session):
    form = await new_form(desk, FULL)
    session.book.groups = GROUPS[:1]
    session.events.publish(LabelsChanged())
    assert form.body.values().label_ids == FULL.label_ids


async def test_a_contact_is_added_without_a_mouse(desk, session, qtbot):
    await new_form(desk)

    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)

    qtbot.keyClicks(QApplication.focusWidget(), "Li Si")
    press(Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "from the fair")
    press(Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "13800138000")
    press(Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: session.saving.saved, "the save")
    values = session.saving.saved[0].values
    assert (values.name, values.remark, values.state_code) == ("Li Si", "from the fair", "86")
    assert values.mobile.replace(" ", "") == "13800138000"
    assert len(values.label_ids) == 1
    assert values.follower_user_id == "0001"


async def test_labels_that_were_not_read_yet_are_not_said_to_be_gone(desk, session):
    session.book.groups = ()
    session.book.state = session.book.state._replace(complete=False)
    form = await new_form(desk, FULL)
    lanes = form.body.frames[Field.LABELS].input
    assert lanes.option(100).accessibleName() == "Label 100 (its name is being read)"
    session.book.tell(session.book.state._replace(complete=True))  # the organisation has none
    assert lanes.option(100).accessibleName() == "Label 100 (no longer in DingTalk)"
    session.book.groups = GROUPS
    session.events.publish(LabelsChanged())
    assert lanes.option(100).accessibleName() == "Type: Customer"
    assert form.body.values().label_ids == FULL.label_ids


async def test_a_contact_with_too_much_opens_and_says_what_to_take_off(desk, session):
    labels = tuple(Label(1000 + n, f"Label {n}") for n in range(22))
    session.book.groups = (LabelGroup("Many", -543394, labels),)
    session.book.contacts[2] = replace(session.book.contacts[2], label_ids=tuple(label.id for label in labels))
    form = edit_form(desk, session)
    frame = form.body.frames[Field.LABELS]
    assert "Take off 2" in frame.problem
    frame.input.choose(1000)
    assert "Take off 1" in frame.problem
    frame.input.choose(1001)
    assert frame.problem == ""
    assert len(form.body.values().label_ids) == 20
    assert not form.body.frames[Field.PHONE].problem  # nothing else is said before it is left
