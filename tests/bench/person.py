"""What a person does in the window while it is measured. Everything goes through the widgets a person uses."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView

from addressbook.domain.query import SortKey
from addressbook.ui.actions import Act
from addressbook.ui.book_page import BookPage
from addressbook.ui.main_window import MainWindow
from tests.bench.marks import Heartbeat
from tests.bench.queries import QUERIES
from tests.helpers.wait import until

PATIENCE = 30.0
FRAME = 1 / 60
KEY_EVERY = 0.12  # seconds between two keys: a fast typist
SCOPES = (Act.SCOPE_NO_LABEL, Act.SCOPE_ALL)
SORTS = (SortKey.COMPANY, SortKey.OWNER, SortKey.PHONE, SortKey.NAME)


class Painted(QObject):
    """Tells when the whole answer to what was asked is on the screen: the list's next paint after it, or the page in
    its place when nothing was found."""

    def __init__(self, page: BookPage) -> None:
        super().__init__(page)
        self._page = page
        self._answered = False
        self._done: asyncio.Future[float] | None = None
        page.queries.answered.connect(self._on_answered)
        for widget in (page.view.viewport(), page.message):
            widget.installEventFilter(self)

    async def after(self, act: Callable[[], object]) -> float:
        """Milliseconds from `act` until its answer is painted."""
        self._answered, self._done = False, asyncio.get_running_loop().create_future()
        began = time.monotonic()
        act()
        async with asyncio.timeout(PATIENCE):
            return (await self._done - began) * 1000

    def _on_answered(self) -> None:
        if self._page.queries.is_answered and not self._page.queries.partial:
            self._answered = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._answered and self._done is not None:
            self._answered = False
            QTimer.singleShot(0, self._tell)  # runs when this paint is over
        return False

    def _tell(self) -> None:
        if self._done is not None and not self._done.done():
            self._done.set_result(time.monotonic())


class Person:
    """Scrolls, types, and changes scope and order. `heartbeat.phase` names what is being done."""

    def __init__(self, window: MainWindow, heartbeat: Heartbeat) -> None:
        page = window.book_page
        assert page is not None
        self._page, self._window, self._heartbeat = page, window, heartbeat
        self._painted = Painted(page)

    async def look(self, seconds: float) -> None:
        """Do nothing for a while."""
        self._heartbeat.phase = "looking"
        await asyncio.sleep(seconds)

    async def scroll(self, seconds: float) -> None:
        """Drag the scroll bar through the list, a step a frame."""
        self._heartbeat.phase = "scrolling"
        bar = self._page.view.verticalScrollBar()
        frames = int(seconds / FRAME)
        for frame in range(frames):
            bar.setValue(bar.maximum() * frame // frames)
            await asyncio.sleep(FRAME)
        bar.setValue(0)

    async def type_words(self, words: Iterable[str]) -> None:
        """Type into the filter box and clear it again."""
        self._heartbeat.phase = "filtering"
        for word in words:
            for length in range(1, len(word) + 1):
                self._page.search.setText(word[:length])
                await asyncio.sleep(KEY_EVERY)
            self._page.search.clear()
            await asyncio.sleep(KEY_EVERY)

    async def change_scope(self) -> None:
        """Another scope and back."""
        self._heartbeat.phase = "changing scope"
        for act in SCOPES:
            self._window.actions_by_id[act].trigger()
            await asyncio.sleep(0.4)

    async def use_while(self, loading: Callable[[], bool]) -> None:
        """All of it, round and round, for as long as the book is being loaded."""
        word = 0
        while loading():
            await self.look(1.0)
            await self.scroll(1.5)
            await self.type_words((QUERIES[word % len(QUERIES)],))
            word += 1
            await self.change_scope()

    async def refresh(self, seconds: float) -> None:
        """Drag and type fast while the book is being refreshed (again, where it is small)."""
        end = time.monotonic() + seconds
        word = 0
        while time.monotonic() < end:
            self._window.actions_by_id[Act.REFRESH].trigger()  # does nothing while a refresh is under way
            await self.scroll(1.5)
            await self.type_words((QUERIES[word % len(QUERIES)],))
            word += 1

    async def until_searchable(self) -> None:
        """Wait until all texts were read, which is begun with the start; a search tells."""
        self._page.search.setText("a")
        queries = self._page.queries
        await until(lambda: queries.is_answered and not queries.partial, "all texts", timeout=PATIENCE * 10)
        self._page.search.clear()

    async def typing_ms(self, queries: int) -> list[float]:
        """For each key typed, one of so many queries after the other: until its results are painted."""
        taken = []
        for query in QUERIES[:queries]:
            for length in range(1, len(query) + 1):
                taken.append(await self._painted.after(partial(self._page.search.setText, query[:length])))
        taken.append(await self._painted.after(self._page.search.clear))
        return taken

    async def changes_ms(self) -> list[float]:
        """For each change of scope, label and order: until its results are painted."""
        page, taken = self._page, []
        for act in SCOPES * 3:
            taken.append(await self._painted.after(self._window.actions_by_id[act].trigger))
        labels = [label.id for group in page.table.labels.groups for label in group.labels][:6]
        for label in labels * 2:
            taken.append(await self._painted.after(partial(page.sidebar.tree.toggle, label)))
        for key in SORTS:
            for descending in (False, True):
                taken.append(await self._painted.after(partial(page.view.sort_requested.emit, key, descending)))
        taken.append(await self._painted.after(partial(page.view.sort_requested.emit, SortKey.NAME, False)))
        return taken

    def frames_ms(self) -> list[float]:
        """Scrolling page by page from the top: for each the time it takes to paint it."""
        return frames_ms(self._page.view)

    def repaints_ms(self) -> list[float]:
        """Painting the same rows again, with nothing else to do: what no answer can be faster than."""
        taken = []
        for _ in range(20):
            began = time.monotonic()
            self._page.view.viewport().repaint()
            taken.append((time.monotonic() - began) * 1000)
        return taken


def frames_ms(view: QAbstractItemView, most: int = 400) -> list[float]:
    """Scrolling page by page from the top to the end, over several at once where there are more than `most`."""
    taken = []
    bar = view.verticalScrollBar()
    step = max(bar.pageStep(), bar.maximum() // most)
    bar.setValue(0)
    while bar.value() < bar.maximum():
        began = time.monotonic()
        bar.setValue(bar.value() + step)
        view.viewport().repaint()
        taken.append((time.monotonic() - began) * 1000)
    return taken
