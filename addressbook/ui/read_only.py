"""Why contacts cannot be changed, and what can be done about it: one click away wherever that is said."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from addressbook.errors import AddressBookError
from addressbook.services.session_kind import ReadOnlyReason
from addressbook.ui.dialogs.message import Choice, ask, tell_error
from addressbook.ui.open_session import OpenSession

translate = QCoreApplication.translate


async def explain_read_only(session: OpenSession, parent: QWidget) -> None:
    """Say it, and check again if that is wanted."""
    check = Choice("check", translate("ReadOnly", "Check &again"), filled=True)
    chosen = ""
    error = _reason(session)
    if session.read_only_reason is ReadOnlyReason.THIRD_PARTY:
        await ask(
            parent,
            translate("ReadOnly", "This book can be read and not changed"),
            translate(
                "ReadOnly",
                "It was opened with the token of another provider's app. DingTalk lets only the organisation's own "
                "app change external contacts. Ask your DingTalk administrator for its App key and App secret, and "
                "connect with these.",
            ),
            (Choice("", translate("ReadOnly", "Close"), filled=True),),
            icon="lock",
        )
    elif error is not None:
        chosen = await tell_error(parent, error, (check,))
    if chosen == "check":
        await session.check_again()


def _reason(session: OpenSession) -> AddressBookError | None:
    if session.read_only_reason is ReadOnlyReason.PERMISSION:
        return session.permission.error
    return session.work.trouble
