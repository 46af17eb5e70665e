"""The real program under a watch: python -m tests.bench.marked filled|load|use QUERIES SECONDS OPTION…

`filled`: writes "mark filled" once the first paint of the table with rows in it is over, and ends.
`load`: goes on until the whole book is here, with a person (person.py) at work all the while; stalls and memory.
`use`: of a book that is whole: how long answers to so many QUERIES take to be painted, and each page when scrolling;
stalls during SECONDS in which it is being refreshed.
Then closes the window, as a person would. Nothing of the program is replaced: it is listened to, and asked.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer

from addressbook import cli
from addressbook.services.events import LoadProgress
from addressbook.services.session import Session
from addressbook.ui import main_window
from tests.bench.marks import Heartbeat, mark, p95, resident_megabytes

SETTLE = 2.0  # seconds: the first answers of the start are in, and a refresh is under way


class Watch(QObject):
    """Hears the events of the table alone until it was painted: to hear those of the whole application would make Qt's
    binding wrap each of them, which took a tenth of the start."""

    def __init__(self, window: main_window.MainWindow, wanted: str, queries: int, seconds: float) -> None:
        super().__init__(window)
        self._window = window
        self._wanted, self._queries, self._seconds = wanted, queries, seconds
        self._heartbeat = Heartbeat(self)
        self._whole = False
        self._task: asyncio.Task[None] | None = None
        window.book_page.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._window.book_page.table.size:  # placeholders do not count
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._painted)  # runs when this paint is over
        return False

    def _painted(self) -> None:
        mark("filled", time.monotonic())
        mark("cpu", time.process_time())
        if self._wanted == "filled":
            self._window.close()
            return
        self._task = asyncio.get_running_loop().create_task(self._measure())

    async def _measure(self) -> None:
        try:
            await (self._load() if self._wanted == "load" else self._use())
        finally:
            self._window.close()

    async def _load(self) -> None:
        from tests.bench.person import Person

        self._heartbeat.start()
        for session in sessions:
            session.events.subscribe(LoadProgress, self._on_progress)
        person = Person(self._window, self._heartbeat)
        await person.use_while(lambda: not self._whole)
        await person.look(1.0)
        self._heartbeat.stop()
        for phase in (None, "looking", "scrolling", "filtering", "changing scope"):
            mark(f"p99-{phase or 'load'}", self._heartbeat.p99_ms(phase))
            mark(f"longest-{phase or 'load'}", self._heartbeat.longest_ms(phase))
        mark("memory", resident_megabytes())

    async def _use(self) -> None:
        from tests.bench.person import Person

        await asyncio.sleep(SETTLE)
        person = Person(self._window, self._heartbeat)
        self._heartbeat.start()
        await person.refresh(self._seconds)
        self._heartbeat.stop()
        mark("p99-refresh", self._heartbeat.p99_ms())
        mark("longest-refresh", self._heartbeat.longest_ms())
        for name, taken in (("typing", await person.typing_ms(self._queries)), ("changes", await person.changes_ms())):
            mark(f"p95-{name}", p95(taken))
            mark(f"longest-{name}", max(taken))
        frames = person.frames_ms()
        mark("p95-frames", p95(frames))
        mark("longest-frames", max(frames, default=0.0))
        mark("repaint", statistics.median(person.repaints_ms()))

    def _on_progress(self, progress: LoadProgress) -> None:
        if progress.complete and not self._whole:
            self._whole = True
            mark("whole", time.monotonic())


sessions: list[Session] = []


def main() -> int:
    wanted, queries, seconds, *options = sys.argv[1:]
    show_session, make_session = main_window.MainWindow.show_session, Session.__init__

    def watched_window(self: main_window.MainWindow, *args: object, **kwargs: object) -> None:
        show_session(self, *args, **kwargs)
        Watch(self, wanted, int(queries), float(seconds))

    def noted_session(self: Session, *args: object, **kwargs: object) -> None:
        make_session(self, *args, **kwargs)
        sessions.append(self)

    main_window.MainWindow.show_session = watched_window
    Session.__init__ = noted_session
    return cli.main(options)


if __name__ == "__main__":
    sys.exit(main())
