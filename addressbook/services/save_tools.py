"""What creates and edits share: noting before anything is sent, and what follows a lost answer."""

from __future__ import annotations

from dataclasses import dataclass

from addressbook.dingtalk.client import DingTalkClient
from addressbook.domain.work import WorkItem
from addressbook.errors import AddressBookError, Cancelled, PermissionMissing
from addressbook.services.book import BookService
from addressbook.services.checking import Checking
from addressbook.services.endings import Endings
from addressbook.services.outcomes import Outcomes
from addressbook.services.save_results import Unknown
from addressbook.services.threads import RequestThreads
from addressbook.services.work import WorkService
from addressbook.services.write_permission import WritePermission


@dataclass(frozen=True, slots=True)
class SaveTools:
    """Belongs to the event loop's thread."""

    client: DingTalkClient
    requests: RequestThreads
    book: BookService
    work: WorkService
    permission: WritePermission
    checking: Checking
    endings: Endings
    outcomes: Outcomes

    async def noted(self, item: WorkItem) -> None:
        """Before anything is sent. Raises StoreError, and Cancelled for an item that was thrown away meanwhile."""
        await self.work.keep(item)
        if self.work.item(item.id) != item:
            raise Cancelled

    async def unknown(self, item: WorkItem, error: AddressBookError, since: float | None = None) -> Unknown:
        """The answer was lost by `error`: it is looked into from now on. For `since` see Outcomes.watch."""
        item = await self.endings.is_unknown(item)
        self.outcomes.watch(item, error, since)
        return Unknown(item, error)

    def note_permission(self, error: AddressBookError) -> None:
        """Tell the session when it was for want of a permission that a call was refused."""
        if isinstance(error, PermissionMissing):
            self.permission.refused(error)
