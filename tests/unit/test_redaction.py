"""Redaction meets text that somebody else made: however long and odd it is, it must not hold the program up."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from addressbook.dingtalk.refusals import clean, refusal
from addressbook.errors import PermissionMissing
from addressbook.log import RedactingFormatter
from addressbook.redaction import redact, register_secret, shortened
from tests.helpers.growth import growth

ODD: dict[str, Callable[[int], str]] = {
    "letters": lambda size: "a" * size,
    "link": lambda size: "http://" + "a" * size,
    "links in a link": lambda size: "http://a/" * (size // 9),
    "logins": lambda size: "http://a" * (size // 8),
    "dots": lambda size: "a@" + "b." * (size // 2),
    "at signs": lambda size: "a@" * (size // 2),
    "digits": lambda size: "+86 " + "1 " * (size // 2),
    "one digit": lambda size: "1" * size,
    "named": lambda size: "app_key=" * (size // 8),
    "named and far": lambda size: "app_key" + " " * size,
    "proxy": lambda size: "socks" * (size // 5),
    "brackets": lambda size: "[a," * (size // 3),
    "scopes": lambda size: "requiredScopes=[" * (size // 16),
    "address": lambda size: "ip=" + "1" * size + "z",
}


@pytest.mark.parametrize("kind", ODD)
def test_time_grows_with_the_text_and_not_faster(kind: str) -> None:
    assert growth(redact, ODD[kind]) < 40


@pytest.mark.parametrize("kind", ODD)
def test_a_refusal_with_any_amount_of_text_is_understood_at_once(kind: str) -> None:
    assert growth(lambda text: refusal("/topapi/extcontact/list", "60011", text), ODD[kind], 40_000) < 40
    assert len(clean(ODD[kind](2_000_000))) <= 500


def test_the_permission_is_found_in_a_message_of_ordinary_length() -> None:
    error = refusal("/topapi/extcontact/list", "60011", "no permission. " * 60 + "requiredScopes=[qyapi_ext_read]")
    assert isinstance(error, PermissionMissing)
    assert error.scopes == ("qyapi_ext_read",)


@pytest.mark.parametrize("place", range(1_970, 2_010))
def test_a_cut_leaves_no_half_of_a_secret(place: int) -> None:
    secret = "kQ7vJ2mXw9Lp4Rt"
    register_secret(secret)
    # the long link shrinks when it is redacted: what stood at the cut comes within the part that is shown
    message = "https://x.example/?" + "q" * 1_800 + " "
    message += "." * (place - len(message) - 1) + " " + secret + " and so on " * 20
    assert "kQ7" not in clean(message)


def test_shortened_tells_that_something_is_left_out() -> None:
    assert shortened("one two", 7) == "one two"
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one two three four", 5, 6) == "one … four"
    assert shortened("示例公司的联系人", 4) == "示例公司…"


def test_a_line_of_the_log_stays_a_line_and_a_traceback_is_of_use() -> None:
    def record(message: str, *args: object, error: BaseException | None = None) -> logging.LogRecord:
        info = None if error is None else (type(error), error, error.__traceback__)
        return logging.LogRecord("addressbook.tests", logging.INFO, __file__, 1, message, args, info)

    formatted = RedactingFormatter().format(record("the server said: %s", "word " * 1_000_000))
    assert "the server said: word" in formatted
    assert len(formatted) < 5_000

    def fail() -> None:
        raise ValueError("word " * 1_000_000 + "at the end")

    try:
        fail()
    except ValueError as error:
        formatted = RedactingFormatter().format(record("failed", error=error))
    assert "Traceback (most recent call last)" in formatted
    assert "in fail" in formatted
    assert "ValueError: word" in formatted
    assert formatted.endswith("at the end")
    assert len(formatted) < 25_000
