"""Every error in words: what happened, what is safe, what to do and who can do it.

The words stand in ui/words/ as data, by endpoint and code; here they are looked up, translated into the
language of the moment and filled in. Nothing else in the program writes sentences about errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from PySide6.QtCore import QCoreApplication

from addressbook import __version__
from addressbook.domain.patterns import late
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
    StoreError,
    TokenRejected,
)
from addressbook.redaction import redact
from addressbook.ui.words import local, people, permissions, server
from addressbook.ui.words.base import Kind, Who, Words, kind_of

__all__ = [
    "Explanation",
    "Place",
    "Who",
    "explain",
    "mask",
    "permission_name",
    "permissions_of",
    "scopes_of",
    "sentences",
    "support_text",
    "words_for",
]

translate = QCoreApplication.translate


class Place(Enum):
    """Where an error is told: decides what may be promised there."""

    FORM = "form"  # connecting: nothing is here yet, and nothing tries again by itself
    BOOK = "book"  # an open book with contacts in it
    EMPTY_BOOK = "empty_book"  # an open book of which nothing has come yet
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Explanation:
    """An error ready to be shown, in the language of the moment. All plain text.

    `text` says why (`reason` alone) and what is safe, `action` what to do. `admin_message` is ready to be sent to the
    administrator, "" when there is nothing to ask for. `details` are (label, value) pairs for the fold,
    `support` the same and more for "Copy for support".
    """

    title: str
    text: str
    action: str
    who: Who
    severity: str
    icon: str
    admin_message: str = ""
    details: tuple[tuple[str, str], ...] = ()
    can_retry: bool = True
    support: str = ""
    reason: str = ""


# Codes that no table knows are explained by the class of the error, the most telling class first.
_BY_CLASS: tuple[tuple[type[AddressBookError], Words], ...] = (
    (TokenRejected, server.TOKEN_REFUSED),
    (CredentialsRejected, server.KEY_OR_SECRET_WRONG),
    (AddressNotAllowed, server.ADDRESS_NOT_ALLOWED),
    (RateLimited, server.SLOW_DOWN),
    (ServerBusy, server.BUSY),
    (NotFound, people.CONTACT_GONE),
    (ServerError, server.UNKNOWN),
    (AnswerError, local.LOCAL["answer.shape"]),
    (NetworkError, local.LOCAL["network.unreachable"]),
    (StoreError, local.LOCAL["store.failed"]),
)


def words_for(endpoint: str, code: str) -> Words | None:
    """What (endpoint, code) means: the call's own meaning first, then the general one; None when unknown."""
    if code in permissions.PERMISSION_CODES:
        return permissions.MISSING.get(permissions.NEEDED_BY.get(endpoint, ""), permissions.OTHER_MISSING)
    if kind_of(endpoint) is Kind.SIGN_IN and code in server.SIGN_IN:
        return server.SIGN_IN[code]
    own = people.BY_ENDPOINT.get(endpoint, {}).get(code)
    return own or server.ANYWHERE.get(code) or people.ELSEWHERE.get(code)


def _words(error: AddressBookError) -> Words:
    if isinstance(error, ServerError):
        found = words_for(error.endpoint, error.code)
        if found is None and isinstance(error, PermissionMissing):
            found = words_for(error.endpoint, "60011")
        if found is None and isinstance(error, NotFound):
            found = words_for(error.endpoint, "60003" if "/department/" in error.endpoint else "33012")
    else:
        found = local.LOCAL.get(error.code)
    if found is not None:
        return found
    return next((words for kind, words in _BY_CLASS if isinstance(error, kind)), local.UNEXPECTED)


def _safe(error: AddressBookError, words: Words, place: Place) -> str:
    """The sentence that says what is safe; a lost answer to a writing call leaves that open."""
    if words.safe:
        return translate("Errors", words.safe)
    kind = kind_of(error.endpoint) if isinstance(error, CallError) else Kind.LOCAL
    if kind is Kind.WRITE and words.unsure and getattr(error, "sent", True):
        return translate("Errors", "It is not certain whether DingTalk saved the change.")
    if kind is Kind.WRITE:
        return translate("Errors", "Nothing was changed in DingTalk.")
    if place in (Place.FORM, Place.EMPTY_BOOK):
        return ""
    if kind is Kind.READ or place is Place.BOOK:
        return translate("Errors", "Contacts that are already here stay readable.")
    if kind is Kind.PEOPLE:
        return translate("Errors", "Your contacts are not affected.")
    return translate("Errors", "Nothing was changed.")


def permission_name(scope: str) -> str:
    """A permission's name for people with its technical name, such as "… (qyapi_ext_read)"."""
    if scope not in permissions.NAMES:
        return scope
    return translate("Errors", "“{name}” ({technical})").format(
        name=translate("Permissions", permissions.NAMES[scope]), technical=scope
    )


def scopes_of(error: AddressBookError) -> tuple[str, ...]:
    """The permissions that are missing: as told by the server, else what the call is documented to need."""
    scopes: tuple[str, ...] = getattr(error, "scopes", ())
    needed = permissions.NEEDED_BY.get(getattr(error, "endpoint", ""), "")
    return scopes or ((needed,) if needed else ())


def permissions_of(error: AddressBookError) -> str:
    """The missing permissions by name, ready for a sentence."""
    names = [permission_name(scope) for scope in scopes_of(error)]
    return translate("Errors", ", ").join(names) or translate("Errors", "the missing permission")


def sentences(*parts: str) -> str:
    """Whole sentences after one another; Chinese full stops bring their own space."""
    text = ""
    for part in filter(None, parts):
        text += part if not text or text.endswith("。") else f" {part}"
    return text


def as_sentence(title: str) -> str:
    """A title, which has no full stop, as a sentence."""
    if not title or title[-1] in ".。":
        return title
    return translate("Texts", "{sentence}.").format(sentence=title)


def explain(error: AddressBookError, place: Place = Place.ELSEWHERE, *, tries_again: bool = False) -> Explanation:
    """The error in words, in the language of the moment; `tries_again` when the program does so by itself."""
    words = _words(error)
    message = mask(getattr(error, "message", ""))
    told = {**{key: str(value) for key, value in error.params.items()}, "message": message.rstrip(".。")}
    if words.needs and words.known is not None and told.get(words.needs):
        words = words.known
    if words.admin:
        told["permissions"] = permissions_of(error)

    def fill(text: str) -> str:
        return translate("Errors", text).format_map(told) if text else ""

    action = words.action
    if tries_again and words.waiting:
        action = words.waiting
    elif words.in_book and place in (Place.BOOK, Place.EMPTY_BOOK):
        action = words.in_book
    details = _details(error, message)
    return Explanation(
        title=fill(words.title),
        text=sentences(fill(words.text), _safe(error, words, place)),
        action=fill(action),
        who=words.who,
        severity=words.severity,
        icon=words.icon,
        admin_message=fill(words.admin),
        details=details,
        can_retry=words.retry,
        reason=fill(words.text),
        support=_support(details, datetime.now(UTC)),
    )


def detail_lines(details: tuple[tuple[str, str], ...]) -> str:
    """The pairs of a fold as lines of text."""
    line = translate("Errors", "{label}: {value}")
    return "\n".join(line.format(label=label, value=value) for label, value in details)


def _details(error: AddressBookError, message: str) -> tuple[tuple[str, str], ...]:
    pairs = [(translate("Errors", "Code"), error.code)]
    if isinstance(error, CallError):
        pairs.append((translate("Errors", "Call"), error.endpoint))
        pairs.append((translate("Errors", "Request number"), error.request_id))
    pairs.append((translate("Errors", "DingTalk's words"), message))
    scopes = ", ".join(getattr(error, "scopes", ()))
    pairs.append((translate("Errors", "Missing permission"), scopes))
    return tuple((label, value) for label, value in pairs if value)


def support_text(error: AddressBookError, when: datetime | None = None) -> str:
    """What "Copy for support" puts on the clipboard: facts by which the administrator can find the call.

    `when` (aware) is the moment of the error, now by default.
    """

    message = mask(getattr(error, "message", ""))
    return _support(_details(error, message), when or datetime.now(UTC))


def _support(details: tuple[tuple[str, str], ...], when: datetime) -> str:
    import platform  # not on the way to a window

    pairs = (
        (translate("Errors", "Time"), f"{when.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"),
        *details,
        (translate("Errors", "Program"), f"Address Book for DingTalk {__version__}"),
        (translate("Errors", "System"), f"{platform.system()} {platform.release()}"),
    )
    return detail_lines(pairs)


_KEPT = late(r"^(?:qyapi_\w+|[A-Z][A-Za-z]+(?:\.[A-Z][A-Za-z]+)+|\d{1,5})$")
_MASKS: tuple[tuple[Callable[[], re.Pattern[str]], str], ...] = (
    (late(r"https?://\S+"), "<link>"),
    (late(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "<e-mail>"),
    (late(r"\bding[0-9a-z]{6,}\b", re.IGNORECASE), "ding…"),
    (late(r"\+?\d[\d \-]{5,}\d"), "<number>"),
    (late(r"\b(?=\w*\d)(?=\w*[A-Za-z])\w{16,}\b"), "<code>"),
)
_QUOTED = late(r"([\[“\"「'])([^\[\]“”\"「」']{1,80})([\]”\"」'])")
_NAMED = late(
    r"((?:user_?id|mobile|name|姓名|用户|员工|手机号?码?)\s*[:=：（(]\s*)([^\s,;，；）)\]}]+)",
    re.IGNORECASE,
)


def mask(message: str) -> str:
    """The server's words without what they may say about people: numbers, quoted names, links, keys.

    Permission names and codes of up to five digits stay, for the administrator needs them.
    """

    def quoted(found: re.Match[str]) -> str:
        inner = found.group(2)
        return found.group(0) if _KEPT().match(inner) or "=" in inner else f"{found.group(1)}…{found.group(3)}"

    message = redact(message)
    for pattern, instead in _MASKS:
        message = pattern().sub(instead, message)
    message = _NAMED().sub(lambda found: f"{found.group(1)}…", message)
    message = _QUOTED().sub(quoted, message)
    return " ".join(message.split())[:500]
