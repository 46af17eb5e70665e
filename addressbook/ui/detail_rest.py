"""The lower part of the details: labels by group, owner, whom it is shared with, the id."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from addressbook.domain.contact import Contact
from addressbook.domain.search_match import Field
from addressbook.ui import detail_rows, theme
from addressbook.ui.detail_rows import block, gap_line, key
from addressbook.ui.marked_text import Spans, moved
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.people import Named, Staff
from addressbook.ui.search_marks import RowMarks
from addressbook.ui.widgets.chips import Chip
from addressbook.ui.widgets.painting import chip_height
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import FlowLayout, empty_layout

translate = QCoreApplication.translate

Names = tuple[Named, tuple[str, ...], tuple[str, ...]]


class DetailRest(QVBoxLayout):
    """Filled anew for each contact."""

    def __init__(self, staff: Staff) -> None:
        super().__init__()
        self._staff = staff
        self._shown: object = None
        self.setSpacing(8)

    def clear(self) -> None:
        """Show nothing."""
        self._shown = None
        empty_layout(self)

    def fill(self, contact: Contact, names: Names, labels: LabelIndex, marks: RowMarks | None) -> None:
        """Show a contact; `names` are those of its owner, and of the people and departments it is shared with."""
        marked = marks.labels if marks is not None else {}
        owner_marks = marks.spans(Field.OWNER) if marks is not None else ()
        showing = (contact, names, labels, marked, owner_marks)
        if showing == self._shown:
            return  # while somebody types, the marks above change with each letter
        self.clear()
        self._shown = showing
        self.addWidget(gap_line())
        looks = labels.looks(contact.label_ids)
        if not looks:
            self._row(
                key(translate("DetailPane", "Labels")),
                plain_label(translate("DetailPane", "None"), kind="muted", wrap=False),
            )
        chips = [(look, marked.get(place, ())) for place, look in enumerate(looks)]
        for (group, argb), chosen in groupby(chips, key=lambda chip: (chip[0].group, chip[0].argb)):
            flow = QWidget()
            wrap = FlowLayout(flow, 4)
            for look, spans in chosen:
                wrap.addWidget(Chip(look, spans))
            policy = flow.sizePolicy()
            policy.setHeightForWidth(True)
            flow.setSizePolicy(policy)
            self._row(
                key(group or translate("DetailPane", "Labels"), argb, swatch=True, beside=chip_height()),
                flow,
            )
        self.addWidget(gap_line())
        owner, shared, departments = names
        self._row(
            key(translate("DetailPane", "Owner"), beside=theme.current().px(22) if owner.known else 0),
            self._owner(contact, owner, owner_marks),
        )
        nobody = not shared and not departments
        title = plain_label(
            translate("DetailPane", "Shared in DingTalk with nobody")
            if nobody
            else translate("DetailPane", "Shared in DingTalk with"),
            kind="muted",
        )
        self.addWidget(title)
        if shared:
            self._row(
                key(translate("DetailPane", "Colleagues")),
                block(translate("DetailPane", "Colleagues"), "\n".join(shared)),
            )
        if departments:
            self._row(
                key(translate("DetailPane", "Departments")),
                block(translate("DetailPane", "Departments"), "\n".join(departments)),
            )
        self.addWidget(gap_line())
        self._row(
            key(translate("DetailPane", "Contact id")),
            block(translate("DetailPane", "Contact id"), contact.userid, "caption", "muted"),
        )

    def _row(self, title: QWidget, value: QWidget) -> None:
        self.addWidget(detail_rows.row(title, value))

    def _owner(self, contact: Contact, owner: Named, marks: Spans) -> QWidget:
        if not contact.follower_user_id:
            return plain_label(translate("DetailPane", "Nobody"), kind="muted")
        if not owner.known:
            return block(translate("DetailPane", "Owner"), owner.full, role="muted")
        known = self._staff.name_of(contact.follower_user_id).name or owner.full
        spans = moved(marks, max(0, owner.full.find(owner.name)))  # "You (Mia Chen)" is found by the name
        text = block(translate("DetailPane", "Owner"), owner.full, marks=spans)
        return detail_rows.person(contact.follower_user_id, known, text)
