"""Words for the outcome of work that went on without its form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from addressbook.domain.contact import Contact
from addressbook.domain.work import WorkItem, WorkKind, WorkState
from addressbook.services.lost_answers import EXISTS
from addressbook.services.save_results import Absent, Clashed, Deleted, Gone, Outcome, Refused, Saved, Undone
from addressbook.ui.forms.form_messages import Notice, absent_title, added_title, name_of, old_is_gone, saved_title
from addressbook.ui.texts import as_sentence, explain, sentences

translate = QCoreApplication.translate


def outcome_notice(outcome: Outcome) -> Notice:
    """What became of it, and what can be done."""
    match outcome:
        case Saved():
            return _saved(outcome)
        case Refused():
            return _refused(outcome)
        case Gone():
            return Notice(
                translate("Outcomes", "{name} was deleted meanwhile").format(name=name_of(outcome.item)),
                translate(
                    "Outcomes", "Your changes are kept under Unfinished. You can add the contact anew from there."
                ),
                "warning",
                "user",
            )
        case Clashed():
            return Notice(
                translate("Outcomes", "{name} was changed by a colleague meanwhile").format(name=name_of(outcome.item)),
                translate(
                    "Outcomes",
                    "The same was changed differently, so nothing was saved. What you typed is kept under Unfinished: "
                    "save it from there to compare both versions.",
                ),
                "warning",
                "warning",
            )
        case Absent():
            return Notice(
                absent_title(outcome),
                translate(
                    "Outcomes",
                    "DingTalk was asked again and does not have it. What you typed is kept under Unfinished.",
                ),
                "warning",
                "warning",
            )
        case Undone():
            return Notice(
                translate("Outcomes", "The new contact of {name} was deleted again").format(name=name_of(outcome.item)),
                translate("Outcomes", "The old contact is as it was. What you typed is kept under Unfinished."),
                "info",
                "undo",
            )
        case Deleted() if outcome.item.kind is WorkKind.REPLACE:
            return Notice(
                translate("Outcomes", "The number of {name} was replaced").format(name=name_of(outcome.item)),
                old_is_gone(),
                "ok",
                "check",
            )
        case Deleted():
            return Notice(
                translate("Outcomes", "{name} was deleted").format(name=name_of(outcome.item)),
                translate("Outcomes", "The answer from DingTalk had been lost; the contact is gone."),
                "info",
                "trash",
            )


def hidden_notice(contact: Contact) -> Notice:
    """A contact was added that the list does not show."""
    return Notice(
        added_title(contact.name),
        translate("Outcomes", "The filters that are set hide this contact."),
        "ok",
        "check",
    )


def unreadable_notice() -> Notice:
    """What was to be deleted is nothing that could be named in the question."""
    return Notice(
        translate("Outcomes", "Nothing was deleted"),
        translate(
            "Outcomes",
            "This program could not read these contacts, and deletes nobody whom it cannot name. They can be deleted "
            "inside DingTalk.",
        ),
        "warning",
        "warning",
    )


def _saved(saved: Saved) -> Notice:
    return Notice(saved_title(saved.item, name_of(saved.item)), "", "ok", "check")


def _refused(refused: Refused) -> Notice:
    told = explain(refused.error)
    title = _refused_title(refused.item)
    if refused.item.doubted and not refused.item.missed and refused.error.code != EXISTS:
        title = translate("Outcomes", "It is not known whether {name} was added").format(name=name_of(refused.item))
    kept = translate("Outcomes", "What you typed is kept under Unfinished.")
    if refused.item.kind is WorkKind.DELETE:
        kept = translate("Outcomes", "The contact is as it was.")
    elif refused.item.state is WorkState.COPIED:
        kept = translate("Outcomes", "The old and the new contact are both there. You can go on under Unfinished.")
    return Notice(title, sentences(as_sentence(told.title), told.action, kept), told.severity, told.icon)


def _refused_title(item: WorkItem) -> str:
    words = {
        WorkKind.CREATE: translate("Outcomes", "{name} was not added"),
        WorkKind.EDIT: translate("Outcomes", "The changes of {name} were not saved"),
        WorkKind.DELETE: translate("Outcomes", "{name} was not deleted"),
        WorkKind.REPLACE: translate("Outcomes", "The number of {name} was not replaced"),
    }
    return words[item.kind].format(name=name_of(item))
