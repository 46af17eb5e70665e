"""HTTP as clients write it, and as some should not."""

from __future__ import annotations

import http.client
import json
import os
import socket
import subprocess
import sys
from urllib.parse import urlsplit

import pytest

from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.router import CALLS
from addressbook.simulator.server import SimulatorServer
from tests.helpers.simulator import ROOT, Caller, SimulatorProcess


def exchange(url: str, data: bytes) -> bytes:
    parts = urlsplit(url)
    with socket.create_connection((parts.hostname, parts.port), timeout=20) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        received = b""
        while part := connection.recv(65_536):
            received += part
    return received


def test_one_connection_carries_many_calls(server: SimulatorServer, caller: Caller) -> None:
    parts = urlsplit(server.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    for _ in range(20):
        connection.request("POST", f"/topapi/extcontact/list?access_token={caller.token}", b'{"offset":0,"size":2}')
        assert len(json.loads(connection.getresponse().read())["results"]) == 2
        assert connection.sock is not None  # http.client drops it when the server does
    connection.close()


def test_two_requests_in_one_packet(server: SimulatorServer) -> None:
    one = b"GET /gettoken HTTP/1.1\r\nHost: x\r\n\r\n"
    assert exchange(server.url, one + one).count(b"40035") == 2


def test_chunked_bodies_and_expectations(server: SimulatorServer, caller: Caller) -> None:
    head = f"POST /topapi/extcontact/get?access_token={caller.token} HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
    body = b'Transfer-Encoding: chunked\r\n\r\n5\r\n{"use\r\ne\r\nr_id": "9999"}\r\n0\r\n\r\n'
    answer = exchange(server.url, head.encode() + body)
    assert answer.startswith(b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n")
    assert b"33012" in answer


@pytest.mark.parametrize(
    "data",
    [
        b"nonsense\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 999999999\r\n\r\n",
        b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nshort",
        b"GET /" + b"x" * 70_000,
    ],
)
def test_what_is_not_http_is_answered_with_400(server: SimulatorServer, data: bytes) -> None:
    assert exchange(server.url, data).startswith(b"HTTP/1.1 400 ")
    assert Caller(server.url)("extcontact/list")["errcode"] == 0


def test_a_body_that_is_no_json_is_43009(server: SimulatorServer, caller: Caller) -> None:
    head = f"POST /topapi/extcontact/get?access_token={caller.token} HTTP/1.1\r\nContent-Length: 4\r\n\r\n"
    assert b"43009" in exchange(server.url, head.encode() + b"{no}")
    assert b"43009" in exchange(server.url, head.encode() + b"[12]")


def test_it_serves_this_computer_alone() -> None:
    with pytest.raises(ValueError, match="loopback"):
        SimulatorOptions(host="192.0.2.1")


def test_a_taken_port_is_told(server: SimulatorServer) -> None:
    with pytest.raises(OSError, match="in use"):
        SimulatorServer(SimulatorOptions(port=urlsplit(server.url).port or 0)).start()
    with pytest.raises(RuntimeError, match="cannot start"):
        SimulatorProcess("--port", str(urlsplit(server.url).port)).start()


def test_the_command_line_explains_itself() -> None:
    for argument, words in (("--help", "without an account"), ("--list-faults", "ip_block")):
        run = subprocess.run(
            [sys.executable, "-m", "addressbook.simulator", argument],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1", "COLUMNS": "200"},
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        assert words in run.stdout
        assert run.stderr == ""


def test_it_loads_nothing_that_is_not_needed() -> None:
    code = (
        "import sys; import addressbook.simulator.server\n"
        "print(sorted({'argparse', 'sqlite3', 'http', 'email', 'random', 'ssl'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert run.stdout.strip() == "[]"


NASTY: list[object] = [
    None, True, -1, 10**30, 1.5, "", " ", "-", "--5", "9" * 5000, "\x00", "张三", "🦊", [], [[]], {}, {"a": {"b": []}},
    "null", "[1,2", "{}", "[" * 5000, "12345678901x", "１２３", "../../etc/passwd",
]  # fmt: skip
PARAMS = ("offset", "size", "user_id", "userid", "mobile", "dept_id", "cursor", "contact")
FIELDS = (
    "name",
    "mobile",
    "state_code",
    "follower_user_id",
    "label_ids",
    "share_dept_ids",
    "share_user_ids",
    "user_id",
)


@pytest.mark.parametrize("path", [path for path in CALLS if path.startswith("/topapi/")])
def test_whatever_is_sent_is_answered(server: SimulatorServer, caller: Caller, path: str) -> None:
    """An exception on a thread of the server would fail this test as well."""
    good = {"name": "A", "follower_user_id": "u", "label_ids": [1], "user_id": server.state.book.rows()[3]["userid"]}
    for value in NASTY:
        for params in (dict.fromkeys(PARAMS, value), *({"contact": {**good, name: value}} for name in FIELDS)):
            answer = caller(path.removeprefix("/topapi/"), **params)
            assert isinstance(answer["errcode"], int)
            assert answer["request_id"]


@pytest.mark.parametrize("target", ["//[", "/%ff%00?access_token=%zz", "/" + "a/" * 500, "http://[::1/gettoken"])
def test_strange_addresses_are_answered(server: SimulatorServer, target: str) -> None:
    assert exchange(server.url, f"GET {target} HTTP/1.1\r\n\r\n".encode()).startswith(b"HTTP/1.1 ")
