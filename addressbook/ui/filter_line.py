"""The line of filters that are set: each can be taken off by a click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from addressbook.domain.query import ContactQuery, LabelMatch
from addressbook.ui import icons, theme
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.people import Named
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import FlowLayout, StyledWidget, empty_layout, push_button

_LONGEST = 40


class FilterLine(StyledWidget):
    """Shows labels, exclusions and owners of a query; hidden when there are none (text stands in its own box)."""

    query_changed = Signal(object)  # ContactQuery
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("line_below", parent)
        self.setAccessibleName(self.tr("Filters that are set"))
        self._flow = FlowLayout(self, 6)
        self._flow.setContentsMargins(16, 7, 16, 7)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._shown: object = None
        self.hide()

    def show_query(self, query: ContactQuery, labels: LabelIndex, owner_name: Callable[[str], Named]) -> None:
        """Show what narrows the list."""
        owners = [(owner, owner_name(owner).full) for owner in sorted(query.owners)]
        showing = (query.labels, query.match, query.excluded, tuple(owners), labels)
        if showing == self._shown:
            return
        self._shown = showing
        empty_layout(self._flow)
        self.setVisible(bool(query.labels or query.excluded or query.owners))
        ticked = labels.looks(query.labels)
        if len(ticked) > 1 or (ticked and query.match is LabelMatch.WITHOUT):
            words = {
                LabelMatch.ANY: self.tr("Any of"),
                LabelMatch.ALL: self.tr("All of"),
                LabelMatch.WITHOUT: self.tr("Without"),
            }
            self._flow.addWidget(self._word(words[query.match]))
        for look in ticked:
            self._add(look.full, replace(query, labels=query.labels - {look.id}))
        for look in labels.looks(query.excluded):
            without = self.tr("Without {label}").format(label=look.full)
            in_list = ticked and query.match is LabelMatch.WITHOUT  # the word stands before all of them
            self._add(look.full if in_list else without, replace(query, excluded=query.excluded - {look.id}))
        for owner, name in owners:
            self._add(self.tr("Owner: {name}").format(name=name), replace(query, owners=query.owners - {owner}))
        self._flow.addWidget(push_button(self.tr("Clear all"), self.cleared.emit, "link"))
        self.updateGeometry()

    @staticmethod
    def _word(text: str) -> QWidget:
        label = plain_label(text, kind="caption", wrap=False)
        label.setContentsMargins(0, 5, 0, 0)
        return label

    def _add(self, text: str, without: ContactQuery) -> None:
        button = QToolButton(self)
        button.setProperty("kind", "filter")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        icons.use(button, "close", "muted", theme.current().px(13))
        # "&" in outside text would become a mnemonic
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        button.setText(shown.replace("&", "&&"))
        name = self.tr("Remove the filter “{filter}”").format(filter=text)
        button.setAccessibleName(name)
        button.setToolTip(tooltip(name))
        button.clicked.connect(lambda: self.query_changed.emit(without))
        self._flow.addWidget(button)
