"""The self-test of the built program: all of it passes here, and whatever is broken is named and ends it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addressbook import selftest as module
from addressbook.domain import phone
from addressbook.errors import NoSecretStore, StoreDamaged
from addressbook.selftest import Failed, SelfTest
from addressbook.simulator.server import SimulatorServer
from addressbook.store.work import WorkStore
from tests.helpers.memory_keyring import MemoryKeyring

STEPS = (
    "resources",
    "language data",
    "keyring back end",
    "encrypted copy",
    "simulator",
    "sign in, load a page",
    "window",
)


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o022)
    os.umask(before)
    yield
    os.umask(before)


def without_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second program takes seconds to start; one test does it."""
    monkeypatch.setattr(SelfTest, "_window", lambda self: "left out")


@pytest.mark.usefixtures("umask")
def test_every_step_passes_and_has_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], memory_keyring: MemoryKeyring, private_home: Path
) -> None:
    report = tmp_path / "report.txt"
    assert module.run(report) == 0
    printed = capsys.readouterr().out
    assert report.read_text("utf-8") == printed
    lines = printed.splitlines()
    assert [line.partition(":")[0] for line in lines] == [*(f"ok      {step}" for step in STEPS), "self-test passed"]
    assert memory_keyring.entries == {}, "entries of the password store are removed again"
    assert not any(path.is_file() for path in private_home.rglob("*")), "nothing of the person's own is written"


def refuse(error: Exception) -> Callable[..., object]:
    def fail(*args: object, **more: object) -> object:
        raise error

    return fail


def break_resources(monkeypatch: pytest.MonkeyPatch, keyring: MemoryKeyring) -> None:
    monkeypatch.setattr(module, "RESOURCES", (*module.RESOURCES, "i18n/addressbook_xx.qm"))


def break_language(monkeypatch: pytest.MonkeyPatch, keyring: MemoryKeyring) -> None:
    monkeypatch.setattr(phone, "display", lambda code, number: number)


def break_keyring(monkeypatch: pytest.MonkeyPatch, keyring: MemoryKeyring) -> None:
    keyring.refuse_with = NoSecretStore()


def break_copy(monkeypatch: pytest.MonkeyPatch, keyring: MemoryKeyring) -> None:
    monkeypatch.setattr(WorkStore, "open", refuse(StoreDamaged(file="work.db")))


def break_simulator(monkeypatch: pytest.MonkeyPatch, keyring: MemoryKeyring) -> None:
    monkeypatch.setattr(SimulatorServer, "start", refuse(OSError("no port")))


def break_sign_in(monkeypatch: pytest.MonkeyPatch, keyring: MemoryKeyring) -> None:
    start = SimulatorServer.start

    def another_secret(self: SimulatorServer) -> str:
        url = start(self)
        self.faults.add("error", code=40096, endpoints=["gettoken", "accessToken"])
        return url

    monkeypatch.setattr(SimulatorServer, "start", another_secret)


def break_window(monkeypatch: pytest.MonkeyPatch, keyring: MemoryKeyring) -> None:
    def ends_badly(*args: object, **more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess([], 3, "", "could not load the platform plugin\n")

    monkeypatch.setattr(module.subprocess, "run", ends_badly)


@pytest.mark.parametrize(
    ("step", "damage", "said"),
    [
        ("resources", break_resources, "addressbook_xx.qm"),
        ("language data", break_language, "7911123456"),
        ("keyring back end", break_keyring, ""),
        ("encrypted copy", break_copy, "StoreDamaged"),
        ("simulator", break_simulator, "no port"),
        ("sign in, load a page", break_sign_in, "40096"),
        ("window", break_window, "ended with 3: could not load the platform plugin"),
    ],
)
def test_a_broken_step_is_the_failing_line_and_the_last(
    step: str,
    damage: Callable[[pytest.MonkeyPatch, MemoryKeyring], None],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    memory_keyring: MemoryKeyring,
) -> None:
    if step != "window":
        without_window(monkeypatch)
    damage(monkeypatch, memory_keyring)
    assert SelfTest(tmp_path, None).run() == 1
    lines = capsys.readouterr().out.splitlines()
    before = STEPS[: STEPS.index(step)]
    assert [line.partition(":")[0] for line in lines[:-1]] == [f"ok      {name}" for name in before]
    assert lines[-1].startswith(f"FAILED  {step}: ")
    assert said in lines[-1]


def test_an_empty_picture_is_no_window(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def paints_nothing(command: list[str], **more: object) -> subprocess.CompletedProcess[str]:
        Path(command[command.index("--screenshot") + 1]).write_bytes(b"\x89PNG" + b"\0" * 5_000)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(module.subprocess, "run", paints_nothing)
    with pytest.raises(Failed, match="nothing is on it"):
        SelfTest(tmp_path, None)._window()


def test_the_command_ends_with_the_failing_line(tmp_path: Path) -> None:
    """As a person or a build meets it: without any password store."""
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    command = [sys.executable, "-m", "addressbook", "--self-test", "--self-test-report", str(tmp_path / "report.txt")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode not in (0, None)
    assert done.stdout.splitlines()[-1].startswith("FAILED  keyring back end: ")
    assert (tmp_path / "report.txt").read_text("utf-8") == done.stdout
