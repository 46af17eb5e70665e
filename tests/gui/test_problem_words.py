"""Whatever the rules of a form can say is said in words, with all its figures, in both languages."""

from dataclasses import replace

import pytest

from addressbook.domain.fields import FIELDS, Field, Purpose, Rule
from addressbook.domain.form_values import FormValues
from addressbook.domain.phone_check import check_number
from addressbook.domain.validation import check
from addressbook.ui.forms.problem_words import problem_text

WHOLE = FormValues(name="Ann", state_code="86", mobile="13800138000", follower_user_id="u1", label_ids=(1,))
NUMBERS = {
    "phone_letters": [("86", "1360054xxxx")],
    "phone_too_short": [("86", "138 0012 88"), ("49", "1"), ("870", "12")],
    "phone_too_long": [("86", "138001380001"), ("49", "9" * 30), ("870", "9" * 30)],
    "phone_other_country": [("86", "+44 20 7946 0018"), ("86", "+800 1234 5678")],
    "phone_impossible": [("86", "+999 1234")],
    "phone_doubtful": [("86", "12800138000"), ("852", "9123 456")],
    "phone_no_area": [("86", "5555 0188")],
}
FORMS = [
    *(replace(WHOLE, state_code=code, mobile=mobile) for pairs in NUMBERS.values() for code, mobile in pairs),
    replace(WHOLE, state_code="999"),
    replace(WHOLE, state_code="abc"),
    *(
        WHOLE.with_value(spec.field, "" if spec.most is None else ())
        for spec in FIELDS
        if spec.on_create is Rule.REQUIRED
    ),
    *(WHOLE.with_value(field, tuple(range(1, 23))) for field in (Field.LABELS, Field.DEPARTMENTS)),
    replace(WHOLE, share_user_ids=tuple(f"u{number}" for number in range(22))),
]


def test_each_number_is_what_it_stands_for():
    for reason, pairs in NUMBERS.items():
        assert [check_number(*pair).reason for pair in pairs] == [reason] * len(pairs)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("values", FORMS)
def test_every_problem_has_words(qapp, speak, language, values):
    speak(language)
    problems = check(values, Purpose.CREATE)
    assert problems
    for problem in problems:
        text = problem_text(problem)
        assert text.endswith((".", "。"))
        assert not set("{}%") & set(text)
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text) is (language == "zh_CN")


def test_a_short_number_is_told_as_people_would(qapp, speak):
    speak("zh_CN")
    (problem,) = check(replace(WHOLE, mobile="138 0012 88"), Purpose.CREATE)
    assert "9" in problem_text(problem)
    assert "11" in problem_text(problem)
    assert "010 1234 5678" in problem_text(problem)
