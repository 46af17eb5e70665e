"""The window in which colleagues are chosen: names, phone numbers, departments, refusals, keys and mouse."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from addressbook.domain.staff import Colleague, NameState
from addressbook.errors import NetworkError, PermissionMissing, StoreError
from addressbook.services.events import StaffChanged
from addressbook.ui.forms import pick_dialog, staff_picker
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_session import FakeSession
from tests.helpers.fake_staff import Name
from tests.helpers.picking import click, settle, shown, type_
from tests.helpers.wait import until

ENTER, DOWN, UP = (getattr(Qt.Key, f"Key_{name}") for name in ("Return", "Down", "Up"))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def session(qloop):
    return FakeSession(FakeBook())


async def test_oneself_comes_first_then_those_with_most_contacts(open_picker) -> None:
    picker = await open_picker()
    assert shown(picker) == ["You (Mia Chen)", "陈洁", "Omar Haddad"]
    assert picker.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "陈洁, Sales East, 7 contact(s)"


async def test_a_name_is_found_by_pinyin_and_a_click_chooses(open_picker) -> None:
    picker = await open_picker()
    await type_(picker, "chenj")
    assert shown(picker) == ["陈洁"]
    click(picker, 0)
    assert picker.results == [("0002",)]


async def test_only_the_last_question_is_answered(open_picker, session) -> None:
    picker = await open_picker()
    session.directory.hold = asyncio.Event()
    QTest.keyClicks(picker.search, "omar")
    await until(lambda: ("met", "omar") in session.directory.asked)
    session.directory.hold.set()
    session.directory.hold = None
    await settle(picker)
    assert shown(picker) == ["Omar Haddad"]


async def test_nobody_found_says_what_else_can_be_done(open_picker) -> None:
    picker = await open_picker()
    await type_(picker, "xyz")
    assert shown(picker) == []
    assert picker.note.text.startswith("Nobody with this name")
    QTest.keyClick(picker.search, ENTER)
    QTest.keyClick(picker.search, DOWN)
    assert picker.results == []
    assert picker.search.hasFocus()
    QTest.keyClick(picker.search, Qt.Key.Key_Escape)
    await settle(picker)
    assert picker.note.text == ""
    assert len(shown(picker)) == 3
    QTest.keyClick(picker.search, Qt.Key.Key_Escape)
    assert not picker.isVisible()


async def test_a_phone_number_is_looked_up_and_two_enters_choose(open_picker, session) -> None:
    picker = await open_picker()
    await type_(picker, "13800138002")
    assert shown(picker) == ["Find the colleague with the number 13800138002"]
    assert not any(name == "by_mobile" for name, _ in session.directory.asked)
    QTest.keyClick(picker.search, ENTER)
    await settle(picker)
    assert [line.key for line in picker.model.lines] == ["0077"]
    assert shown(picker) == ["Eva Lind"]
    QTest.keyClick(picker.search, ENTER)
    assert picker.results == [("0077",)]


async def test_nobody_has_the_number(open_picker) -> None:
    picker = await open_picker()
    await type_(picker, "+86 139 1111 2222")
    QTest.keyClick(picker.search, ENTER)
    await settle(picker)
    assert "+86 139 1111 2222" in picker.note.text
    assert picker.results == []


async def test_without_permission_for_numbers_the_other_ways_are_named_and_work(open_picker, session) -> None:
    session.directory.errors["by_mobile"] = PermissionMissing("60011", endpoint="/topapi/v2/user/getbymobile")
    picker = await open_picker()
    await type_(picker, "13800138002")
    QTest.keyClick(picker.search, ENTER)
    await settle(picker)
    assert "not allowed to find colleagues by mobile number." in picker.note.text
    assert "choose from the names from the book, or browse" in picker.note.text
    assert "administrator" in picker.note.text
    await type_(picker, "omar")
    assert picker.note.text == ""
    QTest.keyClick(picker.search, ENTER)
    assert picker.results == [("0003",)]


async def test_letters_typed_in_the_list_go_into_the_search_box(open_picker) -> None:
    picker = await open_picker()
    picker.browse.click()
    await settle(picker)
    QTest.keyClicks(picker.list, "o")
    QTest.keyClicks(picker.search, "m")
    await settle(picker)
    assert picker.search.text() == "om"
    assert shown(picker) == ["Omar Haddad"]
    QTest.keyClick(picker.search, DOWN)
    assert picker.list.hasFocus()
    QTest.keyClick(picker.list, UP)
    assert picker.search.hasFocus()


async def test_offline_says_so_and_tries_again_when_asked(open_picker, session) -> None:
    offline = NetworkError("network.unreachable", endpoint="/topapi/v2/department/listsub")
    session.directory.errors = {"children": offline, "members": offline}
    picker = await open_picker()
    picker.browse.click()
    await settle(picker)
    assert shown(picker) == []
    assert picker.note.text
    session.directory.errors = {}
    picker.note.button.click()
    await settle(picker)
    assert shown(picker) == ["Sales East", "采购部", "Omar Haddad"]


async def test_a_copy_that_cannot_be_read_leaves_browsing(open_picker, session) -> None:
    session.directory.errors["met"] = StoreError("store.busy")
    picker = await open_picker()
    await until(lambda: picker.note.text, "the note")
    picker.browse.click()
    await settle(picker)
    assert "Omar Haddad" in shown(picker)


async def test_a_window_that_closes_waits_for_nobody(open_picker, session) -> None:
    session.directory.hold = asyncio.Event()
    picker = await open_picker(settled=False)
    asked = picker._asked
    picker.reject()
    await until(lambda: asked.done())
    assert asked.cancelled()


async def test_several_are_ticked_and_the_twenty_first_is_refused_aloud(open_picker, session) -> None:
    session.directory.known = [Colleague(f"e{n:02}", NameState.KNOWN, f"Person {n}") for n in range(30)]
    picker = await open_picker([f"e{n:02}" for n in range(19)], most=20)
    assert picker.count.text() == "19 of at most 20 chosen"
    await type_(picker, "Person 25")
    QTest.keyClick(picker.search, ENTER)
    assert picker.count.text() == "20 of at most 20 chosen"
    await type_(picker, "Person 26")
    QTest.keyClick(picker.search, ENTER)
    assert picker.note.text == "At most 20 people can be chosen. Take somebody off first."
    assert "e26" not in picker.chosen
    await type_(picker, "Person 25")
    click(picker, 0)
    assert picker.note.text == ""
    await type_(picker, "Person 26")
    QTest.keyClick(picker.search, DOWN)
    QTest.keyClick(picker.list, Qt.Key.Key_Space)
    assert picker.model.index(0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    assert "chosen" in picker.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClick(picker.list, ENTER, CTRL)
    assert picker.results == [(*(f"e{n:02}" for n in range(19)), "e26")]


async def test_enter_ticks_what_was_found_and_then_accepts(open_picker) -> None:
    picker = await open_picker(most=20)
    for text in ("omar", "陈"):  # in place of what was found
        picker.search.insert(text)
        await settle(picker)
        QTest.keyClick(picker.search, ENTER)
    QTest.keyClick(picker.search, ENTER)
    assert picker.results == [("0003", "0002")]


@pytest.mark.parametrize("fails", [False, True])
async def test_done_waits_for_what_enter_was_pressed_for(open_picker, session, fails) -> None:
    picker = await open_picker(most=20)
    results = picker.results
    session.directory.hold = asyncio.Event()
    QTest.keyClicks(picker.search, "omar")
    QTest.keyClick(picker.search, ENTER)
    QTest.keyClick(picker.search, ENTER, CTRL)
    if fails:
        session.directory.errors["met"] = NetworkError("network.unreachable")
    asked = picker._asked
    session.directory.hold.set()
    await until(asked.done)
    if fails:
        assert results == [], "what was typed would be lost unseen"
        QTest.keyClick(picker.search, ENTER, CTRL)
    await until(lambda: results)
    assert results == [() if fails else ("0003",)]


async def test_names_typed_faster_than_the_answers_are_all_taken(open_picker, session) -> None:
    picker = await open_picker(most=20)
    results = picker.results
    session.directory.hold = asyncio.Event()
    for name in ("omar", "mia", "mia"):
        QTest.keyClicks(picker.search, name)
        QTest.keyClick(picker.search, ENTER)
    QTest.keyClicks(picker.search, "chen")
    assert picker.search.text() == "chen"
    session.directory.hold.set()
    await settle(picker)
    assert list(picker.chosen) == ["0003", "0001"]
    QTest.keyClicks(picker.search, "g")
    assert picker.search.text() == "cheng", "the letters typed last are no longer there"
    QTest.keyClick(picker.search, ENTER, CTRL)
    assert results == [("0003", "0001")]


async def test_chosen_ones_come_first_and_gone_ones_are_told_apart(open_picker) -> None:
    picker = await open_picker(["gone9", "0003"], most=20)
    assert shown(picker)[:3] == ["No longer in the organisation (id gone9)", "Omar Haddad", "You (Mia Chen)"]
    assert picker.model.lines[0].gone
    click(picker, 0)
    picker.accept_choice()
    assert picker.results == [("0003",)]


async def test_a_name_that_comes_later_takes_the_place_of_its_id(open_picker, session, monkeypatch) -> None:
    session.directory.known = [Colleague("0099", NameState.UNKNOWN, "", (), 4)]
    known = {"0099": Name(NameState.UNKNOWN)}
    monkeypatch.setattr(session.staff, "name_of", known.__getitem__, raising=False)
    session.me = None
    picker = await open_picker()
    assert shown(picker) == ["Loading"]
    known["0099"] = Name(NameState.KNOWN, "Zoë <b>")
    session.events.publish(StaffChanged())
    assert shown(picker) == ["Zoë <b>"]


async def test_the_list_is_a_model_that_qt_accepts(open_picker, qtmodeltester) -> None:
    picker = await open_picker(["0003"], most=20)
    qtmodeltester.check(picker.model)
    await type_(picker, "o")
    picker.browse.click()
    await settle(picker)


async def test_tab_goes_the_way_of_the_eye(open_picker, session) -> None:
    session.directory.errors["members"] = NetworkError("network.unreachable", endpoint="/topapi/user/listsimple")
    picker = await open_picker(most=20)
    picker.browse.click()
    await settle(picker)
    picker.search.setFocus()
    way = []
    for _ in range(7):
        QTest.keyClick(picker.focusWidget(), Qt.Key.Key_Tab)
        way.append(picker.focusWidget())
    buttons = [button for button in picker.findChildren(QPushButton) if button.text() in ("&Cancel", "&Done")]
    assert way == [picker.browse, picker.up, picker.note.button, picker.list, *buttons, picker.search]


async def test_what_is_found_chosen_and_refused_is_said_aloud(open_picker, session, monkeypatch) -> None:
    heard = []
    for module in (pick_dialog, staff_picker):
        monkeypatch.setattr(module, "announce", lambda _, text, urgent=False: heard.append(text))
    session.directory.known = [Colleague(f"e{n:02}", NameState.KNOWN, f"Person {n}") for n in range(30)]
    picker = await open_picker([f"e{n:02}" for n in range(19)], most=20)
    await type_(picker, "Person 2")
    assert heard[-1] == "12 found"
    click(picker, 0)
    assert heard[-1] == "18 of at most 20 chosen"
    for row in (5, 6):
        click(picker, row)
    assert heard[-1] == "20 of at most 20 chosen"
    for row in (7, 7):  # the same refusal is heard each time
        click(picker, row)
        assert heard[-1].startswith("At most 20 people")
    assert len(heard) == len(set(heard)) + 1


async def test_two_people_of_one_name_are_told_apart(open_picker, session) -> None:
    session.directory.known = [
        Colleague("0041", NameState.KNOWN, "王伟", (42,), 5),
        Colleague("0042", NameState.KNOWN, "王伟", (), 0),
        Colleague("0043", NameState.KNOWN, "王薇"),
    ]
    session.staff.names = {"0041": "王伟", "0042": "王伟", "0043": "王薇"}
    picker = await open_picker()
    await type_(picker, "ww")
    assert [line.detail for line in picker.model.lines] == ["Sales East, Id 0041", "Id 0042", ""]
