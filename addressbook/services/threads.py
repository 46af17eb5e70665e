"""Threads of our own: blocking work off the event loop, without ever holding the exit.

The loop's default executor joins its threads at exit and so waits behind a hung call (measured: 6 s); these are
daemon threads. A result is delivered on the loop that asked for it; once `close` was called no result is delivered
any more, and whoever still waits sees asyncio.CancelledError.
"""

from __future__ import annotations

import asyncio
import contextlib
import heapq
import itertools
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Generic, ParamSpec, TypeVar

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")

FOREGROUND = 0
BACKGROUND = 1


@dataclass(order=True, slots=True)
class _Job:
    priority: int
    number: int
    work: Callable[[], Any] = field(compare=False)
    loop: asyncio.AbstractEventLoop = field(compare=False)
    result: asyncio.Future[Any] = field(compare=False)


class WorkerThreads:
    """A few daemon threads that take jobs by priority, then in the order in which they were asked for.

    `reserved` threads never take background work, so that a person never waits behind it. Threads start when
    first needed.
    """

    def __init__(self, name: str, count: int = 1, *, reserved: int = 0) -> None:
        if not 0 <= reserved < count:
            raise ValueError("at least one thread must take background work")
        self._name = name
        self._count = count
        self._background_limit = count - reserved
        self._jobs: list[_Job] = []
        self._numbers = itertools.count()
        self._changed = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._background_running = 0
        self._closed = False
        self._waiting: set[asyncio.Future[Any]] = set()

    def run(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> asyncio.Future[T]:
        """Start `work(*args)` on a thread, as foreground work; await the future for its result or exception."""
        return self.run_at(FOREGROUND, work, *args, **kwargs)

    def run_at(self, priority: int, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> asyncio.Future[T]:
        """Like `run`, at a priority of FOREGROUND or BACKGROUND. A cancelled future's job is skipped if not begun."""
        loop = asyncio.get_running_loop()
        result: asyncio.Future[T] = loop.create_future()
        if self._closed:
            result.cancel()
            return result
        self._waiting.add(result)
        result.add_done_callback(self._waiting.discard)
        job = _Job(priority, next(self._numbers), lambda: work(*args, **kwargs), loop, result)
        with self._changed:
            heapq.heappush(self._jobs, job)
            if self._idle < len(self._jobs) and len(self._threads) < self._count:
                thread = threading.Thread(
                    target=self._serve, name=f"{self._name}-{len(self._threads) + 1}", daemon=True
                )
                self._threads.append(thread)
                thread.start()
            self._changed.notify()
        return result

    def _next(self) -> _Job | None:
        """The next job for the calling thread; None when the threads are closed. Holds the condition."""
        while True:
            if self._closed:
                return None
            if self._jobs and (
                self._jobs[0].priority < BACKGROUND or self._background_running < self._background_limit
            ):
                return heapq.heappop(self._jobs)
            self._idle += 1
            self._changed.wait()
            self._idle -= 1

    def _serve(self) -> None:
        while True:
            with self._changed:
                job = self._next()
                if job is None:
                    return
                background = job.priority >= BACKGROUND
                self._background_running += background
            try:
                self._do(job)
            finally:
                with self._changed:
                    self._background_running -= background
                    self._changed.notify()
                del job  # an idle thread must not keep the last page alive

    def _do(self, job: _Job) -> None:
        if job.result.cancelled():
            return
        try:
            value, error = job.work(), None
        except BaseException as caught:  # noqa: BLE001 - handed to whoever waits for the result
            value, error = None, caught
        # the loop may have been closed while the work ran: then nobody waits any more
        with self._changed:
            if self._closed:
                return
            with contextlib.suppress(RuntimeError):
                job.loop.call_soon_threadsafe(_deliver, job.result, value, error)

    async def close(self, within: float = 1.0) -> bool:
        """Drop what has not begun, and wait at most `within` seconds for what has; True when all threads ended.

        Called on the loop's thread. Never waits behind a hung call longer than that.
        """
        with self._changed:
            self._closed = True
            self._jobs.clear()
            self._changed.notify_all()
            threads = list(self._threads)
        for result in tuple(self._waiting):
            result.cancel()
        deadline = asyncio.get_running_loop().time() + within
        while any(thread.is_alive() for thread in threads):
            if asyncio.get_running_loop().time() >= deadline:
                log.info("left a running %s thread behind", self._name)
                return False
            await asyncio.sleep(0.005)
        return True


def _deliver(result: asyncio.Future[Any], value: object, error: BaseException | None) -> None:
    if result.done():
        return
    if error is None:
        result.set_result(value)
    elif isinstance(error, StopIteration | KeyboardInterrupt | SystemExit | GeneratorExit):
        result.set_exception(RuntimeError(f"a worker thread saw {type(error).__name__}"))
    else:
        result.set_exception(error)


class StoreThread(WorkerThreads):
    """The one thread that writes the copy: decodes pages, computes keys, owns the writing connection."""

    def __init__(self) -> None:
        super().__init__("store")


class QueryThread(WorkerThreads):
    """The thread of the long reading queries, with a reading connection of its own."""

    def __init__(self) -> None:
        super().__init__("query")


class RequestThreads(WorkerThreads):
    """The threads that talk to DingTalk. Two of them are kept for what a person waits for."""

    def __init__(self, count: int = 16) -> None:
        super().__init__("request", count, reserved=2)


class Started(Generic[T]):
    """Blocking work on a daemon thread of its own, begun at once, also before there is an event loop."""

    def __init__(self, work: Callable[[], T], name: str = "early") -> None:
        self._future: Future[T] = Future()
        self._future.set_running_or_notify_cancel()
        self._work = work
        threading.Thread(target=self._run, name=name, daemon=True).start()

    def _run(self) -> None:
        try:
            value = self._work()
        except BaseException as error:  # noqa: BLE001 - handed to whoever waits for the result
            self._future.set_exception(error)
        else:
            self._future.set_result(value)

    def wait(self) -> T:
        """Wait for the result on another thread than the event loop's."""
        return self._future.result()

    async def result(self) -> T:
        """Wait for the result. Cancelling the wait leaves the work to itself."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[None] = loop.create_future()

        def tell(_: object) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended: nobody waits any more
                loop.call_soon_threadsafe(_deliver, done, None, None)

        self._future.add_done_callback(tell)
        await done
        return self._future.result(timeout=0)


async def on_own_thread(work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Run something that may hang on its own (the keyring, a proxy script) on a thread of its own."""
    return await Started(lambda: work(*args, **kwargs), getattr(work, "__name__", "work")).result()
