"""The book of an open session in memory, for tests of the window: the service's methods."""

from __future__ import annotations

import asyncio
import math
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from addressbook.domain.contact import Contact, ContactRow, RowState, UnreadableContact
from addressbook.domain.label import LabelGroup
from addressbook.domain.query import Answer, ContactQuery, Counts, LabelMatch, Scope, SortKey
from addressbook.domain.search_words import parse
from addressbook.domain.staff import Me
from addressbook.services.events import ContactsChanged, Events, LoadProgress, LoadState
from tests.helpers.fake_answer import found_by
from tests.helpers.fake_changes import FakeChanges
from tests.helpers.fake_contacts import GROUPS, make_contact
from tests.helpers.fake_staff import FakeStaff, OwnerEntry


class FakeBook:
    """Answers from memory. `arrive(n)` lets more contacts come, as pages do; `hold` keeps answers back."""

    def __init__(self, size: int = 0, *, complete: bool = True) -> None:
        self.events = Events()
        self.changes = FakeChanges(self.events)
        self.groups: tuple[LabelGroup, ...] = GROUPS
        self.contacts: dict[int, Contact | UnreadableContact] = {}
        self.shown_pending: set[str] = set()
        self.asked: list[ContactQuery] = []
        self.calls: list[str] = []
        self.hold: asyncio.Event | None = None
        self.row_calls = 0
        self.more = not complete
        self.state = LoadProgress(
            LoadState.IDLE if complete else LoadState.LOADING,
            loaded=size,
            expected=None if complete else 2041,
            complete=complete,
            updated_at=datetime.now(UTC) - timedelta(minutes=2) if complete else None,
        )
        self._keys: dict[SortKey, dict[int, str]] = {}
        for number in range(size):
            self.contacts[number + 1] = make_contact(number)

    # -- what tests do ---------------------------------------------------------------------------------------

    def arrive(self, count: int) -> None:
        first = max(self.contacts, default=0)
        new = range(first + 1, first + 1 + count)
        for row in new:
            self.contacts[row] = make_contact(row - 1)
        self.state = self.state._replace(loaded=len(self.contacts))
        self.events.publish(ContactsChanged(frozenset(new)))
        self.events.publish(self.state)

    def remove(self, rows: Sequence[int]) -> None:
        for row in rows:
            del self.contacts[row]
        self.events.publish(ContactsChanged(frozenset(rows), removed=True))

    def tell(self, progress: LoadProgress) -> None:
        self.state = progress
        self.events.publish(progress)

    # -- what the window asks --------------------------------------------------------------------------------

    @property
    def progress(self) -> LoadProgress:
        return self.state

    @property
    def has_more(self) -> bool:
        return self.more

    def expect(self, query: ContactQuery) -> None:
        """Nothing to read ahead."""

    async def answer(self, query: ContactQuery, patience: float = math.inf) -> Answer:
        self.asked.append(query)
        if self.hold is not None:
            await self.hold.wait()
        await asyncio.sleep(0)
        inside = list(self.contacts.items())
        if query.scope is Scope.CHANGES:
            inside = [(row, self.contacts[row]) for row in self.changes.marks]
            query = replace(query, scope=Scope.ALL)
        found = [row for row, contact in inside if self._matches(contact, query)]
        if query.sort is SortKey.VIEWED:
            found.sort(key=lambda row: query.recent.index(self.contacts[row].userid), reverse=query.descending)
        else:
            found.sort(key=lambda row: self._key(row, query.sort), reverse=query.descending)
        if not parse(query.text):
            return Answer(array("q", found))
        labels = {label.id: label.name for group in self.groups for label in group.labels}
        ranks = found_by(query.text, (self._row(row) for row in self.contacts), labels, FakeStaff.names)
        found = [row for row in found if row in ranks]
        found.sort(key=lambda row: ranks[row])
        return Answer(array("q", found), len(ranks) - len(found))

    def _key(self, row: int, sort: SortKey) -> str:
        contact = self.contacts[row]
        if isinstance(contact, UnreadableContact):
            return "\uffff"
        return {SortKey.COMPANY: contact.company_name, SortKey.PHONE: contact.mobile or ""}.get(sort, contact.name)

    @staticmethod
    def _in_scope(
        contact: Contact | UnreadableContact, scope: Scope, me: Me | None, recent: Sequence[str] = ()
    ) -> bool:
        if isinstance(contact, UnreadableContact):
            return scope is Scope.ALL
        match scope:
            case Scope.ALL:
                return True
            case Scope.MINE:
                return me is not None and contact.follower_user_id == me.userid
            case Scope.SHARED:
                return me is not None and me.userid in contact.share_user_ids
            case Scope.NO_LABEL:
                return not contact.label_ids
            case Scope.RECENT:
                return contact.userid in recent
            case Scope.CHANGES:
                return False

    def _matches(self, contact: Contact | UnreadableContact, query: ContactQuery) -> bool:
        if not self._in_scope(contact, query.scope, query.me, query.recent):
            return False
        if isinstance(contact, UnreadableContact):
            return not query.is_filtered
        labels = frozenset(contact.label_ids)
        wanted = query.labels
        if wanted:
            match query.match:
                case LabelMatch.ANY if not labels & wanted:
                    return False
                case LabelMatch.ALL if not wanted <= labels:
                    return False
                case LabelMatch.WITHOUT if labels & wanted:
                    return False
                case _:
                    pass
        return not (labels & query.excluded or (query.owners and contact.follower_user_id not in query.owners))

    async def known(self, userids: Sequence[str]) -> int:
        await asyncio.sleep(0)
        return sum(self._in_scope(contact, Scope.RECENT, None, userids) for contact in self.contacts.values())

    async def counts(self, scope: Scope, me: Me | None = None, recent: Sequence[str] = ()) -> Counts:
        await asyncio.sleep(0)
        every = list(self.contacts.values())
        inside = [
            contact for contact in every if self._in_scope(contact, scope, me, recent) and isinstance(contact, Contact)
        ]
        size = {which: sum(self._in_scope(contact, which, me) for contact in every) for which in Scope}
        return Counts(
            total=size[Scope.ALL],
            mine=size[Scope.MINE],
            shared=size[Scope.SHARED],
            no_label=size[Scope.NO_LABEL],
            by_label=dict(Counter(label for contact in inside for label in contact.label_ids)),
        )

    async def owners(self) -> list[OwnerEntry]:
        staff = FakeStaff()
        count = Counter(c.follower_user_id for c in self.contacts.values() if isinstance(c, Contact))
        return [
            OwnerEntry(userid, staff.name_of(userid).state, staff.name_of(userid).name, number)
            for userid, number in sorted(count.items())
        ]

    def rows(self, row_ids: Sequence[int]) -> dict[int, ContactRow]:
        assert len(row_ids) <= 200
        self.row_calls += 1
        return {row: self._row(row) for row in row_ids if row in self.contacts}

    def _row(self, row: int) -> ContactRow:
        contact = self.contacts[row]
        if isinstance(contact, UnreadableContact):
            return ContactRow(
                row, contact.userid, "", "", "", "", "", "", "", "", (), RowState.UNREADABLE, contact.reason
            )
        mobile = contact.mobile
        phone = None if mobile is None else f"+86 {mobile[:3]} {mobile[3:7]} {mobile[7:]}"
        return ContactRow(
            row,
            contact.userid,
            contact.name,
            contact.remark,
            contact.company_name,
            contact.title,
            phone,
            contact.email,
            contact.address,
            contact.follower_user_id,
            contact.label_ids,
            RowState.PENDING if contact.userid in self.shown_pending else RowState.READY,
            news=self.changes.marks.get(row),
        )

    def contact(self, row_or_userid: int | str) -> Contact | UnreadableContact | None:
        row = self.row_of(row_or_userid) if isinstance(row_or_userid, str) else row_or_userid
        return None if row is None else self.contacts.get(row)

    def row_of(self, userid: str) -> int | None:
        return next((row for row, contact in self.contacts.items() if contact.userid == userid), None)

    async def contacts_of(self, row_ids: Sequence[int]) -> list[Contact | UnreadableContact]:
        await asyncio.sleep(0)
        return [self.contacts[row] for row in row_ids if row in self.contacts]

    def pending(self, userid: str) -> bool:
        return userid in self.shown_pending

    async def same_phone(self, state_code: str, mobile: str, *, but: str = "") -> list[ContactRow]:
        await asyncio.sleep(0)
        wanted = (state_code, mobile)
        return self._same(lambda contact: (contact.state_code, contact.mobile) == wanted, but)

    async def same_name(self, name: str, company: str, *, but: str = "") -> list[ContactRow]:
        await asyncio.sleep(0)
        return self._same(lambda contact: (contact.name, contact.company_name) == (name, company), but)

    def _same(self, fits: Callable[[Contact], bool], but: str) -> list[ContactRow]:
        return [
            self._row(row)
            for row, contact in self.contacts.items()
            if isinstance(contact, Contact) and contact.userid != but and fits(contact)
        ]

    async def usual_countries(self, most: int = 5) -> tuple[str, ...]:
        await asyncio.sleep(0)
        codes = Counter(contact.state_code for contact in self.contacts.values() if isinstance(contact, Contact))
        return tuple(code for code, _ in codes.most_common(most))

    def label_groups(self) -> tuple[LabelGroup, ...]:
        return self.groups

    def stop(self) -> None:
        self.calls.append("stop")
        self.tell(self.state._replace(state=LoadState.STOPPED))

    def resume(self) -> None:
        self.calls.append("resume")
        self.tell(self.state._replace(state=LoadState.LOADING))

    def want_more(self) -> None:
        self.calls.append("want_more")

    def refresh(self) -> None:
        self.calls.append("refresh")
