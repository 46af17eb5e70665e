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


def test_what_is_made_in_great_numbers_is_looked_at_in_small_parts(qapp):
    collector = Collector()
    try:
        collector.collect_if_due()
        pauses, kept = [], []
        for number in range(12):
            kept += [[] for _ in range(1000 if number < 4 else 0)]
            collector.collect_if_due()
            pauses.append(collector.pause_ms)
        assert pauses[:4] == [40] * 4
        assert pauses[4:] == sorted(pauses[4:])
        assert pauses[-1] == 500
    finally:
        collector.stop()


def test_what_has_become_old_is_collected_too(qapp):
    collector = Collector()
    try:
        knot = Knot()
        gone = weakref.ref(knot)
        gc.collect(1)
        del knot
        kept = []
        collected = set()
        while gone() is not None and len(kept) < 2000:
            kept.append([[] for _ in range(1000)])
            collected.add(collector.collect_if_due())
            kept[-1].clear()
        assert gone() is None
        assert collected == {0, 1, 2}
    finally:
        collector.stop()
