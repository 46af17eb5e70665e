"""The lanes of labels: by mouse, by keys, up to 20 labels and beyond, and while labels change."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from addressbook.domain.label import Label, LabelGroup
from addressbook.ui.forms.label_lanes import LabelLanes
from addressbook.ui.models.label_index import LabelIndex

Key = Qt.Key
TYPES = ("Customer", "Supplier", "Lost")
GROUPS = (
    LabelGroup("Type", -15220075, tuple(Label(100 + n, name) for n, name in enumerate(TYPES))),
    LabelGroup("Empty", -15220075, ()),
    LabelGroup("Status", -543394, tuple(Label(200 + n, name) for n, name in enumerate(("潜在客户", "Lost")))),
)


def many(groups, each, first=0):
    return LabelIndex(
        LabelGroup(f"Group {g}", -543394, tuple(Label(g * 100 + n, f"Label {g}.{n}") for n in range(each)))
        for g in range(first, first + groups)
    )


@pytest.fixture
def show(qtbot):
    windows = []  # qtbot alone does not keep them

    def show_(labels, chosen=(), width=500):
        window = QWidget()
        window.setLayout(QVBoxLayout())
        lanes = LabelLanes(labels)
        lanes.set_value(chosen)
        window.before, window.after = QLineEdit(), QLineEdit()
        for widget in (window.before, lanes, window.after):
            window.layout().addWidget(widget)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, 700)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        lanes.heard, lanes.refusals = [], []
        lanes.changed.connect(lambda: lanes.heard.append(lanes.value()))
        lanes.told.connect(lanes.refusals.append)
        return lanes

    return show_


def click(lanes, label_id):
    QTest.mouseClick(lanes.option(label_id), Qt.MouseButton.LeftButton)


def press(lanes, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(lanes.window().focusWidget(), key, modifiers)


def chosen_on_screen(lanes):
    return {label_id for label_id, option in lanes._options.items() if option.isChecked()}


def test_a_click_takes_the_place_of_the_groups_label_and_a_second_takes_it_off(show):
    lanes = show(LabelIndex(GROUPS), (100, 200))
    click(lanes, 101)
    assert lanes.value() == (200, 101)
    assert chosen_on_screen(lanes) == {101, 200}
    click(lanes, 101)
    assert lanes.value() == (200,)
    assert lanes.heard == [(200, 101), (200,)]


def test_set_value_tells_nobody(show):
    lanes = show(LabelIndex(GROUPS), (100,))
    lanes.set_value((201,))
    assert lanes.value() == (201,)
    assert chosen_on_screen(lanes) == {201}
    assert lanes.heard == []


def test_by_keys_alone(show):
    lanes = show(LabelIndex(GROUPS), (100,))
    lanes.window().before.setFocus()
    press(lanes, Key.Key_Tab)
    assert lanes.option(100).hasFocus()
    press(lanes, Key.Key_Right)
    press(lanes, Key.Key_Space)
    assert lanes.value() == (101,)
    press(lanes, Key.Key_Right)
    press(lanes, Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert lanes.value() == (101, 102)
    press(lanes, Key.Key_Space, Qt.KeyboardModifier.ControlModifier)  # also add never takes off
    assert lanes.value() == (101, 102)
    press(lanes, Key.Key_Down)
    assert lanes.option(201).hasFocus()  # the last of the lane stands nearest
    press(lanes, Key.Key_Home)
    assert lanes.option(100).hasFocus()
    press(lanes, Key.Key_End)
    assert lanes.option(201).hasFocus()
    press(lanes, Key.Key_Tab)
    assert lanes.window().after.hasFocus()
    press(lanes, Key.Key_Backtab)
    assert lanes.option(201).hasFocus()  # one Tab stop, where it was left


def test_the_menu_of_a_label(show):
    lanes = show(LabelIndex(GROUPS), (100,))

    def entries(label_id):
        menu = lanes.context_menu(lanes.option(label_id))
        return {action.text().partition("\t")[0].replace("&", ""): action for action in menu.actions()}

    assert not entries(200)["Also add"].isEnabled()  # nothing chosen there that could be kept
    entries(101)["Also add"].trigger()
    assert lanes.value() == (100, 101)
    entries(100)["Keep only this one of its group"].trigger()
    assert lanes.value() == (100,)
    entries(102)["Choose instead"].trigger()
    assert lanes.value() == (102,)
    entries(102)["Take off"].trigger()
    assert lanes.value() == ()


def test_the_menu_key_opens_the_menu(show, qtbot):
    lanes = show(LabelIndex(GROUPS), (100,))
    asked = []
    option = lanes.option(101)
    option.menu_asked.disconnect()
    option.menu_asked.connect(asked.append)
    option.setFocus()
    QTest.mouseClick(option, Qt.MouseButton.RightButton)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), option.mapToGlobal(QPoint(0, 0)))
    QApplication.sendEvent(option, event)
    assert len(asked) == 1
    assert lanes.value() == (100,)  # the right button chooses nothing


def test_the_21st_is_refused_with_the_reason(show):
    lanes = show(many(21, 2), tuple(g * 100 for g in range(19)))
    click(lanes, 1900)
    assert len(lanes.value()) == 20
    click(lanes, 2000)
    assert len(lanes.value()) == 20
    assert chosen_on_screen(lanes) == set(lanes.value())
    assert lanes.refusals == ["A contact has at most 20 labels. Take one off to choose another."]
    click(lanes, 1)  # in the place of another: still 20
    assert 1 in lanes.value()
    assert 0 not in lanes.value()
    assert len(lanes.refusals) == 1


def test_a_contact_with_more_than_20_opens_and_can_only_get_fewer(show):
    lanes = show(many(12, 2), tuple(g * 100 + n for g in range(11) for n in range(2)))
    assert len(lanes.value()) == 22
    click(lanes, 1100)
    assert len(lanes.value()) == 22
    assert len(lanes.refusals) == 1
    click(lanes, 0)
    assert len(lanes.value()) == 21


def test_labels_that_dingtalk_no_longer_lists_stay_until_they_are_taken_off(show):
    lanes = show(LabelIndex(GROUPS), (100, 987654321012345678, 7))
    gone = lanes.option(7)
    assert gone.accessibleName() == "Label 7 (no longer in DingTalk)"
    click(lanes, 101)
    assert lanes.value() == (987654321012345678, 7, 101)
    click(lanes, 7)  # no group: the other one stays
    assert lanes.value() == (987654321012345678, 101)
    click(lanes, 7)  # a slip can be mended
    assert lanes.value() == (987654321012345678, 101, 7)


def test_labels_that_come_later_take_their_places_and_keep_choice_and_focus(show):
    lanes = show(LabelIndex(loading=True), (100,))
    assert lanes.option(100).accessibleName() == "Label 100 (its name is being read)"
    lanes.option(100).setFocus()
    lanes.set_labels(LabelIndex(GROUPS))
    assert lanes.value() == (100,)
    assert lanes.option(100).accessibleName() == "Type: Customer"
    assert lanes.option(100).hasFocus()
    lanes.set_labels(LabelIndex(GROUPS[2:]))  # its group went while the form was open
    assert lanes.value() == (100,)
    assert lanes.option(100).accessibleName() == "Label 100 (no longer in DingTalk)"
    assert lanes.heard == []


def test_without_labels_the_way_to_get_them_is_told(show):
    lanes = show(LabelIndex())
    assert lanes._message.isVisible()
    assert "made inside DingTalk" in lanes._message.text()
    lanes.set_labels(LabelIndex(GROUPS))
    assert not lanes._message.isVisible()


def test_many_labels_are_found_by_name_group_and_pinyin(show, qtbot):
    assert show(LabelIndex(GROUPS))._find.isHidden()
    groups = (*GROUPS, *many(5, 5, first=10).groups)
    lanes = show(LabelIndex(groups), (100,))
    assert lanes._find.isVisible()

    def found(text):
        lanes._find.setText(text)
        return {label_id for label_id, option in lanes._options.items() if option.isVisible()}

    assert found("lost") == {102, 201}
    assert found("status") == {200, 201}
    assert found("qzkh") == {200}
    assert found("stat lost") == {201}
    assert lanes.value() == (100,)
    assert found("zzz") == set()
    assert lanes._message.text() == "No label matches “zzz”."
    lanes._find.setFocus()
    press(lanes, Key.Key_Escape)
    assert lanes._find.text() == ""
    assert lanes.option(100).isVisible()
    qtbot.keyClicks(lanes._find, "lost")
    press(lanes, Key.Key_Down)
    assert lanes.option(102).hasFocus()
    press(lanes, Key.Key_Down)
    assert lanes.option(201).hasFocus()
    press(lanes, Key.Key_Space)
    assert lanes.value() == (100, 201)


def test_enter_ticks_the_only_label_that_was_found_and_never_takes_one_off(show, qtbot):
    lanes = show(LabelIndex((*GROUPS, *many(5, 5, first=10).groups)), (100,))
    lanes._find.setFocus()
    for text, chosen in (("lost", (100,)), ("stat lost", (100, 201)), ("stat lost", (100, 201))):
        lanes._find.setText(text)
        press(lanes, Key.Key_Return)
        assert lanes.value() == chosen


def test_the_title_leads_to_the_first_choice(show):
    lanes = show(LabelIndex(GROUPS), (201,))
    lanes.focus_first()
    assert lanes.option(201).hasFocus()


def test_what_is_around_the_labels_is_said_once_when_the_focus_comes(show):
    lanes = show(LabelIndex(GROUPS), (100,))
    lanes.set_accessible("Labels, required", "1 of at most 20")
    lanes.window().before.setFocus()
    press(lanes, Key.Key_Tab)
    assert lanes.option(100).accessibleDescription() == "Labels, required. 1 of at most 20"
    press(lanes, Key.Key_Right)
    assert lanes.option(101).accessibleDescription() == ""


def test_while_saving_nothing_changes(show):
    lanes = show(LabelIndex(GROUPS), (100,))
    lanes.set_read_only("Saving…")
    click(lanes, 101)
    lanes.option(101).setFocus()
    press(lanes, Key.Key_Space)
    press(lanes, Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert not any(action.isEnabled() for action in lanes.context_menu(lanes.option(101)).actions())
    assert lanes.value() == (100,)
    lanes.set_read_only("")
    press(lanes, Key.Key_Space)
    assert lanes.value() == (101,)


def test_two_labels_of_one_name_are_told_apart_by_their_group(show):
    lanes = show(LabelIndex(GROUPS))
    assert {lanes.option(102).accessibleName(), lanes.option(201).accessibleName()} == {"Type: Lost", "Status: Lost"}


def test_a_narrow_form_puts_the_names_above(show):
    wide, narrow = show(LabelIndex(GROUPS)), show(LabelIndex(GROUPS), width=300)

    def left(lanes):
        return lanes.option(100).mapTo(lanes, QPoint(0, 0)).x()

    assert left(wide) > 100
    assert left(narrow) < 10


def test_screen_readers_hear_what_is_on(show):
    lanes = show(LabelIndex(GROUPS), (100,))
    spoken = QAccessible.queryAccessibleInterface(lanes.option(101))
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == "Type: Supplier"
    assert not spoken.state().checked
    spoken.actionInterface().doAction("Toggle")
    assert lanes.value() == (101,)
    assert chosen_on_screen(lanes) == {101}
    lanes.set_read_only("Saving…")
    spoken.actionInterface().doAction("Toggle")
    assert lanes.value() == (101,)
    assert chosen_on_screen(lanes) == {101}


def test_setting_another_value_shows_no_labels_of_the_one_before(show):
    lanes = show(LabelIndex(GROUPS), (100, 7))
    lanes.set_value((200,))
    assert chosen_on_screen(lanes) == {200}
    with pytest.raises(KeyError):
        lanes.option(7)
    lanes.set_value((200, 8))
    assert chosen_on_screen(lanes) == {200, 8}


def test_groups_of_other_labels_leave_room_for_no_label_twice(show):
    twice = (*GROUPS, LabelGroup("Again", -15220075, (Label(100, "Customer"), Label(900, "New"))))
    lanes = show(LabelIndex(twice), (100,))
    click(lanes, 900)
    assert lanes.value() == (100, 900)  # a label belongs to the first group that has it
