"""Choosing a colleague by departments: going down and up, large ones, circles, refusals."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from addressbook.domain.staff import Department, Employee
from addressbook.errors import PermissionMissing
from addressbook.ui.forms.pick_list import LineKind
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_session import FakeSession
from tests.helpers.picking import click, settle, shown
from tests.helpers.wait import until

DOWN, LEFT, RIGHT = Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right


@pytest.fixture
def session(qloop):
    return FakeSession(FakeBook())


async def test_departments_are_browsed_by_keys_down_and_up_again(open_picker) -> None:
    picker = await open_picker()
    picker.browse.click()
    await settle(picker)
    assert shown(picker) == ["Sales East", "采购部", "Omar Haddad"]
    assert picker.list.hasFocus()
    QTest.keyClick(picker.list, RIGHT)
    await settle(picker)
    assert picker.head.accessibleName() == "Harbour Trading › Sales East"
    assert shown(picker) == ["Night shift", "You (Mia Chen)", "陈洁"]
    QTest.keyClick(picker.list, DOWN)
    QTest.keyClick(picker.list, RIGHT)  # nothing to open
    assert picker.results == []
    QTest.keyClick(picker.list, LEFT)
    await settle(picker)
    assert shown(picker)[0] == "Sales East"
    assert picker.list.line().key == 42
    QTest.keyClick(picker.list, Qt.Key.Key_Backspace)
    await settle(picker)
    assert picker.search.hasFocus()
    assert shown(picker)[0] == "You (Mia Chen)"


async def test_a_colleague_of_a_department_is_chosen_with_the_mouse(open_picker) -> None:
    picker = await open_picker()
    picker.browse.click()
    await settle(picker)
    click(picker, 0)
    await settle(picker)
    click(picker, 2)
    assert picker.results == [("0002",)]


async def test_a_department_of_thousands_comes_as_far_as_one_looks(open_picker, session) -> None:
    session.directory.below = {}
    session.directory.people[1] = [Employee(f"e{n:05}", f"Person {n}") for n in range(5_000)]
    picker = await open_picker()
    picker.browse.click()
    await settle(picker)
    read = [about for name, about in session.directory.asked if name == "members"]
    assert read[0] == (1, 0)
    assert len(read) <= 2
    QTest.keyClick(picker.list, Qt.Key.Key_End)
    await until(lambda: picker.model.rowCount() >= 200)
    for _ in range(60):
        QTest.keyClick(picker.list, Qt.Key.Key_End)
        await settle(picker)
        await asyncio.sleep(0)
    await until(lambda: picker.model.rowCount() == 5_000)
    assert len({line.key for line in picker.model.lines}) == 5_000


async def test_a_server_that_pages_in_a_circle_is_not_asked_for_ever(open_picker, session) -> None:
    session.directory.below = {}
    picker = await open_picker()

    async def members(department, cursor=0):
        session.directory.asked.append(("members", cursor))
        return type(page)(page.members, (cursor + 100) % 300)

    page = await session.directory.members(42)
    session.directory.members = members
    picker.browse.click()
    await settle(picker)
    for _ in range(5):
        QTest.keyClick(picker.list, Qt.Key.Key_End)
        await settle(picker)
    assert len(shown(picker)) == 2
    assert len([name for name, _ in session.directory.asked if name == "members"]) <= 3


async def test_departments_in_a_circle_do_not_lead_back_to_themselves(open_picker, session) -> None:
    session.directory.below = {1: [Department(7, "Seven", 1)], 7: [Department(8, "Eight", 7), Department(1, "Top")]}
    session.directory.below[8] = [Department(7, "Seven", 8)]
    picker = await open_picker()
    picker.browse.click()
    for _ in range(2):
        await settle(picker)
        QTest.keyClick(picker.list, RIGHT)
    await settle(picker)
    assert [line for line in picker.model.lines if line.kind is LineKind.FOLDER] == []


async def test_without_permission_for_members_departments_still_open(open_picker, session) -> None:
    session.directory.errors["members"] = PermissionMissing("60011", endpoint="/topapi/user/listsimple")
    picker = await open_picker()
    picker.browse.click()
    await settle(picker)
    assert shown(picker) == ["Sales East", "采购部"]
    assert "not allowed to list the people of a department." in picker.note.text
    del session.directory.errors["members"]
    picker.note.button.click()
    await settle(picker)
    assert "Omar Haddad" in shown(picker)
    assert picker.note.text == ""
