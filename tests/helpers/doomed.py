"""A program that writes contacts until somebody kills it: `python -m tests.helpers.doomed <url> <folder> <act> [name]`.

It has the services of the real one and no window. What it has kept, as far as it knows, it prints line by line.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import values_of
from addressbook.domain.query import ContactQuery
from addressbook.domain.work import WorkItem, WorkKind
from addressbook.services.save_results import Saved
from addressbook.simulator.calls import Event
from tests.helpers.desk import Desk, WritingServer, open_desk, run

ROOT = Path(__file__).resolve().parents[2]


def say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - this is its purpose


async def some_contacts(desk: Desk) -> list[Contact]:
    """The contacts of the sample that nobody has written, in the list's order."""
    rows = (await desk.session.book.answer(ContactQuery())).ids
    found = [desk.session.book.contact(row) for row in rows]
    return [contact for contact in found if isinstance(contact, Contact) and not contact.name.startswith("Kept ")]


async def create(desk: Desk, name: str, number: int = 0) -> None:
    item = desk.new(name=name, mobile=f"139{os.getpid() % 10000:04}{number:04}" if number else "13912345678")
    assert await desk.session.work.keep_draft(item)
    say(name)
    await desk.session.saving.save(item)


async def edit(desk: Desk, name: str, number: int = 0) -> None:
    contacts = await some_contacts(desk)
    item = desk.edit(contacts[number % len(contacts)].userid, title=name)
    assert await desk.session.work.keep_draft(item)
    say(name)
    await desk.session.saving.save(item)


async def first_contact(desk: Desk) -> Contact:
    return (await some_contacts(desk))[0]


async def delete(desk: Desk, _name: str) -> None:
    contact = await first_contact(desk)
    say(contact.userid)
    await desk.session.deleting.delete([contact])


async def replacement(desk: Desk) -> WorkItem:
    """An item that gives the first contact another number, its copy made."""
    contact = await first_contact(desk)
    values = replace(values_of(contact), state_code="86", mobile="13987654321")
    item = desk.session.work.new(WorkKind.REPLACE, values, base=contact)
    await desk.session.work.keep(item)
    say(contact.userid)
    copied = await desk.session.replacing.make_copy(item)
    assert isinstance(copied, Saved), copied
    return copied.item


async def copy(desk: Desk, _name: str) -> None:
    await replacement(desk)


async def finish(desk: Desk, _name: str) -> None:
    await desk.session.replacing.finish(await replacement(desk))


async def undo(desk: Desk, _name: str) -> None:
    await desk.session.replacing.undo(await replacement(desk))


async def both_without_end(desk: Desk, name: str) -> None:
    for number in count(1):
        await create(desk, f"{name} c{number}", number)
        await edit(desk, f"{name} e{number}", number)


ACTS = {
    "create": create,
    "edit": edit,
    "both": both_without_end,
    "delete": delete,
    "copy": copy,
    "finish": finish,
    "undo": undo,
}


async def live(url: str, folder: str, act: str, name: str) -> None:
    async with open_desk(url, Path(folder)) as desk:
        await ACTS[act](desk, name)


class Doomed:
    """Such a program as a child. `killing` makes it die when the server has reached a point of one of its calls."""

    def __init__(self, server: WritingServer, folder: Path, act: str, name: str = "Kept Ann") -> None:
        self._server = server
        self._killed = False
        command = [sys.executable, "-m", "tests.helpers.doomed", server.url, str(folder), act, name]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def kill(self) -> None:
        """At once, without a chance to do anything more."""
        self._killed = True
        self._process.kill()
        self._process.wait()

    def dies_at(self, point: str, path: str) -> None:
        """Kill it there; the call of the server stands still meanwhile, so that it cannot get any further."""

        def reached(event: Event) -> None:
            if event.point == point and event.path.endswith(path):
                self.kill()

        self._server.service.on_event = reached

    def ends(self) -> list[str]:
        """Wait until it is dead; what it said it has kept."""
        assert self._process.stdout is not None
        with self._process.stdout as said:
            lines = said.read().split("\n")
        self._process.wait()
        self._server.service.on_event = None
        assert self._killed, f"it has ended by itself: {lines}"
        return [line for line in lines if line]

    def says(self, lines: int) -> list[str]:
        """Wait until it has kept so many."""
        assert self._process.stdout is not None
        return [self._process.stdout.readline().rstrip("\n") for _ in range(lines)]


if __name__ == "__main__":
    run(live(*sys.argv[1:]))
