"""Async tests on the loop that the program runs on: Qt and asyncio as one (qasync).

pytest-qt knows nothing of qasync, so `tests/gui` and `tests/e2e` take these names into their conftest.
A test may be an `async def`, or take `run_async` and hand it a coroutine.
"""

from __future__ import annotations

import asyncio
import gc
import inspect
import sys
from collections.abc import Callable, Coroutine, Iterator
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

TIMEOUT = 240.0
TESTS_TOGETHER = 60  # whose remains are collected at once


class _Garbage:
    """Full collections on the main thread, at the end of each test with a window, that look only at what that test has
    made: walking through all that has been imported and kept takes longer than most of these tests."""

    def __init__(self) -> None:
        self._tests = 0

    def begin(self) -> None:
        """A test begins: what is there now is left out."""
        gc.freeze()

    def collect(self) -> None:
        """A test has ended. What its fixtures held until now is found later, together with that of other tests."""
        self._tests += 1
        if self._tests % TESTS_TOGETHER == 0:
            gc.unfreeze()
        gc.collect()


_garbage = _Garbage()


@pytest.fixture
def qloop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[qasync.QEventLoop]:
    """A qasync loop of this test's own. Exceptions that nobody awaited fail the test at its end."""
    unhandled: list[str] = []
    # As in the program (ui/garbage.py): a worker thread must not destroy a QObject
    gc.disable()
    _garbage.begin()
    loop = qasync.QEventLoop(qapp, already_running=False)
    loop.set_exception_handler(
        lambda _, context: unhandled.append(f"{context.get('message')}: {context.get('exception')!r}")
    )
    # qasync reports a failed asyncSlot through the hook instead of the loop's handler
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _tb: unhandled.append(f"{kind.__name__}: {error}"))
    asyncio.set_event_loop(loop)
    # a dialog closed by a test would otherwise end the loop
    qapp.setQuitOnLastWindowClosed(False)
    yield loop
    # A window that outlives its test would hear of later tests' languages and looks, and ask a loop that has ended
    for window in qapp.topLevelWidgets():
        window.close()
        window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = [task for task in asyncio.all_tasks(loop) if not task.done()]
    for task in left:
        task.cancel()
    if left:
        _, deaf = loop.run_until_complete(asyncio.wait(left, timeout=10))
        unhandled += [f"a task that cannot be cancelled: {task}" for task in deaf]
    loop.close()
    asyncio.set_event_loop(None)
    QAccessible.setActive(False)  # a person (tests/helpers/person.py) has switched it on for all that follows
    _garbage.collect()
    if unhandled:
        pytest.fail("exceptions that nobody handled:\n" + "\n".join(unhandled), pytrace=False)


@pytest.fixture
def run_async(qloop: qasync.QEventLoop) -> Callable[..., Any]:
    """run_async(coroutine, timeout=240): its result, computed while Qt's events are served."""

    def run(work: Coroutine[Any, Any, Any], timeout: float = TIMEOUT) -> Any:
        return qloop.run_until_complete(asyncio.wait_for(work, timeout))

    return run


def pytest_itemcollected(item: pytest.Item) -> None:
    # First, so that the loop outlives the widgets that other fixtures make.
    if isinstance(item, pytest.Function) and inspect.iscoroutinefunction(item.obj):
        item.fixturenames.insert(0, "qloop")


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    loop: qasync.QEventLoop = pyfuncitem.funcargs["qloop"]
    loop.run_until_complete(asyncio.wait_for(pyfuncitem.obj(**arguments), TIMEOUT))
    return True
