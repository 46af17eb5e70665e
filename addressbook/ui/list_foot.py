"""The line behind the last row: how many more contacts the text would find, were they not hidden by filters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from addressbook.domain.query import ContactQuery
from addressbook.ui import icons, theme
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import ElidedLabel, StyledWidget, push_button


class ListFoot(StyledWidget):
    """Hidden when nothing is to be said. `search_all` asks for the same without what hides contacts."""

    search_all = Signal()

    def __init__(self) -> None:
        super().__init__("line_above")
        self._mark = plain_label(wrap=False)
        self._words = ElidedLabel(kind="muted")
        self._show = push_button("", self.search_all.emit, "link")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 12, 6)
        layout.setSpacing(8)
        layout.addWidget(self._mark)
        layout.addWidget(self._words)
        layout.addWidget(self._show)
        layout.addStretch(1)
        theme.current().changed.connect(self._renew_icon)
        self._renew_icon()
        self.hide()

    @property
    def text(self) -> str:
        """What the line says; "" while it is hidden."""
        return "" if self.isHidden() else self._words.accessibleName()

    def show_hidden(self, query: ContactQuery, count: int) -> None:
        """`count` contacts beyond those listed match the text."""
        if count:
            words = self.tr("%Ln more contact(s) match but are hidden by the filters.", "", count)
            filtered = bool(query.labels or query.excluded or query.owners)
            self._words.set_full_text(words)
            self._show.setText(self.tr("Clear filters") if filtered else self.tr("Search all contacts"))
        self.setVisible(bool(count))

    def _renew_icon(self) -> None:
        self._mark.setPixmap(icons.pixmap("filter", theme.current().px(15), "muted", self.devicePixelRatioF()))
