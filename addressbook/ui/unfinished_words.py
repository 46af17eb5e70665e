"""Words for unfinished work: what it is, how far it is, and what would be lost with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from addressbook.domain.work import WorkItem, WorkKind, WorkState

translate = QCoreApplication.translate


def title(item: WorkItem) -> str:
    """What it is and whom it is about."""
    words = {
        WorkKind.CREATE: translate("Unfinished", "New contact: {name}"),
        WorkKind.EDIT: translate("Unfinished", "Changes of {name}"),
        WorkKind.REPLACE: translate("Unfinished", "Another number for {name}"),
        WorkKind.DELETE: translate("Unfinished", "Deletion of {name}"),
    }
    return words[item.kind].format(name=item.title or translate("Unfinished", "somebody without a name"))


def state(item: WorkItem) -> str:
    """How far it is, in a sentence."""
    if item.state is WorkState.SENDING:
        return translate("Unfinished", "It was sent to DingTalk, whose answer is not here yet.")
    if item.kind is WorkKind.DELETE:
        return translate("Unfinished", "The answer was lost. It is being checked whether the contact was deleted.")
    if item.state is WorkState.COPIED:
        return translate("Unfinished", "The corrected copy is in DingTalk, and the old contact is too.")
    if item.state is WorkState.DELETING:
        return translate(
            "Unfinished", "The corrected copy is in DingTalk. It is being checked whether the old contact was deleted."
        )
    if item.state is WorkState.UNDOING:
        return translate("Unfinished", "It is being checked whether the corrected copy was deleted again.")
    if item.is_uncertain:
        return translate("Unfinished", "The answer was lost. It is being checked whether it was saved.")
    if item.state is WorkState.ABSENT:
        return translate("Unfinished", "It was not saved, as far as can be seen. You can save it again.")
    if item.refused:
        return translate("Unfinished", "DingTalk refused it. What you typed is kept.")
    return translate("Unfinished", "Not saved yet. What you typed is kept.")


def discard_question(item: WorkItem) -> str:
    """What is lost when it is thrown away."""
    if item.is_uncertain:
        return translate(
            "Unfinished",
            "Nobody knows yet whether DingTalk has it. If it does, the contact appears in the book with the next "
            "refresh; if not, what you typed is lost.",
        )
    return translate("Unfinished", "What you typed is lost. Nothing changes in DingTalk.")
