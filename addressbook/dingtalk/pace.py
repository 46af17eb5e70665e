"""How fast we call: one pace for all threads of a client, foreground first, that follows the server's answers.

DingTalk allows 20 calls a second for an app and interface, and the app belongs to the whole organisation
(dingtalk-api.md 4). Calls are spaced evenly instead of sent in bursts, so that no second, however the server cuts it,
holds more than the limit. A refusal makes us slower at once, success faster again little by little.
"""

from __future__ import annotations

import heapq
import itertools
import math
import threading
import time
import weakref
from collections import deque
from collections.abc import Callable
from enum import IntEnum

from addressbook.dingtalk.cancel import CancelToken

# Call n + 20 comes 1.06 s after call n at the earliest: the network may shift them by 60 ms before a second holds 21.
_SAFETY = 0.94
_SLOWER = 0.75
_SLOWEST = 1.0  # calls a second
_RECOVERY = 0.05  # calls a second gained by each call that went well
# Intervals that may be made up for when threads woke up late on a busy computer. The background has time.
_LATE = 3.0
_LATE_BACKGROUND = 0.4


class Priority(IntEnum):
    """Who goes first: a person waits for the foreground, nobody for the background."""

    FOREGROUND = 0
    BACKGROUND = 1


class SystemClock:
    """Time as it is. Tests bring a clock of their own."""

    def now(self) -> float:
        return time.monotonic()

    def wait(self, condition: threading.Condition, seconds: float | None) -> None:
        condition.wait(seconds)


class Pace:
    """Lets calls through one by one. `calls_per_second` is the server's limit; math.inf means no limit."""

    def __init__(
        self,
        calls_per_second: float = 20.0,
        background_per_second: float = 5.0,
        *,
        clock: SystemClock | None = None,
    ) -> None:
        self._clock = clock or SystemClock()
        self._condition = threading.Condition()
        self._waiting: list[tuple[int, int]] = []
        self._numbers = itertools.count()
        self._highest: float
        self._rate: float
        self._recent: deque[float]
        self._window: float
        self._set_limit(calls_per_second)
        self._background = background_per_second
        self._next = -math.inf
        self._next_background = -math.inf
        self._blocked_until = -math.inf
        self._slowed_at = -math.inf

    @property
    def rate(self) -> float:
        """Calls a second at present."""
        with self._condition:
            return self._rate

    @property
    def background_limit(self) -> float:
        """Background calls a second at most; never more than `rate`."""
        with self._condition:
            return self._background

    @background_limit.setter
    def background_limit(self, calls_per_second: float) -> None:
        with self._condition:
            self._background = calls_per_second
            self._next_background = -math.inf
            self._condition.notify_all()

    @property
    def blocked_until(self) -> float | None:
        """Until when (time.monotonic) the server asked for silence; None when it does not."""
        with self._condition:
            return self._blocked_until if self._blocked_until > self._clock.now() else None

    def acquire(self, priority: Priority = Priority.FOREGROUND, cancel: CancelToken | None = None) -> None:
        """Wait for one's turn to call. Raises Cancelled."""
        forget: Callable[[], None] = cancel.on_cancel(self._wake) if cancel else lambda: None
        try:
            with self._condition:
                ticket = (int(priority), next(self._numbers))
                heapq.heappush(self._waiting, ticket)
                try:
                    while True:
                        if cancel:
                            cancel.raise_if_cancelled()
                        delay = self._delay(priority) if self._waiting[0] == ticket else None
                        if delay is not None and delay <= 0:
                            self._take(priority)
                            return
                        self._clock.wait(self._condition, delay)
                finally:
                    self._waiting.remove(ticket)
                    heapq.heapify(self._waiting)
                    self._condition.notify_all()
        finally:
            forget()

    def slowed(self, retry_after: float) -> None:
        """The server refused a call for its rate: silence for `retry_after` seconds, then slower."""
        with self._condition:
            now = self._clock.now()
            self._blocked_until = max(self._blocked_until, now + retry_after)
            # Calls that were under way together are refused together; that is one refusal.
            if now - self._slowed_at > 1.0:
                self._slowed_at = now
                if math.isinf(self._highest):
                    self._set_limit(20.0)
                self._rate = max(_SLOWEST, self._rate * _SLOWER)

    def succeeded(self) -> None:
        """A call went through."""
        with self._condition:
            self._rate = min(self._highest, self._rate + _RECOVERY)

    def _set_limit(self, calls_per_second: float) -> None:
        self._highest = self._rate = calls_per_second * _SAFETY
        count = 0 if math.isinf(calls_per_second) else max(1, int(calls_per_second))
        self._recent = deque(maxlen=count)  # when the last calls went, as many as a second may hold
        self._window = count / self._highest if count else 0.0

    def _wake(self) -> None:
        with self._condition:
            self._condition.notify_all()

    def _delay(self, priority: Priority) -> float:
        earliest = max(self._next, self._blocked_until)
        if self._recent and len(self._recent) == self._recent.maxlen:
            earliest = max(earliest, self._recent[0] + self._window)
        if priority is Priority.BACKGROUND:
            earliest = max(earliest, self._next_background)
        return earliest - self._clock.now()

    def _take(self, priority: Priority) -> None:
        now = self._clock.now()
        self._recent.append(now)
        self._next = _slot_after(self._next, now, self._rate, _LATE)
        if priority is Priority.BACKGROUND:
            self._next_background = _slot_after(self._next_background, now, self._background, _LATE_BACKGROUND)


_shared: weakref.WeakValueDictionary[tuple[str, str], Pace] = weakref.WeakValueDictionary()
_shared_lock = threading.Lock()


def shared_pace(server_url: str, app_key: str) -> Pace:
    """The pace of an app at a server, as long as any client has it: the server counts the app's calls, not ours."""
    with _shared_lock:
        pace = _shared.get((server_url, app_key))
        if pace is None:
            pace = _shared[server_url, app_key] = Pace()
        return pace


def _slot_after(slot: float, now: float, rate: float, late: float) -> float:
    interval = 1.0 / rate
    return max(slot, now - late * interval) + interval
