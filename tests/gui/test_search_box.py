"""The search box by itself: Esc, Down, and what was searched for last, by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from addressbook.ui.widgets.search_box import SearchBox

TEXTS = ["zs 8899", "宁波", "<b>bold</b> & co"]


@pytest.fixture
def box(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    made = SearchBox()
    other = QWidget()
    other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addWidget(other, 1)
    window.show()
    other.setFocus()
    made.told = []
    made.kept = window  # which nothing else keeps
    made.escaped.connect(lambda: made.told.append("escaped"))
    made.left_down.connect(lambda: made.told.append("down"))
    made.recent.removed.connect(lambda text: made.told.append(("removed", text)))
    made.recent.cleared.connect(lambda: made.told.append("cleared"))
    return made


def press(box, *keys):
    for key in keys:
        QTest.keyClick(box, key)


def click(box, row, *, cross=False):
    rect = box.recent.visualRect(box.recent.model().index(row, 0))
    at = box.recent.cross(rect).center() if cross else rect.center()
    QTest.mouseClick(box.recent.viewport(), Qt.MouseButton.LeftButton, pos=at)


async def test_without_recent_searches_down_goes_to_the_list(box):
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert not box.recent.isVisible()
    press(box, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert box.told == ["down", "down", "escaped"]


async def test_down_in_the_empty_box_offers_what_was_searched_for(box, monkeypatch):
    heard = []
    monkeypatch.setattr("addressbook.ui.widgets.recent_list.announce", lambda _widget, words: heard.append(words))
    box.set_recent(TEXTS)
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert not box.recent.isVisible(), "nobody asked for it"
    press(box, Qt.Key.Key_Down)
    assert box.recent.isVisible()
    assert box.hasFocus(), "letters go on going into the box"
    press(box, Qt.Key.Key_Down)
    assert "down" in heard[0]
    assert heard[1:] == ["zs 8899", "宁波"]
    press(box, Qt.Key.Key_Return)
    assert box.text() == "宁波"
    assert not box.recent.isVisible()
    press(box, Qt.Key.Key_Return)
    assert box.told == ["down"]


async def test_ctrl_f_and_a_click_offer_them_and_letters_take_them_away(box):
    box.set_recent(TEXTS)
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert box.recent.isVisible()
    assert box.recent.currentRow() == -1
    QTest.keyClicks(box, "a")
    assert not box.recent.isVisible()
    press(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(60, box.height() // 2))
    assert box.recent.isVisible()
    press(box, Qt.Key.Key_Escape)
    assert not box.recent.isVisible()
    assert box.told == [], "the first Esc belongs to the list"
    press(box, Qt.Key.Key_Escape)
    assert box.told == ["escaped"]


async def test_with_text_down_goes_to_the_list(box):
    box.set_recent(TEXTS)
    box.setFocus()
    QTest.keyClicks(box, "zs")
    press(box, Qt.Key.Key_Down)
    assert box.told == ["down"]
    assert not box.recent.isVisible()


async def test_enter_without_a_chosen_line_goes_to_the_list(box):
    box.set_recent(TEXTS)
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    press(box, Qt.Key.Key_Return)
    assert box.told == ["down"]


async def test_a_click_chooses_and_the_cross_takes_off(box):
    box.set_recent(TEXTS)
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    click(box, 1, cross=True)
    assert box.told == [("removed", "宁波")]
    box.set_recent([TEXTS[0], TEXTS[2]])
    assert box.recent.isVisible()
    click(box, 1)
    assert box.text() == TEXTS[2]
    assert box.hasFocus()


async def test_delete_takes_a_line_off_and_the_last_line_clears_all(box):
    box.set_recent(TEXTS)
    box.setFocus()
    press(box, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert box.told == [("removed", "宁波")]
    box.set_recent([TEXTS[0], TEXTS[2]])
    assert box.recent.currentRow() == 1
    press(box, *[Qt.Key.Key_Down] * 9, Qt.Key.Key_Return)
    assert box.told[-1] == "cleared"
    box.set_recent([])
    press(box, Qt.Key.Key_Down)
    assert box.told[-1] == "down"


async def test_up_leaves_the_list_of_recent_searches(box):
    box.set_recent(TEXTS)
    box.setFocus()
    press(box, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert box.recent.currentRow() == -1
    press(box, Qt.Key.Key_Return)
    assert box.told == ["down"]


async def test_the_list_goes_when_the_focus_does_and_is_taken_along(box):
    box.set_recent(TEXTS * 4)
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert box.recent.geometry().bottom() < box.window().height()
    box.nextInFocusChain().setFocus()
    assert box.recent.isVisible() == box.hasFocus()
    box.window().resize(300, 200)
    assert not box.recent.isVisible()


async def test_a_click_beside_the_list_closes_it(box):
    box.set_recent(TEXTS)
    box.setFocus(Qt.FocusReason.ShortcutFocusReason)
    beside = box.kept.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)[1]
    beside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(60, box.height() // 2))
    assert box.recent.isVisible()
    QTest.mouseClick(beside, Qt.MouseButton.LeftButton, pos=QPoint(5, beside.height() - 5))
    assert not box.recent.isVisible()
    assert box.hasFocus()
