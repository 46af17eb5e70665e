"""Words for what DingTalk refuses, whichever call it was (dingtalk-api.md, sections 2, 4 and 9)."""

from __future__ import annotations

from addressbook.ui.words.base import QT_TRANSLATE_NOOP, Who, Words

TOKEN_REFUSED = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk no longer accepts this sign-in"),
    text=QT_TRANSLATE_NOOP("Errors", "The program signed in anew, and that was refused as well."),
    action=QT_TRANSLATE_NOOP(
        "Errors",
        "Check again in a few minutes. If it stays like this, ask your DingTalk administrator whether the app "
        "still exists and is switched on.",
    ),
    who=Who.ADMIN,
    icon="key",
    admin=QT_TRANSLATE_NOOP(
        "Errors",
        "Hello, our address book program signs in to DingTalk, but DingTalk refuses what the program was given. "
        "Please open the DingTalk developer console and check that the internal app still exists, is switched on "
        "and belongs to our organisation. Thank you.",
    ),
)

WRONG_KIND_OF_APP = Words(
    title=QT_TRANSLATE_NOOP("Errors", "This kind of sign-in cannot be used for external contacts"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk opens external contacts to the organisation's own internal apps."),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Ask your DingTalk administrator for the App key and App secret of an internal app."
    ),
    who=Who.ADMIN,
    icon="key",
    admin=QT_TRANSLATE_NOOP(
        "Errors",
        "Hello, our address book program needs the App key (Client ID) and App secret (Client Secret) of an "
        "internal app of our organisation. The ones it has now are of another kind. Thank you.",
    ),
)

KEY_OR_SECRET_WRONG = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not know this App key and App secret"),
    text=QT_TRANSLATE_NOOP(
        "Errors",
        "A letter may be missing, the secret may have been replaced by a new one, or the two may belong to "
        "another region. Capital and small letters count.",
    ),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Check the server region, then copy the App key and the App secret once more and paste them."
    ),
    in_book=QT_TRANSLATE_NOOP(
        "Errors", "Ask your DingTalk administrator for the present App key and App secret, and enter both again."
    ),
    icon="key",
    admin=QT_TRANSLATE_NOOP(
        "Errors",
        "Hello, DingTalk refuses the App key (Client ID) and App secret (Client Secret) of our address book "
        "program. Please send me both again, and tell me whether our organisation is on the mainland China or "
        "the international DingTalk. Thank you.",
    ),
)

ORGANISATION_UNKNOWN = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not know this organisation"),
    text=QT_TRANSLATE_NOOP("Errors", "The sign-in does not belong to an organisation on this server."),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Check the server region. If it is right, ask your DingTalk administrator for the App key."
    ),
    who=Who.ADMIN,
    icon="building",
)

ORGANISATION_CLOSED = Words(
    title=QT_TRANSLATE_NOOP("Errors", "Your organisation is closed in DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk says that the organisation was disabled or dissolved."),
    action=QT_TRANSLATE_NOOP("Errors", "Ask your DingTalk administrator what has happened."),
    who=Who.ADMIN,
    icon="building",
)

KEY_OR_SECRET_EMPTY = Words(
    title=QT_TRANSLATE_NOOP("Errors", "The App key or the App secret is missing"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk received a sign-in with an empty field."),
    action=QT_TRANSLATE_NOOP("Errors", "Fill in both the App key and the App secret, and try again."),
    icon="key",
)

KEY_EMPTY_OR_BUSY = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk did not let the program sign in"),
    text=QT_TRANSLATE_NOOP(
        "Errors", "Either the App key or the App secret is empty, or there were too many sign-ins in a short time."
    ),
    action=QT_TRANSLATE_NOOP("Errors", "Check that both fields are filled in, wait a minute, and try again."),
    icon="key",
)

APP_DISABLED = Words(
    title=QT_TRANSLATE_NOOP("Errors", "The app is switched off in DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk answers this app no longer, until it is switched on again."),
    action=QT_TRANSLATE_NOOP("Errors", "Your DingTalk administrator can switch it on."),
    who=Who.ADMIN,
    icon="lock",
    admin=QT_TRANSLATE_NOOP(
        "Errors",
        "Hello, the internal app of our address book program is switched off in DingTalk. Please open the "
        "DingTalk developer console and switch it on again. Thank you.",
    ),
)

CALL_DISABLED = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk has switched off what the program needs"),
    text=QT_TRANSLATE_NOOP("Errors", "This part of DingTalk is not open to the app."),
    action=QT_TRANSLATE_NOOP("Errors", "Ask your DingTalk administrator, and send the details along."),
    who=Who.ADMIN,
    icon="lock",
)

ADDRESS_NOT_ALLOWED = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not accept this network's address"),
    text=QT_TRANSLATE_NOOP("Errors", "The app only answers to certain networks, and yours is not on its list."),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Your DingTalk administrator can add it. Outside the office, connect to the office network first."
    ),
    who=Who.ADMIN,
    icon="lock",
    admin=QT_TRANSLATE_NOOP(
        "Errors",
        "Hello, DingTalk refuses our address book program because the address of our network is not on the "
        "internal app's list of allowed server IP addresses. Please add our office's public address in the "
        "DingTalk developer console. Thank you.",
    ),
    needs="address",
    known=Words(
        title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not accept this network's address"),
        text=QT_TRANSLATE_NOOP(
            "Errors", "The app only answers to certain networks, and yours ({address}) is not on its list."
        ),
        action=QT_TRANSLATE_NOOP(
            "Errors",
            "Your DingTalk administrator can add it. Outside the office, connect to the office network first.",
        ),
        who=Who.ADMIN,
        icon="lock",
        admin=QT_TRANSLATE_NOOP(
            "Errors",
            "Hello, DingTalk refuses our address book program because the address {address} is not on the internal "
            "app's list of allowed server IP addresses. Please add it in the DingTalk developer console. Thank you.",
        ),
    ),
)

WRONG_SERVER = Words(
    title=QT_TRANSLATE_NOOP("Errors", "This server does not know what the program asks for"),
    text=QT_TRANSLATE_NOOP("Errors", "The address may not be DingTalk's, or DingTalk has changed."),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Check the server region or the address. If they are right, look for a newer version of the program."
    ),
    icon="warning",
)

PROGRAM_FAULT = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk did not understand this program"),
    text=QT_TRANSLATE_NOOP("Errors", "This is a fault of the program, not something you did."),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Look for a newer version, or use Help, Report a problem, and send the file to your administrator."
    ),
)

SLOW_DOWN = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk asks us to slow down"),
    text=QT_TRANSLATE_NOOP("Errors", "Your organisation's programs asked for too much at once."),
    action=QT_TRANSLATE_NOOP("Errors", "Wait a moment and try again."),
    waiting=QT_TRANSLATE_NOOP("Errors", "The program continues by itself; you can keep working meanwhile."),
    who=Who.WAIT,
    severity="warning",
    icon="clock",
)

LONG_PAUSE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk has paused this program for a while"),
    text=QT_TRANSLATE_NOOP(
        "Errors", "Too much was asked of DingTalk from your organisation. The pause ends by itself after some minutes."
    ),
    action=QT_TRANSLATE_NOOP("Errors", "Try again later. If it happens often, tell your DingTalk administrator."),
    waiting=QT_TRANSLATE_NOOP(
        "Errors", "The program continues by itself. If it happens often, tell your DingTalk administrator."
    ),
    who=Who.WAIT,
    severity="warning",
    icon="clock",
)

SHARED_ADDRESS = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk has blocked the address of this network"),
    text=QT_TRANSLATE_NOOP(
        "Errors", "Programs of too many organisations use DingTalk from the same address, as with a shared proxy."
    ),
    action=QT_TRANSLATE_NOOP("Errors", "Use another network, or ask the people who look after your network."),
    who=Who.ADMIN,
    severity="warning",
    icon="lock",
)

QUOTA_USED_UP = Words(
    title=QT_TRANSLATE_NOOP("Errors", "Your organisation's monthly allowance at DingTalk is used up"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk counts the calls of all programs of an organisation together."),
    action=QT_TRANSLATE_NOOP("Errors", "It starts anew next month; your DingTalk administrator can enlarge it."),
    who=Who.ADMIN,
    severity="warning",
    icon="gauge",
)

BUSY = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk is busy right now"),
    text=QT_TRANSLATE_NOOP("Errors", "It could not answer, although the program asked several times."),
    action=QT_TRANSLATE_NOOP("Errors", "Wait a moment and try again."),
    waiting=QT_TRANSLATE_NOOP("Errors", "The program tries again by itself."),
    who=Who.WAIT,
    severity="warning",
    icon="clock",
    unsure=True,
)

SENSITIVE = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk does not accept a word in these details"),
    text=QT_TRANSLATE_NOOP("Errors", "Its filter for sensitive content refused them, and does not say which word."),
    action=QT_TRANSLATE_NOOP("Errors", "Check the texts you entered last, change the wording, and save again."),
    severity="warning",
    icon="warning",
)

TOO_LONG = Words(
    title=QT_TRANSLATE_NOOP("Errors", "One of the texts is too long for DingTalk"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk does not say which one it is."),
    action=QT_TRANSLATE_NOOP("Errors", "Shorten the longest text and save again."),
    severity="warning",
    icon="edit",
)

UNKNOWN = Words(
    title=QT_TRANSLATE_NOOP("Errors", "DingTalk refused, for a reason this program does not know"),
    text=QT_TRANSLATE_NOOP("Errors", "DingTalk did not say why."),
    action=QT_TRANSLATE_NOOP(
        "Errors", "Try again. If it stays like this, send the details to your DingTalk administrator."
    ),
    who=Who.ADMIN,
    needs="message",
    known=Words(
        title=QT_TRANSLATE_NOOP("Errors", "DingTalk refused, for a reason this program does not know"),
        text=QT_TRANSLATE_NOOP("Errors", "DingTalk says: “{message}”."),
        action=QT_TRANSLATE_NOOP(
            "Errors", "Try again. If it stays like this, send the details to your DingTalk administrator."
        ),
        who=Who.ADMIN,
    ),
)

# Any call. A tuple of codes shares one explanation.
ANYWHERE: dict[str, Words] = {
    code: words
    for codes, words in (
        (("33001", "40000", "40001", "40014", "41001", "42001", "InvalidAuthentication"), TOKEN_REFUSED),
        (("33009", "40002"), WRONG_KIND_OF_APP),
        (("40089", "40096", "invalidClientIdOrSecret", "invalid.client", "unauthorized.client"), KEY_OR_SECRET_WRONG),
        (("40013", "400043"), ORGANISATION_UNKNOWN),
        (("50005", "70001"), ORGANISATION_CLOSED),
        (("50003",), APP_DISABLED),
        (("48002",), CALL_DISABLED),
        (("60020", "Forbidden.AccessDenied.IpNotInWhiteList"), ADDRESS_NOT_ALLOWED),
        (("22", "404", "405", "43003", "InvalidAction.NotFound"), WRONG_SERVER),
        (
            (
                *("40033", "40035", "40036", "40038", "40068", "40069", "400002"),
                *("41009", "41015", "43001", "43002", "43004", "43005", "43009", "44002"),
            ),
            PROGRAM_FAULT,
        ),
        (
            (
                *("429", "90002", "90005", "90006", "90018"),
                *("Forbidden.AccessDenied.QpsLimitForApi", "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"),
            ),
            SLOW_DOWN,
        ),
        (
            ("90001", "90003", "90004", "90007", "90008", "90009", "90010", "90011", "90012", "90013", "90014"),
            LONG_PAUSE,
        ),
        (("90017",), SHARED_ADDRESS),
        (("90020", "Forbidden.AccessDenied.ApiCountLimitForOrg"), QUOTA_USED_UP),
        (("-1", "400001", "unknownError", "server.error"), BUSY),
        (("60022",), SENSITIVE),
        (("40063", "40064", "40065", "41101"), TOO_LONG),
        (("88",), UNKNOWN),
    )
    for code in codes
}

# The calls that fetch a token give some of the numbers a meaning of their own (sections 2.1 and 2.2).
SIGN_IN: dict[str, Words] = {
    "40000": KEY_OR_SECRET_EMPTY,
    "40001": KEY_OR_SECRET_WRONG,
    "40035": KEY_OR_SECRET_EMPTY,
    "90002": KEY_EMPTY_OR_BUSY,
    "90003": KEY_EMPTY_OR_BUSY,
}
