"""The real program as a process: it fills its window, is called to the front, and ends at once when told to."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from addressbook import __version__
from tests.helpers.process import LONGEST, PROGRAM, ROOT, ProgramProcess
from tests.helpers.program import AT_ONCE
from tests.helpers.wait import until_blocking


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PROGRAM, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False
    )


def test_the_version_is_told_without_a_window() -> None:
    done = run("--version")
    assert (done.returncode, __version__ in done.stdout) == (0, True)


def test_a_picture_of_the_filled_sample_book(tmp_path: Path) -> None:
    picture = tmp_path / "book.png"
    done = run("--demo", "--profile-dir", str(tmp_path / "data"), "--screenshot", str(picture))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(picture)
    assert picture.stat().st_size > 20_000
    assert list((tmp_path / "data" / "temporary").rglob("*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("kind", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_at_once_while_the_sample_book_loads(kind: signal.Signals, tmp_path: Path) -> None:
    program = ProgramProcess("--demo", "--profile-dir", str(tmp_path))
    program.wait_for("extcontact/list")
    program.process.send_signal(kind)
    assert program.ended(AT_ONCE) == 0
    assert list((tmp_path / "temporary").rglob("*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_second_start_calls_the_first_to_the_front_and_goes(tmp_path: Path) -> None:
    first = ProgramProcess("--profile-dir", str(tmp_path))
    first.wait_for("addressbook.app: start")
    until_blocking(lambda: (tmp_path / "lock").exists(), "the lock")
    until_blocking(
        lambda: run("--profile-dir", str(tmp_path)).returncode == 0, "a second start that was heard", LONGEST
    )
    assert first.process.poll() is None
    first.process.send_signal(signal.SIGTERM)
    assert first.ended(AT_ONCE) == 0
    third = ProgramProcess("--profile-dir", str(tmp_path))
    third.wait_for("addressbook.app: start")
    third.process.send_signal(signal.SIGTERM)
    third.ended(AT_ONCE)


def test_settings_that_are_broken_do_not_keep_the_program_from_starting(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(json.dumps(["not", "settings"]), encoding="utf-8")
    picture = tmp_path / "book.png"
    done = run("--demo", "--language", "zh_CN", "--theme", "dark", "--profile-dir", str(tmp_path),
               "--screenshot", str(picture))  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert picture.exists()


def test_what_is_slow_to_import_is_not_imported_before_the_first_window() -> None:
    code = (
        "import sys, addressbook.app; "
        "slow = {'requests', 'keyring', 'phonenumbers', 'pypinyin', 'addressbook.simulator'} & set(sys.modules); "
        "sys.exit(f'imported before the first window: {slow}' if slow else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
