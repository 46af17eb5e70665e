"""Cyclic garbage is collected on the thread of the window alone.

Python collects on whichever thread allocates. A worker thread that thereby destroys a QObject with a running timer
leaves that timer behind in the window's thread, and the process dies at its next tick.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500  # milliseconds


class Collector(QObject):
    """Takes over from the automatic collection until `stop`. One per process, made on the thread of the window."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        # What start-up made stays: leaving it out keeps a full collection short
        gc.freeze()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_if_due)
        self._timer.start(_EVERY)

    def collect_if_due(self) -> int | None:
        """Collect the oldest generation that is due by Python's own thresholds; returns it, None when none is."""
        counts, limits = gc.get_count(), gc.get_threshold()
        due = [generation for generation in (0, 1, 2) if counts[generation] > limits[generation] > 0]
        if not due:
            return None
        gc.collect(due[-1])
        return due[-1]

    def stop(self) -> None:
        """Hand back to Python. What start-up made is still left out: the process is about to end."""
        self._timer.stop()
        gc.enable()
