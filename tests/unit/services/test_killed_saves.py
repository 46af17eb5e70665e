"""The program is killed (SIGKILL) while it saves: the next start finds out what became of it."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from addressbook.domain.work import WorkState
from addressbook.services.save_results import Saved
from addressbook.simulator.calls import ANSWERED, COMMITTED, RECEIVED, Event
from tests.helpers.desk import WritingServer, open_desk, run
from tests.helpers.simulator import ROOT
from tests.helpers.wait import until, until_blocking

POINTS = (RECEIVED, COMMITTED, ANSWERED)


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer() as running:
        yield running


@contextmanager
def saver(server: WritingServer, folder: Path, what: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.helpers.saver", str(folder), server.url, what]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def kill_at(server: WritingServer, process: subprocess.Popen[str], path: str, point: str) -> None:
    """Have the process killed when a call to extcontact/<path> has reached `point`, and wait for that."""

    def on_event(event: Event) -> None:
        if event.point == point and event.path.endswith(f"extcontact/{path}"):
            server.service.on_event = None
            process.kill()
            process.wait(20)

    server.service.on_event = on_event
    until_blocking(lambda: process.poll() is not None, f"{path} {point}", 30)


@pytest.mark.parametrize("point", POINTS)
def test_killed_in_a_create(point: str, server: WritingServer, tmp_path: Path) -> None:
    with saver(server, tmp_path, "create") as process:
        kill_at(server, process, "create", point)
    # what was received is carried out, whether or not the caller is still there
    until_blocking(lambda: server.calls("create") == 1, "the call")

    async def story() -> None:
        async with open_desk(server.url, tmp_path, whole=False) as desk:
            await until(lambda: desk.outcomes() or not desk.session.work.items(), "the outcome")
            if desk.outcomes():  # else the program had noted the answer before it died
                assert (await desk.settled(Saved)).found
            await desk.whole()
            (made,) = server.having(name="Ann Lee")
            assert await desk.named("Ann Lee") == {made["userid"]: False}
            assert desk.session.work.items() == ()
            assert server.calls("create") == 1

    run(story())


@pytest.mark.parametrize(
    ("path", "point", "done"),
    [
        ("get", RECEIVED, False),
        ("get", ANSWERED, None),
        ("update", RECEIVED, True),
        ("update", COMMITTED, True),
        ("update", ANSWERED, True),
    ],
)
def test_killed_in_an_edit(path: str, point: str, done: bool | None, server: WritingServer, tmp_path: Path) -> None:
    userid = str(server.state.book.rows()[3]["userid"])
    with saver(server, tmp_path, userid) as process:
        kill_at(server, process, path, point)
    if done:
        until_blocking(lambda: server.calls("update") == 1, "the call")

    async def story() -> None:
        async with open_desk(server.url, tmp_path, whole=False) as desk:
            await until(
                lambda: (
                    all(item.state is WorkState.DRAFT for item in desk.session.work.items())
                    and not desk.session.book.pending(userid)
                ),
                "the outcome",
            )
            await desk.whole()
            is_done = server.contact(userid)["title"] == "CEO"
            assert done is None or is_done is done
            assert len(desk.session.work.items()) == (0 if is_done else 1)
            contact = desk.session.book.contact(userid)
            assert getattr(contact, "title", "") == server.contact(userid).get("title", "")
            for draft in desk.session.work.items():
                assert draft.values.title == "CEO"
                await desk.save(draft, Saved)

    run(story())


@pytest.mark.long
@pytest.mark.parametrize("seed", range(50))
def test_killed_at_any_moment(seed: int, server: WritingServer, tmp_path: Path) -> None:
    chance = random.Random(seed)
    editing = chance.random() < 0.4
    userid = str(server.state.book.rows()[3]["userid"])
    server.options.latency_ms = chance.choice((0, 5, 20))
    with saver(server, tmp_path, userid if editing else "create") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "saving\n"
        time.sleep(chance.uniform(0.0, 0.12))
        process.kill()

    async def story() -> None:
        async with open_desk(server.url, tmp_path, whole=False) as desk:
            await until(
                lambda: all(not item.is_uncertain for item in desk.session.work.items()), "an end that is certain"
            )
            await desk.whole()
            done = server.contact(userid).get("title") == "CEO" if editing else bool(server.having(name="Ann Lee"))
            left = desk.session.work.items()
            assert len(left) == (0 if done else 1)
            await desk.nothing_pending()
            for item in left:
                await desk.save(item, Saved)
            made = server.having(name="Ann Lee")
            assert len(made) == (0 if editing else 1)
            assert len(await desk.named("Ann Lee")) == len(made)

    run(story())
