"""An open session in memory for tests of the window: the services' methods, and contacts made by number."""

from __future__ import annotations

import asyncio
import math
import random
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import ClassVar

from addressbook.domain.contact import Contact, ContactRow, RowState, UnreadableContact
from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.query import Answer, ContactQuery, Counts, LabelMatch, Scope, SortKey
from addressbook.domain.search_words import parse
from addressbook.domain.staff import Me, NameState
from addressbook.errors import AddressBookError
from addressbook.services.events import ContactsChanged, Events, LoadProgress, LoadState, StoreTrouble
from addressbook.services.session_kind import ReadOnlyReason, SessionKind
from addressbook.settings import SavedProfile
from tests.helpers.fake_answer import found_by
from tests.helpers.fake_changes import FakeChanges
from tests.helpers.fake_deleting import FakeDeleting
from tests.helpers.fake_directory import FakeDirectory
from tests.helpers.fake_recent import FakeRecent
from tests.helpers.fake_replacing import FakeReplacing
from tests.helpers.fake_saving import FakePermission, FakeSaving
from tests.helpers.fake_work import FakeWork

GROUPS = (
    LabelGroup(
        "Type",
        -15220075,
        tuple(Label(100 + n, name) for n, name in enumerate(("Customer", "Channel partner", "Supplier", "Partner"))),
    ),
    LabelGroup(
        "Level", -11687445, tuple(Label(200 + n, name) for n, name in enumerate(("General", "Important", "Core")))
    ),
    LabelGroup(
        "Status",
        -543394,
        tuple(Label(300 + n, name) for n, name in enumerate(("Potential", "In negotiation", "Closed deal", "Lost"))),
    ),
    LabelGroup("Recruitment status", -543394, (Label(401, "New"), Label(402, "Lost"))),
    LabelGroup("Not used yet", -11687445, ()),
)

FIRST = ("Alan Foster", "Blanca Ortiz", "Dylan Park", "Elena Rossi", "何岚", "兰心怡", "蓝建国", "Li Na", "Liam Nolan")
LAST = (
    "孙宇航",
    "Svetlana Orlova",
    "王兰",
    "欧阳娜娜",
    "O'Brien & Sons",
    "<b>Bold</b> Name",
    "محمد علي",
    "🎈 Party Shop",
)
NAMES = FIRST + LAST
COMPANIES = (
    "Northgate Logistics",
    "Solvento Energy",
    "晨曦医疗",
    "Officine Bellandi",
    "Hanbit Displays",
    "杭州锦程物流",
)
TITLES = ("Freight Manager", "Regional Director", "采购经理", "Buyer", "Product Planner", "客服主管")
OWNERS = ("0001", "0002", "0003", "gone7")


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


def make_contact(number: int) -> Contact:
    """The contact of a number: the same each time."""
    pick = random.Random(number)
    name = NAMES[number % len(NAMES)]
    labels = [100 + pick.randrange(4)]
    if number % 3:
        labels.append(200 + pick.randrange(3))
    if number % 4 == 1:
        labels.append(300 + pick.randrange(4))
    return Contact(
        userid=f"c{number:06d}",
        name=name if number < len(NAMES) else f"{name} {number}",
        mobile=f"1{pick.randrange(10**9, 10**10)}",
        state_code="86",
        title=TITLES[number % len(TITLES)],
        company_name=COMPANIES[(number * 7) % len(COMPANIES)],
        remark="Met at the fair" if number % 2 else "",
        address="上海市浦东新区张江路 88 号 3 幢 502 室" if number % 3 else "",
        email=f"person{number}@a-rather-long-company-name.example" if number % 5 else "",
        follower_user_id=OWNERS[number % len(OWNERS)],
        label_ids=tuple(labels) if number % 11 else (),
        share_user_ids=("0002", "gone9") if number % 2 else (),
        share_dept_ids=(42,) if number % 3 else (),
    )


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
        self.state = replace(self.state, loaded=len(self.contacts))
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
        self.tell(replace(self.state, state=LoadState.STOPPED))

    def resume(self) -> None:
        self.calls.append("resume")
        self.tell(replace(self.state, state=LoadState.LOADING))

    def want_more(self) -> None:
        self.calls.append("want_more")

    def refresh(self) -> None:
        self.calls.append("refresh")


@dataclass
class FakeSession:
    """A session around a FakeBook."""

    book: FakeBook
    kind: SessionKind = SessionKind.SAMPLE
    profile: SavedProfile | None = None
    profile_name: str = "Harbour Trading Co."
    own_mobile: str = ""
    me_error: AddressBookError | None = None
    me: Me | None = field(default_factory=lambda: Me("0001", "Mia Chen", (1, 42)))
    work: FakeWork = field(init=False)
    saving: FakeSaving = field(init=False)
    deleting: FakeDeleting = field(init=False)
    replacing: FakeReplacing = field(init=False)
    recent: FakeRecent = field(init=False)
    staff: FakeStaff = field(default_factory=FakeStaff)
    directory: FakeDirectory = field(default_factory=FakeDirectory)
    trouble: StoreTrouble | None = None
    read_only_reason: ReadOnlyReason | None = None
    permission: FakePermission = field(default_factory=lambda: FakePermission())
    checks: int = 0

    def __post_init__(self) -> None:
        self.work = FakeWork(self.events)
        self.saving = FakeSaving(self.work)
        self.deleting = FakeDeleting(self.work)
        self.replacing = FakeReplacing(self.work)
        self.recent = FakeRecent(self.events)

    @property
    def events(self) -> Events:
        return self.book.events

    async def check_again(self) -> None:
        self.checks += 1
