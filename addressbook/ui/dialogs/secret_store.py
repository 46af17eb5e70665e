"""When the computer's password store keeps one waiting, or does not give what it holds."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from enum import Enum
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar, QWidget

from addressbook.errors import Cancelled, SecretStoreError
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.dialogs.message import Choice, tell_error
from addressbook.ui.widgets.plain import plain_label

T = TypeVar("T")


class StoreAnswer(Enum):
    """How it ended."""

    DONE = "done"
    TEMPORARY = "temporary"  # go on for this time only, keeping nothing
    STOPPED = "stopped"


class WaitingDialog(Dialog):
    """Says that the system's own window may be asking for a password; can be left at any time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Waiting for your password store")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.body.addWidget(plain_label(title, kind="head"))
        self.body.addWidget(
            plain_label(
                self.tr(
                    "This computer's password store holds what the program needs to open your contacts. It may ask "
                    "for your password in a window of its own, perhaps behind this one."
                )
            )
        )
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        self.body.addWidget(bar)
        self.body.addStretch(1)
        self.buttons.addStretch(1)
        stop = self.add_button(self.tr("&Stop waiting"), default=True)
        stop.clicked.connect(self.reject)
        self.fit(60)


async def ask_about_store(parent: QWidget | None, error: SecretStoreError) -> StoreAnswer | None:
    """Explain what the store said; None means: try again."""
    chosen = await tell_error(
        parent,
        error,
        (
            Choice("temporary", QCoreApplication.translate("SecretStore", "&Go on for this time only")),
            Choice("retry", QCoreApplication.translate("SecretStore", "&Try again"), filled=True),
        ),
        QCoreApplication.translate("SecretStore", "Cancel"),
    )
    return {"retry": None, "temporary": StoreAnswer.TEMPORARY}.get(chosen, StoreAnswer.STOPPED)


async def with_password_store(
    parent: QWidget | None, attempt: Callable[[], Awaitable[T]], *, patience: float = 0.7
) -> tuple[StoreAnswer, T | None]:
    """Do what needs the password store; after `patience` seconds show that it is waited for.

    The result comes with DONE alone. Errors other than SecretStoreError are the caller's to handle. `attempt` is
    cancelled when the person stops waiting.
    """
    while True:
        task = asyncio.ensure_future(attempt())
        try:
            if await _wait(parent, task, patience):
                return StoreAnswer.DONE, task.result()
            return StoreAnswer.STOPPED, None
        except Cancelled:
            return StoreAnswer.STOPPED, None
        except SecretStoreError as error:
            decided = await ask_about_store(parent, error)
            if decided is not None:
                return decided, None
        finally:
            task.cancel()


async def _wait(parent: QWidget | None, task: asyncio.Future[T], patience: float) -> bool:
    """Whether the task ended by itself; False when the person did not want to wait for it."""
    done, _ = await asyncio.wait({task}, timeout=patience)
    if done:
        return True
    dialog = WaitingDialog(parent)
    left: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    dialog.finished.connect(lambda _code: None if left.done() else left.set_result(None))
    dialog.open()
    try:
        both: set[asyncio.Future[Any]] = {task, left}
        done, _ = await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        return task in done
    finally:
        left.cancel()
        dialog.close()
        dialog.deleteLater()
