"""Calls are spaced, foreground first, slower after a refusal and faster again; waiting can be cancelled."""

from __future__ import annotations

import math
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.client import DingTalkClient
from addressbook.dingtalk.pace import Pace, Priority, SystemClock
from addressbook.dingtalk.region import other_address
from addressbook.errors import Cancelled
from tests.helpers.wait import until_blocking


class FakeClock(SystemClock):
    """Waiting takes no time; it only moves the hands. For one thread at a time."""

    def __init__(self) -> None:
        self.time = 100.0

    def now(self) -> float:
        return self.time

    def wait(self, condition: threading.Condition, seconds: float | None) -> None:
        assert seconds is not None, "would wait for ever"
        self.time += seconds


def starts(pace: Pace, clock: FakeClock, count: int, priority: Priority = Priority.FOREGROUND) -> list[float]:
    times = []
    for _ in range(count):
        pace.acquire(priority)
        times.append(clock.time)
    return times


def most_in_a_second(times: list[float]) -> int:
    return max(sum(1 for other in times if start <= other < start + 1.0) for start in times)


def test_no_second_ever_holds_more_than_the_limit_and_little_is_left_unused() -> None:
    clock = FakeClock()
    times = starts(Pace(20, clock=clock), clock, 400)
    assert most_in_a_second(times) <= 20
    assert 400 / (times[-1] - times[0]) >= 18.0


def test_a_shaky_clock_and_network_do_not_break_the_limit() -> None:
    clock = FakeClock()
    pace = Pace(20, clock=clock)
    times = []
    for number in range(400):
        pace.acquire()
        times.append(clock.time)
        clock.time += (0.0, 0.013, 0.001, 0.09)[number % 4]  # threads that wake up late
    arrivals = sorted(at + (0.0, 0.008, 0.003)[number % 3] for number, at in enumerate(times))
    assert most_in_a_second(arrivals) <= 20
    assert 400 / (times[-1] - times[0]) >= 18.0


def test_an_idle_time_is_not_saved_up_for_a_burst() -> None:
    clock = FakeClock()
    pace = Pace(20, clock=clock)
    starts(pace, clock, 5)
    clock.time += 60
    assert most_in_a_second(starts(pace, clock, 50)) <= 20


def test_the_background_keeps_to_its_own_limit_which_can_change() -> None:
    clock = FakeClock()
    pace = Pace(20, background_per_second=5, clock=clock)
    times = starts(pace, clock, 50, Priority.BACKGROUND)
    assert most_in_a_second(times) <= 5
    assert 50 / (times[-1] - times[0]) >= 4.7
    pace.background_limit = 20
    times = starts(pace, clock, 50, Priority.BACKGROUND)
    pace.background_limit = 5
    slower = starts(pace, clock, 10, Priority.BACKGROUND)
    assert most_in_a_second([*times[-4:], *slower]) <= 5, "what went before under another limit counts"
    pace.background_limit = math.inf
    times = starts(pace, clock, 100, Priority.BACKGROUND)
    assert 100 / (times[-1] - times[0]) >= 18.0
    assert most_in_a_second(times) <= 20


def test_threads_that_wake_up_late_do_not_make_the_background_a_burst() -> None:
    clock = FakeClock()
    pace = Pace(20, background_per_second=5, clock=clock)
    times = []
    for number in range(100):
        pace.acquire(Priority.BACKGROUND)
        times.append(clock.time)
        clock.time += (0.0, 0.013, 0.3, 0.09)[number % 4]
    arrivals = sorted(at + (0.0, 0.03, 0.01)[number % 3] for number, at in enumerate(times))
    assert most_in_a_second(arrivals) <= 5


def test_a_refusal_silences_and_slows_and_success_recovers() -> None:
    clock = FakeClock()
    pace = Pace(20, clock=clock)
    starts(pace, clock, 5)
    before = pace.rate
    pace.slowed(2.0)
    assert pace.blocked_until == clock.time + 2.0
    at = clock.time
    pace.acquire()
    assert clock.time == pytest.approx(at + 2.0)
    assert pace.blocked_until is None
    slowed = pace.rate
    assert slowed < before * 0.8
    for _ in range(300):
        pace.acquire()
        pace.succeeded()
    assert pace.rate == before
    assert clock.time - at < 30


def test_calls_refused_together_count_as_one_refusal() -> None:
    clock = FakeClock()
    pace = Pace(20, clock=clock)
    for _ in range(8):
        pace.slowed(1.0)
    assert pace.rate > 8


def test_it_never_stops_altogether() -> None:
    clock = FakeClock()
    pace = Pace(20, clock=clock)
    for _ in range(100):
        pace.slowed(1.0)
        clock.time += 2
    assert pace.rate == 1.0


def test_no_limit_until_the_server_has_one() -> None:
    clock = FakeClock()
    pace = Pace(math.inf, math.inf, clock=clock)
    assert set(starts(pace, clock, 1000)) == {100.0}
    pace.slowed(1.0)
    assert most_in_a_second(starts(pace, clock, 50)) <= 20


def test_each_interface_has_an_allowance_of_its_own() -> None:
    clock = FakeClock()
    pace = Pace(20, clock=clock)
    assert pace.of("list") is pace.of("list")
    times = starts(pace.of("list"), clock, 40)
    before = clock.time
    starts(pace.of("get"), clock, 1)
    assert clock.time == before, "what is listed does not count"
    assert most_in_a_second(times) <= 20
    pace.of("list").slowed(5.0)
    assert pace.blocked_until == clock.time + 5.0
    assert pace.of("get").blocked_until is None
    pace.background_limit = 2
    assert pace.of("list").background_limit == pace.of("new").background_limit == 2


def test_the_foreground_overtakes_the_background() -> None:
    pace = Pace(20)
    pace.slowed(0.5)
    order: list[str] = []

    def call(name: str, priority: Priority) -> None:
        pace.acquire(priority)
        order.append(name)

    with ThreadPoolExecutor(4) as pool:
        pool.submit(call, "background 1", Priority.BACKGROUND)
        pool.submit(call, "background 2", Priority.BACKGROUND)
        until_blocking(lambda: len(pace._waiting) == 2)
        pool.submit(call, "person", Priority.FOREGROUND)
        until_blocking(lambda: len(pace._waiting) == 3)
    assert order == ["person", "background 1", "background 2"]


def test_a_foreground_call_does_not_wait_for_the_backgrounds_turn() -> None:
    pace = Pace(1000, background_per_second=0.05)
    pace.acquire(Priority.BACKGROUND)
    cancel = CancelToken()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(pace.acquire, Priority.BACKGROUND, cancel)
        until_blocking(lambda: len(pace._waiting) == 1)
        started = time.monotonic()
        pace.acquire(Priority.FOREGROUND)
        assert time.monotonic() - started < 5
        cancel.cancel()
        with pytest.raises(Cancelled):
            waiting.result(20)


def test_waiting_can_be_cancelled_and_the_next_in_line_moves_up() -> None:
    pace = Pace(20)
    pace.slowed(600)
    cancel = CancelToken()
    with ThreadPoolExecutor(2) as pool:
        waiting = pool.submit(pace.acquire, Priority.FOREGROUND, cancel)
        until_blocking(lambda: len(pace._waiting) == 1)
        cancel.cancel()
        with pytest.raises(Cancelled):
            waiting.result(20)
    assert pace._waiting == []
    with pytest.raises(Cancelled):
        pace.acquire(Priority.FOREGROUND, cancel)


def test_sixteen_threads_keep_up_when_there_is_no_limit() -> None:
    pace = Pace(math.inf, math.inf)
    started = time.monotonic()
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda number: pace.acquire(Priority(number % 2)), range(4000)))
    assert time.monotonic() - started < 60  # at the usual limit it would be 200 s, in the background 800 s


def test_clients_of_one_app_share_its_pace_and_others_do_not() -> None:
    here, there = other_address("http://127.0.0.1:1"), other_address("http://127.0.0.1:2")
    book, test = DingTalkClient(here, "dingkey", "secret-1"), DingTalkClient(here, " dingkey ", "secret-1")
    assert book.pace is test.pace
    assert DingTalkClient(there, "dingkey", "secret-1").pace is not book.pace
    assert DingTalkClient(here, "dingother", "secret-1").pace is not book.pace
    own = Pace(math.inf, math.inf)
    assert DingTalkClient(here, "dingkey", "secret-1", pace=own).pace is own


def test_what_slows_one_client_slows_the_other_and_a_person_comes_first_between_them() -> None:
    region = other_address("http://127.0.0.1:1")
    loading, testing = DingTalkClient(region, "shared", "secret-1"), DingTalkClient(region, "shared", "secret-1")
    loading.pace.slowed(0.5)
    order: list[str] = []

    def call(client: DingTalkClient, name: str, priority: Priority) -> None:
        client.pace.acquire(priority)
        order.append(name)

    with ThreadPoolExecutor(4) as pool:
        for number in (1, 2):
            pool.submit(call, loading, f"loading {number}", Priority.BACKGROUND)
            until_blocking(lambda number=number: len(loading.pace._waiting) == number)
        assert testing.pace.blocked_until is not None
        pool.submit(call, testing, "a person", Priority.FOREGROUND)
    assert order == ["a person", "loading 1", "loading 2"]
