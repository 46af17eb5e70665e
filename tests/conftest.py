"""What every test gets: a private home, a key store in memory, and no tolerance for stray log lines."""

from __future__ import annotations

import gc
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import keyring
import pytest
from hypothesis import settings

from tests.helpers.memory_keyring import MemoryKeyring

# Before anything imports Qt, and inherited by the processes that tests start.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANG"] = "en_US.UTF-8"
os.environ["LC_CTYPE"] = "C.UTF-8"  # Qt warns about anything that is not UTF-8
# Dozens of processes are started: each would compile all of the program again.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
for _name in ("LC_ALL", "LANGUAGE", "LC_MESSAGES", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY"):
    if _name not in ("DISPLAY", "WAYLAND_DISPLAY") or os.environ["QT_QPA_PLATFORM"] == "offscreen":
        os.environ.pop(_name, None)

FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_DATA_HOME": "data",
    "XDG_CONFIG_HOME": "config",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
}
WATCHED_LOGGERS = ("addressbook", "asyncio", "qasync", "py.warnings")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the tests marked `long`")


def pytest_configure(config: pytest.Config) -> None:
    """How many examples a property is tried with, unless its test says less (see tests/helpers/examples.py); a busy
    computer may take its time over each."""
    settings.register_profile("ordinary", max_examples=100, deadline=None)
    settings.register_profile("long", max_examples=500, deadline=None)
    settings.load_profile("long" if config.getoption("--long") else "ordinary")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    skip = pytest.mark.skip(reason="slow; run by `dev.py test --long`")
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(skip)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What importing thousands of tests has made lives as long as they do. Left out, each full collection (there is one
    at the end of each test with a window) would walk through it again, which takes longer than most of these tests."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Half characters, which some tests log on purpose, cannot be sent from xdist's workers."""
    report = yield
    report.sections = [(title, _sendable(text)) for title, text in report.sections]
    if report.longrepr is not None and report.longreprtext != _sendable(report.longreprtext):
        report.longrepr = _sendable(report.longreprtext)
    return report


def _sendable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()


@pytest.fixture(scope="session")
def _homes() -> Iterator[Path]:
    # Short, because paths of local sockets may hold about 100 characters only.
    root = Path(tempfile.mkdtemp(prefix="abt-"))
    yield root
    shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(autouse=True)
def private_home(_homes: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh home folder, so that no test reads or writes what belongs to a person or to another test."""
    home = Path(tempfile.mkdtemp(dir=_homes, prefix=""))
    (home / "run").mkdir(mode=0o700)  # the others are made by who uses them
    for name, folder in FOLDERS.items():
        monkeypatch.setenv(name, f"{home}/{folder}" if folder else str(home))
    return home


@pytest.fixture(autouse=True)
def memory_keyring() -> MemoryKeyring:
    """The key store of this test: starts empty, and can be told to refuse (see its class)."""
    backend = MemoryKeyring()
    keyring.set_keyring(backend)
    return backend


class _Recorder(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


class ExpectedLog:
    """The log lines that a test knows of: `expected_log(r"gave up on page \\d+")`."""

    def __init__(self) -> None:
        self.patterns: list[tuple[re.Pattern[str], bool]] = []

    def __call__(self, pattern: str, *, optional: bool = False) -> None:
        """Allow lines of WARNING and above that match; unless `optional`, at least one must come."""
        self.patterns.append((re.compile(pattern), optional))


@pytest.fixture
def expected_log(_log_watch: ExpectedLog) -> Callable[..., None]:
    return _log_watch


@pytest.fixture(autouse=True)
def _log_watch() -> Iterator[ExpectedLog]:
    """Fail a test that logged a warning or worse which it had not announced."""
    expected, recorder = ExpectedLog(), _Recorder()
    loggers = [logging.getLogger(name) for name in WATCHED_LOGGERS]
    for logger in loggers:
        logger.addHandler(recorder)
    try:
        yield expected
    finally:
        for logger in loggers:
            logger.removeHandler(recorder)
    lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in recorder.records]
    missing = [
        pattern.pattern
        for pattern, optional in expected.patterns
        if not optional and not any(pattern.search(line) for line in lines)
    ]
    stray = [line for line in lines if not any(pattern.search(line) for pattern, _ in expected.patterns)]
    if stray:
        pytest.fail("stray log lines:\n" + "\n".join(stray), pytrace=False)
    if missing:
        pytest.fail("log lines that did not come:\n" + "\n".join(missing), pytrace=False)
