"""Sentences about deletions and about taking them back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from addressbook.domain.contact import Contact
from addressbook.errors import AddressBookError
from addressbook.services.delete_reports import DeleteProgress, DeleteReport, UndoReport
from addressbook.ui.texts import as_sentence, explain, sentences

translate = QCoreApplication.translate

FIRST_NAMES = 3  # how many of many are named
_MOST_NAMES = 12  # in a list of what went wrong


def name_of(contact: Contact) -> str:
    """What a contact is called in a sentence."""
    return contact.name.strip() or translate("Deleting", "No name")


def names(contacts: Sequence[Contact], most: int = FIRST_NAMES) -> str:
    """The first names, and how many more there are."""
    shown = translate("Deleting", ", ").join(name_of(contact) for contact in contacts[:most])
    more = len(contacts) - most
    if more <= 0:
        return shown
    return translate("Deleting", "{names} and %n more", "", more).format(names=shown)


def email_lines(contacts: Iterable[Contact]) -> str:
    """The e-mail addresses with their names, one a line."""
    line = translate("Deleting", "{name}: {email}")
    return "\n".join(
        line.format(name=name_of(contact), email=contact.email) for contact in contacts if contact.email.strip()
    )


def lost_emails(report: UndoReport) -> list[Contact]:
    """Contacts that came back, or are to, without the e-mail address that they had."""
    left = {contact.userid for contact in report.left}
    return [contact for contact in report.deletion.contacts if contact.email.strip() and contact.userid not in left]


def running(progress: DeleteProgress) -> str:
    """What is under way."""
    if progress.total == 1:
        undoing, deleting = (
            translate("Deleting", "Bringing back 1 contact"),
            translate("Deleting", "Deleting 1 contact"),
        )
        return undoing if progress.undoing else deleting
    words = translate("Deleting", "Bringing back contacts: {done} of {total}")
    if not progress.undoing:
        words = translate("Deleting", "Deleting contacts: {done} of {total}")
    locale = QLocale()
    return words.format(done=locale.toString(progress.done), total=locale.toString(progress.total))


def leaving_title(progress: DeleteProgress | None) -> str:
    """The book is to be closed before all is done."""
    if progress is not None and progress.undoing:
        return translate("Deleting", "Contacts are still being brought back")
    return translate("Deleting", "Contacts are still being deleted")


def leaving_text(progress: DeleteProgress | None) -> str:
    """How far it is, and what happens next."""
    return sentences(
        as_sentence(running(progress)) if progress is not None else "",
        translate(
            "Deleting",
            "As soon as that is done, this closes by itself. If you stop it, the contacts that are not begun yet stay "
            "as they are.",
        ),
    )


def told(report: DeleteReport | UndoReport) -> str:
    """What came of it, in whole sentences."""
    return _deleted(report) if isinstance(report, DeleteReport) else _restored(report)


def _deleted(report: DeleteReport) -> str:
    parts = []
    if len(report.deleted) == 1:
        parts.append(translate("Deleting", "Deleted {name}.").format(name=name_of(report.deleted[0])))
    elif report.deleted:
        parts.append(translate("Deleting", "Deleted %Ln contact(s).", "", len(report.deleted)))
    if len(report.already) == 1:
        words = translate("Deleting", "{name} had already been deleted in DingTalk.")
        parts.append(words.format(name=name_of(report.already[0])))
    elif report.already:
        parts.append(
            translate("Deleting", "%Ln contact(s) had already been deleted in DingTalk.", "", len(report.already))
        )
    parts.append(_unknown(report))
    kept = len(report.refused) + len(report.left)
    if kept:
        parts.append(translate("Deleting", "%Ln contact(s) were not deleted.", "", kept))
    return sentences(*parts)


def _restored(report: UndoReport) -> str:
    parts = []
    if len(report.restored) == 1:
        words = translate("Deleting", "{name} is back, with a new id in DingTalk.")
        parts.append(words.format(name=name_of(report.restored[0])))
    elif report.restored:
        parts.append(
            translate("Deleting", "%Ln contact(s) are back, with new ids in DingTalk.", "", len(report.restored))
        )
    lost = len(lost_emails(report))
    if lost and report.restored:
        parts.append(translate("Deleting", "%Ln e-mail address(es) could not be brought back.", "", lost))
    if report.existing:
        parts.append(
            translate("Deleting", "%Ln contact(s) had been added again by somebody else.", "", len(report.existing))
        )
    parts.append(_unknown(report))
    drafts = len(report.drafts) + len(report.refused)
    if drafts:
        parts.append(
            translate(
                "Deleting", "%Ln contact(s) need your help: they are kept as drafts under Unfinished.", "", drafts
            )
        )
    if report.left:
        parts.append(translate("Deleting", "%Ln contact(s) can still be brought back.", "", len(report.left)))
    return sentences(*parts)


def _unknown(report: DeleteReport | UndoReport) -> str:
    if not report.unknown:
        return ""
    count = len(report.unknown)
    return translate("Deleting", "DingTalk's answer was lost for %Ln contact(s): this is being checked.", "", count)


def went_wrong(report: DeleteReport | UndoReport) -> list[tuple[AddressBookError, list[Contact | None]]]:
    """Why something failed, with the contacts concerned (None: of no contact in particular); each reason once."""
    found: dict[tuple[type[AddressBookError], str], tuple[AddressBookError, list[Contact | None]]] = {}

    def add(error: AddressBookError, contacts: Iterable[Contact | None]) -> None:
        found.setdefault((type(error), error.code), (error, []))[1].extend(contacts)

    if report.fault is not None:
        add(report.fault, report.left)
    for refused in report.refused:
        add(refused.error, [refused.item.base or refused.item.values.as_contact("")])
    return list(found.values())


def reasons(report: DeleteReport | UndoReport) -> str:
    """What went wrong in words, a paragraph for each reason, with the names concerned."""
    paragraphs = []
    for error, contacts in went_wrong(report):
        words = explain(error)
        line = translate("Deleting", "{names}: {reason}.")
        concerned = names([contact for contact in contacts if contact is not None], _MOST_NAMES)
        title = line.format(names=concerned, reason=words.title) if concerned else words.title
        paragraphs.append(sentences(title, words.reason, words.action))
    return "\n\n".join(paragraphs)
