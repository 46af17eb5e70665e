"""The answer to a change or to a deletion is lost: it is found out what became of it, and told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.simulator import simulator
from tests.helpers.writer import (
    CONTACTS,
    DELETE,
    OLD,
    PENDING,
    UPDATE,
    Writer,
    add_old,
    having,
    writing,
)

NAME = str(OLD["name"])
GET = "extcontact/get"
# What a hand does is the same for both fates
FATES = pytest.mark.parametrize(("hand", "fate"), [("mouse", "lost"), ("keyboard", "lost_before")])


@FATES
async def test_of_a_change(tmp_path: Path, hand: str, fate: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_edit(NAME)
            await writer.write(form, "Job title", "Buying lead")
            server.fault(fate, UPDATE, times=1)
            server.fault("lost_before", GET, after=1)  # the one before saving is answered
            await writer.save(form)
            await form.wait_to_see(f"Checking whether {NAME} was saved")
            await writer.page.wait_for(lambda: writer.shows(NAME, PENDING), "the change, not confirmed")
            server.clear()
            if fate == "lost_before":
                await form.wait_for(lambda: form.find("Save changes").isEnabled(), "the form to be open again")
                assert "Buying lead" in form.reads()
                assert having(server, userid=userid)[0]["title"] == OLD["title"]
                await writer.page.wait_for(lambda: writer.shows(NAME, str(OLD["title"])), "the old title in the list")
                await writer.save(form)
            await writer.form_gone()
            assert having(server, userid=userid)[0]["title"] == "Buying lead"
            await writer.page.wait_for(lambda: writer.shows(NAME, "Buying lead"), "the new title in the list")
            await writer.page.wait_for(lambda: not writer.shows(PENDING), "nothing to be pending")
            assert len(server.calls(UPDATE)) == (2 if fate == "lost_before" else 1)


async def delete(writer: Writer) -> None:
    await writer.choose(NAME)
    await writer.start_delete()
    await writer.do(writer.page, "Delete")


@FATES
async def test_of_a_deletion(tmp_path: Path, hand: str, fate: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            server.fault(fate, DELETE, times=1)
            server.fault("lost_before", GET)
            await delete(writer)
            await writer.page.wait_to_see("DingTalk's answer was lost for 1 contact: this is being checked.")
            await writer.page.wait_for(lambda: not writer.shows(NAME), "the contact to be hidden meanwhile")
            server.clear()
            if fate == "lost":
                await writer.page.wait_to_see(f"{NAME} was deleted")
                assert having(server, userid=userid) == []
                await writer.running.shows(CONTACTS)
                await writer.page.press("Ctrl+Z")
                await writer.page.wait_to_see(f"{NAME} is back, with a new id in DingTalk.")
                assert len(having(server, name=NAME)) == 1
            else:
                await writer.page.wait_to_see(f"{NAME} was not deleted")
                await writer.running.shows(CONTACTS + 1)
                assert writer.shows(NAME)
                assert len(server.calls(DELETE)) == 1  # it is not deleted another time by itself
            await writer.page.wait_for(lambda: not writer.page.looks_for("Unfinished"), "nothing to be unfinished")
