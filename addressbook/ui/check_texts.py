"""The lines of "Test connection" in words, and the one message they make for the administrator."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from addressbook.errors import AddressBookError, PermissionMissing
from addressbook.services.connection_check import CheckLine, CheckOutcome, CheckStep
from addressbook.ui.texts import Place, explain, permission_name, permissions_of, scopes_of, sentences
from addressbook.ui.words.permissions import PERMISSION_CODES

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CheckWords:
    """One line: a bold title and a second line, with an icon and the theme's colour for it."""

    title: str
    text: str
    icon: str
    role: str
    outcome: str  # for screen readers, which do not see the icon


def check_words(line: CheckLine) -> CheckWords:
    """The words for one line, in the language of the moment."""
    icon, role, outcome = {
        CheckOutcome.OK: ("check", "ok", translate("Check", "Works")),
        CheckOutcome.WARNING: ("warning", "warn", translate("Check", "Attention")),
        CheckOutcome.FAILED: ("error", "error", translate("Check", "Does not work")),
        CheckOutcome.SKIPPED: ("info", "muted", translate("Check", "Not tried")),
        CheckOutcome.INFO: ("info", "muted", translate("Check", "To know")),
    }[line.outcome]
    title, text = _failed(line, line.error) if line.error is not None else _WORDS[line.step](line)
    return CheckWords(title, text, icon, role, outcome)


def _failed(line: CheckLine, error: AddressBookError) -> tuple[str, str]:
    words = explain(error, Place.FORM)
    # Only the action and the reason: what is safe goes without saying before anything was loaded
    if _lacks_permission(error) and line.step in _HIDDEN:
        wanted = translate("Check", "Ask for {permissions}.").format(permissions=permissions_of(error))
        title, consequence = _HIDDEN[line.step]()
        return title, sentences(consequence, wanted)
    if line.step is CheckStep.LABELS:  # what to do stands at the contacts, which met the same
        return translate("Check", "Labels cannot be read"), translate("Check", "{reason}.").format(reason=words.title)
    return words.title, sentences(words.reason, words.action)


def _lacks_permission(error: AddressBookError) -> bool:
    """Whether a permission is missing that has a name; being outside the app's range is another matter."""
    return isinstance(error, PermissionMissing) and error.code in PERMISSION_CODES and bool(scopes_of(error))


def _contacts_hidden() -> tuple[str, str]:
    return translate("Check", "Contacts cannot be read"), translate("Check", "The app lacks a permission in DingTalk.")


def _labels_hidden() -> tuple[str, str]:
    return translate("Check", "Labels cannot be read"), translate("Check", "The app lacks a permission in DingTalk.")


def _person_hidden() -> tuple[str, str]:
    return (
        translate("Check", "You cannot be found by your mobile number"),
        translate("Check", "The program cannot tell which contacts are yours."),
    )


def _staff_hidden() -> tuple[str, str]:
    return (
        translate("Check", "Names of colleagues are hidden for now"),
        translate("Check", "Owners will show as numbers."),
    )


def _departments_hidden() -> tuple[str, str]:
    return (
        translate("Check", "Names of departments are hidden for now"),
        translate("Check", "Departments will show as numbers."),
    )


_HIDDEN = {
    CheckStep.CONTACTS: _contacts_hidden,
    CheckStep.LABELS: _labels_hidden,
    CheckStep.PERSON: _person_hidden,
    CheckStep.STAFF: _staff_hidden,
    CheckStep.DEPARTMENTS: _departments_hidden,
}


def _number(line: CheckLine, name: str) -> int:
    return int(line.params.get(name, 0))


def _token(line: CheckLine) -> tuple[str, str]:
    if line.outcome is CheckOutcome.INFO:
        return (
            translate("Check", "The access token is used as it is"),
            translate("Check", "It is kept for this run only, and cannot be renewed when it ends."),
        )
    return (
        translate("Check", "Signed in to DingTalk"),
        translate("Check", "Region, App key and App secret fit together."),
    )


def _contacts(line: CheckLine) -> tuple[str, str]:
    count = _number(line, "count")
    if count == 0:
        return (
            translate("Check", "Contacts can be read"),
            translate("Check", "There are none yet in your organisation."),
        )
    seconds = QLocale().toString(max(_number(line, "milliseconds"), 100) / 1000, "f", 1)
    text = translate("Check", "The first page of %n contact(s) arrived in {seconds} seconds.", "", count)
    text = text.format(seconds=seconds)
    if not _number(line, "phones_shared"):
        hidden = translate("Check", "DingTalk shares no phone numbers with this app.")
        return translate("Check", "Contacts can be read, but without phone numbers"), sentences(hidden, text)
    return translate("Check", "Contacts can be read, phone numbers included"), text


def _labels(line: CheckLine) -> tuple[str, str]:
    groups, labels = _number(line, "groups"), _number(line, "labels")
    text = translate("Check", "Groups of labels: {groups}. Labels: {labels}.")
    return translate("Check", "Labels can be read"), text.format(groups=groups, labels=labels)


def _person(line: CheckLine) -> tuple[str, str]:
    if line.outcome is CheckOutcome.OK:
        return (
            translate("Check", "You were found by your mobile number"),
            translate("Check", "The program can tell which contacts are yours."),
        )
    return (
        translate("Check", "You were not looked up"),
        translate("Check", "With your mobile number the program can tell which contacts are yours."),
    )


def _staff(line: CheckLine) -> tuple[str, str]:
    return (
        translate("Check", "Names of colleagues can be read"),
        translate("Check", "Owners will show by name."),
    )


def _departments(line: CheckLine) -> tuple[str, str]:
    root = str(line.params.get("root_name", ""))
    if root:
        text = translate("Check", "The topmost one is “{name}”.").format(name=root)
    else:
        text = translate("Check", "Sharing will show by name.")
    return translate("Check", "Names of departments can be read"), text


def _writing(line: CheckLine) -> tuple[str, str]:
    if line.params.get("third_party"):
        return (
            translate("Check", "Contacts can be read, not changed"),
            translate("Check", "DingTalk does not let this kind of app change them."),
        )
    return (
        translate("Check", "Changing contacts has not been tried"),
        translate("Check", "A test would have to write something into your organisation's contacts."),
    )


def _rest(_line: CheckLine) -> tuple[str, str]:
    return (
        translate("Check", "Contacts, labels and names were not tried"),
        translate("Check", "They are tried once what stands above works."),
    )


_WORDS = {
    CheckStep.TOKEN: _token,
    CheckStep.REST: _rest,
    CheckStep.CONTACTS: _contacts,
    CheckStep.LABELS: _labels,
    CheckStep.PERSON: _person,
    CheckStep.STAFF: _staff,
    CheckStep.DEPARTMENTS: _departments,
    CheckStep.WRITING: _writing,
}


def admin_message(lines: Iterable[CheckLine]) -> str:
    """All that the administrator is to do, as one message; "" when there is nothing."""
    scopes: list[str] = []
    others: list[str] = []
    for error in (line.error for line in lines if line.error is not None):
        if _lacks_permission(error):
            scopes += [scope for scope in scopes_of(error) if scope not in scopes]
        elif (message := explain(error, Place.FORM).admin_message) and message not in others:
            others.append(message)
    if scopes:
        names = translate("Errors", ", ").join(permission_name(scope) for scope in scopes)
        others.append(
            translate(
                "Check",
                "Hello, our address book program lacks permissions in DingTalk. Please open the DingTalk developer "
                "console, choose the internal app of this program and switch on: {permissions}. No other change is "
                "needed. Thank you.",
            ).format(permissions=names)
        )
    return "\n\n".join(others)
