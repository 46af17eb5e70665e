"""Exceptions that nobody caught: logged, and told to the window instead of ending the program."""

from __future__ import annotations

import asyncio
import logging
import sys
import threading
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal

log = logging.getLogger(__name__)


class ErrorHooks(QObject):
    """Installs the three hooks. `unexpected` carries the name of the exception's class, never its text."""

    unexpected = Signal(str)

    def install(self, loop: asyncio.AbstractEventLoop) -> None:
        """Python's own hook (Qt slots and qasync use it), the threads', and the event loop's."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        loop.set_exception_handler(self._on_loop_exception)

    @staticmethod
    def uninstall() -> None:
        """Put Python's own hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        log.error("an exception that nobody caught", exc_info=(kind, error, trace))
        self.unexpected.emit(kind.__name__)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_loop_exception(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, BaseException):
            self._on_exception(type(error), error, error.__traceback__)
        else:
            log.error("the event loop: %s", context.get("message"))
