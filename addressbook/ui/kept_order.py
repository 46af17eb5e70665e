"""The order in which a person likes to see a book: remembered for each organisation, and for all that are not kept."""

from __future__ import annotations

from addressbook.domain.query import SortKey
from addressbook.services.profiles import Profiles
from addressbook.settings import SettingsFile

Order = tuple[SortKey, bool]  # and whether it is descending


class KeptOrder:
    """Of the book of one profile. All without a profile (the sample, what is open for this time only) share theirs, in
    which a profile's book is shown too until an order is chosen for it."""

    def __init__(self, settings: SettingsFile, profile_id: str) -> None:
        self._settings, self._profile_id = settings, profile_id

    def read(self) -> Order:
        """The order that was chosen last."""
        values = self._settings.values
        profile = values.profile(self._profile_id)
        if profile is not None and profile.sort_key:
            return SortKey(profile.sort_key), profile.sort_descending
        return SortKey(values.sort_key), values.sort_descending

    def keep(self, key: SortKey, descending: bool) -> None:
        """Remember an order."""
        if self._settings.values.profile(self._profile_id) is not None:
            Profiles(self._settings).keep_order(self._profile_id, key, descending)
        else:
            self._settings.change(sort_key=key.value, sort_descending=descending)
