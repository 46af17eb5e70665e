"""What the guide to another phone number says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from addressbook.domain.contact import Contact
from addressbook.domain.fields import FIELDS, Field, Purpose, Rule
from addressbook.domain.form_values import changed_fields, values_of
from addressbook.domain.phone import display
from addressbook.domain.work import WorkItem, WorkState
from addressbook.services.save_results import Absent, Changed, Deleted
from addressbook.ui.forms.form_messages import Notice, answer_lost, name_of, old_is_gone
from addressbook.ui.forms.problem_words import field_names

translate = QCoreApplication.translate


def number_of(contact: Contact) -> str:
    """A contact's number as people read it."""
    return display(contact.state_code, contact.mobile) if contact.mobile else translate("Replacing", "no number")


def moving(item: WorkItem) -> str:
    """What the new contact is given, by the names of the fields that hold anything."""
    taken = [
        spec.field
        for spec in FIELDS
        if spec.rule(Purpose.CREATE) is not Rule.NOT_TAKEN
        and spec.field not in (Field.PHONE, Field.COUNTRY)
        and item.values.tidy().get(spec.field)
    ]
    return field_names(taken)


def both_there(item: WorkItem) -> str:
    """The copy was made."""
    values = item.sent or item.values
    new, old = values.as_contact(""), item.base or values.as_contact("")
    return translate(
        "Replacing", "Both contacts are in the book now: the new one with {new}, and the old one with {old}."
    ).format(new=number_of(new), old=number_of(old))


def checking(item: WorkItem) -> Notice:
    """An answer was lost."""
    words = {
        WorkState.DELETING: translate("Replacing", "Checking whether the old contact was deleted"),
        WorkState.UNDOING: translate("Replacing", "Checking whether the new contact was deleted again"),
    }
    title = words.get(item.state, translate("Replacing", "Checking whether the new contact was made"))
    return Notice(title, answer_lost(), "warning", "clock")


def copied() -> Notice:
    """Half of it is done."""
    return Notice(translate("Replacing", "The new contact is there"), "", "ok", "check")


def undone(item: WorkItem) -> Notice:
    """The copy is gone again."""
    return Notice(
        translate("Replacing", "The new contact was deleted again"),
        translate("Replacing", "{name} is as before, with the old number.").format(name=name_of(item)),
        "info",
        "undo",
    )


def absent(result: Absent, *, was_there: bool) -> Notice:
    """There is no copy, be it that it was never made or that somebody has deleted it."""
    if was_there:
        title = translate("Replacing", "Somebody has deleted the new contact meanwhile")
    else:
        title = translate("Replacing", "The new contact was not made, as far as can be seen")
    text = translate("Replacing", "{name} is as before, with the old number. You can make the new contact again.")
    return Notice(title, text.format(name=name_of(result.item)), "warning", "warning")


def gone(item: WorkItem) -> Notice:
    """The old contact was deleted before there was a copy."""
    return Notice(
        translate("Replacing", "{name} was deleted by a colleague meanwhile").format(name=name_of(item)),
        translate("Replacing", "You can still add the contact with the new number, as a new one."),
        "warning",
        "user",
    )


def carried_fields(result: Changed) -> frozenset[Field]:
    """What was changed in the old contact and can be brought into the new one."""
    before = result.item.base or result.now
    return changed_fields(values_of(before), values_of(result.now), Purpose.UPDATE)


def old_changed(result: Changed) -> Notice:
    """A colleague has changed the old contact."""
    before, now = result.item.base or result.now, result.now
    moves = carried_fields(result)
    fields = set(moves)
    if before.email != now.email:
        fields.add(Field.EMAIL)
    if (before.state_code, before.mobile) != (now.state_code, now.mobile):
        fields.add(Field.PHONE)
    text = translate("Replacing", "Changed in the old contact: {fields}. Nothing was deleted.")
    if moves:
        text = translate(
            "Replacing",
            "Changed in the old contact: {fields}. Nothing was deleted. Bring this into the new contact before the "
            "old one goes.",
        )
    return Notice(
        translate("Replacing", "A colleague has changed the old contact since the new one was made"),
        text.format(fields=field_names(fields)),
        "warning",
        "users",
    )


def new_changed() -> Notice:
    """Somebody has changed the copy that is to be taken back."""
    return Notice(
        translate("Replacing", "The new contact is not as it was made: somebody has changed it"),
        translate("Replacing", "If you delete it, these changes are lost. Nothing was deleted so far."),
        "warning",
        "users",
    )


def carried() -> Notice:
    """What a colleague had changed is in the copy."""
    return Notice(translate("Replacing", "The new contact has all that can move"), "", "ok", "check")


def done(result: Deleted) -> Notice:
    """The end."""
    text = old_is_gone()
    if result.already:
        text = translate("Replacing", "A colleague had deleted the old contact already; the new one is in the book.")
    title = translate("Replacing", "The number of {name} is replaced").format(name=name_of(result.item))
    return Notice(title, text, "ok", "check")
