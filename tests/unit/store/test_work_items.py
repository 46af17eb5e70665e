"""Pieces of work in work.db come back as they were, or stay where they are; no power failure takes a kept one."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import apsw
import pytest
from hypothesis import given
from hypothesis import strategies as st

from addressbook.domain.contact import Contact
from addressbook.domain.form_values import FormValues
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.errors import StoreDamaged
from addressbook.store.connection import Synchronous, connect
from addressbook.store.files import WORK_FILE
from addressbook.store.work import WorkStore
from addressbook.store.work_items import UnreadableItem, from_columns, to_columns

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 3, 4, 5, 6, 7, 890123, UTC)

texts = st.text(st.characters(), max_size=12)  # also NUL and halves of a pair, which a text field can be given
numbers = st.lists(st.integers(-(2**63), 2**63 - 1), max_size=3).map(tuple)
ids = st.lists(texts, max_size=3).map(tuple)
moments = st.integers(-(10**16), 10**17).map(lambda number: NOW + timedelta(microseconds=number))
values = st.builds(
    FormValues, name=texts, remark=texts, company_name=texts, title=texts, state_code=texts, mobile=texts,
    address=texts, follower_user_id=texts, label_ids=numbers, share_dept_ids=numbers, share_user_ids=ids,
)  # fmt: skip
bases = st.builds(Contact, userid=texts, name=texts, mobile=st.none() | texts, email=texts, label_ids=numbers)
items = st.builds(
    WorkItem, id=st.uuids().map(lambda made: made.hex), kind=st.sampled_from(WorkKind),
    state=st.sampled_from(WorkState), values=values, created_at=moments, changed_at=moments, base=st.none() | bases,
    userid=st.from_regex("[0-9]{0,8}", fullmatch=True), new_userid=texts, sent=st.none() | values,
    sent_at=st.none() | moments, refused=texts, doubted=st.booleans(), missed=st.booleans(),
)  # fmt: skip


def item(number: int = 1, **given: Any) -> WorkItem:
    made = WorkItem(f"{number:032x}", WorkKind.CREATE, WorkState.DRAFT, FormValues(name=f"Ann {number}"), NOW, NOW)
    return replace(made, **given)


@given(items)
def test_an_item_comes_back_as_it_was(kept: WorkItem) -> None:
    through_disk = tuple(column.encode().decode() for column in to_columns(kept))
    back = from_columns(through_disk)
    assert isinstance(back, WorkItem)
    assert replace(back, userid=kept.userid) == kept  # the userid itself is clean, as all that comes from the server


def test_items_are_kept_replaced_and_forgotten(folder: Path, key: bytes) -> None:
    work = WorkStore.open(folder, key)
    one, two = item(1), item(2, changed_at=NOW + timedelta(seconds=1))
    work.put_item(one)
    work.put_item(two)
    work.put_item(again := replace(one, state=WorkState.SENDING, changed_at=NOW + timedelta(seconds=2)))
    work.close()
    work = WorkStore.open(folder, key)
    assert work.items() == [again, two]
    assert work.item(two.id) == two
    work.delete_item(two.id)
    work.delete_item("never kept")
    assert work.item(two.id) is None
    assert work.items() == [again]
    work.close()


def test_times_of_any_zone_are_kept_and_those_without_one_refused() -> None:
    east = NOW.astimezone(timezone(timedelta(hours=8)))
    assert from_columns(to_columns(item(changed_at=east))) == item()
    with pytest.raises(ValueError, match="time zone"):
        to_columns(item(changed_at=NOW.replace(tzinfo=None)))


def payload(**changes: Any) -> str:
    made = json.loads(to_columns(item())[5]) | changes
    return json.dumps({name: value for name, value in made.items() if value is not ...})


@pytest.mark.parametrize(
    "columns",
    [
        {"payload": "{"},
        {"payload": "null"},
        {"payload": "[" * 100_000},
        {"payload": b"\xff\x00"},
        {"payload": 7},
        {"payload": payload(version=2)},
        {"payload": payload(version=...)},
        {"payload": payload(values=...)},
        {"payload": payload(values={"name": 5})},
        {"payload": payload(values={"label_ids": ["1"]})},
        {"payload": payload(values={"label_ids": [True]})},
        {"payload": payload(base={"name": "no id"})},
        {"payload": payload(sent=[])},
        {"payload": payload(sent_at="yesterday, Ann Lee")},
        {"payload": payload(created_at="2026-03-04T05:06:07")},
        {"payload": payload(new_userid=None)},
        {"kind": "merge"},
        {"state": "Ann Lee"},
        {"changed_at": "never"},
    ],
)
def test_a_damaged_row_is_told_and_left_where_it_is(
    folder: Path,
    key: bytes,
    columns: dict[str, Any],
    caplog: pytest.LogCaptureFixture,
    expected_log: Callable[..., None],
) -> None:
    expected_log("an item of work.db cannot be read")
    work = WorkStore.open(folder, key)
    work.put_item(item(1))
    work.put_item(item(2))
    connection = work._connection
    for column, value in columns.items():
        connection.run(f"UPDATE items SET {column} = ? WHERE id = ?", (value, item(1).id))  # noqa: S608
    before = connection.all("SELECT * FROM items ORDER BY id")
    found = {one.id: one for one in work.items()}
    broken = found[item(1).id]
    assert isinstance(broken, UnreadableItem)
    assert found[item(2).id] == item(2)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert "Ann" not in caplog.text + broken.reason
    assert connection.all("SELECT * FROM items ORDER BY id") == before
    work.close()


def test_what_a_later_version_adds_is_passed_over_and_what_an_earlier_one_lacked_has_its_default() -> None:
    columns = list(to_columns(item()))
    columns[5] = payload(
        colour="red", values={"name": "Ann 1", "nickname": "A"}, doubted=..., missed=..., refused=..., userid=...
    )
    assert from_columns(columns) == item()


class Volatile(apsw.VFS):
    """The real file system with a drive that forgets, when the power fails, whatever was not synced."""

    def __init__(self) -> None:
        super().__init__("volatile", "unix")
        self.synced: dict[str, bytes] = {}

    def xOpen(self, name: apsw.URIFilename | str | None, flags: list[int]) -> VolatileFile:
        return VolatileFile(self, name, flags)

    def fail(self, folder: Path) -> None:
        for path in folder.iterdir():
            path.unlink()
        for name, content in self.synced.items():
            Path(name).write_bytes(content)


class VolatileFile(apsw.VFSFile):
    def __init__(self, disk: Volatile, name: apsw.URIFilename | str | None, flags: list[int]) -> None:
        self._disk = disk
        self._path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        super().__init__("unix", name, flags)  # type: ignore[arg-type]

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._disk.synced[self._path] = Path(self._path).read_bytes()


@pytest.fixture(scope="session")
def disk() -> Volatile:
    return Volatile()  # one per process: the encrypting layer above it, once made, keeps pointing at it


@pytest.mark.parametrize(("synchronous", "survives"), [(Synchronous.FULL, True), (Synchronous.NORMAL, False)])
def test_what_was_kept_survives_a_power_failure(
    folder: Path, key: bytes, disk: Volatile, synchronous: Synchronous, survives: bool
) -> None:
    """The second case shows that the drive forgets, and that it is the setting of work.db which helps."""
    WorkStore.open(folder, key).close()
    disk.synced = {str(folder / WORK_FILE): (folder / WORK_FILE).read_bytes()}
    work = WorkStore(connect(folder / WORK_FILE, key, synchronous=synchronous, vfs="multipleciphers-volatile"))
    work.put_item(item(1))
    work.put_item(item(2))
    snapshot = dict(disk.synced)
    work.close()
    disk.synced = snapshot
    disk.fail(folder)
    work = WorkStore.open(folder, key)
    assert {one.id for one in work.items()} == ({item(1).id, item(2).id} if survives else set())
    work.close()


KEEPER = textwrap.dedent(
    """
    import sys
    from dataclasses import replace
    from pathlib import Path
    from addressbook.store.work import WorkStore
    from tests.unit.store.conftest import KEY
    from tests.unit.store.test_work_items import item

    work = WorkStore.open(Path(sys.argv[1]), KEY)
    for number in range(1_000_000):
        work.put_item(item(number % 7, refused=str(number)))
        print(number, flush=True)
    """
)


@pytest.mark.parametrize("answers", [1, 25, 60])
def test_what_was_kept_survives_the_death_of_the_program(folder: Path, key: bytes, answers: int) -> None:
    child = subprocess.Popen([sys.executable, "-c", KEEPER, str(folder)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    for _ in range(answers):
        child.stdout.readline()
    child.kill()
    told = [int(line) for line in child.stdout.read().split()]
    child.stdout.close()
    child.wait()
    last = told[-1] if told else answers - 1
    work = WorkStore.open(folder, key)
    kept = [one for one in work.items() if isinstance(one, WorkItem)]
    # the last one that was told, or the one that was being kept when the program died
    assert max(int(one.refused) for one in kept) in (last, last + 1)
    assert len(kept) >= min(7, last + 1)
    assert all(int(one.refused) > last - 7 for one in kept)
    work.close()


def test_damage_of_the_file_is_told(folder: Path, key: bytes) -> None:
    work = WorkStore.open(folder, key)
    work.put_item(item())
    root = work._connection.number("SELECT rootpage FROM sqlite_schema WHERE name = 'items'")
    work.close()
    with (folder / WORK_FILE).open("r+b") as file:
        file.seek((root - 1) * 4096 + 1000)
        file.write(b"\xff" * 64)
    work = WorkStore.open(folder, key)
    with pytest.raises(StoreDamaged):
        work.items()
    work.close()
