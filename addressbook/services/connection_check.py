"""Test connection: tries every call that the program needs, and tells line by line what works (issue 2, section 4).

No words here: a line carries a step, an outcome, a typed error and parameters; ui/texts.py explains it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from addressbook.errors import AddressBookError, Param


class CheckStep(Enum):
    """What was tried, in the order in which it is shown."""

    TOKEN = "token"  # noqa: S105 - the name of a step
    CONTACTS = "contacts"
    LABELS = "labels"
    PERSON = "person"
    STAFF = "staff"
    DEPARTMENTS = "departments"
    WRITING = "writing"


class CheckOutcome(Enum):
    """How it went."""

    OK = "ok"
    WARNING = "warning"  # works, with something to know; or fails where the book can be read without it
    FAILED = "failed"
    SKIPPED = "skipped"  # not tried, because nothing was given to try it with or an earlier step failed
    INFO = "info"


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One line of the check.

    `params`, by step: CONTACTS has "count" (on the first page), "full" (1 when there may be more),
    "milliseconds" and "phones_shared" (0 or 1); LABELS "groups" and "labels"; STAFF "count";
    DEPARTMENTS "count" and, when it could be read, "root_name", the suggested name of the organisation.
    """

    step: CheckStep
    outcome: CheckOutcome
    error: AddressBookError | None = None
    params: dict[str, Param] = field(default_factory=dict)
