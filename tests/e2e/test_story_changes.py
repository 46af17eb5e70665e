"""Colleagues add, change and remove contacts; the person refreshes, looks at what is new, and marks it as seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.form_person import HANDS, open_program
from tests.helpers.program import Running
from tests.helpers.simulator import simulator

CONTACTS = 40


async def do(running: Running, hand: str, button: str, keys: str) -> None:
    if hand == "mouse":
        await running.person.click(button)
    else:
        await running.person.press(keys)


@pytest.mark.parametrize("hand", HANDS)
async def test_what_colleagues_did_is_told_listed_and_seen(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS, hidden_rows=False) as server:
        people = server.contacts()
        async with open_program(tmp_path, server.url, CONTACTS) as running:
            person = running.person
            assert person.looks_for("New and changed") is None
            server.edit("add", count=2)
            server.edit("change", userid=people[3]["userid"], fields={"title": "Head of buying"})
            server.edit("remove", userid=people[5]["userid"])
            await do(running, hand, "Refresh", "F5")
            await person.wait_to_see("2 new, 1 changed, 1 removed")
            await do(running, hand, "Show changes", "Ctrl+6")
            await person.wait_for(lambda: running.rows == 3, "the changes alone")
            await person.wait_to_see(f"No longer in DingTalk: {people[5]['name']}")
            spoken = [text.split(", ")[1] for text, _ in person.lines(running.table)]
            assert sorted(spoken) == ["Changed: Job title", "New", "New"]
            await person.press("Ctrl+Q")
            await running.ended()

        async with open_program(tmp_path, server.url, CONTACTS + 1) as running:  # a night later
            person = running.person
            await person.wait_to_see("2 new, 1 changed, 1 removed")
            await do(running, hand, "Show changes", "Ctrl+6")
            await person.wait_for(lambda: running.rows == 3, "the changes alone")
            await person.click("Mark as seen")
            await running.shows(CONTACTS + 1)
            await person.wait_for(lambda: not person.sees("2 new"), "nothing new to be told")
            await person.wait_for(lambda: person.looks_for("New and changed") is None, "its part of the book to go")
