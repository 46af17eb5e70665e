"""What the composition root hands to the window. No globals: whoever needs one of these is given it."""

from __future__ import annotations

from dataclasses import dataclass

from addressbook.paths import Paths
from addressbook.services.sessions import Sessions
from addressbook.settings import SettingsFile
from addressbook.ui.error_hooks import ErrorHooks
from addressbook.ui.theme import Theme
from addressbook.ui.translation import Translation


@dataclass(frozen=True, slots=True)
class AppContext:
    """The parts that live as long as the program. `errors.unexpected` tells of faults of the program itself."""

    sessions: Sessions
    settings: SettingsFile
    paths: Paths
    theme: Theme
    translation: Translation
    errors: ErrorHooks
