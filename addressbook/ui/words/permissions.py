"""Names of DingTalk's permissions, and which call needs which (dingtalk-api.md, section 3)."""

from __future__ import annotations

from addressbook.ui.words.base import QT_TRANSLATE_NOOP, Who, Words

READ_CONTACTS = "qyapi_ext_read"
WRITE_CONTACTS = "qyapi_ext_write"
FIND_BY_MOBILE = "qyapi_get_member_by_mobile"
READ_PERSON = "qyapi_get_member"
READ_MEMBERS = "qyapi_get_department_member"
READ_DEPARTMENTS = "qyapi_get_department_list"

NAMES: dict[str, str] = {
    READ_CONTACTS: QT_TRANSLATE_NOOP("Permissions", "Read permission for external contacts"),
    WRITE_CONTACTS: QT_TRANSLATE_NOOP("Permissions", "Write permission for external contacts"),
    FIND_BY_MOBILE: QT_TRANSLATE_NOOP("Permissions", "Permission to find members by mobile number"),
    READ_PERSON: QT_TRANSLATE_NOOP("Permissions", "Read permission for member information"),
    READ_MEMBERS: QT_TRANSLATE_NOOP("Permissions", "Read permission for department members"),
    READ_DEPARTMENTS: QT_TRANSLATE_NOOP("Permissions", "Read permission for departments"),
}

NEEDED_BY: dict[str, str] = {
    "/topapi/extcontact/list": READ_CONTACTS,
    "/topapi/extcontact/get": READ_CONTACTS,
    "/topapi/extcontact/listlabelgroups": READ_CONTACTS,
    "/topapi/extcontact/create": WRITE_CONTACTS,
    "/topapi/extcontact/update": WRITE_CONTACTS,
    "/topapi/extcontact/delete": WRITE_CONTACTS,
    "/topapi/v2/user/getbymobile": FIND_BY_MOBILE,
    "/topapi/v2/user/get": READ_PERSON,
    "/topapi/user/listsimple": READ_MEMBERS,
    "/topapi/v2/user/list": READ_MEMBERS,
    "/topapi/v2/department/listsub": READ_DEPARTMENTS,
    "/topapi/v2/department/listsubid": READ_DEPARTMENTS,
    "/topapi/v2/department/get": READ_DEPARTMENTS,
}

_ASK = QT_TRANSLATE_NOOP("Errors", "Your DingTalk administrator can switch this on.")

# {permissions} holds names with the technical name in brackets, made by ui/texts.py.
_MESSAGE_READ = QT_TRANSLATE_NOOP(
    "Errors",
    "Hello, our address book program cannot read external contacts. Please open the DingTalk developer console, "
    "choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.",
)
_MESSAGE_WRITE = QT_TRANSLATE_NOOP(
    "Errors",
    "Hello, our address book program cannot save external contacts. Please open the DingTalk developer console, "
    "choose the internal app of this program and switch on {permissions}. No other change is needed. Thank you.",
)
_MESSAGE_PEOPLE = QT_TRANSLATE_NOOP(
    "Errors",
    "Hello, our address book program cannot show the names of colleagues and departments. Please open the DingTalk "
    "developer console, choose the internal app of this program and switch on {permissions}. No other change is "
    "needed. Thank you.",
)


def _missing(title: str, text: str, admin: str, severity: str = "error") -> Words:
    return Words(title, text, _ASK, who=Who.ADMIN, severity=severity, icon="lock", admin=admin)


READ_MISSING = _missing(
    QT_TRANSLATE_NOOP("Errors", "This program is not allowed to read external contacts"),
    QT_TRANSLATE_NOOP("Errors", "A permission of the app is missing in DingTalk."),
    _MESSAGE_READ,
)
WRITE_MISSING = _missing(
    QT_TRANSLATE_NOOP("Errors", "This program is not allowed to change external contacts"),
    QT_TRANSLATE_NOOP("Errors", "The app may read contacts, but has no permission to add, change or delete them."),
    _MESSAGE_WRITE,
)
MOBILE_MISSING = _missing(
    QT_TRANSLATE_NOOP("Errors", "This program is not allowed to find colleagues by mobile number"),
    QT_TRANSLATE_NOOP("Errors", "It cannot tell which contacts are yours. Everything else works."),
    _MESSAGE_PEOPLE,
    "warning",
)
PERSON_MISSING = _missing(
    QT_TRANSLATE_NOOP("Errors", "This program is not allowed to read the names of colleagues"),
    QT_TRANSLATE_NOOP("Errors", "Owners are shown as numbers until the permission is given."),
    _MESSAGE_PEOPLE,
    "warning",
)
MEMBERS_MISSING = _missing(
    QT_TRANSLATE_NOOP("Errors", "This program is not allowed to list the people of a department"),
    QT_TRANSLATE_NOOP("Errors", "Owners may be shown as numbers until the permission is given."),
    _MESSAGE_PEOPLE,
    "warning",
)
DEPARTMENTS_MISSING = _missing(
    QT_TRANSLATE_NOOP("Errors", "This program is not allowed to read departments"),
    QT_TRANSLATE_NOOP("Errors", "Departments are shown as numbers until the permission is given."),
    _MESSAGE_PEOPLE,
    "warning",
)
OTHER_MISSING = _missing(
    QT_TRANSLATE_NOOP("Errors", "This program is not allowed to do this in DingTalk"),
    QT_TRANSLATE_NOOP("Errors", "A permission of the app is missing in DingTalk."),
    QT_TRANSLATE_NOOP(
        "Errors",
        "Hello, our address book program lacks a permission. Please open the DingTalk developer console, choose the "
        "internal app of this program and switch on {permissions}. No other change is needed. Thank you.",
    ),
)

# The calls on external contacts answer 43007 also to third-party apps, which may not write.
MISSING: dict[str, Words] = {
    READ_CONTACTS: READ_MISSING,
    WRITE_CONTACTS: WRITE_MISSING,
    FIND_BY_MOBILE: MOBILE_MISSING,
    READ_PERSON: PERSON_MISSING,
    READ_MEMBERS: MEMBERS_MISSING,
    READ_DEPARTMENTS: DEPARTMENTS_MISSING,
}

PERMISSION_CODES = frozenset({"60011", "43007", "Forbidden.AccessDenied.AccessTokenPermissionDenied"})
