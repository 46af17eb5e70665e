"""Figures that a measured process tells its parent: lines "mark NAME VALUE" on standard output."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
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


class Heartbeat(QObject):
    """Runs on the event loop and remembers the longest time for which it was not let in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest_ms = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self.longest_ms = 0.0
        self._last = time.monotonic()
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest_ms = max(self.longest_ms, (now - self._last) * 1000 - PERIOD_MS)
        self._last = now


class Measured:
    """A process under measurement: `started` is the moment before it was made, `wait` gives a mark's value."""

    def __init__(self, module: str, *arguments: str, environment: dict[str, str]) -> None:
        command = [sys.executable, "-m", f"tests.bench.{module}", *arguments]
        whole = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
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
                name, _, value = rest.partition(" ")
                self._marks.put((name, float(value)))
        self._marks.put(None)
