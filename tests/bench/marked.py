"""The real program under a watch: python -m tests.bench.marked filled|whole OPTION…

Writes "mark filled" once the first paint of the table with rows in it is over; with `whole` also, when the whole
book is loaded, the longest stall of the event loop since then and the memory. Then closes the window, as a person
would. Nothing of the program is replaced: its paint events are listened to, and its session is asked.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QTableView

from addressbook import cli
from addressbook.services.session import Session
from addressbook.ui import main_window
from tests.bench.marks import Heartbeat, mark, resident_megabytes

POLL_MS = 200


class Watch(QObject):
    """Hears all events of the application until the table was painted."""

    def __init__(self, window: main_window.MainWindow, whole: bool) -> None:
        super().__init__(window)
        self._window = window
        self._whole = whole
        self._heartbeat = Heartbeat(self)
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MS)
        self._poll.timeout.connect(self._look)
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            view = watched.parent()
            if isinstance(view, QTableView) and view.viewport() is watched and view.model().rowCount():
                QApplication.instance().removeEventFilter(self)
                QTimer.singleShot(0, self._painted)  # runs when this paint is over
        return False

    def _painted(self) -> None:
        mark("filled", time.monotonic())
        if not self._whole:
            self._window.close()
            return
        self._heartbeat.start()
        self._poll.start()

    def _look(self) -> None:
        if all(session.book.progress.complete for session in sessions):
            self._poll.stop()
            mark("whole", time.monotonic())
            mark("stall", self._heartbeat.longest_ms)
            mark("memory", resident_megabytes())
            self._window.close()


sessions: list[Session] = []


def main() -> int:
    wanted, *options = sys.argv[1:]
    make_window, make_session = main_window.MainWindow.__init__, Session.__init__

    def watched_window(self: main_window.MainWindow, *args: object, **kwargs: object) -> None:
        make_window(self, *args, **kwargs)
        Watch(self, wanted == "whole")

    def noted_session(self: Session, *args: object, **kwargs: object) -> None:
        make_session(self, *args, **kwargs)
        sessions.append(self)

    main_window.MainWindow.__init__ = watched_window
    Session.__init__ = noted_session
    return cli.main(options)


if __name__ == "__main__":
    sys.exit(main())
