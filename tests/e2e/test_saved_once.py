"""However often a person presses Save, there is one contact."""

from __future__ import annotations

from pathlib import Path

from tests.helpers.simulator import simulator
from tests.helpers.writer import CONTACTS, CREATE, HANDS, NEW_NAME, having, writing


@HANDS
async def test_two_presses_make_one_contact(tmp_path: Path, hand: str) -> None:
    with simulator(contacts=CONTACTS) as server:
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_new()
            await writer.fill_new(form)
            server.fault("hold", CREATE)
            if hand == "mouse":
                button = form.find("Add contact")
                await form.click_on(button)
                await form.click_on(button, double=True)
            else:
                await form.press("Ctrl+S", "Ctrl+Return", "Ctrl+S")
            await writer.running.shows(CONTACTS + 1)
            server.clear()
            await writer.form_gone()
            await writer.page.wait_for(lambda: not writer.page.looks_for("Unfinished"), "nothing to be unfinished")
            await writer.running.shows(CONTACTS + 1)
            assert len(server.calls(CREATE)) == 1
            assert len(having(server, name=NEW_NAME)) == 1
