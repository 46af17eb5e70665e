"""Test connection, line by line, against the real server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from addressbook.errors import CredentialsRejected
from addressbook.services.connect_form import ConnectForm
from addressbook.services.connection_check import CALLS, CheckLine, CheckOutcome, CheckStep
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample.staff import SAMPLE_MOBILE
from addressbook.simulator.server import SimulatorServer
from tests.helpers.house import CONTACTS, House, run


@pytest.fixture
def server() -> Iterator[SimulatorServer]:
    with SimulatorServer(SimulatorOptions(contacts=CONTACTS)) as running:
        yield running


@pytest.fixture
def house(tmp_path: Path, server: SimulatorServer) -> Iterator[House]:
    made = House(tmp_path / "house", server.url)
    yield made
    made.settings.flush()


async def lines(house: House, form: ConnectForm) -> dict[CheckStep, CheckLine]:
    found = [line async for line in house.sessions.test_connection(form)]
    shown = list(CheckStep)
    assert [line.step for line in found] == sorted((line.step for line in found), key=shown.index), "in this order"
    return {line.step: line for line in found}


def test_the_check_of_a_connection_that_works(house: House) -> None:
    async def story() -> None:
        found = await lines(house, house.form(mobile=SAMPLE_MOBILE))
        outcomes = {step: line.outcome for step, line in found.items()}
        assert outcomes == {
            CheckStep.TOKEN: CheckOutcome.OK,
            **dict.fromkeys(CALLS, CheckOutcome.OK),
            CheckStep.WRITING: CheckOutcome.INFO,
        }
        assert found[CheckStep.CONTACTS].params["phones_shared"] == 1
        assert found[CheckStep.DEPARTMENTS].params["root_name"]
        assert (await lines(house, house.form()))[CheckStep.PERSON].outcome is CheckOutcome.SKIPPED

    run(story())


def test_the_check_tells_what_will_not_work(house: House, server: SimulatorServer) -> None:
    async def story() -> None:
        wrong = await lines(house, house.form(app_secret="wrong"))
        assert wrong[CheckStep.TOKEN].outcome is CheckOutcome.FAILED
        assert isinstance(wrong[CheckStep.TOKEN].error, CredentialsRejected)
        assert [(step, line.outcome) for step, line in wrong.items()][1:] == [(CheckStep.REST, CheckOutcome.SKIPPED)]
        server.options.without_scopes = frozenset({"qyapi_ext_read", "qyapi_get_department_list"})
        found = await lines(house, house.form(mobile="1"))
        assert found[CheckStep.CONTACTS].outcome is CheckOutcome.FAILED
        for step in (CheckStep.LABELS, CheckStep.PERSON, CheckStep.DEPARTMENTS):
            assert found[step].outcome is CheckOutcome.WARNING
            assert found[step].error is not None
        assert found[CheckStep.STAFF].outcome is CheckOutcome.OK

    run(story())


def test_the_check_can_be_given_up(house: House, server: SimulatorServer) -> None:
    server.faults.add("hang")

    async def story() -> None:
        check = house.sessions.test_connection(house.form())
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.2):
                await anext(check)
        began = asyncio.get_running_loop().time()
        await check.aclose()
        assert asyncio.get_running_loop().time() - began < 10  # the call itself would hang for 20 s and more

    run(story())
