"""The calls of one pass that are under way: driven several at a time, and given up together.

What is cancelled is only ever the network half of a job: what came and is being stored is stored, and told.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any

from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.pace import Priority
from addressbook.errors import Cancelled
from addressbook.services.threads import RequestThreads

log = logging.getLogger(__name__)

Job = Coroutine[Any, Any, None]


class Flight:
    """Belongs to the event loop's thread. `stopping` is set by `stop` and taken back by `begin`."""

    def __init__(self, requests: RequestThreads) -> None:
        self.stopping = False
        self._requests = requests
        self._tasks: set[asyncio.Task[None]] = set()
        self._keeping: set[asyncio.Task[Any]] = set()
        # A task that is cancelled before its first step never runs, and its job would never give itself back: such a
        # job is told when it asks.
        self._not_begun: set[asyncio.Task[Any]] = set()
        self._given_up: set[asyncio.Task[Any]] = set()
        self._cancel = CancelToken()

    @property
    def busy(self) -> bool:
        """Whether any job is under way."""
        return bool(self._tasks)

    def begin(self) -> None:
        """Go on after `stop`, or after a fault. Jobs that ended while nobody drove have given themselves back."""
        done = {task for task in self._tasks if task.done()}
        self._tasks -= done
        for task in done:
            if not task.cancelled() and (error := task.exception()) is not None:
                log.debug("under way while the loader waited: %s", error)
        self.stopping = False

    def stop(self) -> None:
        """Give up what is under way; `drive` returns."""
        self.stopping = True
        self._abandon()

    async def drop(self) -> None:
        """Stop, and wait until no task is left. Nothing is told any more: the book is being closed."""
        self.stop()
        for task in self._keeping:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks.clear()

    async def drive(self, next_job: Callable[[], Job | None], most: Callable[[], int]) -> None:
        """Run jobs, up to `most` at a time, until there are none left or `stop` is called.

        The first fault of a job is raised, and the others are given up.
        """
        while not self.stopping:
            while len(self._tasks) < most() and (job := next_job()) is not None:
                task = asyncio.create_task(job)
                self._tasks.add(task)
                self._not_begun.add(task)
                task.add_done_callback(self._not_begun.discard)
                task.add_done_callback(self._given_up.discard)
            if not self._tasks:
                return
            done, self._tasks = await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            errors = [task.exception() for task in done if not task.cancelled()]
            for error in errors:
                if error is not None and not isinstance(error, Cancelled):
                    # the others would tell the same later, when a person may already have mended it
                    self._abandon()
                    raise error

    async def ask(self, priority: Priority, call: Callable[..., Any], *args: Any) -> Any:
        """The answer to a call of the client, which `stop` or another job's fault cancels."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - for the type checker
        self._not_begun.discard(task)
        if self.stopping or task in self._given_up:  # a job that was storing when everything stopped, or had not begun
            raise Cancelled
        return await self._requests.run_at(priority, call, *args, priority=priority, cancel=self._cancel)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Around storing an answer and telling of it: what was stored untold would differ no more when read again."""
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - for the type checker
        self._keeping.add(task)
        try:
            yield
        finally:
            self._keeping.discard(task)

    def _abandon(self) -> None:
        """Cancel the calls under way, whose jobs give themselves back."""
        self._cancel.cancel()
        self._cancel = CancelToken()
        self._given_up |= self._not_begun
        for task in self._tasks - self._keeping - self._not_begun:
            task.cancel()
