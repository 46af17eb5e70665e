"""The first start without a mouse: every step by Tab, arrows, Space, Enter and the keys that the menus name."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView

from tests.helpers.person import name_of
from tests.helpers.program import MOBILE, Running, program
from tests.helpers.simulator import KEY, SECRET, SimulatorProcess

CONTACTS = 300
CUSTOMER, LOST = 1561077310, 1561077325


def having(server: list[dict], label: int) -> set[str]:
    """Userids of the contacts on the server that bear a label."""
    return {row["userid"] for row in server if label in (row.get("label_ids") or ())}


def current_line(view: QAbstractItemView) -> str:
    """What a screen reader says of the line that has the keyboard."""
    return view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or ""


async def go_to_label(running: Running, start: str) -> None:
    """Down in the tree of labels, round to its beginning if need be."""
    labels = running.labels
    await running.person.press("Home")
    for _ in range(60):
        if current_line(labels).startswith(start):
            return
        await running.person.press("Down")
    raise AssertionError(f"no way down to {start!r}, at {current_line(labels)!r}")


async def test_the_first_start_without_a_mouse(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        book = server.contacts()
        async with program(tmp_path) as running:
            person = running.person
            await person.wait_to_see("Welcome to your address book")
            await person.tab_to("Server region: International")
            await person.press("Right", "Right")
            assert name_of(person.focused) == "Server region: Other address"
            for field, text in (
                ("Address", server.url),
                ("Client ID (App key)", KEY),
                ("Client Secret (App secret)", SECRET),
                ("Your mobile number", MOBILE),
                ("Name for this book", "Harbour"),
            ):
                await person.tab_to(field)
                await person.type(text)
            await person.tab_to("Test connection")
            await person.press("Space")
            await person.wait_for(lambda: person.looks_for("Test again"), "the end of the test")
            await person.wait_to_see("Signed in to DingTalk")
            await person.tab_to("Connect and load contacts")
            await person.press("Space")
            await running.whole(CONTACTS)

            # the list has the keyboard: to its end and back
            table = running.table
            assert person.focused is table
            await person.press("End")
            assert table.currentIndex().row() == CONTACTS - 1
            assert table.rowAt(table.viewport().height() - 3) == CONTACTS - 1
            await person.press("Home")
            assert table.currentIndex().row() == 0

            # two labels of different colours; F6 goes round the panes and comes back
            await person.tab_to("All contacts", "F6")
            await person.tab_to("Labels")
            await go_to_label(running, "Type: Customer")
            await person.press("Space")
            customers, lost = having(book, CUSTOMER), having(book, LOST)
            await running.shows(len(customers))
            await go_to_label(running, "Status: Lost")
            await person.press("Space")
            await running.shows(len(customers | lost))
            await person.tab_to("Any", "Shift+Tab")
            await person.press("Right")
            await running.shows(len(customers & lost))
            await person.press("Right")
            await running.shows(CONTACTS - len(customers | lost))
            await person.press("Left", "Left")
            await running.shows(len(customers | lost))
            await person.press("Ctrl+Shift+F")
            await running.shows(CONTACTS)

            # find somebody, read, copy, and come back
            row = next(each for each in book if each["userid"] in customers & lost)
            await person.press("Ctrl+F")
            assert name_of(person.focused) == "Find contacts"
            await person.type(row["mobile"])
            await running.shows(1)
            await person.press("Down")
            assert person.focused is table
            assert "Status: Lost" in current_line(table)
            await person.press("Return")
            await person.wait_for(lambda: row["name"] in person.reads(), "the details")
            await person.tab_to("Copy the phone number")
            await person.press("Space")
            await person.tab_to("Find contacts", "F6")
            await person.press("Esc")
            await running.shows(CONTACTS)

            # scopes, and the way out by the menu
            await person.press("Ctrl+4")
            await running.shows(sum(1 for each in book if not each.get("label_ids")))
            await person.press("Ctrl+1")
            await running.shows(CONTACTS)
            await person.press("Alt+F", "Q")
            await running.ended()
