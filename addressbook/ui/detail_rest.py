"""The lower part of the details: labels by group, owner, whom it is shared with, the id."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from addressbook.domain.contact import Contact
from addressbook.ui import detail_rows, theme
from addressbook.ui.detail_rows import block, gap_line, key
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.people import Named, Staff
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
        self.setSpacing(8)

    def clear(self) -> None:
        """Show nothing."""
        empty_layout(self)

    def fill(self, contact: Contact, names: Names, labels: LabelIndex) -> None:
        """Show a contact; `names` are those of its owner, and of the people and departments it is shared with."""
        self.clear()
        self.addWidget(gap_line())
        looks = labels.looks(contact.label_ids)
        if not looks:
            self._row(
                key(translate("DetailPane", "Labels")),
                plain_label(translate("DetailPane", "None"), kind="muted", wrap=False),
            )
        for (group, argb), chosen in groupby(looks, key=lambda look: (look.group, look.argb)):
            flow = QWidget()
            wrap = FlowLayout(flow, 4)
            for look in chosen:
                wrap.addWidget(Chip(look))
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
            self._owner(contact, owner),
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

    def _owner(self, contact: Contact, owner: Named) -> QWidget:
        if not contact.follower_user_id:
            return plain_label(translate("DetailPane", "Nobody"), kind="muted")
        if not owner.known:
            return block(translate("DetailPane", "Owner"), owner.full, role="muted")
        known = self._staff.name_of(contact.follower_user_id).name or owner.full
        return detail_rows.person(contact.follower_user_id, known, block(translate("DetailPane", "Owner"), owner.full))
