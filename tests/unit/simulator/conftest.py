"""A simulated organisation of 300 contacts, and a caller with a token."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from tests.helpers.simulator import Caller


@pytest.fixture
def server() -> Iterator[SimulatorServer]:
    with SimulatorServer(SimulatorOptions(contacts=300, control=True)) as running:
        yield running


@pytest.fixture
def caller(server: SimulatorServer) -> Caller:
    return Caller(server.url)
