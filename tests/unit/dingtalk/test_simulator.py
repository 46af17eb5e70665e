"""The client against the simulated organisation: two readings of the documents meet."""

from __future__ import annotations

import logging
import math
import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from addressbook.dingtalk.client import DingTalkClient, Pace, TransportOptions
from addressbook.dingtalk.region import other_address
from addressbook.errors import (
    AddressBookError,
    AddressNotAllowed,
    AnswerError,
    CallError,
    CredentialsRejected,
    NetworkError,
    NotFound,
    PermissionMissing,
    RateLimited,
    ServerBusy,
    ServerError,
)
from tests.helpers.simulator import KEY, SECRET, Control, SimulatorProcess, simulator

PATIENT = TransportOptions(max_bytes=2_000_000)  # a busy computer is no fault
QUICK = TransportOptions(read_timeout=0.6, call_timeout=1.2)
LIST = "extcontact/list"


@pytest.fixture(scope="module")
def running() -> Iterator[Control]:
    with simulator(contacts=430) as control:
        yield control


@pytest.fixture
def control(running: Control) -> Iterator[Control]:
    running.forget_calls()
    yield running
    running.clear()
    running.options(qps=0, without_scopes=[])


def connect(control: Control, **more: object) -> DingTalkClient:
    pace = Pace(math.inf, math.inf)
    return DingTalkClient(other_address(control.url), KEY, SECRET, pace=pace, **{"options": PATIENT, **more})  # type: ignore[arg-type]


@pytest.fixture
def client(control: Control) -> Iterator[DingTalkClient]:
    made = connect(control)
    yield made
    made.close()


def whole_book(client: DingTalkClient) -> list[str]:
    found: list[str] = []
    offset = 0
    while (page := client.list_contacts(offset)).rows:
        decoded = page.decode()
        assert decoded.unreadable == ()
        found += [contact.userid for contact in decoded.contacts]
        offset += page.size
    return found


def everything_told(error: BaseException) -> str:
    told = str(error) + repr(error) + repr(vars(error)) + "".join(traceback.format_exception(error))
    return told + "".join(everything_told(link) for link in (error.__cause__, error.__context__) if link is not None)


def test_the_whole_book_is_read_as_it_is(client: DingTalkClient, control: Control) -> None:
    assert sorted(whole_book(client)) == sorted(str(contact["userid"]) for contact in control.contacts())


def test_one_contact_is_the_same_by_list_and_by_get(client: DingTalkClient) -> None:
    for contact in client.list_contacts(0, 20).decode().contacts:
        assert client.get_contact(contact.userid) == contact


def test_labels_and_colours(client: DingTalkClient) -> None:
    groups = client.list_label_groups()
    assert all(group.color is not None and group.color < 0 for group in groups)
    known = {label.id for group in groups for label in group.labels}
    used = {label for contact in client.list_contacts(0).decode().contacts for label in contact.label_ids}
    assert used & known
    assert client.list_label_groups(len(groups)) == []


def test_colleagues_and_departments(client: DingTalkClient) -> None:
    departments = client.list_subdepartments()
    assert departments
    assert {department.parent_id for department in departments} == {1}
    assert client.get_department(departments[0].id) == departments[0]
    people, cursor = [], 0
    while True:
        page = client.list_members(departments[0].id, cursor, 2)
        people += page.members
        if page.next_cursor is None:
            break
        cursor = page.next_cursor
    owner = client.list_contacts(0).decode().contacts[0].follower_user_id
    assert client.get_employee(owner).name
    for gone in (
        lambda: client.get_employee("no-such-person"),
        lambda: client.get_department(987654321),
        lambda: client.get_contact("no-such-contact"),
        lambda: client.userid_by_mobile("19900000000"),
    ):
        with pytest.raises((NotFound, ServerError)):
            gone()


def test_writing(client: DingTalkClient) -> None:
    owner = client.list_contacts(0, 1).decode().contacts[0].follower_user_id
    label = client.list_label_groups()[0].labels[0].id
    fields = {"name": "李雷 <b>😀", "follower_user_id": owner, "label_ids": [label], "address": "北京"}
    userid = client.create_contact({**fields, "mobile": "13900001234", "state_code": "86"})
    made = client.get_contact(userid)
    assert (made.name, made.mobile, made.state_code, made.label_ids) == ("李雷 <b>😀", "13900001234", "86", (label,))
    client.update_contact(userid, {**fields, "name": "李雷", "address": "", "remark": "Li"})
    changed = client.get_contact(userid)
    assert (changed.name, changed.address, changed.remark, changed.mobile) == ("李雷", "", "Li", "13900001234")
    with pytest.raises(ServerError) as caught:
        client.create_contact({**fields, "mobile": "13900001234", "state_code": "86"})
    assert caught.value.code == "22005"
    client.delete_contact(userid)
    with pytest.raises(NotFound):
        client.get_contact(userid)
    with pytest.raises(NotFound):
        client.delete_contact(userid)


@pytest.mark.parametrize(
    "fault",
    [
        {"kind": "http", "status": 500},
        {"kind": "http", "status": 503},
        {"kind": "busy"},
        {"kind": "reset"},
        {"kind": "lost_before"},
        {"kind": "lost"},
        {"kind": "cut"},
        {"kind": "cut", "short": 1},
        {"kind": "expired"},
        {"kind": "qps"},
        {"kind": "throttle"},
        {"kind": "error", "code": 40014, "gateway": 1},
        {"kind": "error", "code": 42001},
    ],
    ids=lambda fault: " ".join(str(value) for value in fault.values()),
)
def test_a_fault_that_passes_is_not_noticed(
    client: DingTalkClient, control: Control, fault: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("addressbook.dingtalk.retry.random.uniform", lambda low, high: low - 0.9 if low == 0 else low)
    expected = client.list_contacts(100).decode()
    kind = str(fault.pop("kind"))
    control.fault(kind, LIST, times=1, **fault)
    assert client.list_contacts(100).decode() == expected


FAULTS: list[tuple[dict[str, object], type[CallError], str]] = [
    ({"kind": "http", "status": 500}, ServerBusy, "500"),
    ({"kind": "busy"}, ServerBusy, "400001"),
    ({"kind": "error", "code": -1}, ServerBusy, "-1"),
    ({"kind": "html"}, AnswerError, "answer.html"),
    ({"kind": "html", "status": 403}, AnswerError, "answer.html"),
    ({"kind": "ip_block"}, AnswerError, "answer.ip_blocked"),
    ({"kind": "redirect"}, AnswerError, "answer.redirect"),
    ({"kind": "huge", "megabytes": 3}, AnswerError, "answer.too_large"),
    ({"kind": "huge", "megabytes": 3, "gzip": 1}, AnswerError, "answer.too_large"),
    ({"kind": "cut"}, AnswerError, "answer.json"),
    ({"kind": "types", "how": "shape"}, AnswerError, "answer.shape"),
    ({"kind": "hang"}, NetworkError, "network.timeout"),
    ({"kind": "slow", "seconds": 30}, NetworkError, "network.timeout"),
    ({"kind": "reset"}, NetworkError, "network.reset"),
    ({"kind": "lost"}, NetworkError, "network.reset"),
    ({"kind": "permission"}, PermissionMissing, "60011"),
    ({"kind": "permission", "code": "43007"}, PermissionMissing, "43007"),
    ({"kind": "address"}, AddressNotAllowed, "60020"),
    ({"kind": "feature_off"}, ServerError, "60205"),
    ({"kind": "error", "code": 90001, "gateway": 1}, RateLimited, "90001"),
    ({"kind": "error", "code": 987654, "message": "new kind"}, ServerError, "987654"),
]


@pytest.mark.parametrize(
    ("fault", "kind", "code"), FAULTS, ids=[" ".join(map(str, fault.values())) for fault, _, _ in FAULTS]
)
def test_a_fault_that_stays_is_told_and_after_it_all_is_well(
    control: Control,
    fault: dict[str, object],
    kind: type[CallError],
    code: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    client = connect(control, options=QUICK if code == "network.timeout" else PATIENT)
    client.check_token()
    token = client._tokens.token()
    settings = dict(fault)
    control.fault(str(settings.pop("kind")), LIST, **settings)
    with pytest.raises(CallError) as caught:
        client.list_contacts(0)
    assert type(caught.value) is kind
    assert (caught.value.code, caught.value.endpoint) == (code, "/topapi/extcontact/list")
    assert client.last_errors[-1].code == code
    if kind is PermissionMissing and code == "60011":
        assert caught.value.scopes == ("qyapi_ext_read",)  # type: ignore[attr-defined]
    if kind is AddressNotAllowed:
        assert caught.value.params["address"] == "203.0.113.7"
    if code == "answer.ip_blocked":
        assert caught.value.params["retry_after"] == 300.0
    for secret in (token, SECRET, KEY):
        assert secret not in everything_told(caught.value)
        assert secret not in caplog.text
    control.clear()
    assert len(client.list_contacts(0).rows) > 0
    client.close()


@pytest.mark.parametrize("how", ["fields", "row"])
def test_wrong_types_cost_no_more_than_the_contacts_that_have_them(
    client: DingTalkClient, control: Control, how: str
) -> None:
    rows = len(client.list_contacts(0).rows)
    control.fault("types", LIST, how=how)
    decoded = client.list_contacts(0).decode()
    assert len(decoded.contacts) + len(decoded.unreadable) == rows
    assert decoded.contacts


@pytest.mark.parametrize("kind", ["hang", "reset", "html", "cut", "http", "permission"])
def test_faults_of_the_token_call(control: Control, kind: str) -> None:
    client = connect(control, options=QUICK if kind == "hang" else PATIENT)
    control.fault(kind, "accessToken", "gettoken")
    with pytest.raises(CallError) as caught:
        client.list_contacts(0)
    for secret in (SECRET, KEY):
        assert secret not in everything_told(caught.value)
    control.clear()
    assert client.list_contacts(0).rows
    client.close()


def test_an_answer_lost_after_the_write_was_executed_is_not_repeated(client: DingTalkClient, control: Control) -> None:
    contact = client.list_contacts(0, 1).decode().contacts[0]
    fields = {"name": "Once", "follower_user_id": contact.follower_user_id, "label_ids": list(contact.label_ids)}
    control.fault("lost", "extcontact/create")
    before = control.state()["contacts"]
    with pytest.raises(NetworkError) as caught:
        client.create_contact({**fields, "mobile": "13900005678", "state_code": "86"})
    assert caught.value.sent
    assert control.state()["contacts"] == before + 1
    assert len(control.calls("extcontact/create")) == 1


def test_wrong_key_or_secret(control: Control) -> None:
    for key, secret in ((KEY, SECRET + "x"), ("other-key", SECRET)):
        client = DingTalkClient(other_address(control.url), key, secret, options=PATIENT)
        with pytest.raises(CredentialsRejected) as caught:
            client.check_token()
        assert secret not in everything_told(caught.value)
        client.close()


def test_many_threads_outlive_an_expired_token(client: DingTalkClient, control: Control) -> None:
    client.check_token()
    issued = control.state()["tokens_issued"]
    failed: list[AddressBookError] = []

    def page(number: int) -> int:
        if number == 20:
            control.expire_token()
        try:
            return len(client.list_contacts(number * 10 % 400).rows)
        except AddressBookError as error:
            failed.append(error)
            return 0

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(page, range(60)))
    assert failed == []
    assert control.state()["tokens_issued"] == issued + 1


def test_a_third_party_app_reads_without_mobiles_and_may_not_write() -> None:
    with simulator(contacts=30, third_party=True) as control:
        client = DingTalkClient.with_token(other_address(control.url), "sample-third-party-token", options=PATIENT)
        contacts = client.list_contacts(0).decode().contacts
        assert {contact.mobile for contact in contacts} == {None}
        one = contacts[0]
        fields = {"name": "A", "follower_user_id": one.follower_user_id, "label_ids": list(one.label_ids)}
        with pytest.raises(PermissionMissing) as caught:
            client.update_contact(one.userid, fields)
        assert caught.value.code == "43007"
        client.close()


def test_gettoken_serves_where_the_new_call_does_not_exist() -> None:
    with simulator(contacts=30, new_token=False) as control:
        client = connect(control)
        assert client.list_contacts(0).rows
        assert [call["path"] for call in control.calls()][:2] == ["/v1.0/oauth2/accessToken", "/gettoken"]
        client.close()


def test_every_character_arrives_unescaped() -> None:
    with simulator(contacts=30, refuse_escapes=True) as control:
        client = connect(control)
        one = client.list_contacts(0, 5).decode().contacts[0]
        fields = {"name": "名“x” 😀", "address": "a\u2028b \\ \x01c\nd"}
        ids = {"follower_user_id": one.follower_user_id, "label_ids": list(one.label_ids)}
        client.update_contact(one.userid, {**fields, **ids})
        read = client.get_contact(one.userid)
        assert (read.name, read.address) == ("名“x” 😀", "a\u2028b \\ c\nd")
        client.close()


def test_eight_threads_use_the_allowance_and_do_not_exceed_it() -> None:
    """20 calls a second are allowed. Alone on a computer this measures 18.8 a second and no refusal; the bounds leave
    room for one that runs other tests meanwhile, and takes its time for the calls alone."""

    def took(client: DingTalkClient) -> float:
        client.check_token()
        started = time.monotonic()
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(lambda number: client.list_contacts(number * 30), range(90)))
        return time.monotonic() - started

    with SimulatorProcess("--contacts", "3000", "--latency-ms", "50") as control:
        hurried, paced = (
            DingTalkClient(other_address(control.url), KEY, SECRET, pace=Pace(pace, math.inf))
            for pace in (math.inf, 20)
        )
        calls_alone = took(hurried)
        control.options(qps=20)
        control.forget_calls()
        assert took(paced) <= 90 / 10 + 2 * calls_alone
        refused = [call for call in control.calls(LIST) if str(call["code"]) != "0"]
        assert len(refused) <= 2
        hurried.close()
        paced.close()


def test_sharing_the_allowance_with_colleagues_slows_down_and_ends_well() -> None:
    with simulator(contacts=430, qps=8) as control:
        client = DingTalkClient(other_address(control.url), KEY, SECRET, pace=Pace(20, math.inf))
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(client.list_contacts, range(0, 430, 20)))
        refused = [call for call in control.calls(LIST) if str(call["code"]) != "0"]
        assert 0 < len(refused) < 30
        assert client.pace.rate < 20
        client.close()
