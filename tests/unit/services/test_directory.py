"""Finding colleagues and departments on the real simulator: by number, by browsing, among those met before."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from addressbook.domain.staff import NameState
from addressbook.errors import AnswerError, NetworkError, NotFound, PermissionMissing, ServerError
from addressbook.services import directory as directory_module
from addressbook.services.directory import Directory, nobody
from addressbook.services.events import LoadState
from addressbook.services.session import Session
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample import staff
from addressbook.simulator.server import SimulatorServer
from tests.helpers.house import CONTACTS, House, run
from tests.helpers.wait import until

SALES, EAST = 42501, 42536


@pytest.fixture
def server() -> Iterator[SimulatorServer]:
    with SimulatorServer(SimulatorOptions(contacts=CONTACTS, control=True)) as running:
        yield running


@pytest.fixture
def house(tmp_path: Path, server: SimulatorServer) -> Iterator[House]:
    made = House(tmp_path / "house", server.url)
    yield made
    made.settings.flush()


@asynccontextmanager
async def session_of(house: House, *, whole: bool = False) -> AsyncIterator[Session]:
    session = await house.sessions.connect(house.form())
    try:
        if whole:
            await until(lambda: session.book.progress.complete and session.book.progress.state is LoadState.IDLE)
        yield session
    finally:
        await house.sessions.close(session)


def calls(server: SimulatorServer, path: str) -> list[Any]:
    return server.log.calls(path)


async def all_members(directory: Directory, department: int) -> list[str]:
    found: list[str] = []
    cursor: int | None = 0
    while cursor is not None:
        page = await directory.members(department, cursor)
        found += [one.userid for one in page.members]
        cursor = page.next_cursor
    return found


def test_a_colleague_is_found_by_number_and_remembered(house: House) -> None:
    async def story() -> None:
        async with session_of(house) as session:
            for typed in ("13800138002", "+86 138 0013 8002", "138-0013-8002", " 0086 13800138002 "):
                found = await session.directory.by_mobile(typed)
                assert (found.userid, found.name) == (staff.employee_id(2), "Eva Lind")
            known = session.staff.name_of(found.userid)
            assert (known.state, known.name) == (NameState.KNOWN, "Eva Lind")
            (met,) = await session.directory.met("eva lin")
            assert met.userid == found.userid
            assert met.department_ids == (EAST,)

    run(story())


@pytest.mark.parametrize("typed", ["13911112222", "12", "no number", "", "+44 7911 123456"])
def test_nobody_has_the_number(house: House, typed: str) -> None:
    async def story() -> None:
        async with session_of(house) as session:
            with pytest.raises(ServerError) as caught:
                await session.directory.by_mobile(typed)
            assert nobody(caught.value)

    run(story())


def test_a_missing_permission_is_not_nobody(house: House, server: SimulatorServer) -> None:
    server.options.without_scopes = frozenset({"qyapi_get_member_by_mobile"})

    async def story() -> None:
        async with session_of(house) as session:
            with pytest.raises(PermissionMissing) as caught:
                await session.directory.by_mobile("13800138002")
            assert not nobody(caught.value)
            assert await session.directory.children()  # the other ways stay open
            assert (await session.directory.members(EAST)).members

    run(story())


@pytest.mark.parametrize("fault", [{"kind": "error", "code": 50002}, {"kind": "permission"}, {"kind": "cut"}])
def test_somebody_whose_name_may_not_be_read_can_be_found(
    house: House, server: SimulatorServer, fault: dict[str, Any]
) -> None:
    server.faults.add(endpoints=["v2/user/get"], **fault)

    async def story() -> None:
        async with session_of(house) as session:
            found = await session.directory.by_mobile("13800138002")
            assert (found.userid, found.name) == (staff.employee_id(2), "")

    run(story())


def test_departments_are_asked_for_once_however_many_want_them(
    house: House, server: SimulatorServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def story() -> None:
        async with session_of(house) as session:
            directory = session.directory
            waiting = [asyncio.create_task(directory.children()) for _ in range(5)]
            await asyncio.sleep(0)
            waiting[0].cancel()  # whoever asked first has gone away
            answers = await asyncio.gather(*waiting[1:])
            assert all(answer == answers[0] for answer in answers)
            assert [one.name for one in answers[0]][:2] == ["Sales", "Purchasing"]
            assert {one.parent_id for one in answers[0]} == {1}
            assert len(calls(server, "department/listsub")) == 1
            assert session.staff.department_name(SALES).name == "Sales"

            await session.check_again()
            await directory.children()
            assert len(calls(server, "department/listsub")) == 2
            monkeypatch.setattr(directory_module, "KEEP_SECONDS", 0.0)
            await directory.children()
            assert len(calls(server, "department/listsub")) == 3

    run(story())


def test_a_refusal_is_not_remembered(house: House, server: SimulatorServer) -> None:
    fault = server.faults.add("permission", endpoints=["listsub"])

    async def story() -> None:
        async with session_of(house) as session:
            answers = await asyncio.gather(*(session.directory.children() for _ in range(3)), return_exceptions=True)
            assert [type(answer) for answer in answers] == [PermissionMissing] * 3
            server.faults.clear(fault)
            assert await session.directory.children()

    run(story())


def test_whoever_has_gone_away_misses_a_failure_in_silence(house: House, server: SimulatorServer) -> None:
    server.faults.add("permission", endpoints=["listsub"])

    async def story() -> None:
        async with session_of(house) as session:
            waiting = asyncio.create_task(session.directory.children())
            await asyncio.sleep(0)
            waiting.cancel()
            await until(lambda: calls(server, "department/listsub"), "the call")
            with pytest.raises(PermissionMissing):
                await session.directory.children()

    run(story())


def test_a_department_that_is_gone(house: House) -> None:
    async def story() -> None:
        async with session_of(house) as session:
            with pytest.raises(NotFound):
                await session.directory.children(987)
            with pytest.raises(NotFound):
                await session.directory.members(987)

    run(story())


def test_members_of_a_department_of_thousands_come_in_pages(
    house: House, server: SimulatorServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [index % staff.EMPLOYEES for index in range(2_345)]  # the same people again: pages do not care
    monkeypatch.setattr(staff, "members", lambda department: many if department == EAST else [])

    async def story() -> None:
        async with session_of(house) as session:
            found = await all_members(session.directory, EAST)
            assert found == [staff.employee_id(index) for index in many]
            assert len(calls(server, "user/listsimple")) == 24
            assert await all_members(session.directory, SALES) == []
            assert len(await session.directory.met("", limit=1_000)) >= staff.EMPLOYEES
            assert session.staff.name_of(staff.employee_id(299)).state is NameState.KNOWN

    run(story())


def test_members_without_permission_and_without_network(house: House, server: SimulatorServer) -> None:
    async def story() -> None:
        async with session_of(house, whole=True) as session:
            fault = server.faults.add("permission", endpoints=["listsimple"])
            with pytest.raises(PermissionMissing):
                await session.directory.members(EAST)
            server.faults.clear(fault)
            fault = server.faults.add("reset", endpoints=["listsimple"])
            with pytest.raises(NetworkError):
                await session.directory.members(EAST)
            server.faults.clear(fault)
            server.faults.add("cut", endpoints=["listsimple"])
            with pytest.raises(AnswerError):
                await session.directory.members(EAST)
            assert await session.directory.met("")  # those of the book are there without any network

    run(story())


def test_parents_that_run_in_a_circle_end(
    house: House, server: SimulatorServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    circle = {1: [7, -7], 7: [7, 8], 8: [9], 9: [7, 8, 1]}
    names = {1: "Top", 7: "Seven", 8: "Eight", 9: "Nine", -7: "Parents of pupils"}
    monkeypatch.setattr(staff, "DEPARTMENT_IDS", tuple(circle))
    monkeypatch.setattr(staff, "subdepartments", circle.__getitem__)
    monkeypatch.setattr(
        staff,
        "department",
        lambda one, _: {"dept_id": one, "name": names[one], "parent_id": {7: 9, 8: 7, 9: 8}.get(one)},
    )

    async def story() -> None:
        async with session_of(house) as session:
            directory = session.directory
            below = {one: [child.id for child in await directory.children(one)] for one in circle}
            assert below == {1: [7], 7: [8], 8: [9], 9: [7, 8]}  # nobody is below itself, and nothing is above the top
            found = await directory.departments_met("eight")
            assert [match.department.id for match in found] == [8]
            assert len(found[0].path) <= len(circle)
            heard: list[int] = []
            await directory.read_all(heard.append)
            assert heard[-1] == len(circle)

    run(story())


def test_departments_are_found_among_those_that_were_read(house: House) -> None:
    async def story() -> None:
        async with session_of(house) as session:
            directory = session.directory
            for department in (1, SALES):
                await directory.children(department)
            found = await directory.departments_met("sales east")
            assert [(match.department.id, match.path) for match in found] == [(EAST, ("Sales",))]
            assert (await directory.departments_met("sales"))[0].department.name == "Sales"
            assert await directory.departments_met("nothing like it") == []
            assert len(await directory.departments_met("", limit=3)) == 3

    run(story())


def test_all_departments_can_be_read_past_those_that_may_not(house: House, server: SimulatorServer) -> None:
    server.faults.add("error", endpoints=["listsub"], code=50004, match={"dept_id": 42502})

    async def story() -> None:
        async with session_of(house) as session:
            heard: list[int] = []
            await session.directory.read_all(heard.append)
            below_the_refused = len(staff.subdepartments(42502))
            assert below_the_refused
            assert heard[-1] == len(staff.DEPARTMENT_IDS) - below_the_refused
            assert heard == sorted(heard)
            (found,) = await session.directory.departments_met("night")
            assert found.path == ("Logistics", "Warehouse")

            server.faults.add("permission", endpoints=["listsub"])
            session.directory.forget()
            with pytest.raises(PermissionMissing):
                await session.directory.read_all(heard.append)

    run(story())


def test_those_who_own_contacts_come_first_and_those_who_left_not_at_all(house: House) -> None:
    async def story() -> None:
        async with session_of(house, whole=True) as session:
            owners = {owner.userid: owner.count for owner in await session.book.owners()}
            left = set(owners) & set(staff.LEFT)
            assert left
            people = session.book.reader.people
            await until(
                lambda: all(state is not NameState.UNKNOWN for state, _ in people(list(owners)).values()), "the names"
            )
            found = await session.directory.met("", limit=1_000)
            assert not {one.userid for one in found} & set(staff.LEFT)
            counts = [one.contacts for one in found]
            assert counts == sorted(counts, reverse=True)
            assert {one.userid: one.contacts for one in found if one.contacts} == {
                userid: count for userid, count in owners.items() if userid not in left
            }

    run(story())


def test_without_permission_for_names_owners_are_found_by_id(house: House, server: SimulatorServer) -> None:
    server.options.without_scopes = frozenset({"qyapi_get_member"})

    async def story() -> None:
        async with session_of(house, whole=True) as session:
            owner = (await session.book.owners())[0].userid
            (found,) = await session.directory.met(owner[2:])
            assert found.userid == owner
            assert found.name == ""

    run(story())


def test_a_session_that_closes_does_not_wait_for_a_call_that_hangs(house: House, server: SimulatorServer) -> None:
    server.faults.add("hang", endpoints=["listsub"])

    async def story() -> None:
        async with session_of(house) as session:
            waiting = asyncio.create_task(session.directory.children())
            await until(lambda: session.directory._reading, "the call")
            began = time.monotonic()
        assert time.monotonic() - began < 10
        with pytest.raises(asyncio.CancelledError):
            await waiting

    run(story())
