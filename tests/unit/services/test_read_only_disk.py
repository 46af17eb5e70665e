"""A disk that cannot be written to: the book is shown as it was, told so, and nothing is tried that cannot be kept."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from addressbook.domain.query import Scope
from addressbook.errors import DiskReadOnly
from addressbook.services.events import LoadState
from addressbook.store.book import BookReader
from addressbook.store.files import BOOK_FILE
from tests.helpers.open_book import KEY, Server, open_book, server_names
from tests.helpers.wait import until


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def write_protect(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    def protect() -> None:
        real: Callable[..., int] = os.open

        def refuse(path: Any, flags: int, *rest: Any, **more: Any) -> int:
            if flags & os.O_RDWR:
                raise OSError(errno.EROFS, os.strerror(errno.EROFS))
            return real(path, flags, *rest, **more)

        monkeypatch.setattr(os, "open", refuse)

    return protect


@pytest.mark.parametrize("killed", [False, True])
def test_the_book_is_shown_as_it_was_until_the_disk_can_be_written_to(
    killed: bool,
    tmp_path: Path,
    write_protect: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    expected_log: Callable[..., None],
) -> None:
    expected_log("the copy cannot be written to and is only read")
    expected_log("the book cannot be read", optional=True)
    folder = tmp_path / "copy"

    async def story() -> None:
        with Server(contacts=250) as server:
            (tmp_path / "first").mkdir()
            async with open_book(server.url, tmp_path / "first") as opened:
                await opened.until_whole()
                if killed:  # what is not folded in yet lies beside the file
                    shutil.copytree(tmp_path / "first", folder)
                    assert (folder / f"{BOOK_FILE}-wal").stat().st_size
            if not killed:
                shutil.copytree(tmp_path / "first", folder)
            before, asked = content(folder), len(server.offsets)
            write_protect()
            async with open_book(server.url, folder) as opened:
                assert opened.trouble is not None
                assert isinstance(opened.trouble.error, DiskReadOnly)
                assert not opened.trouble.rebuilt
                assert await opened.names() == server_names(server)
                assert (await opened.book.counts(Scope.ALL)).total == 250
                await opened.until(lambda now: now.state is LoadState.FAILED and now.complete)
                assert isinstance(opened.book.progress.error, DiskReadOnly)
                if not killed:
                    assert content(folder) == before
                opened.book.refresh()
                await until(lambda: not opened.book._mending.under_way)
                await opened.until(lambda now: now.state is LoadState.FAILED)
                assert len(server.offsets) == asked, "the server was asked for what cannot be kept"
                monkeypatch.undo()
                opened.book.refresh()
                await until(lambda: len(server.offsets) > asked, "a refresh")
                await opened.until_whole()

    asyncio.run(story())


def test_no_book_and_no_disk_to_make_it_on(
    tmp_path: Path, write_protect: Callable[[], None], expected_log: Callable[..., None]
) -> None:
    expected_log("the copy cannot be written to")

    async def story() -> None:
        with Server(contacts=1) as server:
            write_protect()
            with pytest.raises(DiskReadOnly):
                async with open_book(server.url, tmp_path):
                    pass

    asyncio.run(story())


def test_a_copy_of_a_program_that_was_killed_is_read_with_its_log(tmp_path: Path) -> None:
    """SQLite needs the log's index for that, which it made before the disk was protected."""
    from addressbook.store.book import BookWriter

    writer = BookWriter.open(tmp_path, KEY)
    writer.begin_pass(first=True)
    reader = BookReader.open(tmp_path, KEY, fixed=True)
    assert reader.pass_state().running
    reader.close()
    writer.close()
    reader = BookReader.open(tmp_path, KEY, fixed=True)
    assert reader.pass_state().running
    assert [path.name for path in tmp_path.iterdir()] == [BOOK_FILE]
    reader.close()
