"""The composition root: event loop, exception hooks, services and window are made and joined here, and ended here."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
from collections.abc import Coroutine, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import qasync
from PySide6.QtCore import QSocketNotifier, qVersion
from PySide6.QtWidgets import QApplication

from addressbook import __version__
from addressbook.credentials import Credentials, CredentialStore
from addressbook.dingtalk.transport import TransportOptions
from addressbook.errors import ProfileInUse
from addressbook.paths import Paths
from addressbook.services.events import LoadState
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.sessions import Sessions
from addressbook.services.threads import Started, on_own_thread
from addressbook.settings import SettingsFile
from addressbook.ui.context import AppContext
from addressbook.ui.dialogs.message import in_use_dialog
from addressbook.ui.error_hooks import ErrorHooks
from addressbook.ui.garbage import Collector
from addressbook.ui.program import Program
from addressbook.ui.single_instance import FolderLock, SingleInstance, call_to_front
from addressbook.ui.system_proxy import system_proxy
from addressbook.ui.theme import Theme
from addressbook.ui.theme import current as current_theme
from addressbook.ui.translation import Translation, current_language

if TYPE_CHECKING:
    from addressbook.simulator.faults import Faults

log = logging.getLogger(__name__)

SAMPLE_CONTACTS = 2_000
# Painting gives Python's lock away hundreds of times for a frame and then waits this long for it if another thread is
# busy: with Python's own 5 ms the list stalls, with 1 ms up to 400 ms while a large book loads, with this 90.
SWITCH_SECONDS = 0.0001
PICTURE_SECONDS = 60.0
STILL_SECONDS, STILL_TIMES = 0.3, 4  # longer than names of colleagues take to come
END_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line. `language` and `theme` are for this run; "" is as in the settings."""

    demo: bool = False
    language: str = ""
    theme: str = ""
    screenshot: Path | None = None


class SampleOrganisation:
    """The simulator on threads of this process, as the services want it."""

    def __init__(self, language: str) -> None:
        from addressbook.simulator.options import SimulatorOptions
        from addressbook.simulator.sample.staff import SAMPLE_MOBILE
        from addressbook.simulator.server import SimulatorServer

        options = SimulatorOptions(contacts=SAMPLE_CONTACTS, language="zh" if language == "zh_CN" else "en")
        self._server = SimulatorServer(options)
        self.app_key = options.app_key
        self.app_secret = options.app_secret
        self.mobile = SAMPLE_MOBILE
        self.url = self._server.start()

    @property
    def faults(self) -> Faults:
        """What goes wrong, for pictures and tests of that."""
        return self._server.faults

    def stop(self) -> None:
        """End the server and its threads."""
        self._server.stop()


class App:
    """One run of the program. `times` and `transport` are for tests, which have less patience than people.

    `program` is there from the moment that `live` has made it.
    """

    def __init__(
        self,
        options: Options,
        paths: Paths,
        settings: SettingsFile,
        credentials: CredentialStore,
        early: Mapping[str, Started[Credentials | None]],
        *,
        times: LoaderTimes | None = None,
        transport: TransportOptions | None = None,
    ) -> None:
        self.program: Program | None = None
        self._options = options
        self._paths = paths
        self._settings = settings
        self._credentials = credentials
        self._early = early
        self._times = times
        self._transport = transport

    def run(self) -> int:
        """Show the window until it is closed; the exit code."""
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)  # noqa: S101 - for the type checker
        app.setApplicationName("addressbook-for-dingtalk")
        app.setApplicationVersion(__version__)
        app.setDesktopFileName("addressbook-for-dingtalk")
        app.setQuitOnLastWindowClosed(False)  # we end when everything is closed, not before
        log.info("start: %s, Python %s, Qt %s", __version__, sys.version.partition(" ")[0], qVersion())
        instance: SingleInstance | None = None
        if not self._options.demo:  # the sample book keeps nothing that two processes could fight for
            try:
                instance = SingleInstance(self._paths.data_dir)
            except ProfileInUse:
                reached = call_to_front(self._paths.data_dir)
                log.info("another window is open already; it was %s", "called" if reached else "not reached")
                if not reached and self._options.screenshot is None:
                    self._dress(app)
                    in_use_dialog().exec()
                return 0 if reached else 1
        hooks = ErrorHooks()
        try:
            with qasync.QEventLoop(app) as loop:
                asyncio.set_event_loop(loop)
                hooks.install(loop)
                return int(loop.run_until_complete(self._main(app, hooks, instance)))
        finally:
            hooks.uninstall()
            asyncio.set_event_loop(None)
            if instance is not None:
                instance.release()

    def _dress(self, app: QApplication) -> tuple[Theme, Translation]:
        """Look and language, as asked for or as in the settings."""
        values = self._settings.values
        theme, translation = current_theme(), Translation(app)
        theme.apply(self._options.theme or values.theme)
        translation.use(self._options.language or values.language)
        return theme, translation

    async def _main(self, app: QApplication, hooks: ErrorHooks, instance: SingleInstance | None) -> int:
        try:
            return await self.live(app, hooks, instance)
        finally:
            await _bounded(_left_tasks())
            log.info("end")

    async def live(self, app: QApplication, hooks: ErrorHooks, instance: SingleInstance | None) -> int:
        """Show the window until it is closed, and close all that was opened; the exit code. Needs a running loop."""
        sys.setswitchinterval(SWITCH_SECONDS)
        ended = asyncio.Event()
        theme, translation = self._dress(app)
        sessions = Sessions(
            self._paths,
            self._settings,
            self._credentials,
            start_sample=lambda: SampleOrganisation(current_language()),
            transport_options=self._transport or TransportOptions(proxy_for=system_proxy),
            claim_profile=FolderLock,
            early=self._early,
            times=self._times,
        )
        program = self.program = Program(AppContext(sessions, self._settings, self._paths, theme, translation, hooks))
        program.closed.connect(ended.set)
        collector = Collector(app)
        if instance is not None:
            instance.came_again.connect(program.to_front)
        tidying = asyncio.create_task(sessions.tidy_up(), name="tidy up")
        try:
            with _end_signals(ended):
                program.begin(demo=self._options.demo)
                if self._options.screenshot is not None:
                    return await _picture(program, self._options.screenshot)
                await ended.wait()
                return 0
        finally:
            program.window.hide()
            await _bounded(program.keep_forms())
            program.end()
            tidying.cancel()
            collector.stop()
            await _bounded(sessions.close_all())
            await _bounded(on_own_thread(self._settings.flush))


async def _bounded(work: Coroutine[Any, Any, None]) -> None:
    """Wait for the last steps, but never so long that a person believes the program hangs."""
    try:
        async with asyncio.timeout(END_SECONDS):
            await work
    except TimeoutError:
        log.warning("the program ended before all was closed")


async def _left_tasks() -> None:
    """Let what was cancelled come to its end, so that the loop does not close over it."""
    left = asyncio.all_tasks() - {asyncio.current_task()}
    for task in left:
        task.cancel()
    await asyncio.gather(*left, return_exceptions=True)


async def _picture(program: Program, file: Path) -> int:
    """Wait until the window is filled and does not change any more, and save what it looks like."""
    try:
        async with asyncio.timeout(PICTURE_SECONDS):
            before, unchanged = None, 0
            while unchanged < STILL_TIMES:
                await asyncio.sleep(STILL_SECONDS)
                session, page = program.session, program.window.book_page
                progress = session.book.progress if session is not None else None
                if page is None or progress is None or progress.state is not LoadState.IDLE or not progress.complete:
                    continue
                picture = program.window.grab()
                now = picture.toImage()
                unchanged = unchanged + 1 if now == before else 0
                before = now
    except TimeoutError:
        return _say(f"The window was not filled within {PICTURE_SECONDS:.0f} seconds.", 1)
    if not picture.save(str(file), "PNG"):
        return _say(f"The picture could not be written to {file}.", 1)
    return _say(str(file), 0)


def _say(text: str, code: int) -> int:
    """Write a line where there is a console; a windowed program on Windows has none."""
    stream = sys.stderr if code else sys.stdout
    if stream is not None:
        stream.write(text + "\n")
        stream.flush()
    return code


@contextlib.contextmanager
def _end_signals(ended: asyncio.Event) -> Iterator[None]:
    """SIGINT and SIGTERM end the program as closing its window does (not on Windows, which has no such signals).

    Python runs a handler only when it runs Python code, which Qt's loop may not do for long: a pipe wakes it.
    """
    if sys.platform == "win32":
        yield
        return
    reader, writer = socket.socketpair()
    reader.setblocking(False)
    writer.setblocking(False)
    notifier = QSocketNotifier(reader.fileno(), QSocketNotifier.Type.Read)

    def came(*_: object) -> None:
        with contextlib.suppress(BlockingIOError):
            reader.recv(64)
        ended.set()

    notifier.activated.connect(came)
    pipe = signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    handlers = {number: signal.signal(number, lambda *_: None) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(pipe)
        notifier.setEnabled(False)
        notifier.deleteLater()
        reader.close()
        writer.close()
