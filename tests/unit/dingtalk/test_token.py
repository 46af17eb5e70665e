"""One token for all threads, one renewal, never a loop."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.client import DingTalkClient
from addressbook.dingtalk.region import Region, other_address
from addressbook.dingtalk.token import NEW_ENDPOINT, OLD_ENDPOINT, AppToken
from addressbook.dingtalk.transport import Transport
from addressbook.errors import (
    AnswerError,
    Cancelled,
    CredentialsRejected,
    NetworkError,
    RateLimited,
    TokenRejected,
)
from addressbook.redaction import redact
from tests.helpers.hostile_server import HostileServer, Reply, Request
from tests.helpers.wait import until_blocking

LIST = "/topapi/extcontact/list"
EXPIRED: list[dict[str, object]] = [
    {"errcode": 88, "sub_code": "40014", "sub_msg": "不合法的access_token"},
    {"errcode": 88, "errmsg": "ding talk error[subcode=40014,submsg=不合法的access_token]"},
    {"errcode": 88, "sub_code": "40000"},
    {"errcode": 88, "sub_code": 42001},
    {"errcode": 40014},
    {"errcode": "42001"},
    {"errcode": 40001},
    {"errcode": 33001},
    {"errcode": 33009},
    {"errcode": 41001},
]


class Clock:
    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def transport() -> Iterator[Transport]:
    made = Transport()
    yield made
    made.close()


def source(transport: Transport, server: HostileServer, now: Callable[[], float] | None = None) -> AppToken:
    return AppToken(transport, other_address(server.url), " dingkey ", "s3cret-of-app\n", now=now or Clock())


def accepting(*tokens: str) -> Callable[[Request], Reply]:
    def answer(request: Request) -> Reply:
        return Reply({"errcode": 0} if request.query["access_token"] in tokens else EXPIRED[0])

    return answer


@pytest.mark.parametrize("expired", EXPIRED)
def test_every_way_of_saying_expired_renews_once(
    client: DingTalkClient, server: HostileServer, expired: dict[str, object]
) -> None:
    server.routes[LIST] = lambda request: Reply(
        {"errcode": 0} if request.query["access_token"] == "token-2" else expired
    )
    assert client.list_contacts(0).rows == []
    assert client.list_contacts(0).rows == []
    assert server.tokens == 2


@pytest.mark.parametrize("expired", EXPIRED)
def test_a_token_that_is_never_accepted_does_not_loop(
    client: DingTalkClient, server: HostileServer, expired: dict[str, object]
) -> None:
    server.routes[LIST] = Reply(expired)
    with pytest.raises(TokenRejected):
        client.list_contacts(0)
    assert (server.tokens, len(server.asked(LIST))) == (2, 2)


def test_threads_share_one_fetch_and_one_renewal(client: DingTalkClient, server: HostileServer) -> None:
    server.routes[LIST] = accepting("token-1")
    barrier = threading.Barrier(8)

    def call(number: int) -> int:
        barrier.wait()
        return len(client.list_contacts(number).rows)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(call, range(8)))
        assert server.tokens == 1
        server.routes[LIST] = accepting("token-2")
        list(pool.map(call, range(8)))
    assert server.tokens == 2


def test_threads_share_one_refusal(transport: Transport, server: HostileServer) -> None:
    tokens = source(transport, server)
    arrived, go_on = threading.Event(), threading.Event()

    def refuse(request: Request) -> Reply:
        arrived.set()
        go_on.wait(20)
        return Reply({"code": "invalidClientIdOrSecret", "message": "s3cret-of-app", "requestid": "r"}, 400)

    server.routes[NEW_ENDPOINT] = refuse
    caught: list[CredentialsRejected] = []

    def call() -> None:
        try:
            tokens.token()
        except CredentialsRejected as error:
            caught.append(error)

    first = threading.Thread(target=call)
    first.start()
    assert arrived.wait(20)
    others = [threading.Thread(target=call) for _ in range(5)]
    for thread in others:
        thread.start()
    until_blocking(lambda: len(tokens._changed._waiters) == 5)  # type: ignore[attr-defined]
    go_on.set()
    for thread in (first, *others):
        thread.join(20)
    assert len(caught) == 6
    assert len(server.asked(NEW_ENDPOINT)) == 1
    assert {error.request_id for error in caught} == {"r"}
    assert not any("s3cret" in str(error) + error.message for error in caught)


def test_one_who_waits_for_anothers_fetch_can_be_cancelled(transport: Transport, server: HostileServer) -> None:
    tokens = source(transport, server)
    arrived, go_on = threading.Event(), threading.Event()

    def slow(request: Request) -> Reply:
        arrived.set()
        go_on.wait(20)
        return Reply({"accessToken": "slow-token-1", "expireIn": 7200})

    server.routes[NEW_ENDPOINT] = slow
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(tokens.token)
        assert arrived.wait(20)
        cancel = CancelToken()
        second = pool.submit(tokens.token, cancel)
        until_blocking(lambda: len(tokens._changed._waiters) == 1)  # type: ignore[attr-defined]
        cancel.cancel()
        with pytest.raises(Cancelled):
            second.result(20)
        go_on.set()
        assert first.result(20) == "slow-token-1"


def test_a_cancelled_fetch_does_not_cancel_the_others(transport: Transport, server: HostileServer) -> None:
    tokens = source(transport, server)
    arrived = threading.Event()
    replies = iter([Reply(act=lambda handler: server.finish.wait() and None)])

    def first_hangs(request: Request) -> Reply:
        arrived.set()
        return next(replies, Reply({"accessToken": "token-after", "expireIn": "7200"}))

    server.routes[NEW_ENDPOINT] = first_hangs
    cancel = CancelToken()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(tokens.token, cancel)
        assert arrived.wait(20)
        second = pool.submit(tokens.token)
        until_blocking(lambda: len(tokens._changed._waiters) == 1)  # type: ignore[attr-defined]
        cancel.cancel()
        with pytest.raises(Cancelled):
            first.result(20)
        assert second.result(20) == "token-after"


@pytest.mark.parametrize("reply", [{"accessToken": "too-early"}, {"code": "invalidClientIdOrSecret"}])
def test_what_is_being_fetched_when_the_token_is_forgotten_is_not_kept(
    transport: Transport, server: HostileServer, reply: dict[str, object]
) -> None:
    tokens = source(transport, server)
    arrived, go_on = threading.Event(), threading.Event()
    replies = iter([Reply(reply)])

    def first_waits(request: Request) -> Reply:
        mine = next(replies, Reply({"accessToken": "after-the-change"}))
        arrived.set()
        go_on.wait(20)
        return mine

    server.routes[NEW_ENDPOINT] = first_waits
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(tokens.token)
        assert arrived.wait(20)
        tokens.forget()  # a permission was given: only a token that is asked for from now on bears it
        second = pool.submit(tokens.token)
        until_blocking(lambda: len(tokens._changed._waiters) == 1)  # type: ignore[attr-defined]
        go_on.set()
        assert second.result(20) == "after-the-change"
        assert first.exception(20) is not None or first.result() == "too-early"
    assert tokens.token() == "after-the-change"


def test_a_token_is_renewed_before_it_ends(transport: Transport, server: HostileServer) -> None:
    clock = Clock()
    tokens = source(transport, server, clock)
    assert tokens.token() == "token-1"
    clock.time += 6899
    assert tokens.token() == "token-1"
    clock.time += 2
    assert tokens.token() == "token-2"


@pytest.mark.parametrize("lifetime", [None, "soon", 0, -5, "nan", []])
def test_a_lifetime_that_makes_no_sense(transport: Transport, server: HostileServer, lifetime: object) -> None:
    server.routes[NEW_ENDPOINT] = Reply({"accessToken": "token-x1", "expireIn": lifetime})
    tokens = source(transport, server)
    assert tokens.token() == tokens.token() == "token-x1"
    assert len(server.requests) == 1


def test_key_and_secret_are_trimmed_and_the_token_is_known_to_the_log(
    transport: Transport, server: HostileServer
) -> None:
    assert source(transport, server).token() == "token-1"
    assert server.requests[0].json == {"appKey": "dingkey", "appSecret": "s3cret-of-app"}
    assert "token-1" not in redact("got token-1")
    assert "s3cret-of-app" not in redact("with s3cret-of-app")


@pytest.mark.parametrize(
    "missing",
    [Reply(b"<html>not found</html>", 404), Reply({"errcode": 22}), Reply({"code": "InvalidAction.NotFound"}, 404)],
)
def test_gettoken_where_the_new_call_does_not_exist(
    transport: Transport, server: HostileServer, missing: Reply
) -> None:
    server.routes[NEW_ENDPOINT] = missing
    server.routes[OLD_ENDPOINT] = Reply({"errcode": 0, "access_token": "old-token", "expires_in": "7200"})
    assert source(transport, server).token() == "old-token"
    assert (server.requests[-1].method, server.requests[-1].query) == (
        "GET",
        {"appkey": "dingkey", "appsecret": "s3cret-of-app"},
    )


def test_a_refusal_is_not_tried_again_elsewhere(transport: Transport, server: HostileServer) -> None:
    server.routes[NEW_ENDPOINT] = Reply({"code": "invalidClientIdOrSecret"}, 400)
    with pytest.raises(CredentialsRejected):
        source(transport, server).token()
    server.routes[NEW_ENDPOINT] = Reply(b"<html>sign in</html>", headers={"Content-Type": "text/html"})
    with pytest.raises(AnswerError):
        source(transport, server).token()
    assert server.asked(OLD_ENDPOINT) == []


def test_wrong_keys_at_gettoken(transport: Transport, server: HostileServer) -> None:
    server.routes[NEW_ENDPOINT] = Reply(b"", 404)
    server.routes[OLD_ENDPOINT] = Reply({"errcode": 40096, "errmsg": "不合法的appKey或appSecret", "request_id": "r"})
    with pytest.raises(CredentialsRejected) as caught:
        source(transport, server).token()
    assert caught.value.code == "40096"


def test_a_network_that_lets_only_the_legacy_host_through(transport: Transport, server: HostileServer) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{unused.getsockname()[1]}"
        tokens = AppToken(transport, Region("other", server.url, closed), "dingkey", "s3cret-of-app")
        server.routes[OLD_ENDPOINT] = Reply({"errcode": 0, "access_token": "old-token"})
        assert tokens.token() == "old-token"
        nowhere = AppToken(transport, Region("other", closed, closed), "dingkey", "s3cret-of-app")
        with pytest.raises(NetworkError) as caught:
            nowhere.token()
    assert (caught.value.code, caught.value.endpoint) == ("network.unreachable", NEW_ENDPOINT)


@pytest.mark.parametrize(("key", "secret"), [("", "s3cret-of-app"), ("dingkey", " ")])
def test_nothing_is_sent_without_key_or_secret(
    transport: Transport, server: HostileServer, key: str, secret: str
) -> None:
    with pytest.raises(CredentialsRejected):
        AppToken(transport, other_address(server.url), key, secret).token()
    assert server.requests == []


def test_the_token_call_has_a_limit_of_its_own(
    transport: Transport, server: HostileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("addressbook.dingtalk.retry.random.uniform", lambda low, high: -0.99)
    server.routes[NEW_ENDPOINT] = Reply({"code": "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"}, 403)
    with pytest.raises(RateLimited):
        source(transport, server).token()
    assert 1 < len(server.requests) <= 10
