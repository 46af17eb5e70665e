"""A phone number while it is typed: its digits, its caret, what is pasted or composed, and undo."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.helpers.phone import Control, Key, Shift, compose, paste, press, put_caret, show_phone, shown

__all__ = ["show_phone"]


def test_a_number_is_written_as_its_country_does_while_it_is_typed(show_phone):
    field = show_phone()
    QTest.keyClicks(field.edit, "1380")
    assert shown(field) == "138 0|"
    QTest.keyClicks(field.edit, "0138000")
    assert shown(field) == "138 0013 8000|"
    assert field.value() == ("86", "138 0013 8000")
    assert len(field.heard) == 11


def test_a_landline_and_what_is_no_number(show_phone):
    field = show_phone()
    QTest.keyClicks(field.edit, "02155550188")
    assert field.edit.text() == "021 5555 0188"
    field.set_value(("86", ""))
    QTest.keyClicks(field.edit, "138ask")
    assert field.edit.text() == "138ask"


def test_the_caret_stays_behind_its_digit(show_phone):
    field = show_phone(("86", "13800138000"))
    put_caret(field, 3)
    assert shown(field) == "138| 0013 8000"
    QTest.keyClicks(field.edit, "9")
    assert field.edit.text().replace(" ", "") == "138900138000"
    assert sum(c.isdigit() for c in shown(field).partition("|")[0]) == 4
    press(field, Key.Key_Backspace)
    assert shown(field) == "138| 0013 8000"


def test_backspace_and_delete_step_over_the_spaces(show_phone):
    field = show_phone(("86", "13800138000"))
    field.edit.setCursorPosition(4)
    assert shown(field) == "138 |0013 8000"
    press(field, Key.Key_Backspace)
    assert field.edit.text().replace(" ", "") == "1300138000"
    assert shown(field).startswith("13|")
    field.set_value(("86", "13800138001"))
    field.edit.setCursorPosition(3)
    press(field, Key.Key_Delete)
    assert field.edit.text().replace(" ", "") == "1380138001"
    assert shown(field).startswith("138|")
    press(field, Key.Key_Delete, Key.Key_Delete, Key.Key_Delete)
    assert field.edit.text().replace(" ", "") == "1388001"


def test_erasing_all_of_it_from_the_end(show_phone):
    field = show_phone(("1", "2025550123"))
    field.edit.setCursorPosition(len(field.edit.text()))
    for _ in range(20):
        press(field, Key.Key_Backspace)
    assert field.edit.text() == ""


def test_a_marked_part_is_replaced(show_phone):
    field = show_phone(("86", "13800138000"))
    field.edit.setSelection(4, 4)
    QTest.keyClicks(field.edit, "9")
    assert field.edit.text().replace(" ", "") == "13898000"
    assert shown(field).replace(" ", "").startswith("1389|")


@pytest.mark.parametrize(
    ("country", "pasted", "value"),
    [
        ("44", "+86 138-0013-8000", ("86", "138 0013 8000")),
        ("", "0086 13800138000", ("86", "138 0013 8000")),
        ("86", "+86 138-0013-8000", ("86", "138 0013 8000")),
        ("86", "Tel.: +44 7911 123456", ("44", "07911 123456")),
        ("86", "138-0013-8000", ("86", "138 0013 8000")),
        ("86", "ext. 12", ("86", "ext. 12")),
    ],
)
def test_pasting(show_phone, country, pasted, value):
    field = show_phone((country, ""))
    paste(field, pasted)
    assert field.value() == value
    assert field.country.code == value[0]
    assert field.heard == [value]


def test_pasting_over_another_number(show_phone):
    field = show_phone(("44", "7911123456"))
    field.edit.selectAll()
    paste(field, "+86 138-0013-8000")
    assert field.value() == ("86", "138 0013 8000")
    assert "+86" in field.country.accessibleName()


def test_undo_takes_back_country_and_number_together(show_phone):
    field = show_phone(("44", "7911123456"))
    before = field.value()
    field.edit.selectAll()
    paste(field, "+86 138-0013-8000")
    press(field, Key.Key_Z, modifiers=Control)
    assert field.value() == before
    assert field.country.code == "44"
    press(field, Key.Key_Z, modifiers=Control | Shift)
    assert field.value() == ("86", "138 0013 8000")
    assert field.country.code == "86"


def test_undo_takes_typing_and_erasing_for_a_step_each(show_phone):
    field = show_phone()
    QTest.keyClicks(field.edit, "138001")
    press(field, Key.Key_Backspace, Key.Key_Backspace)
    assert field.edit.text() == "138 0"
    press(field, Key.Key_Z, modifiers=Control)
    assert field.edit.text() == "138 001"
    press(field, Key.Key_Z, modifiers=Control)
    assert field.edit.text() == ""
    press(field, Key.Key_Z, modifiers=Control)
    assert field.edit.text() == ""
    press(field, Key.Key_Z, modifiers=Control | Shift)
    assert field.edit.text() == "138 001"
    QTest.keyClicks(field.edit, "9")  # there is nothing to redo any more
    press(field, Key.Key_Z, modifiers=Control | Shift)
    assert field.edit.text().replace(" ", "") == "1380019"


def test_nothing_is_rewritten_while_an_input_method_composes(show_phone):
    field = show_phone(("86", "1380"))
    field.edit.setCursorPosition(len(field.edit.text()))
    compose(field, "ling")
    assert field.edit.text() == "138 0"
    assert field.heard == []
    compose(field, "yi", commit="0")  # one part goes in, the next is still being composed
    assert field.edit.displayText() == "138 00"
    compose(field, "", commit="１３8")
    assert field.edit.text() == "1380 0138"  # full-width digits as the others
    assert shown(field).endswith("|")
    assert field.value()[1] == "1380 0138"


def test_composing_in_the_middle_keeps_the_caret(show_phone):
    field = show_phone(("86", "1380138000"))
    put_caret(field, 3)
    compose(field, "ling")
    compose(field, "", commit="0")
    assert field.edit.text() == "138 0013 8000"
    assert shown(field) == "138 0|013 8000"


def test_undo_and_redo_in_the_menu(show_phone):
    field = show_phone()
    QTest.keyClicks(field.edit, "138001")

    def entries():
        at = field.edit.rect().center()
        QApplication.sendEvent(
            field.edit, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.edit.mapToGlobal(at))
        )
        menu = next(menu for menu in field.edit.findChildren(QMenu) if menu.isVisible())
        return menu, {action.objectName(): action for action in menu.actions()}

    menu, found = entries()
    assert found["edit-undo"].isEnabled()
    assert not found["edit-redo"].isEnabled()
    found["edit-undo"].trigger()
    menu.close()
    assert field.value() == ("86", "")
    menu, found = entries()
    found["edit-redo"].trigger()
    menu.close()
    assert field.edit.text() == "138 001"


def digits_before(field):
    return sum(map(str.isdigit, field.edit.text()[: field.edit.cursorPosition()]))


KEYS = st.lists(
    st.one_of(
        st.sampled_from("0123456789"),
        st.sampled_from(["left", "right", "home", "end", "backspace", "delete"]),
    ),
    max_size=25,
)


@pytest.mark.parametrize(("country", "number"), [("86", "13800138000"), ("1", "2025550123"), ("44", "07911123456")])
def test_whatever_is_done_the_digits_are_those_of_a_plain_field(show_phone, country, number):
    """Beside a field that holds digits alone: the same keys leave the same digits around the caret."""
    field = show_phone((country, ""))

    @settings(max_examples=40, deadline=None)
    @given(KEYS)
    def story(keys):
        field.set_value((country, ""))
        field.set_value((country, number))
        digits, at, states = number, len(number), []
        field.edit.setCursorPosition(len(field.edit.text()))
        for key in keys:
            if key in ("left", "right"):
                at = max(at - 1, 0) if key == "left" else min(at + 1, len(digits))
                while digits_before(field) != at:  # a step may pass no more than a space
                    press(field, Key.Key_Left if key == "left" else Key.Key_Right)
            elif key in ("home", "end"):
                press(field, Key.Key_Home if key == "home" else Key.Key_End)
                at = 0 if key == "home" else len(digits)
            elif key == "backspace":
                press(field, Key.Key_Backspace)
                digits, at = digits[: max(at - 1, 0)] + digits[at:], max(at - 1, 0)
            elif key == "delete":
                press(field, Key.Key_Delete)
                digits = digits[:at] + digits[at + 1 :]
            else:
                QTest.keyClicks(field.edit, key)
                digits, at = digits[:at] + key + digits[at:], at + 1
            states.append((key, shown(field)))
            before, _, after = shown(field).partition("|")
            assert "".join(filter(str.isdigit, before)) == digits[:at], states
            assert "".join(filter(str.isdigit, after)) == digits[at:], states

    story()
