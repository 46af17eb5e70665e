"""A folder with a copy in it, and contacts to fill it with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addressbook.domain.contact import Contact
from addressbook.store.book import BookReader, BookWriter

KEY = bytes(range(32))


@pytest.fixture
def key() -> bytes:
    return KEY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "profile"
    path.mkdir(mode=0o700)
    return path


@pytest.fixture
def writer(folder: Path) -> Iterator[BookWriter]:
    opened = BookWriter.open(folder, KEY)
    yield opened
    opened.close()


@pytest.fixture
def reader(writer: BookWriter, folder: Path) -> Iterator[BookReader]:
    opened = BookReader.open(folder, KEY)
    yield opened
    opened.close()


@pytest.fixture
def fill(writer: BookWriter) -> Callable[..., int]:
    """Reads `contacts` into the copy in one whole pass; returns the number of the pass."""

    def fill(*contacts: Contact) -> int:
        number = writer.begin_pass(first=False)
        writer.merge(number, contacts, next_offset=len(contacts))
        return number

    return fill
