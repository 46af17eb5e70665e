"""Folders that live for one run, and what is left of those whose program was killed.

A running program holds a lock on a file in its folder, so that a second program does not take it for a left-over.
"""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import shutil
import sys
from pathlib import Path

from addressbook.errors import StoreError
from addressbook.paths import disk_error, private_folder

log = logging.getLogger(__name__)

LOCK = "in-use"


class TemporaryFolder:
    """A private folder below `root`, removed by `remove`. Raises StoreError when it cannot be made."""

    def __init__(self, root: Path) -> None:
        self.path = private_folder(root / f"run-{secrets.token_hex(8)}")
        try:
            self._lock = os.open(self.path / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise disk_error(error, LOCK) from None
        _try_lock(self._lock)

    def remove(self) -> None:
        """Remove the folder and all that is in it; a file that is still held open is left to the next start."""
        with contextlib.suppress(OSError):
            os.close(self._lock)
        shutil.rmtree(self.path, ignore_errors=True)


def remove_left_overs(root: Path) -> int:
    """Remove the folders below `root` that no running program holds; how many there were."""
    removed = 0
    for folder in root.glob("run-*"):
        try:
            handle = os.open(folder / LOCK, os.O_RDWR)
        except FileNotFoundError:
            handle = None
        except OSError as error:
            log.info("a left-over folder cannot be looked at: %s", StoreError(reason=type(error).__name__))
            continue
        free = handle is None or _try_lock(handle)
        if handle is not None:
            os.close(handle)
        if free:
            shutil.rmtree(folder, ignore_errors=True)
            removed += 1
    return removed


def _try_lock(handle: int) -> bool:
    """Lock an open file until it is closed; False when another process has it locked."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
