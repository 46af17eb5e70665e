"""Figures that a measured process tells its parent: lines "mark NAME VALUE" on standard output."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from array import array
from collections.abc import Collection, Iterable
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

PERIOD_MS = 5
ROOT = Path(__file__).resolve().parents[2]


def mark(name: str, value: float) -> None:
    print(f"mark {name} {value:.6f}", flush=True)


def resident_megabytes() -> float:
    """Resident memory of this process in 10^6 bytes; 0 where /proc is not there."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def p95(taken: Collection[float]) -> float:
    """What 95 of 100 stay below; 0 of nothing (a book of one page is not scrolled)."""
    return sorted(taken)[min(len(taken) - 1, len(taken) * 95 // 100)] if taken else 0.0


class Heartbeat(QObject):
    """Runs on the event loop and remembers for how long it was not let in, by what was going on then (`phase`)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.phase = ""
        self._late: dict[str, array[float]] = {}
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._late.clear()
        self._last = time.monotonic()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def longest_ms(self, phase: str | None = None) -> float:
        """The longest stall, within one phase or at all."""
        return max(self._of(phase), default=0.0)

    def p99_ms(self, phase: str | None = None) -> float:
        """What 99 of 100 beats stay below."""
        late = sorted(self._of(phase))
        return late[min(len(late) - 1, len(late) * 99 // 100)] if late else 0.0

    def _of(self, phase: str | None) -> Iterable[float]:
        return chain.from_iterable(late for name, late in self._late.items() if phase in (None, name))

    def _beat(self) -> None:
        now = time.monotonic()
        late = max(0.0, (now - self._last) * 1000 - PERIOD_MS)
        self._late.setdefault(self.phase, array("d")).append(late)
        self._last = now


class Measured:
    """A process under measurement: `started` is the moment before it was made, `wait` gives a mark's value."""

    def __init__(self, module: str, *arguments: str, environment: dict[str, str]) -> None:
        command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
        whole = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
        # A program that is installed comes compiled: so does what is measured, whatever this environment says.
        whole.pop("PYTHONDONTWRITEBYTECODE", None)
        self.started = time.monotonic()
        self._process = subprocess.Popen(command, cwd=ROOT, env=whole, stdout=subprocess.PIPE, text=True)
        self._marks: queue.Queue[tuple[str, float] | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def wait(self, name: str, seconds: float) -> float:
        """The value of the next mark `name`; RuntimeError when the process ends or `seconds` pass without it."""
        end = time.monotonic() + seconds
        while True:
            try:
                found = self._marks.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise RuntimeError(f"no mark {name!r} within {seconds:g} s") from None
            if found is None:
                raise RuntimeError(f"the process ended with {self._process.wait()} before its mark {name!r}")
            if found[0] == name:
                return found[1]

    def __enter__(self) -> Measured:
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.terminate()
            self._process.wait(10)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            word, _, rest = line.partition(" ")
            if word == "mark":
                name, _, value = rest.rpartition(" ")
                self._marks.put((name, float(value)))
        self._marks.put(None)
