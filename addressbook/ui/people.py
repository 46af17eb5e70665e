"""Words for colleagues and departments whose name may be unknown, hidden or gone."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication

from addressbook.domain.staff import Me, NameState


class KnownName(Protocol):
    """What the staff service answers about an id."""

    @property
    def state(self) -> NameState: ...

    @property
    def name(self) -> str: ...


class Staff(Protocol):
    """The part of the staff service that the window uses; answers from memory, asks in the background."""

    def name_of(self, userid: str) -> KnownName: ...

    def department_name(self, department_id: int) -> KnownName: ...


def _words(known: KnownName, ident: str) -> str:
    if known.state is NameState.GONE:
        return QCoreApplication.translate("People", "No longer in DingTalk (id {id})").format(id=ident)
    if known.name:
        return known.name
    if known.state is NameState.HIDDEN:
        return QCoreApplication.translate("People", "Name not shared (id {id})").format(id=ident)
    return QCoreApplication.translate("People", "Id {id}").format(id=ident)


def colleague(staff: Staff, userid: str, me: Me | None = None) -> str:
    """How a colleague is named in the list: "You", the name, or what is known instead; "" for nobody."""
    if not userid:
        return ""
    if me is not None and userid == me.userid:
        return QCoreApplication.translate("People", "You")
    return _words(staff.name_of(userid), userid)


def colleague_in_full(staff: Staff, userid: str, me: Me | None = None) -> str:
    """The same with one's own name beside "You"."""
    if me is not None and userid == me.userid and me.name:
        return QCoreApplication.translate("People", "You ({name})").format(name=me.name)
    return colleague(staff, userid, me)


def department(staff: Staff, department_id: int) -> str:
    """A department's name, or what is known instead."""
    return _words(staff.department_name(department_id), str(department_id))
