"""Waiting for a condition, never for a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

LONGEST = 60.0  # seconds that a condition is waited for: many times what it takes on a computer with nothing else to do
BETWEEN = 0.005  # seconds from one look to the next; more where looking takes long, so that others have the processor


async def until(condition: Callable[[], object], what: str = "", timeout: float = LONGEST) -> None:  # noqa: ASYNC109
    """Let the event loop run until `condition()` is true; AssertionError after `timeout` seconds."""
    end = time.monotonic() + timeout
    while True:
        looked = time.monotonic()
        if condition():
            return
        now = time.monotonic()
        if now > end:
            raise AssertionError(f"waited {timeout:g} s in vain for {what or condition}")
        await asyncio.sleep(max(BETWEEN, 3 * (now - looked)))


def until_blocking(condition: Callable[[], object], what: str = "", timeout: float = LONGEST) -> None:
    """The same for tests without an event loop."""
    end = time.monotonic() + timeout
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"waited {timeout:g} s in vain for {what or condition}")
        time.sleep(BETWEEN)
