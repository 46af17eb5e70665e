"""Sidebar, list and details side by side: what gives way when the window is small, and how keys go round."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from addressbook.ui.contact_view import ContactView
from addressbook.ui.detail_pane import DetailPane
from addressbook.ui.models.columns import Column
from addressbook.ui.sidebar import Sidebar

# Widths of the page at which something gives way, and the height below which groups start folded
OWNER_FROM, DETAIL_FROM, WIDE_SIDEBAR_FROM = 1100, 1000, 900
FOLD_BELOW = 680
_NO_LIMIT = 16_777_215


class BookPanes(QSplitter):
    """Nothing is reachable only in the wide layout: a small window shows the details in the list's place."""

    def __init__(self, sidebar: Sidebar, middle: QWidget, detail: DetailPane, view: ContactView) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._sidebar, self._middle, self._detail, self._view = sidebar, middle, detail, view
        self._folded = False
        self.details_wanted = True
        self.details_only = False  # the details stand in the list's place
        middle.setMinimumWidth(360)
        detail.setMinimumWidth(280)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for place, widget in enumerate((sidebar, middle, detail)):
            self.addWidget(widget)
            self.setStretchFactor(place, 1 if widget is middle else 0)
        self.setSizes([224, 736, 320])

    @property
    def is_small(self) -> bool:
        """Whether the details have no room beside the list."""
        return self.window_width() < DETAIL_FROM

    def window_width(self) -> int:
        """Width of the page."""
        page = self.parentWidget()
        return page.width() if page is not None else self.width()

    def state(self) -> str:
        """The widths that a person chose, for the settings."""
        return self.saveState().toBase64().toStdString()

    def restore(self, state: str) -> None:
        """Take over what `state` gave."""
        if state:
            self.restoreState(QByteArray.fromBase64(state.encode()))

    def open_details(self) -> None:
        """Show the details, beside the list or in its place, and go there."""
        self.details_only = self.is_small
        self.details_wanted = self.details_wanted or not self.is_small
        self.adapt()
        self._detail.focus_first()

    def leave_details(self) -> None:
        """Back to the list."""
        self.details_only = False
        self.adapt()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def adapt(self) -> None:
        """Fit to the width and height of the page."""
        width = self.window_width()
        if width >= DETAIL_FROM:
            self.details_only = False
        only = self.details_only
        self._detail.setVisible(only or (self.details_wanted and width >= DETAIL_FROM))
        self._detail.set_narrow(only)
        self._middle.setVisible(not only)
        self._detail.setMaximumWidth(_NO_LIMIT if only else 300 if width < OWNER_FROM else 440)
        self._sidebar.setMaximumWidth(200 if width < WIDE_SIDEBAR_FROM else 320)
        self._view.drop_columns({Column.OWNER} if width < OWNER_FROM else set())
        page = self.parentWidget()
        if page is not None and page.height() < FOLD_BELOW and not self._folded and self._sidebar.tree.rowCount():
            self._folded = True
            self._sidebar.labels.fold_unticked()

    def cycle(self, panes: list[QWidget], by: int) -> None:
        """Give the focus to the next or previous of the panes that are shown."""
        shown = [pane for pane in panes if pane.isVisible()]
        focused = self.window().focusWidget()
        inside = [pane is focused or (focused is not None and pane.isAncestorOf(focused)) for pane in shown]
        place = inside.index(True) if True in inside else (-1 if by > 0 else 0)
        target = shown[(place + by) % len(shown)]
        if target is self._sidebar:
            self._sidebar.focus_scope()
        elif target is self._detail:
            self._detail.focus_first()
        else:
            target.setFocus(Qt.FocusReason.TabFocusReason)
