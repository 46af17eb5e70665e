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
import time
from pathlib import Path

from addressbook.errors import StoreBusy, StoreError
from addressbook.paths import disk_error, private_folder

log = logging.getLogger(__name__)

LOCK = "in-use"
IN_USE = "run-"
MAKING = "making-"
MAKING_SECONDS = 60.0


class TemporaryFolder:
    """A private folder below `root`, removed by `remove`. Raises StoreError when it cannot be made.

    It gets the name that the sweep looks for only once it is locked: a folder of that name without a lock is free.
    """

    def __init__(self, root: Path) -> None:
        name = secrets.token_hex(8)
        making = private_folder(root / f"{MAKING}{name}")
        try:
            self._lock = os.open(making / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
            if not _try_lock(self._lock):
                os.close(self._lock)
                shutil.rmtree(making, ignore_errors=True)
                raise StoreBusy(file=LOCK)
            self.path = _renamed(making, root / f"{IN_USE}{name}", self._lock)
        except OSError as error:
            raise disk_error(error, LOCK) from None

    def remove(self) -> None:
        """Remove the folder and all that is in it; a file that is still held open is left to the next start."""
        with contextlib.suppress(OSError):
            os.close(self._lock)
        shutil.rmtree(self.path, ignore_errors=True)


def _renamed(making: Path, path: Path, lock: int) -> Path:
    """Windows renames no folder in which a file is open; there the folder keeps its name, which no sweep takes while
    the lock is held or the folder is young."""
    if sys.platform == "win32":
        return making
    try:
        making.rename(path)
    except OSError:
        os.close(lock)
        shutil.rmtree(making, ignore_errors=True)
        raise
    return path


def remove_left_overs(root: Path) -> int:
    """Remove the folders below `root` that no running program holds; how many there were."""
    removed = 0
    for folder in (*root.glob(f"{IN_USE}*"), *filter(_is_old, root.glob(f"{MAKING}*"))):
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


def _is_old(folder: Path) -> bool:
    """Whether nobody can be half-way between making the folder and locking it."""
    try:
        return time.time() - folder.stat().st_mtime > MAKING_SECONDS
    except OSError:
        return False


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
