"""Every code that DingTalk documents, for every call, in words that people understand."""

from __future__ import annotations

import re

import pytest

from addressbook import errors
from addressbook.errors import (
    AddressBookError,
    AddressNotAllowed,
    AnswerError,
    NetworkError,
    PermissionMissing,
    RateLimited,
    ServerError,
    StoreError,
)
from addressbook.ui import texts
from addressbook.ui.texts import Who
from addressbook.ui.words.base import Words

X = "/topapi/extcontact/"


def _codes(words: str) -> list[str]:
    return words.split()


# Written from the five documents of the calls.
DOCUMENTED = {
    X + "create": ["33009", "40036", "60103", "60204", "60205", "43007", "60112", "22005"],
    X + "get": ["33009", "33012", "43007", "400001"],
    X + "list": ["33009", "40069", "40068"],
    X + "listlabelgroups": ["33009", "400043", "41101", "40068"],
    X + "update": ["33009", "40036", "40003", "60112", "60121", "60204", "43007", "60103", "60200", "60203"],
}  # fmt: skip

# Written from the table of error codes; 0 is success.
SIGN_IN_CODES = ["40000", "40001", "40002", "40013", "40035", "40089", "40096", "90002", "90003", "-1"]
SIGN_IN_CODES += ["invalidClientIdOrSecret", "InvalidAuthentication", "unknownError"]
GATEWAY_CODES = _codes("""
    -1 22 88 404 33001 40000 40001 40014 40033 40035 40038 41001 41009 41015 42001 43001 43002 43003 43004 43005
    43007 43009 44002 48002 50003 50005 60011 60020 60022 70001 90001 90002 90003 90004 90005 90006 90007 90008 90009
    90010 90011 90012 90013 90014 90017 90018 90020 400001 400002 400043
""")
CONTACT_CODES = _codes("""
    22005 33009 33012 40003 40031 40032 40036 40063 40064 40065 40066 40067 40068 40069 41101 49017 60103 60104 60107
    60111 60112 60121 60200 60203 60204 60205
""")
PEOPLE_CODES = _codes("""
    33012 40003 40009 40031 40032 40035 40066 40068 40069 40104 50002 50004 60003 60019 60111 60120 60121 400002
""")
PEOPLE_CALLS = [
    "/topapi/v2/user/getbymobile",
    "/topapi/v2/user/get",
    "/topapi/user/listsimple",
    "/topapi/v2/user/list",
    "/topapi/v2/department/listsub",
    "/topapi/v2/department/get",
]

TABLE = sorted(
    {(endpoint, code) for endpoint, codes in DOCUMENTED.items() for code in codes}
    | {(X + call, code) for call in ("create", "update", "delete", "get", "list") for code in CONTACT_CODES}
    | {(endpoint, code) for endpoint in [*DOCUMENTED, *PEOPLE_CALLS] for code in GATEWAY_CODES}
    | {(endpoint, code) for endpoint in PEOPLE_CALLS for code in PEOPLE_CODES}
    | {(endpoint, code) for endpoint in ("/gettoken", "/v1.0/oauth2/accessToken") for code in SIGN_IN_CODES}
)

# Written from the docstrings of addressbook/errors.py.
OWN_CODES = _codes("""
    network.unreachable network.name network.timeout network.reset network.tls network.proxy
    answer.html answer.json answer.shape answer.status answer.too_large answer.redirect answer.ip_blocked
    secrets.failed secrets.none secrets.locked secrets.refused secrets.unreadable
    secrets.missing profile.unknown form.incomplete
    store.failed store.damaged store.work_damaged store.rebuilt store.closed store.left_over
    store.too_new store.disk_full store.read_only store.busy
    profile.in_use region.address cancelled error
""")


def _plain(explanation: texts.Explanation, code: str) -> None:
    sentences = [explanation.title, explanation.text, explanation.action]
    for sentence in sentences:
        assert sentence.strip() == sentence
        assert sentence
        assert "{" not in sentence
        assert "}" not in sentence
        assert "<" not in sentence
        assert not re.search(r"[!！]", sentence)
        assert not re.search(r"\bplease\b|e\.g\.|\b(user|record|entity)s?\b|请", sentence, re.IGNORECASE)
        if len(code) > 2:
            assert code not in sentence
        assert not re.search(r"\d{4,}|qyapi|topapi|errcode", sentence)
    assert explanation.title[-1] not in ".。"
    assert explanation.text[-1] in ".。"
    assert explanation.action[-1] in ".。"
    assert ".." not in explanation.text
    if explanation.admin_message:
        assert explanation.admin_message[-1] in ".。"
        assert "{" not in explanation.admin_message


def _error_for(code: str) -> AddressBookError:
    family = code.split(".")[0]
    if family == "network":
        return NetworkError(code, endpoint=X + "list")
    if family == "answer":
        return AnswerError(code, endpoint=X + "list")
    if family == "store":
        return StoreError(code, file="book.db")
    return AddressBookError(code)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_documented_code_has_words(speak, language: str) -> None:
    speak(language)
    for endpoint, code in TABLE:
        found = texts.words_for(endpoint, code)
        assert isinstance(found, Words), f"{endpoint} {code} has no words of its own"
        error = ServerError(code, endpoint=endpoint, request_id="16abc", message="系统繁忙")
        explanation = texts.explain(error)
        _plain(explanation, code)
        assert code in dict(explanation.details).values()
        assert "16abc" in dict(explanation.details).values()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_code_of_our_own_has_words(speak, language: str) -> None:
    speak(language)
    for code in OWN_CODES:
        _plain(texts.explain(_error_for(code)), code)


def test_the_list_of_own_codes_is_whole() -> None:
    spoken = set(re.findall(r"\b(?:network|answer|secrets|store|profile)\.[a-z_]+\b", errors.__doc__ or ""))
    for kind in vars(errors).values():
        if isinstance(kind, type) and issubclass(kind, AddressBookError):
            words = f"{kind.__doc__} {kind.default_code}"
            spoken |= set(re.findall(r"\b(?:network|answer|secrets|store|profile)\.[a-z_]+\b", words))
            if kind is not AddressBookError:
                spoken |= {kind.default_code} - {"error"}
    assert spoken <= set(OWN_CODES)


def test_one_number_means_different_things_to_different_calls() -> None:
    def title(endpoint: str, code: str) -> str:
        return texts.explain(ServerError(code, endpoint=endpoint)).title

    assert title("/gettoken", "90002") == "DingTalk did not let the program sign in"
    assert title(X + "list", "90002") == "DingTalk asks us to slow down"
    assert title(X + "create", "40001") == "DingTalk did not add this contact"
    assert title(X + "create", "-1") == "It is not certain whether DingTalk added this contact"
    assert title(X + "list", "40001") == "DingTalk no longer accepts this sign-in"
    assert title("/gettoken", "40001") == "DingTalk does not know this App key and App secret"
    assert title(X + "listlabelgroups", "41101") == "DingTalk did not hand out the next part of the list"
    assert title(X + "create", "41101") == "One of the texts is too long for DingTalk"
    assert title(X + "create", "22005") == "Someone with this phone number is already in the book"
    assert title(X + "update", "60200") != title(X + "create", "22005")
    assert title(X + "get", "60121") == title(X + "get", "33012") == "This contact is no longer in DingTalk"
    assert title(X + "update", "60121") == "DingTalk does not know the owner, or a colleague it is shared with"
    assert title("/topapi/v2/user/getbymobile", "60121") == "No colleague has this mobile number in DingTalk"
    assert title("/topapi/v2/user/get", "60121") == "This colleague is not in DingTalk any more"


def test_a_writing_call_without_an_answer_does_not_claim_that_nothing_changed() -> None:
    lost = texts.explain(NetworkError("network.timeout", endpoint=X + "update", sent=True))
    assert "not certain" in lost.text
    never_sent = texts.explain(NetworkError("network.timeout", endpoint=X + "update", sent=False))
    assert "Nothing was changed in DingTalk." in never_sent.text
    refused = texts.explain(ServerError("60112", endpoint=X + "update"))
    assert "Nothing was changed in DingTalk." in refused.text
    busy = texts.explain(ServerError("-1", endpoint=X + "create"))
    assert "not certain" in busy.title
    assert "Nothing was changed" not in busy.text


def test_a_missing_permission_asks_the_administrator_by_name() -> None:
    told = texts.explain(PermissionMissing("60011", scopes=("qyapi_ext_read",), endpoint=X + "list"))
    assert told.who is Who.ADMIN
    assert "“Read permission for external contacts” (qyapi_ext_read)" in told.admin_message
    assert dict(told.details)["Missing permission"] == "qyapi_ext_read"
    untold = texts.explain(PermissionMissing("43007", endpoint=X + "update"))
    assert "“Write permission for external contacts” (qyapi_ext_write)" in untold.admin_message
    unknown = texts.explain(PermissionMissing("60011", scopes=("Contact.User.Read",), endpoint="/topapi/other"))
    assert "Contact.User.Read" in unknown.admin_message


def test_the_address_is_named_when_it_is_told() -> None:
    told = texts.explain(AddressNotAllowed("60020", endpoint=X + "list", address="203.0.113.9"))
    assert "203.0.113.9" in told.text
    assert "203.0.113.9" in told.admin_message
    untold = texts.explain(AddressNotAllowed("60020", endpoint=X + "list"))
    assert "{" not in untold.text + untold.admin_message


def test_an_unknown_code_shows_what_dingtalk_said() -> None:
    error = ServerError("87654", endpoint=X + "list", request_id="rq77", message="something <b>new</b>.")
    explanation = texts.explain(error)
    assert "something <b>new</b>”" in explanation.text
    assert dict(explanation.details) == {
        "Code": "87654",
        "Call": X + "list",
        "Request number": "rq77",
        "DingTalk's words": "something <b>new</b>.",
    }
    silent = texts.explain(ServerError("87654", endpoint=X + "list"))
    assert silent.text.startswith("DingTalk did not say why.")


def test_an_unknown_code_of_a_known_kind_keeps_the_words_of_its_kind() -> None:
    assert texts.explain(RateLimited("90099", endpoint=X + "list")).title == "DingTalk asks us to slow down"
    assert texts.explain(NetworkError("network.new")).title == "DingTalk cannot be reached"
    assert "reader-77" not in str(texts.explain(AddressBookError("reader-77")).title)


def test_the_text_for_support_holds_facts_and_nothing_about_people() -> None:
    error = ServerError(
        "60121",
        endpoint=X + "update",
        request_id="16s7abcdef",
        message="找不到该用户 userid:manager0001，手机号 13800138000，“王小明”, appKey(dingabc123def456) "
        "https://x.example/?t=1 ann@example.org subcode=60121 [qyapi_ext_write]",
    )
    text = texts.support_text(error)
    for secret in ("manager0001", "13800138000", "王小明", "dingabc123def456", "x.example", "ann@"):
        assert secret not in text
    for fact in ("60121", X + "update", "16s7abcdef", "Address Book for DingTalk", "UTC", "qyapi_ext_write"):
        assert fact in text
