"""The line below: how far loading is, how fresh the book is, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QWidget

from addressbook.services.events import LoadProgress, LoadState
from addressbook.ui import icons, theme, times
from addressbook.ui.widgets.small import ElidedLabel, StyledWidget, push_button

TOLD_SECONDS = 8
_QUIET = (LoadState.IDLE, LoadState.REFRESHING)


class StatusBar(StyledWidget):
    """Shows a LoadProgress. The words about time renew themselves."""

    stop_requested = Signal()
    resume_requested = Signal()
    retry_requested = Signal()
    news_requested = Signal()

    def __init__(self, book_name: str, parent: QWidget | None = None) -> None:
        super().__init__("statusbar", parent)
        self.setAccessibleName(self.tr("Status"))
        self._progress = LoadProgress(LoadState.IDLE)
        self._total: int | None = None
        self._told = ""
        self._news = ""
        self._news_offered = False
        self._icon = QLabel()
        self._text = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(132)
        self._bar.setAccessibleName(self.tr("Loading contacts"))
        self._link = push_button("", self._on_link, "link")
        self._name = ElidedLabel(book_name)
        self._fresh_icon = QLabel()
        self._fresh = ElidedLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 1, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._text)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._link)
        layout.addStretch(1)
        layout.addWidget(self._name)
        rule = QFrame()
        rule.setProperty("kind", "separator")
        rule.setFixedSize(1, 13)
        layout.addWidget(rule)
        self._name.setVisible(bool(book_name))
        rule.setVisible(bool(book_name))
        layout.addWidget(self._fresh_icon)
        layout.addWidget(self._fresh)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._say)
        self._told_until = QTimer(self)
        self._told_until.setSingleShot(True)
        self._told_until.timeout.connect(lambda: self.tell(""))
        theme.current().changed.connect(self._say)
        self._fit_height()
        self._say()

    def show_progress(self, progress: LoadProgress, total: int | None) -> None:
        """Show where the loader stands; `total` is how many contacts the book holds now."""
        self._progress, self._total = progress, total
        waiting = progress.state in (LoadState.WAITING, LoadState.OFFLINE) and progress.retry_at is not None
        self._timer.start(1000 if waiting else 20_000)
        self._say()

    def tell(self, text: str) -> None:
        """Say for a moment that something went well, where nothing more serious is said."""
        self._told = text
        if text:
            self._told_until.start(TOLD_SECONDS * 1000)
        self._say()

    def show_news(self, words: str, *, offered: bool) -> None:
        """Say what others have changed ("": nothing), and offer to list it."""
        self._news, self._news_offered = words, offered and bool(words)
        self._say()

    @property
    def text(self) -> str:
        """What the left side says."""
        return self._text.accessibleName()

    @property
    def freshness(self) -> str:
        """What the right side says."""
        return self._fresh.accessibleName()

    @property
    def offered(self) -> str:
        """What the link offers; "" when it is hidden."""
        return self._link.text() if not self._link.isHidden() else ""

    def press_link(self) -> None:
        """What a click on the link does."""
        self._on_link()

    def _fit_height(self) -> None:
        self.setFixedHeight(max(27, theme.current().height("caption") + 13))

    def _say(self) -> None:
        self._fit_height()
        progress = self._progress
        state = progress.state
        self._text.set_full_text(self._words())
        self._bar.setVisible(state is LoadState.LOADING or (state is LoadState.WAITING and not progress.complete))
        if progress.expected:
            self._bar.setRange(0, max(progress.expected, self._loaded()))
            self._bar.setValue(self._loaded())
        else:
            self._bar.setRange(0, 0)
        link = self._link_words()
        self._link.setText(link)
        self._link.setVisible(bool(link))
        mark = {LoadState.OFFLINE: ("offline", "warn"), LoadState.FAILED: ("error", "error")}.get(state)
        if state is LoadState.WAITING:
            mark = ("clock", "warn")
        elif self._told and state in _QUIET:
            mark = ("check", "ok")
        self._icon.setVisible(mark is not None)
        if mark is not None:
            self._icon.setPixmap(icons.pixmap(mark[0], theme.current().px(15), mark[1], self.devicePixelRatioF()))
        self._say_freshness()

    def _loaded(self) -> int:
        """The figure that the list shows too, where it is known."""
        return self._progress.loaded if self._total is None else self._total

    def _say_freshness(self) -> None:
        progress = self._progress
        if progress.state is LoadState.OFFLINE:
            words = ""  # the left side says since when
        elif progress.state is LoadState.FAILED and progress.updated_at is not None:
            words = self.tr("Showing the copy from {time}").format(time=times.clock(progress.updated_at))
        elif progress.updated_at is None:
            words = self.tr("Not yet loaded completely")
        elif progress.state is LoadState.REFRESHING:
            words = self.tr("Checking for changes")
        else:
            words = self.tr("Updated {when}").format(when=times.ago(progress.updated_at))
        self._fresh.set_full_text(words)
        done = progress.updated_at is not None and progress.state is LoadState.IDLE
        self._fresh_icon.setVisible(done)
        if done:
            self._fresh_icon.setPixmap(icons.pixmap("check", theme.current().px(13), "muted", self.devicePixelRatioF()))

    def _words(self) -> str:
        progress, locale = self._progress, QLocale()
        if self._told and progress.state in _QUIET:
            return self._told
        loaded = locale.toString(self._loaded())
        match progress.state:
            case LoadState.LOADING:
                if progress.expected:
                    return self.tr("Loading: {loaded} of about {expected}").format(
                        loaded=loaded, expected=locale.toString(progress.expected)
                    )
                if not self._loaded():
                    return self.tr("Loading contacts")
                return self.tr("{loaded} loaded").format(loaded=loaded)
            case LoadState.STOPPED if progress.complete:
                return self.tr("Checking for changes was stopped")
            case LoadState.STOPPED:
                return self.tr("Stopped: {loaded} loaded").format(loaded=locale.toString(self._total or 0))
            case LoadState.WAITING:
                if progress.retry_at is None:
                    return self.tr("Waiting for DingTalk")
                return self.tr("Waiting for DingTalk: continues in {time}").format(
                    time=times.countdown(progress.retry_at)
                )
            case LoadState.OFFLINE:
                if progress.updated_at is None:
                    return self.tr("Offline: the book is not yet complete")
                return self.tr("Offline: showing the copy from {time}").format(time=times.clock(progress.updated_at))
            case LoadState.FAILED:
                return self.tr("Loading has stopped: see the message above the list")
            case _:
                if self._total is None:
                    return ""
                words = self.tr("%Ln contact(s)", "", self._total)
                return self.tr("{contacts} · {news}").format(contacts=words, news=self._news) if self._news else words

    def _link_words(self) -> str:
        match self._progress.state:
            case LoadState.LOADING | LoadState.WAITING:
                return self.tr("Stop")
            case LoadState.STOPPED:
                return self.tr("Resume")
            case LoadState.OFFLINE | LoadState.FAILED:
                return self.tr("Try again")
            case _:
                return self.tr("Show changes") if self._news_offered and not self._told else ""

    def _on_link(self) -> None:
        match self._progress.state:
            case LoadState.LOADING | LoadState.WAITING:
                self.stop_requested.emit()
            case LoadState.STOPPED:
                self.resume_requested.emit()
            case LoadState.OFFLINE | LoadState.FAILED:
                self.retry_requested.emit()
            case _:
                self.news_requested.emit()
