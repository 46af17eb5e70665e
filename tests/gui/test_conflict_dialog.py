"""Two people changed one contact: the person chooses, by mouse or keyboard, and nothing is chosen for them."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import values_of
from addressbook.domain.merge import three_way
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.services.events import StaffChanged
from addressbook.ui.forms.conflict_choice import ChoiceCard
from addressbook.ui.forms.conflict_dialog import ConflictDialog
from addressbook.ui.widgets.chips import Chip
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_session import FakeSession
from tests.helpers.windows import button

BASE = Contact(
    "c1",
    name="兰心怡",
    title="Buyer",
    state_code="86",
    mobile="13800138000",
    address="Zhangjiang Road 88",
    follower_user_id="0001",
    label_ids=(100, 200, 300),
    share_user_ids=("0002",),
)
MINE = replace(
    values_of(BASE), title="<b>Manager</b>", address="Room 502", label_ids=(100, 200, 301), remark="Manager Lan"
)
THEIRS = replace(
    BASE, title="Head", address="Xinghu Street", label_ids=(100, 201, 302), share_user_ids=("0002", "0003")
)


@pytest.fixture
def session(qapp):
    return FakeSession(FakeBook(0))


@pytest.fixture
def opened(qtbot, session):
    parents = []

    def open_(mine=MINE, theirs=THEIRS, size=(1280, 800)):
        parent = QMainWindow()
        parents.append(parent)
        parent.resize(*size)
        parent.show()
        merge = three_way(values_of(BASE), mine, values_of(theirs), session.book.label_groups())
        now = datetime.now(UTC)
        item = WorkItem("0" * 32, WorkKind.EDIT, WorkState.DRAFT, mine, now, now, base=BASE, userid="c1")
        dialog = ConflictDialog(session, item, theirs, merge, parent=parent)
        dialog.saved = []
        dialog.chosen.connect(dialog.saved.append)
        dialog.heard = []
        dialog.announced.connect(dialog.heard.append)
        dialog.show()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    yield open_
    for parent in parents:
        parent.close()
        parent.deleteLater()


def cards(dialog):
    """The choices, row by row, yours first."""
    return list(dialog.findChildren(ChoiceCard))


def focused(dialog):
    return next(number for number, card in enumerate(cards(dialog)) if card.hasFocus())


def shown_texts(dialog):
    return [label.text().replace("\u200b", "") for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_nothing_is_chosen_and_nothing_saved_until_all_is_chosen(opened):
    dialog = opened()
    assert [card.isChecked() for card in cards(dialog)] == [False] * 6
    height = dialog.height()
    button(dialog, "Save these choices").click()
    assert dialog.height() > height  # what the rows say more squeezes nothing
    assert dialog.isVisible()
    assert dialog.saved == []
    assert shown_texts(dialog).count("Choose one of the values.") == 3
    assert len(dialog.heard) == 1
    assert focused(dialog) == 0
    cards(dialog)[1].click()
    assert shown_texts(dialog).count("Choose one of the values.") == 2
    button(dialog, "Save these choices").click()
    assert focused(dialog) == 2
    cards(dialog)[2].click()
    cards(dialog)[4].click()
    button(dialog, "Save these choices").click()
    (values,) = dialog.saved
    assert (values.title, values.address, values.remark) == ("Head", "Room 502", "Manager Lan")
    assert set(values.label_ids) == {100, 201, 301}
    assert values.share_user_ids == ("0002", "0003")
    assert not dialog.isVisible()


def test_one_of_two_is_chosen(opened):
    dialog = opened()
    first, second = cards(dialog)[:2]
    first.click()
    second.click()
    assert (first.isChecked(), second.isChecked()) == (False, True)
    assert not any(card.isChecked() for card in cards(dialog)[2:])


def test_by_keyboard_alone(opened):
    dialog = opened()
    assert focused(dialog) == 0

    def press(*keys):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key)

    press(Qt.Key.Key_Right)
    assert (focused(dialog), cards(dialog)[1].isChecked()) == (1, False)  # looked at, not chosen
    press(Qt.Key.Key_Space)
    assert cards(dialog)[1].isChecked()
    press(Qt.Key.Key_Left)  # chosen already: arrows now choose, as among radio buttons
    assert cards(dialog)[0].isChecked()
    press(Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert [card.isChecked() for card in cards(dialog)] == [True, False, True, False, False, True]
    press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up)
    assert focused(dialog) == 1
    press(Qt.Key.Key_Return)
    assert dialog.saved[0].title == "<b>Manager</b>"


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_S, "Control"), (Qt.Key.Key_Return, "Control")])
def test_the_keys_that_save_a_form_save_the_choices(opened, key, modifier):
    dialog = opened()
    for card in cards(dialog)[::2]:
        card.click()
    QTest.keyClick(dialog, key, Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.saved) == 1


def test_esc_and_back_to_editing_choose_nothing(opened):
    dialog = opened()
    cards(dialog)[0].click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    other = opened()
    button(other, "Back to editing").click()
    assert (dialog.saved, other.saved, other.isVisible()) == ([], [], False)


@pytest.mark.parametrize(("text", "column"), [("Take all of mine", 0), ("Take all of colleague’s", 1)])
def test_taking_all_of_one_side_is_seen_before_it_is_saved(opened, text, column):
    dialog = opened()
    button(dialog, text).click()
    assert [card.isChecked() for card in cards(dialog)] == [column == 0, column == 1] * 3
    assert dialog.saved == []
    assert button(dialog, "Save these choices").hasFocus()
    assert len(dialog.heard) == 1
    QTest.keyClick(button(dialog, "Save these choices"), Qt.Key.Key_Return)
    assert dialog.saved[0].address == ("Room 502", "Xinghu Street")[column]


def test_what_was_joined_is_told(opened):
    texts = shown_texts(opened())
    for words in ("Alias", "Manager Lan", "from you", "Level", "from your colleague", "陈洁, Omar Haddad"):
        assert words in texts


def test_a_list_joined_from_both_sides_is_told_once_as_it_is_now(opened):
    mine = replace(MINE, share_user_ids=("0001", "0002"))
    texts = shown_texts(opened(mine))
    assert texts.count("from both of you") == 1
    assert any(text.count(",") == 2 and "Omar Haddad" in text and "Mia Chen" in text for text in texts)


def test_text_of_people_is_no_markup(opened):
    dialog = opened()
    assert "<b>Manager</b>" in shown_texts(dialog)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel) if label.text())
    assert "&lt;b&gt;" in cards(dialog)[0].toolTip()


def test_screen_readers_hear_field_side_value_and_what_it_was(opened):
    dialog = opened()
    first, status = cards(dialog)[0], cards(dialog)[5]
    heard = QAccessible.queryAccessibleInterface(first)
    assert heard.role() == QAccessible.Role.RadioButton
    assert heard.text(QAccessible.Text.Name) == "Job title, yours: <b>Manager</b>"
    assert heard.text(QAccessible.Text.Description) == "Before: Buyer"
    assert status.accessibleName() == "Status, your colleague’s: Status: Closed deal"
    assert "兰心怡" in dialog.accessibleDescription()


def test_a_side_that_dingtalk_would_refuse_cannot_be_chosen(opened):
    theirs = replace(THEIRS, share_dept_ids=tuple(range(1, 25)))
    dialog = opened(MINE, theirs)
    mine, forbidden = cards(dialog)[-2:]
    assert (mine.isEnabled(), forbidden.isEnabled()) == (True, False)
    assert "Cannot be chosen" in forbidden.accessibleDescription()
    button(dialog, "Take all of colleague’s").click()
    assert focused(dialog) == len(cards(dialog)) - 2
    assert not forbidden.isChecked()
    QTest.keyClick(mine, Qt.Key.Key_Right)
    assert mine.hasFocus()


def test_no_label_left_is_one_choice_of_all_labels(opened):
    base_mine, theirs = replace(values_of(BASE), label_ids=(100,)), replace(BASE, label_ids=(200, 300))
    dialog = opened(base_mine, theirs)
    mine, other = cards(dialog)
    assert (mine.accessibleName(), other.accessibleName()) == (
        "Labels, yours: Type: Customer",
        "Labels, your colleague’s: Level: General, Status: Potential",
    )
    assert len(other.findChildren(Chip)) == 2


def test_both_versions_can_be_copied(opened):
    dialog = opened()
    copy = button(dialog, "Copy both versions")
    copy.click()
    copied = QGuiApplication.clipboard().text()
    mine, theirs = copied.split("\n\n")
    assert "Job title: <b>Manager</b>" in mine
    assert "Labels: Type: Customer, Level: General, Status: In negotiation" in mine
    assert "Owner: You (Mia Chen)" in mine
    assert "Job title: Head" in theirs
    assert "Alias: (empty)" in theirs
    assert copy.text() == "Copied"
    assert dialog.heard == ["Copied"]


def test_names_that_arrive_later_are_shown_and_choices_kept(opened, session, qtbot):
    theirs = replace(THEIRS, follower_user_id="0004")
    dialog = opened(replace(MINE, follower_user_id="0003"), theirs)
    card = next(card for card in cards(dialog) if "No longer in the organisation" in card.accessibleName())
    card.click()
    session.staff.names = {**session.staff.names, "0004": "Late Comer"}
    session.events.publish(StaffChanged())
    assert card.accessibleName() == "Owner, your colleague’s: Late Comer"
    assert card.isChecked()
    dialog.reject()
    session.events.publish(StaffChanged())  # nobody listens any more


@pytest.mark.parametrize("width", [1280, 800, 480])
def test_everything_is_in_reach_at_every_width(opened, width):
    dialog = opened(replace(MINE, title="x" * 400), size=(width, 700))
    scroll = dialog._scroll
    assert scroll.widget().width() <= scroll.viewport().width()
    texts = shown_texts(dialog)
    assert "Before" in texts
    assert "Buyer" in texts
    for text in ("Copy both versions", "Back to editing", "Take all of mine", "Take all of colleague’s"):
        found = button(dialog, text)
        assert found.isVisible()
        right = found.mapTo(dialog, found.rect().bottomRight()).x()
        assert right < dialog.width()
    assert "Yours" in texts


@pytest.mark.parametrize(
    ("width", "buttons"),
    [
        (1280, ["Copy both versions", "Back to editing", "Take all of colleague’s", "Take all of mine"]),
        (800, ["Take all of colleague’s", "Take all of mine", "Copy both versions", "Back to editing"]),
        (480, ["Take all of colleague’s", "Take all of mine", "Copy both versions", "Back to editing"]),
    ],
)
def test_the_tab_key_goes_as_one_reads(opened, width, buttons):
    dialog = opened(size=(width, 700))
    passed = []
    for _ in range(8):  # a row is one stop: the arrows go on from there
        focus = QApplication.focusWidget()
        passed.append(focus.accessibleName() or focus.text().replace("&", ""))
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert passed == [*(card.accessibleName() for card in cards(dialog)[::2]), *buttons, "Save these choices"]
    assert cards(dialog)[0].hasFocus()
