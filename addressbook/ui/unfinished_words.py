"""Words for unfinished work: what it is, how far it is, and what would be lost with it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from addressbook.domain.form_values import lacking
from addressbook.domain.phone import display
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.services.lost_answers import EARLIER
from addressbook.ui.forms.problem_words import field_names

translate = QCoreApplication.translate


def title(item: WorkItem) -> str:
    """What it is and whom it is about."""
    words = {
        WorkKind.CREATE: translate("Unfinished", "To be added again: {name}")
        if item.base is not None
        else translate("Unfinished", "New contact: {name}"),
        WorkKind.EDIT: translate("Unfinished", "Changes of {name}"),
        WorkKind.REPLACE: translate("Unfinished", "Another number for {name}"),
        WorkKind.DELETE: translate("Unfinished", "Deletion of {name}"),
    }
    return words[item.kind].format(name=item.title or translate("Unfinished", "somebody without a name"))


def whose(item: WorkItem) -> str:
    """What tells two people of one name apart: the company, else the phone number; "" when neither is known."""
    values = item.values.tidy()
    return values.company_name or display(values.state_code, values.mobile)


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
    if item.is_uncertain and item.refused == EARLIER:
        return translate(
            "Unfinished",
            "DingTalk was busy when it was saved with another phone number. It is being checked whether that has added "
            "the contact.",
        )
    if item.is_uncertain:
        return translate("Unfinished", "The answer was lost. It is being checked whether it was saved.")
    if item.state is WorkState.ABSENT:
        return translate("Unfinished", "It was not saved, as far as can be seen. You can save it again.")
    if item.kind is WorkKind.CREATE and item.base is not None:
        return _made_again(item)
    if item.refused:
        return translate("Unfinished", "DingTalk refused it. What you typed is kept.")
    return translate("Unfinished", "Not saved yet. What you typed is kept.")


def _made_again(item: WorkItem) -> str:
    """A contact that was deleted: undoing could not bring it back, or it went while it was being edited."""
    missing = lacking(item.values, item.purpose)
    if missing:
        return translate(
            "Unfinished", "It was deleted, and can be added again once this is filled in: {fields}."
        ).format(fields=field_names(missing))
    if item.refused:
        return translate("Unfinished", "It was deleted, and DingTalk refused to add it again. All of it is kept here.")
    return translate("Unfinished", "It was deleted, and is not added again yet. All of it is kept here.")


def discard_question(item: WorkItem) -> str:
    """What is lost when it is thrown away."""
    if item.kind is WorkKind.DELETE:
        return translate(
            "Unfinished",
            "Nobody knows yet whether DingTalk has deleted the contact. It is shown in the book again; if it was "
            "deleted, it goes with the next refresh.",
        )
    if item.is_uncertain and item.refused == EARLIER:
        return translate(
            "Unfinished",
            "Nobody knows yet whether DingTalk has added the contact with the other phone number. If it has, the "
            "contact appears in the book with the next refresh; what you typed since then is lost.",
        )
    if item.is_uncertain:
        return translate(
            "Unfinished",
            "Nobody knows yet whether DingTalk has it. If it does, the contact appears in the book with the next "
            "refresh; if not, what you typed is lost.",
        )
    if item.kind is WorkKind.CREATE and item.base is not None:
        return translate("Unfinished", "What is kept of this contact is lost. Nothing changes in DingTalk.")
    return translate("Unfinished", "What you typed is lost. Nothing changes in DingTalk.")
