"""Filter by owner: a button that opens a searchable list of colleagues who own contacts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from addressbook.ui import icons, theme
from addressbook.ui.people import Named
from addressbook.ui.plain_text import tooltip

if TYPE_CHECKING:
    from addressbook.ui.owner_popup import OwnerPopup


@dataclass(frozen=True, slots=True)
class OwnerChoice:
    """One colleague to choose, and how many contacts are theirs (None: not counted)."""

    id: str
    named: Named
    count: int | None = None


class OwnerButton(QToolButton):
    """Says whose contacts are shown; a press opens the list. `asked` asks for fresh owners before it opens."""

    asked = Signal()
    changed = Signal(object)  # frozenset[str]
    unknown_seen = Signal(str)  # the name of this one is missing on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._chosen: frozenset[str] = frozenset()
        self._names: dict[str, str] = {}
        self.name_of: Callable[[str], Named] = lambda owner: Named(owner, owner)
        """How an owner is called who was chosen before the list of owners was read; set by who knows."""
        self._words = ""
        self._owners: list[OwnerChoice] = []
        self._popup: OwnerPopup | None = None
        self.clicked.connect(self._on_clicked)
        self._say()

    def set_owners(self, owners: Iterable[OwnerChoice]) -> None:
        """The owners there are."""
        listed = list(owners)
        self._names = {owner.id: owner.named.brief for owner in listed}
        missing = [OwnerChoice(owner, Named(owner, owner)) for owner in sorted(self._chosen - self._names.keys())]
        self._owners = [*listed, *missing]
        if self._popup is not None:
            self._popup.fill(self._owners, self._chosen)
        self._say()

    @property
    def popup(self) -> OwnerPopup:
        """The list, made when it is first wanted."""
        if self._popup is None:
            from addressbook.ui.owner_popup import OwnerPopup

            self._popup = OwnerPopup(self)
            self._popup.fill(self._owners, self._chosen)
            self._popup.changed.connect(self._on_changed)
            self._popup.unknown_seen.connect(self.unknown_seen)
        return self._popup

    @property
    def is_open(self) -> bool:
        """Whether one sees the list."""
        return self._popup is not None and self._popup.isVisible()

    def set_chosen(self, chosen: frozenset[str]) -> None:
        """Show whose contacts are listed, without telling."""
        self._chosen = chosen
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(120, max(30, theme.current().height("body") + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # the frame of the style sheet; the button itself has no text
        look = theme.current()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(theme.DISABLED_OPACITY)
        inner = QRect(10, 0, self.width() - 20, self.height())
        size = look.px(13)
        mark = icons.pixmap("down", size, "muted", self.devicePixelRatioF())
        painter.drawPixmap(inner.right() - size + 1, (self.height() - size) // 2, mark)
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text"))
        text = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, inner.width() - size - 5)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def _say(self) -> None:
        if not self._chosen:
            words = self.tr("Any owner")
        elif len(self._chosen) == 1:
            (one,) = self._chosen
            words = self._names.get(one) or self.name_of(one).brief
        else:
            words = self.tr("%n owner(s)", "", len(self._chosen))
        self._words = words
        self.setAccessibleName(self.tr("Owner: {who}").format(who=words))
        self.setToolTip(tooltip(words))
        self.update()

    def _on_clicked(self) -> None:
        self.asked.emit()
        self.popup.open_below(self)

    def _on_changed(self, chosen: frozenset[str]) -> None:
        self.set_chosen(chosen)
        self.changed.emit(chosen)
