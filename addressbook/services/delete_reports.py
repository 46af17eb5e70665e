"""What became of a deletion of one or more contacts, and of taking it back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from addressbook.domain.contact import Contact
from addressbook.domain.work import WorkItem
from addressbook.errors import AddressBookError
from addressbook.services.save_results import Refused


@dataclass(frozen=True, slots=True)
class Deletion:
    """Contacts that were deleted together, as the copy held them, at `at` (aware, UTC). They can be made again until
    the program is quit."""

    contacts: tuple[Contact, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class DeleteProgress:
    """How far a run is: `done` of `total` contacts; `undoing` when they are made again."""

    done: int
    total: int
    undoing: bool = False


@dataclass(frozen=True, slots=True)
class DeleteReport:
    """What became of each contact that was to be deleted.

    `already` are those that a colleague had deleted before, `refused` are as they were, of those in `unknown` the
    answer was lost (WorkSettled tells), and with those in `left` nothing was begun, because a person stopped it or
    because of `fault`, which would have met all alike. `can_undo` takes `deleted` back, None when there are none.
    """

    deleted: tuple[Contact, ...] = ()
    already: tuple[Contact, ...] = ()
    refused: tuple[Refused, ...] = ()
    unknown: tuple[Contact, ...] = ()
    left: tuple[Contact, ...] = ()
    fault: AddressBookError | None = None
    can_undo: Deletion | None = None


@dataclass(frozen=True, slots=True)
class UndoReport:
    """What became of each contact that was to be made again.

    `restored` are the new contacts, `existing` the deleted ones whose number the server has once more. `drafts` lack
    what a new contact must have; they and the `refused` ones are kept as drafts. Of those in `unknown` the answer was
    lost. Those in `left` can still be made again, by `can_undo`: `fault` or a person stopped it.
    """

    deletion: Deletion
    restored: tuple[Contact, ...] = ()
    existing: tuple[Contact, ...] = ()
    drafts: tuple[WorkItem, ...] = ()
    refused: tuple[Refused, ...] = ()
    unknown: tuple[Contact, ...] = ()
    left: tuple[Contact, ...] = ()
    fault: AddressBookError | None = None
    can_undo: Deletion | None = None
