"""Acts that go on when nobody waits for them any more, one at a time for each piece of work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Generic, TypeVar

R = TypeVar("R")


class JoinedActs(Generic[R]):
    """Belongs to the event loop's thread. `tell` is given the result of an act for which nobody waits any more."""

    def __init__(self, name: str, tell: Callable[[R], None]) -> None:
        self._name = name
        self._tell = tell
        self._running: dict[str, asyncio.Task[R]] = {}
        self._waiting: dict[str, int] = {}

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._running

    async def run(self, item_id: str, act: Callable[[], Coroutine[Any, Any, R]]) -> R:
        """The result of `act`, or of the act that is under way for this item."""
        task = self._running.get(item_id)
        if task is None:
            task = self._running[item_id] = asyncio.create_task(act(), name=self._name)
            task.add_done_callback(lambda _: self._running.pop(item_id, None))
        self._waiting[item_id] = self._waiting.get(item_id, 0) + 1
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError:
            if not task.done() and self._waiting[item_id] == 1:
                task.add_done_callback(self._ended_alone)
            raise
        finally:
            self._waiting[item_id] -= 1
            if not self._waiting[item_id]:
                del self._waiting[item_id]

    async def close(self) -> None:
        """End what is under way."""
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended_alone(self, task: asyncio.Task[R]) -> None:
        """The form or guide that began it is closed."""
        if not task.cancelled() and task.exception() is None:
            self._tell(task.result())
