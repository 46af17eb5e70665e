"""The whole program with a person at it, as a process that is killed.

`python -m tests.helpers.doomed_program SECRETS PLAN [arguments of the program]`: SECRETS as in program_with_secrets,
PLAN is JSON: {"acts": [["create", "Kept Ann", "13912345678"], …], "pause": 0.1}, or instead of `acts` "seed": 7 for all
kinds of acts without end (tests/helpers/busy_person.py). What the person does is printed line by line, as JSON.
"""

from __future__ import annotations

import asyncio
import functools
import json
import os
import subprocess
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Any

import keyring
from PySide6.QtWidgets import QApplication

from addressbook import app, cli
from addressbook.credentials import SERVICE_NAME
from addressbook.services.events import LoadState
from addressbook.simulator.calls import Event
from tests.helpers.book_writer import BookWriter, telling
from tests.helpers.busy_person import BusyPerson
from tests.helpers.desk import WritingServer
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.open_book import IMPATIENT
from tests.helpers.process import ROOT, Signed
from tests.helpers.program import BRISK
from tests.helpers.wait import until, until_blocking

LONGEST = 180.0  # seconds until a call that is to be met has come, on a busy computer


def write(what: dict[str, object]) -> None:
    try:
        print(json.dumps(what), flush=True)  # noqa: T201 - this is its purpose
    except BrokenPipeError:  # whoever started it has died first
        os._exit(4)


class Attended(app.App):
    """The program, and a person who carries out a plan at its window."""

    def __init__(self, plan: dict[str, Any], *arguments: Any) -> None:
        super().__init__(*arguments, times=BRISK, transport=IMPATIENT)
        self._plan = plan

    async def live(self, *arguments: Any) -> int:
        person = asyncio.create_task(self._attend())
        person.add_done_callback(_tell_fault)
        return await super().live(*arguments)

    async def _attend(self) -> None:
        await until(lambda: self.program is not None and self.program.window.isVisible(), "the window")
        assert self.program is not None
        window = self.program.window
        window.activateWindow()
        await until(lambda: QApplication.activeWindow() is window, "the window to be in front")
        await until(lambda: self._settled(), "the book")
        writer = BookWriter(window, telling(write), pause=self._plan.get("pause", 0.0))
        if "seed" in self._plan:
            await BusyPerson(writer, self._plan["seed"], self._plan["people"]).work()
        for act, *values in self._plan["acts"]:
            await ACTS[act](writer, *values)
        write({"end": True})

    def _settled(self) -> bool:
        session = self.program.session if self.program is not None else None
        if session is None or session.me is None:
            return False
        return session.book.progress.complete and session.book.progress.state is LoadState.IDLE


def _tell_fault(person: asyncio.Task[None]) -> None:
    if not person.cancelled() and (error := person.exception()) is not None:
        write({"fault": "".join(traceback.format_exception(error))})
        os._exit(3)


async def create(writer: BookWriter, *values: str) -> None:
    await (await writer.new(*values)).save()


async def edit(writer: BookWriter, line: str, title: str) -> None:
    await (await writer.edit(line, title)).save()


async def delete(writer: BookWriter, line: str) -> None:
    await writer.delete(line)


async def replace(writer: BookWriter, name: str, number: str) -> None:
    await writer.replace(name, number)


ACTS = {"create": create, "edit": edit, "delete": delete, "replace": replace}


class DoomedProgram:
    """Such a process, and its end."""

    def __init__(self, server: WritingServer, signed: Signed, plan: dict[str, Any]) -> None:
        self._server = server
        self.said: list[dict[str, Any]] = []
        self.killed_at = 0.0
        arguments = [str(signed.secrets), json.dumps(plan), "--profile-dir", str(signed.root)]
        command = [sys.executable, "-m", "tests.helpers.doomed_program", *arguments]
        self._process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self._lock = threading.Lock()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as lines:
            for line in lines:
                if line.endswith("\n"):  # the last may be cut
                    self.said.append(json.loads(line))

    def kill(self) -> None:
        """At once, without a chance to do anything more; once."""
        with self._lock:
            if not self.killed_at:
                self.killed_at = time.time()
                self._process.kill()
                self._process.wait()

    def dies_at(self, point: str, path: str, *, times: int = 1) -> None:
        """Kill it when the server has reached that point of such a call for the so-manieth time; the call stands still
        meanwhile, so that the program cannot get any further."""
        left = times

        def reached(event: Event) -> None:
            nonlocal left
            if event.point == point and event.path.endswith(path):
                left -= 1
                if not left:
                    self.kill()

        self._server.service.on_event = reached

    def says(self, count: int) -> None:
        """Wait until the person has done so much, or it has ended."""
        try:
            until_blocking(lambda: len(self.said) >= count or not self._reader.is_alive(), f"{count} lines", LONGEST)
        except AssertionError as failed:
            raise AssertionError(f"{failed}; the last are {self.said[-3:]}") from None

    def ends(self) -> list[dict[str, Any]]:
        """Wait until it is dead; what the person did."""
        until_blocking(lambda: not self._reader.is_alive() or {"end": True} in self.said, "the death", LONGEST)
        self._reader.join(5)
        alive = self._reader.is_alive()
        self.kill()
        self._reader.join()
        self._server.service.on_event = None
        faults = [line["fault"] for line in self.said if "fault" in line]
        assert not faults, faults[0]
        assert not alive, f"nothing killed it: {self.said[-3:]}"
        assert self._process.returncode < 0 or sys.platform == "win32", f"it has ended by itself: {self.said[-3:]}"
        return self.said


if __name__ == "__main__":
    backend = MemoryKeyring()
    entries = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    backend.entries = {(SERVICE_NAME, profile): entry for profile, entry in entries.items()}
    keyring.set_keyring(backend)
    app.App = functools.partial(Attended, json.loads(sys.argv[2]))  # type: ignore[misc,assignment]
    sys.exit(cli.main(sys.argv[3:]))
