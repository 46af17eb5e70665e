"""Two hundred writes whose answers are lost at random points, with restarts: no duplicate, nothing forgotten."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from addressbook.domain.form_values import values_of
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.services.save_results import Saved
from tests.helpers.desk import ANN, Desk, WritingServer, open_desk, run
from tests.helpers.open_book import IMPATIENT
from tests.helpers.wait import until

SAVES = 20
CUTS: tuple[tuple[str, dict[str, int]], ...] = (
    ("lost", {}),
    ("lost_before", {}),
    ("reset", {}),
    ("cut", {}),
    ("cut", {"short": 1}),
    ("http", {"status": 504}),
    ("html", {"status": 502}),
    ("busy", {}),
    ("slow", {"seconds": 40}),
)


def cut(chance: random.Random, server: WritingServer) -> None:
    """Let something go wrong with the next write, and perhaps with some of the questions that follow."""
    kind, values = chance.choice(CUTS)
    server.faults.add(kind, endpoints=["extcontact/create", "extcontact/update"], times=1, **values)
    for path in ("get", "list"):
        if chance.random() < 0.3:
            kind, values = chance.choice(CUTS[:7])
            after, times = chance.randrange(2), chance.randrange(1, 4)
            server.faults.add(kind, endpoints=[f"extcontact/{path}"], after=after, times=times, **values)


def make(desk: Desk, chance: random.Random, number: int, editable: list[str]) -> WorkItem:
    name = f"Person {number:02}"
    if editable and chance.random() < 0.4:
        contact = desk.session.book.contact(editable.pop())
        assert contact is not None
        values = replace(values_of(contact), name=name)  # type: ignore[arg-type]
        return desk.session.work.new(WorkKind.EDIT, values, base=contact)  # type: ignore[arg-type]
    return desk.session.work.new(WorkKind.CREATE, replace(ANN, name=name, mobile=f"139000000{number:02}"))


async def certain(desk: Desk) -> None:
    await until(lambda: not any(item.is_uncertain for item in desk.session.work.items()), "an end that is certain")


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10))
def test_every_save_is_there_once_or_still_a_draft(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)

    async def story(server: WritingServer) -> None:
        editable = [str(row["userid"]) for row in server.state.book.rows()][:10]
        for number in range(SAVES):
            name = f"Person {number:02}"
            async with open_desk(server.url, tmp_path, options=IMPATIENT) as desk:
                await certain(desk)
                item = make(desk, chance, number, editable)
                cut(chance, server)
                result = await desk.session.saving.save(item)
                if not isinstance(result, Saved) and chance.random() < 0.7:
                    await certain(desk)
            async with open_desk(server.url, tmp_path, options=IMPATIENT) as desk:
                await certain(desk)
                assert len(server.having(name=name)) <= 1
                left = [kept for kept in desk.session.work.items() if kept.id == item.id]
                if not server.having(name=name):
                    assert [kept.values for kept in left] == [item.values], "lost"
                server.faults.clear()
                for kept in left:  # the person tries again
                    assert kept.state in (WorkState.DRAFT, WorkState.ABSENT)
                    await desk.session.saving.save(kept)
                    await certain(desk)
                assert len(server.having(name=name)) == 1
                assert desk.session.work.items() == ()
                await desk.nothing_pending()
                assert len(await desk.named(name)) == 1

    # A server that refuses a second contact with the same number; and, as far as the documents go, one that does not
    with WritingServer() as server:
        if seed % 2:
            server.state.book.find_phone = lambda state_code, mobile: None  # type: ignore[method-assign]
        run(story(server))
