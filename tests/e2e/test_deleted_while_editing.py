"""A colleague deletes the contact that is being edited: nothing that was typed is lost, and it can be added again."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.simulator import simulator
from tests.helpers.writer import CONTACTS, CREATE, HANDS, OLD, add_old, having, writing

NAME = str(OLD["name"])


@HANDS
async def test_it_is_offered_to_add_it_again(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_edit(NAME)
            server.edit("remove", userid=userid)
            await writer.write(form, "Job title", "Buying lead")
            await writer.save(form)
            await form.wait_to_see(f"{NAME} was deleted while you were editing")
            assert server.calls(CREATE) == []
            assert form.looks_for("Save changes") is None
            assert form.window.windowTitle() == "New contact"
            await writer.save(form)
            await writer.form_gone()
            (row,) = having(server, name=NAME)
            kept = {name: row[name] for name in ("title", "company_name", "mobile", "state_code", "address")}
            assert kept == {**{name: OLD[name] for name in kept}, "title": "Buying lead"}
            assert row["userid"] != userid
            await writer.page.wait_for(lambda: writer.shows(NAME, "Buying lead"), "the new contact in the list")
            await writer.running.shows(CONTACTS + 1)


@HANDS
async def test_it_may_be_left_as_it_is(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_edit(NAME)
            server.edit("remove", userid=userid)
            await writer.write(form, "Job title", "Buying lead")
            await writer.save(form)
            await form.wait_to_see(f"{NAME} was deleted while you were editing")
            if hand == "mouse":
                await form.click("Cancel")
            else:
                await form.press("Escape")
            await form.wait_to_see(f"Add {NAME} before closing?")
            await writer.do(form, "Discard")
            await writer.form_gone()
            await writer.running.shows(CONTACTS)
            assert having(server, name=NAME) == []
            assert server.calls(CREATE) == []
