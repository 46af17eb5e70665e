"""The lines behind the last row: whom the words of the text would find one by one, and whom filters hide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from addressbook.domain.query import ContactQuery
from addressbook.ui import icons, theme
from addressbook.ui.plain_text import quoted
from addressbook.ui.texts import sentences
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import ElidedLabel, StyledWidget, empty_layout, push_button

_LONGEST_WORD = 12  # characters of one that are shown


class ListFoot(StyledWidget):
    """Hidden when nothing is to be said. `search_all` asks for the same without what hides contacts, `search_for` for
    another text."""

    search_all = Signal()
    search_for = Signal(str)

    def __init__(self) -> None:
        super().__init__("line_above")
        self._parts: tuple[tuple[str, int], ...] = ()
        self._mark_words, self._words, self._links = plain_label(wrap=False), ElidedLabel(kind="muted"), QHBoxLayout()
        self._mark_hidden, self._hidden = plain_label(wrap=False), ElidedLabel(kind="muted")
        self._words.set_full_text(self.tr("More match one of the words:"))
        self._links.setSpacing(2)
        self._show = push_button("", self.search_all.emit, "link")
        self._line_of_words = self._line(self._mark_words, self._words)
        self._line_of_words.layout().addLayout(self._links)  # type: ignore[union-attr]
        self._line_of_hidden = self._line(self._mark_hidden, self._hidden, self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(0)
        for line in (self._line_of_words, self._line_of_hidden):
            line.layout().addStretch(1)  # type: ignore[union-attr]
            line.hide()
            layout.addWidget(line)
        theme.current().changed.connect(self._renew_icons)
        self._renew_icons()
        self.hide()

    @property
    def text(self) -> str:
        """What the lines say; "" while they are hidden."""
        named = self.tr(", ").join(map(self._named, self._parts))
        words = self.tr("More match one of the words: {words}.").format(words=named) if self._parts else ""
        hidden = "" if self._line_of_hidden.isHidden() else self._hidden.accessibleName()
        return "" if self.isHidden() else sentences(words, hidden)

    def show_others(self, query: ContactQuery, hidden: int, parts: Sequence[tuple[str, int]]) -> None:
        """`hidden` contacts beyond those listed match the text; of `parts`, words of it, each matches so many more."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self._renew_links()
        if hidden:
            filtered = bool(query.labels or query.excluded or query.owners)
            self._hidden.set_full_text(self.tr("%Ln more contact(s) match but are hidden by the filters.", "", hidden))
            self._show.setText(self.tr("Clear filters") if filtered else self.tr("Search all contacts"))
        self._line_of_words.setVisible(bool(parts))
        self._line_of_hidden.setVisible(bool(hidden))
        self.setVisible(bool(hidden or parts))

    def _renew_links(self) -> None:
        links = [item.widget() for place in range(self._links.count()) if (item := self._links.itemAt(place))]
        focused = next((place for place, link in enumerate(links) if link is not None and link.hasFocus()), None)
        empty_layout(self._links)
        made = [self._link(part) for part in self._parts]
        for link in made:
            self._links.addWidget(link)
        if focused is not None and made:
            made[min(focused, len(made) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _link(self, part: tuple[str, int]) -> QWidget:
        word, count = part
        words = self._named(part).replace("&", "&&")  # "&" in outside text would become a mnemonic
        button = push_button(words, lambda: self.search_for.emit(word), "link")
        more = self.tr("%Ln more contact(s) match “{text}”", "", count)
        button.setAccessibleName(more.format(text=quoted(word)))
        return button

    def _named(self, part: tuple[str, int]) -> str:
        word, count = part
        return self.tr("“{text}” ({count})").format(text=quoted(word, _LONGEST_WORD), count=QLocale().toString(count))

    @staticmethod
    def _line(*widgets: QWidget) -> QWidget:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(8)
        for widget in widgets:
            layout.addWidget(widget)
        return line

    def _renew_icons(self) -> None:
        for mark, icon in ((self._mark_words, "info"), (self._mark_hidden, "filter")):
            mark.setPixmap(icons.pixmap(icon, theme.current().px(15), "muted", self.devicePixelRatioF()))
