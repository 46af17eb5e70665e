"""The log: a small rotating file of the person's own, and the last lines in memory for a problem report.

Everything passes redaction as finished text, so that arguments and tracebacks are covered like the message.
"""

from __future__ import annotations

import logging
import os
from collections import deque
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from addressbook.errors import StoreError
from addressbook.paths import Paths
from addressbook.redaction import redact, register_secret, shortened

__all__ = ["RedactingFormatter", "recent", "register_secret", "setup"]

FILE_NAME = "addressbook.log"
_BYTES, _FILES = 1_000_000, 3
_RECENT_LINES = 1_000
_LONGEST_MESSAGE = 4_000  # characters: whatever text came from outside, a line of the log stays a line
_LONGEST_TRACE = 8_000  # characters at either end: where it began, and what went wrong
_FORMAT = "%(asctime)s.%(msecs)03dZ %(levelname)-7s %(threadName)s %(name)s: %(message)s"

_recent: deque[str] = deque(maxlen=_RECENT_LINES)
_installed: list[logging.Handler] = []


class RedactingFormatter(logging.Formatter):
    """Formats in UTC, then hides secrets and the name of the home folder."""

    def __init__(self) -> None:
        super().__init__(_FORMAT, "%Y-%m-%dT%H:%M:%S")
        self._home = str(Path.home())

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802
        from datetime import UTC, datetime

        return datetime.fromtimestamp(record.created, UTC).strftime(datefmt or self.datefmt or "")

    def formatException(self, ei: object) -> str:  # noqa: N802
        # Formatter caches this text on the record, where other handlers would find it
        trace = super().formatException(ei)  # type: ignore[arg-type]
        return redact(shortened(trace, _LONGEST_TRACE, _LONGEST_TRACE))

    def formatStack(self, stack_info: str) -> str:  # noqa: N802
        return shortened(super().formatStack(stack_info), _LONGEST_TRACE, _LONGEST_TRACE)

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802
        record.message = shortened(record.message, _LONGEST_MESSAGE)
        return super().formatMessage(record)

    def format(self, record: logging.LogRecord) -> str:
        text = redact(super().format(record))
        return text.replace(self._home, "~") if len(self._home) > 1 else text


class _PrivateFile(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        return TextIOWrapper(os.fdopen(handle, "ab"), encoding=self.encoding, errors="replace")


class _RecentLines(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            _recent.append(self.format(record))
        except Exception:  # noqa: BLE001 - logging's own rule: report it, never raise into the caller
            self.handleError(record)


def setup(paths: Paths, verbose: bool = False) -> None:
    """Log to a file under `paths.log_dir` and to `recent()`; to the console too when `verbose`.

    Goes on without the file when it cannot be written. May be called again: the new set-up replaces the old.
    """
    root = logging.getLogger()
    for old in _installed:
        root.removeHandler(old)
        old.close()
    _installed.clear()

    handlers: list[logging.Handler] = [_RecentLines()]
    trouble = ""
    try:
        handlers.append(
            _PrivateFile(paths.log_dir / FILE_NAME, maxBytes=_BYTES, backupCount=_FILES - 1, encoding="utf-8")
        )
    except (OSError, StoreError) as error:
        trouble = type(error).__name__
    if verbose:
        handlers.append(logging.StreamHandler())
    for handler in handlers:
        handler.setFormatter(RedactingFormatter())
        root.addHandler(handler)
        _installed.append(handler)
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    # Its messages quote whole URLs, and whatever it has to say reaches us as an exception.
    logging.getLogger("urllib3").setLevel(logging.CRITICAL + 1)
    # DEBUG of these two is of no use to anybody who runs the program.
    for noisy in ("asyncio", "qasync"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    if trouble:
        logging.getLogger(__name__).warning("no log file: %s", trouble)


def recent() -> list[str]:
    """The last lines, redacted, oldest first."""
    return list(_recent)
