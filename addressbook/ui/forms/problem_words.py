"""What is wrong with a form, in the language of the moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from addressbook.domain.countries import region_name
from addressbook.domain.fields import FIELDS, Field
from addressbook.domain.validation import Problem
from addressbook.ui.plain_text import without_key
from addressbook.ui.texts import sentences
from addressbook.ui.translation import current_language
from addressbook.ui.words import forms as words

translate = QCoreApplication.translate


def field_name(field: Field) -> str:
    """A field's title without the mark of its key."""
    return without_key(translate("Forms", words.TITLES[field]))


def field_names(fields: Iterable[Field]) -> str:
    """Several titles, in the order of the form, as people list them."""
    chosen = set(fields)
    return QLocale().createSeparatedList([field_name(spec.field) for spec in FIELDS if spec.field in chosen])


def problem_text(problem: Problem) -> str:
    """One problem in words: what it is, and what would be right where that is known."""
    params = dict(problem.params)
    if "region" in params:
        params["name"] = _place(params)
    counted = _counted(problem.field, problem.code, params)
    text = counted or translate(
        "Forms", words.PROBLEMS.get((problem.field, problem.code)) or words.PROBLEMS[None, problem.code]
    )
    told = text.format_map(params)
    if params.get("mainland"):
        return sentences(told, translate("Forms", "If it is a mobile number of mainland China, choose +86."))
    if problem.code in ("phone_too_short", "phone_impossible") and params.get("landline"):
        landline = translate("Forms", "A landline is fine with its area code: {landline}.").format_map(params)
        return sentences(told, landline)
    return told


def _place(params: Mapping[str, int | str]) -> str:
    """The country of a dialling code; the code itself for those of no one country."""
    region = str(params["region"])
    if region == "CN":  # its numbers are those of the mainland alone, which Chinese says
        return translate("Forms", "China")
    return f"+{params['country']}" if region == "001" else region_name(region, current_language())


def _counted(field: Field, code: str, params: Mapping[str, int | str]) -> str:
    """Words that depend on a number, not filled in yet but for that number; "" when there are none."""
    count, digits = int(params.get("count", 0)), int(params.get("digits", 0))
    if code == "too_many":
        if field is Field.LABELS:
            text = translate(
                "Forms", "%n label(s) are chosen; DingTalk takes {most} at most. Take off {over}.", "", count
            )
        elif field is Field.DEPARTMENTS:
            text = translate(
                "Forms", "%n department(s) are chosen; DingTalk takes {most} at most. Remove {over}.", "", count
            )
        else:
            text = translate("Forms", "%n people are chosen; DingTalk takes {most} at most. Remove {over}.", "", count)
        return text
    if code == "phone_too_short" and "wanted" in params:
        return translate("Forms", "This number has %n digit(s); a mobile number in {name} has {wanted}.", "", digits)
    if code == "phone_too_long" and "wanted" in params:
        return translate(
            "Forms", "This number has %n digit(s), more than the {wanted} of a mobile number in {name}.", "", digits
        )
    if code == "phone_too_short":
        return translate("Forms", "This number has %n digit(s), which is too few for {name}.", "", digits)
    if code == "phone_too_long":
        return translate("Forms", "This number has %n digit(s), which is too many for {name}.", "", digits)
    return ""
