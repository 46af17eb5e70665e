"""A phone number: written while it is typed, pasted with its country, composed by an input method, undone, locked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from addressbook.ui.forms.country_list import country_list
from addressbook.ui.forms.field_frame import FieldFrame
from addressbook.ui.forms.phone_field import PhoneField

Key = Qt.Key
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def show(qtbot):
    windows = []  # qtbot alone does not keep them

    def show_(value=("86", ""), *, ready=True):
        window = QWidget()
        window.setLayout(QVBoxLayout())
        field = PhoneField()
        window.before, window.after = QLineEdit(), QLineEdit()
        field.frame = FieldFrame("P&hone", field, required=True)
        for widget in (window.before, field.frame, window.after):
            window.layout().addWidget(widget)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if ready:
            qtbot.waitUntil(lambda: country_list().is_ready, timeout=20_000)
        field.set_value(value)
        field.heard = []
        field.changed.connect(lambda: field.heard.append(field.value()))
        field.edit.setFocus()
        return field

    return show_


def shown(field):
    """The text with a mark where the caret is."""
    text, at = field.edit.text(), field.edit.cursorPosition()
    return f"{text[:at]}|{text[at:]}"


def press(field, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(field.edit, key, modifiers)


def paste(field, text):
    QGuiApplication.clipboard().setText(text)
    press(field, Key.Key_V, modifiers=Control)


def put_caret(field, digits):
    """Behind so many digits."""
    text = field.edit.text()
    place = next(n for n in range(len(text) + 1) if sum(c.isdigit() for c in text[:n]) == digits)
    field.edit.setCursorPosition(place)


def compose(field, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field.edit, event)


def test_a_number_is_written_as_its_country_does_while_it_is_typed(show):
    field = show()
    QTest.keyClicks(field.edit, "1380")
    assert shown(field) == "138 0|"
    QTest.keyClicks(field.edit, "0138000")
    assert shown(field) == "138 0013 8000|"
    assert field.value() == ("86", "138 0013 8000")
    assert len(field.heard) == 11


def test_a_landline_and_what_is_no_number(show):
    field = show()
    QTest.keyClicks(field.edit, "02155550188")
    assert field.edit.text() == "021 5555 0188"
    field.set_value(("86", ""))
    QTest.keyClicks(field.edit, "138ask")
    assert field.edit.text() == "138ask"


def test_the_caret_stays_behind_its_digit(show):
    field = show(("86", "13800138000"))
    put_caret(field, 3)
    assert shown(field) == "138| 0013 8000"
    QTest.keyClicks(field.edit, "9")
    assert field.edit.text().replace(" ", "") == "138900138000"
    assert sum(c.isdigit() for c in shown(field).partition("|")[0]) == 4
    press(field, Key.Key_Backspace)
    assert shown(field) == "138| 0013 8000"


def test_backspace_and_delete_step_over_the_spaces(show):
    field = show(("86", "13800138000"))
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


def test_erasing_all_of_it_from_the_end(show):
    field = show(("1", "2025550123"))
    field.edit.setCursorPosition(len(field.edit.text()))
    for _ in range(20):
        press(field, Key.Key_Backspace)
    assert field.edit.text() == ""


def test_a_marked_part_is_replaced(show):
    field = show(("86", "13800138000"))
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
def test_pasting(show, country, pasted, value):
    field = show((country, ""))
    paste(field, pasted)
    assert field.value() == value
    assert field.country.code == value[0]
    assert field.heard == [value]


def test_pasting_over_another_number(show):
    field = show(("44", "7911123456"))
    field.edit.selectAll()
    paste(field, "+86 138-0013-8000")
    assert field.value() == ("86", "138 0013 8000")
    assert "+86" in field.country.accessibleName()


def test_undo_takes_back_country_and_number_together(show):
    field = show(("44", "7911123456"))
    before = field.value()
    field.edit.selectAll()
    paste(field, "+86 138-0013-8000")
    press(field, Key.Key_Z, modifiers=Control)
    assert field.value() == before
    assert field.country.code == "44"
    press(field, Key.Key_Z, modifiers=Control | Shift)
    assert field.value() == ("86", "138 0013 8000")
    assert field.country.code == "86"


def test_undo_takes_typing_and_erasing_for_a_step_each(show):
    field = show()
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


def test_nothing_is_rewritten_while_an_input_method_composes(show):
    field = show(("86", "1380"))
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


def test_composing_in_the_middle_keeps_the_caret(show):
    field = show(("86", "1380138000"))
    put_caret(field, 3)
    compose(field, "ling")
    compose(field, "", commit="0")
    assert field.edit.text() == "138 0013 8000"
    assert shown(field) == "138 0|013 8000"


def test_a_value_that_was_not_changed_is_given_back_as_it_was(show):
    field = show(("+86", "138-0013-8000"))
    assert field.edit.text() == "138 0013 8000"
    assert field.value() == ("+86", "138-0013-8000")
    QTest.keyClicks(field.edit, "1")
    assert field.value()[0] == "+86"
    press(field, Key.Key_Backspace)
    assert field.value() == ("+86", "138-0013-8000")


def test_numbers_shown_before_the_tables_are_loaded_are_written_when_they_are(show, qtbot):
    field = show(("86", "13800138000"), ready=False)
    field.window().before.setFocus()
    qtbot.waitUntil(lambda: field.edit.text() == "138 0013 8000", timeout=20_000)
    assert field.value() == ("86", "13800138000")
    assert field.heard == []


def test_a_number_typed_with_its_country_is_parted_when_the_field_is_left(show):
    field = show()
    QTest.keyClicks(field.edit, "+447911123456")
    assert field.value()[0] == "86"
    press(field, Key.Key_Tab)
    assert field.window().after.hasFocus()
    assert field.value() == ("44", "07911 123456")
    assert field.heard[-1] == ("44", "07911 123456")


def test_choosing_another_country_writes_the_number_its_way(show, qtbot):
    field = show(("86", "7911123456"))
    field.country.set_usual(("86", "44"))
    field.country.setFocus()
    QTest.keyClick(field.country, Key.Key_Down)
    popup = field.country.popup
    assert popup.isVisible()
    QTest.keyClicks(popup.search, "united king")
    QTest.keyClick(popup.search, Key.Key_Return)
    assert not popup.isVisible()
    assert field.value()[0] == "44"
    assert field.heard == [field.value()]
    assert field.country.accessibleName() == "Country of the number: United Kingdom, +44"
    qtbot.waitUntil(field.edit.hasFocus)


def test_usual_countries_stand_first(show):
    field = show()
    field.set_usual(("86", "852", "999"))
    field.country.open_list()
    items = [field.country.popup.list.item(row) for row in range(5)]
    assert [item.text() for item in items[:3]] == ["Usual in this book", "China", "Hong Kong"]
    assert items[3].text() == "All countries and regions"
    assert not items[0].flags() & Qt.ItemFlag.ItemIsEnabled
    assert field.country.popup.list.currentItem().text() == "China"
    field.country.popup.hide()


@pytest.mark.parametrize(
    ("text", "first"),
    [("ger", "DE"), ("+49", "DE"), ("0049", "DE"), ("uk", "GB"), ("cn", "CN"), ("1", "US"), ("united st", "US")],
)
def test_a_country_is_found_by_name_code_and_letters(show, text, first):
    show()
    assert country_list().find(text)[0].region == first


def test_a_country_is_found_by_pinyin_and_in_english(show, speak, qtbot):
    speak("zh_CN")
    field = show()
    assert [each.region for each in country_list().find("dg")][:4].count("DE") == 1
    assert country_list().find("meiguo")[0].region == "US"
    assert country_list().find("germany")[0].region == "DE"
    assert "中国" in field.country.accessibleName()


def test_a_country_chosen_among_several_of_one_code_is_shown(show):
    field = show(("1", ""))
    field.country.open_list("canada")
    QTest.keyClick(field.country.popup.search, Key.Key_Down)
    QTest.keyClick(field.country.popup.list, Key.Key_Space)
    assert field.country.accessibleName() == "Country of the number: Canada, +1"
    assert field.heard == []  # the value is the code, and the same


def test_typing_on_the_button_or_in_the_list_goes_on_in_the_box(show):
    field = show()
    field.country.setFocus()
    QTest.keyClicks(field.country, "f")
    popup = field.country.popup
    assert popup.search.text() == "f"
    QTest.keyClick(popup.search, Key.Key_Down)
    QTest.keyClicks(popup.list, "r")
    assert popup.search.text() == "fr"
    QTest.keyClicks(popup.search, "zzz")
    assert popup._message.text() == "No country matches “frzzz”."
    QTest.keyClick(popup.search, Key.Key_Return)  # nothing to choose
    assert field.value()[0] == "86"
    popup.hide()


def test_a_click_chooses_a_country(show):
    field = show()
    field.country.open_list("japan")
    view = field.country.popup.list
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualItemRect(view.item(0)).center())
    assert field.value()[0] == "81"


def test_without_a_country_that_is_where_the_focus_goes_and_what_looks_wrong(show):
    field = show(("", "123"))
    field.frame.set_problem("Choose the country of the number.")
    assert field.country._mark == "error"
    field.focus_first()
    assert field.country.hasFocus()
    field.set_value(("86", "123"))
    assert field.country._mark == ""
    assert field.edit.property("problem") == "error"
    field.focus_first()
    assert field.edit.hasFocus()


def test_an_unknown_country_code_is_shown_as_it_is(show):
    field = show(("999", "12345"))
    assert field.country.accessibleName() == "Country of the number: +999"
    assert field.value() == ("999", "12345")


def test_locked_it_can_be_copied_and_replaced_but_not_changed(show):
    field = show(("86", "13800138000"))
    field.set_locked(True)
    assert not field.edit.isVisible()
    assert field.box.edit.text() == "+86 138 0013 8000"
    assert field.box.edit.isReadOnly()
    assert field.box.edit.accessibleName() == "Phone, required, cannot be changed here"
    field.box.copy.click()
    assert QGuiApplication.clipboard().text() == "+86 138 0013 8000"
    asked = []
    field.replace_requested.connect(lambda: asked.append(1))
    QTest.keyClick(field.box._link, Key.Key_Space)
    assert asked == [1]
    field.window().before.setFocus()
    field.focus_first()
    assert field.box.edit.hasFocus()
    assert field.value() == ("86", "13800138000")
    field.set_locked(False)
    assert field.edit.isVisible()


def test_while_saving_nothing_changes(show):
    field = show(("86", "13800138000"))
    field.set_read_only("Saving…")
    QTest.keyClicks(field.edit, "1")
    press(field, Key.Key_Z, modifiers=Control)
    assert not field.country.isEnabled()
    assert field.value() == ("86", "13800138000")
    assert field.heard == []
