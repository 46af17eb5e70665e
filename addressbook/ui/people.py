"""Words for colleagues and departments whose name may be unknown, hidden or gone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication

from addressbook.domain.staff import Me, NameState

_SHORT_ID = 4  # characters of an id that are shown where there is little room


class KnownName(Protocol):
    """What is known about an id."""

    @property
    def state(self) -> NameState: ...

    @property
    def name(self) -> str: ...


class Staff(Protocol):
    """The part of the staff service that the window uses; answers from memory, asks in the background."""

    def name_of(self, userid: str) -> KnownName: ...

    def department_name(self, department_id: int) -> KnownName: ...

    @property
    def is_learning(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Named:
    """How somebody is named: `brief` in a column, `full` where there is room.

    `known` is False for words that stand in for a name; `loading` while the name is being asked for. `name` is the
    name alone, which brief and full may stand for ("You"); empty when it is not known.
    """

    brief: str = ""
    full: str = ""
    known: bool = True
    loading: bool = False
    name: str = ""


def colleague(known: KnownName, userid: str, me: Me | None = None, *, cut_off: bool = False) -> Named:
    """A colleague: "You", the name, or what is known instead. `cut_off`: nothing can be asked for now."""
    tr = QCoreApplication.translate
    if not userid:
        return Named()
    if me is not None and userid == me.userid:
        you = tr("People", "You")
        return Named(you, tr("People", "You ({name})").format(name=me.name) if me.name else you, name=me.name)
    if known.state is NameState.GONE:
        brief = tr("People", "Left ({id})").format(id=_short(userid))
        return Named(brief, tr("People", "No longer in the organisation (id {id})").format(id=userid), known=False)
    return _named(known, userid, cut_off)


def department(known: KnownName, department_id: int, *, cut_off: bool = False) -> Named:
    """A department's name, or what is known instead."""
    if known.state is NameState.GONE:
        words = QCoreApplication.translate("People", "Department that no longer exists (id {id})")
        words = words.format(id=department_id)
        return Named(words, words, known=False)
    return _named(known, str(department_id), cut_off)


def _named(known: KnownName, ident: str, cut_off: bool) -> Named:
    tr = QCoreApplication.translate
    if known.name:
        return Named(known.name, known.name, name=known.name)
    if known.state is NameState.HIDDEN:
        brief = tr("People", "Not shared ({id})").format(id=_short(ident))
        return Named(brief, tr("People", "Name not shared (id {id})").format(id=ident), known=False)
    if cut_off:
        words = tr("People", "Id {id}")
        return Named(words.format(id=_short(ident)), words.format(id=ident), known=False)
    loading = tr("People", "Loading")
    return Named(loading, loading, known=False, loading=True)


def _short(ident: str) -> str:
    """The end of an id, which tells two of them apart."""
    return ident if len(ident) <= _SHORT_ID + 2 else f"…{ident[-_SHORT_ID:]}"
