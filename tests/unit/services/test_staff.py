"""Names of colleagues and departments, looked up behind: what goes wrong with one must not cost the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from addressbook.domain.query import ContactQuery
from addressbook.domain.staff import NameState
from addressbook.services.events import LoadState, StaffChanged
from addressbook.services.session import Session
from addressbook.services.staff import LOOKUPS_AT_ONCE
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from tests.helpers.house import CONTACTS, House, run
from tests.helpers.wait import until


@pytest.fixture
def server() -> Iterator[SimulatorServer]:
    with SimulatorServer(SimulatorOptions(contacts=CONTACTS)) as running:
        yield running


@pytest.fixture
def house(tmp_path: Path, server: SimulatorServer) -> Iterator[House]:
    made = House(tmp_path / "house", server.url)
    yield made
    made.settings.flush()


async def whole(session: Session) -> None:
    await until(lambda: session.book.progress.complete and session.book.progress.state is LoadState.IDLE, "the book")


def test_an_answer_that_nobody_expected_does_not_end_the_looking_up(
    house: House, expected_log: Callable[..., None]
) -> None:
    expected_log("a name could not be looked up")

    async def story() -> None:
        session = await house.sessions.connect(house.form())
        try:
            get, failed = session.client.get_employee, []

            def get_employee(userid: str, **options: Any) -> Any:
                if len(failed) < LOOKUPS_AT_ONCE:
                    failed.append(userid)
                    raise RuntimeError("unexpected")
                return get(userid, **options)

            session.client.get_employee = get_employee  # type: ignore[method-assign]
            await whole(session)
            owners = {owner.userid for owner in await session.book.owners()}
            await until(lambda: len(failed) == LOOKUPS_AT_ONCE)
            for userid in owners - set(failed):
                await until(
                    lambda userid=userid: session.staff.name_of(userid).state is not NameState.UNKNOWN, "a name"
                )
        finally:
            await house.sessions.close(session)

    run(story())


def test_names_of_departments_are_looked_up_before_anybody_asks(house: House) -> None:
    async def story() -> None:
        session = await house.sessions.connect(house.form())
        try:
            await whole(session)
            departments = {number for contact in await contacts(session) for number in contact.share_dept_ids}
            assert departments
            reader = session.book.reader

            def known() -> set[int]:
                found = reader.departments(departments).items()
                return {number for number, (state, _) in found if state is NameState.KNOWN}

            await until(lambda: known() == departments, "the names of departments")
        finally:
            await house.sessions.close(session)

    run(story())


async def contacts(session: Session) -> list[Any]:
    return [session.book.contact(row) for row in (await session.book.answer(ContactQuery())).ids]


def test_names_that_were_refused_come_with_a_refresh_once_they_may_be_read(
    house: House, server: SimulatorServer
) -> None:
    server.options.without_scopes = frozenset({"qyapi_get_member"})

    async def story() -> None:
        session = await house.sessions.connect(house.form())
        try:
            await whole(session)
            owner = (await session.book.owners())[0].userid
            await until(lambda: session.staff.name_of(owner).state is NameState.HIDDEN, "a hidden name")
            server.options.without_scopes = frozenset()
            session.client.forget_token()
            session.book.refresh()
            await until(lambda: session.staff.name_of(owner).state is NameState.KNOWN, "a name")
        finally:
            await house.sessions.close(session)

    run(story())


def test_it_is_told_when_names_that_nobody_asked_for_are_all_here(house: House) -> None:
    async def story() -> None:
        session = await house.sessions.connect(house.form())
        try:
            learning: list[bool] = []
            session.events.subscribe(StaffChanged, lambda _: learning.append(session.staff.is_learning))
            await whole(session)
            await until(lambda: session.staff.is_learning, "the names")
            await until(lambda: not session.staff.is_learning and not learning[-1], "the last of them")
            assert all(owner.state is not NameState.UNKNOWN for owner in await session.book.owners())
        finally:
            await house.sessions.close(session)

    run(story())
