"""Tells whether something takes time in proportion to its input, however fast or busy the computer is."""

from __future__ import annotations

import time
from collections.abc import Callable


def growth(work: Callable[[str], object], make: Callable[[int], str], size: int = 4_000) -> float:
    """How many times longer `work` takes for ten times the text: about 10 when linear, 100 when quadratic.

    Processor time of this thread, the best of three, and never less than a millisecond for the small one: what is
    that quick may take what it likes in proportion.
    """

    def best(text: str) -> float:
        times = []
        for _ in range(3):
            started = time.thread_time()
            work(text)
            times.append(time.thread_time() - started)
        return min(times)

    return best(make(size * 10)) / max(0.001, best(make(size)))
