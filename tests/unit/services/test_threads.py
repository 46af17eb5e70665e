"""Worker threads: order, priority, and an exit that waits for nobody."""

from __future__ import annotations

import asyncio
import threading
import time

import pytest

from addressbook.services.threads import (
    BACKGROUND,
    FOREGROUND,
    RequestThreads,
    Started,
    StoreThread,
    WorkerThreads,
    on_own_thread,
)


def hold(threads: WorkerThreads, gate: threading.Event) -> tuple[asyncio.Future[bool], asyncio.Event]:
    """Occupy one thread until `gate` opens; the second value is set when that has begun."""
    loop, begun = asyncio.get_running_loop(), asyncio.Event()

    def work() -> bool:
        loop.call_soon_threadsafe(begun.set)
        return gate.wait(60)

    return threads.run(work), begun


def test_a_result_and_an_exception_come_back_to_the_loop() -> None:
    async def story() -> None:
        thread = StoreThread()
        assert await thread.run(divmod, 7, 2) == (3, 1)
        with pytest.raises(ZeroDivisionError):
            await thread.run(divmod, 1, 0)
        assert await thread.close()

    asyncio.run(story())


def test_one_thread_keeps_the_order_and_foreground_goes_first() -> None:
    async def story() -> None:
        thread = WorkerThreads("test", 1)
        gate, done = threading.Event(), []
        held, begun = hold(thread, gate)
        await begun.wait()
        waiting = [thread.run_at(BACKGROUND, done.append, number) for number in (1, 2)]
        waiting.append(thread.run_at(FOREGROUND, done.append, 0))
        gate.set()
        await asyncio.gather(held, *waiting)
        assert done == [0, 1, 2]
        await thread.close()

    asyncio.run(story())


def test_background_work_never_takes_the_reserved_threads() -> None:
    async def story() -> None:
        threads = RequestThreads(4)
        gate = threading.Event()
        held = [threads.run_at(BACKGROUND, gate.wait, 60) for _ in range(8)]
        assert await asyncio.wait_for(threads.run(lambda: "at once"), 20) == "at once"
        gate.set()
        await asyncio.gather(*held)
        await threads.close()

    asyncio.run(story())


def test_a_cancelled_job_that_has_not_begun_is_never_run() -> None:
    async def story() -> None:
        thread = StoreThread()
        gate, done = threading.Event(), []
        held = thread.run(gate.wait, 10)
        cancelled = thread.run(done.append, "never")
        cancelled.cancel()
        gate.set()
        await held
        await thread.run(done.append, "after")
        assert done == ["after"]
        await thread.close()

    asyncio.run(story())


def test_closing_does_not_wait_behind_a_hung_call() -> None:
    gate = threading.Event()

    async def story() -> float:
        threads = RequestThreads(3)
        hung, begun = hold(threads, gate)
        await begun.wait()
        began = time.monotonic()
        assert not await threads.close(within=0.2)
        assert hung.cancelled()
        assert threads.run(print, "refused").cancelled()
        return time.monotonic() - began

    try:
        assert asyncio.run(story()) < 10  # the call itself would never end
    finally:
        gate.set()


def test_a_result_that_comes_after_the_loop_has_gone_is_dropped() -> None:
    gate, came = threading.Event(), threading.Event()

    def late() -> None:
        gate.wait(10)
        came.set()

    async def story() -> WorkerThreads:
        threads = WorkerThreads("late")
        threads.run(late)
        await asyncio.sleep(0)
        return threads

    threads = asyncio.run(story())
    gate.set()
    assert came.wait(10)
    threads._threads[0].join(0.05)  # an exception there would fail the test as a warning


def test_started_work_may_begin_before_the_loop() -> None:
    early = Started(lambda: "ready")
    assert asyncio.run(early.result()) == "ready"
    assert asyncio.run(early.result()) == "ready"
    with pytest.raises(ValueError, match="bad"):
        asyncio.run(on_own_thread(int, "bad"))


def test_waiting_for_started_work_can_be_given_up() -> None:
    gate = threading.Event()

    async def story() -> None:
        early: Started[bool] = Started(lambda: gate.wait(30))
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await early.result()
        gate.set()
        assert await early.result()

    asyncio.run(story())
