"""The whole program in the process of a test: made by its composition root, on the test's own event loop."""

from __future__ import annotations

import asyncio
import gc
import sys
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QMenu, QTableView, QTreeView, QWidget
from shiboken6 import isValid

from addressbook.app import App, Options
from addressbook.credentials import CredentialStore
from addressbook.dingtalk.transport import TransportOptions
from addressbook.paths import Paths
from addressbook.services.loader_times import LoaderTimes
from addressbook.settings import SettingsFile
from addressbook.ui.error_hooks import ErrorHooks
from addressbook.ui.main_window import MainWindow
from addressbook.ui.single_instance import SingleInstance
from tests.helpers.open_book import PATIENT
from tests.helpers.person import Person, name_of
from tests.helpers.simulator import KEY, SECRET
from tests.helpers.wait import until

# As in the program, but for the waits after faults and the first refresh
BRISK = LoaderTimes(
    first_retry=0.1, longest_retry=0.3, start_delay=0.0, start_spread=0.0, repeat_delay=0.05, slow_after=0.2
)
MOBILE = "13800138000"
# Half of what a call that hangs takes: however busy the computer is, an end that waits for one comes later
AT_ONCE = 10.0


@dataclass
class Running:
    """One run of the program, and the person before it."""

    app: App
    window: MainWindow
    task: asyncio.Task[int]
    threads_before: set[threading.Thread]
    person: Person

    @property
    def table(self) -> QTableView:
        """The list of contacts."""
        found = self.person.find("Contacts", QTableView)
        assert isinstance(found, QTableView)
        return found

    @property
    def labels(self) -> QTreeView:
        """The tree of labels in the sidebar."""
        found = self.person.find("Labels", QTreeView)
        assert isinstance(found, QTreeView)
        return found

    @property
    def rows(self) -> int:
        """How many lines the list has; 0 when there is no list."""
        found = self.window.findChild(QTableView)
        return found.model().rowCount() if found is not None and found.isVisible() else 0

    async def shows(self, count: int) -> None:
        """Wait until the list has so many contacts, and says so, and shows the answer to all that was typed."""
        words = "1 contact" if count == 1 else f"{count:,} contacts"
        filtered = "1 contact matches " if count == 1 else f"{words} match "

        def told() -> bool:
            return any(text == words or text.startswith(filtered) for text in self.person.reads())

        def answered() -> bool:
            page = self.window.book_page
            return page is not None and page.queries.is_answered

        await self.person.wait_for(lambda: self.rows == count and answered() and told(), words)

    async def whole(self, count: int) -> None:
        """Wait until the book is whole, and says so."""
        await self.shows(count)
        await self.person.wait_to_see("Updated just now")

    def left_threads(self) -> list[str]:
        """Threads that this run has started and that still run."""
        new = set(threading.enumerate()) - self.threads_before
        return [each.name for each in new if each.is_alive() and not each.name.startswith("simulator-")]

    async def ended(self) -> None:
        """Wait for the end that the person asked for: at once, with exit code 0, and with no thread left."""
        done, _ = await asyncio.wait({self.task}, timeout=AT_ONCE)
        assert done, f"the program does not end within {AT_ONCE:g} s"
        assert self.task.result() == 0
        await until(lambda: not self.left_threads(), f"the threads to end: {self.left_threads()}")


def _stray_windows(patched: pytest.MonkeyPatch) -> list[str]:
    """Notes every window shown from now on that is neither ours nor a menu: a control that is shown before it has its
    place is one, and takes the keyboard away. (A filter of events would be asked about each event of the program,
    which takes a quarter of a story's time.)"""
    seen: list[str] = []
    passing = Qt.WindowType.Popup, Qt.WindowType.ToolTip

    def noting(plain: Callable[..., None]) -> Callable[..., None]:
        def show(widget: QWidget, *visible: bool) -> None:
            ours = isinstance(widget, QMainWindow | QDialog | QMenu)
            if visible != (False,) and not ours and widget.isWindow() and widget.windowType() not in passing:
                seen.append(f"{type(widget).__name__} {name_of(widget)!r}")
            plain(widget, *visible)

        return show

    for name in ("show", "setVisible"):
        patched.setattr(QWidget, name, noting(getattr(QWidget, name)))
    return seen


@asynccontextmanager
async def program(
    root: Path, *, times: LoaderTimes = BRISK, transport: TransportOptions = PATIENT, demo: bool = False
) -> AsyncIterator[Running]:
    """Start the program with its folders in `root`; ended at the end, if the person has not ended it."""
    qapp = QApplication.instance()
    assert isinstance(qapp, QApplication)
    threads, interval = set(threading.enumerate()), sys.getswitchinterval()
    paths = Paths(root)
    settings = SettingsFile(paths.settings_file)
    credentials = CredentialStore(lambda: settings.values.secret_store, lambda name: settings.change(secret_store=name))
    instance = SingleInstance(paths.data_dir)
    app = App(Options(demo=demo), paths, settings, credentials, {}, times=times, transport=transport)
    patched = pytest.MonkeyPatch()
    stray = _stray_windows(patched)
    patched.setattr("addressbook.app.END_SECONDS", 2 * AT_ONCE)  # see `ended`
    patched.setattr("addressbook.ui.status_bar.TOLD_SECONDS", 600)  # there may be much to do until it is looked at
    task = asyncio.ensure_future(app.live(qapp, ErrorHooks(), instance))
    await until(lambda: task.done() or (app.program is not None and app.program.window.isVisible()), "the window")
    assert app.program is not None, task.exception()
    window = app.program.window
    try:
        await until(lambda: _in_front(window), f"the window to be in front, not {QApplication.activeWindow()}")
        yield Running(app, window, task, threads, Person(window))
    finally:
        window.close()
        await asyncio.wait({task}, timeout=2 * AT_ONCE)
        patched.undo()
        instance.release()
        sys.setswitchinterval(interval)
        gc.disable()  # the program has handed collecting back; see tests/helpers/qt_loop.py
        translation = app.program._context.translation
        app.program.deleteLater()
        window.deleteLater()
        await until(lambda: not isValid(window), "the window to go")
        translation.clear()
    assert stray == []


def _in_front(window: QWidget) -> bool:
    """Whether the window is in front. Where no other is, it is brought there: off-screen there is no desktop for it."""
    if QApplication.activeWindow() is None:
        window.activateWindow()
    return QApplication.activeWindow() is window


async def fill_form(running: Running, url: str, *, mobile: str = "", name: str = "") -> None:
    """Fill in the form of the welcome page by mouse and keys."""
    person = running.person
    await person.wait_for(lambda: person.looks_for("Server region: Other address"), "the welcome page")
    await person.click("Server region: Other address")
    for title, text in (
        ("Address", url),
        ("Client ID (App key)", KEY),
        ("Client Secret (App secret)", SECRET),
        ("Your mobile number", mobile),
        ("Name for this book", name),
    ):
        if text:
            await person.click(title)
            await person.type(text)


async def connect(running: Running, url: str, *, mobile: str = "", name: str = "Harbour") -> None:
    """Fill in the form, and connect."""
    await fill_form(running, url, mobile=mobile, name=name)
    await running.person.click("Connect and load contacts")
