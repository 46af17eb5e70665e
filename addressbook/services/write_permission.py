"""Whether the app may change contacts, as far as DingTalk has told: it says so only when a change is tried."""

from __future__ import annotations

import logging

from addressbook.errors import PermissionMissing
from addressbook.services.events import Events, WritingAllowed

log = logging.getLogger(__name__)


class WritePermission:
    """Belongs to the event loop's thread. Holds until somebody asks to check again."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._error: PermissionMissing | None = None

    @property
    def error(self) -> PermissionMissing | None:
        """Why nothing may be written; None when nothing is known against it."""
        return self._error

    def refused(self, error: PermissionMissing) -> None:
        """A call that writes was refused for want of a permission."""
        if error.about_one:
            return
        log.info("contacts cannot be changed: %s", error)
        known, self._error = self._error, error
        if known is None:
            self._events.publish(WritingAllowed())

    def clear(self) -> None:
        """Somebody may have given the permission meanwhile: the next change that is tried will tell."""
        if self._error is not None:
            self._error = None
            self._events.publish(WritingAllowed())
