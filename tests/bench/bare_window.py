"""The floor: python -m tests.bench.bare_window SECONDS [URL], an empty PySide6 window that stays for a while.

Prints marks as tests/bench/marked.py does. With URL it also does, once painted and before it calls itself filled,
what a first start cannot do without: import requests, and go three times to the server and back.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

ROUND_TRIPS = 3  # token, first page, label groups


class Window(QWidget):
    def __init__(self, stay_seconds: float, url: str) -> None:
        super().__init__()
        self.resize(1280, 800)
        self.stay_seconds = stay_seconds
        self.url = url
        self.painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, self.told)

    def told(self) -> None:
        from tests.bench.marks import Heartbeat, mark, resident_megabytes

        if self.url:
            import requests

            with requests.Session() as session:
                for _ in range(ROUND_TRIPS):
                    session.get(f"{self.url}/gettoken", params={"appkey": "sample-key", "appsecret": "sample-secret"})
        mark("filled", time.monotonic())
        mark("cpu", time.process_time())
        mark("memory", resident_megabytes())
        self.beat = Heartbeat(self)
        self.beat.start()
        QTimer.singleShot(int(self.stay_seconds * 1000), self.end)

    def end(self) -> None:
        from tests.bench.marks import mark

        mark("p99", self.beat.p99_ms())
        mark("longest", self.beat.longest_ms())
        QApplication.quit()


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = Window(float(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
    window.show()
    sys.exit(app.exec())
