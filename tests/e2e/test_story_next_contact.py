"""Somebody with a pile of visiting cards: one contact after the other, and what the next one begins with."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton

from addressbook.simulator.sample.staff import EMPLOYEE_IDS
from tests.helpers.form_person import KEYBOARD, FormPerson, open_program
from tests.helpers.person import name_of
from tests.helpers.simulator import simulator

LABELS = ("Type: Supplier", "Level: Core")
KEPT = [1561077312, 1561077319]


def chosen(form: FormPerson) -> tuple[str, ...]:
    """The labels that are on."""
    buttons = form.person.window.findChildren(QAbstractButton)
    return tuple(name_of(each) for each in buttons if each.isChecked() and ": " in name_of(each))


@pytest.mark.parametrize("hand", KEYBOARD)
async def test_one_contact_after_the_other(tmp_path: Path, hand: str) -> None:
    another = "Keep this window open to add another"
    with simulator(contacts=10, hidden_rows=False) as server:
        async with open_program(tmp_path, server.url, 10) as running:
            person, form = running.person, FormPerson(running, hand)
            window = await form.new()
            await form.fill(
                {
                    "Name": "Ann Lee",
                    "Company": "Lee & Sons",
                    "Phone": ("United Kingdom", "020 7946 0958"),
                    "Labels": LABELS,
                    "Owner": "13800138002",
                    "Shared with people": ["13800138004"],
                }
            )
            await form.press(another)
            await form.save()
            await person.wait_to_see("Ann Lee was added")
            assert person.window is window
            assert person.sees("Country, labels and owner are kept for the next contact.")
            assert name_of(person.focused).startswith("Name, required")
            assert [form.reads_field(each) for each in ("Name", "Company", "Phone")] == ["", "", ""]
            assert chosen(form) == LABELS
            assert person.looks_for("Owner, required: Eva Lind"), person.reads()

            await form.fill({"Name": "Bo Lee", "Phone": ("", "020 7946 0959")})
            await form.press(another)
            await form.saved()
            made = {each["name"]: each for each in server.contacts()}
            for name in ("Ann Lee", "Bo Lee"):
                assert made[name]["label_ids"] == KEPT
                assert made[name]["follower_user_id"] == EMPLOYEE_IDS[2]
                assert made[name]["state_code"] == "44"
            assert not made["Bo Lee"].get("share_user_ids")
            assert not made["Bo Lee"].get("company_name")
            await running.shows(12)

        # the next day
        async with open_program(tmp_path, server.url, 12) as running:
            person, form = running.person, FormPerson(running, hand)
            await form.new()
            assert person.sees("Country, owner and labels are as for your last contact")
            assert chosen(form) == LABELS
            assert person.looks_for("Owner, required: Eva Lind"), person.reads()
            await person.wait_for(lambda: person.looks_for("Country of the number: United Kingdom"), "the country")
            await form.close()  # nothing was typed: nothing is asked
            assert person.looks_for("Unfinished") is None
