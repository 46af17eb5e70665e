"""The sidebar: scopes, owner, labels. It shows and changes one ContactQuery and knows of nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from addressbook.domain.label import LabelGroup
from addressbook.domain.query import ContactQuery, Counts, LabelMatch, Scope
from addressbook.ui.label_view import LabelView
from addressbook.ui.models.label_tree import LabelTree
from addressbook.ui.owner_filter import OwnerButton, OwnerChoice
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.scope_button import ScopeButton
from addressbook.ui.widgets.segmented import SegmentedControl
from addressbook.ui.widgets.small import StyledWidget, line, push_button

_RIM = 16  # pixels
_MATCHES = (LabelMatch.ANY, LabelMatch.ALL, LabelMatch.WITHOUT)


class Sidebar(StyledWidget):
    """`query_changed` tells the new query when a person chose something."""

    query_changed = Signal(object)  # ContactQuery
    owners_asked = Signal()
    unfinished_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("side", parent)
        self.setAccessibleName(self.tr("Sidebar"))
        self.setMinimumWidth(200)
        self._query = ContactQuery()
        self._showing = False
        self.tree = LabelTree(self)
        self.tree.changed.connect(self._on_labels_changed)
        self._me_known = False

        inside = StyledWidget("side")
        inside.setMinimumWidth(1)  # it takes what there is: nothing scrolls sideways
        scroll = self._scroll = QScrollArea()  # for windows too low for all of it
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(0)
        self.scopes = {
            Scope.ALL: ScopeButton("users", self.tr("All contacts")),
            Scope.MINE: ScopeButton("user", self.tr("Mine")),
            Scope.SHARED: ScopeButton("swap", self.tr("Shared with me")),
            Scope.NO_LABEL: ScopeButton("tag-off", self.tr("No label")),
            Scope.RECENT: ScopeButton("clock", self.tr("Recently viewed")),
            Scope.CHANGES: ScopeButton("refresh", self.tr("New and changed")),
        }
        for scope, button in self.scopes.items():
            button.clicked.connect(lambda _=False, scope=scope: self._set(replace(self._query, scope=scope)))
            layout.addWidget(button)
        self.scopes[Scope.ALL].setChecked(True)
        self.scopes[Scope.RECENT].setToolTip(self.tr("The contacts you looked at last, on this computer"))
        self.scopes[Scope.CHANGES].setToolTip(self.tr("What others have added or changed since you looked"))
        self.scopes[Scope.CHANGES].hide()
        self.unfinished = ScopeButton("note", self.tr("Unfinished"))
        self.unfinished.setCheckable(False)
        self.unfinished.setToolTip(self.tr("Drafts, and changes whose outcome is not known yet"))
        self.unfinished.clicked.connect(self.unfinished_requested)
        layout.addWidget(self.unfinished)
        self.unfinished.hide()

        layout.addSpacing(8)
        separator = line()
        rim = QHBoxLayout()
        rim.setContentsMargins(12, 0, 12, 0)
        rim.addWidget(separator)
        layout.addLayout(rim)
        layout.addSpacing(8)

        owner_box = QVBoxLayout()
        owner_box.setContentsMargins(16, 0, 16, 0)
        owner_box.setSpacing(4)
        owner_title = plain_label(self.tr("Owner"), kind="heading", wrap=False)
        self.owner = OwnerButton()
        owner_title.setBuddy(self.owner)
        self.owner.asked.connect(self.owners_asked)
        self.owner.changed.connect(lambda chosen: self._set(replace(self._query, owners=chosen)))
        owner_box.addWidget(owner_title)
        owner_box.addWidget(self.owner)
        layout.addLayout(owner_box)
        layout.addSpacing(10)

        self._label_head = QWidget()
        head = QHBoxLayout(self._label_head)
        head.setContentsMargins(16, 0, 10, 0)
        head.addWidget(plain_label(self.tr("Labels"), kind="heading", wrap=False))
        head.addStretch(1)
        self._clear = push_button(self.tr("Clear"), self.tree.clear, "link")
        self._clear.setAccessibleName(self.tr("Clear the label filter"))
        head.addWidget(self._clear)
        self._label_head.setFixedHeight(max(26, self._clear.sizeHint().height()))
        layout.addWidget(self._label_head)
        self.match = SegmentedControl(self.tr("How the chosen labels combine"))
        self.match.set_choices(
            (
                (self.tr("Any"), self.tr("Contacts with at least one of the chosen labels")),
                (self.tr("All"), self.tr("Contacts with all of the chosen labels")),
                (self.tr("Without"), self.tr("Contacts with none of the chosen labels")),
            )
        )
        self.match.chosen.connect(lambda place: self._set(replace(self._query, match=_MATCHES[place])))
        match_box = QHBoxLayout()
        match_box.setContentsMargins(_RIM, 0, _RIM, 4)
        match_box.addWidget(self.match)
        layout.addLayout(match_box)
        self.labels = LabelView(self.tree)
        layout.addWidget(self.labels, 1)
        self._no_labels = plain_label(kind="muted")
        self._no_labels.setContentsMargins(16, 4, 16, 8)
        layout.addWidget(self._no_labels)
        layout.addStretch(0)
        self._show_query()
        self.set_groups(())

    def least_width(self) -> int:
        """What cannot be cut needs so much, beside a scroll bar."""
        return self.match.minimumSizeHint().width() + 2 * _RIM + self._scroll.verticalScrollBar().sizeHint().width()

    # -- what is shown ---------------------------------------------------------------------------------------

    def show_query(self, query: ContactQuery) -> None:
        """Show a query that was changed elsewhere (filter chips, shortcuts), without telling it again."""
        self._query = query
        self._show_query()

    def _show_query(self) -> None:
        self._showing = True
        query = self._query
        self.scopes[query.scope].setChecked(True)
        self.match.set_current(_MATCHES.index(query.match))
        self.tree.set_without(query.match is LabelMatch.WITHOUT)
        self.tree.set_choice(query.labels, query.excluded)
        self.owner.set_chosen(query.owners)
        self._clear.setVisible(bool(query.labels or query.excluded))
        self._showing = False

    def set_groups(self, groups: Iterable[LabelGroup]) -> None:
        """The label groups of the organisation."""
        self.tree.set_groups(groups)
        has = self.tree.rowCount() > 0
        self.labels.setVisible(has)
        self.match.setVisible(has)
        self._label_head.setVisible(True)
        self._no_labels.setVisible(not has)

    def set_counts(self, counts: Counts) -> None:
        """How many contacts there are in each scope, and of each label in the scope that is shown."""
        self.scopes[Scope.ALL].set_count(counts.total)
        self.scopes[Scope.MINE].set_count(counts.mine if self._me_known else None)
        self.scopes[Scope.SHARED].set_count(counts.shared if self._me_known else None)
        self.scopes[Scope.NO_LABEL].set_count(counts.no_label)
        self.tree.set_counts(counts.by_label)

    def set_recent_count(self, count: int) -> None:
        """How many of the contacts that were looked at last are in the book."""
        self.scopes[Scope.RECENT].set_count(count)

    def set_unfinished(self, count: int) -> None:
        """How much unfinished work there is; nothing is shown when there is none."""
        self.unfinished.set_count(count, self.tr("%Ln piece(s) of work", "", count))
        self.unfinished.setVisible(count > 0)

    def set_news(self, count: int, *, shown: bool) -> None:
        """How many contacts others have added or changed."""
        self.scopes[Scope.CHANGES].set_count(count)
        self.scopes[Scope.CHANGES].setVisible(shown)

    def set_owners(self, owners: Iterable[OwnerChoice]) -> None:
        """The colleagues who own contacts."""
        self.owner.set_owners(owners)

    def set_me_known(self, known: bool) -> None:
        """Without one's own number nobody knows what is "mine": no figures then; the list says what to do."""
        self._me_known = known
        hint = self.tr("Tell your own mobile number in the settings, and this shows your contacts")
        shared = self.tr("Contacts shared in DingTalk with you or your departments")
        for scope, words in ((Scope.MINE, ""), (Scope.SHARED, shared)):
            self.scopes[scope].setToolTip(words if known else hint)
            if not known:
                self.scopes[scope].set_count(None)

    def set_filters_enabled(self, on: bool) -> None:
        """In an empty book there is nothing to filter."""
        for part in (self.owner, self.match, self.labels):
            part.setEnabled(on)

    def set_no_labels(self, *, loading: bool, under_way: bool) -> None:
        """What stands in place of labels while there are none; `under_way`: they are being asked for now."""
        if not loading:
            words = self.tr("There are no labels yet.")
        else:
            words = self.tr("Labels are loading.") if under_way else self.tr("Labels are not loaded yet.")
        self._no_labels.setText(words)

    def focus_scope(self) -> None:
        """Take the focus, where the scope of now stands."""
        self.scopes[self._query.scope].setFocus(Qt.FocusReason.TabFocusReason)

    # -- what a person does ----------------------------------------------------------------------------------

    def _on_labels_changed(self) -> None:
        if not self._showing:
            self._set(replace(self._query, labels=self.tree.ticked, excluded=self.tree.excluded))

    def _set(self, query: ContactQuery) -> None:
        if query != self._query:
            self._query = query
            self._show_query()
            self.query_changed.emit(query)
