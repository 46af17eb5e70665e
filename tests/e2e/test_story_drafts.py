"""What was typed is there again: after closing, quitting, without a connection, and when the sign-in has ended."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.helpers.form_person import HANDS, KEYBOARD, FormPerson, open_program
from tests.helpers.program import program
from tests.helpers.simulator import Control, simulator

TYPED = {"Name": "Ann Lee", "Company": "Lee & Sons", "Address": "1 Bund"}
REST = {"Phone": ("", "13912345678"), "Labels": ["Type: Customer"]}


def has_typed(form: FormPerson) -> bool:
    """Whether the form holds what was typed."""
    return all(form.reads_field(field) == text for field, text in TYPED.items())


async def completed(form: FormPerson, server: Control) -> None:
    """Fill in the rest, save, and nothing is unfinished any more."""
    await form.fill(REST)
    await form.saved()
    (made,) = [each for each in server.contacts() if each["name"] == "Ann Lee"]
    assert (made["company_name"], made["address"]) == ("Lee & Sons", "1 Bund")
    await form.person.wait_for(lambda: form.person.looks_for("Unfinished") is None, "nothing unfinished")


@pytest.mark.parametrize("hand", HANDS)
async def test_closed_and_kept_and_then_quit_with_forms_open(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=10, hidden_rows=False) as server:
        (userid,) = server.edit("add", fields={"name": "Bo Lee", "label_ids": [1561077310], "title": "CFO"})
        async with open_program(tmp_path, server.url, 11) as running:
            person, form = running.person, FormPerson(running, hand)
            await form.new()
            await form.fill(TYPED)
            await form.close("Keep as draft")
            await form.unfinished()
            assert person.sees("New contact: Ann Lee")
            assert person.sees("Not saved yet. What you typed is kept.")
            await form.press("Continue: New contact: Ann Lee")
            await person.wait_for(lambda: person.window.windowTitle() == "New contact", "the form")
            assert has_typed(form)

            # a second form, and away
            await person.turn_to(running.window)
            await form.edit("Bo Lee")
            await form.fill({"Job title": "CEO"})
            await person.turn_to(running.window)
            if form.mouse:
                running.window.close()  # the cross of the window
            else:
                await person.press("Ctrl+Q")
            await person.wait_to_see("Save the changes to Bo Lee?")
            await form.press("Keep as draft")
            await running.ended()

        async with open_program(tmp_path, server.url, 11) as running:
            person, form = running.person, FormPerson(running, hand)
            await form.go_on("Changes of Bo Lee", "Edit Bo Lee")
            assert form.reads_field("Job title") == "CEO"
            await form.saved()
            assert [each["title"] for each in server.contacts() if each["userid"] == userid] == ["CEO"]
            await form.go_on("New contact: Ann Lee", "New contact")
            assert has_typed(form)
            await completed(form, server)


@pytest.mark.parametrize("hand", KEYBOARD)
async def test_without_a_connection(tmp_path: Path, hand: str) -> None:
    kept = {"db": tmp_path / "server.db", "contacts": 10, "hidden_rows": False}
    with ExitStack() as away:
        url = away.enter_context(simulator(**kept)).url
        async with open_program(tmp_path / "program", url, 10) as running:
            person, form = running.person, FormPerson(running, hand)
            await form.new()
            away.close()
            await form.fill({**TYPED, **REST})
            await form.save()
            await person.wait_to_see("DingTalk cannot be reached")
            assert has_typed(form)
            await form.close("Keep as draft")
        async with program(tmp_path / "program") as running:  # still without a connection
            person, form = running.person, FormPerson(running, hand)
            await running.shows(10)
            await form.go_on("New contact: Ann Lee", "New contact")
            assert has_typed(form)
            await person.wait_to_see("Offline: save when DingTalk answers again.")
            with simulator(**kept, port=urlsplit(url).port) as server:
                await person.wait_for(lambda: not person.sees("Offline: save"), "the connection")
                await form.saved()
                assert len([each for each in server.contacts() if each["name"] == "Ann Lee"]) == 1
                await person.wait_for(lambda: person.looks_for("Unfinished") is None, "nothing unfinished")


@pytest.mark.parametrize("hand", KEYBOARD)
async def test_the_sign_in_ends_while_somebody_types(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=10, hidden_rows=False) as server:
        async with open_program(tmp_path, server.url, 10) as running:
            person, form = running.person, FormPerson(running, hand)
            await form.new()
            await form.fill({**TYPED, **REST})
            faults = [server.fault("error", path, code=40089) for path in ("gettoken", "accessToken")]
            server.expire_token()
            await form.save()
            await person.wait_to_see("DingTalk does not know this App key and App secret")
            assert has_typed(form)
            await form.close("Keep as draft")
            for fault in faults:
                server.clear(fault)
            await form.go_on("New contact: Ann Lee", "New contact")
            assert has_typed(form)
            await form.saved()
            assert len([each for each in server.contacts() if each["name"] == "Ann Lee"]) == 1
