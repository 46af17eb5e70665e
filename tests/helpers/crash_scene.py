"""One server and one folder over which the program runs again and again, and is killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from addressbook.ui import unfinished_words
from tests.helpers.aftermath import Account, check_contacts, check_items
from tests.helpers.desk import Desk, WritingServer
from tests.helpers.doomed_program import DoomedProgram
from tests.helpers.open_book import IMPATIENT
from tests.helpers.process import Signed
from tests.helpers.program import MOBILE, Running, program
from tests.helpers.wait import until


class Scene:
    """One server, one folder, and the runs of the program over them."""

    def __init__(self, server: WritingServer, folder: Path) -> None:
        self.server = server
        self.before = server.having()
        self.signed = Signed(folder, server.url, mobile=MOBILE)
        self.account = Account()

    def people(self) -> list[str]:
        """Those in the book who can be changed as they are, also to another Chinese number, and whose name tells them
        apart."""
        rows = self.server.having()
        names = Counter(row["name"] for row in rows)
        whole = [row for row in rows if row.get("label_ids") and row.get("follower_user_id")]
        return [row["name"] for row in whole if names[row["name"]] == 1 and row.get("state_code") == "86"]

    def killed(self, act: list[str], point: str, path: str) -> None:
        """A run in which a person does `act`, until the server has reached this point of its call."""
        if point == "received":  # what reached the server is carried out otherwise, whoever has died
            self.server.faults.add("lost_before", endpoints=[path], times=1)
        with self.doomed(acts=[act]) as child:
            child.dies_at(point, path)

    @contextmanager
    def doomed(self, **plan: Any) -> Iterator[DoomedProgram]:
        """A run in which a person does what is planned, until something in here kills it."""
        child = DoomedProgram(self.server, self.signed, plan)
        try:
            yield child
        except BaseException:
            child.kill()
            raise
        self.account.add(child.ends(), child.killed_at)

    @asynccontextmanager
    async def next_run(self) -> AsyncIterator[tuple[Running, Desk]]:
        """The next run, in which all has been looked into, and everything is checked that must be so at any rate."""
        async with program(self.signed.root, transport=IMPATIENT) as running:
            await until(lambda: running.app.program and running.app.program.session, "the book")
            desk = Desk(running.app.program.session)
            await self.checked(desk)
            await self._unfinished_is_listed(running, desk)
            yield running, desk

    async def checked(self, desk: Desk) -> None:
        """Wait until all has been looked into, and check what must be so whatever has happened."""
        await desk.whole()
        await until(lambda: not any(item.is_uncertain for item in desk.session.work.items()), "certainty")
        await desk.nothing_pending()
        server, items = self.server.having(), desk.session.work.items()
        shown = {userid: name for userid, (name, _) in (await desk.shown()).items()}
        assert shown == {row["userid"]: row["name"] for row in server}
        check_items(items)
        self.account.check_texts(server, items)
        check_contacts(self.before, self.account, server, items)

    async def _unfinished_is_listed(self, running: Running, desk: Desk) -> None:
        person, work = running.person, desk.session.work
        listed = lambda: bool(person.looks_for("Unfinished")) == bool(work.items())  # noqa: E731
        await person.wait_for(listed, "unfinished work to be listed")
        if not work.items():
            return
        await person.press("Ctrl+U")
        await person.wait_for(lambda: person.window is not running.window, "the list")
        for item in work.items():
            assert person.sees(unfinished_words.title(item)), person.reads()
        await person.press("Esc")
        await until(lambda: person.window is running.window, "the list to close")
