"""Addresses of servers: what a person may type, and what is refused."""

from __future__ import annotations

import pytest

from addressbook.dingtalk.region import INTERNATIONAL, MAINLAND, Region, is_loopback, other_address, region_from
from addressbook.errors import AddressBookError


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("https://dingtalk.example", "https://dingtalk.example"),
        (" https://dingtalk.example:8443/ \n", "https://dingtalk.example:8443"),
        ("dingtalk.example", "https://dingtalk.example"),
        ("HTTPS://Dingtalk.Example", "https://dingtalk.example"),
        ("https://例子.example", "https://xn--fsqu00a.example"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
    ],
)
def test_good_addresses(typed: str, base: str) -> None:
    assert other_address(typed) == Region("other", base, base)
    assert region_from("other", typed) == other_address(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "http://dingtalk.example",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        "http://192.168.0.1",
        "ftp://dingtalk.example",
        "file:///etc/passwd",
        "https://user:secret@dingtalk.example",
        "https://dingtalk.example/path",
        "https://dingtalk.example?x=1",
        "https://dingtalk.example#x",
        "https://dingtalk.example:port",
        "https://dingtalk.example:99999",
        "https://dingtalk .example",
        "https://",
        "https://[bad",
        "https://" + "x" * 64 + ".example",
    ],
)
def test_bad_addresses(typed: str) -> None:
    with pytest.raises(AddressBookError) as caught:
        other_address(typed)
    assert caught.value.code == "region.address"
    assert "secret" not in str(caught.value)


def test_the_two_regions() -> None:
    assert region_from("international") is INTERNATIONAL
    assert region_from("mainland", "ignored") is MAINLAND
    with pytest.raises(AddressBookError):
        region_from("moon")


@pytest.mark.parametrize(
    ("host", "expected"),
    [("localhost", True), ("LOCALHOST.", True), ("127.9.9.9", True), ("::1", True), ("10.0.0.1", False), ("", False)],
)
def test_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected
