"""The files of a profile's folder, and what is done when the copy is damaged."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from addressbook.paths import disk_error

BOOK_FILE = "book.db"
WORK_FILE = "work.db"

_KEPT_ASIDE = 2
_ASIDE = re.compile(re.escape(BOOK_FILE) + r"\.aside-(\d+)")
_COMPANIONS = ("", "-wal", "-shm")


def has_copy(folder: Path) -> bool:
    """Whether a copy was begun."""
    return (folder / BOOK_FILE).exists()


def has_log(folder: Path) -> bool:
    """Whether changes lie beside the copy that were not folded into it, after a program that was killed."""
    try:
        return (folder / f"{BOOK_FILE}-wal").stat().st_size > 0
    except OSError:
        return False


def set_aside(folder: Path) -> Path | None:
    """Rename a damaged copy, still encrypted, so that a new one can be made; returns its new path.

    The last two are kept, for whoever wants to find out what happened. No connection may be open. work.db is
    never touched. Raises StoreError when the folder cannot be changed.
    """
    if not (folder / BOOK_FILE).exists():
        return None
    numbers = sorted(int(found[1]) for path in folder.iterdir() if (found := _ASIDE.fullmatch(path.name)))
    target = folder / f"{BOOK_FILE}.aside-{numbers[-1] + 1 if numbers else 1}"
    try:
        _rename_all(folder / BOOK_FILE, target)
        for number in numbers[: max(0, len(numbers) + 1 - _KEPT_ASIDE)]:
            for companion in _COMPANIONS:
                (folder / f"{BOOK_FILE}.aside-{number}{companion}").unlink(missing_ok=True)
    except OSError as error:
        raise disk_error(error, BOOK_FILE) from None
    return target


def _rename_all(path: Path, target: Path) -> None:
    """All files or none: without its log a copy is older than it was, and beside a new file the log would be damage.

    The file itself comes first, because it is the one that another program is likely to hold.
    """
    renamed: list[str] = []
    try:
        for companion in _COMPANIONS:
            with suppress(FileNotFoundError):
                Path(f"{path}{companion}").rename(f"{target}{companion}")
                renamed.append(companion)
    except OSError:
        for companion in reversed(renamed):
            with suppress(OSError):
                Path(f"{target}{companion}").rename(f"{path}{companion}")
        raise
