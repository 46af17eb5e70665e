"""Each fault of the server, switched on while the book is loaded for the first time: the window answers all the
while, says what is wrong, keeps what it has, and completes the book by itself once the fault is over."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from addressbook.domain.query import ContactQuery
from addressbook.services.events import LoadState
from addressbook.ui.texts import Place, explain
from tests.helpers.open_book import IMPATIENT, PATIENT
from tests.helpers.program import Running, connect, program
from tests.helpers.simulator import SimulatorProcess
from tests.helpers.wait import until

CONTACTS = 420
BEFORE_EDITS = 620
NEW_NAME = "Changed While Reading"
LIST = "extcontact/list"
# Seconds. The bench measures how fast the window answers; a window that waited for the server would stand still for
# longer, because each call is tried several times.
LONGEST_GAP = 2.5
BEAT = 0.01
BUSY = 8.0  # a busy computer gives a program that has something to do an eighth of its time, or more

# kind, values, and a word that the person must read; "" where the program copes without a word. Those that are only
# for --long come to the window as others do: tests/unit/services/test_loader_faults.py has them all.
PASSING = [
    ("http", {"status": 500}, "DingTalk"),
    ("html", {}, "proxy"),
    pytest.param("reset", {}, "DingTalk", marks=pytest.mark.long),
    ("hang", {"seconds": 30}, "DingTalk"),
    pytest.param("slow", {"seconds": 20}, "DingTalk", marks=pytest.mark.long),
    pytest.param("cut", {}, "DingTalk", marks=pytest.mark.long),
    ("types", {"how": "shape"}, "DingTalk"),
    pytest.param("busy", {}, "DingTalk", marks=pytest.mark.long),
    ("qps", {}, "DingTalk"),
    pytest.param("throttle", {}, "DingTalk", marks=pytest.mark.long),
    pytest.param("redirect", {}, "DingTalk", marks=pytest.mark.long),
]
FOR_A_PERSON = [
    ("permission", {}, "qyapi_ext_read"),
    pytest.param("address", {}, "administrator", marks=pytest.mark.long),
    ("feature_off", {}, "administrator"),
    ("ip_block", {}, "DingTalk"),
]


class Heart:
    """Beats in the window's event loop, and knows for how long that has waited for something but the processor: beside
    it a thread beats that has nothing to wait for, and is late when the computer is busy."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._last, self._worked = self._loop.time(), time.thread_time()
        self._late, self._late_before = 0.0, 0.0
        self.longest = 0.0
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(round(BEAT * 1000))
        self._ended = threading.Event()
        threading.Thread(target=self._beat_beside, daemon=True).start()

    def _beat(self) -> None:
        now, worked, late = self._loop.time(), time.thread_time(), self._late
        busy = BUSY * (worked - self._worked) + late - self._late_before
        self.longest = max(self.longest, now - self._last - busy)
        self._last, self._worked, self._late_before = now, worked, late

    def _beat_beside(self) -> None:
        before = time.monotonic()
        while not self._ended.wait(BEAT):
            now = time.monotonic()
            self._late, before = self._late + now - before - BEAT, now

    def stop(self) -> None:
        self._timer.stop()
        self._ended.set()


def server_ids(server: SimulatorProcess) -> list[str]:
    return sorted(row["userid"] for row in server.contacts())


async def shown_ids(running: Running) -> list[str]:
    """The userids behind the lines of the list, in no order; doubles would stay doubles."""
    assert running.app.program is not None
    session = running.app.program.session
    assert session is not None
    rows = (await session.book.answer(ContactQuery())).ids
    contacts = [session.book.contact(row) for row in rows]
    return sorted(contact.userid for contact in contacts if contact is not None)


def progress(running: Running) -> Any:
    assert running.app.program is not None
    session = running.app.program.session
    return session.book.progress if session is not None else None


async def until_trouble(running: Running, word: str) -> None:
    """Wait until the window tells of the fault in the words of the one table."""
    person = running.person

    def told() -> bool:
        now = progress(running)
        if now is None or now.error is None:
            return False
        words = explain(now.error, Place.BOOK, tries_again=now.state is not LoadState.FAILED)
        read = person.reads()
        return all(any(wanted in text for text in read) for wanted in (words.title, words.text, words.action, word))

    await person.wait_for(told, "the words about the fault")


@pytest.mark.parametrize(("kind", "values", "word"), PASSING)
async def test_a_fault_that_passes(kind: str, values: dict[str, Any], word: str, tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        transport = IMPATIENT if kind in ("hang", "slow") else PATIENT
        async with program(tmp_path, transport=transport) as running:
            heart = Heart()
            fault = server.fault(kind, LIST, after=2, **values)
            await connect(running, server.url)
            await until_trouble(running, word)
            here = running.rows
            assert here >= 90
            server.clear(fault)
            await running.whole(CONTACTS)
            heart.stop()
            assert not running.person.looks_for("Try again")
            assert progress(running).error is None
            assert await shown_ids(running) == server_ids(server)
            assert heart.longest < LONGEST_GAP, f"the window stood still for {heart.longest:.2f} s"


@pytest.mark.parametrize(("kind", "values", "word"), FOR_A_PERSON)
async def test_a_fault_that_somebody_has_to_mend(
    kind: str, values: dict[str, Any], word: str, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("the book cannot be read from DingTalk", optional=kind == "ip_block")
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with program(tmp_path) as running:
            person, heart = running.person, Heart()
            fault = server.fault(kind, LIST, after=2, **values)
            await connect(running, server.url)
            await until_trouble(running, word)
            here = running.rows
            assert here >= 90
            asked = len(server.calls(LIST))
            server.clear(fault)
            if progress(running).state is LoadState.FAILED:
                assert len(server.calls(LIST)) == asked, "nothing is asked for until somebody has acted"
                await person.click("Check again")
            else:  # a block of the address lasts minutes; a person need not wait for its end
                await person.press("F5")
            await running.whole(CONTACTS)
            heart.stop()
            assert await shown_ids(running) == server_ids(server)
            assert heart.longest < LONGEST_GAP, f"the window stood still for {heart.longest:.2f} s"


async def test_an_expired_token_is_renewed_without_a_word(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with program(tmp_path) as running:
            server.fault("expired", LIST, after=2, times=1)
            await connect(running, server.url)
            await running.whole(CONTACTS)
            assert server.state()["tokens_issued"] >= 2
            assert await shown_ids(running) == server_ids(server)


async def test_a_secret_that_is_reset_while_loading_and_right_again(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("the book cannot be read from DingTalk")
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        async with program(tmp_path) as running:
            held = server.fault("hold", LIST, after=1)
            await connect(running, server.url)
            await until(lambda: running.rows >= 90, "the first page")
            server.options(app_secret="another-secret")
            server.expire_token()
            server.clear(held)
            await until_trouble(running, "secret")
            assert running.rows >= 90
            server.options(app_secret="sample-secret")
            await running.person.click("Check again")
            await running.whole(CONTACTS)
            assert await shown_ids(running) == server_ids(server)


@pytest.mark.parametrize("op", ["add", "change", "remove"])
async def test_the_book_changes_while_it_is_read(op: str, tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(BEFORE_EDITS)) as server:
        async with program(tmp_path) as running:
            fields = {"fields": {"name": NEW_NAME}} if op == "change" else {}
            for number in range(3):
                index = {} if op == "add" else {"index": 150 + number}
                server.fault("edit", LIST, after=3 + number, times=1, op=op, **index, **fields)
            await connect(running, server.url)
            # Not when no fault is left to strike: the last has struck then, but may not have edited yet
            await until(lambda: edits(server, op) == 3, "the edits")
            # Those on pages that had been read already are seen in the next pass only
            await running.person.wait_to_see("Updated just now")
            await running.person.press("F5")
            await running.whole(len(server.contacts()))
            await running.person.wait_for(
                lambda: op != "change" or changed_are_shown(running, server), "what a colleague has changed"
            )
            assert await shown_ids(running) == server_ids(server)


def edits(server: SimulatorProcess, op: str) -> int:
    """How many of the edits have been made."""
    if op == "change":
        return len(changed_ids(server))
    return abs(len(server.contacts()) - BEFORE_EDITS)


def changed_ids(server: SimulatorProcess) -> list[str]:
    return [row["userid"] for row in server.contacts() if row.get("name") == NEW_NAME]


def changed_are_shown(running: Running, server: SimulatorProcess) -> bool:
    """Whether the contacts that were changed on the server have their new name in the copy."""
    assert running.app.program is not None
    session = running.app.program.session
    assert session is not None
    changed = changed_ids(server)
    assert changed
    return all(getattr(session.book.contact(userid), "name", "") == NEW_NAME for userid in changed)
