"""Looking up the system's proxy: once for all threads, kept for a while, and never waited for without need."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.proxy import ProxyLookup
from addressbook.errors import Cancelled
from tests.helpers.wait import until_blocking

BASE = "https://oapi.dingtalk.io"


class System:
    """Answers when it is told to; `asked` counts."""

    def __init__(self) -> None:
        self.answer: str | None = "http://proxy.example:3128"
        self.go_on = threading.Event()
        self.asked: list[str] = []
        self.time = 0.0

    def __call__(self, base_url: str) -> str | None:
        self.asked.append(base_url)
        assert self.go_on.wait(20)
        return self.answer

    def now(self) -> float:
        return self.time


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def lookup(system: System) -> ProxyLookup:
    return ProxyLookup(system, now=system.now)


def test_many_threads_ask_once_and_each_server_has_its_own(lookup: ProxyLookup, system: System) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = [pool.submit(lookup.find, BASE, 20) for _ in range(8)]
        until_blocking(lambda: len(lookup._changed._waiters) == 8)  # type: ignore[attr-defined]
        system.go_on.set()
        assert {future.result(20) for future in found} == {"http://proxy.example:3128"}
    assert system.asked == [BASE]
    system.answer = None
    assert lookup.find("https://api.dingtalk.io", 20) is None
    assert lookup.find(BASE, 20) == "http://proxy.example:3128"


def test_an_old_answer_serves_while_the_next_is_looked_up(lookup: ProxyLookup, system: System) -> None:
    system.go_on.set()
    assert lookup.find(BASE, 20) == "http://proxy.example:3128"
    system.go_on.clear()
    system.answer, system.time = "http://other.example:80", 61.0
    for _ in range(3):
        assert lookup.find(BASE, 0) == "http://proxy.example:3128"
    until_blocking(lambda: len(system.asked) == 2)
    system.go_on.set()
    until_blocking(lambda: lookup.find(BASE, 0) == "http://other.example:80")
    assert len(system.asked) == 2


def test_a_look_up_that_hangs_holds_nobody(lookup: ProxyLookup, system: System) -> None:
    with pytest.raises(TimeoutError):
        lookup.find(BASE, 0.05)
    cancel = CancelToken()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(lookup.find, BASE, 600, cancel)
        until_blocking(lambda: lookup._changed._waiters)  # type: ignore[attr-defined]
        cancel.cancel()
        with pytest.raises(Cancelled):
            waiting.result(20)
    assert system.asked == [BASE]
    system.go_on.set()
    assert lookup.find(BASE, 20) == "http://proxy.example:3128"


def test_a_look_up_that_fails_means_no_proxy(expected_log: Callable[..., None]) -> None:
    def fails(base_url: str) -> str | None:
        raise OSError("no such library")

    expected_log("could not be looked up")
    assert ProxyLookup(fails).find(BASE, 20) is None
