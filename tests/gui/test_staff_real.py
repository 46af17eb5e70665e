"""Owner, people and departments chosen on a real session against the real simulator."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from addressbook.services.events import LoadState
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample import staff
from addressbook.simulator.server import SimulatorServer
from addressbook.ui.forms.department_picker import DepartmentPicker
from addressbook.ui.forms.departments_field import DepartmentsField
from addressbook.ui.forms.owner_field import OwnerField
from addressbook.ui.forms.people_field import PeopleField
from addressbook.ui.forms.staff_picker import StaffPicker
from tests.helpers.house import CONTACTS, House
from tests.helpers.wait import until
from tests.helpers.windows import window

ENTER, DOWN, RIGHT, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Space
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def server() -> Iterator[SimulatorServer]:
    with SimulatorServer(SimulatorOptions(contacts=CONTACTS)) as running:
        yield running


@pytest.fixture
def house(tmp_path, server) -> Iterator[House]:
    made = House(tmp_path / "house", server.url)
    yield made
    made.settings.flush()


@asynccontextmanager
async def form_of(house: House, kind, value) -> AsyncIterator[tuple[QWidget, object]]:
    """An input of that kind in a window, on a whole book."""
    session = await house.sessions.connect(house.form(mobile=staff.SAMPLE_MOBILE))
    form = QWidget()
    try:
        await until(lambda: session.book.progress.complete and session.book.progress.state is LoadState.IDLE)
        await until(lambda: session.me is not None, "oneself")
        made = kind(session)
        made.set_value(value)
        QVBoxLayout(form).addWidget(made)
        form.resize(900, 700)
        form.show()
        form.activateWindow()
        made.focus_first()
        await until(lambda: form.focusWidget() is made.focus_widget() and form.isActiveWindow())
        yield session, made
    finally:
        form.close()
        await house.sessions.close(session)
        form.deleteLater()


async def settle(picker: StaffPicker) -> None:
    await until(lambda: picker._asked.done(), "the answer")


async def test_oneself_by_two_keys(house, qloop) -> None:
    async with form_of(house, OwnerField, "") as (_, owner):
        QTest.keyClick(owner.face, ENTER)
        picker = await window(StaffPicker)
        await settle(picker)
        QTest.keyClick(picker.search, ENTER)
        assert owner.value() == staff.ME
        assert owner.face.named.full == "You (Mia Chen)"


async def test_an_owner_by_phone_number_by_name_and_by_department(house, qloop) -> None:
    async with form_of(house, OwnerField, staff.LEFT[0]) as (session, owner):
        await until(lambda: owner.face.sign == "warning", "that the owner has left")
        assert owner.value() == staff.LEFT[0]
        owner.open_picker("13800138002")
        picker = await window(StaffPicker)
        await settle(picker)
        QTest.keyClick(picker.search, ENTER)
        await settle(picker)
        QTest.keyClick(picker.search, ENTER)
        assert owner.face.named.full == "Eva Lind"

        owner.open_picker()
        picker = owner.findChildren(StaffPicker)[-1]
        picker.browse.click()
        await settle(picker)
        assert picker.model.lines[0].named.full == "Sales"
        for _ in range(2):
            QTest.keyClick(picker.list, RIGHT)
            await settle(picker)
        assert picker.head.accessibleName() == "Harbour Trading Co. › Sales › Sales East"
        people = [line.key for line in picker.model.lines]
        assert people == [staff.employee_id(index) for index in staff.members(staff.MY_DEPARTMENT)]
        QTest.keyClick(picker.list, DOWN)
        QTest.keyClick(picker.list, ENTER)
        assert owner.value() == people[1]
        assert session.staff.name_of(people[1]).name == "Chen Jie"


async def test_a_name_hidden_by_permissions_is_kept_and_shown_as_such(house, server, qloop) -> None:
    server.faults.add("error", endpoints=["v2/user/get"], code=50002, match={"userid": staff.employee_id(5)})
    async with form_of(house, PeopleField, (staff.employee_id(5), staff.employee_id(2))) as (session, people):
        hidden = f"Name not shared (id {staff.employee_id(5)})"
        await until(lambda: [session.staff.name_of(one).name for one in people.value()] == ["", "Eva Lind"])
        await until(lambda: people.named(people.value()[0])[0].full == hidden)
        assert people.named(people.value()[1])[0].full == "Eva Lind"
        assert people.value() == (staff.employee_id(5), staff.employee_id(2))


async def test_people_without_permission_for_departments(house, server, qloop) -> None:
    server.options.without_scopes = frozenset({"qyapi_get_department_list", "qyapi_get_department_member"})
    async with form_of(house, PeopleField, ()) as (_, people):
        QTest.keyClick(people.focus_widget(), SPACE)
        picker = await window(StaffPicker)
        await settle(picker)
        picker.browse.click()
        await settle(picker)
        assert "not allowed to read departments" in picker.note.text
        picker.browse.click()
        await settle(picker)
        assert len(picker.model.lines) > 1
        QTest.keyClick(picker.search, DOWN)
        QTest.keyClick(picker.list, SPACE)
        QTest.keyClick(picker.list, ENTER, CTRL)
        assert people.value() == (staff.ME,)


async def test_departments_two_levels_down(house, qloop) -> None:
    async with form_of(house, DepartmentsField, (42_502,)) as (_, departments):
        QTest.keyClick(departments.focus_widget(), SPACE)
        picker = await window(DepartmentPicker)
        await until(lambda: not picker._tasks.busy)
        assert picker.tree.root.name == "Harbour Trading Co."
        QTest.keyClick(picker.search, DOWN)
        for key in (DOWN, RIGHT):
            QTest.keyClick(picker.view, key)
        await until(lambda: not picker._tasks.busy)
        QTest.keyClick(picker.view, DOWN)
        QTest.keyClick(picker.view, SPACE)
        QTest.keyClick(picker.view, ENTER, CTRL)
        assert departments.value() == (42_502, 42_536)
        assert [departments.named(one)[0].full for one in departments.value()] == ["Purchasing", "Sales East"]
