"""Whether a contact is the one that was sent: what tells one's own contact from somebody else's."""

from __future__ import annotations

from addressbook.domain.contact import Contact
from addressbook.domain.fields import Purpose
from addressbook.domain.form_values import FormValues, changed_fields, values_of
from addressbook.domain.keys import EMPTY, phone_key
from addressbook.domain.text import clean


def is_as_sent(contact: Contact, sent: FormValues, purpose: Purpose) -> bool:
    """Whether the server has what was sent: every field that the call takes, the number as people compare numbers."""
    differ = changed_fields(values_of(contact), sent, Purpose.UPDATE)  # all fields but the number
    return not differ and (purpose is Purpose.UPDATE or same_number(contact, sent))


def same_number(contact: Contact, sent: FormValues) -> bool:
    """The same number, the country aside where the server has none."""
    wanted = phone_key(clean(sent.state_code), clean(sent.mobile))
    found = phone_key(clean(contact.state_code or sent.state_code), clean(contact.mobile or ""))
    return wanted == found != EMPTY
