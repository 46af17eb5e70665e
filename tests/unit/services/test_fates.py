"""What an error says about a call that writes, and on which field of the form it belongs."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from addressbook.dingtalk.refusals import refusal
from addressbook.dingtalk.refused_fields import refused_field
from addressbook.domain.fields import Field, Purpose
from addressbook.domain.form_values import FormValues
from addressbook.errors import AddressBookError, AnswerError, Cancelled, NetworkError, StoreError
from addressbook.services.cleared import stayed
from addressbook.services.events import PassFinished
from addressbook.services.lost_answers import CREATE, UPDATE, Fate, fate_of
from addressbook.services.passes import MOVED_PASSES, Passes
from tests.helpers.desk import ANN


@pytest.mark.parametrize(
    ("error", "fate"),
    [
        (NetworkError("network.timeout", endpoint=CREATE), Fate.LOST),
        (NetworkError("network.name", endpoint=CREATE, sent=False), Fate.NOT_DONE),
        (Cancelled(sent=True), Fate.LOST),
        (Cancelled(), Fate.NOT_DONE),
        (AnswerError("answer.json", endpoint=UPDATE), Fate.LOST),
        (AnswerError("answer.html", endpoint=CREATE), Fate.LOST),
        (AnswerError("answer.ip_blocked", endpoint=CREATE), Fate.NOT_DONE),
        (AnswerError("answer.json", endpoint="/gettoken"), Fate.NOT_DONE),
        (refusal(CREATE, "-1"), Fate.BUSY),
        (refusal(CREATE, "400001"), Fate.BUSY),
        (refusal("/gettoken", "-1"), Fate.NOT_DONE),
        (refusal(CREATE, "503"), Fate.LOST),
        (refusal(CREATE, "90018"), Fate.NOT_DONE),
        (refusal(CREATE, "22005"), Fate.NOT_DONE),
        (refusal(CREATE, "40014"), Fate.NOT_DONE),
        (StoreError(), Fate.NOT_DONE),
    ],
)
def test_what_became_of_the_call(error: AddressBookError, fate: Fate) -> None:
    assert fate_of(error) is fate


@pytest.mark.parametrize(
    ("empty", "purpose", "field"),
    [
        ({"name": " "}, Purpose.CREATE, Field.NAME),
        ({"state_code": "", "mobile": ""}, Purpose.CREATE, Field.COUNTRY),
        ({"mobile": ""}, Purpose.CREATE, Field.PHONE),
        ({"label_ids": ()}, Purpose.CREATE, Field.LABELS),
        ({"follower_user_id": ""}, Purpose.UPDATE, Field.OWNER),
        ({"mobile": ""}, Purpose.UPDATE, None),  # which update does not take
        ({}, Purpose.CREATE, None),
    ],
)
def test_an_empty_parameter_is_the_first_that_is_empty(
    empty: dict[str, object], purpose: Purpose, field: Field | None
) -> None:
    values = replace(ANN, **empty).tidy()  # type: ignore[arg-type]
    assert refused_field(refusal(CREATE, "40036"), values, purpose) is field


def test_what_is_no_refusal_belongs_to_no_field() -> None:
    assert refused_field(NetworkError("60103"), ANN, Purpose.CREATE) is None


BEFORE = FormValues(name="Ann", title="CFO", address="Bund 1", label_ids=(1, 2), share_user_ids=("u1", "u2"))


@pytest.mark.parametrize(
    ("sent", "after", "fields"),
    [
        ({"title": ""}, {"title": ""}, set()),
        ({"title": ""}, {}, {Field.TITLE}),
        ({"title": ""}, {"title": "CTO"}, set()),  # a colleague's, meanwhile
        ({"title": "CEO"}, {}, set()),  # that is no clearing
        ({"share_user_ids": ()}, {}, {Field.PEOPLE}),
        ({"share_user_ids": ("u1",)}, {"share_user_ids": ("u1", "u2")}, {Field.PEOPLE}),
        ({"share_user_ids": ("u3",)}, {"share_user_ids": ("u3",)}, set()),
        ({"label_ids": (2,)}, {"label_ids": (2, 1)}, {Field.LABELS}),
    ],
)
def test_what_stayed(sent: dict[str, object], after: dict[str, object], fields: set[Field]) -> None:
    wanted, now = replace(BEFORE, **sent), replace(BEFORE, **after)  # type: ignore[arg-type]
    assert stayed(BEFORE, wanted, now) == fields


def passes(*began_and_moved: tuple[float, bool]) -> tuple[bool, int]:
    """Whether these passes (seconds after the lost answer) prove anything, and how many more were asked for."""
    again: list[None] = []
    seen = Passes(100.0, lambda: again.append(None))
    for seconds, moved in began_and_moved:
        seen.finished(PassFinished(datetime.now(UTC), 100.0 + seconds, moved))
    return seen.whole, len(again)


def test_which_passes_prove_that_a_contact_is_absent() -> None:
    assert passes((0, False)) == (True, 0)
    assert passes((-5, False)) == (False, 1), "it may have been past the place"
    assert passes((-5, False), (1, False)) == (True, 1)
    assert passes((-math.inf, False)) == (False, 1), "an earlier run of the program has begun it"
    assert passes((1, True)) == (False, 1), "the contact may have slipped through"
    assert passes((1, True), (2, False)) == (True, 1)
    assert passes(*[(number, True) for number in range(MOVED_PASSES)]) == (True, MOVED_PASSES - 1)
