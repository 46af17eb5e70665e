"""The organisations that were connected on this computer: their entries in the settings."""

from __future__ import annotations

import secrets
from dataclasses import replace

from addressbook.dingtalk.region import Region, region_from
from addressbook.domain.query import SortKey
from addressbook.settings import SavedProfile, SettingsFile

Profile = SavedProfile


class Profiles:
    """Entries without secrets; the id names the folder and the entry in the password store."""

    def __init__(self, settings: SettingsFile) -> None:
        self._settings = settings

    def all(self) -> tuple[Profile, ...]:
        """All profiles, oldest first."""
        return self._settings.values.profiles

    def get(self, profile_id: str) -> Profile | None:
        """The profile of that id."""
        return self._settings.values.profile(profile_id)

    def last(self) -> Profile | None:
        """The one to open at the next start: the last that was open, else any."""
        return self.get(self._settings.values.last_profile) or next(iter(self.all()), None)

    @staticmethod
    def new_id() -> str:
        """An id that tells nothing of the organisation."""
        return secrets.token_hex(8)

    def keep(self, profile: Profile) -> None:
        """Add or replace, and make it the last one."""
        others = tuple(entry for entry in self.all() if entry.id != profile.id)
        self._settings.change(profiles=(*others, profile), last_profile=profile.id)

    def rename(self, profile_id: str, name: str) -> None:
        """Give it another name."""
        self._settings.change(
            profiles=tuple(replace(entry, name=name) if entry.id == profile_id else entry for entry in self.all())
        )

    def keep_order(self, profile_id: str, key: SortKey, descending: bool) -> None:
        """Its book is to be seen in this order; nothing for an id that is not known."""
        self._settings.change(
            profiles=tuple(
                replace(entry, sort_key=key.value, sort_descending=descending) if entry.id == profile_id else entry
                for entry in self.all()
            )
        )

    def remember_last(self, profile_id: str) -> None:
        """This one is opened at the next start."""
        self._settings.change(last_profile=profile_id)

    def remove(self, profile_id: str) -> None:
        """Forget it."""
        left = tuple(entry for entry in self.all() if entry.id != profile_id)
        last = self._settings.values.last_profile
        self._settings.change(profiles=left, last_profile="" if last == profile_id else last)


def region_of(profile: Profile) -> Region:
    """Where the profile's server is. AddressBookError "region.address" for an address that will not do."""
    return region_from(profile.region, profile.address)
