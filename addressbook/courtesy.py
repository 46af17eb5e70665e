"""Who computes on another thread stands aside while the window paints, and while it waits for an answer.

Python runs one thread at a time. Painting a list hands that turn over hundreds of times for a frame, and gets it back
from a thread that computes only after a while each time: beside one, a frame takes twice as long. So does an answer.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_LONGEST = 0.05  # seconds: a window that paints without end holds nobody up for good

_counting = threading.Lock()
_busy = 0  # of the two, the window and who answers it, how many are at it
_until = 0.0  # time.monotonic: from then on nobody waits for them any more
_free = threading.Event()
_free.set()


@contextmanager
def alone() -> Iterator[None]:
    """What is done now is a matter of milliseconds, and a person waits for it."""
    _count(1)
    try:
        yield
    finally:
        _count(-1)


def _count(by: int) -> None:
    global _busy, _until
    with _counting:
        if by > 0:
            _until = time.monotonic() + _LONGEST
        _busy += by
        (_free.clear if _busy else _free.set)()


def stand_aside() -> None:
    """Called now and then by whoever computes for long on another thread: waits while somebody is `alone`."""
    if not _free.is_set():
        _free.wait(max(0.0, _until - time.monotonic()))
