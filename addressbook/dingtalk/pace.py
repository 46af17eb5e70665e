"""How fast we call: one pace for all threads of a client, foreground first, that follows the server's answers.

DingTalk allows 20 calls a second for an app and interface, and the app belongs to the whole organisation
(dingtalk-api.md 4): each interface has a pace of its own. Calls are spaced evenly instead of sent in bursts, so that no
second, however the server cuts it, holds more than the limit. A refusal makes us slower at once, success faster again
little by little.
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
from dataclasses import dataclass, field
from enum import IntEnum

from addressbook.dingtalk.cancel import CancelToken

# Call n + 20 comes 1.06 s after call n at the earliest: the network may shift them by 60 ms before a second holds 21.
_SAFETY = 0.94
_SLOWER = 0.75
_SLOWEST = 1.0  # calls a second
_RECOVERY = 0.05  # calls a second gained by each call that went well
_LATE = 0.16  # seconds that may be made up for when threads woke up late on a busy computer


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


class _Spacing:
    """When calls may go so that no second holds more than `limit` of them (math.inf: any number).

    `rate` is how many go a second at present.
    """

    def __init__(self, limit: float, before: _Spacing | None = None) -> None:
        """`before`: with the calls that went under another limit, which count on."""
        self.limit = limit
        self.highest = self.rate = limit * _SAFETY
        count = 0 if math.isinf(limit) else max(1, int(limit))
        # When the last calls went, as many as a second may hold
        self._recent: deque[float] = deque(() if before is None else before._recent, maxlen=count)
        self._window = count / self.highest if count else 0.0
        self._next = -math.inf

    def earliest(self) -> float:
        """When the next call may go."""
        if self._recent and len(self._recent) == self._recent.maxlen:
            return max(self._next, self._recent[0] + self._window)
        return self._next

    def take(self, now: float) -> None:
        """A call goes now."""
        self._recent.append(now)
        self._next = max(self._next, now - _LATE) + 1.0 / self.rate


@dataclass(order=True, slots=True)
class _Ticket:
    """Somebody who waits; woken by his own condition, since waking all of a dozen costs as much as their calls."""

    priority: int
    number: int
    turn: threading.Condition = field(compare=False)


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
        self._lock = threading.Lock()
        self._waiting: list[_Ticket] = []
        self._numbers = itertools.count()
        self._all = _Spacing(calls_per_second)
        self._background = _Spacing(background_per_second)
        self._blocked_until = -math.inf
        self._slowed_at = -math.inf
        self._interfaces: dict[str, Pace] = {}

    def of(self, interface: str) -> Pace:
        """The pace of one interface, with the same limits: its calls do not count among those of others."""
        with self._lock:
            if interface not in self._interfaces:
                own = Pace(self._all.limit, self._background.limit, clock=self._clock)
                self._interfaces[interface] = own
            return self._interfaces[interface]

    @property
    def rate(self) -> float:
        """Calls a second at present."""
        with self._lock:
            return self._all.rate

    @property
    def background_limit(self) -> float:
        """Background calls a second at most, of each interface; never more than `rate`."""
        with self._lock:
            return self._background.limit

    @background_limit.setter
    def background_limit(self, calls_per_second: float) -> None:
        with self._lock:
            if calls_per_second != self._background.limit:
                self._background = _Spacing(calls_per_second, self._background)
                self._wake_first()
            interfaces = tuple(self._interfaces.values())
        for interface in interfaces:
            interface.background_limit = calls_per_second

    @property
    def blocked_until(self) -> float | None:
        """Until when (time.monotonic) the server asked for silence on any interface; None when it does not."""
        with self._lock:
            until = max((self._blocked_until, *(one._blocked_until for one in self._interfaces.values())))
            return until if until > self._clock.now() else None

    def acquire(self, priority: Priority = Priority.FOREGROUND, cancel: CancelToken | None = None) -> None:
        """Wait for one's turn to call. Raises Cancelled."""
        ticket = _Ticket(int(priority), next(self._numbers), threading.Condition(self._lock))
        forget: Callable[[], None] = cancel.on_cancel(lambda: self._wake(ticket)) if cancel else lambda: None
        try:
            with self._lock:
                heapq.heappush(self._waiting, ticket)
                try:
                    while True:
                        if cancel:
                            cancel.raise_if_cancelled()
                        delay = self._delay(priority) if self._waiting[0] is ticket else None
                        if delay is not None and delay <= 0:
                            self._take(priority)
                            return
                        self._clock.wait(ticket.turn, delay)
                finally:
                    self._waiting.remove(ticket)
                    heapq.heapify(self._waiting)
                    self._wake_first()
        finally:
            forget()

    def slowed(self, retry_after: float) -> None:
        """The server refused a call for its rate: silence for `retry_after` seconds, then slower."""
        with self._lock:
            now = self._clock.now()
            self._blocked_until = max(self._blocked_until, now + retry_after)
            # Calls that were under way together are refused together; that is one refusal.
            if now - self._slowed_at > 1.0:
                self._slowed_at = now
                if math.isinf(self._all.limit):
                    self._all = _Spacing(20.0)
                self._all.rate = max(_SLOWEST, self._all.rate * _SLOWER)

    def succeeded(self) -> None:
        """A call went through."""
        with self._lock:
            self._all.rate = min(self._all.highest, self._all.rate + _RECOVERY)

    def _wake(self, ticket: _Ticket) -> None:
        with self._lock:
            ticket.turn.notify()

    def _wake_first(self) -> None:
        if self._waiting:
            self._waiting[0].turn.notify()

    def _delay(self, priority: Priority) -> float:
        earliest = max(self._all.earliest(), self._blocked_until)
        if priority is Priority.BACKGROUND:
            earliest = max(earliest, self._background.earliest())
        return earliest - self._clock.now()

    def _take(self, priority: Priority) -> None:
        now = self._clock.now()
        self._all.take(now)
        if priority is Priority.BACKGROUND:
            self._background.take(now)


_shared: weakref.WeakValueDictionary[tuple[str, str], Pace] = weakref.WeakValueDictionary()
_shared_lock = threading.Lock()


def shared_pace(server_url: str, app_key: str) -> Pace:
    """The pace of an app at a server, as long as any client has it: the server counts the app's calls, not ours."""
    with _shared_lock:
        pace = _shared.get((server_url, app_key))
        if pace is None:
            pace = _shared[server_url, app_key] = Pace()
        return pace
