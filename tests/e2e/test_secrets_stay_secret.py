"""What is secret, and who the contacts are, is found in no file and on no console, whatever goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.in_clear import found_in_clear, telling
from tests.helpers.simulator import Caller, SimulatorProcess
from tests.helpers.troubled_session import PASTED_TOKEN, WRONG_SECRET

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def aftermath(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, set[str], set[str], str]:
    """The folder that a troubled session left, all secrets, all names, and what it wrote to its console."""
    folder = tmp_path_factory.mktemp("trouble")
    with SimulatorProcess("--contacts", "250") as server:
        tokens = {Caller(server.url).token}
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-m", "tests.helpers.troubled_session", str(folder), server.url],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=240,
            check=False,
        )
        tokens.add(Caller(server.url).token)
        assert "reached the end" in done.stdout, done.stderr[-6000:]
        told = ("name", "mobile", "company_name", "email", "address")
        people = {str(contact[key]) for contact in server.contacts() for key in told if contact.get(key)}
    secrets = {"sample-secret", WRONG_SECRET, PASTED_TOKEN, *tokens}
    return folder, secrets, telling(people), done.stdout + done.stderr


def test_something_was_there_to_be_found(aftermath: tuple[Path, set[str], set[str], str]) -> None:
    folder, secrets, people, console = aftermath
    assert len(secrets) >= 4
    assert len(people) > 250
    assert "Traceback" in console
    assert "refused: ConnectForm" in (folder / "report.txt").read_text(encoding="utf-8")
    kinds = {path.suffix for path in folder.rglob("*") if path.is_file()}
    assert {".db", ".json", ".log", ".txt"} <= kinds


def test_files_hold_neither_secrets_nor_people(aftermath: tuple[Path, set[str], set[str], str]) -> None:
    folder, secrets, people, _ = aftermath
    told = {
        path.relative_to(folder).as_posix(): words
        for path in folder.rglob("*")
        if path.is_file() and (words := found_in_clear(secrets | people, path.read_bytes()))
    }
    assert told == {}


def test_the_console_tells_neither_secrets_nor_people(aftermath: tuple[Path, set[str], set[str], str]) -> None:
    _, secrets, people, console = aftermath
    assert found_in_clear(secrets | people, console.encode()) == []


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_files_are_the_persons_own(aftermath: tuple[Path, set[str], set[str], str]) -> None:
    folder, *_ = aftermath
    open_to_others = {
        path.relative_to(folder).as_posix(): oct(path.stat().st_mode & 0o777)
        for path in (folder, *folder.rglob("*"))
        if path.stat().st_mode & 0o077
    }
    assert open_to_others == {}
