"""The line of filters that are set: each can be taken off by a click."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from addressbook.domain.query import ContactQuery, LabelMatch, Scope
from addressbook.ui.models.label_index import LabelIndex, LabelLook
from addressbook.ui.people import Named
from addressbook.ui.widgets.filter_chip import FilterChip, FilterWords
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import FlowLayout, StyledWidget, empty_layout, push_button


class FilterLine(StyledWidget):
    """Shows the scope, labels, exclusions and owners of a query. Hidden when there are none (text stands in its own
    box), and for a scope alone, which the sidebar shows."""

    query_changed = Signal(object)  # ContactQuery
    cleared = Signal()
    emptied = Signal()  # the focus was on a filter, and none is left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("line_below", parent)
        self.setAccessibleName(self.tr("Filters that are set"))
        self._flow = FlowLayout(self, 8)
        self._flow.setContentsMargins(16, 7, 16, 7)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._shown: object = None
        self.scope_name: Callable[[Scope], str] = lambda scope: scope.value  # set by who knows the words
        self._query = ContactQuery()
        self._buttons: list[FilterChip] = []
        self.hide()

    def show_query(self, query: ContactQuery, labels: LabelIndex, owner_name: Callable[[str], Named]) -> None:
        """Show what narrows the list."""
        self._query = query
        owners = [(owner, owner_name(owner).full) for owner in sorted(query.owners)]
        scope = query.scope if query.is_filtered else Scope.ALL
        showing = (scope, query.labels, query.match, query.excluded, tuple(owners), labels)
        if showing == self._shown:
            return
        self._shown = showing
        focused = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)
        self._buttons.clear()
        empty_layout(self._flow)
        self._fill(scope, query, labels, owners)
        self.setVisible(bool(self._buttons))
        self.updateGeometry()
        if focused is not None:
            if self._buttons:
                self._buttons[min(focused, len(self._buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.emptied.emit()

    def _fill(self, scope: Scope, query: ContactQuery, labels: LabelIndex, owners: list[tuple[str, str]]) -> None:
        if scope is Scope.ALL and not (query.labels or query.excluded or owners):
            return
        self._flow.addWidget(self._word(self.tr("Filtered by")))
        if scope is not Scope.ALL:
            self._add(FilterWords(self.scope_name(scope)), lambda now: replace(now, scope=Scope.ALL))
        ticked = labels.looks(query.labels)
        if len(ticked) > 1 or (ticked and query.match is LabelMatch.WITHOUT):
            words = {
                LabelMatch.ANY: self.tr("Any of"),
                LabelMatch.ALL: self.tr("All of"),
                LabelMatch.WITHOUT: self.tr("Without"),
            }
            self._flow.addWidget(self._word(words[query.match]))
        for look in ticked:
            self._add(_of_label(look), lambda now, label=look.id: replace(now, labels=now.labels - {label}))
        for look in labels.looks(query.excluded):
            in_list = ticked and query.match is LabelMatch.WITHOUT  # the word stands before all of them
            pattern = "{}" if in_list else self.tr("Without {label}").format(label="{}")
            self._add(
                _of_label(look, pattern), lambda now, label=look.id: replace(now, excluded=now.excluded - {label})
            )
        for owner, name in owners:
            owned = FilterWords(name, self.tr("Owner: {name}").format(name="{}"))
            self._add(owned, lambda now, owner=owner: replace(now, owners=now.owners - {owner}))
        self._flow.addWidget(push_button(self.tr("Clear all"), self.cleared.emit, "link"))

    @staticmethod
    def _word(text: str) -> QWidget:
        label = plain_label(text, kind="muted", wrap=False)
        label.setContentsMargins(0, 0, 2, 0)
        return label

    def _add(self, words: FilterWords, take_off: Callable[[ContactQuery], ContactQuery]) -> None:
        chip = FilterChip(words, self)
        chip.clicked.connect(lambda: self.query_changed.emit(take_off(self._query)))
        self._buttons.append(chip)
        self._flow.addWidget(chip)


def _of_label(look: LabelLook, pattern: str = "{}") -> FilterWords:
    return FilterWords(look.text or look.full, pattern, look.full, swatch=True, argb=look.argb)
