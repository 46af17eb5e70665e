"""Somebody types a contact that the book has already: it is said at once, and nothing that was typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.form_person import KEYBOARD, FormPerson, open_program
from tests.helpers.person import name_of
from tests.helpers.simulator import simulator


@pytest.mark.parametrize("hand", KEYBOARD)
async def test_a_contact_that_is_in_the_book_already(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=10, hidden_rows=False) as server:
        server.edit(
            "add",
            fields={
                "name": "Ann Lee",
                "company_name": "Lee Trading",
                "state_code": "86",
                "mobile": "13912345678",
                "address": "1 Bund",
            },
        )
        async with open_program(tmp_path, server.url, 11) as running:
            person, form = running.person, FormPerson(running, hand)
            window = await form.new()
            await form.fill({"Name": "Ann Lee", "Company": "Lee Trading"})
            await person.wait_to_see("Already in the book: Ann Lee, Lee Trading")
            await person.wait_to_see("Same name and company.")
            await form.fill({"Name": "Anna Li", "Phone": ("", "139 1234 5678")})
            await person.wait_for(lambda: not person.sees("Same name and company."), "the hint to go")
            await person.wait_to_see("Same number.")
            assert person.sees("Already in the book: Ann Lee, Lee Trading")

            if not form.mouse:  # right behind what it is about
                await person.press("Tab")
                assert name_of(person.focused) == "Open Ann Lee, Lee Trading"
            await form.press("Open Ann Lee, Lee Trading")
            await person.wait_for(lambda: person.window is running.window, "the book in front")
            await person.wait_to_see("1 Bund")
            await person.wait_for(lambda: person.looks_for("Unfinished"), "the draft to be kept")

            await person.turn_to(window)
            assert form.reads_field("Name") == "Anna Li"
            assert form.reads_field("Company") == "Lee Trading"
            await form.fill({"Phone": ("", "13912345679"), "Labels": ["Type: Customer"]})
            await person.wait_for(lambda: not person.sees("Already in the book"), "the hint to go")
            await form.saved()
            assert [each["mobile"] for each in server.contacts() if each["name"] == "Anna Li"] == ["13912345679"]
            await person.wait_for(lambda: person.looks_for("Unfinished") is None, "nothing unfinished")
