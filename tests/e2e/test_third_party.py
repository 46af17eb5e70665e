"""An organisation whose app comes from another company: a pasted token, for this run only, and no phone numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from addressbook.errors import TokenRejected
from addressbook.ui.texts import explain
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.program import program
from tests.helpers.simulator import SimulatorProcess

CONTACTS = 150
TOKEN = "sample-third-party-token"


def holding(root: Path, text: str) -> list[str]:
    """The files that have `text` in them."""
    return [path.name for path in root.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


async def test_a_pasted_token_reads_and_keeps_nothing(tmp_path: Path, memory_keyring: MemoryKeyring) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS), "--third-party") as server:
        async with program(tmp_path) as running:
            person = running.person
            await person.wait_for(lambda: person.looks_for("Server region: Other address"), "the welcome page")
            await person.click("Server region: Other address")
            await person.click("Address")
            await person.type(server.url)
            assert person.looks_for("Access token") is None
            await person.click("Advanced")
            await person.click("Access token")
            await person.type(TOKEN)
            await person.click("Connect and load contacts")
            await running.whole(CONTACTS)
            assert person.sees("Read-only: opened with the token of another provider's app, for this time only")
            table = running.table
            phones = {table.model().index(line, 2).data() for line in range(CONTACTS)}
            assert phones == {"Not shared by DingTalk"}
            await person.click_line(table, person.lines(table)[3][0], double=True)
            await person.wait_for(lambda: "Not shared by DingTalk" in person.reads(), "the details")
            assert person.looks_for("Copy the phone number") is None
            await person.press("Ctrl+Q")
            await running.ended()
    assert memory_keyring.entries == {}
    assert holding(tmp_path, TOKEN) == []
    assert not list((tmp_path / "temporary").rglob("*"))
    assert not list((tmp_path / "profiles").rglob("*.db"))


async def test_a_token_that_is_refused_is_told(tmp_path: Path, expected_log: Callable[..., None]) -> None:
    expected_log("the book cannot be read from DingTalk", optional=True)
    with SimulatorProcess("--contacts", str(CONTACTS), "--third-party") as server:
        async with program(tmp_path) as running:
            person = running.person
            await person.wait_for(lambda: person.looks_for("Server region: Other address"), "the welcome page")
            await person.click("Server region: Other address")
            await person.click("Address")
            await person.type(server.url)
            await person.click("Advanced")
            await person.click("Access token")
            await person.type("a-token-that-nobody-gave")
            await person.click("Connect and load contacts")
            refused = explain(TokenRejected("40014"))
            await person.wait_to_see(refused.title)
            await person.wait_for(lambda: running.rows == 0, "no rows")
