"""Where the server is: two base addresses, one for the legacy calls and one for the token (dingtalk-api.md 1)."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from addressbook.errors import AddressBookError


@dataclass(frozen=True, slots=True)
class Region:
    """Base addresses without trailing slash. `key` is "international", "mainland" or "other"."""

    key: str
    legacy_url: str
    api_url: str


INTERNATIONAL = Region("international", "https://oapi.dingtalk.io", "https://api.dingtalk.io")
MAINLAND = Region("mainland", "https://oapi.dingtalk.com", "https://api.dingtalk.com")


def is_loopback(host: str) -> bool:
    """Whether `host` (a name or an address, without port) is this very computer."""
    if host.lower().rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def other_address(url: str) -> Region:
    """A server at one address, such as the simulator or a gateway of the organisation.

    "https://" is added when no scheme is given; plain http is for loopback alone. Raises AddressBookError
    "region.address" for anything but scheme, host and port.
    """
    text = url.strip()
    if "://" not in text:
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
        ascii_host = host if ":" in host else host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError):
        raise AddressBookError("region.address") from None
    allowed = parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host))
    too_much = parts.path.strip("/") or parts.query or parts.fragment or "@" in parts.netloc
    if not allowed or too_much or not host or any(char.isspace() for char in text):
        raise AddressBookError("region.address")
    shown = f"[{ascii_host}]" if ":" in ascii_host else ascii_host
    base = f"{parts.scheme}://{shown}" + (f":{port}" if port is not None else "")
    return Region("other", base, base)


def region_from(key: str, address: str = "") -> Region:
    """The region of a profile. Raises AddressBookError "region.address"."""
    if key == INTERNATIONAL.key:
        return INTERNATIONAL
    if key == MAINLAND.key:
        return MAINLAND
    if key == "other":
        return other_address(address)
    raise AddressBookError("region.address")
