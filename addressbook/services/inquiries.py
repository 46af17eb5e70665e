"""What is being looked into because an answer was lost: one task for each piece of work."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Inquiries:
    """Belongs to the event loop's thread. A failure of ours is logged; the work stays as uncertain as it was."""

    def __init__(self) -> None:
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._all: set[asyncio.Task[None]] = set()  # also those that were dropped and have not ended yet

    def __contains__(self, item_id: object) -> bool:
        return item_id in self._tasks

    def begin(self, item_id: str, work: Coroutine[Any, Any, None]) -> None:
        """Look into an item, in the place of what may be looking into it."""
        self.drop(item_id)
        task = self._tasks[item_id] = asyncio.create_task(work, name="look into a lost answer")

        self._all.add(task)

        def ended(done: asyncio.Task[None]) -> None:
            self._all.discard(done)
            if self._tasks.get(item_id) is done:
                del self._tasks[item_id]
            if not done.cancelled() and (error := done.exception()) is not None:
                log.error("a lost answer could not be looked into", exc_info=error)

        task.add_done_callback(ended)

    def drop(self, item_id: str) -> None:
        """Look no further."""
        task = self._tasks.pop(item_id, None)
        if task is not None and task is not asyncio.current_task():
            task.cancel()

    async def close(self) -> None:
        """Stop looking."""
        tasks = list(self._all)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
