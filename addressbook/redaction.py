"""Takes secrets and addresses of people out of text before it is kept or shown. Imports nothing of ours.

Two nets: values that are known to be secret (registered when they are read or received), and shapes that look
like one, for a text that quotes what the program never held.
"""

from __future__ import annotations

import json
import re
import threading
from urllib.parse import quote, quote_plus

HIDDEN = "[hidden]"
_SHORTEST_SECRET = 6  # shorter values would black out ordinary words
_MOST_SECRETS = 512  # tokens change every two hours; the oldest values go first

_NAMED = re.compile(
    # not after a slash: there it is the name of a call, and what follows may be its error code
    r"(?i)(?<!/)\b((?:x-acs-dingtalk-)?access[_-]?token|app_?secret|corp_?secret|client_?secret|suite_?secret|"
    r"app_?key|client_?id|corp_?id|password|authorization)"
    r"(\\?[\"']?\s*(?:=|:|\(|%3D)\s*\\?[\"']?(?:Bearer |Basic )?)"
    r"([^\s\"'&,;)}\]\\]+)"
)
# Possessive quantifiers, and starts that a run of letters has one of: the time grows with the text, never faster.
_LINK = re.compile(r"(?i)\b(https?://[^\s/?#\"'<>]++)([^\s\"'<>]*+)")
_USER_IN_LINK = re.compile(r"(?i)\b(https?://|socks\w{0,9}://)[^\s/@\"'<>]++@")
_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]++@[\w-]++(?:\.[\w-]++)++")
_MOBILE = re.compile(r"(?<![\w.])(?:\+\d{1,3}[- ]?\d[\d -]{5,13}\d|(?:0?86)?1[3-9]\d{9})(?![\w.])")

_OF_A_WORD = "".join(map(chr, range(0x21, 0x7F)))  # what keys and tokens are made of

_lock = threading.Lock()
_secrets: dict[str, None] = {}


def register_secret(value: str) -> None:
    """Remember `value` (in the forms it takes in URLs and JSON too) as one that must never be shown."""
    if len(value) < _SHORTEST_SECRET:
        return
    with _lock:
        for form in (value, quote(value, safe=""), quote_plus(value), json.dumps(value)[1:-1]):
            _secrets.pop(form, None)
            _secrets[form] = None
        while len(_secrets) > _MOST_SECRETS:
            del _secrets[next(iter(_secrets))]


def redact(text: str) -> str:
    """`text` without secrets, query strings of links, e-mail addresses and phone numbers."""
    with _lock:
        known = sorted(_secrets, key=len, reverse=True)
    for secret in known:
        if secret in text:
            text = text.replace(secret, HIDDEN)
    text = _USER_IN_LINK.sub(r"\1", text)
    text = _LINK.sub(_without_query, text)
    text = _NAMED.sub(rf"\1\2{HIDDEN}", text)
    text = _EMAIL.sub("[e-mail]", text)
    return _MOBILE.sub("[phone]", text)


def shortened(text: str, most: int, tail: int = 0) -> str:
    """The first `most` and the last `tail` characters of a longer `text`, with "…" for what is left out.

    The words at the cut go too: half a secret would not be known as one.
    """
    if len(text) <= most + tail:
        return text
    return text[:most].rstrip(_OF_A_WORD) + "…" + (text[-tail:].lstrip(_OF_A_WORD) if tail else "")


def _without_query(link: re.Match[str]) -> str:
    return f"{link[1]}/…" if "?" in link[2] or "#" in link[2] else link[0]
