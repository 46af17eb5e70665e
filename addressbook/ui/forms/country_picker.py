"""A button that shows a phone number's country, and the list that drops down from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from addressbook.domain.countries import Country
from addressbook.ui import icons, theme
from addressbook.ui.forms.country_list import country_list
from addressbook.ui.forms.find_box import FindBox
from addressbook.ui.plain_text import tooltip
from addressbook.ui.widgets.plain import plain_label

_CountryRole = Qt.ItemDataRole.UserRole
_WIDTH, _HEIGHT = 300, 360


class _Delegate(QStyledItemDelegate):
    """A name, and its dialling code at the edge; headings of parts are small and cannot be chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, theme.current().height("body") + 10)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = theme.current()
        country: Country | None = index.data(_CountryRole)
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        edge = QRect(option.rect).adjusted(0, 0, -8, 0)
        if country is None:
            painter.setFont(look.font("caption_bold"))
            painter.setPen(look.colour("muted"))
            painter.drawText(
                edge.adjusted(4, 4, 0, 0), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), item.text
            )
            return
        painter.setFont(look.font("body"))
        code = f"+{country.code}"
        room = edge.width() - painter.fontMetrics().horizontalAdvance(code) - 16
        item.text = painter.fontMetrics().elidedText(country.name, Qt.TextElideMode.ElideRight, room)
        option.widget.style().drawControl(
            option.widget.style().ControlElement.CE_ItemViewItem, item, painter, option.widget
        )
        painter.setPen(look.colour("muted"))
        painter.drawText(edge, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), code)


class _Countries(QListWidget):
    """Enter, Space or a click chooses; whatever else is typed goes on in the box above."""

    chosen = Signal(object)  # Country
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.itemClicked.connect(self._choose)

    def choose_current(self) -> None:
        self._choose(self.currentItem())

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_CountryRole) is not None:
            self.chosen.emit(item.data(_CountryRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose_current()
        elif event.key() == Qt.Key.Key_Up and self.currentRow() == self.first_row():
            self.typed.emit("")
        elif (
            event.text().isprintable()
            and event.text().strip()
            and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        ):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def first_row(self) -> int:
        """The first line that can be chosen."""
        return next((row for row in range(self.count()) if self.item(row).data(_CountryRole) is not None), -1)


class CountryPopup(QFrame):
    """The list that drops down: those usual in the book first, then all; a box to find one. `chosen` tells which."""

    chosen = Signal(object)  # Country

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "popup")
        self._usual: tuple[str, ...] = ()
        self._current: Country | None = None
        self.list = _Countries(self)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.chosen.connect(self._on_chosen)
        self.list.typed.connect(self._on_typed)
        self.search = FindBox(self)
        self.search.textChanged.connect(lambda _text: self.fill())
        self.search.left_down.connect(self._to_list)
        self.search.entered.connect(self.list.choose_current)
        self._message = plain_label(kind="muted")
        self._message.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.search)
        layout.addWidget(self._message)
        layout.addWidget(self.list, 1)
        self.retranslate()

    def set_usual(self, codes: Sequence[str]) -> None:
        """The dialling codes that the book has most of, the first first."""
        self._usual = tuple(codes)

    def open_below(self, widget: QWidget, current: Country | None, text: str = "") -> None:
        """Drop down from `widget` at the country that is chosen, with `text` in the box."""
        self._current = current
        look = theme.current()
        screen = widget.screen().availableGeometry()
        self.resize(min(look.px(_WIDTH), screen.width()), min(look.px(_HEIGHT), screen.height()))
        below = widget.mapToGlobal(QPoint(0, widget.height() + 2))
        if below.y() + self.height() > screen.bottom():
            above = widget.mapToGlobal(QPoint(0, 0)).y() - 2 - self.height()
            below.setY(above if above >= screen.top() else screen.bottom() - self.height())
        below.setX(max(screen.left(), min(below.x(), screen.right() - self.width())))
        self.move(below)
        self.search.setText(text)
        self.fill()
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def fill(self) -> None:
        """Show what the box finds."""
        known = country_list()
        text = self.search.text().strip()
        self.list.clear()
        if text:
            for country in known.find(text):
                self._add(country)
        else:
            usual = [each for each in map(known.of_code, self._usual) if each is not None]
            if usual:
                self._add_heading(self.tr("Usual in this book"))
                for country in usual:
                    self._add(country)
                self._add_heading(self.tr("All countries and regions"))
            for country in known.every:
                self._add(country)
        empty = not self.list.count()
        self._message.setText(
            (self.tr("No country matches “{text}”.").format(text=text))
            if known.is_ready
            else self.tr("The countries are being read…")
        )
        self._message.setVisible(empty)
        self.list.setVisible(not empty)
        row = self.list.first_row()
        if not text:
            rows = range(self.list.count())
            row = next((each for each in rows if self.list.item(each).data(_CountryRole) == self._current), row)
        self.list.setCurrentRow(row)

    def retranslate(self) -> None:
        """Take all words anew."""
        self.setAccessibleName(self.tr("Choose the country of the number"))
        self.search.setPlaceholderText(self.tr("Find by name or code"))
        self.search.setAccessibleName(self.tr("Find a country by name or dialling code"))
        self.list.setAccessibleName(self.tr("Countries and regions"))

    # -- inside ----------------------------------------------------------------------------------------------

    def _add(self, country: Country) -> None:
        item = QListWidgetItem(country.name)
        item.setData(_CountryRole, country)
        words = self.tr("{country}, +{code}").format(country=country.name, code=country.code)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        self.list.addItem(item)

    def _add_heading(self, text: str) -> None:
        item = QListWidgetItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _to_list(self) -> None:
        if not self.list.isHidden():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_typed(self, text: str) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.setText(self.search.text() + text)

    def _on_chosen(self, country: Country) -> None:
        self.hide()
        self.chosen.emit(country)


class CountryButton(QToolButton):
    """Shows the country as "+86 China"; a press, Down or typing opens the list. `chosen` tells a new dialling code."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "field")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self._code, self._region = "", ""
        self._country: Country | None = None
        self._words = ""
        self._mark = ""
        self.popup = CountryPopup(self)
        self.popup.chosen.connect(self._on_chosen)
        self.clicked.connect(lambda: self.open_list())
        country_list().ready.connect(self._on_ready)
        country_list().prepare()
        self._say()

    @property
    def code(self) -> str:
        """The digits of the dialling code, "" while none was chosen."""
        return self._code

    def set_code(self, code: str, region: str = "") -> None:
        """Show the country of a dialling code that several may share: the one with these letters, else the one that
        was chosen, else the main one."""
        if code != self._code or region:
            self._code, self._region = code, region
        self._country = country_list().of_code(code, self._region)
        self._say()

    def set_usual(self, codes: Sequence[str]) -> None:
        """The dialling codes that the book has most of, the first first."""
        self.popup.set_usual(codes)

    def set_mark(self, kind: str) -> None:
        """ "error", "warn" or "" (see Input.set_mark)."""
        self._mark = kind
        self.update()

    def open_list(self, text: str = "") -> None:
        """Drop the list down."""
        self.popup.open_below(self, self._country, text)

    # -- inside ----------------------------------------------------------------------------------------------

    def _say(self) -> None:
        if not self._code:
            self._words = self.tr("Country")
            name = self.tr("Country of the number: not chosen")
        elif self._country is None:
            self._words = f"+{self._code}"
            name = self.tr("Country of the number: +{code}").format(code=self._code)
        else:
            self._words = f"+{self._code} {self._country.name}"
            name = self.tr("Country of the number: {country}, +{code}").format(
                country=self._country.name, code=self._code
            )
        self.setAccessibleName(name)
        self.setToolTip(tooltip(self._words if self._code else ""))
        self.update()

    def _on_ready(self) -> None:
        self._country = country_list().of_code(self._code, self._region)
        self._say()
        if self.popup.isVisible():
            self.popup.fill()

    def _on_chosen(self, country: Country) -> None:
        self._country = country
        changed = country.code != self._code
        self._code, self._region = country.code, country.region
        self._say()
        if changed:
            self.chosen.emit(country.code)

    # -- Qt --------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        look = theme.current()
        return QSize(look.px(142), look.height("body") + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(84), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_F4):
            self.open_list()
        elif plain and event.text().strip() and event.text().isprintable():
            self.open_list(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)  # the frame of the style sheet; the button itself has no text
        look = theme.current()
        painter = QPainter(self)
        if not self.isEnabled():
            painter.setOpacity(theme.DISABLED_OPACITY)
        if self._mark and not self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = painter.pen()
            pen.setColor(look.colour(self._mark))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        inner = QRect(10, 0, self.width() - 20, self.height())
        size = look.px(13)
        mark = icons.pixmap("down", size, "muted", self.devicePixelRatioF())
        painter.drawPixmap(inner.right() - size + 1, (self.height() - size) // 2, mark)
        painter.setFont(look.font("body"))
        painter.setPen(look.colour("text" if self._code and self.isEnabled() else "muted"))
        text = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, inner.width() - size - 5)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.popup.retranslate()
            country_list().prepare()
            self._on_ready()
