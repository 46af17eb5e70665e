"""The border to the network: every bound holds, and nothing that is raised tells the token."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler

import pytest

from addressbook.dingtalk import http_session
from addressbook.dingtalk.cancel import CancelToken
from addressbook.dingtalk.transport import Transport, TransportOptions
from addressbook.errors import AnswerError, Cancelled, NetworkError
from tests.helpers.hostile_server import HostileServer, Reply
from tests.helpers.wait import until_blocking

pytestmark = pytest.mark.timeout(30)  # what hangs here is a bug

TOKEN = "0aa1bb22cc33dd44"
PATH = "/topapi/extcontact/list"
START = b"HTTP/1.1 200 OK\r\n"


PATIENT = TransportOptions(max_bytes=50_000)  # a busy computer is no fault
QUICK = replace(PATIENT, read_timeout=0.5, call_timeout=1.5)


@pytest.fixture
def transport() -> Iterator[Transport]:
    made = Transport(PATIENT)
    yield made
    made.close()


def send(transport: Transport, url: str, **more: object) -> bytes:
    answer = transport.send("POST", url, PATH, query={"access_token": TOKEN}, body={"size": 1}, **more)  # type: ignore[arg-type]
    return answer.body


def refused(error: BaseException) -> str:
    """Everything an exception can be made to tell."""
    seen, told, todo = set(), "", [error]
    while todo:
        one = todo.pop()
        if id(one) not in seen:
            seen.add(id(one))
            told += str(one) + repr(one) + repr(vars(one)) + "".join(traceback.format_exception(one))
            todo += [link for link in (one.__cause__, one.__context__) if link is not None]
    return told


def drip(handler: BaseHTTPRequestHandler, first: bytes, finish: threading.Event) -> None:
    handler.wfile.write(first)
    while not finish.wait(0.05):
        handler.wfile.write(b"x")
        handler.wfile.flush()


def reset(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    handler.connection.close()
    handler.rfile.close()


def cut(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"errcode"')


def garbage(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"\x00\x01\x02 this is not HTTP\r\n\r\n")


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda handler, finish: finish.wait(), "network.timeout"),
        (lambda handler, finish: drip(handler, START + b"Content-Length: 9999\r\n\r\n", finish), "network.timeout"),
        (lambda handler, finish: drip(handler, START + b"\r\n", finish), "network.timeout"),
        (lambda handler, finish: drip(handler, START + b"X-Slow: ", finish), "network.timeout"),
        (lambda handler, finish: reset(handler), "network.reset"),
        (lambda handler, finish: cut(handler), "network.reset"),
        (lambda handler, finish: garbage(handler), "network.reset"),
    ],
    ids=["silence", "slow body", "slow endless body", "slow header", "reset", "cut", "garbage"],
)
def test_whatever_the_server_does_the_call_ends_in_time(
    server: HostileServer,
    act: Callable[[BaseHTTPRequestHandler, threading.Event], None],
    code: str,
) -> None:
    server.routes[PATH] = Reply(act=lambda handler: act(handler, server.finish))
    transport = Transport(QUICK if code == "network.timeout" else PATIENT)
    started = time.monotonic()
    with pytest.raises(NetworkError) as caught:
        send(transport, server.url)
    assert time.monotonic() - started < 10  # the server would go on until the test ends
    assert (caught.value.code, caught.value.sent, caught.value.endpoint) == (code, True, PATH)
    assert TOKEN not in refused(caught.value)
    transport.close()


def test_nobody_listens(transport: Transport) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{unused.getsockname()[1]}"
        with pytest.raises(NetworkError) as caught:
            send(transport, url)
    assert (caught.value.code, caught.value.sent) == ("network.unreachable", False)
    assert TOKEN not in refused(caught.value)


@pytest.mark.parametrize("host", ["no-such-host.invalid", "x" * 64 + ".example"])
def test_a_name_that_does_not_exist(transport: Transport, host: str) -> None:
    with pytest.raises(NetworkError) as caught:
        send(transport, f"https://{host}")
    assert (caught.value.code, caught.value.sent) == ("network.name", False)
    assert TOKEN not in refused(caught.value)


def test_plain_http_is_for_this_computer_alone(transport: Transport) -> None:
    with pytest.raises(NetworkError) as caught:
        send(transport, "http://192.0.2.1")
    assert (caught.value.code, caught.value.sent) == ("network.tls", False)


@pytest.mark.parametrize("target", ["http://127.0.0.1:1/", "https://evil.example/", "/topapi/other", ""])
@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_no_redirect_is_followed(transport: Transport, server: HostileServer, target: str, status: int) -> None:
    server.routes[PATH] = Reply(b"", status, {"Location": target})
    with pytest.raises(AnswerError) as caught:
        send(transport, server.url)
    assert (caught.value.code, caught.value.params["status"]) == ("answer.redirect", status)
    assert len(server.requests) == 1


def test_a_huge_answer_is_not_read(transport: Transport, server: HostileServer) -> None:
    server.routes[PATH] = Reply(b"x" * 50_001)
    with pytest.raises(AnswerError) as caught:
        send(transport, server.url)
    assert caught.value.code == "answer.too_large"
    server.routes[PATH] = Reply(b"x" * 50_000)
    assert len(send(transport, server.url)) == 50_000


def test_a_small_answer_that_unpacks_to_a_huge_one_is_not_unpacked(transport: Transport, server: HostileServer) -> None:
    bomb = gzip.compress(b"\0" * 40_000_000)
    assert len(bomb) < 50_000
    server.routes[PATH] = Reply(bomb, headers={"Content-Encoding": "gzip"})
    with pytest.raises(AnswerError) as caught:
        send(transport, server.url)
    assert caught.value.code == "answer.too_large"


def test_packed_answers_are_unpacked(transport: Transport, server: HostileServer) -> None:
    packed = gzip.compress("王经理".encode())
    server.routes[PATH] = Reply(packed, headers={"Content-Encoding": "gzip"})
    assert send(transport, server.url).decode() == "王经理"
    for broken in (packed[:-9], b"not gzip"):
        server.routes[PATH] = Reply(broken, headers={"Content-Encoding": "gzip"})
        with pytest.raises(AnswerError) as caught:
            send(transport, server.url)
        assert caught.value.code == "answer.json"
        assert TOKEN not in refused(caught.value)


def test_a_hanging_call_can_be_cancelled_at_once(transport: Transport, server: HostileServer) -> None:
    patient = Transport(TransportOptions(read_timeout=60, call_timeout=60))
    server.routes[PATH] = Reply(act=lambda handler: server.finish.wait() and None)
    cancel = CancelToken()
    caught: list[BaseException] = []

    def call() -> None:
        try:
            send(patient, server.url, cancel=cancel)
        except (Cancelled, NetworkError) as error:
            caught.append(error)

    thread = threading.Thread(target=call, daemon=True)
    thread.start()
    until_blocking(lambda: server.requests)
    cancel.cancel()
    thread.join(20)
    assert not thread.is_alive()
    assert [type(error) for error in caught] == [Cancelled]
    assert caught[0].sent  # type: ignore[attr-defined]
    with pytest.raises(Cancelled) as early:
        send(transport, server.url, cancel=cancel)
    assert not early.value.sent
    assert len(server.requests) == 1


def test_the_answer_to_a_write_is_not_lost_to_a_late_cancel(
    transport: Transport, server: HostileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.routes[PATH] = Reply(b'{"userid":"1"}')
    cancel = CancelToken()
    read = Transport._read

    def then_cancel(self: Transport, *args: object) -> bytes:
        body = read(self, *args)  # type: ignore[arg-type]
        cancel.cancel()  # the answer has come; nobody has been told yet
        return body

    monkeypatch.setattr(Transport, "_read", then_cancel)
    assert send(transport, server.url, cancel=cancel, repeatable=False) == b'{"userid":"1"}'
    cancel = CancelToken()
    with pytest.raises(Cancelled) as caught:
        send(transport, server.url, cancel=cancel)
    assert caught.value.sent


def test_a_write_that_was_cancelled_before_its_answer_may_have_been_done(
    transport: Transport, server: HostileServer
) -> None:
    cancel = CancelToken()

    def cancel_and_cut(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
        cancel.cancel()

    server.routes[PATH] = Reply(act=cancel_and_cut)
    with pytest.raises(Cancelled) as caught:
        send(transport, server.url, cancel=cancel, repeatable=False)
    assert caught.value.sent


def test_a_look_up_of_the_proxy_that_hangs_can_be_cancelled_and_ends_in_time() -> None:
    go_on, asked = threading.Event(), threading.Event()

    def hanging(url: str) -> str | None:
        asked.set()
        go_on.wait(60)
        return None

    cancel = CancelToken()
    threading.Thread(target=lambda: asked.wait(20) and cancel.cancel(), daemon=True).start()
    started = time.monotonic()
    try:
        with pytest.raises(Cancelled) as stopped:
            send(Transport(TransportOptions(proxy_for=hanging)), "https://oapi.dingtalk.io", cancel=cancel)
        with pytest.raises(NetworkError) as late:
            send(Transport(TransportOptions(proxy_for=hanging, call_timeout=0.1)), "https://oapi.dingtalk.io")
    finally:
        go_on.set()
    assert time.monotonic() - started < 20  # the look-up would take a minute
    assert not stopped.value.sent
    assert (late.value.code, late.value.sent) == ("network.proxy", False)


def test_cancelling_one_call_leaves_the_next_alone(transport: Transport, server: HostileServer) -> None:
    server.routes[PATH] = Reply(b"{}")
    cancel = CancelToken()
    send(transport, server.url, cancel=cancel)
    cancel.cancel()
    assert send(transport, server.url) == b"{}"


def test_the_environments_proxy_and_netrc_are_not_used(
    transport: Transport, server: HostileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    server.routes[PATH] = Reply(b"{}")
    assert send(transport, server.url) == b"{}"


def test_loopback_does_not_ask_for_a_proxy(server: HostileServer) -> None:
    def never(url: str) -> str:
        raise AssertionError(url)

    server.routes[PATH] = Reply(b"{}")
    assert send(Transport(TransportOptions(proxy_for=never)), server.url) == b"{}"


@pytest.mark.parametrize("proxy", ["refusing", "closed", "socks5://127.0.0.1:1", "nonsense://x", "http://[bad"])
def test_a_proxy_that_does_not_let_us_through(proxy: str, server: HostileServer) -> None:
    asked: list[str] = []
    address = {"refusing": server.url, "closed": "http://user:hunter2@127.0.0.1:1"}.get(proxy, proxy)

    def proxy_for(url: str) -> str:
        asked.append(url)
        return address

    with pytest.raises(NetworkError) as caught:
        send(Transport(TransportOptions(proxy_for=proxy_for)), "https://oapi.dingtalk.io")
    assert (caught.value.code, caught.value.sent) == ("network.proxy", False)
    assert asked == ["https://oapi.dingtalk.io"]
    assert TOKEN not in refused(caught.value)
    assert "hunter2" not in refused(caught.value)


def test_threads_have_connections_of_their_own_and_keep_them(transport: Transport, server: HostileServer) -> None:
    ports: list[int] = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        ports.append(handler.client_address[1])
        handler.close_connection = False
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

    server.routes[PATH] = Reply(act=note)
    barrier = threading.Barrier(3)

    def three() -> None:
        barrier.wait()
        for _ in range(3):
            send(transport, server.url)

    threads = [threading.Thread(target=three) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(ports) == 9
    assert len(set(ports)) == 3


def test_a_write_does_not_use_a_connection_that_was_idle(
    transport: Transport, server: HostileServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ports: list[int] = []

    def note(handler: BaseHTTPRequestHandler) -> None:
        ports.append(handler.client_address[1])
        handler.close_connection = False
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

    server.routes[PATH] = Reply(act=note)
    send(transport, server.url)
    send(transport, server.url, repeatable=False)
    monkeypatch.setattr("addressbook.dingtalk.transport._IDLE_BEFORE_WRITE", -1.0)
    send(transport, server.url)
    send(transport, server.url, repeatable=False)
    assert len(set(ports[:3])) == 1
    assert ports[3] != ports[2]


def test_cookies_are_not_kept(transport: Transport, server: HostileServer) -> None:
    server.routes[PATH] = Reply(b"{}", headers={"Set-Cookie": "a=b; Path=/"})
    send(transport, server.url)
    send(transport, server.url)
    assert "cookie" not in server.requests[1].headers


def test_the_system_vouches_for_certificates() -> None:
    import truststore

    adapter = http_session.new_session("x", secure=True).get_adapter("https://oapi.dingtalk.io")
    context = adapter.poolmanager.connection_pool_kw["ssl_context"]  # type: ignore[attr-defined]
    assert isinstance(context, truststore.SSLContext)
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_requests_is_not_imported_before_the_first_call() -> None:
    probe = "import sys, addressbook.dingtalk.client; sys.exit('requests' in sys.modules or 'urllib3' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0
