"""A call as it came in, whatever client wrote it: form or JSON, GET or POST, numbers as numbers or as strings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from addressbook.simulator.envelope import refusal

TOP_GATEWAY = "/router/rest"
"""Where calls went before topapi paths existed; an old library of Python's still sends its own methods there."""


@dataclass(slots=True)
class Request:
    """`query` is the URL's part, `body` the form's fields or the JSON object; `params` both together.

    `wrapper` is the key under which the old TOP gateway puts the whole answer; "" for all other calls.
    """

    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict)
    body: dict[str, object] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: bytes = b""
    wrapper: str = ""

    @property
    def params(self) -> dict[str, object]:
        """Query and body together; the body wins."""
        return {**self.query, **self.body}

    @property
    def token(self) -> str:
        """The access token of the query or of a form body. The new host's header is not read, as on the real one."""
        return self.query.get("access_token", "") or str(self.body.get("access_token", ""))

    def read_body(self) -> None:
        """Fill `body` from the raw bytes. Raises Refusal 43009 when they are not what they should be."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not self.raw.strip():
            return
        if kind == "application/x-www-form-urlencoded":
            self.body = dict(parse_qsl(self.raw.decode("utf-8", "replace"), keep_blank_values=True))
            return
        try:
            parsed = json.loads(self.raw)
        except (ValueError, RecursionError):
            raise refusal(43009) from None
        if not isinstance(parsed, dict):
            raise refusal(43009)
        self.body = parsed


def parse_target(method: str, target: str, headers: Mapping[str, str], raw: bytes) -> Request:
    """A request without its body read."""
    parts = urlsplit(target)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    path = unquote(parts.path).rstrip("/") or "/"
    if path == TOP_GATEWAY:
        name = query.get("method", "")
        query["access_token"] = query.get("session", "")
        path = "/topapi/" + name.removeprefix("dingtalk.oapi.").replace(".", "/")
        return Request(method, path, query, {}, headers, raw, name.replace(".", "_") + "_response")
    return Request(method, path, query, {}, headers, raw)


def as_int(value: object) -> int | None:
    """A whole number that came as a number or as text; None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        text = value.strip()
        if text.removeprefix("-").isdigit() and text.isascii() and len(text) <= 20:
            return int(text)
    return None


def as_text(value: object) -> str:
    """Text as it came; numbers as text; "" for anything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def as_json(value: object) -> object:
    """What a JSON text holds (clients send nested values so); anything else as it is."""
    if isinstance(value, str):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return value
