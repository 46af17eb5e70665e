"""Removing a profile's folder for good: what cannot be removed now is removed at the next start."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from addressbook.errors import StoreError
from addressbook.paths import disk_error

log = logging.getLogger(__name__)

MARK = ".removed"


def remove_folder(folder: Path) -> None:
    """Remove `folder` and all that is in it. Raises StoreError "store.left_over" when something stays.

    A mark is laid beside it first, for another program may hold a file (a scanner for viruses, on Windows).
    """
    mark = folder.with_name(folder.name + MARK)
    try:
        mark.touch()
    except OSError as error:
        log.info("a folder to be removed could not be marked: %s", disk_error(error, mark.name))
    shutil.rmtree(folder, ignore_errors=True)
    if folder.exists():
        raise StoreError("store.left_over")
    mark.unlink(missing_ok=True)


def remove_marked(parent: Path) -> int:
    """Remove the marked folders in `parent`; how many are gone now."""
    removed = 0
    for mark in parent.glob(f"*{MARK}"):
        try:
            remove_folder(mark.with_suffix(""))
            removed += 1
        except StoreError as error:
            log.info("a folder is still in use: %s", error)
    return removed
