"""What became of a try to write. None of these is lost work: the WorkItem is kept until its end is certain."""

from __future__ import annotations

from dataclasses import dataclass

from addressbook.domain.contact import Contact
from addressbook.domain.fields import Field
from addressbook.domain.merge import Joined, Merge
from addressbook.domain.work import WorkItem
from addressbook.errors import AddressBookError


@dataclass(frozen=True, slots=True)
class Saved:
    """The server has it. `joined` are edits of a colleague that were joined, `stayed` fields that were to be cleared
    and that the server still has. `found`: it was not this call that made it, but an earlier one whose answer was lost.
    """

    item: WorkItem
    contact: Contact
    joined: tuple[Joined, ...] = ()
    stayed: frozenset[Field] = frozenset()
    found: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was written; the same item can be saved again. `field` is where the reason belongs, when it has a place.
    `existing` is the userid of the contact that has the number already, "" when it is not known."""

    item: WorkItem
    error: AddressBookError
    field: Field | None = None
    existing: str = ""


@dataclass(frozen=True, slots=True)
class Clashed:
    """A colleague changed the same; nothing was written. Save again with `base=theirs` and the chosen values."""

    item: WorkItem
    theirs: Contact
    merge: Merge


@dataclass(frozen=True, slots=True)
class Gone:
    """The contact was deleted meanwhile; nothing was written. `item` is ready to be created from."""

    item: WorkItem


@dataclass(frozen=True, slots=True)
class Unknown:
    """The answer was lost. It is being checked, and WorkSettled tells the outcome."""

    item: WorkItem
    error: AddressBookError


@dataclass(frozen=True, slots=True)
class Absent:
    """Checked after a lost answer: it was not carried out as far as can be seen. A person may repeat it.

    Of a replacement that was to be finished: the copy is not there any more, and nothing was deleted."""

    item: WorkItem


@dataclass(frozen=True, slots=True)
class Deleted:
    """The contact is gone, now or before (`already`)."""

    item: WorkItem
    already: bool = False


@dataclass(frozen=True, slots=True)
class Undone:
    """A replacement was taken back: its copy is gone, the old contact is as it was, and the item is a draft again."""

    item: WorkItem


@dataclass(frozen=True, slots=True)
class Changed:
    """Of a replacement: somebody has changed the contact that was to be deleted; it is `now` so. Nothing was done."""

    item: WorkItem
    now: Contact


SaveResult = Saved | Refused | Clashed | Gone | Unknown
ReplaceResult = Deleted | Refused | Changed | Absent | Unknown | Undone
Outcome = Saved | Refused | Clashed | Gone | Absent | Deleted | Undone
