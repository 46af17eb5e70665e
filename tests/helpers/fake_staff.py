"""The colleagues of tests of the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from addressbook.domain.staff import NameState


@dataclass(frozen=True)
class Name:
    state: NameState
    name: str = ""


@dataclass(frozen=True)
class OwnerEntry:
    userid: str
    state: NameState
    name: str
    count: int


class FakeStaff:
    """Knows three colleagues and two departments; everybody else is gone."""

    names: ClassVar = {"0001": "Mia Chen", "0002": "陈洁", "0003": "Omar Haddad"}
    departments: ClassVar = {1: "Harbour Trading", 42: "Sales East"}
    is_learning = False

    def name_of(self, userid: str) -> Name:
        name = self.names.get(userid)
        return Name(NameState.KNOWN, name) if name else Name(NameState.GONE)

    def department_name(self, department_id: int) -> Name:
        name = self.departments.get(department_id)
        return Name(NameState.KNOWN, name) if name else Name(NameState.GONE)
