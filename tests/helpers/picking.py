"""Driving the window in which colleagues are chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from addressbook.ui.forms.staff_picker import StaffPicker
from tests.helpers.wait import until


async def settle(picker: StaffPicker) -> None:
    """Wait for the answer to what was asked last."""
    await until(lambda: picker._asked.done(), "the answer")


async def type_(picker: StaffPicker, text: str) -> None:
    """Type another text."""
    picker.search.clear()
    QTest.keyClicks(picker.search, text)
    await settle(picker)


def shown(picker: StaffPicker) -> list[str]:
    """The lines of the list."""
    return [line.named.full for line in picker.model.lines]


def click(picker: StaffPicker, row: int) -> None:
    """Click into a line."""
    index = picker.model.index(row)
    picker.list.scrollTo(index)
    QTest.mouseClick(picker.list.viewport(), Qt.MouseButton.LeftButton, pos=picker.list.visualRect(index).center())
