"""What is known of a call that writes and that has failed: nothing was done, or nobody knows.

create is not idempotent (DESIGN.md, section 5): what may have been carried out must never be sent again blindly.
"""

from __future__ import annotations

from enum import Enum

from addressbook.errors import AddressBookError, AnswerError, CallError, Cancelled, NetworkError, ServerBusy

CREATE = "/topapi/extcontact/create"
UPDATE = "/topapi/extcontact/update"
DELETE = "/topapi/extcontact/delete"
EXISTS = "22005"  # extcontact create: the number is in the book already
EARLIER = "save.earlier_try"  # what is looked for was sent with another number than the item holds now
_WRITING = frozenset({CREATE, UPDATE, DELETE})


class Fate(Enum):
    """What became of the call."""

    NOT_DONE = "not_done"  # it was refused, or never sent
    BUSY = "busy"  # DingTalk said "busy, try again later", and not whether it was done
    LOST = "lost"  # it may have been carried out, and its answer did not come


def fate_of(error: AddressBookError) -> Fate:
    """The fate of a create, update or delete that raised `error`, which may come of the token it needed as well."""
    if isinstance(error, NetworkError | Cancelled):
        return Fate.LOST if error.sent else Fate.NOT_DONE
    if not isinstance(error, CallError) or error.endpoint not in _WRITING:
        return Fate.NOT_DONE
    if isinstance(error, ServerBusy):
        # a bare HTTP 5xx comes from a gateway that did not get, or did not wait for, the answer
        return Fate.LOST if len(error.code) == 3 and error.code.startswith("5") else Fate.BUSY
    # the block of an address is told by DingTalk's front door, behind which nothing was heard of the call
    return Fate.LOST if isinstance(error, AnswerError) and error.code != "answer.ip_blocked" else Fate.NOT_DONE


def not_done(error: AddressBookError) -> AddressBookError:
    """The same once it is known that the call was not carried out, so that its words do not doubt it."""
    return NetworkError(error.code, endpoint=error.endpoint, sent=False) if isinstance(error, NetworkError) else error
