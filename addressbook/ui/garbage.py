"""Cyclic garbage is collected on the thread of the window alone.

Python collects on whichever thread allocates. A worker thread that thereby destroys a QObject with a running timer
leaves that timer behind in the window's thread, and the process dies at its next tick.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_CALM_MS = 500
_BUSY_MS = 40
"""While a book is filled each page makes more than a thousand objects. To look at those of half a second at once takes
20 to 30 ms, most of it for tuples that are never looked at again; those of a page take one."""

# How many objects are to be new, and how often the next younger generation is to have been looked at, before one is
_LIMITS = 700, 100, 10


class Collector(QObject):
    """Takes over from the automatic collection until `stop`. One per process, made on the thread of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What start-up made stays: leaving it out keeps a full collection short
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start(_CALM_MS)

    @property
    def pause_ms(self) -> int:
        """How long it is until it is looked again what is due."""
        return self._timer.interval()

    def collect_if_due(self) -> int | None:
        """Collect the oldest generation that is due; returns it, None when none is."""
        due = [generation for generation, count in enumerate(gc.get_count()) if count > _LIMITS[generation]]
        pause = _BUSY_MS if due else min(2 * self.pause_ms, _CALM_MS)
        if pause != self.pause_ms:
            self._timer.setInterval(pause)
        if not due:
            return None
        gc.collect(due[-1])
        return due[-1]

    def stop(self) -> None:
        """Hand back to Python. What start-up made is still left out: the process is about to end."""
        self._timer.stop()
        gc.enable()
