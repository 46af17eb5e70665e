"""The frame of the GUI tests itself: what it must catch is caught."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer

from tests.helpers.wait import until


async def test_async_tests_run_on_qts_loop() -> None:
    fired: list[int] = []
    QTimer.singleShot(0, lambda: fired.append(1))
    await until(lambda: fired, "Qt's timer")
    assert type(asyncio.get_running_loop()).__module__.startswith("qasync")


def test_coroutines_are_run_for_a_plain_test(run_async: Callable[..., Any]) -> None:
    async def work() -> int:
        return await asyncio.to_thread(lambda: 42)

    assert run_async(work()) == 42
