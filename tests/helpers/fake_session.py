"""An open session in memory for tests of the window."""

from __future__ import annotations

from dataclasses import dataclass, field

from addressbook.domain.staff import Me
from addressbook.errors import AddressBookError
from addressbook.services.events import Events, StoreTrouble
from addressbook.services.session_kind import ReadOnlyReason, SessionKind
from addressbook.settings import SavedProfile
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_deleting import FakeDeleting
from tests.helpers.fake_directory import FakeDirectory
from tests.helpers.fake_recent import FakeRecent
from tests.helpers.fake_replacing import FakeReplacing
from tests.helpers.fake_saving import FakePermission, FakeSaving
from tests.helpers.fake_staff import FakeStaff
from tests.helpers.fake_work import FakeWork


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
