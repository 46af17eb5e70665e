"""The program is quit while DingTalk has not answered yet: it ends in time, and what became of it is found out next."""

from __future__ import annotations

from pathlib import Path

import pytest

from addressbook.services import session
from addressbook.ui.forms import form_desk
from tests.helpers.program import AT_ONCE
from tests.helpers.simulator import SimulatorProcess
from tests.helpers.wait import until
from tests.helpers.writer import (
    CONTACTS,
    CREATE,
    DELETE,
    KEYBOARD,
    NEW_NAME,
    OLD,
    UPDATE,
    Writer,
    add_old,
    having,
    writing,
)

NAME = str(OLD["name"])


async def quit_while_held(writer: Writer, path: str, *, answered: bool) -> None:
    """Quit while a call is under way, which is executed at once, or after the program has ended."""
    server = writer.server
    await until(lambda: any(fault["met"] for fault in server.state()["faults"]), "the call to be under way")
    await writer.quit()
    if answered:
        server.clear()
    await until(writer.running.task.done, "the end of the program", AT_ONCE)
    server.clear()
    server.wait_for_calls(path)  # the thread that had waited for the answer ends with it, and holds up nothing
    await writer.running.ended()


@pytest.mark.parametrize(
    ("hand", "answered"),
    [("mouse", False), ("keyboard", False), ("keyboard", True)],
    ids=["too late, by mouse", "too late, by keyboard", "in time"],
)
async def test_a_new_contact(tmp_path: Path, hand: str, answered: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if answered:  # however long a busy computer takes
        monkeypatch.setattr(session, "WRITES_SECONDS", AT_ONCE)
        monkeypatch.setattr(form_desk, "ANSWER_SECONDS", AT_ONCE)
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_new()
            await writer.fill_new(form)
            server.fault("hold", CREATE)
            await writer.save(form)
            await writer.running.shows(CONTACTS + 1)
            await quit_while_held(writer, CREATE, answered=answered)
        async with writing(tmp_path, server, hand) as writer:
            await writer.running.shows(CONTACTS + 1)
            await writer.page.wait_for(lambda: not writer.page.looks_for("Unfinished"), "nothing to be unfinished")
            assert writer.shows(NEW_NAME)
            if not answered:  # what became of it is told as soon as that is known, and shown in the list before
                await writer.page.wait_to_see(f"{NEW_NAME} was added")
            assert writer.page.sees(f"{NEW_NAME} was added") is not answered
            assert len(having(server, name=NEW_NAME)) == 1


@KEYBOARD
async def test_a_change(tmp_path: Path, hand: str) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        userid = add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            form = await writer.start_edit(NAME)
            await writer.write(form, "Job title", "Buying lead")
            server.fault("hold", UPDATE)
            await writer.save(form)
            await writer.page.wait_for(lambda: writer.shows(NAME, "Buying lead"), "the change in the list")
            await quit_while_held(writer, UPDATE, answered=False)
        assert having(server, userid=userid)[0]["title"] == "Buying lead"
        async with writing(tmp_path, server, hand) as writer:
            await writer.page.wait_to_see(f"{NAME} was saved")
            await writer.page.wait_for(lambda: not writer.page.looks_for("Unfinished"), "nothing to be unfinished")
            assert writer.shows(NAME, "Buying lead")


@KEYBOARD
async def test_a_deletion(tmp_path: Path, hand: str) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        add_old(server)
        async with writing(tmp_path, server, hand) as writer:
            await writer.choose(NAME)
            server.fault("hold", DELETE)
            await writer.start_delete()
            await writer.do(writer.page, "Delete")
            await writer.running.shows(CONTACTS)
            await quit_while_held(writer, DELETE, answered=False)
        async with writing(tmp_path, server, hand) as writer:
            await writer.page.wait_to_see(f"{NAME} was deleted")
            await writer.running.shows(CONTACTS)
            assert not writer.page.looks_for("Unfinished")
