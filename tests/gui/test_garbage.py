"""Garbage with Qt objects in it is collected by the window's thread alone."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QTimer

from addressbook.ui import garbage
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
            collector.collect()
        assert knot() is None
    finally:
        collector.stop()
    assert gc.isenabled()


def test_the_more_there_is_to_look_at_the_sooner_it_is_looked_again(qapp, monkeypatch):
    collector = Collector()
    try:
        took = [0.0, 0.002, 0.002, 0.0, 0.0, 0.0, 0.0, 0.0]
        times = [time for seconds in took for time in (1.0, 1.0 + seconds)]
        monkeypatch.setattr(garbage, "perf_counter", iter(times).__next__)
        pauses = []
        for _ in took:
            collector.collect()
            pauses.append(collector.pause_ms)
        assert pauses == [500, 40, 40, 80, 160, 320, 500, 500]
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
            collected.add(collector.collect())
            kept[-1].clear()
        assert gone() is None
        assert collected == {0, 1, 2}
    finally:
        collector.stop()
