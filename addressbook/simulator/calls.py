"""What was asked of the server: a log for tests, and points at which a test may step in."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from threading import Condition

KEPT = 20_000
_SHOWN = ("offset", "size", "user_id", "userid", "dept_id", "cursor", "mobile")

RECEIVED, COMMITTED, ANSWERED = "received", "committed", "answered"


@dataclass(frozen=True, slots=True)
class Event:
    """A call has reached a point: it was received; it was executed and changed the book; it was answered."""

    point: str
    path: str
    number: int


OnEvent = Callable[[Event], None]
"""Called on the thread that serves the call: while it runs, the call stands still."""


@dataclass(slots=True)
class CallRecord:
    """One call. `at` is in seconds of a steady clock; `code` is its errcode or sub_code, "" while it runs."""

    number: int
    path: str
    method: str
    params: dict[str, str]
    at: float
    code: str = ""
    seconds: float = 0.0


class CallLog:
    """All calls since the start or the last `reset` (the first 20,000 of them)."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._records: list[CallRecord] = []
        self._number = 0

    def begin(self, path: str, method: str, params: dict[str, object]) -> CallRecord:
        """Note a call that came in. Secrets and contact data are not noted."""
        shown = {name: str(params[name]) for name in _SHOWN if params.get(name) is not None}
        with self._changed:
            self._number += 1
            record = CallRecord(self._number, path, method, shown, time.monotonic())
            if len(self._records) < KEPT:
                self._records.append(record)
            return record

    def end(self, record: CallRecord, code: str) -> None:
        """Note its answer."""
        with self._changed:
            record.code = code
            record.seconds = time.monotonic() - record.at
            self._changed.notify_all()

    def reset(self) -> None:
        """Forget all calls; numbers go on."""
        with self._changed:
            self._records.clear()

    def calls(self, path: str = "", since: int = 0) -> list[CallRecord]:
        """Calls whose path ends with `path` and whose number is above `since`."""
        with self._changed:
            return [record for record in self._records if record.number > since and record.path.endswith(path)]

    def wait(self, path: str, count: int, timeout: float) -> bool:
        """Wait until `count` calls to `path` were answered; false after `timeout` seconds."""
        with self._changed:
            return self._changed.wait_for(
                lambda: sum(1 for record in self._records if record.code and record.path.endswith(path)) >= count,
                timeout,
            )

    def most_per_second(self, path: str = "") -> int:
        """The largest number of calls to `path` that came in within one second, wherever that second begins."""
        times = [record.at for record in self.calls(path)]
        most = first = 0
        for last, at in enumerate(times):
            while at - times[first] >= 1.0:
                first += 1
            most = max(most, last - first + 1)
        return most

    def as_json(self, path: str, since: int) -> dict[str, object]:
        """The log in the control interface's form."""
        paths = sorted({record.path for record in self.calls(path, since)})
        return {
            "calls": [asdict(record) for record in self.calls(path, since)],
            "most_per_second": {name: self.most_per_second(name) for name in paths},
        }
