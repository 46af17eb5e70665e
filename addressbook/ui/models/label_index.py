"""Looking up labels by id: their group, colour and the text that tells two of one name apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from addressbook.domain.label import LabelGroup
from addressbook.ui.open_session import OpenBook


@dataclass(frozen=True, slots=True)
class LabelLook:
    """How one label is shown. `text` goes on a chip, `full` ("Status: Lost") in tooltips and to screen readers.

    `text` is empty while the label is on its way.
    `place` orders labels as the server lists them; labels that it does not list come last.
    """

    id: int
    text: str
    full: str
    group: str
    argb: int | None
    place: int


class LabelIndex:
    """All labels of the organisation by id. A value: made anew when the groups change."""

    def __init__(self, groups: Iterable[LabelGroup] = (), *, loading: bool = False) -> None:
        self.loading = loading  # labels that are not listed are on their way
        self.groups = tuple(groups)
        names = Counter(label.name for group in self.groups for label in group.labels)
        self._by_id: dict[int, LabelLook] = {}
        both = QCoreApplication.translate("Labels", "{group}: {label}")
        place = 0
        for group in self.groups:
            for label in group.labels:
                full = both.format(group=group.name, label=label.name) if group.name else label.name
                text = full if names[label.name] > 1 else label.name
                self._by_id[label.id] = LabelLook(label.id, text, full, group.name, group.color, place)
                place += 1

    def look(self, label_id: int) -> LabelLook:
        """The look of a label; one that the server does not list is shown by its id."""
        found = self._by_id.get(label_id)
        if found is None:
            tr = QCoreApplication.translate
            text = tr("Labels", "Loading") if self.loading else tr("Labels", "Label {id}").format(id=label_id)
            found = LabelLook(label_id, "" if self.loading else text, text, "", None, 1 << 30)
        return found

    def looks(self, label_ids: Iterable[int]) -> list[LabelLook]:
        """The looks of several labels, in the server's order."""
        return sorted((self.look(label_id) for label_id in label_ids), key=lambda look: (look.place, look.id))

    def without_groups(self, text: str) -> str:
        """A search text in which "Status: Lost", copied from where labels are told with their groups, is "Lost": groups
        are not searched, for "type" would find everybody."""
        if ":" not in text and "\uff1a" not in text:
            return text
        for group in sorted(self.groups, key=lambda group: -len(group.name)):  # "Recruitment status" before "Status"
            if group.name and group.labels:
                names = "|".join(re.escape(label.name) for label in group.labels)
                before = rf"(?<!\w){re.escape(group.name)}\s*[:\uff1a]\s*(?=(?:{names})(?!\w))"
                text = re.sub(before, "", text, flags=re.IGNORECASE)
        return text

    def __contains__(self, label_id: int) -> bool:
        return label_id in self._by_id


def labels_of(book: OpenBook) -> LabelIndex:
    """The labels that the book has now. Without any they are on their way, until the book was read to its end."""
    groups = book.label_groups()
    return LabelIndex(groups, loading=not groups and not book.progress.complete)
