"""Clients that nobody here wrote are served: dingtalk-sdk from PyPI, and the form of the documents' curl examples."""

from __future__ import annotations

import json
import urllib.request
import warnings
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.helpers.simulator import KEY, SECRET, SimulatorProcess

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of the library's own dependencies
    from dingtalk import AppKeyClient
    from dingtalk.core.exceptions import DingTalkClientException

CONTACT: dict[str, Any] = {
    "name": "张三 & Söhne",
    "mobile": "13912345678",
    "state_code": "86",
    "follower_user_id": "manager4220",
    "label_ids": [1561077310, 1561077318],
    "share_dept_ids": [42536],
    "share_user_ids": ["0423752"],
    "title": "总经理",
}

Post = Callable[[str, dict[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorProcess]:
    with SimulatorProcess("--contacts", "250", "--refuse-escapes") as process:
        yield process


@pytest.fixture(autouse=True)
def untouched(simulator: SimulatorProcess) -> Iterator[None]:
    yield
    assert simulator.state()["contacts"] == 250, "the story of a client ends with deleting what it made"


def through_the_library(url: str) -> Post:
    class Client(AppKeyClient):  # type: ignore[misc]
        API_BASE_URL = url + "/"

    client = Client("dingcorp", KEY, SECRET)
    return lambda path, params: dict(client.post(f"/topapi/{path}", params))


def fetch(url: str, data: bytes | None = None, headers: dict[str, str] | None = None) -> dict[str, Any]:
    """One call by urllib, past any proxy."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(urllib.request.Request(url, data, headers or {})) as answer:  # noqa: S310 - loopback
        assert answer.status == 200
        return dict(json.load(answer))


def token_of(url: str) -> str:
    return str(fetch(f"{url}/gettoken?{urlencode({'appkey': KEY, 'appsecret': SECRET})}")["access_token"])


def through_curls_form(url: str) -> Post:
    """POST of form fields with the token among them; nested values as JSON text, as `-d contact={…}` has them."""
    token = token_of(url)

    def post(path: str, params: dict[str, Any]) -> dict[str, Any]:
        fields = {
            name: json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else value
            for name, value in params.items()
        }
        form = {"Content-Type": "application/x-www-form-urlencoded;charset=utf-8"}
        return fetch(f"{url}/topapi/{path}", urlencode({"access_token": token, **fields}).encode(), form)

    return post


def with_numbers_as_strings(url: str) -> Post:
    """As the official Java SDK sends them: JSON, the numbers as text, the contact as JSON text inside the JSON."""
    token = token_of(url)

    def post(path: str, params: dict[str, Any]) -> dict[str, Any]:
        body = {
            name: json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)
            for name, value in params.items()
        }
        headers = {"Content-Type": "application/json;charset=UTF-8", "User-Agent": "top-sdk-java"}
        data = json.dumps(body, ensure_ascii=False).encode()
        return fetch(f"{url}/topapi/{path}?access_token={token}", data, headers)

    return post


CLIENTS = [through_the_library, through_curls_form, with_numbers_as_strings]


@pytest.mark.parametrize("make", CLIENTS, ids=lambda make: make.__name__)
def test_all_six_calls(simulator: SimulatorProcess, make: Callable[[str], Post]) -> None:
    post = make(simulator.url)
    first = post("extcontact/list", {"offset": 0, "size": 20})["results"]
    assert len(first) == 20
    second = post("extcontact/list", {"offset": 20, "size": 20})["results"]
    assert not {row["userid"] for row in first} & {row["userid"] for row in second}
    groups = post("extcontact/listlabelgroups", {"offset": 0, "size": 20})["results"]
    assert [group["color"] for group in groups][:4] == [-15220075, -11687445, -543394, -543394]

    userid = post("extcontact/create", {"contact": CONTACT})["userid"]
    assert post("extcontact/get", {"user_id": userid})["result"] == {**CONTACT, "userid": userid}

    changed = {key: CONTACT[key] for key in ("name", "follower_user_id", "label_ids")}
    assert post("extcontact/update", {"contact": {**changed, "user_id": userid, "remark": "备注"}})["errcode"] == 0
    after = post("extcontact/get", {"user_id": userid})["result"]
    assert after["remark"] == "备注"
    assert "title" not in after

    assert post("extcontact/delete", {"user_id": userid})["errcode"] == 0


def test_the_librarys_own_extcontact_methods(simulator: SimulatorProcess) -> None:
    """They call the old TOP gateway: everything in the query, the contact as JSON text with \\uXXXX in it."""

    class Client(AppKeyClient):  # type: ignore[misc]
        API_BASE_URL = simulator.url + "/"

        def _handle_pre_top_request(self, params: dict[str, Any], uri: str) -> tuple[dict[str, Any], str]:
            params["session"] = self.access_token
            return params, self.API_BASE_URL.rstrip("/") + uri

    extcontact = Client("dingcorp", KEY, SECRET).extcontact
    assert len(extcontact.list(offset=0, size=7)["results"]) == 7
    assert len(extcontact.listlabelgroups()["results"]) == 5
    required = {key: CONTACT[key] for key in ("name", "follower_user_id", "label_ids", "mobile")}
    userid = extcontact.create(**required, title="总经理")
    assert extcontact.get(userid)["name"] == CONTACT["name"]
    extcontact.update(userid, **required, title="CEO")
    assert extcontact.get(userid)["title"] == "CEO"
    extcontact.delete(userid)
    with pytest.raises(DingTalkClientException) as refused:
        extcontact.delete(userid)
    assert refused.value.errcode == 33012


def test_the_library_understands_our_refusals(simulator: SimulatorProcess) -> None:
    post = through_the_library(simulator.url)
    with pytest.raises(DingTalkClientException) as refused:
        post("extcontact/get", {"user_id": "0"})
    assert refused.value.errcode == 33012


def test_the_library_gets_its_token_and_staff(simulator: SimulatorProcess) -> None:
    post = through_the_library(simulator.url)
    userid = post("v2/user/getbymobile", {"mobile": "13800138000"})["result"]["userid"]
    assert post("v2/user/get", {"userid": userid})["result"]["name"] == "Mia Chen"
    assert post("user/listsimple", {"dept_id": 1, "cursor": 0, "size": 10})["result"]["list"]


def test_reading_by_get(simulator: SimulatorProcess) -> None:
    """As the Node library reads."""
    token = token_of(simulator.url)

    def get(path: str, **query: object) -> dict[str, Any]:
        return fetch(f"{simulator.url}/topapi/{path}?{urlencode({'access_token': token, **query})}")

    rows = get("extcontact/list", offset=0, size=3)["results"]
    assert len(rows) == 3
    assert get("extcontact/get", user_id=rows[1]["userid"])["result"] == rows[1]
    assert len(get("extcontact/listlabelgroups", offset=0, size=100)["results"]) == 5


def test_the_documents_empty_contact(simulator: SimulatorProcess) -> None:
    """The curl example of update sends `contact=null`."""
    assert through_curls_form(simulator.url)("extcontact/update", {"contact": "null"})["errcode"] == 40036
