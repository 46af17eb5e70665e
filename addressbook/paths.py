"""Where things are: the person's own folders, and the read-only resources in all three forms of the program."""

from __future__ import annotations

import errno
import logging
import os
import re
import sys
from functools import cache
from pathlib import Path

from addressbook.errors import DiskFull, DiskReadOnly, StoreError

log = logging.getLogger(__name__)

APP_FOLDER = "addressbook-for-dingtalk"
_PRIVATE = 0o700
_PROFILE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")


def disk_error(error: OSError, file: str) -> StoreError:
    """Our error for what the file system said about `file` (a bare name)."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(file=file)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return DiskReadOnly(file=file)
    return StoreError(file=file, reason=errno.errorcode.get(error.errno or 0, type(error).__name__))


def set_private_umask() -> None:
    """New files are the person's own from their first moment; to be called before any is made."""
    os.umask(0o077)


def private_folder(path: Path) -> Path:
    """`path`, made if need be, with no access for others. Raises StoreError."""
    try:
        for parent in reversed((path, *path.parents)):
            if not parent.exists():
                parent.mkdir(mode=_PRIVATE, exist_ok=True)
    except OSError as error:
        raise disk_error(error, path.name) from None
    if os.name == "posix" and path.stat().st_mode & 0o077:
        try:
            path.chmod(_PRIVATE)
        except OSError:
            log.warning("the folder %s could not be made private", path.name)
    return path


def _no_links(path: Path) -> Path:
    return path.expanduser().absolute()


class Paths:
    """The folders of one installation. With `root` everything lies under it (tests, --profile-dir).

    Each property makes its folder, readable by the person alone, and raises StoreError when it cannot.
    """

    def __init__(self, root: Path | str | None = None) -> None:
        if root is None:
            import platformdirs

            self._data = _no_links(Path(platformdirs.user_data_dir(APP_FOLDER, appauthor=False)))
            self._log = _no_links(Path(platformdirs.user_log_dir(APP_FOLDER, appauthor=False)))
        else:
            self._data = _no_links(Path(root))
            self._log = self._data / "log"

    @property
    def data_dir(self) -> Path:
        """What is kept between runs."""
        return private_folder(self._data)

    @property
    def log_dir(self) -> Path:
        """The rotating log."""
        return private_folder(self._log)

    @property
    def settings_file(self) -> Path:
        """Non-secret settings."""
        return self.data_dir / "settings.json"

    @property
    def temp_root(self) -> Path:
        """Parent of the folders that live for one run: the sample book, a book without a password store.

        It lies beside the kept data and not in the system's shared folder, where anyone could prepare it.
        """
        return private_folder(self.data_dir / "temporary")

    @property
    def profiles_dir(self) -> Path:
        """Parent of the profiles' folders."""
        return private_folder(self.data_dir / "profiles")

    def profile_dir(self, profile_id: str) -> Path:
        """The folder of one profile. ValueError for an id that is not a plain word."""
        if not _PROFILE_ID.fullmatch(profile_id):
            raise ValueError("not a profile id")
        return private_folder(self.profiles_dir / profile_id)


def resource(name: str) -> Path:
    """A file of resources/, such as "icons/book.svg": frozen bundle, wheel or source tree. FileNotFoundError."""
    for root in _resource_roots(getattr(sys, "_MEIPASS", None)):
        path = root / name
        if path.exists():
            return path
    raise FileNotFoundError(f"resource {name}")


@cache
def _resource_roots(frozen: str | None) -> tuple[Path, ...]:
    """Looked up once: each look takes as long as drawing an icon."""
    package = Path(__file__).resolve().parent
    roots = [package / "resources", package.parent / "resources"]
    if frozen:
        roots.insert(0, Path(frozen) / "addressbook" / "resources")
    return tuple(root for root in roots if root.is_dir())
