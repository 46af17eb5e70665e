"""What is seen of the program from outside, once it has been imported: first paint, stalls, answers, memory."""

from __future__ import annotations

import asyncio
import time
import traceback

from PySide6.QtCore import QEvent, QObject, QTimer

from addressbook.services.events import LoadProgress
from addressbook.services.session import Session
from addressbook.ui.main_window import MainWindow
from tests.bench.marks import Heartbeat, mark, p95, resident_megabytes

SETTLE = 2.0  # seconds: the first answers of the start are in, and a refresh is under way
sessions: list[Session] = []


class Watch(QObject):
    """Hears the events of the table alone until it was painted: to hear those of the whole application would make Qt's
    binding wrap each of them, which took a tenth of the start."""

    def __init__(self, window: MainWindow, wanted: str, queries: int, seconds: float) -> None:
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
        except Exception:
            traceback.print_exc()
            raise
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
        await person.until_searchable()
        for name, taken in (("typing", await person.typing_ms(self._queries)), ("changes", await person.changes_ms())):
            mark(f"p95-{name}", p95(taken))
            mark(f"longest-{name}", max(taken))
        frames = person.frames_ms()
        mark("p95-frames", p95(frames))
        mark("longest-frames", max(frames, default=0.0))
        from statistics import median  # half a megabyte: not where memory is measured

        mark("repaint", median(person.repaints_ms()))

    def _on_progress(self, progress: LoadProgress) -> None:
        if progress.complete and not self._whole:
            self._whole = True
            mark("whole", time.monotonic())


def begin(wanted: str, queries: int, seconds: float) -> None:
    """Watch the window and the session that the program is going to make; see marked.py."""
    show_session, make_session = MainWindow.show_session, Session.__init__

    def watched_window(self: MainWindow, *args: object, **kwargs: object) -> None:
        show_session(self, *args, **kwargs)
        Watch(self, wanted, queries, seconds)

    def noted_session(self: Session, *args: object, **kwargs: object) -> None:
        make_session(self, *args, **kwargs)
        sessions.append(self)

    MainWindow.show_session = watched_window
    Session.__init__ = noted_session
