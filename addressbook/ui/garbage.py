"""Cyclic garbage is collected on the thread of the window alone.

Python collects on whichever thread allocates. A worker thread that thereby destroys a QObject with a running timer
leaves that timer behind in the window's thread, and the process dies at its next tick.
"""

from __future__ import annotations

import gc
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

_STARTED_MS = 1000  # after this the page of an open book is there
_CALM_MS = 500
_BUSY_MS = 40
_MUCH = 0.0005  # seconds: more than this is worth being divided
"""While a book is filled each page makes more than a thousand objects. To look at those of half a second at once takes
20 to 30 ms, most of it for tuples that are never looked at again; those of a page take one."""

# How often the next younger generation is to have been looked at before one is. How many objects there are is not told:
# Python counts those that were made less those that went, which while a book is filled are as many
_TURNS = 0, 100, 10


class Collector(QObject):
    """Takes over from the automatic collection until `stop`. One per process, made on the thread of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_CALM_MS)
        self._timer.timeout.connect(self.collect)
        self._starting = QTimer(self)
        self._starting.setSingleShot(True)
        self._starting.timeout.connect(self._begin)
        self._starting.start(_STARTED_MS)

    def _begin(self) -> None:
        # What start-up made stays: leaving it out keeps collections of older generations short
        gc.freeze()
        self._timer.start()

    @property
    def pause_ms(self) -> int:
        """How long it is until the next collection."""
        return self._timer.interval()

    def collect(self) -> int:
        """Collect the youngest generation, or an older one whose turn it is; returns it. The more there was to look at,
        the sooner it is done again."""
        counts = gc.get_count()
        generation = max(one for one in range(3) if counts[one] >= _TURNS[one])
        began = perf_counter()
        gc.collect(generation)
        much = perf_counter() - began > _MUCH
        pause = _BUSY_MS if much else min(2 * self.pause_ms, _CALM_MS)
        if pause != self.pause_ms:
            self._timer.setInterval(pause)
        return generation

    def stop(self) -> None:
        """Hand back to Python. What start-up made is still left out: the process is about to end."""
        self._starting.stop()
        self._timer.stop()
        gc.enable()
