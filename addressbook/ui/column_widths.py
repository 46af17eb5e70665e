"""How wide the columns of the contact table are, and which ones find room."""

from __future__ import annotations

from addressbook.ui import theme
from addressbook.ui.models.columns import COLUMNS, Column

# who gives up width first when there is not enough for all
_GIVE_WAY = (
    Column.ADDRESS, Column.EMAIL, Column.COMPANY, Column.TITLE, Column.ALIAS, Column.NAME, Column.OWNER, Column.LABELS,
)  # fmt: skip


# what is left out first when not even that is enough; the name and the number always stay
_GO_FIRST = (Column.OWNER, Column.TITLE, Column.LABELS, Column.COMPANY)
_NAME_AT_LEAST = 100
_NUMBER = 124  # width of a phone number in the design


def widths(hidden: set[Column], chosen: dict[Column, int], room: int, *, compact: bool) -> dict[Column, int]:
    """Width in pixels of each column to show in `room` pixels; `chosen` are those that a person sized."""
    shown = _shown(hidden, room, compact)
    found = {column: chosen.get(column) or scaled(column, COLUMNS[column].width) for column in shown}
    spare = room - sum(found.values())
    free = [column for column in shown if column not in chosen]
    if spare > 0:
        parts = sum(COLUMNS[column].stretch for column in free)
        for column in free:
            if parts:
                found[column] += spare * COLUMNS[column].stretch // parts
        return found
    for column in (column for column in _GIVE_WAY if column in free):
        give = min(-spare, found[column] - scaled(column, COLUMNS[column].narrowest))
        if give > 0:
            found[column] -= give
            spare += give
    if spare < 0 and len(shown) > 2:  # one has to scroll anyway: then all are easy to read
        for column in free:
            found[column] = scaled(column, COLUMNS[column].width)
    elif spare < 0 and Column.NAME in free:
        found[Column.NAME] = max(_NAME_AT_LEAST, found[Column.NAME] + spare)
    return found


def _shown(hidden: set[Column], room: int, compact: bool) -> list[Column]:
    """The chosen columns. Of the usual ones some are left out while the table is too narrow for all."""
    shown = [column for column in COLUMNS if column not in hidden]
    if any(not COLUMNS[column].shown for column in shown):
        return shown  # who adds columns wants to see them, and scrolls
    if compact:  # the second line had it
        shown.append(Column.TITLE)
    for column in _GO_FIRST:
        if sum(scaled(one, COLUMNS[one].narrowest) for one in shown) <= room:
            break
        shown = [one for one in shown if one is not column]
    return shown


def scaled(column: Column, width: int) -> int:
    """A width of the design, grown with the text."""
    scale = theme.current().scale()
    if column is Column.PHONE:  # a number is never cut; the room around it need not grow
        return width + round(_NUMBER * (scale - 1))
    return round(width * min(scale, 1.6))  # the others give way to large text
