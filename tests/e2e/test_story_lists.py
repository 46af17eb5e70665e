"""A contact that already has 21 labels, departments and people can be mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from addressbook.simulator.sample.labels import label_groups
from addressbook.simulator.sample.staff import DEPARTMENT_IDS, EMPLOYEE_IDS
from tests.helpers.form_person import HANDS, FormPerson, open_program
from tests.helpers.person import name_of
from tests.helpers.simulator import simulator


@pytest.mark.parametrize("hand", HANDS)
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
