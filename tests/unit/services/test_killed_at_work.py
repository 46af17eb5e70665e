"""A program that saves one contact after the other is killed: nothing typed is lost, and nothing is made twice."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from addressbook.domain.work import WorkState
from addressbook.services.endings import shown_id
from addressbook.services.save_results import Absent, Saved
from tests.helpers.desk import Desk, WritingServer, open_desk, run
from tests.helpers.doomed import Doomed
from tests.helpers.wait import until

NAME = "Kept Ann"


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer(hidden_rows=False) as running:
        yield running


async def looked_into(desk: Desk) -> None:
    """Wait until all is certain and no row is pending for what is left."""

    def certain() -> bool:
        left = desk.session.work.items()
        return not any(item.is_uncertain or desk.session.book.pending(shown_id(item)) for item in left)

    await until(certain, "it was looked into")


def test_a_contact_that_never_reached_the_server(server: WritingServer, tmp_path: Path) -> None:
    server.faults.add("lost_before", endpoints=["extcontact/create"], times=1)
    child = Doomed(server, tmp_path, "create", NAME)
    child.dies_at("received", "extcontact/create")
    assert child.ends() == [NAME]
    assert server.having(name=NAME) == []

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            await looked_into(desk)
            (item,) = desk.session.work.items()
            assert item.state is WorkState.ABSENT
            assert item.values.name == NAME
            assert await desk.named(NAME) == {}
            assert (await desk.settled(Absent)).item == item
            saved = await desk.session.saving.repeat(item)
            assert isinstance(saved, Saved)
            assert len(server.having(name=NAME)) == 1
            assert desk.session.work.items() == ()

    run(story())


@pytest.mark.long
@pytest.mark.parametrize("number", range(25))
def test_killed_at_any_moment(server: WritingServer, tmp_path: Path, number: int) -> None:
    """Creates and edits one after the other, and the end at some moment, which `number` stands for."""
    chance = random.Random(number)
    child = Doomed(server, tmp_path, "both", f"Kept {number}")
    said = child.says(chance.randrange(1, 12))
    time.sleep(chance.random() * 0.05)  # not waiting for anything: some moment is what is wanted
    child.kill()
    said += child.ends()

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            await looked_into(desk)
            await desk.whole()
            kept = [text for item in desk.session.work.items() for text in (item.values.name, item.values.title)]
            for name in said:
                there = server.having(name=name) + server.having(title=name)
                assert len(there) <= 1, "made twice"
                assert there or name in kept, f"{name} is lost"
            assert {userid for userid, (_, pending) in (await desk.shown()).items() if pending} == set()
            assert await desk.shown() == {
                row["userid"]: (row["name"], False) for row in map(dict, server.state.book.rows())
            }

    run(story())
