"""Somebody adds a contact: what is missing is named, and what was filled in is what everybody has in the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from addressbook.simulator.sample.staff import EMPLOYEE_IDS
from tests.helpers.form_person import HANDS, FormPerson, open_program
from tests.helpers.person import name_of
from tests.helpers.simulator import simulator

FILLED = {
    "Name": "Ann Lee",
    "Alias": "Annie",
    "Company": "Lee & Sons",
    "Job title": "财务总监",
    "Phone": ("United Kingdom", "020 7946 0958"),
    "Address": "1 Bund",
    "Labels": ("Type: Customer", "Level: Core"),
    "Shared with departments": ("Sales East", "Treasury"),
    "Shared with people": ("13800138004", "13800138007"),
}
TO_FIX = "1 thing to fix before this contact can be added"


@pytest.mark.parametrize("hand", HANDS)
async def test_adding_a_contact(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=30, hidden_rows=False) as server:
        async with open_program(tmp_path, server.url, 30, mobile="") as running:
            person, form = running.person, FormPerson(running, hand)
            customers = _count(running, "Type: Customer")
            window = await form.new()
            await form.save()
            assert person.sees("4 things to fix before this contact can be added")
            assert name_of(person.focused).startswith("Name, required")

            # each of them missing in turn, all else filled in
            await form.fill(FILLED)
            await form.save()
            assert person.sees(TO_FIX)
            assert person.sees("Choose the colleague who looks after this contact.")
            assert name_of(person.focused).startswith("Owner, required")
            await form.owner("13800138002")
            for field, empty, told, focus in (
                ("Name", "", "Enter a name.", "Name, required"),
                ("Phone", ("", ""), "Enter a phone number.", "Phone, required"),
                ("Labels", FILLED["Labels"], "Choose at least one label.", "Level: Core"),
            ):
                await form.fill({field: empty})
                await form.save()
                assert person.sees(TO_FIX)
                assert person.sees(told)
                assert name_of(person.focused).startswith(focus)
                await form.fill({field: FILLED[field] if field != "Phone" else ("", "020 7946 0958")})
                assert not person.sees(told)
            assert not server.calls("extcontact/create")
            assert person.window is window

            await form.saved()
            (made,) = [each for each in server.contacts() if each["name"] == "Ann Lee"]
            people = EMPLOYEE_IDS
            assert {**made, "userid": ""} == {
                "userid": "",
                "name": "Ann Lee",
                "remark": "Annie",
                "company_name": "Lee & Sons",
                "title": "财务总监",
                "state_code": "44",
                "mobile": "2079460958",
                "address": "1 Bund",
                "label_ids": [1561077310, 1561077319],
                "follower_user_id": people[2],
                "share_dept_ids": [42536, 42543],
                "share_user_ids": [people[4], people[7]],
            }
            assert len(server.calls("extcontact/create")) == 1

            # in the list, where it is chosen; in the counts; in the details
            await running.shows(31)
            line = person.lines(running.table)
            assert any(text.startswith("Ann Lee") for text, _ in line), line
            await person.wait_for(lambda: _count(running, "Type: Customer") == customers + 1, "the count of its label")
            for text in ("Ann Lee", "Annie", "Lee & Sons", "财务总监", "+44 20 7946 0958", "1 Bund", "Sales East"):
                await person.wait_to_see(text)


def _count(running, label: str) -> int:
    """How many contacts the sidebar tells of a label."""
    (text,) = [text for text, _ in running.person.lines(running.labels) if text.startswith(label)]
    return int("".join(letter for letter in text.rpartition(",")[2] if letter.isdigit()))
