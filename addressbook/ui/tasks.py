"""Coroutines started from Qt: kept alive, cancelled with their owner, their failures told to somebody."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QObject

log = logging.getLogger(__name__)

ErrorHandler = Callable[[BaseException], None]


class Tasks(QObject):
    """The running coroutines of one widget. Lives on the event loop's thread.

    `on_error` hears failures of tasks that have no handler of their own; without it the loop's exception
    handler does (the application sets one that tells the person).
    """

    def __init__(self, owner: QObject, on_error: ErrorHandler | None = None) -> None:
        super().__init__(owner)
        self._on_error = on_error
        # asyncio itself holds tasks weakly: one that nobody keeps may vanish half-way
        self._running: set[asyncio.Task[Any]] = set()
        # a bound method of self would not be called any more while self is being destroyed
        running = self._running
        self.destroyed.connect(lambda: _cancel_all(running))

    def start(self, coro: Coroutine[Any, Any, Any], on_error: ErrorHandler | None = None) -> asyncio.Task[Any]:
        """Run `coro` on the loop; `on_error` hears its exception, but never a cancellation."""
        task = asyncio.get_event_loop().create_task(coro)
        self._running.add(task)
        task.add_done_callback(lambda done: self._on_done(done, on_error))
        return task

    def cancel(self) -> None:
        """Cancel everything that is still running."""
        _cancel_all(self._running)

    @property
    def busy(self) -> bool:
        """Whether anything is running."""
        return bool(self._running)

    def _on_done(self, task: asyncio.Task[Any], on_error: ErrorHandler | None) -> None:
        self._running.discard(task)
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        handler = on_error or self._on_error
        if handler is not None:
            handler(error)
        else:
            task.get_loop().call_exception_handler(
                {"message": "a task of the window failed", "exception": error, "task": task}
            )


def _cancel_all(running: set[asyncio.Task[Any]]) -> None:
    for task in tuple(running):
        task.cancel()
