"""Employees and departments: id, name and where they belong, nothing else is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

ROOT_DEPARTMENT = 1


class NameState(Enum):
    """What is known about an id that stands for a colleague or a department."""

    UNKNOWN = "unknown"  # not asked yet
    KNOWN = "known"
    GONE = "gone"  # the server says that it does not exist (any more)
    HIDDEN = "hidden"  # the app is not allowed to see it


@dataclass(frozen=True, slots=True)
class Employee:
    """A colleague. `department_ids` are the direct departments."""

    userid: str
    name: str
    department_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Department:
    """A department; the root has the id 1 and no parent."""

    id: int
    name: str
    parent_id: int | None = None


@dataclass(frozen=True, slots=True)
class Me:
    """The person at the computer, as far as told. `department_ids` hold all ancestors too."""

    userid: str
    name: str = ""
    department_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who is in charge of contacts (follower_user_id), and of how many. `name` is "" until known."""

    userid: str
    state: NameState
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody whose id or name the copy has met. `contacts` is how many they own; `name` is "" until known."""

    userid: str
    state: NameState
    name: str = ""
    department_ids: tuple[int, ...] = ()
    contacts: int = 0
