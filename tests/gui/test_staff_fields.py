"""The inputs for owner, people and departments in a form: tokens, limits, ids without a name, keys, screen readers."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from addressbook.domain.staff import Me, NameState
from addressbook.services.events import StaffChanged
from addressbook.ui.forms.department_picker import DepartmentPicker
from addressbook.ui.forms.departments_field import DepartmentsField
from addressbook.ui.forms.field_frame import FieldFrame
from addressbook.ui.forms.owner_field import OwnerField
from addressbook.ui.forms.people_field import PeopleField
from addressbook.ui.forms.staff_picker import StaffPicker
from addressbook.ui.forms.tokens import Token
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_session import FakeSession
from tests.helpers.fake_staff import Name
from tests.helpers.wait import until
from tests.helpers.windows import window


@pytest.fixture
def session(qloop):
    return FakeSession(FakeBook())


@pytest.fixture
def shown(qloop, qtbot, session):
    """shown(kind, value): the input in a window between two line edits, and what it told."""

    async def show(kind, value, width=420):
        form = QWidget()
        qtbot.addWidget(form)
        form.before, form.after = QLineEdit(), QLineEdit()
        made = kind(session)
        made.set_value(value)
        form.input = made
        form.frame = FieldFrame("People", made, most=None if kind is OwnerField else 20)
        layout = QVBoxLayout(form)
        for widget in (form.before, form.frame, form.after):
            layout.addWidget(widget)
        layout.addStretch(1)
        form.changes, form.lefts, form.heard = [], [], []
        made.changed.connect(lambda: form.changes.append(made.value()))
        made.left.connect(lambda: form.lefts.append(made.value()))
        form.frame.announced.connect(form.heard.append)
        form.resize(width, 400)
        form.show()
        form.activateWindow()
        form.before.setFocus()
        await until(form.before.hasFocus, "the focus")
        return form

    return show


def tokens(form) -> list[Token]:
    found = [one for one in form.input.findChildren(Token) if not one.isHidden()]
    return sorted(found, key=lambda one: (one.y(), one.x()))


def names(form) -> list[str]:
    return [one.text() for one in tokens(form)]


def focused(form) -> QWidget:
    return form.focusWidget()


async def test_people_are_named_and_ids_without_a_name_are_kept(shown, session) -> None:
    form = await shown(PeopleField, ("0002", "gone9", "0001"))
    await until(lambda: len(tokens(form)) == 3)
    assert names(form) == ["陈洁", "No longer in the organisation (id gone9)", "You (Mia Chen)"]
    assert form.input.value() == ("0002", "gone9", "0001")
    assert form.changes == []


async def test_a_name_that_comes_later_is_shown(shown, session, monkeypatch) -> None:
    known = Name(NameState.UNKNOWN)
    monkeypatch.setattr(session.staff, "name_of", lambda userid: known, raising=False)
    form = await shown(PeopleField, ("0099",))
    assert names(form) == ["Loading"]
    known = Name(NameState.HIDDEN)
    session.events.publish(StaffChanged())
    assert names(form) == ["Name not shared (id 0099)"]
    known = Name(NameState.KNOWN, "<b>Zoë</b>")
    session.events.publish(StaffChanged())
    assert names(form) == ["<b>Zoë</b>"]
    assert form.input.value() == ("0099",)
    assert form.changes == []


async def test_an_input_that_is_gone_hears_no_more(shown, session) -> None:
    form = await shown(PeopleField, ("0002",))
    form.frame.deleteLater()
    await until(lambda: not isValid(form.input))
    session.events.publish(StaffChanged())


async def test_keys_move_between_tokens_and_take_them_off(shown) -> None:
    form = await shown(PeopleField, ("0001", "0002", "0003"))
    QTest.keyClick(form.before, Qt.Key.Key_Tab)
    assert focused(form) is form.input.focus_widget()
    QTest.keyClick(focused(form), Qt.Key.Key_Backtab)
    assert focused(form).text() == "Omar Haddad"
    QTest.keyClick(focused(form), Qt.Key.Key_Left)
    QTest.keyClick(focused(form), Qt.Key.Key_Delete)
    assert form.changes == [("0001", "0003")]
    assert focused(form).text() == "Omar Haddad"
    QTest.keyClick(focused(form), Qt.Key.Key_Backspace)
    assert focused(form).text() == "You (Mia Chen)"
    QTest.keyClick(focused(form), Qt.Key.Key_Space)
    assert form.changes[-1] == ()
    assert focused(form) is form.input.focus_widget()
    assert form.heard[-1] == "People: 0 of at most 20"
    assert form.lefts == []


async def test_tab_need_not_be_pressed_twenty_times(shown) -> None:
    form = await shown(PeopleField, tuple(f"p{n}" for n in range(19)))
    form.input.choose((*form.input.value(), "p19"))  # a token that is younger than all other widgets
    QTest.keyClick(form.before, Qt.Key.Key_Tab)
    assert focused(form) is form.input.focus_widget()
    assert "left arrow" in focused(form).accessibleDescription()
    QTest.keyClick(focused(form), Qt.Key.Key_Left)
    assert "p19" in focused(form).text()
    QTest.keyClick(focused(form), Qt.Key.Key_Tab)
    assert focused(form) is form.input.focus_widget()
    QTest.keyClick(focused(form), Qt.Key.Key_Tab)
    assert focused(form) is form.after
    assert len(form.lefts) == 1
    QTest.keyClick(focused(form), Qt.Key.Key_Backtab)
    QTest.keyClick(focused(form), Qt.Key.Key_Backtab)
    assert "p19" in focused(form).text()
    QTest.keyClick(focused(form), Qt.Key.Key_Backtab)
    assert focused(form) is form.before
    assert len(form.lefts) == 2


async def test_only_the_cross_takes_a_token_off_with_the_mouse(shown) -> None:
    form = await shown(PeopleField, ("0001", "0002"))
    await until(lambda: tokens(form)[1].x() > 0 or tokens(form)[1].y() > 0)
    token = tokens(form)[0]
    QTest.mouseClick(token, Qt.MouseButton.LeftButton, pos=QPoint(12, token.height() // 2))
    assert form.changes == []
    assert token.hasFocus()
    QTest.mouseClick(token, Qt.MouseButton.LeftButton, pos=QPoint(token.width() - 8, token.height() // 2))
    assert form.changes == [("0002",)]


async def test_a_press_into_the_empty_part_is_one_on_the_button(shown) -> None:
    form = await shown(PeopleField, ("0001",))
    opened = []
    form.input.open_picker = lambda: opened.append(True)
    box = form.input
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() - 4))
    assert opened == [True]
    QTest.mouseClick(tokens(form)[0], Qt.MouseButton.LeftButton, pos=QPoint(12, 8))
    assert opened == [True]


async def test_tokens_wrap_and_long_names_stay_inside(shown, session, monkeypatch) -> None:
    long = "Maximiliane Wolfeschlegelsteinhausenbergerdorff-" * 6
    monkeypatch.setattr(session.staff, "name_of", lambda userid: Name(NameState.KNOWN, long), raising=False)
    form = await shown(PeopleField, tuple(f"x{n}" for n in range(20)), width=300)
    form.resize(300, 1000)
    await until(lambda: len({one.y() for one in tokens(form)}) == 20)
    assert all(one.geometry().right() <= one.parentWidget().width() for one in tokens(form))
    assert form.input.height() >= 20 * 24
    assert tokens(form)[0].toolTip().count("Maximiliane") == 6


async def test_read_only_keeps_all_and_says_why(shown) -> None:
    form = await shown(PeopleField, ("0001", "0002"))
    form.input.set_read_only("Only reading is possible now.")
    token = tokens(form)[0]
    QTest.keyClick(token, Qt.Key.Key_Delete)
    QTest.keyClick(token, Qt.Key.Key_Space)
    QTest.mouseClick(token, Qt.MouseButton.LeftButton, pos=QPoint(token.width() - 8, token.height() // 2))
    form.input.focus_widget().click()
    assert form.input.value() == ("0001", "0002")
    assert form.changes == []
    assert "Only reading" in form.input.focus_widget().toolTip()
    form.input.set_read_only("")
    QTest.keyClick(token, Qt.Key.Key_Delete)
    assert form.changes == [("0002",)]


async def test_more_than_twenty_are_shown_and_said(shown) -> None:
    many = tuple(f"p{n}" for n in range(23))
    form = await shown(PeopleField, many)
    assert form.input.value() == many
    form.input.open_picker()
    picker = await window(StaffPicker)
    assert picker.count.text() == "23 chosen, at most 20 are possible: take off 3"
    picker.reject()
    assert form.changes == []


async def test_people_are_chosen_in_the_picker_and_the_focus_comes_back(shown) -> None:
    form = await shown(PeopleField, ("0002",))
    form.input.focus_first()
    QTest.keyClick(focused(form), Qt.Key.Key_Space)
    picker = await window(StaffPicker)
    await until(lambda: picker.model.lines)
    QTest.keyClicks(picker.search, "omar")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    await until(lambda: "0003" in picker.chosen)
    assert form.changes == []
    QTest.keyClick(picker.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert form.changes == [("0002", "0003")]
    assert form.heard == ["People: 2 of at most 20"]
    assert form.lefts == []


async def test_departments_have_names_and_are_chosen(shown) -> None:
    form = await shown(DepartmentsField, (42, 999))
    assert names(form) == ["Sales East", "Department that no longer exists (id 999)"]
    form.input.focus_first()
    QTest.keyClick(focused(form), Qt.Key.Key_Space)
    picker = await window(DepartmentPicker)
    await until(lambda: picker.tree.root.children and not picker.tree.root.reading)
    picker.press(43)
    picker.accept_choice()
    assert form.changes == [(42, 999, 43)]


async def test_the_owner_is_named_and_chosen_by_keys_alone(shown) -> None:
    form = await shown(OwnerField, "")
    assert form.input.face.accessibleName() == "People: Choose a colleague"
    QTest.keyClick(form.before, Qt.Key.Key_Tab)
    assert focused(form) is form.input.face
    QTest.keyClick(form.input.face, Qt.Key.Key_Return)
    picker = await window(StaffPicker)
    await until(lambda: picker.model.lines)
    assert picker.model.lines[0].named.full == "You (Mia Chen)"
    QTest.keyClick(picker.search, Qt.Key.Key_Down)
    QTest.keyClick(picker.list, Qt.Key.Key_Return)
    assert form.changes == ["0001"]
    assert form.input.face.accessibleName() == "People: You (Mia Chen)"
    assert form.lefts == []


async def test_a_letter_opens_the_picker_with_it(shown) -> None:
    form = await shown(OwnerField, "0001")
    form.input.focus_first()
    QTest.keyClick(form.input.face, Qt.Key.Key_O)
    picker = await window(StaffPicker)
    assert picker.search.text() == "o"
    QTest.keyClicks(picker.search, "mar")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)  # before the answer is there
    await until(lambda: form.changes)
    assert form.changes == ["0003"]


async def test_an_owner_who_left_is_shown_and_kept(shown, session) -> None:
    form = await shown(OwnerField, "gone7")
    assert form.input.face.named.full == "No longer in the organisation (id gone7)"
    assert form.input.value() == "gone7"
    form.input.open_picker()
    picker = await window(StaffPicker)
    await until(lambda: picker.model.lines)
    assert [line.key for line in picker.model.lines][:2] == ["gone7", "0001"]
    QTest.keyClick(picker.search, Qt.Key.Key_Escape)
    assert form.changes == []
    assert form.input.value() == "gone7"


async def test_choosing_the_same_owner_is_no_change(shown) -> None:
    form = await shown(OwnerField, "0002")
    form.input.open_picker()
    picker = await window(StaffPicker)
    picker.press("0002")
    assert form.changes == []


async def test_a_locked_owner_does_not_open(shown) -> None:
    form = await shown(OwnerField, "0002")
    form.input.set_read_only("Saving…")
    form.input.face.click()
    QTest.keyClick(form.input.face, Qt.Key.Key_Down)
    assert not form.input.findChildren(StaffPicker)
    assert "Saving" in form.input.face.accessibleDescription()


async def test_nobody_is_you_when_nobody_was_told(shown, session) -> None:
    session.me = None
    form = await shown(OwnerField, "0001")
    assert form.input.face.named.full == "Mia Chen"
    session.me = Me("0001", "Mia Chen")
    session.events.publish(StaffChanged())
    assert form.input.face.named.full == "You (Mia Chen)"


async def test_a_problem_is_marked(shown) -> None:
    form = await shown(PeopleField, ("0001",))
    form.frame.set_problem("Take off 3 people.")
    assert form.input._box.property("problem") == "error"
    assert "Take off 3 people." in form.input.focus_widget().accessibleDescription()
    form = await shown(OwnerField, "")
    form.frame.set_problem("Choose who looks after this contact.")
    assert form.input.face.property("problem") == "error"
    assert "Choose who" in form.input.face.accessibleDescription()
