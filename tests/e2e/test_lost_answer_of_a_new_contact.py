"""The answer to a new contact is lost: it is found out what became of it, and never are there two from one Save."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.person import Person
from tests.helpers.simulator import simulator
from tests.helpers.writer import CONTACTS, CREATE, KEYBOARD, NEW_NAME, PENDING, Writer, having, writing

LIST = "extcontact/list"
CHECKING = f"Checking whether {NEW_NAME} was added"
ABSENT = f"{NEW_NAME} was not saved, as far as can be seen"
# what is done afterwards differs by the fate only
FEWER = pytest.mark.parametrize(
    ("hand", "fate"),
    [
        ("mouse", "lost"),
        pytest.param("mouse", "lost_before", marks=pytest.mark.long),
        ("keyboard", "lost_before"),
    ],
)
FATES = pytest.mark.parametrize("fate", ["lost", "lost_before"])


async def lose(writer: Writer, fate: str) -> Person:
    """Save a new contact, whose answer does not come; until the faults are cleared nothing can be found out."""
    form = await writer.start_new()
    await writer.fill_new(form)
    writer.server.fault(fate, CREATE, times=1)
    writer.server.fault("lost_before", LIST)
    await writer.save(form)
    await form.wait_to_see(CHECKING)
    return form


@KEYBOARD
@FATES
async def test_the_form_waits_and_tells(tmp_path: Path, hand: str, fate: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        async with writing(tmp_path, server, hand) as writer:
            form = await lose(writer, fate)
            assert form.sees("Checking whether it was saved…")
            assert not form.find("Add contact").isEnabled()
            await writer.page.wait_for(lambda: writer.shows(NEW_NAME, PENDING), "the new contact, not confirmed")
            server.clear()
            if fate == "lost_before":
                await form.wait_to_see(ABSENT)
                assert having(server, name=NEW_NAME) == []
                await writer.do(form, "Save again")
            await writer.form_gone()
            assert len(having(server, name=NEW_NAME)) == 1
            assert len(server.calls(CREATE)) == (2 if fate == "lost_before" else 1)
            await writer.running.shows(CONTACTS + 1)
            await writer.page.wait_for(lambda: not writer.shows(PENDING), "nothing to be pending")


@FEWER
async def test_with_the_form_closed_meanwhile(tmp_path: Path, hand: str, fate: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        async with writing(tmp_path, server, hand) as writer:
            form = await lose(writer, fate)
            if hand == "mouse":
                await form.click("Close")
            else:
                await form.press("Escape")
            await writer.form_gone()
            await writer.front(writer.page)
            server.clear()
            if fate == "lost":
                await writer.page.wait_to_see(f"{NEW_NAME} was added")
            else:
                await writer.page.wait_to_see(ABSENT)
                await writer.running.shows(CONTACTS)
                await writer.show_unfinished()
                await writer.do(writer.page, f"Save again: New contact: {NEW_NAME}")
                await writer.page.wait_to_see("All is done")
                await writer.do(writer.page, "Close")
            await writer.running.shows(CONTACTS + 1)
            assert len(having(server, name=NEW_NAME)) == 1


@FEWER
async def test_with_the_program_started_anew_meanwhile(tmp_path: Path, hand: str, fate: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        async with writing(tmp_path, server, hand) as writer:
            await lose(writer, fate)
            await writer.quit()
            await writer.running.ended()
        server.clear()
        async with writing(tmp_path, server, hand) as writer:
            if fate == "lost":
                await writer.page.wait_to_see(f"{NEW_NAME} was added")
            else:
                await writer.page.wait_to_see(ABSENT)
                await writer.show_unfinished()
                await writer.do(writer.page, f"Continue: New contact: {NEW_NAME}")
                form = await writer.form()
                assert "139 1234 5678" in form.reads()
                await writer.save(form)
                await writer.form_gone()
            await writer.running.shows(CONTACTS + 1)
            assert len(having(server, name=NEW_NAME)) == 1
            await writer.page.wait_for(lambda: not writer.page.looks_for("Unfinished"), "nothing to be unfinished")
