"""The program is killed at any moment, again and again, while a person types, saves and deletes: nothing is lost."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.crash_scene import Scene
from tests.helpers.desk import WritingServer

KILLS = 5  # for each of the ten numbers
POINTS = ("received", "committed", "answered")
CALLS = ("extcontact/create", "extcontact/update", "extcontact/delete")


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer(hidden_rows=False) as running:
        yield running


@pytest.mark.long
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", range(10))
def test_killed_at_any_moment(seed: int, server: WritingServer, tmp_path: Path, run_async: Any) -> None:
    run_async(_killed_and_started_again(seed, server, Scene(server, tmp_path)), timeout=880)


async def _killed_and_started_again(seed: int, server: WritingServer, scene: Scene) -> None:
    chance = random.Random(seed)
    if seed % 2:  # as far as the documents go, a server may take a second contact with the same number
        server.state.book.find_phone = lambda state_code, mobile: None  # type: ignore[method-assign]
    for run in range(KILLS):
        plan = {"seed": seed * KILLS + run, "people": scene.people(), "pause": chance.choice((0.0, 0.05, 0.15))}
        with scene.doomed(**plan) as child:
            if chance.random() < 0.5:
                point, call = chance.choice(POINTS), chance.choice(CALLS)
                if point == "received" and chance.random() < 0.5:
                    server.faults.add("lost_before", endpoints=[call], times=1)
                child.dies_at(point, call)
            else:
                child.says(chance.randrange(5, 120))
                await asyncio.sleep(chance.random() * 0.3)  # not waiting for anything: some moment is what is wanted
                child.kill()
        async with scene.next_run():
            pass
