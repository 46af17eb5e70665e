"""A server to misbehave and a client that calls it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest

from addressbook.dingtalk import retry
from addressbook.dingtalk.client import DingTalkClient, Pace, TransportOptions
from addressbook.dingtalk.region import other_address
from tests.helpers.hostile_server import HostileServer

PATIENT = TransportOptions(max_bytes=200_000)  # a busy computer is no fault


@pytest.fixture
def server() -> Iterator[HostileServer]:
    with HostileServer() as running:
        yield running


@pytest.fixture
def client(server: HostileServer) -> Iterator[DingTalkClient]:
    made = DingTalkClient(
        other_address(server.url), "dingkey", "s3cret-of-the-app", pace=Pace(math.inf, math.inf), options=PATIENT
    )
    yield made
    made.close()


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries wait for milliseconds; how long they wait is tested in test_retry.py."""
    monkeypatch.setattr(retry, "_FIRST_PAUSE", 0.002)
