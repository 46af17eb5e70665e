"""Sidebar, list and details side by side: what gives way when the window is small, and how keys go round."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from addressbook.ui import theme
from addressbook.ui.contact_view import ContactView
from addressbook.ui.detail_pane import DetailPane
from addressbook.ui.sidebar import Sidebar
from addressbook.ui.widgets.page_message import PageMessage

# Widths of the page at which something gives way (they grow with the text), and the height below which
# groups are folded. Which columns fit, the list finds out by itself.
WIDE_DETAIL_FROM, DETAIL_FROM, WIDE_SIDEBAR_FROM = 1100, 1060, 900
FOLD_BELOW = 680
SIDE, DETAIL = 224, 320  # pixels, until a person moves what is between
_WIDEST = 4000
_NO_LIMIT = 16_777_215


class BookPanes(QSplitter):
    """Nothing is reachable only in the wide layout: a small window shows the details in the list's place."""

    adapted = Signal(bool)

    def __init__(
        self, sidebar: Sidebar, middle: QWidget, detail: DetailPane, view: ContactView, parent: QWidget
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._sidebar, self._middle, self._detail, self._view = sidebar, middle, detail, view
        self._low = False
        self._side_wanted, self._detail_wanted = SIDE, DETAIL  # wide, where there is room
        self.details_wanted = True
        self.details_only = False  # the details stand in the list's place
        middle.setMinimumWidth(360)
        detail.setMinimumWidth(288)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for place, widget in enumerate((sidebar, middle, detail)):
            self.addWidget(widget)
            self.setStretchFactor(place, 1 if widget is middle else 0)
        self.setSizes([SIDE, 736, DETAIL])
        self.splitterMoved.connect(self._on_moved)

    @property
    def is_small(self) -> bool:
        """Whether the details have no room beside the list."""
        return self._room() < DETAIL_FROM

    def _room(self) -> float:
        """Width of the page, in pixels of the design."""
        page = self.parentWidget()
        return (page.width() if page is not None else self.width()) / theme.current().scale()

    def state(self) -> str:
        """The widths that a person chose, for the settings. Not those of now: in a small window panes are narrower."""
        return f"{self._side_wanted} {self._detail_wanted}"

    def restore(self, state: str) -> None:
        """Take over what `state` gave; anything else changes nothing."""
        widths = [int(width) for width in state.split() if width.isascii() and width.isdecimal()]
        if len(widths) == 2:
            self._side_wanted, self._detail_wanted = (min(width, _WIDEST) for width in widths)
            self._share_out()

    def _on_moved(self, _at: int, handle: int) -> None:
        """A person has chosen a width, unless there was only one."""
        side, _, detail = self.sizes()
        if handle == 1 and side and self._room() >= WIDE_SIDEBAR_FROM:
            self._side_wanted = side
        elif handle == 2 and detail and self._room() >= WIDE_DETAIL_FROM:
            self._detail_wanted = detail

    def show_details(self, on: bool) -> None:
        """Show or hide the details, as a person wants it."""
        if self.is_small:
            self.details_only = on and self._view.current_id is not None
        else:
            self.details_wanted = on
        self.adapt()

    def open_details(self) -> None:
        """Show the details, beside the list or in its place, and go there."""
        self.details_only = self.is_small
        self.details_wanted = self.details_wanted or not self.is_small
        self.adapt()
        self._detail.focus_first()

    def show_list(self) -> None:
        """Show the list where the details stand in its place; the focus stays where it is."""
        if self.details_only:
            self.details_only = False
            self.adapt()

    def leave_details(self) -> None:
        """Back to the list."""
        self.show_list()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def adapt(self) -> None:
        """Fit to the width and height of the page; then `adapted` tells whether the details are shown."""
        width, scale = self._room(), theme.current().scale()
        if width >= DETAIL_FROM:
            self.details_only = False
        only = self.details_only
        self._detail.setVisible(only or (self.details_wanted and width >= DETAIL_FROM))
        self._detail.set_narrow(only)
        self._middle.setVisible(not only)
        self._detail.setMaximumWidth(_NO_LIMIT if only else round(scale * (288 if width < WIDE_DETAIL_FROM else 440)))
        small = width < WIDE_SIDEBAR_FROM
        tight = width * scale < WIDE_SIDEBAR_FROM
        wide = min(scale, 1.4 if tight else 1.6)  # the list needs the room more
        least = max(round(200 * wide), self._sidebar.least_width())
        self._sidebar.setMinimumWidth(least)
        self._sidebar.setMaximumWidth(max(least, round((200 if small else 320) * wide)))
        self._share_out()
        page = self.parentWidget()
        low = page is not None and page.height() < FOLD_BELOW
        if low != self._low and self._sidebar.tree.rowCount():
            self._low = low
            if low:
                self._sidebar.labels.fold_unticked()
            else:
                self._sidebar.labels.unfold()
        self.adapted.emit(not self._detail.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:  # comes after a pane was hidden or limited, and sizes anew
            self._share_out()
        return done

    def _share_out(self) -> None:
        """Give sidebar and details what is wanted and fits, and the list the rest: QSplitter would leave a gap."""
        if self.details_only or self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            return  # hidden still: these would be the widths of another size, and all panes be as narrow as they may
        sizes = self.sizes()
        room = sum(sizes) - self._middle.minimumWidth()
        least = self._detail.minimumWidth() if sizes[2] else 0
        side = _between(self._sidebar, min(self._side_wanted, room - least)) if sizes[0] else 0
        detail = _between(self._detail, min(self._detail_wanted, room - side)) if sizes[2] else 0
        if (side, detail) != (sizes[0], sizes[2]):
            self.setSizes([side, sum(sizes) - side - detail, detail])

    def cycle(self, panes: list[QWidget], by: int) -> None:
        """Give the focus to the next or previous of the panes that are shown."""
        shown = [pane for pane in panes if pane.isVisible() and not _nothing_to_focus(pane)]
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


def _between(pane: QWidget, width: int) -> int:
    """The nearest width that a pane may have."""
    return max(pane.minimumWidth(), min(width, pane.maximumWidth()))


def _nothing_to_focus(pane: QWidget) -> bool:
    """Whether a pane is a message without buttons."""
    return isinstance(pane, PageMessage) and pane.focusProxy() is None
