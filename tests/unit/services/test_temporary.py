"""Folders for one run: a sweep takes what was left over, and never what is in use, however close they come."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from addressbook.errors import StoreBusy
from addressbook.services import temporary
from addressbook.services.temporary import LOCK, MAKING, TemporaryFolder, remove_left_overs


def test_a_left_over_is_removed_and_what_is_in_use_stays(tmp_path: Path) -> None:
    used = TemporaryFolder(tmp_path)
    left = tmp_path / "run-0123"
    left.mkdir()
    (left / LOCK).touch()
    bare = tmp_path / "run-4567"
    bare.mkdir()
    assert remove_left_overs(tmp_path) == 2
    assert list(tmp_path.iterdir()) == [used.path]
    used.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_being_made_is_left_alone_until_it_is_old(tmp_path: Path) -> None:
    making = tmp_path / f"{MAKING}0123"
    making.mkdir()
    assert remove_left_overs(tmp_path) == 0
    long_ago = time.time() - 3600
    os.utime(making, (long_ago, long_ago))
    assert remove_left_overs(tmp_path) == 1


def test_a_folder_that_cannot_be_locked_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporary, "_try_lock", lambda handle: False)
    with pytest.raises(StoreBusy):
        TemporaryFolder(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_no_sweep_takes_a_folder_in_use(tmp_path: Path) -> None:
    """A second program starts at the same moment as the first."""
    sweeping = threading.Event()

    def sweep() -> None:
        while not sweeping.is_set():
            remove_left_overs(tmp_path)

    sweeper = threading.Thread(target=sweep)
    sweeper.start()
    try:
        for _ in range(400):
            folder = TemporaryFolder(tmp_path)
            time.sleep(0.0005)  # lets the sweep look
            assert (folder.path / LOCK).exists()
            folder.remove()
    finally:
        sweeping.set()
        sweeper.join()
