"""Somebody empties every optional field: what an update clears depends on the server, and what stayed is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.form_person import KEYBOARD, FormPerson, open_program
from tests.helpers.simulator import simulator

FULL = {
    "label_ids": [1561077310],
    "remark": "Annie",
    "company_name": "Lee & Sons",
    "title": "CFO",
    "address": "1 Bund",
    "share_dept_ids": [42536],
    "share_user_ids": ["manager4220"],
}
OPTIONAL = tuple(FULL)[1:]
STAYED = "DingTalk did not clear everything that you emptied: it still has "


@pytest.mark.parametrize("hand", KEYBOARD)
async def test_emptying_fields(tmp_path: Path, hand: str) -> None:
    modes = {"replace": "Rae Quill", "merge": "Moe Quill", "keep_empty": "Kim Quill"}
    with simulator(contacts=10, hidden_rows=False) as server:
        ids = {mode: server.edit("add", fields={**FULL, "name": name})[0] for mode, name in modes.items()}
        async with open_program(tmp_path, server.url, 13) as running:
            person, form = running.person, FormPerson(running, hand)
            for mode, name in modes.items():
                server.options(update=mode)
                await form.edit(name)
                await form.fill(dict.fromkeys(("Alias", "Company", "Job title", "Address"), ""))
                await form.take_off("Shared with departments", "Sales East")
                await form.take_off("Shared with people", "You (Mia Chen)")
                await form.saved()
                (kept,) = [each for each in server.contacts() if each["userid"] == ids[mode]]
                if mode == "keep_empty":
                    await person.wait_to_see(STAYED)
                    for field in ("Alias", "Company", "Job title", "Address", "departments", "people"):
                        assert any(STAYED in text and field in text for text in person.reads()), field
                    assert {field: kept[field] for field in OPTIONAL} == {field: FULL[field] for field in OPTIONAL}
                    assert person.sees("1 Bund")  # and it is shown
                else:
                    assert not any(kept.get(field) for field in OPTIONAL), kept
                    await person.wait_for(lambda: not person.sees("1 Bund"), "the details to change")
                    assert not person.sees(STAYED)
