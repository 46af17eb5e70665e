"""The floor: an empty PySide6 window. Prints marks as tests/bench/marked.py does, then ends."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    def __init__(self, stay_seconds: float) -> None:
        super().__init__()
        self.resize(1280, 800)
        self.stay_seconds = stay_seconds
        self.painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.told)

    def told(self) -> None:
        from tests.bench.marks import Heartbeat, mark, resident_megabytes

        mark("filled", time.monotonic())
        mark("memory", resident_megabytes())
        beat = Heartbeat(self)
        beat.start()
        QTimer.singleShot(int(self.stay_seconds * 1000), lambda: (mark("stall", beat.longest_ms), QApplication.quit()))


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = Window(float(sys.argv[1]) if len(sys.argv) > 1 else 0.0)
    window.show()
    sys.exit(app.exec())
