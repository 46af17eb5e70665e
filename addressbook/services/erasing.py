"""Deleting one contact on the server until it is known to be gone (document: extcontact delete).

Unlike creating, deleting may be repeated: an id that was deleted never comes back, and whoever deletes it again is told
33012.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from addressbook.dingtalk.client import DingTalkClient
from addressbook.errors import AddressBookError, AnswerError, NotFound
from addressbook.services.lost_answers import Fate, fate_of
from addressbook.services.threads import RequestThreads

_TRIES = 2


class Erased(Enum):
    """What is known at the end."""

    DELETED = "deleted"
    ALREADY = "already"  # somebody else had done it
    REFUSED = "refused"  # the contact is still there
    UNKNOWN = "unknown"  # nobody answered when asked whether it is


@dataclass(frozen=True, slots=True)
class Erasure:
    """The end of a deletion; `error` is why when the contact is not known to be gone."""

    end: Erased
    error: AddressBookError | None = None


async def erase(client: DingTalkClient, requests: RequestThreads, userid: str) -> Erasure:
    """Delete a contact. After a lost answer the server is asked whether it is there, and told once more if so.

    Never raises AddressBookError.
    """
    error: AddressBookError | None = None
    for _ in range(_TRIES):
        try:
            await requests.run(client.delete_contact, userid)
        except NotFound:
            return Erasure(Erased.DELETED if error is not None else Erased.ALREADY)
        except AddressBookError as caught:
            error = caught
        else:
            return Erasure(Erased.DELETED)
        if fate_of(error) is Fate.NOT_DONE:
            return Erasure(Erased.REFUSED, error)
        try:
            if not await is_there(client, requests, userid):
                return Erasure(Erased.DELETED)
        except AddressBookError:
            return Erasure(Erased.UNKNOWN, error)
    return Erasure(Erased.REFUSED, error)


async def is_there(client: DingTalkClient, requests: RequestThreads, userid: str) -> bool:
    """Whether the server has the contact. Raises AddressBookError when it does not say."""
    try:
        await requests.run(client.get_contact, userid)
    except NotFound:
        return False
    except AnswerError as error:
        if "reason" not in error.params:
            raise
    return True  # also one that came and could not be read
