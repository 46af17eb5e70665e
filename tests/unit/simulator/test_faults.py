"""Each fault does what it says, to the calls that are meant, as often as it was told to."""

from __future__ import annotations

import gzip
import http.client
import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import pytest

from addressbook.simulator.calls import Event
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from tests.helpers.simulator import Caller, Control, SimulatorProcess, call
from tests.helpers.wait import until_blocking

LIST = "extcontact/list"
NEW: dict[str, Any] = {
    "name": "Ann Lee", "mobile": "13912345678", "state_code": "86", "follower_user_id": "u", "label_ids": [1],
}  # fmt: skip


def raw(caller: Caller, path: str = LIST, timeout: float = 30) -> tuple[int, dict[str, str], bytes]:
    parts = urlsplit(caller.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=timeout)
    try:
        connection.request("POST", f"/topapi/{path}?access_token={caller.token}", b"{}")
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def healthy(caller: Caller) -> bool:
    return bool(caller(LIST)["errcode"] == 0)


@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("reset", ConnectionResetError),
        ("lost_before", http.client.RemoteDisconnected),
        ("lost", http.client.RemoteDisconnected),
    ],
)
def test_connections_that_end(server: SimulatorServer, caller: Caller, kind: str, error: type[Exception]) -> None:
    server.faults.add(kind, times=2)
    for _ in range(2):
        with pytest.raises(error):
            raw(caller)
    assert healthy(caller)


def test_a_lost_answer_was_executed_or_not(server: SimulatorServer, caller: Caller) -> None:
    server.faults.add("lost_before", endpoints=["extcontact/create"], times=1)
    server.faults.add("lost", endpoints=["extcontact/create"], after=1, times=1)
    with pytest.raises(http.client.RemoteDisconnected):
        caller("extcontact/create", contact=NEW)
    assert len(server.state.book) == 300
    with pytest.raises(http.client.RemoteDisconnected):
        caller("extcontact/create", contact=NEW)
    assert len(server.state.book) == 301
    assert caller("extcontact/create", contact=NEW)["errcode"] == 22005


def test_http_errors_and_pages_of_proxies(server: SimulatorServer, caller: Caller) -> None:
    server.faults.add("http", times=1, status=502)
    assert raw(caller)[0] == 502
    server.faults.add("html", times=1)
    status, headers, body = raw(caller)
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert b"<html>" in body
    server.faults.add("redirect", times=1, to="http://elsewhere.example/")
    status, headers, _ = raw(caller)
    assert (status, headers["Location"]) == (302, "http://elsewhere.example/")
    server.faults.add("ip_block", times=1)
    blocked = json.loads(raw(caller)[2])
    assert blocked["status"] == 1111
    assert "errcode" not in blocked
    assert healthy(caller)


def test_cut_answers(server: SimulatorServer, caller: Caller) -> None:
    server.faults.add("cut", times=1)
    with pytest.raises(json.JSONDecodeError):
        json.loads(raw(caller)[2])
    server.faults.add("cut", times=1, short=1)
    with pytest.raises(http.client.IncompleteRead):
        raw(caller)
    assert healthy(caller)


def test_huge_answers(server: SimulatorServer, caller: Caller) -> None:
    server.faults.add("huge", times=1, megabytes=2)
    assert len(raw(caller)[2]) > 2_000_000
    server.faults.add("huge", times=1, megabytes=2, gzip=1)
    _, headers, body = raw(caller)
    assert headers["Content-Encoding"] == "gzip"
    assert len(body) < 20_000
    assert len(gzip.decompress(body)) > 2_000_000


def test_answers_that_hang_end_with_the_server(caller: Caller, server: SimulatorServer) -> None:
    server.faults.add("hang")
    with pytest.raises(TimeoutError):
        raw(caller, timeout=0.2)
    begun = time.monotonic()
    server.stop()
    assert time.monotonic() - begun < 10  # the fault itself would last an hour


def test_held_calls_are_executed_when_the_fault_is_cleared(server: SimulatorServer, caller: Caller) -> None:
    fault = server.faults.add("hold", endpoints=["extcontact/create"], times=1)
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(caller, "extcontact/create", contact=NEW)
        while not server.faults.active()[0].met:
            time.sleep(0.001)
        assert healthy(caller)
        assert len(server.state.book) == 300
        assert not answer.done()
        server.faults.clear(fault)
        assert answer.result(10)["errcode"] == 0
    assert len(server.state.book) == 301


def test_slow_answers(server: SimulatorServer, caller: Caller) -> None:
    for kind, values in (("latency", {"ms": 150, "jitter_ms": 50}), ("slow", {"seconds": 1})):
        server.faults.add(kind, times=1, **values)
        begun = time.monotonic()
        assert json.loads(raw(caller)[2])["errcode"] == 0
        assert time.monotonic() - begun > 0.14


@pytest.mark.parametrize(
    ("kind", "sub_code", "words"),
    [
        ("qps", "90018", "20"),
        ("throttle", "90002", "apiPath(/topapi/extcontact/list)"),
        ("permission", "60011", "qyapi_ext_read"),
        ("address", "60020", "203.0.113.7"),
        ("expired", "40014", "access_token"),
    ],
)
def test_refusals_of_the_gateway(server: SimulatorServer, caller: Caller, kind: str, sub_code: str, words: str) -> None:
    server.faults.add(kind, endpoints=[LIST], times=1)
    answer = caller(LIST)
    assert (answer["errcode"], answer["sub_code"]) == (88, sub_code)
    assert words in answer["sub_msg"]
    assert f"subcode={sub_code}" in answer["errmsg"]


@pytest.mark.parametrize(("kind", "status"), [("qps", 403), ("throttle", 403), ("address", 403), ("busy", 503)])
def test_the_new_host_refuses_in_its_own_form(server: SimulatorServer, kind: str, status: int) -> None:
    server.faults.add(kind, endpoints=["accessToken"], times=1)
    parts = urlsplit(server.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    connection.request("POST", "/v1.0/oauth2/accessToken", b'{"appKey":"a","appSecret":"b"}')
    answer = connection.getresponse()
    assert answer.status == status
    assert set(json.loads(answer.read())) >= {"code", "message", "requestid"}
    connection.close()


def test_any_code_can_be_answered(server: SimulatorServer, caller: Caller) -> None:
    server.faults.add("error", times=1, code=50002, match={"userid": "manager4220"})
    server.faults.add("error", times=1, code="90020", message="月调用量", gateway=1, endpoints=[LIST])
    server.faults.add("feature_off", times=1, endpoints=["listlabelgroups"])
    assert caller("v2/user/get", userid="someone")["errcode"] == 60121
    assert caller("v2/user/get", userid="manager4220")["errcode"] == 50002
    assert caller(LIST)["sub_code"] == "90020"
    assert caller("extcontact/listlabelgroups")["errcode"] == 60205


def test_wrong_types(server: SimulatorServer, caller: Caller) -> None:
    shapes = {}
    for how in ("fields", "row", "shape", "errcode"):
        server.faults.add("types", times=1, how=how)
        shapes[how] = caller(LIST, offset=0, size=30)
    fields = shapes["fields"]["results"]
    assert fields[1]["title"] == 42
    assert all(isinstance(label, str) for label in fields[1]["label_ids"])
    assert isinstance(fields[3]["userid"], dict)
    assert shapes["row"]["results"][3] is None
    assert not isinstance(shapes["shape"]["results"], list)
    assert shapes["errcode"]["errcode"] == "0"


def test_faults_are_told_apart_and_cleared(server: SimulatorServer, caller: Caller) -> None:
    first = server.faults.add("busy", endpoints=[LIST])
    server.faults.add("busy", endpoints=["extcontact/get"])
    assert caller(LIST)["errcode"] == 400001
    server.faults.clear(first)
    assert healthy(caller)
    assert caller("extcontact/get", user_id="1")["errcode"] == 400001
    server.faults.clear()
    assert caller("extcontact/get", user_id="1")["errcode"] == 33012


def test_a_fault_begins_after_so_many_calls_and_ends_by_itself(server: SimulatorServer, caller: Caller) -> None:
    server.faults.add("busy", endpoints=[LIST], after=2, times=2)
    assert [caller(LIST)["errcode"] for _ in range(5)] == [0, 0, 400001, 400001, 0]
    assert server.faults.active() == []


def test_unknown_faults_are_refused(server: SimulatorServer) -> None:
    for text in ("gremlin", "html,colour=3", "html,times"):
        with pytest.raises(ValueError, match=r"no such fault|has no value|looks like"):
            server.faults.add_text(text)


def test_hooks_hold_a_call_at_each_point() -> None:
    events: list[Event] = []
    committed, go_on = threading.Event(), threading.Event()

    def hook(event: Event) -> None:
        if event.path.endswith("/create"):
            events.append(event)
        if event.point == "committed":
            committed.set()
            assert go_on.wait(20)

    with SimulatorServer(SimulatorOptions(contacts=5), on_event=hook) as server:
        caller = Caller(server.url)
        answers: list[Any] = []
        thread = threading.Thread(target=lambda: answers.append(caller("extcontact/create", contact=NEW)))
        thread.start()
        assert committed.wait(20)
        assert len(server.state.book) == 6
        assert not answers
        go_on.set()
        thread.join(20)
        assert answers[0]["errcode"] == 0
        until_blocking(lambda: len(events) == 3, "the last event, which comes after the answer")
    assert [event.point for event in events] == ["received", "committed", "answered"]


def test_a_refused_write_is_not_committed() -> None:
    events: list[Event] = []
    with SimulatorServer(SimulatorOptions(contacts=5), on_event=events.append) as server:
        Caller(server.url)("extcontact/delete", user_id="1")
    assert "committed" not in [event.point for event in events]


def test_control_from_another_process() -> None:
    arguments = ("--contacts", "150", "--fault", "busy,endpoint=extcontact/list,times=1", "--print-events")
    with SimulatorProcess(*arguments) as process:
        caller = Caller(process.url)
        assert caller(LIST)["errcode"] == 400001
        process.fault("html", LIST, times=1)
        with pytest.raises(json.JSONDecodeError):
            caller(LIST)
        process.fault("busy")
        process.clear()
        assert healthy(caller)
        process.options(qps=1)
        assert [caller("v2/department/listsub").get("sub_code") for _ in range(2)][1] == "90018"
        process.options(qps=0)
        (userid,) = process.edit("change", index=3, fields={"name": "Renamed"})
        assert caller("extcontact/get", user_id=userid)["result"]["name"] == "Renamed"
        assert len(process.edit("add", count=3)) == 3
        assert process.state()["contacts"] == len(process.contacts()) == 153
        process.wait_for_calls("extcontact/get")
        assert process.calls("extcontact/get")[0]["params"] == {"user_id": userid}
        assert process.most_per_second(LIST) >= 1
        process.forget_calls()
        assert process.calls() == []
        process.expire_token()
        assert caller(LIST)["sub_code"] == "40014"
        assert process.stdout.readline() == "received /gettoken 1\n"


def test_control_refuses_nonsense(server: SimulatorServer) -> None:
    control = Control(server.url)
    with pytest.raises(AssertionError, match="no such fault"):
        control.fault("gremlin")
    with pytest.raises(AssertionError, match="cannot be changed: port"):
        control.options(port=1)
    with pytest.raises(AssertionError, match="qps is a int"):
        control.options(qps="many")
    with pytest.raises(AssertionError, match="no contact"):
        control.edit("remove", userid="1")
    plain = {"Content-Type": "text/plain"}
    assert "error" in call(server.url, "/_simulator/expire", b"{}", headers=plain)
    assert "error" in call(server.url, "/_simulator/nothing")


def test_no_control_unless_asked_for() -> None:
    with SimulatorServer(SimulatorOptions(contacts=5)) as server:
        assert call(server.url, "/_simulator/state")["errcode"] == 404


def test_stop_ends_idle_connections(server: SimulatorServer) -> None:
    parts = urlsplit(server.url)
    with socket.create_connection((parts.hostname, parts.port)) as idle:
        idle.settimeout(20)
        idle.sendall(b"GET /gettoken HTTP/1.1\r\nHost: x\r\n\r\n")
        assert idle.recv(4096).startswith(b"HTTP/1.1 200 OK")
        server.stop()
        assert idle.recv(4096) == b""
