"""The strip over the list of what others have changed: how much it is, who is gone, and "Mark as seen"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from addressbook.domain.news import News, RemovedContact
from addressbook.ui import icons, times
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.small import StyledWidget, push_button

NAMED = 3  # who are told by name in the strip; the dialog lists them all
_LONGEST = 60  # letters of a name


def words(news: News) -> str:
    """ "12 new, 3 changed, 1 removed"; "" when there is nothing to tell."""
    parts = []
    if news.new:
        parts.append(QCoreApplication.translate("News", "%Ln new", "", news.new))
    if news.changed:
        parts.append(QCoreApplication.translate("News", "%Ln changed", "", news.changed))
    if news.removed:
        parts.append(QCoreApplication.translate("News", "%Ln removed", "", news.removed))
    return QCoreApplication.translate("News", ", ").join(parts)


def name_of(contact: RemovedContact) -> str:
    """How somebody who is gone is named."""
    name = " ".join(contact.name.split()) or contact.userid
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1] + "…"


class NewsLine(StyledWidget):
    """Hidden while another part of the book is listed."""

    seen = Signal()
    removed_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("line_below", parent)
        self._mark = QLabel()
        self._head = plain_label(kind="strong")
        self._gone = plain_label(kind="muted")
        self._list = push_button(self.tr("List those removed"), self.removed_asked.emit, "link")
        self._seen = push_button(self.tr("Mark as seen"), self.seen.emit, "small")
        self._seen.setToolTip(self.tr("From now on only what changes after this is told"))
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._head)
        texts.addWidget(self._gone)
        told = QHBoxLayout()
        told.setSpacing(10)
        told.addWidget(self._mark)
        told.addLayout(texts, 1)
        self._told = told
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(10)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._list)
        self._buttons.addWidget(self._seen)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(16, 8, 12, 8)
        self._outer.setSpacing(10)
        self._outer.addLayout(told, 1)
        self._outer.addLayout(self._buttons)
        icons.use(self._mark, "refresh", "info", 15)
        self.hide()

    @property
    def text(self) -> str:
        """What the strip says."""
        return " ".join(part for part in (self._head.text(), self._gone.text()) if part)

    def show_news(self, news: News, removed: Sequence[RemovedContact]) -> None:
        """Show `news`; `removed` are the last of those who are gone."""
        since = news.since
        text = words(news)
        if text and since is not None:
            text = self.tr("{news} since you last looked ({when})").format(news=text, when=times.ago(since))
        self._head.setText(text or self.tr("Nothing has changed since you looked"))
        named = self.tr(", ").join(name_of(contact) for contact in removed[:NAMED])
        more = news.removed - len(removed[:NAMED])
        gone = self.tr("No longer in DingTalk: {names}").format(names=named) if named else ""
        if gone and more > 0:
            gone = self.tr("{names} and %Ln more", "", more).format(names=gone)
        self._gone.setText(gone)
        self._gone.setVisible(bool(gone))
        aligned = Qt.AlignmentFlag.AlignTop if gone else Qt.AlignmentFlag.AlignVCenter  # level with the first line
        self._told.setAlignment(self._mark, aligned)
        self._list.setVisible(news.removed > 0)
        self._seen.setVisible(bool(news))
        self.setAccessibleName(self.text)
        self._arrange()

    def _arrange(self) -> None:
        """With large text in a small window the buttons stand below what they are about."""
        needed = self._buttons.sizeHint().width() + self.fontMetrics().averageCharWidth() * 26
        directions = QBoxLayout.Direction
        self._outer.setDirection(directions.LeftToRight if self.width() >= needed else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
