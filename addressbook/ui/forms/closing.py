"""What is asked before a form with something in it closes."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from addressbook.domain.work import WorkItem, WorkKind
from addressbook.errors import AddressBookError, StoreError
from addressbook.ui.dialogs.message import Choice, ask
from addressbook.ui.forms.form_messages import name_of
from addressbook.ui.texts import as_sentence, explain, sentences

translate = QCoreApplication.translate


class Closing(Enum):
    """What is to become of what was typed."""

    SAVE = "save"
    KEEP = "keep"
    DISCARD = "discard"
    BACK = ""


async def ask_to_close(parent: QWidget, item: WorkItem, *, keeps: bool = True) -> Closing:
    """Save, keep as a draft or discard; Esc goes back to the form. Without `keeps` a draft would end with the book."""
    if item.kind is WorkKind.EDIT:
        title = translate("Forms", "Save the changes to {name}?").format(name=name_of(item))
        save, icon = translate("Forms", "&Save changes"), "edit"
    else:
        title = translate("Forms", "Add {name} before closing?").format(name=name_of(item))
        save, icon = translate("Forms", "&Add contact"), "user"
    text = translate(
        "Forms",
        "A draft stays on this computer, under Unfinished, and nobody else sees it. What you discard cannot be "
        "brought back.",
    )
    keep = [Choice(Closing.KEEP.value, translate("Forms", "&Keep as draft"))]
    if not keeps:
        keep = []
        text = translate("Forms", "Drafts of this book end with it. What is not saved now cannot be brought back.")
    chosen = await ask(
        parent,
        title,
        text,
        (
            Choice(Closing.SAVE.value, save, filled=True),
            *keep,
            Choice(Closing.DISCARD.value, translate("Forms", "&Discard")),
            Choice(Closing.BACK.value, translate("Forms", "&Back to the form")),
        ),
        icon=icon,
    )
    return Closing(chosen)


class ClosingAll(Enum):
    """What is to become of several forms in which something was typed."""

    KEEP = "keep"
    EACH = "each"
    BACK = ""


async def ask_to_close_all(parent: QWidget, count: int) -> ClosingAll:
    """One question for `count` forms, before the book is closed; Esc goes back to it."""
    chosen = await ask(
        parent,
        translate("Forms", "%n forms hold changes that are not saved", "", count),
        translate(
            "Forms",
            "Drafts stay on this computer, under Unfinished, and nobody else sees them. You can go on with them when "
            "you open this book again.",
        ),
        (
            Choice(ClosingAll.KEEP.value, translate("Forms", "&Keep all as drafts"), filled=True),
            Choice(ClosingAll.EACH.value, translate("Forms", "&Review each")),
            Choice(ClosingAll.BACK.value, translate("Forms", "&Back to the book")),
        ),
        icon="edit",
    )
    return ClosingAll(chosen)


async def ask_to_lose(parent: QWidget, item: WorkItem, error: AddressBookError | None) -> bool:
    """What was typed cannot be kept, because of `error` where that is known: whether the form is to close even so."""
    reason = ""
    if error is not None:
        words = explain(error)
        reason = sentences(as_sentence(words.title), words.action)
    chosen = await ask(
        parent,
        translate("Forms", "What you typed for {name} could not be kept").format(name=name_of(item)),
        sentences(
            reason,
            translate("Forms", "If you close the form now, what you typed since it was kept last is lost."),
        ),
        (
            Choice("lose", translate("Forms", "&Close without keeping")),
            Choice("", translate("Forms", "&Back to the form"), filled=True),
        ),
        severity="warning",
    )
    return chosen == "lose"


async def tell_not_discarded(parent: QWidget, error: StoreError) -> None:
    """The form closes, and its draft is still on the disk because of `error`."""
    words = explain(error)
    await ask(
        parent,
        translate("Forms", "The draft could not be taken off the disk"),
        sentences(
            as_sentence(words.title),
            translate("Forms", "The form closes now; the draft may be there again under Unfinished."),
        ),
        (Choice("", translate("Forms", "Close"), filled=True),),
        severity="warning",
    )
