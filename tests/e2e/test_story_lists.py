"""Twenty labels, departments and people go, a 21st is refused in words; what already has 21 can be mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from addressbook.simulator.sample.labels import label_groups
from addressbook.simulator.sample.staff import DEPARTMENT_IDS, EMPLOYEE_IDS
from tests.helpers.form_person import HANDS, KEYBOARD, FormPerson, open_program
from tests.helpers.person import name_of
from tests.helpers.simulator import simulator

CONTACTS = 80
LABELS = {  # all that the sample has, but for the first
    "Type": ("Channel partner", "Supplier", "Partner", "Interviewee", "Other type"),
    "Level": ("General", "Important", "Core"),
    "Status": ("Potential", "Interested", "In negotiation", "Closed deal", "Lost"),
    "Recruitment status": ("To be invited", "To be interviewed", "First-round interview"),
    "Group 1": ("Project 1",),
    "Group 2": ("Project 2",),
    "Group 3": ("Project 3",),
}


@pytest.mark.parametrize("hand", HANDS)
async def test_the_21st_of_each_list_is_refused_and_20_are_saved(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS, hidden_rows=False, extra_label_groups=3) as server:
        async with open_program(tmp_path, server.url, CONTACTS) as running:
            person, form = running.person, FormPerson(running, hand)
            window = await form.new()
            await form.fill({"Name": "Ann Lee", "Phone": ("", "13912345678"), "Labels": ["Type: Customer"]})

            rest = [f"{group}: {label}" for group, labels in LABELS.items() for label in labels]
            first = ["Level: General", "Status: Potential", "Recruitment status: To be invited", *rest[-3:]]
            await form.labels(first)
            await form.labels([label for label in rest if label not in first], also=True)
            assert person.sees("20/20")
            await form.labels(["Recruitment status: Onboarded"], also=True)
            assert person.sees("A contact has at most 20 labels. Take one off to choose another.")
            assert not person.sees("21/20")

            await form.several("Shared with departments", [], done=False)
            await form.find_among_all_departments("e")
            await form.tick_others(20)
            assert person.sees("20 of at most 20 chosen")
            await form.tick_others(21)
            assert person.sees("At most 20 departments can be chosen. Take one off first.")
            await form.done(window)

            await form.several("Shared with people", [], done=False)
            await form.tick_others(20)
            assert person.sees("20 of at most 20 chosen")
            await form.tick_others(21)
            assert person.sees("At most 20 people can be chosen. Take somebody off first.")
            await form.done(window)

            await form.saved()
            (made,) = [each for each in server.contacts() if each["name"] == "Ann Lee"]
            for field in ("label_ids", "share_dept_ids", "share_user_ids"):
                assert len(set(made[field])) == 20, field
            assert set(made["share_dept_ids"]) <= set(DEPARTMENT_IDS)
            assert set(made["share_user_ids"]) <= set(EMPLOYEE_IDS)


@pytest.mark.parametrize("hand", KEYBOARD)
async def test_a_contact_with_21_of_each_says_what_to_take_off(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=5, hidden_rows=False, extra_label_groups=3) as server:
        ids = [label["id"] for group in label_groups("en", 3) for label in group["labels"]]
        (userid,) = server.edit(
            "add",
            fields={
                "name": "Ann Lee",
                "label_ids": ids[:21],
                "share_dept_ids": list(DEPARTMENT_IDS[1:22]),
                "share_user_ids": list(EMPLOYEE_IDS[1:22]),
            },
        )
        async with open_program(tmp_path, server.url, 6) as running:
            person, form = running.person, FormPerson(running, hand)
            await form.edit("Ann Lee")
            too_many = "21 {} are chosen; DingTalk takes 20 at most. {} 1."
            for told in (
                too_many.format("labels", "Take off"),
                too_many.format("departments", "Remove"),
                too_many.format("people", "Remove"),
            ):
                assert person.sees(told), told
            await form.save()
            assert person.sees("3 things to fix before the changes can be saved")
            assert ": " in name_of(person.focused)  # among the labels
            assert not server.calls("extcontact/update")

            await form.labels(["Type: Customer"])
            await form.take_off("Shared with departments", "Sales")
            await form.take_off("Shared with people", "Chen Jie")
            assert not person.sees("at most.")
            await form.saved()
            (kept,) = [each for each in server.contacts() if each["userid"] == userid]
            assert kept["label_ids"] == ids[1:21]
            assert kept["share_dept_ids"] == list(DEPARTMENT_IDS[2:22])
            assert kept["share_user_ids"] == list(EMPLOYEE_IDS[2:22])
