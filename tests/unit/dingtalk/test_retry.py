"""Only what is safe is repeated, only what may pass, and not for ever."""

from __future__ import annotations

import threading
import time

import pytest

from addressbook.dingtalk import retry
from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.client import DingTalkClient
from addressbook.dingtalk.pace import Pace
from addressbook.dingtalk.retry import with_retries
from addressbook.errors import (
    AddressBookError,
    AnswerError,
    Cancelled,
    CredentialsRejected,
    NetworkError,
    NotFound,
    PermissionMissing,
    RateLimited,
    ServerBusy,
    ServerError,
)
from tests.helpers.hostile_server import HostileServer, Reply, Request

LIST = "/topapi/extcontact/list"
CREATE = "/topapi/extcontact/create"
FIELDS = {"name": "A", "follower_user_id": "m", "label_ids": [1], "state_code": "86", "mobile": "1"}


class Failing:
    """Fails with `error` so many times, then succeeds."""

    def __init__(self, error: AddressBookError, times: int = 1_000_000) -> None:
        self.error, self.times, self.calls = error, times, 0

    def __call__(self) -> str:
        self.calls += 1
        if self.calls <= self.times:
            raise self.error
        return "done"


@pytest.fixture(autouse=True)
def no_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry.random, "uniform", lambda low, high: low)


@pytest.mark.parametrize("error", [ServerBusy("-1"), NetworkError("network.reset"), AnswerError("answer.json")])
def test_what_may_pass_is_tried_again_when_that_is_harmless(error: AddressBookError) -> None:
    attempt = Failing(error, 2)
    assert with_retries(attempt, repeatable=True) == "done"
    assert attempt.calls == 3


@pytest.mark.parametrize("error", [ServerBusy("-1"), NetworkError("network.reset"), AnswerError("answer.json")])
def test_a_write_is_not_repeated(error: AddressBookError) -> None:
    attempt = Failing(error, 1)
    with pytest.raises(type(error)):
        with_retries(attempt, repeatable=False)
    assert attempt.calls == 1


@pytest.mark.parametrize(
    "error",
    [
        ServerError("40035"),
        NotFound("33012"),
        PermissionMissing("60011"),
        CredentialsRejected("40096"),
        AnswerError("answer.html"),
        AnswerError("answer.ip_blocked"),
        NetworkError("network.name"),
        NetworkError("network.timeout"),
        NetworkError("network.tls"),
        NetworkError("network.proxy"),
        NetworkError("network.unreachable"),
        RateLimited("90001", retry_after=60.0),
        Cancelled(),
    ],
)
def test_what_will_not_pass_within_seconds_is_told_at_once(error: AddressBookError) -> None:
    attempt = Failing(error)
    with pytest.raises(type(error)):
        with_retries(attempt, repeatable=True, pace=Pace())
    assert attempt.calls == 1


@pytest.mark.parametrize(
    ("error", "calls"),
    [(ServerBusy("-1"), 4), (NetworkError("network.reset"), 3), (RateLimited("90018", retry_after=0.0), 6)],
)
def test_it_gives_up_in_the_end(error: AddressBookError, calls: int) -> None:
    attempt = Failing(error)
    with pytest.raises(type(error)):
        with_retries(attempt, repeatable=True, pace=Pace())
    assert attempt.calls == calls


def test_a_refusal_for_the_rate_slows_the_pace_and_even_a_write_is_tried_again() -> None:
    pace = Pace()
    before = pace.rate
    attempt = Failing(RateLimited("90018", retry_after=0.5), 1)
    assert with_retries(attempt, repeatable=False, pace=pace) == "done"
    assert pace.rate < before
    assert pace.blocked_until is not None


def test_pauses_grow(monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(retry, "_FIRST_PAUSE", 0.4)
    monkeypatch.setattr(retry.random, "uniform", lambda low, high: 1.0)
    monkeypatch.setattr(retry.time, "sleep", pauses.append)
    with pytest.raises(ServerBusy):
        with_retries(Failing(ServerBusy("-1")), repeatable=True)
    assert pauses == pytest.approx([0.4, 0.8, 1.6])


def test_a_pause_can_be_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retry, "_FIRST_PAUSE", 600.0)
    cancel = CancelToken()
    attempt = Failing(ServerBusy("-1"))
    timer = threading.Timer(0.02, cancel.cancel)
    timer.start()
    started = time.monotonic()
    with pytest.raises(Cancelled):
        with_retries(attempt, repeatable=True, cancel=cancel)
    assert time.monotonic() - started < 20


def test_over_the_wire_a_busy_server_is_asked_again(client: DingTalkClient, server: HostileServer) -> None:
    replies = [Reply({"errcode": -1}), Reply(b"", 503), Reply(b'{"errcode":0,"res'), Reply({"errcode": 0})]
    server.routes[LIST] = lambda request: replies.pop(0)
    assert client.list_contacts(0).rows == []
    assert replies == []


def test_over_the_wire_a_lost_answer_to_a_write_is_not_asked_for_again(
    client: DingTalkClient, server: HostileServer
) -> None:
    def executed_but_lost(request: Request) -> Reply:
        return Reply(act=lambda handler: handler.connection.close())

    server.routes[CREATE] = executed_but_lost
    with pytest.raises(NetworkError) as caught:
        client.create_contact(FIELDS)
    assert (caught.value.code, caught.value.sent) == ("network.reset", True)
    assert len(server.asked(CREATE)) == 1
    server.routes[CREATE] = Reply({"errcode": -1})
    with pytest.raises(ServerBusy):
        client.create_contact(FIELDS)
    assert len(server.asked(CREATE)) == 2


def test_over_the_wire_a_kept_connection_that_was_closed_is_replaced(
    client: DingTalkClient, server: HostileServer
) -> None:
    replies = [Reply({"errcode": 0}), Reply(act=lambda handler: handler.connection.close()), Reply({"errcode": 0})]
    server.routes[LIST] = lambda request: replies.pop(0)
    client.list_contacts(0)
    assert client.list_contacts(0).rows == []


@pytest.mark.parametrize("expired_first", [False, True])
def test_a_write_that_failed_for_want_of_a_token_was_not_sent(
    client: DingTalkClient, server: HostileServer, expired_first: bool
) -> None:
    if expired_first:
        client.check_token()
        server.routes[CREATE] = Reply({"errcode": 88, "sub_code": "40014"})
    server.routes["/v1.0/oauth2/accessToken"] = Reply(act=lambda handler: handler.connection.close())
    with pytest.raises(NetworkError) as caught:
        client.create_contact(FIELDS)
    assert caught.value.sent is False
    assert len(server.asked(CREATE)) == (1 if expired_first else 0)
