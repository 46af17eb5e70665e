"""Do something at most so often, and never forget the last time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Throttle:
    """Runs `action` at once when called after a quiet time, else once at the end of the current interval (seconds)."""

    def __init__(self, interval: float, action: Callable[[], None]) -> None:
        self._interval = interval
        self._action = action
        self._last: float | None = None
        self._timer: asyncio.TimerHandle | None = None

    @property
    def waiting(self) -> bool:
        """Whether a call waits for its time."""
        return self._timer is not None

    def call(self) -> None:
        """Ask for the action; calls that come too soon are joined."""
        if self._timer is not None:
            return
        loop = asyncio.get_running_loop()
        if self._last is None or loop.time() - self._last >= self._interval:
            self.flush()
        else:
            self._timer = loop.call_at(self._last + self._interval, self.flush)

    def flush(self) -> None:
        """Run the action now."""
        self.close()
        self._last = asyncio.get_running_loop().time()
        self._action()

    def close(self) -> None:
        """Forget a call that is waiting for its time."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
