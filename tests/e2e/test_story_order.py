"""Somebody comes back to who was looked at last, and sees each book in the order chosen for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from tests.helpers.form_person import HANDS, KEYBOARD, FormPerson, open_program
from tests.helpers.program import Running
from tests.helpers.simulator import simulator

CONTACTS = 30
ANN, BEN, CAT = (
    {"name": "Ann Quaffle", "mobile": "13800000001", "company_name": "Zulu 10"},
    {"name": "Ben Quibble", "mobile": "13800000002", "company_name": "Zulu 9"},
    {"name": "陈一粟", "mobile": "13800000003", "company_name": "啊"},
)


def names(running: Running, most: int = 99) -> list[str]:
    """Who is listed, from the top."""
    return [said.split(", ")[0] for said, _ in running.person.lines(running.table)][:most]


async def pick(running: Running, entry: str, *, keys: bool) -> None:
    """Choose an entry of the menu that is open."""
    person = running.person
    await person.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "the menu")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    if keys:
        for _ in menu.actions():
            chosen = menu.activeAction()
            if chosen is not None and chosen.text().replace("&", "") == entry:
                break
            await person.press("Down")
        await person.press("Return")
    else:
        await person.click_entry(entry)
    await person.wait_for(lambda: not menu.isVisible(), "the menu to close")


async def order_by(running: Running, entry: str, hand: str, *, now: str = "Name") -> None:
    """Choose another order in the line above the list."""
    person = running.person
    if hand == "mouse":
        await person.click(f"Sorted by: {now}")
    else:
        await person.tab_to(f"Sorted by: {now}")
        await person.press("Space")
    await pick(running, entry, keys=hand == "keyboard")


async def recently_viewed(running: Running, hand: str, count: int) -> None:
    person = running.person
    if hand == "mouse":
        await person.click("Recently viewed")
    else:
        await person.press("Ctrl+5")
    await person.wait_for(lambda: running.rows == count, f"{count} contacts")


async def counted(running: Running, count: int) -> None:
    """Wait until the sidebar says how many were looked at."""
    words = "1 contact" if count == 1 else f"{count} contacts"
    await running.person.wait_to_see(f"Recently viewed, {words}")


@pytest.mark.parametrize("hand", KEYBOARD)
async def test_who_was_looked_at_last_comes_first_until_it_is_cleared(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS, hidden_rows=False) as server:
        ids = [server.edit("add", fields=fields)[0] for fields in (ANN, BEN, CAT)]
        async with open_program(tmp_path, server.url, CONTACTS + 3) as running:
            person, form = running.person, FormPerson(running, hand)
            await counted(running, 0)
            for place, name in enumerate(("Ann Quaffle", "Ben Quibble", "陈一粟"), start=1):
                await form.choose(name)
                await counted(running, place)
                await person.press("Ctrl+F", "Escape")
                await running.shows(CONTACTS + 3)
            await recently_viewed(running, hand, 3)
            assert names(running) == ["陈一粟", "Ben Quibble", "Ann Quaffle"]

            # going through them moves nothing; another order is for this visit
            if hand == "mouse":
                await person.click_line(running.table, "Ann Quaffle")
            else:
                await person.tab_to("Contacts")
                await person.press("End")
            await person.wait_to_see("Zulu 10")
            await order_by(running, "Company and title", hand, now="Recently viewed")
            await person.wait_for(lambda: names(running) == ["陈一粟", "Ben Quibble", "Ann Quaffle"], "啊, 9, 10")
            await order_by(running, "Recently viewed", hand, now="Company and title")
            await person.press("Ctrl+Q")
            await running.ended()

        server.edit("remove", userid=ids[1])
        async with open_program(tmp_path, server.url, CONTACTS + 2) as running:
            person = running.person
            await counted(running, 2)
            await recently_viewed(running, hand, 2)
            assert set(names(running)) == {"陈一粟", "Ann Quaffle"}
            if hand == "mouse":
                await person.right_click("Recently viewed")
                await pick(running, "Clear recently viewed", keys=False)
            else:
                await person.press("Alt+V")
                await pick(running, "Clear recently viewed", keys=True)
            await person.wait_to_see("No recently viewed contacts")
            await counted(running, 0)
            await person.press("Ctrl+1")
            await running.shows(CONTACTS + 2)
            await person.press("Ctrl+Q")
            await running.ended()

        async with open_program(tmp_path, server.url, CONTACTS + 2) as running:
            await counted(running, 0)


@pytest.mark.parametrize("hand", HANDS)
async def test_the_order_that_was_chosen_stays(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS, hidden_rows=False) as server:
        ids = [server.edit("add", fields=fields)[0] for fields in (ANN, BEN, CAT)]
        async with open_program(tmp_path, server.url, CONTACTS + 3) as running:
            person = running.person
            await order_by(running, "Company and title", hand)
            await person.wait_for(lambda: names(running, 1) == ["陈一粟"], "啊 first")
            if hand == "mouse":  # the same again by the column's head, the other way round
                header = running.table.horizontalHeader()
                section = header.logicalIndexAt(running.table.width() // 3)
                at = header.viewport().rect().center()
                at.setX(header.sectionViewportPosition(section) + 20)
                await person.click_on(header.viewport(), at)
            else:
                await order_by(running, "Descending", hand, now="Company and title")
            await person.wait_for(lambda: names(running, 2) == ["Ann Quaffle", "Ben Quibble"], "10 before 9")

            # what a colleague changes comes first in the order of changes
            await order_by(running, "Recently changed here", hand, now="Company and title")
            server.edit("change", userid=ids[1], fields={"title": "Buyer"})
            await person.press("F5")
            await person.wait_for(lambda: names(running, 1) == ["Ben Quibble"], "who was changed")
            await person.wait_to_see("33 contacts · 1 changed")
            await person.wait_to_see("Updated just now")
            server.edit("change", userid=ids[0], fields={"title": "Buyer"})
            await person.press("F5")
            await person.wait_for(lambda: set(names(running, 2)) == {"Ann Quaffle", "Ben Quibble"}, "who was changed")
            await person.press("Ctrl+Q")
            await running.ended()

        async with open_program(tmp_path, server.url, CONTACTS + 3) as running:
            assert running.person.sees("Sorted by: Recently changed here")
            assert set(names(running, 2)) == {"Ann Quaffle", "Ben Quibble"}
