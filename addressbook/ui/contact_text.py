"""A contact as text to copy, and the links that can be made of it."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QUrl

from addressbook.domain.contact import Contact
from addressbook.ui.models.label_index import LabelIndex

_EMAIL = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+")


def mail_link(email: str) -> QUrl | None:
    """A link that begins a mail; None when the text is not one e-mail address."""
    email = email.strip()
    if not _EMAIL.fullmatch(email):
        return None
    url = QUrl()
    url.setScheme("mailto")
    url.setPath(email, QUrl.ParsingMode.DecodedMode)
    return url


def call_link(phone: str | None) -> QUrl | None:
    """A link that begins a call; None when there is no number. `phone` is as displayed ("+86 138 0013 8000")."""
    digits = re.sub(r"\D", "", phone or "")
    if not digits:
        return None
    url = QUrl()
    url.setScheme("tel")
    url.setPath(("+" if (phone or "").lstrip().startswith("+") else "") + digits)
    return url


def card(contact: Contact, phone: str | None, labels: LabelIndex) -> str:
    """The contact as plain text for the clipboard, one fact a line."""
    tr = QCoreApplication.translate
    lines = [
        contact.name,
        contact.title,
        contact.company_name,
        tr("Card", "Phone: {phone}").format(phone=phone) if phone else "",
        tr("Card", "E-mail: {email}").format(email=contact.email) if contact.email else "",
        tr("Card", "Address: {address}").format(address=contact.address) if contact.address else "",
        tr("Card", "Labels: {labels}").format(labels=", ".join(look.full for look in labels.looks(contact.label_ids)))
        if contact.label_ids
        else "",
    ]
    return "\n".join(line for line in lines if line)
