"""Words of the forms: titles of the fields, and what is wrong with what was filled in.

A "&" marks the key that goes to a field with Alt; no two fields of a form share one, nor do the form's buttons.
"""

from __future__ import annotations

from addressbook.domain.fields import Field
from addressbook.ui.words.base import QT_TRANSLATE_NOOP

TITLES: dict[Field, str] = {
    Field.NAME: QT_TRANSLATE_NOOP("Forms", "&Name"),
    Field.ALIAS: QT_TRANSLATE_NOOP("Forms", "Al&ias"),
    Field.COMPANY: QT_TRANSLATE_NOOP("Forms", "C&ompany"),
    Field.TITLE: QT_TRANSLATE_NOOP("Forms", "&Job title"),
    Field.COUNTRY: QT_TRANSLATE_NOOP("Forms", "Country code"),  # stands in the frame of the phone
    Field.PHONE: QT_TRANSLATE_NOOP("Forms", "P&hone"),
    Field.EMAIL: QT_TRANSLATE_NOOP("Forms", "&E-mail"),
    Field.ADDRESS: QT_TRANSLATE_NOOP("Forms", "A&ddress"),
    Field.LABELS: QT_TRANSLATE_NOOP("Forms", "&Labels"),
    Field.OWNER: QT_TRANSLATE_NOOP("Forms", "O&wner"),
    Field.DEPARTMENTS: QT_TRANSLATE_NOOP("Forms", "Shared with depar&tments"),
    Field.PEOPLE: QT_TRANSLATE_NOOP("Forms", "Shared with &people"),
}

PLACEHOLDERS: dict[Field, str] = {
    Field.ALIAS: QT_TRANSLATE_NOOP("Forms", "How you call this person"),
}

HELP: dict[Field, str] = {
    Field.LABELS: QT_TRANSLATE_NOOP(
        "Forms", "At least one. DingTalk shows one per group; Ctrl+Space or a right click keeps a second."
    ),
}

NOTES_ON_CREATE: dict[Field, str] = {
    Field.PHONE: QT_TRANSLATE_NOOP("Forms", "Cannot be changed after adding"),
}

# What is wrong, by the field and the code of domain/validation.py; a code alone serves all fields. What counts
# something stands in ui/forms/problem_words.py, for its plurals.
PROBLEMS: dict[tuple[Field | None, str], str] = {
    (Field.NAME, "missing"): QT_TRANSLATE_NOOP("Forms", "Enter a name."),
    (Field.COUNTRY, "missing"): QT_TRANSLATE_NOOP("Forms", "Choose the country of the phone number."),
    (Field.PHONE, "missing"): QT_TRANSLATE_NOOP("Forms", "Enter a phone number."),
    (Field.LABELS, "missing"): QT_TRANSLATE_NOOP("Forms", "Choose at least one label."),
    (Field.OWNER, "missing"): QT_TRANSLATE_NOOP("Forms", "Choose the colleague who looks after this contact."),
    (None, "country_unknown"): QT_TRANSLATE_NOOP("Forms", "No country has the dialling code +{country}."),
    (None, "phone_letters"): QT_TRANSLATE_NOOP(
        "Forms", "There is more in here than a phone number. Leave the digits of one number."
    ),
    (None, "phone_several"): QT_TRANSLATE_NOOP("Forms", "There is more than one number in here. Leave one of them."),
    (None, "phone_impossible"): QT_TRANSLATE_NOOP("Forms", "No phone number in {name} looks like this."),
    (None, "phone_doubtful"): QT_TRANSLATE_NOOP(
        "Forms", "No number like this is in use in {name} as far as is known. Check the digits; it can be saved."
    ),
    (None, "phone_no_area"): QT_TRANSLATE_NOOP(
        "Forms", "This looks like a landline without its area code. With it, a number reads like {landline}."
    ),
    (None, "phone_other_country"): QT_TRANSLATE_NOOP(
        "Forms", "This number begins with the code of {name}, +{country}. Choose that country, or leave the code out."
    ),
}
