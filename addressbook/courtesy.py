"""Who computes on another thread stands aside while the window paints.

Python runs one thread at a time. Painting a list hands that turn over hundreds of times for a frame, and gets it back
from a thread that computes only after a while each time: beside one, a frame takes twice as long.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_LONGEST = 0.05  # seconds: a window that paints without end holds nobody up for good

_free = threading.Event()
_free.set()


@contextmanager
def alone() -> Iterator[None]:
    """What the window does now is a matter of milliseconds, and a person sees it. On the thread of the window."""
    _free.clear()
    try:
        yield
    finally:
        _free.set()


def stand_aside() -> None:
    """Called now and then by whoever computes for long on another thread: waits while the window paints."""
    if not _free.is_set():
        _free.wait(_LONGEST)
