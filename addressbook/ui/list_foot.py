"""The lines behind the last row: whom the words of the text would find one by one, and whom filters hide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from addressbook.domain.query import ContactQuery
from addressbook.ui import icons, theme
from addressbook.ui.plain_text import quoted
from addressbook.ui.texts import sentences
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import FlowLayout, StyledWidget, push_button

_LONGEST_WORD = 12  # characters of one that are shown


class ListFoot(StyledWidget):
    """Hidden when nothing is to be said. `search_all` asks for the same without what hides contacts, `search_for` for
    another text."""

    search_all = Signal()
    search_for = Signal(str)

    def __init__(self) -> None:
        super().__init__("line_above")
        self._parts: tuple[tuple[str, int], ...] = ()
        self._links: list[QWidget] = []
        self._mark_words, self._words = plain_label(wrap=False), _Words(self.tr("More match one of the words:"))
        self._mark_hidden, self._hidden = plain_label(wrap=False), _Words()
        self._show = push_button("", self.search_all.emit, "link")
        self._flow = FlowLayout(gap=2)
        self._line_of_words = self._line(self._mark_words, self._flow, self._words)
        self._line_of_hidden = self._line(self._mark_hidden, FlowLayout(gap=2), self._hidden, self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(0)
        for line in (self._line_of_words, self._line_of_hidden):
            line.hide()
            layout.addWidget(line)
        theme.current().changed.connect(self._renew_look)
        self._renew_look()
        self.hide()

    @property
    def text(self) -> str:
        """What the lines say; "" while they are hidden."""
        named = self.tr(", ").join(map(self._named, self._parts))
        words = self.tr("More match one of the words: {words}.").format(words=named) if self._parts else ""
        hidden = "" if self._line_of_hidden.isHidden() else self._hidden.text()
        return "" if self.isHidden() else sentences(words, hidden)

    def show_others(self, query: ContactQuery, hidden: int, parts: Sequence[tuple[str, int]]) -> None:
        """`hidden` contacts beyond those listed match the text; of `parts`, words of it, each matches so many more."""
        if tuple(parts) != self._parts:
            self._parts = tuple(parts)
            self._renew_links()
        if hidden:
            filtered = bool(query.labels or query.excluded or query.owners)
            self._hidden.setText(self.tr("%Ln more contact(s) match but are hidden by the filters.", "", hidden))
            self._show.setText(self.tr("Clear filters") if filtered else self.tr("Search all contacts"))
        self._line_of_words.setVisible(bool(parts))
        self._line_of_hidden.setVisible(bool(hidden))
        self.setVisible(bool(hidden or parts))

    def _renew_links(self) -> None:
        before, self._links = self._links, [self._link(part) for part in self._parts]
        focused = next((place for place, link in enumerate(before) if link.hasFocus()), None)
        for link in before:
            self._flow.removeWidget(link)
            link.hide()
            link.deleteLater()
        for link in self._links:
            self._flow.addWidget(link)
        if focused is not None and self._links:
            self._links[min(focused, len(self._links) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

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
    def _line(mark: QWidget, flow: FlowLayout, *widgets: QWidget) -> QWidget:
        """With large text in a small window words and links stand below each other."""
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(8)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(flow, 1)
        for widget in widgets:
            flow.addWidget(widget)
        return line

    def _renew_look(self) -> None:
        self._show.ensurePolished()
        height = self._show.sizeHint().height()
        for mark, icon in ((self._mark_words, "info"), (self._mark_hidden, "filter")):
            mark.setPixmap(icons.pixmap(icon, theme.current().px(15), "muted", self.devicePixelRatioF()))
            mark.setFixedHeight(height)  # level with the first line of words, which is as high as a link beside it
        for words in (self._words, self._hidden):
            words.ensurePolished()
            rim = max(0, height - words.fontMetrics().height()) // 2
            words.setContentsMargins(0, rim, 6, rim)


class _Words(QLabel):
    """As wide as its text, and as high as that is in as many lines as it needs where there is less room."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", "muted")

    def sizeHint(self) -> QSize:
        rim, size = self.contentsMargins(), self.fontMetrics().size(0, self.text())
        return size + QSize(rim.left() + rim.right() + 2, rim.top() + rim.bottom())
