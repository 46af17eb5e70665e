"""The log beside the file: it stays short although somebody is always reading, and nobody waits long for that."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from addressbook.store import connection
from addressbook.store.connection import Connection, connect

PAGE = 4096 + 24  # with what the log says of it
LOG, LONG_LOG = 50, 200  # pages
COMMITS, PAGES = 300, 10


@pytest.fixture(autouse=True)
def _short_log(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "_LOG", LOG)
    monkeypatch.setattr(connection, "_LONG_LOG", LONG_LOG)


@pytest.fixture
def path(folder: Path) -> Path:
    return folder / "book.db"


@pytest.fixture
def writer(path: Path, key: bytes) -> Iterator[Connection]:
    opened = connect(path, key)
    opened.run("CREATE TABLE t (number INTEGER PRIMARY KEY, text TEXT)")
    opened.many("INSERT INTO t VALUES (?, ?)", ((number, "x" * 3000) for number in range(PAGES)))
    yield opened
    opened.close()


def _write(writer: Connection, commits: int) -> None:
    for _ in range(commits):
        with writer.transaction():
            writer.run("UPDATE t SET text = hex(randomblob(1500))")


def _log_pages(path: Path) -> int:
    return path.with_name(f"{path.name}-wal").stat().st_size // PAGE


@contextmanager
def _read_always(path: Path, key: bytes) -> Iterator[None]:
    """Two readers, one of which at least is reading at any moment."""
    begun, end = threading.Event(), threading.Event()

    def read() -> None:
        with ExitStack() as readers:
            connections = [connect(path, key, readonly=True) for _ in range(2)]
            for each in connections:
                readers.callback(each.close)
            before = readers.enter_context(ExitStack())
            while not end.is_set():
                for each in connections:
                    now = ExitStack()
                    now.enter_context(each.snapshot())
                    each.number("SELECT count(*) FROM t")
                    before.close()
                    before = readers.enter_context(now)
                    begun.set()
                    time.sleep(0.002)
            before.close()

    thread = threading.Thread(target=read)
    thread.start()
    assert begun.wait(10)
    try:
        yield
    finally:
        end.set()
        thread.join()


def test_the_log_begins_anew_though_somebody_is_always_reading(
    path: Path, key: bytes, writer: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_LONG_LOG_MS", 200)  # beside two busy readers one in 200 waits is in vain
    with _read_always(path, key):
        _write(writer, COMMITS)
    assert _log_pages(path) < 3 * LONG_LOG < COMMITS * PAGES // 4


def test_who_reads_without_end_does_not_keep_others_from_writing(
    path: Path, key: bytes, writer: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "_LONG_LOG_MS", 1)
    reader = connect(path, key, readonly=True)
    with reader.snapshot():
        assert reader.number("SELECT count(*) FROM t") == PAGES
        _write(writer, 50)
        grown = _log_pages(path)
        assert grown > LONG_LOG
    _write(writer, 50)
    assert _log_pages(path) <= grown + 2 * PAGES  # the first of them begins it anew
    reader.close()
