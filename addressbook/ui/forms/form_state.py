"""Where a form stands."""

from __future__ import annotations

from enum import Enum


class FormState(Enum):
    """What can be done with a form."""

    EDITING = "editing"
    SAVING = "saving"  # sent, no answer yet
    CHECKING = "checking"  # the answer was lost; it is found out what became of it
    ENDED = "ended"
