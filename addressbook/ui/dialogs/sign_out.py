"""Sign out: says what goes and what stays, and asks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from addressbook.ui.dialogs.message import Choice, ask
from addressbook.ui.texts import sentences

translate = QCoreApplication.translate


async def confirm_sign_out(
    parent: QWidget | None, name: str, unfinished: int = 0, *, kept: bool = True, token: bool = False
) -> bool:
    """Whether the person wants to sign out of the book called `name`, with `unfinished` changes that would be lost.

    `kept` tells a book that stays on this computer from one for this run only, which `token` was opened with.
    """
    if name:
        title = translate("SignOut", "Sign out of “{name}”").format(name=name)
    else:
        title = translate("SignOut", "Sign out")
    if kept:
        text = translate(
            "SignOut",
            "The App key, the App secret and the copy of the contacts are removed from this computer. The contacts in "
            "DingTalk stay as they are.",
        )
    else:
        text = translate(
            "SignOut",
            "This book was open for this time only: it closes, and nothing of it stays on this computer. The contacts "
            "in DingTalk stay as they are.",
        )
    if unfinished:
        lost = translate("SignOut", "%n change(s) that DingTalk does not have yet will be lost.", "", unfinished)
        text = sentences(lost, text)
    again = translate("SignOut", "To come back, you need the App key and the App secret again.")
    if token:
        again = translate("SignOut", "To come back, you need an access token again.")
    chosen = await ask(
        parent,
        title,
        sentences(text, again),
        (
            Choice("", translate("SignOut", "&Stay signed in"), filled=True),
            Choice("sign_out", translate("SignOut", "Sign &out and remove")),
        ),
        severity="warning",
        icon="key",
    )
    return chosen == "sign_out"
