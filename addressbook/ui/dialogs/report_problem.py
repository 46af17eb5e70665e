"""Report a problem: shows what is known about it, and saves it where the person says. Nothing is sent."""

from __future__ import annotations

import contextlib
import os
import platform
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from addressbook import __version__, log
from addressbook.errors import StoreError
from addressbook.paths import disk_error
from addressbook.redaction import redact
from addressbook.services.threads import on_own_thread
from addressbook.ui import icons
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.dialogs.message import tell_error
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.plain import announce, plain_label

if TYPE_CHECKING:
    from addressbook.dingtalk.client import LastError


def report(errors: Iterable[LastError], lines: Iterable[str], facts: Iterable[tuple[str, str]] = ()) -> str:
    """The report as text, in English, for those who mend the program: versions, the last errors, the log.

    Everything goes through redaction once more, so that no secret and nobody's number leaves the computer.
    """
    parts = [
        "Address Book for DingTalk: report of a problem",
        "",
        f"written: {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC",
        f"program: {__version__}",
        f"system: {platform.system()} {platform.release()} ({platform.machine()})",
        f"python: {platform.python_version()}",
        f"qt: {qVersion()} ({QGuiApplication.platformName()})",
        *(f"{name}: {value}" for name, value in facts),
        "",
        "The last refusals and failures (time, call, code, request number):",
    ]
    seen = [
        f"  {error.time.astimezone(UTC):%Y-%m-%d %H:%M:%S}  {error.endpoint}  {error.code}  {error.request_id or '-'}"
        for error in errors
    ]
    parts += seen or ["  none"]
    parts += ["", "The last lines of the log:", *(lines or ["  none"])]
    return redact("\n".join(parts)) + "\n"


def write_private(path: Path, text: str) -> None:
    """Write a file that only the person may read. Raises StoreError."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            if os.name == "posix":
                with contextlib.suppress(PermissionError):  # a memory stick may know no modes
                    os.fchmod(handle, 0o600)  # a file that was there already would keep its own
            file.write(text)
    except OSError as error:
        raise disk_error(error, path.name) from None


class ReportDialog(Dialog):
    """The text as it would be saved, and a button that saves it."""

    def __init__(
        self, errors: Iterable[LastError] = (), facts: Iterable[tuple[str, str]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        title = self.tr("Report a problem")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.body.addWidget(plain_label(title, kind="head"))
        self.body.addWidget(
            plain_label(
                self.tr(
                    "This is what the program knows. Secrets, phone numbers and e-mail addresses are taken out. "
                    "Nothing is sent: save the file, look through it, and give it to whoever looks after the program."
                )
            )
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("What will be saved"))
        self.text.setPlainText(report(errors, log.recent(), facts))
        self.body.addWidget(self.text, 1)
        self.status = plain_label(kind="ok")
        self.status.hide()
        self.body.addWidget(self.status)
        copy = self.add_button(self.tr("&Copy"))
        icons.use(copy, "copy", "muted", 13)
        copy.clicked.connect(self._on_copy_clicked)
        self.buttons.addStretch(1)
        close = self.add_button(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.save = self.add_button(self.tr("&Save as…"), kind="primary", default=True)
        self.save.clicked.connect(self._on_save_clicked)
        self.save.setFocus()
        self.fit(100)

    def measure(self) -> None:
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(self.fontMetrics().height() * 14)

    async def save_to(self, path: Path) -> None:
        """Write the report; says so on the dialog. Raises StoreError."""
        await on_own_thread(write_private, path, self.text.toPlainText())
        self._tell(self.tr("Saved as {name}.").format(name=path.name))

    def _on_save_clicked(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"addressbook-report-{datetime.now(UTC):%Y%m%d-%H%M}.txt"
        chooser = QFileDialog(self, self.tr("Save the report"), documents, self.tr("Text files (*.txt)"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("txt")
        chooser.selectFile(name)
        chooser.fileSelected.connect(lambda chosen: self._tasks.start(self._save(Path(chosen))))
        chooser.finished.connect(chooser.deleteLater)
        chooser.open()

    async def _save(self, path: Path) -> None:
        try:
            await self.save_to(path)
        except StoreError as error:
            await tell_error(self, error)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._tell(self.tr("Copied."))

    def _tell(self, text: str) -> None:
        self.status.setText(text)
        self.status.show()
        announce(self.status, text)
