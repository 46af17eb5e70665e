"""What the tables of words are made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # the name lupdate looks for; Qt's own is typed as object
    """Mark `text` for translation in `context`; it is translated when shown."""
    return text


class Who(Enum):
    """Who can mend it."""

    YOU = "you"
    ADMIN = "admin"  # the organisation's DingTalk administrator
    WAIT = "wait"  # time, or the program itself


class Kind(Enum):
    """What kind of call failed: decides which sentence says what is safe."""

    SIGN_IN = "sign_in"
    READ = "read"
    WRITE = "write"
    PEOPLE = "people"
    LOCAL = "local"  # no call at all


ENDPOINT_KINDS = {
    "/gettoken": Kind.SIGN_IN,
    "/v1.0/oauth2/accessToken": Kind.SIGN_IN,
    "/topapi/extcontact/list": Kind.READ,
    "/topapi/extcontact/get": Kind.READ,
    "/topapi/extcontact/listlabelgroups": Kind.READ,
    "/topapi/extcontact/create": Kind.WRITE,
    "/topapi/extcontact/update": Kind.WRITE,
    "/topapi/extcontact/delete": Kind.WRITE,
}


def kind_of(endpoint: str) -> Kind:
    """The kind of call behind a path; other topapi paths ask for colleagues and departments."""
    if not endpoint:
        return Kind.LOCAL
    return ENDPOINT_KINDS.get(endpoint, Kind.PEOPLE)


@dataclass(frozen=True, slots=True)
class Words:
    """One explanation in English, marked for translation in the context "Errors".

    `title` has no full stop; `text` says why, `action` what to do. `safe` replaces the usual sentence about
    what is safe. `unsure`: the call may have been carried out although its answer is missing, so a writing
    call must not claim that nothing changed. `admin` asks the administrator for something: the words of a
    message that is ready to send. `waiting` stands in place of `action` while the program tries again by itself,
    `in_book` above a book that is open. `known` is the form used when the parameter in `needs` is told.
    """

    title: str
    text: str
    action: str
    who: Who = Who.YOU
    severity: str = "error"
    icon: str = "error"
    safe: str = ""
    unsure: bool = False
    retry: bool = True
    admin: str = ""
    waiting: str = ""
    in_book: str = ""
    needs: str = ""
    known: Words | None = None
