"""A phone number and its country: chosen, shown, locked; and given back as it was."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from addressbook.ui.forms.country_list import country_list
from tests.helpers.phone import Control, Key, press, show_phone

__all__ = ["show_phone"]


def test_a_value_that_was_not_changed_is_given_back_as_it_was(show_phone):
    field = show_phone(("+86", "138-0013-8000"))
    assert field.edit.text() == "138 0013 8000"
    assert field.value() == ("+86", "138-0013-8000")
    QTest.keyClicks(field.edit, "1")
    assert field.value()[0] == "+86"
    press(field, Key.Key_Backspace)
    assert field.value() == ("+86", "138-0013-8000")


def test_numbers_shown_before_the_tables_are_loaded_are_written_when_they_are(show_phone, qtbot):
    field = show_phone(("86", "13800138000"), ready=False)
    field.window().before.setFocus()
    qtbot.waitUntil(lambda: field.edit.text() == "138 0013 8000", timeout=20_000)
    assert field.value() == ("86", "13800138000")
    assert field.heard == []


def test_a_number_typed_with_its_country_is_parted_when_the_field_is_left(show_phone):
    field = show_phone()
    QTest.keyClicks(field.edit, "+447911123456")
    assert field.value()[0] == "86"
    press(field, Key.Key_Tab)
    assert field.window().after.hasFocus()
    assert field.value() == ("44", "07911 123456")
    assert field.heard[-1] == ("44", "07911 123456")


def test_choosing_another_country_writes_the_number_its_way(show_phone, qtbot):
    field = show_phone(("86", "7911123456"))
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


def test_usual_countries_stand_first(show_phone):
    field = show_phone()
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
def test_a_country_is_found_by_name_code_and_letters(show_phone, text, first):
    show_phone()
    assert country_list().find(text)[0].region == first


def test_a_country_is_found_by_pinyin_and_in_english(show_phone, speak, qtbot):
    speak("zh_CN")
    field = show_phone()
    assert [each.region for each in country_list().find("dg")][:4].count("DE") == 1
    assert country_list().find("meiguo")[0].region == "US"
    assert country_list().find("germany")[0].region == "DE"
    assert "中国" in field.country.accessibleName()


def test_a_country_chosen_among_several_of_one_code_is_shown(show_phone):
    field = show_phone(("1", ""))
    field.country.open_list("canada")
    QTest.keyClick(field.country.popup.search, Key.Key_Down)
    QTest.keyClick(field.country.popup.list, Key.Key_Space)
    assert field.country.accessibleName() == "Country of the number: Canada, +1"
    assert field.heard == []  # the value is the code, and the same


def test_typing_on_the_button_or_in_the_list_goes_on_in_the_box(show_phone):
    field = show_phone()
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


def test_a_click_chooses_a_country(show_phone):
    field = show_phone()
    field.country.open_list("japan")
    view = field.country.popup.list
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualItemRect(view.item(0)).center())
    assert field.value()[0] == "81"


def test_without_a_country_that_is_where_the_focus_goes_and_what_looks_wrong(show_phone):
    field = show_phone(("", "123"))
    field.frame.set_problem("Choose the country of the number.")
    assert field.country._mark == "error"
    field.focus_first()
    assert field.country.hasFocus()
    field.set_value(("86", "123"))
    assert field.country._mark == ""
    assert field.edit.property("problem") == "error"
    field.focus_first()
    assert field.edit.hasFocus()


def test_an_unknown_country_code_is_shown_as_it_is(show_phone):
    field = show_phone(("999", "12345"))
    assert field.country.accessibleName() == "Country of the number: +999"
    assert field.value() == ("999", "12345")


def test_locked_it_can_be_copied_and_replaced_but_not_changed(show_phone):
    field = show_phone(("86", "13800138000"))
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


def test_while_saving_nothing_changes(show_phone):
    field = show_phone(("86", "13800138000"))
    field.set_read_only("Saving…")
    QTest.keyClicks(field.edit, "1")
    press(field, Key.Key_Z, modifiers=Control)
    assert not field.country.isEnabled()
    assert field.value() == ("86", "13800138000")
    assert field.heard == []


def test_going_into_the_list_of_countries_is_not_leaving_the_field(show_phone, qtbot):
    field = show_phone(("86", "138"))
    left = []
    field.left.connect(lambda: left.append(1))
    field.country.setFocus()
    field.country.open_list()
    qtbot.waitUntil(field.country.popup.search.hasFocus)
    QTest.keyClick(field.country.popup.search, Key.Key_Escape)
    qtbot.waitUntil(lambda: not field.country.popup.isVisible())
    assert left == []
    field.window().after.setFocus()
    assert left == [1]


def test_the_countries_are_named_anew_in_another_language(show_phone, speak, qtbot):
    field = show_phone(("86", "138"))
    assert field.country._words == "+86 China"
    speak("zh_CN")
    qtbot.waitUntil(lambda: field.country._words == "+86 中国", timeout=20_000)
    assert field.edit.placeholderText() == "手机或座机号码"


CANADA = "Country of the number: Canada, +1"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (("1", "4165550123"), CANADA),
        (("+1", "(416) 555-0123"), CANADA),
        (("1", "2125550123"), "Country of the number: United States, +1"),
        (("1", "416"), "Country of the number: United States, +1"),  # it may become any of them
        (("7", "7710009998"), "Country of the number: Kazakhstan, +7"),
        (("44", "7781123456"), "Country of the number: Guernsey, +44"),
    ],
)
def test_a_number_tells_which_country_of_its_code_it_is(show_phone, given, shown):
    field = show_phone(given)
    assert field.country.accessibleName() == shown
    assert field.value() == given
    assert field.heard == [], "nobody has changed anything"


def test_typing_shows_the_country_as_soon_as_the_number_tells_and_keeps_what_was_chosen_else(show_phone):
    field = show_phone(("1", ""))
    bahamas = next(each for each in country_list().every if each.region == "BS")
    field.country.popup.chosen.emit(bahamas)
    QTest.keyClicks(field.edit, "416555012")
    assert "Bahamas" in field.country.accessibleName()
    QTest.keyClicks(field.edit, "3")
    assert field.country.accessibleName() == CANADA
    press(field, Key.Key_Backspace)
    assert field.country.accessibleName() == CANADA
    field.country.open_list()
    assert field.country.popup.list.currentItem().text() == "Canada"


def test_the_country_that_the_number_tells_stays_in_another_language(show_phone, speak, qtbot):
    field = show_phone(("1", "4165550123"))
    speak("zh_CN")
    qtbot.waitUntil(lambda: "加拿大" in field.country.accessibleName(), timeout=20_000)
