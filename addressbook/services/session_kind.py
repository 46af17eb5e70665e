"""What kinds of session there are."""

from __future__ import annotations

from enum import Enum


class SessionKind(Enum):
    """Where the contacts of a session come from and what is kept of them."""

    SAMPLE = "sample"  # the built-in simulator; nothing reaches DingTalk, nothing is kept
    ORGANISATION = "organisation"  # key and secret in the keyring, an encrypted copy that stays
    TEMPORARY = "temporary"  # a real organisation, for this run only


class ReadOnlyReason(Enum):
    """Why a session cannot write."""

    THIRD_PARTY = "third_party"  # a pasted token of a third-party app: writing is refused by DingTalk
    WORK_DAMAGED = "work_damaged"  # work.db cannot be read: it is left alone, and nothing new is begun
    PERMISSION = "permission"  # DingTalk refused a write: the app has no permission for it
