"""Words for what the calls on contacts, colleagues and departments refuse (seed documents; dingtalk-api.md 5-7, 9)."""

from __future__ import annotations

from addressbook.ui.words.base import QT_TRANSLATE_NOOP, Who, Words
from addressbook.ui.words.server import BUSY, PROGRAM_FAULT, TOO_LONG

CONTACT_GONE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "This contact is no longer in DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "A colleague may have removed it, or added the person anew."),
    action=QT_TRANSLATE_NOOP("Errors", "Look for the name in the list after the next refresh."),
    severity="info",
    icon="user",
    safe=QT_TRANSLATE_NOOP("Errors", "All other contacts are as they were."),
    retry=False,
)

PERSON_GONE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "This colleague is not in DingTalk any more"),
    text=QT_TRANSLATE_NOOP("Errors", "The person has left, has not joined yet, or belongs to another organisation."),
    action=QT_TRANSLATE_NOOP("Errors", "The number of the person is shown in place of the name."),
    severity="info",
    icon="user",
    retry=False,
)

PERSON_DISABLED = Words(
    title=QT_TRANSLATE_NOOP("Errors", "This colleague's account is switched off in DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk gives out no details of people whose account is switched off."),
    action=QT_TRANSLATE_NOOP("Errors", "Choose another colleague, or ask your DingTalk administrator."),
    severity="info",
    icon="user",
)

MOBILE_UNKNOWN = Words(
    title=QT_TRANSLATE_NOOP("Errors", "No colleague has this mobile number in DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk knows colleagues who have joined, by the number they sign in with."),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Check the digits. For a number abroad, begin with a plus sign and its country."
    ),
    severity="warning",
    icon="phone",
)

DEPARTMENT_GONE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "This department is no longer in DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "It was removed, or its number never existed."),
    action=QT_TRANSLATE_NOOP("Errors", "The number of the department is shown in place of its name."),
    severity="info",
    icon="building",
    retry=False,
)

DEPARTMENT_SPECIAL = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not open this department"),
    text=QT_TRANSLATE_NOOP("Errors", "It is one of the special departments that programs cannot read."),
    action=QT_TRANSLATE_NOOP("Errors", "Choose another department."),
    severity="info",
    icon="building",
    retry=False,
)

MEMBERS_UNREAD = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk could not read the people of a department"),
    text=QT_TRANSLATE_NOOP("Errors", "This may pass by itself."),
    action=QT_TRANSLATE_NOOP("Errors", "Wait a moment and try again."),
    who=Who.WAIT,
    severity="warning",
    icon="users",
)

PERSON_OUT_OF_RANGE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "The app is not allowed to see this colleague"),
    text=QT_TRANSLATE_NOOP("Errors", "The app sees a part of the organisation only, and this person is outside of it."),
    action=QT_TRANSLATE_NOOP("Errors", "Your DingTalk administrator can widen the range of people that the app sees."),
    who=Who.ADMIN,
    severity="warning",
    icon="lock",
    admin=QT_TRANSLATE_NOOP(
        "Errors",
        "Hello, our address book program cannot show the names of some colleagues. Please open the DingTalk "
        "developer console, choose the internal app and, under permissions, widen the range of its address book "
        "permissions to the whole organisation. Thank you.",
    ),
)

DEPARTMENT_OUT_OF_RANGE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "The app is not allowed to see this department"),
    text=QT_TRANSLATE_NOOP("Errors", "The app sees a part of the organisation only."),
    action=QT_TRANSLATE_NOOP("Errors", "Your DingTalk administrator can widen the range of people that the app sees."),
    who=Who.ADMIN,
    severity="warning",
    icon="lock",
    admin=PERSON_OUT_OF_RANGE.admin,
)

PAGING_REFUSED = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk did not hand out the next part of the list"),
    text=QT_TRANSLATE_NOOP("Errors", "It did not accept the place in the list that the program asked for."),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Refresh the list. If it happens again, use Help, Report a problem, to save what is known about it."
    ),
)

NUMBER_TAKEN = Words(
    title=QT_TRANSLATE_NOOP("Errors", "Someone with this phone number is already in the book"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk keeps one external contact for each phone number."),
    action=QT_TRANSLATE_NOOP("Errors", "Look for the number in the list and change that contact, or check the digits."),
    severity="warning",
    icon="user",
    retry=False,
)

CONTACT_TWICE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk says that another contact already has these details"),
    text=QT_TRANSLATE_NOOP("Errors", "It may be the same person, added a second time by a colleague."),
    action=QT_TRANSLATE_NOOP("Errors", "Look for the name and the number in the list before you save again."),
    severity="warning",
    icon="user",
    retry=False,
)

NUMBER_OF_COLLEAGUE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "This phone number belongs to a colleague"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk does not keep members of your organisation as external contacts."),
    action=QT_TRANSLATE_NOOP("Errors", "Check the digits, or find the colleague inside DingTalk."),
    severity="warning",
    icon="phone",
    retry=False,
)

PHONE_WRONG = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not accept this phone number"),
    text=QT_TRANSLATE_NOOP("Errors", "The number does not fit the country that is chosen."),
    action=QT_TRANSLATE_NOOP("Errors", "Check the country and the digits, and save again."),
    severity="warning",
    icon="phone",
)

PHONE_FIXED = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not accept the phone number of this contact"),
    text=QT_TRANSLATE_NOOP("Errors", "A number cannot be changed once a contact exists."),
    action=QT_TRANSLATE_NOOP("Errors", "Change the number inside DingTalk, then refresh this contact here."),
    severity="warning",
    icon="phone",
)

NAME_WRONG = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not accept this name"),
    text=QT_TRANSLATE_NOOP("Errors", "It may be empty, too long, or hold signs that DingTalk does not allow in names."),
    action=QT_TRANSLATE_NOOP("Errors", "Shorten the name or leave out special signs, and save again."),
    severity="warning",
    icon="user",
)

LABEL_MISSING = Words(
    title=QT_TRANSLATE_NOOP("Errors", "A contact needs at least one label"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk does not keep contacts without one."),
    action=QT_TRANSLATE_NOOP("Errors", "Choose at least one label and save again."),
    severity="warning",
    icon="tag",
)

FIELD_EMPTY = Words(
    title=QT_TRANSLATE_NOOP("Errors", "Something that DingTalk needs is still empty"),
    text=QT_TRANSLATE_NOOP("Errors", "A contact needs a name, an owner, a label and, when new, a phone number."),
    action=QT_TRANSLATE_NOOP("Errors", "Fill in what is missing and save again."),
    severity="warning",
    icon="edit",
)

TITLE_LENGTH = Words(
    title=QT_TRANSLATE_NOOP("Errors", "The job title is too long for DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk limits its length, and does not say to how many letters."),
    action=QT_TRANSLATE_NOOP("Errors", "Shorten the job title and save again."),
    severity="warning",
    icon="edit",
)

SHARED_WITH_UNKNOWN = Words(
    title=QT_TRANSLATE_NOOP("Errors", "A colleague this contact is shared with is unknown to DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "The person may have left, or there are more colleagues than DingTalk allows."),
    action=QT_TRANSLATE_NOOP("Errors", "Check the list of colleagues under sharing, and save again."),
    severity="warning",
    icon="users",
)

SHARED_DEPARTMENT_UNKNOWN = Words(
    title=QT_TRANSLATE_NOOP("Errors", "A department this contact is shared with is unknown to DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "It may have been removed, or there are more departments than DingTalk allows."),
    action=QT_TRANSLATE_NOOP("Errors", "Check the list of departments under sharing, and save again."),
    severity="warning",
    icon="building",
)

BOOK_FULL = Words(
    title=QT_TRANSLATE_NOOP("Errors", "Your organisation has reached its limit of external contacts"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk takes no more of them until some are removed."),
    action=QT_TRANSLATE_NOOP("Errors", "Remove contacts that nobody needs, or ask your DingTalk administrator."),
    who=Who.ADMIN,
    icon="users",
)

FEATURE_OFF = Words(
    title=QT_TRANSLATE_NOOP("Errors", "External contacts are not switched on in your organisation"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk keeps none until an administrator switches them on."),
    action=QT_TRANSLATE_NOOP("Errors", "Your DingTalk administrator can do that."),
    who=Who.ADMIN,
    icon="lock",
    admin=QT_TRANSLATE_NOOP(
        "Errors",
        "Hello, our address book program cannot use external contacts, because they are not switched on for our "
        "organisation. Please open the DingTalk admin console and switch on external contacts. Thank you.",
    ),
)

CREATE_BUSY_OR_FIELD = Words(
    title=QT_TRANSLATE_NOOP("Errors", "It is not certain whether DingTalk added this contact"),
    text=QT_TRANSLATE_NOOP(
        "Errors",
        "It is busy, or your organisation made a field of its own mandatory for external contacts, which programs "
        "cannot fill in.",
    ),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Try once more. If it stays like this, ask your DingTalk administrator about mandatory fields."
    ),
    safe=QT_TRANSLATE_NOOP("Errors", "Trying again does not add it twice."),
    who=Who.ADMIN,
    unsure=True,
    admin=QT_TRANSLATE_NOOP(
        "Errors",
        "Hello, DingTalk refuses new external contacts from our address book program. Please check in the DingTalk "
        "admin console whether a custom field of external contacts is mandatory, and make it optional. Thank you.",
    ),
)

CREATE_FIELD = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk did not add this contact"),
    text=CREATE_BUSY_OR_FIELD.text,
    action=CREATE_BUSY_OR_FIELD.action,
    who=Who.ADMIN,
    admin=CREATE_BUSY_OR_FIELD.admin,
)

# Telling the contact itself from the people it names takes a second look (services/editing.py): these are the people.
NAMED_COLLEAGUE_GONE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not know the owner, or a colleague it is shared with"),
    text=QT_TRANSLATE_NOOP("Errors", "Somebody who is chosen in this contact has left the organisation."),
    action=QT_TRANSLATE_NOOP("Errors", "Choose another owner, take out whoever has left, and save again."),
    icon="user",
)

NAMED_COLLEAGUE_OUT_OF_RANGE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "The app is not allowed to use the owner, or a colleague it is shared with"),
    text=PERSON_OUT_OF_RANGE.text,
    action=QT_TRANSLATE_NOOP(
        "Errors", "Choose another colleague, or ask your DingTalk administrator to widen the range of the app."
    ),
    who=Who.ADMIN,
    icon="user",
    admin=PERSON_OUT_OF_RANGE.admin,
)

NAMED_DEPARTMENT_OUT_OF_RANGE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "The app is not allowed to use a department that the contact is shared with"),
    text=DEPARTMENT_OUT_OF_RANGE.text,
    action=QT_TRANSLATE_NOOP(
        "Errors", "Choose another department, or ask your DingTalk administrator to widen the range of the app."
    ),
    who=Who.ADMIN,
    icon="building",
    admin=DEPARTMENT_OUT_OF_RANGE.admin,
)

_WRITE = {
    "40003": NAMED_COLLEAGUE_GONE,
    "40031": SHARED_WITH_UNKNOWN,
    "40032": SHARED_WITH_UNKNOWN,
    "40036": FIELD_EMPTY,
    "40066": SHARED_DEPARTMENT_UNKNOWN,
    "40067": TITLE_LENGTH,
    "41101": TOO_LONG,
    "50002": NAMED_COLLEAGUE_OUT_OF_RANGE,
    "50004": NAMED_DEPARTMENT_OUT_OF_RANGE,
    "60003": SHARED_DEPARTMENT_UNKNOWN,
    "60104": NUMBER_OF_COLLEAGUE,
    "60107": NUMBER_OF_COLLEAGUE,
    "60112": NAME_WRONG,
    "60203": BOOK_FULL,
    "60204": LABEL_MISSING,
    "60205": FEATURE_OFF,
    "22005": NUMBER_TAKEN,
    "60200": CONTACT_TWICE,
    "60111": NAMED_COLLEAGUE_GONE,
    "60121": NAMED_COLLEAGUE_GONE,
    "33012": NAMED_COLLEAGUE_GONE,
}

_PERSON = {
    "33012": PERSON_GONE,
    "40003": PERSON_GONE,
    "60111": PERSON_GONE,
    "60121": PERSON_GONE,
    "60120": PERSON_DISABLED,
    "50002": PERSON_OUT_OF_RANGE,
    "50004": DEPARTMENT_OUT_OF_RANGE,
    "40031": PERSON_GONE,
    "40032": PROGRAM_FAULT,
    "40066": DEPARTMENT_GONE,
    "40067": TITLE_LENGTH,
}

_MEMBERS = _PERSON | {
    "60003": DEPARTMENT_GONE,
    "40009": DEPARTMENT_SPECIAL,
    "40068": PAGING_REFUSED,
    "40069": PAGING_REFUSED,
    "60019": MEMBERS_UNREAD,
}

# What a number means to one call alone; looked up before the meaning it has anywhere.
BY_ENDPOINT: dict[str, dict[str, Words]] = {
    "/topapi/extcontact/list": {"40068": PAGING_REFUSED, "40069": PAGING_REFUSED},
    "/topapi/extcontact/listlabelgroups": {
        "40068": PAGING_REFUSED,
        "40069": PAGING_REFUSED,
        "41101": PAGING_REFUSED,
    },
    "/topapi/extcontact/get": {"33012": CONTACT_GONE, "40003": CONTACT_GONE, "60121": CONTACT_GONE},
    "/topapi/extcontact/create": _WRITE
    | {"60103": PHONE_WRONG, "40001": CREATE_FIELD, "-1": CREATE_BUSY_OR_FIELD, "60200": NUMBER_TAKEN},
    "/topapi/extcontact/update": _WRITE | {"60103": PHONE_FIXED, "22005": CONTACT_TWICE},
    "/topapi/extcontact/delete": {"33012": CONTACT_GONE, "40003": CONTACT_GONE, "60121": CONTACT_GONE},
    "/topapi/v2/user/getbymobile": _PERSON
    | {"60121": MOBILE_UNKNOWN, "40104": MOBILE_UNKNOWN, "400002": MOBILE_UNKNOWN, "60103": MOBILE_UNKNOWN},
    "/topapi/v2/user/get": _PERSON,
    "/topapi/user/listsimple": _MEMBERS,
    "/topapi/v2/user/list": _MEMBERS,
    "/topapi/v2/department/listsub": _MEMBERS,
    "/topapi/v2/department/listsubid": _MEMBERS,
    "/topapi/v2/department/get": _MEMBERS,
}

# The same numbers from a call that is not in the table above.
ELSEWHERE: dict[str, Words] = (
    _WRITE
    | _MEMBERS
    | {"60103": PHONE_WRONG, "40104": MOBILE_UNKNOWN, "49017": CONTACT_GONE, "22005": NUMBER_TAKEN, "-1": BUSY}
)
