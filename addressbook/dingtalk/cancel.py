"""Stopping a call from another thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

from addressbook.errors import Cancelled


class CancelToken:
    """Handed to blocking calls; `cancel` ends them from any thread, and stays in force."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._actions: dict[int, Callable[[], None]] = {}
        self._next = 0

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Stop what is under way; once is enough."""
        self._event.set()
        with self._lock:
            actions, self._actions = list(self._actions.values()), {}
        for action in actions:
            action()

    def raise_if_cancelled(self) -> None:
        """Raises Cancelled."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> bool:
        """Sleep, at most until cancelled; tells whether it was."""
        return self._event.wait(max(0.0, seconds))

    def on_cancel(self, action: Callable[[], None]) -> Callable[[], None]:
        """Run `action` (quick, never raising) on the cancelling thread; at once if that has happened already.

        Returns the function that takes it back.
        """
        with self._lock:
            number, self._next = self._next, self._next + 1
            if not self._event.is_set():
                self._actions[number] = action
                return lambda: self._forget(number)
        action()
        return lambda: None

    def _forget(self, number: int) -> None:
        with self._lock:
            self._actions.pop(number, None)
