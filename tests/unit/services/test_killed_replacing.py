"""Killed at each point of a replacement: it can be finished or undone, and one of the two contacts is always there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from addressbook.domain.work import WorkItem, WorkState
from addressbook.services.save_results import Deleted, Saved, Undone
from tests.helpers.desk import Desk, WritingServer, open_desk, run
from tests.helpers.doomed import Doomed
from tests.helpers.wait import until

NEW = "13987654321"
CREATE, DELETE = "extcontact/create", "extcontact/delete"


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer(hidden_rows=False) as running:
        yield running


async def certain(desk: Desk) -> WorkItem | None:
    """Wait until it is known how far it is."""
    work = desk.session.work
    await until(lambda: not any(item.is_uncertain for item in work.items()), "it was looked into")
    await desk.whole()
    await desk.nothing_pending()
    return next(iter(work.items()), None)


# Each point with one of the two ends; with the other one in the long run
CASES = [
    pytest.param(act, path, point, end, marks=[pytest.mark.long] if (step + number + last) % 2 else [])
    for step, (act, path) in enumerate([("copy", CREATE), ("finish", DELETE), ("undo", DELETE)])
    for number, point in enumerate(["received", "committed", "answered"])
    for last, end in enumerate(["finish", "undo"])
]


@pytest.mark.parametrize(("act", "path", "point", "end"), CASES)
def test_killed_at_a_point(server: WritingServer, tmp_path: Path, act: str, path: str, point: str, end: str) -> None:
    child = Doomed(server, tmp_path, act)
    child.dies_at(point, path)
    (userid,) = child.ends()
    assert server.having(userid=userid) or server.having(mobile=NEW)

    async def story() -> None:
        async with open_desk(server.url, tmp_path) as desk:
            item = await certain(desk)
            old, new = server.having(userid=userid), server.having(mobile=NEW)
            assert old or new
            assert len(new) <= 1
            if item is None:
                assert not old, "done"
                return
            assert (item.state is WorkState.COPIED) is bool(new), "no copy without its entry"
            assert old
            replacing = desk.session.replacing
            if not new:
                made = await replacing.make_copy(item)
                assert isinstance(made, Saved)
                item = made.item
            if end == "finish":
                assert isinstance(await replacing.finish(item), Deleted)
            else:
                assert isinstance(await replacing.undo(item), Undone)
            assert bool(server.having(userid=userid)) is (end == "undo")
            assert len(server.having(mobile=NEW)) == (end == "finish")
            assert set(await desk.shown()) == {row["userid"] for row in server.having()}

    run(story())
