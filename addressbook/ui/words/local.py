"""Words for what happens on this computer and on the way to DingTalk (codes of addressbook/errors.py)."""

from __future__ import annotations

from addressbook.ui.words.base import QT_TRANSLATE_NOOP, Who, Words

_COPY_SAFE = QT_TRANSLATE_NOOP("Errors", "Your contacts in DingTalk are not affected.")
_WAITING = QT_TRANSLATE_NOOP("Errors", "The program tries again by itself.")

LOCAL: dict[str, Words] = {
    "network.unreachable": Words(
        title=QT_TRANSLATE_NOOP("Errors", "DingTalk cannot be reached"),
        text=QT_TRANSLATE_NOOP("Errors", "This computer seems to be offline, or the way to DingTalk is blocked."),
        action=QT_TRANSLATE_NOOP("Errors", "Check the network and try again."),
        waiting=QT_TRANSLATE_NOOP("Errors", "Check the network. The program tries again by itself."),
        severity="info",
        icon="offline",
    ),
    "network.name": Words(
        title=QT_TRANSLATE_NOOP("Errors", "DingTalk's server was not found"),
        text=QT_TRANSLATE_NOOP("Errors", "This computer seems to be offline, or the address of the server is wrong."),
        action=QT_TRANSLATE_NOOP("Errors", "Check the network and, if you typed an address, its spelling."),
        waiting=QT_TRANSLATE_NOOP("Errors", "Check the network. The program tries again by itself."),
        severity="info",
        icon="offline",
    ),
    "network.timeout": Words(
        title=QT_TRANSLATE_NOOP("Errors", "DingTalk did not answer in time"),
        text=QT_TRANSLATE_NOOP("Errors", "The network is slow, or DingTalk is busy."),
        action=QT_TRANSLATE_NOOP("Errors", "Wait a moment and try again."),
        waiting=_WAITING,
        who=Who.WAIT,
        severity="warning",
        icon="clock",
        unsure=True,
    ),
    "network.reset": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The connection to DingTalk broke off"),
        text=QT_TRANSLATE_NOOP("Errors", "The network was interrupted before the whole answer was here."),
        action=QT_TRANSLATE_NOOP("Errors", "Check the network and try again."),
        waiting=QT_TRANSLATE_NOOP("Errors", "Check the network. The program tries again by itself."),
        severity="warning",
        icon="offline",
        unsure=True,
    ),
    "network.tls": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The connection to DingTalk is not secure"),
        text=QT_TRANSLATE_NOOP(
            "Errors", "The server's certificate is not trusted by this computer, so nothing was sent over it."
        ),
        action=QT_TRANSLATE_NOOP(
            "Errors",
            "Check this computer's date and time. In an office network, ask the people who look after it about "
            "the certificate of its proxy.",
        ),
        who=Who.ADMIN,
        icon="lock",
    ),
    "network.proxy": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The network's proxy does not let the program through"),
        text=QT_TRANSLATE_NOOP("Errors", "Your network sends programs through a proxy, and the proxy refused."),
        action=QT_TRANSLATE_NOOP(
            "Errors", "Check the proxy in this computer's network settings, or ask the people who look after it."
        ),
        who=Who.ADMIN,
        severity="warning",
        icon="offline",
    ),
    "answer.html": Words(
        title=QT_TRANSLATE_NOOP("Errors", "A web page answered in place of DingTalk"),
        text=QT_TRANSLATE_NOOP(
            "Errors", "This is often the sign-in page of a guest network, or a page of the office's proxy."
        ),
        action=QT_TRANSLATE_NOOP("Errors", "Open any page in the browser, sign in to the network, and try again."),
        waiting=QT_TRANSLATE_NOOP(
            "Errors", "Open any page in the browser and sign in to the network. The program tries again by itself."
        ),
        severity="warning",
        icon="offline",
        unsure=True,
    ),
    "answer.json": Words(
        title=QT_TRANSLATE_NOOP("Errors", "DingTalk's answer arrived damaged"),
        text=QT_TRANSLATE_NOOP("Errors", "It was cut off or changed on its way."),
        action=QT_TRANSLATE_NOOP("Errors", "Try again. If it stays like this, try another network."),
        waiting=QT_TRANSLATE_NOOP(
            "Errors", "The program tries again by itself. If it stays like this, try another network."
        ),
        severity="warning",
        icon="warning",
        unsure=True,
    ),
    "answer.shape": Words(
        title=QT_TRANSLATE_NOOP("Errors", "DingTalk answered in a way this program does not know"),
        text=QT_TRANSLATE_NOOP("Errors", "DingTalk may have changed, or another program answered in its place."),
        action=QT_TRANSLATE_NOOP("Errors", "Try again. If it stays like this, look for a newer version."),
        waiting=QT_TRANSLATE_NOOP(
            "Errors", "The program tries again by itself. If it stays like this, look for a newer version."
        ),
        severity="warning",
        icon="warning",
        unsure=True,
    ),
    "answer.status": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The server refused in a way DingTalk does not"),
        text=QT_TRANSLATE_NOOP("Errors", "A proxy or another program may have answered in place of DingTalk."),
        action=QT_TRANSLATE_NOOP("Errors", "Check the server region or the address, then try again."),
        waiting=_WAITING,
        severity="warning",
        icon="warning",
        unsure=True,
    ),
    "answer.too_large": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The answer was far larger than DingTalk's answers are"),
        text=QT_TRANSLATE_NOOP("Errors", "It was not read to its end, to protect this computer."),
        action=QT_TRANSLATE_NOOP("Errors", "Check the server region or the address, then try again."),
        waiting=_WAITING,
        severity="warning",
        icon="warning",
        unsure=True,
    ),
    "answer.redirect": Words(
        title=QT_TRANSLATE_NOOP("Errors", "Something tried to send the program to another server"),
        text=QT_TRANSLATE_NOOP("Errors", "DingTalk does not do that, so the program did not follow."),
        action=QT_TRANSLATE_NOOP(
            "Errors", "Sign in to your network in the browser, check the server region or the address, and try again."
        ),
        waiting=QT_TRANSLATE_NOOP(
            "Errors", "Sign in to your network in the browser. The program tries again by itself."
        ),
        severity="warning",
        icon="lock",
    ),
    "answer.ip_blocked": Words(
        title=QT_TRANSLATE_NOOP("Errors", "DingTalk has blocked this network for some minutes"),
        text=QT_TRANSLATE_NOOP("Errors", "Too many calls came from it within seconds, from all programs together."),
        action=QT_TRANSLATE_NOOP("Errors", "Wait about five minutes and try again."),
        waiting=QT_TRANSLATE_NOOP("Errors", "Wait about five minutes. The program continues by itself."),
        who=Who.WAIT,
        severity="warning",
        icon="clock",
    ),
    "secrets.failed": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The computer's password store did not work"),
        text=QT_TRANSLATE_NOOP("Errors", "App key and App secret are kept nowhere else."),
        action=QT_TRANSLATE_NOOP(
            "Errors", "Try again, or sign out of the computer and in again. You can also go on for this time only."
        ),
        severity="warning",
        icon="key",
        safe=_COPY_SAFE,
    ),
    "secrets.none": Words(
        title=QT_TRANSLATE_NOOP("Errors", "This computer has no password store"),
        text=QT_TRANSLATE_NOOP(
            "Errors", "App key and App secret are kept in a password store or not at all, never in a file."
        ),
        action=QT_TRANSLATE_NOOP(
            "Errors", "You can go on for this time only: you enter them again next time, and no contacts are kept here."
        ),
        severity="warning",
        icon="key",
        safe=_COPY_SAFE,
    ),
    "secrets.locked": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The computer's password store is locked"),
        text=QT_TRANSLATE_NOOP("Errors", "The program needs it to open your contacts and to sign in to DingTalk."),
        action=QT_TRANSLATE_NOOP("Errors", "Unlock it and try again, or go on for this time only."),
        severity="warning",
        icon="lock",
        safe=_COPY_SAFE,
    ),
    "secrets.refused": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The computer's password store refused this program"),
        text=QT_TRANSLATE_NOOP("Errors", "The question was answered with no, or a rule of this computer forbids it."),
        action=QT_TRANSLATE_NOOP("Errors", "Try again and allow it, or go on for this time only."),
        severity="warning",
        icon="lock",
        safe=_COPY_SAFE,
    ),
    "secrets.unreadable": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The entry in the computer's password store cannot be read"),
        text=QT_TRANSLATE_NOOP("Errors", "Another program may have changed it."),
        action=QT_TRANSLATE_NOOP("Errors", "Connect your organisation anew; your administrator has what is needed."),
        icon="key",
        safe=_COPY_SAFE,
        retry=False,
    ),
    "secrets.missing": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The password store no longer holds what this book needs"),
        text=QT_TRANSLATE_NOOP("Errors", "The entry was removed, or another person is signed in to this computer."),
        action=QT_TRANSLATE_NOOP("Errors", "Connect your organisation anew; your administrator has what is needed."),
        icon="key",
        safe=_COPY_SAFE,
        retry=False,
    ),
    "store.failed": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The copy of the contacts on this computer did not work"),
        text=QT_TRANSLATE_NOOP("Errors", "It could not be read or written."),
        action=QT_TRANSLATE_NOOP("Errors", "Try again. If it stays like this, restart the computer."),
        icon="file",
        safe=_COPY_SAFE,
    ),
    "store.closed": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The copy on this computer is not open"),
        text=QT_TRANSLATE_NOOP("Errors", "The program could not open it again after a fault, or the book was closed."),
        action=QT_TRANSLATE_NOOP("Errors", "Start the program again."),
        icon="file",
        safe=_COPY_SAFE,
    ),
    "store.damaged": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The copy on this computer is damaged"),
        text=QT_TRANSLATE_NOOP("Errors", "A part of it cannot be read; this may be the fault of the disk."),
        action=QT_TRANSLATE_NOOP(
            "Errors", "Try again: a new copy is made. If that happens again, have the disk of this computer checked."
        ),
        icon="file",
        safe=_COPY_SAFE,
    ),
    "store.work_damaged": Words(
        title=QT_TRANSLATE_NOOP("Errors", "A file of the program on this computer cannot be read"),
        text=QT_TRANSLATE_NOOP("Errors", "It keeps what you have told the program, such as your own mobile number."),
        action=QT_TRANSLATE_NOOP(
            "Errors",
            "You can read and find contacts as usual. The file is left as it is: ask the people who look after this "
            "computer whether they have a backup of it.",
        ),
        severity="warning",
        icon="file",
        safe=_COPY_SAFE,
    ),
    "store.left_over": Words(
        title=QT_TRANSLATE_NOOP("Errors", "Some files could not be removed"),
        text=QT_TRANSLATE_NOOP(
            "Errors",
            "You are signed out, and the key to the contacts on this computer is gone. Encrypted files are left that "
            "nobody can read.",
        ),
        action=QT_TRANSLATE_NOOP(
            "Errors", "You need not do anything: the program removes them when it is started the next time."
        ),
        who=Who.WAIT,
        severity="warning",
        icon="file",
        safe=_COPY_SAFE,
        retry=False,
    ),
    "store.rebuilt": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The copy on this computer was damaged"),
        text=QT_TRANSLATE_NOOP("Errors", "It cannot be read and was set aside."),
        action=QT_TRANSLATE_NOOP("Errors", "The contacts are loaded from DingTalk again; you need not do anything."),
        who=Who.WAIT,
        severity="warning",
        icon="file",
        safe=_COPY_SAFE,
    ),
    "store.too_new": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The copy was made by a newer version of this program"),
        text=QT_TRANSLATE_NOOP("Errors", "This older version leaves it untouched, so that nothing is lost."),
        action=QT_TRANSLATE_NOOP("Errors", "Open it with the newer version."),
        icon="file",
        safe=_COPY_SAFE,
        retry=False,
    ),
    "store.disk_full": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The disk is full"),
        text=QT_TRANSLATE_NOOP("Errors", "Contacts that arrive now cannot be kept on this computer."),
        action=QT_TRANSLATE_NOOP("Errors", "Free some space, then try again."),
        waiting=QT_TRANSLATE_NOOP("Errors", "Free some space. The program tries again by itself."),
        icon="file",
        safe=_COPY_SAFE,
    ),
    "store.read_only": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The program cannot write to its folder"),
        text=QT_TRANSLATE_NOOP("Errors", "The folder or the disk is write-protected."),
        action=QT_TRANSLATE_NOOP("Errors", "Ask the people who look after this computer to make it writable."),
        icon="file",
        safe=_COPY_SAFE,
    ),
    "store.busy": Words(
        title=QT_TRANSLATE_NOOP("Errors", "The copy of the contacts is in use"),
        text=QT_TRANSLATE_NOOP("Errors", "Another program, such as a backup, holds the file at the moment."),
        action=QT_TRANSLATE_NOOP("Errors", "Wait a moment and try again."),
        waiting=_WAITING,
        who=Who.WAIT,
        severity="warning",
        icon="file",
        safe=_COPY_SAFE,
    ),
    "profile.in_use": Words(
        title=QT_TRANSLATE_NOOP("Errors", "This address book is already open"),
        text=QT_TRANSLATE_NOOP("Errors", "Another window of this program uses it."),
        action=QT_TRANSLATE_NOOP("Errors", "Go to that window, or close it and try again."),
        severity="info",
        icon="book",
        safe=_COPY_SAFE,
    ),
    "profile.unknown": Words(
        title=QT_TRANSLATE_NOOP("Errors", "This book is no longer on this computer"),
        text=QT_TRANSLATE_NOOP("Errors", "Its entry in the settings is gone."),
        action=QT_TRANSLATE_NOOP("Errors", "Connect your organisation anew; your administrator has what is needed."),
        severity="warning",
        icon="book",
        safe=_COPY_SAFE,
        retry=False,
    ),
    "delete.pending": Words(
        title=QT_TRANSLATE_NOOP("Errors", "A change is still being saved"),
        text=QT_TRANSLATE_NOOP("Errors", "What is still on its way to DingTalk cannot be deleted."),
        action=QT_TRANSLATE_NOOP("Errors", "Wait until it is saved, then delete it."),
        who=Who.WAIT,
        severity="info",
        icon="clock",
        safe=QT_TRANSLATE_NOOP("Errors", "Nothing was deleted."),
    ),
    "save.saved_before": Words(
        title=QT_TRANSLATE_NOOP("Errors", "This contact was saved before from another place"),
        text=QT_TRANSLATE_NOOP("Errors", "What you have changed since then is in this form, and not saved yet."),
        action=QT_TRANSLATE_NOOP("Errors", "Save again to bring it into the contact."),
        severity="warning",
        icon="warning",
        safe=QT_TRANSLATE_NOOP("Errors", "Nothing was sent a second time."),
    ),
    "save.earlier_try": Words(
        title=QT_TRANSLATE_NOOP("Errors", "Checking whether an earlier try has added this contact"),
        text=QT_TRANSLATE_NOOP("Errors", "DingTalk was busy when it was saved with another phone number."),
        action=QT_TRANSLATE_NOOP("Errors", "Wait until this is known."),
        who=Who.WAIT,
        severity="warning",
        icon="clock",
    ),
    "draft.elsewhere": Words(
        title=QT_TRANSLATE_NOOP("Errors", "This contact is being saved, or was saved, from another place"),
        text=QT_TRANSLATE_NOOP("Errors", "What is typed here since then is not kept."),
        action=QT_TRANSLATE_NOOP("Errors", "Save it, or copy what you still need."),
        severity="warning",
        icon="warning",
    ),
    "form.incomplete": Words(
        title=QT_TRANSLATE_NOOP("Errors", "Something is still missing"),
        text=QT_TRANSLATE_NOOP("Errors", "Connecting needs the App key and the App secret, or an access token."),
        action=QT_TRANSLATE_NOOP("Errors", "Fill in what is missing and try again."),
        severity="warning",
        icon="key",
        safe=QT_TRANSLATE_NOOP("Errors", "Nothing was sent."),
        retry=False,
    ),
    "region.address": Words(
        title=QT_TRANSLATE_NOOP("Errors", "This is not the address of a server"),
        text=QT_TRANSLATE_NOOP("Errors", "An address begins with https:// and names a server, and nothing more."),
        action=QT_TRANSLATE_NOOP("Errors", "Check the address, or choose one of the two regions."),
        severity="warning",
        icon="warning",
        safe=QT_TRANSLATE_NOOP("Errors", "Nothing was sent."),
        retry=False,
    ),
    "cancelled": Words(
        title=QT_TRANSLATE_NOOP("Errors", "Stopped"),
        text=QT_TRANSLATE_NOOP("Errors", "The call to DingTalk was stopped."),
        action=QT_TRANSLATE_NOOP("Errors", "Start it again whenever you like."),
        severity="info",
        icon="stop",
        unsure=True,
    ),
}

UNEXPECTED = Words(
    title=QT_TRANSLATE_NOOP("Errors", "Something went wrong in this program"),
    text=QT_TRANSLATE_NOOP("Errors", "This is a fault of the program, not something you did."),
    action=QT_TRANSLATE_NOOP("Errors", "Try again. Help, Report a problem, saves what is known about it."),
    safe=_COPY_SAFE,
)
