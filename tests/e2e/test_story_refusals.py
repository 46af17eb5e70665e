"""Each error code of the documents of create and update, met by somebody in a form: said where it belongs, nothing of
what was typed is lost, and the next try succeeds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from addressbook.dingtalk.refusals import refusal
from addressbook.ui.texts import explain
from tests.helpers.form_person import HANDS, FormPerson, open_program
from tests.helpers.person import name_of
from tests.helpers.simulator import Control, simulator

# The codes of each document, and the field that each is about ("" for none)
CREATE = {
    33009: "",
    40036: "",
    60103: "Phone",
    60204: "Labels",
    60205: "",
    60112: "Name",
    22005: "Phone",
    -1: "",
    43007: "",
}
UPDATE = {
    33009: "",
    40036: "",
    60112: "Name",
    60204: "Labels",
    60103: "Phone",
    60200: "Phone",
    60203: "",
    -1: "",
    43007: "",
}
CHANGED = {"Name": "Ann Lee-Park", "Alias": "Annie", "Company": "Lee & Sons", "Job title": "CFO", "Address": "1 Bund"}


def every_other(codes: dict[int, str], hand: str) -> list[tuple[int, str]]:
    """The codes that this hand meets; the other hand meets those between."""
    return list(codes.items())[HANDS.index(hand) :: 2]


def typed(form: FormPerson) -> dict[str, str]:
    """All lines of text in the form."""
    lines = form.person.window.findChildren(QLineEdit)
    return {name_of(line): line.text() for line in lines if line.isVisible()}


async def refused(form: FormPerson, server: Control, path: str, code: int, field: str) -> None:
    """Save, and be refused with this code."""
    person, window, before = form.person, form.person.window, typed(form)
    words = explain(refusal(f"/topapi/{path}", str(code)))
    fault = server.fault("error", path, code=code)
    await form.save()
    try:
        await person.wait_to_see(words.title)
    except AssertionError as unsaid:
        raise AssertionError(f"code {code}: {unsaid}") from None
    server.clear(fault)
    assert person.window is window, code
    assert typed(form) == before, code
    # beside its field as well as on top, and that is where the keyboard is
    places = [label for label in window.findChildren(QLabel) if label.isVisible() and words.title in label.text()]
    assert len(places) == (2 if field else 1), code
    if field == "Labels":
        assert name_of(person.focused) == "Type: Customer", code
    elif field:
        assert name_of(person.focused).startswith(field), code


@pytest.mark.parametrize("hand", HANDS)
async def test_every_code_of_create(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=10, hidden_rows=False) as server:
        async with open_program(tmp_path, server.url, 10) as running:
            form = FormPerson(running, hand)
            await form.new()
            await form.fill(
                {**CHANGED, "Phone": ("", "13912345678"), "Labels": ["Type: Customer"], "Owner": "13800138002"}
            )
            for code, field in every_other(CREATE, hand):
                await refused(form, server, "extcontact/create", code, field)
            assert len(server.contacts()) == 10
            await form.saved()
            (made,) = [each for each in server.contacts() if each["name"] == "Ann Lee-Park"]
            assert (made["mobile"], made["title"], made["address"]) == ("13912345678", "CFO", "1 Bund")
            await running.shows(11)


@pytest.mark.parametrize("hand", HANDS)
async def test_every_code_of_update(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=10, hidden_rows=False) as server:
        (userid,) = server.edit("add", fields={"name": "Ann Lee", "label_ids": [1561077310]})
        async with open_program(tmp_path, server.url, 11) as running:
            form = FormPerson(running, hand)
            await form.edit("Ann Lee")
            await form.fill(CHANGED)
            for code, field in every_other(UPDATE, hand):
                await refused(form, server, "extcontact/update", code, field)
            assert [each["name"] for each in server.contacts() if each["userid"] == userid] == ["Ann Lee"]
            await form.saved()
            (kept,) = [each for each in server.contacts() if each["userid"] == userid]
            assert (kept["name"], kept["remark"], kept["title"]) == ("Ann Lee-Park", "Annie", "CFO")


@pytest.mark.parametrize(("code", "hand"), [(60121, "mouse"), (40003, "keyboard")])
async def test_a_contact_that_the_server_no_longer_knows_can_be_added_again(
    tmp_path: Path, code: int, hand: str
) -> None:
    """The two codes of update that mean that there is no such contact."""
    with simulator(contacts=10, hidden_rows=False) as server:
        (userid,) = server.edit(
            "add", fields={"name": "Ann Lee", "state_code": "86", "mobile": "13912345678", "label_ids": [1561077310]}
        )
        async with open_program(tmp_path, server.url, 11) as running:
            form = FormPerson(running, hand)
            await form.edit("Ann Lee")
            await form.fill({"Job title": "CFO"})
            # the contact goes between being read and being written
            faults = [
                server.fault("edit", "extcontact/update", op="remove", userid=userid, times=1),
                server.fault("error", "extcontact/update", code=code),
            ]
            await form.save()
            await running.person.wait_to_see("Ann Lee was deleted while you were editing")
            for fault in faults:
                server.clear(fault)
            assert form.reads_field("Job title") == "CFO"
            assert form.reads_field("Phone") == "139 1234 5678"
            await form.saved()
            (made,) = [each for each in server.contacts() if each["name"] == "Ann Lee"]
            assert (made["title"], made["mobile"]) == ("CFO", "13912345678")
            assert made["userid"] != userid
