"""What is kept of key, secret and contacts: gone after signing out, and never kept where no password store is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from keyring.errors import NoKeyringError

from addressbook.errors import NoSecretStore
from addressbook.ui.texts import explain
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.program import connect, program
from tests.helpers.simulator import SimulatorProcess
from tests.helpers.wait import until

CONTACTS = 150


def kept(root: Path) -> list[str]:
    """Files and folders of profiles and of books that are open for one time."""
    # Not Path.rglob, which raises when a folder goes while it is being read
    found = (names for folder in ("profiles", "temporary") for _, *names in os.walk(root / folder))
    return sorted(name for folders, files in found for name in (*folders, *files))


async def test_signing_out_removes_copy_and_secret(tmp_path: Path, memory_keyring: MemoryKeyring) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with program(tmp_path) as running:
            person = running.person
            await connect(running, server.url)
            await running.whole(CONTACTS)
            assert "book.db" in kept(tmp_path)
            assert len(memory_keyring.entries) == 1

            # from the menu; the first answer stays signed in
            await person.press("Alt+F")
            await person.press("O")
            await person.wait_to_see("Sign out of “Harbour”")
            await person.press("Esc")
            await person.wait_for(lambda: not person.sees("Sign out of"), "the question to go")
            assert running.rows == CONTACTS
            await person.press("Alt+F", "O")
            await person.wait_to_see("To come back, you need the App key and the App secret again.")
            await person.click("Sign out and remove")
            await person.wait_to_see("Welcome to your address book")
            await until(lambda: not memory_keyring.entries, "the entry of the password store to go")
            await until(lambda: not kept(tmp_path), f"the files to go: {kept(tmp_path)}")
            await person.press("Ctrl+Q")
            await running.ended()
        async with program(tmp_path) as running:
            await running.person.wait_to_see("Welcome to your address book")


async def test_without_a_password_store_for_this_time_only(tmp_path: Path, memory_keyring: MemoryKeyring) -> None:
    memory_keyring.refuse_with = NoKeyringError()
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with program(tmp_path) as running:
            person = running.person
            await connect(running, server.url)
            await person.wait_to_see(explain(NoSecretStore()).title)
            await person.click("Go on for this time only")
            await running.whole(CONTACTS)
            assert person.sees("For this time only: nothing is kept on this computer")
            await person.press("Ctrl+Q")
            await running.ended()
        assert kept(tmp_path) == []
        async with program(tmp_path) as running:
            await running.person.wait_to_see("Welcome to your address book")
            assert running.rows == 0


@pytest.mark.parametrize("answer", ["Cancel", "Try again"])
async def test_other_answers_where_there_is_no_password_store(
    answer: str, tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    memory_keyring.refuse_with = NoKeyringError()
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with program(tmp_path) as running:
            person = running.person
            await connect(running, server.url)
            await person.wait_to_see(explain(NoSecretStore()).title)
            if answer == "Try again":
                memory_keyring.refuse_with = None
            await person.click(answer)
            if answer == "Cancel":
                await person.wait_for(lambda: not person.sees(explain(NoSecretStore()).title), "the form")
                assert person.sees("Connect your organisation")
            else:
                await running.whole(CONTACTS)
                assert len(memory_keyring.entries) == 1
    if answer == "Cancel":
        assert not any(name.endswith(".db") for name in kept(tmp_path))
