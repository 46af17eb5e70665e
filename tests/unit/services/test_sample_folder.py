"""What the sample book leaves on the disk while it is open: nothing in clear, nothing for others; then nothing."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from addressbook.domain.query import ContactQuery
from addressbook.services.events import LoadState
from tests.helpers.house import CONTACTS, House, run
from tests.helpers.in_clear import found_in_clear, telling
from tests.helpers.simulator import Caller
from tests.helpers.wait import until

TOLD = ("name", "mobile", "company_name", "email", "address", "title", "remark")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    before = os.umask(0)  # the folder must be private whatever the computer's habit
    try:
        yield House(tmp_path / "house", "http://127.0.0.1:1")
    finally:
        os.umask(before)


def readable(root: Path, words: set[str]) -> dict[str, list[str]]:
    """The files below `root` that hold any of the words in clear."""
    found = {}
    for path in root.rglob("*"):
        if path.is_file():
            hits = found_in_clear(words, path.read_bytes())
            if hits:
                found[path.name] = hits
    return found


def test_the_sample_book_is_as_secret_as_any_other(house: House) -> None:
    async def story() -> None:
        session = await house.sessions.open_sample()
        try:
            progress = session.book
            await until(lambda: progress.progress.complete and progress.progress.state is LoadState.IDLE, "the book")
            rows = (await session.book.answer(ContactQuery())).ids
            assert len(rows) == CONTACTS
            contacts = [session.book.contact(row) for row in rows]
            people = {str(getattr(contact, key)) for contact in contacts for key in TOLD if getattr(contact, key)}
            people = telling(people)
            assert len(people) > 2 * CONTACTS
            assert all(any(str(getattr(contact, key)) in people for contact in contacts) for key in TOLD)
            server = house.samples[0]
            secrets = {server.app_secret, Caller(server.url).token}

            files = [path for path in house.paths.temp_root.rglob("*") if path.is_file()]
            assert {"book.db", "work.db"} <= {path.name for path in files}
            assert sum(path.stat().st_size for path in files) > 50_000
            assert readable(house.paths.data_dir, people | secrets) == {}
            assert readable(house.paths.temp_root, people | secrets) == {}
            if os.name == "posix":
                own = [house.paths.temp_root, *house.paths.temp_root.rglob("*")]
                assert [path.name for path in own if stat.S_IMODE(path.stat().st_mode) & 0o077] == []
        finally:
            await house.sessions.close(session)
        assert list(house.paths.temp_root.rglob("*")) == []

    run(story())
