"""Settings that are no secret: one declared table, kept as JSON beside the profiles.

`Settings` is the table: each field has a default and a check. A value of the file that fails its check falls back to
the default; keys that this version does not know are kept. No secrets and no data of contacts belong here.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import tempfile
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from addressbook.domain.query import SortKey
from addressbook.errors import StoreError
from addressbook.paths import disk_error

log = logging.getLogger(__name__)

_WRITE_AFTER = 0.5  # seconds: the steps of one drag of a splitter become one write
_LONGEST_TEXT = 100_000


_ORDERS = tuple(key.value for key in SortKey if key is not SortKey.VIEWED)  # which is chosen with its scope


@dataclass(frozen=True, slots=True)
class SavedProfile:
    """An organisation that was connected: what may be known without the password store.

    `sort_key` is the order in which its book was seen last, "" when none was chosen.
    """

    id: str
    name: str
    region: str
    address: str = ""
    sort_key: str = ""
    sort_descending: bool = False


def _one_of(*allowed: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        if value not in allowed:
            raise ValueError
        return str(value)

    return check


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_TEXT:
        raise ValueError
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError
    return value


def _number(lowest: int, highest: int) -> Callable[[object], int]:
    def check(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not lowest <= value <= highest:
            raise ValueError
        return value

    return check


def _profiles(value: object) -> tuple[SavedProfile, ...]:
    if not isinstance(value, list | tuple):
        raise ValueError
    found: dict[str, SavedProfile] = {}
    for entry in value:
        if isinstance(entry, SavedProfile):
            found[entry.id] = entry
        elif isinstance(entry, dict) and entry.get("id"):
            ident, name, region, address = (_text(entry.get(key, "")) for key in ("id", "name", "region", "address"))
            order = entry.get("sort_key")
            # the profile is worth more than an order that this version does not know
            known = str(order) if order in _ORDERS else ""
            profile = SavedProfile(
                ident, name, region, address, known, bool(known) and entry.get("sort_descending") is True
            )
            found[profile.id] = profile
    return tuple(found.values())


def _setting(default: Any, check: Callable[[object], Any]) -> Any:
    return field(default=default, metadata={"check": check})


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. Geometry and columns are what the window gives, as base64 text."""

    language: str = _setting("system", _one_of("system", "en", "zh_CN"))
    theme: str = _setting("system", _one_of("system", "light", "dark"))
    profiles: tuple[SavedProfile, ...] = _setting((), _profiles)
    last_profile: str = _setting("", _text)
    window_geometry: str = _setting("", _text)
    splitter: str = _setting("", _text)
    columns: str = _setting("", _text)
    sidebar_visible: bool = _setting(True, _flag)
    detail_visible: bool = _setting(True, _flag)
    compact_rows: bool = _setting(False, _flag)
    sort_key: str = _setting(SortKey.NAME.value, _one_of(*_ORDERS))
    sort_descending: bool = _setting(False, _flag)
    refresh_minutes: int = _setting(15, _number(1, 24 * 60))
    keep_last_values: bool = _setting(True, _flag)  # country, owner and labels for the next contact
    secret_store: str = _setting("", _text)  # the password store that worked last: saves looking for it

    def profile(self, profile_id: str) -> SavedProfile | None:
        """The saved profile of that id."""
        return next((profile for profile in self.profiles if profile.id == profile_id), None)


_CHECKS: dict[str, Callable[[object], Any]] = {entry.name: entry.metadata["check"] for entry in fields(Settings)}


class SettingsFile:
    """The settings in memory and their file. Thread-safe; `change` never waits for the disk.

    `set_aside` is the bare name that a broken file was given when it was read, "" when all was well.
    `trouble` is the error of the last read or write that failed, None once one succeeded.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._write_lock = threading.Lock()
        self._dirty: dict[str, Any] = {}
        self._timer: threading.Timer | None = None
        self.set_aside = ""
        self.trouble: StoreError | None = None
        self._stored: dict[str, Any] | None = None  # the file as it was last read or written
        self._values = Settings()
        try:
            self._values = _checked(self._read())
        except OSError as error:
            self._failed("read", error)

    @property
    def values(self) -> Settings:
        """The settings as they are now."""
        return self._values

    def change(self, **values: Any) -> Settings:
        """Set some settings; they are written a moment later. ValueError for a value that fails its check."""
        checked = {}
        for name, value in values.items():
            try:
                checked[name] = _CHECKS[name](value)
            except (KeyError, ValueError, TypeError):
                raise ValueError(f"setting {name}") from None
        with self._lock:
            current = {entry.name: getattr(self._values, entry.name) for entry in fields(Settings)}
            changed = {name: value for name, value in checked.items() if current[name] != value}
            if changed:
                self._values = Settings(**{**current, **changed})
                self._dirty.update(changed)
                if self._timer is None:
                    self._timer = threading.Timer(_WRITE_AFTER, self.flush)
                    self._timer.daemon = True
                    self._timer.name = "settings"
                    self._timer.start()
            return self._values

    def flush(self) -> None:
        """Write what is not yet written, now. A failure is logged and kept in `trouble`; the next write tries again."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None
        with self._write_lock:
            with self._lock:
                dirty, self._dirty = self._dirty, {}
            if not dirty:
                return
            unread = self._stored is None
            try:
                # Read again and only overlay what changed here: another profile's window may have written since. A file
                # that cannot be read is not written either: what it holds would be lost.
                stored = {**self._read(), **{name: _plain(value) for name, value in dirty.items()}}
                self._write(stored)
            except OSError as error:
                self._failed("written", error)
                with self._lock:
                    self._dirty = {**dirty, **self._dirty}
            else:
                self.trouble = None
                self._stored = stored
                if unread:  # until now the defaults stood in
                    with self._lock:
                        since = {name: _plain(value) for name, value in self._dirty.items()}
                        self._values = _checked({**stored, **since})

    def _failed(self, what: str, error: OSError) -> None:
        self.trouble = disk_error(error, self._path.name)
        log.warning("settings not %s: %s", what, self.trouble)

    def _read(self) -> dict[str, Any]:
        """The file; what was known last when it is gone or broken, nothing on a first start. Raises OSError."""
        known = self._stored or {}
        try:
            stored = json.loads(self._path.read_text("utf-8"))
            if isinstance(stored, dict):
                self._stored = stored
                return stored
        except FileNotFoundError:
            self._stored = known
            return known
        except (ValueError, RecursionError) as error:  # treated like JSON of another shape
            log.info("the settings file is not JSON: %s", type(error).__name__)
        self._stored = known
        aside = self._path.with_name(f"{self._path.name}.broken")
        with contextlib.suppress(OSError):
            os.replace(self._path, aside)
            self.set_aside = aside.name
        log.warning("the settings file was broken and was set aside")
        return known

    def _write(self, stored: dict[str, Any]) -> None:
        """Replace the file as a whole: a crash leaves the old one or the new one."""
        handle, name = tempfile.mkstemp(prefix=".settings-", dir=self._path.parent)  # made with mode 0600
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(stored, file, ensure_ascii=False, indent=1, sort_keys=True)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, self._path)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(name)
            raise


def _plain(value: object) -> object:
    return [asdict(entry) for entry in value] if isinstance(value, tuple) else value


def _checked(stored: dict[str, Any]) -> Settings:
    values = {}
    for name, check in _CHECKS.items():
        if name in stored:
            try:
                values[name] = check(stored[name])
            except (ValueError, TypeError):
                log.info("setting %s had no usable value", name)
    return Settings(**values)
