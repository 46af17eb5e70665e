"""The program is killed at named points of its calls; the next start finds out what became of them.

The simulator kills the process when it has received, executed or answered a call, and the call stands still meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from addressbook.domain.work import WorkState
from tests.helpers.book_writer import BookWriter, form_of, unfinished
from tests.helpers.crash_scene import Scene
from tests.helpers.desk import WritingServer
from tests.helpers.wait import until

ANN, NUMBER, COMPANY = "Kept Ann", "13912345678", "Lee & Sons"
DANIEL = "Daniel Walsh"  # of the sample
CREATE = ["create", ANN, NUMBER, COMPANY]
EDIT = ["edit", DANIEL, "Harbour master"]
DELETE = ["delete", DANIEL]
ANOTHER = "2127363100"
REPLACE = ["replace", DANIEL, ANOTHER]


@pytest.fixture
def server() -> Iterator[WritingServer]:
    with WritingServer(hidden_rows=False) as running:
        yield running


@pytest.fixture
def scene(server: WritingServer, tmp_path: Path) -> Scene:
    return Scene(server, tmp_path)


async def test_create_was_received_and_not_executed(scene: Scene) -> None:
    scene.killed(CREATE, "received", "extcontact/create")
    async with scene.next_run() as (running, desk):
        (item,) = desk.session.work.items()
        assert item.state is WorkState.ABSENT
        assert (item.values.name, item.values.mobile, item.values.company_name) == (ANN, "139 1234 5678", COMPANY)
        assert scene.server.having(name=ANN) == []
        await unfinished(running.person, f"Save again: New contact: {ANN}")
        await until(lambda: not desk.session.work.items(), "the second try")
        (made,) = scene.server.having(name=ANN)
        assert (made["mobile"], made["company_name"]) == (NUMBER, COMPANY)


async def test_create_was_executed(scene: Scene) -> None:
    scene.killed(CREATE, "committed", "extcontact/create")
    await _it_is_saved(scene, name=ANN, mobile=NUMBER, company_name=COMPANY)


async def test_create_was_answered(scene: Scene) -> None:
    scene.killed(CREATE, "answered", "extcontact/create")
    await _it_is_saved(scene, name=ANN, mobile=NUMBER, company_name=COMPANY)


async def test_update_was_received_and_not_executed(scene: Scene) -> None:
    scene.killed(EDIT, "received", "extcontact/update")
    async with scene.next_run() as (running, desk):
        (item,) = desk.session.work.items()
        assert item.state is WorkState.DRAFT
        assert scene.server.having(title=EDIT[2]) == []
        await unfinished(running.person, f"Continue: Changes of {DANIEL}")
        form = await form_of()
        assert form.sees(EDIT[2])
        await form.save()
        assert [row["name"] for row in scene.server.having(title=EDIT[2])] == [DANIEL]
        assert desk.session.work.items() == ()


async def test_update_was_executed(scene: Scene) -> None:
    scene.killed(EDIT, "committed", "extcontact/update")
    await _it_is_saved(scene, name=DANIEL, title=EDIT[2])


@pytest.mark.long
async def test_delete_was_received_and_not_executed(scene: Scene) -> None:
    scene.killed(DELETE, "received", "extcontact/delete")
    assert len(scene.server.having(name=DANIEL)) == 1
    async with scene.next_run() as (running, desk):
        assert desk.session.work.items() == ()
        assert running.person.line(running.table, DANIEL) is not None


async def test_delete_was_executed(scene: Scene) -> None:
    scene.killed(DELETE, "committed", "extcontact/delete")
    async with scene.next_run() as (running, desk):
        assert desk.session.work.items() == ()
        assert scene.server.having(name=DANIEL) == []
        await running.person.press("Ctrl+Z")
        await until(lambda: scene.server.having(name=DANIEL), "the contact to be brought back")
        await until(lambda: not desk.session.work.items(), "the end of that")


@pytest.mark.parametrize(
    ("point", "path", "undo"),
    [
        ("committed", "extcontact/create", False),
        pytest.param("received", "extcontact/delete", True, marks=pytest.mark.long),
    ],
)
async def test_a_number_was_being_replaced_and_both_contacts_are_there(
    scene: Scene, point: str, path: str, undo: bool
) -> None:
    (old,) = scene.server.having(name=DANIEL)
    scene.killed(REPLACE, point, path)
    async with scene.next_run() as (running, desk):
        assert [item.state for item in desk.session.work.items()] == [WorkState.COPIED]
        assert [row["mobile"] for row in scene.server.having(name=DANIEL)] == [old["mobile"], ANOTHER]
        writer = BookWriter(running.window, lambda **_: None)
        await writer.end_replacement(f"Go on: Another number for {DANIEL}", undo=undo)
        assert [row["mobile"] for row in scene.server.having(name=DANIEL)] == [old["mobile"] if undo else ANOTHER]


async def test_a_number_was_being_replaced_and_the_old_contact_is_deleted(scene: Scene) -> None:
    scene.killed(REPLACE, "committed", "extcontact/delete")
    await _it_is_saved(scene, name=DANIEL, mobile=ANOTHER)
    assert len(scene.server.having(name=DANIEL)) == 1


async def test_nothing_was_sent_yet(scene: Scene) -> None:
    """In the middle of a word, more than two seconds after the first letter."""
    with scene.doomed(acts=[CREATE], pause=0.2) as child:
        child.says(len(ANN) + 8)
        child.kill()
    async with scene.next_run() as (running, desk):
        (item,) = desk.session.work.items()
        assert scene.server.having(name=ANN) == []
        await unfinished(running.person, f"Continue: New contact: {ANN}")
        form = await form_of()
        assert form.sees(item.values.company_name)
        await form.keep()


async def _it_is_saved(scene: Scene, **values: object) -> None:
    async with scene.next_run() as (running, desk):
        assert desk.session.work.items() == ()
        assert len(scene.server.having(**values)) == 1
        assert running.person.line(running.table, str(values["name"])) is not None
