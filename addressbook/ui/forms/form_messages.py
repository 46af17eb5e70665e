"""What a form says about its saving, in the language of the moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from addressbook.domain.fields import Purpose
from addressbook.domain.form_values import FormValues
from addressbook.domain.validation import Problem
from addressbook.domain.work import WorkItem, WorkKind
from addressbook.services.lost_answers import EARLIER
from addressbook.services.save_results import Absent, Gone, Refused, Saved
from addressbook.ui.forms.problem_words import field_names, problem_text
from addressbook.ui.texts import Explanation, as_sentence, explain, sentences

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Notice:
    """A message for a banner; `kind` is "info", "ok", "warning" or "error"."""

    title: str
    text: str = ""
    kind: str = "info"
    icon: str = "info"


def name_of(item: WorkItem) -> str:
    """Whom a piece of work is about."""
    return item.title or translate("Forms", "Somebody without a name")


def summary(problems: Iterable[Problem], purpose: Purpose) -> Notice:
    """What is to be mended before it can be saved; the first problem in words."""
    listed = list(problems)
    if purpose is Purpose.CREATE:
        title = translate("Forms", "%n thing(s) to fix before this contact can be added", "", len(listed))
    else:
        title = translate("Forms", "%n thing(s) to fix before the changes can be saved", "", len(listed))
    return Notice(title, problem_text(listed[0]), "error", "error")


def refusal(refused: Refused) -> Explanation:
    """A refusal for the banner. Where the contact that has the number is known, nobody is told to look for it."""
    told = explain(refused.error)
    return replace(told, action=_open_or_correct()) if refused.existing else told


def refusal_text(refused: Refused) -> str:
    """A refusal in one or two sentences, for the place beside its field."""
    if refused.existing:
        return _open_or_correct()  # the banner says what it is, and a hint who has the number
    told = explain(refused.error)
    return sentences(as_sentence(told.title), told.action)


def _open_or_correct() -> str:
    return translate("Forms", "Open that contact, or correct the number.")


def checking_notice(item: WorkItem) -> Notice:
    """The answer was lost."""
    if item.refused == EARLIER:
        return Notice(
            translate("Forms", "Checking whether {name} is in the book already").format(name=name_of(item)),
            translate(
                "Forms",
                "DingTalk was busy when you saved with the other phone number, and may have added the contact all the "
                "same. Nothing is sent until this is known. You can close this window: it stays under Unfinished.",
            ),
            "warning",
            "clock",
        )
    if item.kind is WorkKind.CREATE:
        title = translate("Forms", "Checking whether {name} was added")
    else:
        title = translate("Forms", "Checking whether {name} was saved")
    return Notice(
        title.format(name=name_of(item)),
        answer_lost(),
        "warning",
        "clock",
    )


def answer_lost() -> str:
    """Why something is being looked into, and that nobody has to wait for it."""
    return translate(
        "Forms",
        "The answer from DingTalk was lost on the way. Nothing is sent again until this is known. You can close "
        "this window: it stays under Unfinished.",
    )


def old_is_gone() -> str:
    """The end of replacing a number."""
    return translate("Forms", "The old contact is deleted; the new one is in the book.")


def kept_for_another(made: FormValues) -> FormValues:
    """What the form for the next contact begins with."""
    made = made.tidy()
    return FormValues(state_code=made.state_code, follower_user_id=made.follower_user_id, label_ids=made.label_ids)


def absent_title(absent: Absent) -> str:
    """That it was looked for and not found."""
    return translate("Forms", "{name} was not saved, as far as can be seen").format(name=name_of(absent.item))


def absent_notice(absent: Absent) -> Notice:
    """It was looked for and not found."""
    return Notice(
        absent_title(absent),
        translate("Forms", "DingTalk was asked again and does not have it. What you typed is all here."),
        "warning",
        "warning",
    )


def gone_notice(gone: Gone) -> Notice:
    """The contact was deleted, by a colleague or in another window of this program."""
    told = [
        translate(
            "Forms",
            "What you typed is all here. Add it as a new contact, or close this window and keep it as a draft: "
            "it stays under Unfinished.",
        )
    ]
    if gone.item.base is not None and gone.item.base.email:
        told.append(
            translate(
                "Forms",
                "The e-mail address {email} cannot be added from this program: copy it below, and add it inside "
                "DingTalk afterwards.",
            ).format(email=gone.item.base.email)
        )
    return Notice(
        translate("Forms", "{name} was deleted while you were editing").format(name=name_of(gone.item)),
        sentences(*told),
        "warning",
        "user",
    )


def clashed_notice(item: WorkItem) -> Notice:
    """A person went back from the comparison to the form."""
    return Notice(
        translate("Forms", "{name} was changed by a colleague while you were editing").format(name=name_of(item)),
        translate("Forms", "Nothing was saved. When you save, the two versions are compared again."),
        "warning",
        "warning",
    )


def added_notice(saved: Saved) -> Notice:
    """The form stays open for the next contact."""
    return Notice(
        added_title(saved.contact.name),
        translate("Forms", "Country, labels and owner are kept for the next contact."),
        "ok",
        "check",
    )


def added_title(name: str) -> str:
    """There is a new contact."""
    return translate("Forms", "{name} was added").format(name=name)


def saved_title(item: WorkItem, name: str) -> str:
    """That it is saved, in a few words."""
    words = {
        WorkKind.CREATE: added_title(name),
        WorkKind.EDIT: translate("Forms", "{name} was saved").format(name=name),
    }
    return words.get(item.kind, translate("Forms", "The corrected copy of {name} was added").format(name=name))


def saved_sentence(saved: Saved) -> str:
    """The same with a full stop."""
    return as_sentence(saved_title(saved.item, saved.contact.name))


def saved_notice(saved: Saved) -> Notice | None:
    """What a person should know about a save that went well, None when there is nothing to say."""
    told: list[str] = []
    if saved.found:
        told.append(translate("Forms", "An earlier try had reached DingTalk although its answer was lost."))
    if saved.joined:
        fields = {joined.part.field for joined in saved.joined}
        told.append(
            translate("Forms", "Changes that a colleague made meanwhile were kept: {fields}.").format(
                fields=field_names(fields)
            )
        )
    if saved.stayed:
        told.append(
            translate(
                "Forms",
                "DingTalk did not clear everything that you emptied: it still has {fields}. Clear it inside DingTalk.",
            ).format(fields=field_names(saved.stayed))
        )
    if not told:
        return None
    serious = bool(saved.stayed)
    return Notice(
        saved_title(saved.item, saved.contact.name),
        sentences(*told),
        "warning" if serious else "info",
        "warning" if serious else "info",
    )
