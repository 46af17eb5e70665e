"""The first screen: try it with sample contacts, or connect the organisation."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any, Protocol

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from addressbook.errors import AddressBookError, SecretStoreError
from addressbook.services.connect_form import ConnectForm
from addressbook.services.connection_check import CheckLine
from addressbook.ui import icons, theme
from addressbook.ui.check_view import CheckView
from addressbook.ui.connect_form import ConnectFields
from addressbook.ui.dialogs.secret_store import StoreAnswer, ask_about_store
from addressbook.ui.sample_card import SampleCard
from addressbook.ui.tasks import Tasks
from addressbook.ui.texts import Place, explain
from addressbook.ui.widgets.banner import Banner
from addressbook.ui.widgets.language_row import LanguageRow
from addressbook.ui.widgets.mark import Mark
from addressbook.ui.widgets.plain import plain_label

_SLOW_AFTER = 3000  # milliseconds until a connection that takes its time is explained


class Connector(Protocol):
    """What of services.session.Sessions the page uses."""

    def test_connection(self, form: ConnectForm) -> AsyncIterator[CheckLine]: ...

    async def connect(self, form: ConnectForm) -> Any: ...

    async def connect_for_this_run(self, form: ConnectForm) -> Any: ...

    def rename(self, session: Any, name: str) -> None: ...


class WelcomePage(QScrollArea):
    """Two ways into the program. Nothing here blocks; what runs can be stopped; errors are told on the page.

    `session_opened` carries the open session. `language_chosen` carries "en" or "zh_CN"; whoever owns the
    translation switches it.
    """

    sample_requested = Signal()
    session_opened = Signal(object)
    language_chosen = Signal(str)

    def __init__(self, sessions: Connector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = sessions
        self._tasks = Tasks(self)
        self._busy = ""
        self._this_run_only = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # without a bar nobody could get back from a page that slid sideways
        sideways = self.horizontalScrollBar()
        sideways.valueChanged.connect(lambda value: sideways.setValue(0) if value else None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._build())
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(_SLOW_AFTER)
        self._slow.timeout.connect(self._on_slow)
        theme.current().text_changed.connect(self._on_text_changed)
        self._retranslate()
        self._set_busy("")

    # -- what the window calls -------------------------------------------------------------------------------

    def show_error(self, error: AddressBookError) -> None:
        """Explain on the page why a book could not be opened."""
        self._set_busy("")
        self.banner.say(lambda: self.banner.show_explanation(explain(error, Place.FORM)))
        self.ensureWidgetVisible(self.banner)

    def go_on_for_this_run(self, region_key: str, address: str, name: str) -> None:
        """Ask for key and secret without the password store: what is known already is filled in."""
        self._this_run_only = True
        self.fields.prefill(region_key, address, name)
        self.fields.set_kept(False)
        self.banner.say(self._say_this_run_only)
        self.fields.key.setFocus()

    def _say_this_run_only(self) -> None:
        self.banner.show_info(
            self.tr("For this time only"),
            self.tr("Enter key and secret; nothing will be kept after this run."),
            icon="key",
        )

    def focus_connect(self) -> None:
        """Put the cursor where connecting begins."""
        self.fields.key.setFocus()
        self.ensureWidgetVisible(self.fields.key)

    def stop(self) -> None:
        """Stop what runs."""
        self._tasks.cancel()
        self._set_busy("")
        self.check.finish()

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> QWidget:
        page = QWidget()
        page.setProperty("kind", "scrolled")
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        icons.use(self._picture, "book-large", "link", 56)
        self._heading = plain_label(kind="welcome")
        self._heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._subtitle = plain_label(kind="muted")
        self._subtitle.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.banner = Banner()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(20)
        self._sample_card = SampleCard()
        self.sample = self._sample_card.button
        self.sample.clicked.connect(self._on_sample_clicked)
        self._cards.addWidget(self._sample_card, 32)
        self._cards.addWidget(self._build_connect(), 62)
        column = self._page_column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self._picture)
        column.addWidget(self._heading)
        column.addWidget(self._subtitle)
        column.addSpacing(14)
        column.addWidget(self.banner)
        column.addSpacing(4)
        column.addLayout(self._cards)
        column.addSpacing(12)
        languages = LanguageRow()
        languages.chosen.connect(self.language_chosen)
        column.addWidget(languages)
        column.addStretch(1)
        self._column = QWidget()
        self._column.setLayout(column)
        column.setContentsMargins(20, 20, 20, 16)
        outer = QHBoxLayout(page)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(self._column, 1000)
        outer.addStretch(1)
        return page

    def _build_connect(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        layout = self._connect_column = QVBoxLayout(card)
        layout.setContentsMargins(22, 12, 22, 20)
        layout.setSpacing(8)
        self._connect_title = plain_label(kind="section")
        self._help = QPushButton()
        self._help.setProperty("kind", "flat")
        self._help.setProperty("edge", "right")
        head = QHBoxLayout()
        head.addWidget(self._connect_title, 1)
        head.addWidget(self._help)
        self._connect_text = plain_label(kind="muted")
        self.fields = ConnectFields()
        self._help.clicked.connect(self.fields.open_help)
        self.fields.edited.connect(self._on_edited)
        self._opens_all = plain_label(kind="caption")
        mark = Mark(self._opens_all)
        icons.use(mark, "info", "muted", 13)
        note = QHBoxLayout()
        note.setSpacing(6)
        note.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self._opens_all, 1)
        self.check = CheckView()
        self.check.changed.connect(self._on_check_changed)
        self._status = plain_label(kind="caption")
        self.copy = QPushButton()
        self.copy.setProperty("kind", "flat")
        self.copy.hide()
        self.copy.clicked.connect(self._on_copy_clicked)
        icons.use(self.copy, "copy", "link", 13)
        self.test = QPushButton()
        self.test.clicked.connect(self._on_test_clicked)
        self.connect_button = QPushButton()
        self.connect_button.setProperty("kind", "primary")
        self.connect_button.clicked.connect(self._on_connect_clicked)
        self._actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._actions.setSpacing(8)
        self._actions.addStretch(1)
        self._actions.addWidget(self.test)
        self._actions.addWidget(self.connect_button)
        layout.addLayout(head)
        layout.addWidget(self._connect_text)
        layout.addSpacing(4)
        layout.addWidget(self.fields)
        layout.addWidget(self.check)
        layout.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(note)
        layout.addStretch(1)
        layout.addWidget(self._status)
        layout.addLayout(self._actions)
        for field in (self.fields.key, self.fields.secret, self.fields.mobile, self.fields.name, self.fields.token):
            field.returnPressed.connect(self._on_connect_clicked)
        return card

    # -- testing and connecting ------------------------------------------------------------------------------

    def _on_sample_clicked(self) -> None:
        self.stop()
        self._set_busy("sample")
        self.sample_requested.emit()

    def _on_test_clicked(self) -> None:
        if self._busy:
            self.stop()
        elif self._ready():
            self.check.start()
            self._set_busy("test")
            self._tasks.start(self._test(self.fields.form()), self._on_failed)

    def _ready(self) -> bool:
        """Whether the form can be sent; what was told about an earlier attempt goes in any case."""
        self.banner.clear()
        return self.fields.complete()

    async def _test(self, form: ConnectForm) -> None:
        async for line in self._sessions.test_connection(form):
            self.check.add(line)
            self.fields.suggest_name(self.check.suggested_name)
        self.check.finish()
        self._set_busy("")
        self.ensureWidgetVisible(self.connect_button)
        (self.test if self.check.failed else self.connect_button).setFocus()

    def _on_connect_clicked(self) -> None:
        if self._busy == "test":
            self.stop()
        if not self._busy and self._ready():
            self._set_busy("connect")
            self._tasks.start(self._connect(self.fields.form()), self._on_failed)

    async def _connect(self, form: ConnectForm) -> None:
        session = await self._open(form)
        self._set_busy("")
        if session is not None:
            if not session.profile_name:
                self._sessions.rename(session, self.tr("My organisation"))
            self.fields.forget_secrets()
            self.check.clear()
            self.session_opened.emit(session)

    async def _open(self, form: ConnectForm) -> Any:
        if form.third_party or self._this_run_only:
            return await self._sessions.connect_for_this_run(form)
        while True:
            try:
                return await self._sessions.connect(form)
            except SecretStoreError as error:
                decided = await ask_about_store(self.window(), error)
            if decided is StoreAnswer.TEMPORARY:
                return await self._sessions.connect_for_this_run(form)
            if decided is not None:
                return None

    def _on_failed(self, error: BaseException) -> None:
        if self._busy == "connect":
            self.check.clear()  # the banner says it now
        self._set_busy("")
        self.check.finish()
        if not isinstance(error, AddressBookError):
            raise error
        self.show_error(error)

    def _on_edited(self) -> None:
        if self._busy == "test":
            self.stop()
        self.check.clear()  # the lines and the message were about what stood here before
        if not self._this_run_only:
            self.banner.clear()

    def _on_check_changed(self) -> None:
        self.copy.setVisible(bool(self.check.message))
        # beside a long list of results the card would be mostly empty
        top = Qt.AlignmentFlag.AlignTop if self.check.lines else Qt.AlignmentFlag(0)
        self._cards.setAlignment(self._sample_card, top)
        self._renew_buttons()

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.check.message)
        self._status.setText(self.tr("The message was copied. Paste it into a chat with your DingTalk administrator."))
        self._status.show()

    def _on_slow(self) -> None:
        if self._busy == "connect":
            self._status.setText(
                self.tr("Still connecting. If your password store asks for permission in another window, allow it.")
            )

    def _set_busy(self, what: str) -> None:
        """`what` is "test", "connect", "sample" (the page goes when it is open) or "" for nothing."""
        self._busy = what
        self.sample.setEnabled(what != "sample")
        self._slow.start() if what == "connect" else self._slow.stop()
        self._status.setText(self.tr("Connecting…") if what == "connect" else "")
        self._status.setVisible(what == "connect")
        self._renew_buttons()

    def _renew_buttons(self) -> None:
        if self._busy in ("test", "connect"):
            self.test.setText(self.tr("S&top"))
            icons.use(self.test, "stop", "text", 13)
        else:
            self.test.setText(self.tr("&Test again") if self.check.lines else self.tr("&Test connection"))
            icons.use(self.test, "refresh", "text", 13)
        self.test.setEnabled(self._busy != "sample")
        self.connect_button.setEnabled(self._busy not in ("connect", "sample"))

    # -- look and language -----------------------------------------------------------------------------------

    def _on_text_changed(self) -> None:
        QTimer.singleShot(0, self, self._arrange)  # once all that is in it has told how large it is now

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Welcome to your address book"))
        self._subtitle.setText(self.tr("Your organisation's DingTalk customers, suppliers and partners, in one list."))
        self._connect_title.setText(self.tr("Connect your organisation"))
        self._help.setText(self.tr("&Where do I find these?"))
        self._help.setToolTip(self.tr("Opens DingTalk's help in the browser"))
        self._connect_text.setText(
            self.tr("Your DingTalk administrator has the App key and App secret of an internal app.")
        )
        self._opens_all.setText(
            self.tr(
                "The App key opens the whole book: whoever uses it here can see every external contact of the "
                "organisation, whatever DingTalk's own screens would show."
            )
        )
        self.copy.setText(self.tr("&Copy message for the administrator"))
        self.connect_button.setText(self.tr("Co&nnect and load contacts"))
        self._renew_buttons()

    def _arrange(self) -> None:
        """Side by side where there is room, one above the other where there is not."""
        self._align_head()
        letter, width = self.fontMetrics().averageCharWidth(), self.viewport().width()
        self.fields.set_narrow(width < letter * 84)
        self._actions.setDirection(
            QBoxLayout.Direction.TopToBottom if width < letter * 70 else QBoxLayout.Direction.LeftToRight
        )
        self._cards.setDirection(QBoxLayout.Direction.LeftToRight)
        wide = width >= letter * 118 and width >= self._least_width()
        if not wide:
            self._cards.setDirection(QBoxLayout.Direction.TopToBottom)
        if width < self._least_width():  # long words of a language, or large letters
            self.fields.set_narrow(True)
            self._actions.setDirection(QBoxLayout.Direction.TopToBottom)
            if width < self._least_width():
                self.fields.set_narrow(True, stacked=True)
        self._column.setMaximumWidth(max(letter * (150 if wide else 100), self._least_width()))

    def _align_head(self) -> None:
        """The headings of both cards stand equally high, though a button stands beside one of them."""
        self._help.ensurePolished()
        self._sample_card.title.setMinimumHeight(self._help.sizeHint().height())

    def _least_width(self) -> int:
        """What the two cards need in their present direction, with the margins around them."""
        self._connect_column.activate()  # what the fields in it need now would else be found out later
        self._cards.invalidate()
        margins = self._page_column.contentsMargins()
        return self._cards.minimumSize().width() + margins.left() + margins.right()

    # -- Qt --------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() == QEvent.Type.FontChange:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.fields.secret.hide_again()
        self.fields.token.hide_again()
