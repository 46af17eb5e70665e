"""Garbage with Qt objects in it is collected by the window's thread alone."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QTimer

from addressbook.ui.garbage import Collector


class Knot:
    """Refers to itself, so that only a collection removes it."""

    def __init__(self) -> None:
        self.me = self
        self.timer = QTimer()
        self.timer.start(60_000)


def test_a_busy_worker_thread_collects_nothing(qapp):
    collector = Collector()
    try:
        knot = weakref.ref(Knot())
        worker = threading.Thread(target=lambda: [[{}] for _ in range(200_000)])
        worker.start()
        worker.join()
        assert knot() is not None
        kept = []
        while knot() is not None and len(kept) < 100:
            kept.append([[] for _ in range(gc.get_threshold()[0] + 1)])
            collector.collect_if_due()
        assert knot() is None
    finally:
        collector.stop()
    assert gc.isenabled()
