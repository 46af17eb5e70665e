"""Calls that are given up: each job gives back what it had taken, even one that had not begun."""

from __future__ import annotations

import asyncio

from addressbook.dingtalk.pace import Priority
from addressbook.services.flight import Flight, Job
from addressbook.services.threads import RequestThreads


def test_a_job_that_is_given_up_before_its_first_step_gives_itself_back() -> None:
    """Otherwise its page would never be read, and the pass never be whole."""
    left, asked = [1], []

    async def story() -> None:
        requests = RequestThreads()
        flight = Flight(requests)

        async def job(number: int) -> None:
            try:
                await flight.ask(Priority.BACKGROUND, lambda **_: asked.append(number))
            except BaseException:
                left.append(number)
                raise

        def next_job() -> Job | None:
            if not left:
                return None
            if not stopped:
                stopped.append(True)
                asyncio.get_running_loop().call_soon(flight.stop)  # comes round before the job that is being taken
            return job(left.pop())

        stopped: list[bool] = []
        await flight.drive(next_job, lambda: 3)
        assert (asked, left) == ([], [1])
        flight.begin()
        await flight.drive(next_job, lambda: 3)
        assert (asked, left) == ([1], [])
        await flight.drop()
        await requests.close(1.0)

    asyncio.run(story())
