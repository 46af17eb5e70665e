"""Two people changed one contact: what is joined, what a person has to choose."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from addressbook.domain.fields import Field
from addressbook.domain.form_values import LISTS, FormValues
from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.merge import Clash, Joined, Merge, Part, Side, Why, resolve, takes, three_way

GROUPS = tuple(
    LabelGroup(name, None, tuple(Label(number, f"{name} {number}") for number in numbers))
    for name, numbers in (("Type", range(10, 15)), ("Level", range(20, 25)), ("Status", range(30, 50)))
)
TEXTS = (Field.NAME, Field.ALIAS, Field.COMPANY, Field.TITLE, Field.ADDRESS, Field.OWNER)
SHARES = (Field.DEPARTMENTS, Field.PEOPLE)
BEFORE = FormValues(
    name="Lan Xinyi",
    title="Buyer",
    state_code="86",
    mobile="13800138000",
    follower_user_id="manager1",
    label_ids=(10, 20),
    share_dept_ids=(1, 2),
    share_user_ids=("u1", "u2"),
)


def _merge(mine: dict[str, object], theirs: dict[str, object], before: FormValues = BEFORE) -> Merge:
    return three_way(before, replace(before, **mine), replace(before, **theirs), GROUPS)  # type: ignore[arg-type]


def test_nothing_changed() -> None:
    assert _merge({}, {}) == Merge(BEFORE, (), ())


@pytest.mark.parametrize("field", TEXTS)
def test_one_sides_text_is_joined(field: Field) -> None:
    changed = BEFORE.with_value(field, "new")
    old = BEFORE.get(field)
    mine, theirs = (three_way(BEFORE, *pair, GROUPS) for pair in ((changed, BEFORE), (BEFORE, changed)))
    assert mine == Merge(changed, (Joined(Part(field), old, "new", Side.MINE),), ())
    assert theirs == Merge(changed, (Joined(Part(field), old, "new", Side.THEIRS),), ())


@pytest.mark.parametrize("field", TEXTS)
def test_two_different_texts_clash_and_two_alike_do_not(field: Field) -> None:
    mine, theirs = BEFORE.with_value(field, "mine"), BEFORE.with_value(field, "theirs")
    merge = three_way(BEFORE, mine, theirs, GROUPS)
    assert merge.clashes == (Clash(Part(field), BEFORE.get(field), "mine", "theirs"),)
    assert resolve(merge, {Part(field): Side.MINE}) == mine
    assert resolve(merge, {Part(field): Side.THEIRS}) == theirs
    assert three_way(BEFORE, mine, mine, GROUPS) == Merge(mine, (), ())


def test_clearing_against_changing_is_a_clash() -> None:
    assert _merge({"title": ""}, {"title": "Head"}).clashes == (Clash(Part(Field.TITLE), "Buyer", "", "Head"),)


def test_a_missing_choice_is_an_error() -> None:
    merge = _merge({"title": "a", "name": "a"}, {"title": "b", "name": "b"})
    with pytest.raises(KeyError):
        resolve(merge, {Part(Field.TITLE): Side.MINE})


def test_spaces_are_no_change() -> None:
    assert _merge({"title": " Buyer "}, {"title": "Head"}).clashes == ()


def test_what_update_does_not_take_is_theirs() -> None:
    merge = _merge({"mobile": "1", "state_code": "44"}, {"mobile": "139 0013 9000"})
    assert (merge.values.mobile, merge.values.state_code, merge.clashes) == ("139 0013 9000", "86", ())


@pytest.mark.parametrize(
    ("mine", "theirs", "labels", "clashes"),
    [
        ((11, 20), (10, 21), {11, 21}, []),  # different groups
        ((11, 20), (12, 20), {12, 20}, [(0, (10,), (11,), (12,))]),  # two choices in one group
        ((11, 20), (20,), {20}, [(0, (10,), (11,), ())]),  # replaced against taken off
        ((10, 11, 20), (10, 12, 20), {10, 12, 20}, [(0, (10,), (10, 11), (10, 12))]),  # each added another one
        ((11, 20), (11, 21), {11, 21}, []),  # alike in one group
        ((10, 20, 30), (20,), {20, 30}, []),
        ((20, 10), (10, 21), {10, 21}, []),  # an order is no change
        ((10, 20, 901), (10, 20, 902), {10, 20, 901, 902}, []),  # of no known group: one by one
        ((10, 30), (10, 20, 31), {10, 31}, [(2, (), (30,), (31,))]),
    ],
)
def test_labels_are_compared_group_by_group(
    mine: tuple[int, ...],
    theirs: tuple[int, ...],
    labels: set[int],
    clashes: list[tuple[int, tuple[int, ...], tuple[int, ...], tuple[int, ...]]],
) -> None:
    merge = _merge({"label_ids": mine}, {"label_ids": theirs})
    assert set(merge.values.label_ids) == labels
    assert merge.clashes == tuple(Clash(Part(Field.LABELS, group), *three) for group, *three in clashes)


def test_no_label_left_is_a_clash_of_all() -> None:
    merge = _merge({"label_ids": (10,)}, {"label_ids": (20,)})
    assert merge.clashes == (Clash(Part(Field.LABELS), (10, 20), (10,), (20,), Why.NO_LABEL),)
    assert merge.joined == ()
    assert resolve(merge, {Part(Field.LABELS): Side.MINE}).label_ids == (10,)
    assert resolve(merge, {Part(Field.LABELS): Side.THEIRS}).label_ids == (20,)


def test_a_choice_that_would_leave_no_label_is_not_offered_by_group() -> None:
    merge = _merge({"label_ids": ()}, {"label_ids": (11,)}, replace(BEFORE, label_ids=(10,)))
    (clash,) = merge.clashes
    assert (clash.part, clash.why) == (Part(Field.LABELS), Why.NO_LABEL)
    assert (takes(clash, Side.MINE), takes(clash, Side.THEIRS)) == (False, True)


def test_more_than_twenty_labels_are_a_clash_of_all() -> None:
    before = (10, *range(30, 45))
    merge = _merge(
        {"label_ids": (*before, 20, 21, 22)}, {"label_ids": (*before, 11, 12)}, replace(BEFORE, label_ids=before)
    )
    (clash,) = merge.clashes
    assert (clash.part, clash.why, len(clash.mine), len(clash.theirs)) == (Part(Field.LABELS), Why.TOO_MANY, 19, 18)
    assert takes(clash, Side.MINE)


@pytest.mark.parametrize("field", SHARES)
def test_shares_come_and_go_one_by_one(field: Field) -> None:
    made = (lambda *ids: tuple(f"u{one}" for one in ids)) if field is Field.PEOPLE else (lambda *ids: ids)
    before = BEFORE.with_value(field, made(1, 2, 3))
    merge = three_way(before, before.with_value(field, made(1, 3, 4)), before.with_value(field, made(2, 3, 5)), GROUPS)
    assert set(merge.values.get(field)) == set(made(3, 4, 5))
    assert [joined.side for joined in merge.joined] == [Side.MINE, Side.THEIRS]
    assert merge.clashes == ()


@pytest.mark.parametrize("field", SHARES)
def test_more_than_twenty_shares_are_a_clash(field: Field) -> None:
    made = (lambda *ids: tuple(f"u{one}" for one in ids)) if field is Field.PEOPLE else (lambda *ids: ids)
    before = BEFORE.with_value(field, ())
    mine, theirs = before.with_value(field, made(*range(11))), before.with_value(field, made(*range(20, 30)))
    merge = three_way(before, mine, theirs, GROUPS)
    (clash,) = merge.clashes
    assert (clash.part, clash.why) == (Part(field), Why.TOO_MANY)
    assert merge.joined == ()
    assert resolve(merge, {Part(field): Side.MINE}) == mine
    at_most = three_way(before, before.with_value(field, made(*range(10))), theirs, GROUPS)
    assert (len(at_most.values.get(field)), at_most.clashes) == (20, ())


def test_a_colleagues_list_that_is_too_long_cannot_be_taken() -> None:
    (clash,) = _merge({}, {"share_dept_ids": tuple(range(1, 25))}).clashes
    assert (takes(clash, Side.MINE), takes(clash, Side.THEIRS)) == (True, False)


WORDS = st.sampled_from(["", "a", "b", "c"])
LABELS = st.lists(st.sampled_from([10, 11, 12, 20, 21, *range(30, 40), *range(900, 912)]), max_size=20).map(tuple)
NUMBERS = st.lists(st.integers(1, 30), max_size=20).map(tuple)
VALUES = st.builds(
    FormValues,
    name=WORDS,
    remark=WORDS,
    title=WORDS,
    state_code=st.just("86"),
    mobile=st.just("13800138000"),
    follower_user_id=WORDS,
    label_ids=LABELS,
    share_dept_ids=NUMBERS,
    share_user_ids=NUMBERS.map(lambda ids: tuple(f"u{one}" for one in ids)),
)


def _changes(draw: st.DrawFn, before: FormValues, fields: list[Field]) -> FormValues:
    other = draw(VALUES)
    changed = before
    for field in draw(st.lists(st.sampled_from(fields), unique=True)) if fields else ():
        changed = changed.with_value(field, other.get(field))
    return changed


@st.composite
def three_versions(draw: st.DrawFn) -> tuple[FormValues, FormValues, FormValues]:
    before = draw(VALUES)
    return before, _changes(draw, before, [*TEXTS, *LISTS]), _changes(draw, before, [*TEXTS, *LISTS])


def _same(one: FormValues, other: FormValues) -> bool:
    return all(
        set(one.get(field)) == set(other.get(field)) if field in LISTS else one.get(field) == other.get(field)
        for field in (*TEXTS, *LISTS)
    )


@given(three_versions())
def test_who_is_mine_and_who_is_theirs_does_not_matter(versions: tuple[FormValues, FormValues, FormValues]) -> None:
    before, one, other = versions
    here, there = three_way(before, one, other, GROUPS), three_way(before, other, one, GROUPS)
    assert [(clash.part, clash.why) for clash in here.clashes] == [(clash.part, clash.why) for clash in there.clashes]
    parts = [clash.part for clash in here.clashes]
    # Opposite choices, as the sides have changed places
    assert _same(resolve(here, dict.fromkeys(parts, Side.MINE)), resolve(there, dict.fromkeys(parts, Side.THEIRS)))
    if not parts:
        assert _same(here.values, there.values)


@given(st.data())
def test_edits_of_different_fields_are_both_kept(data: st.DataObject) -> None:
    before = data.draw(VALUES)
    fields = data.draw(st.permutations([*TEXTS, *LISTS]))
    cut = data.draw(st.integers(0, len(fields)))
    one, other = data.draw(VALUES), data.draw(VALUES)
    mine, theirs, both = before, before, before
    for field in fields[:cut]:
        mine, both = mine.with_value(field, one.get(field)), both.with_value(field, one.get(field))
    for field in fields[cut:]:
        theirs, both = theirs.with_value(field, other.get(field)), both.with_value(field, other.get(field))
    merge = three_way(before, mine, theirs, GROUPS)
    assume(both.label_ids)
    assert merge.clashes == ()
    assert _same(merge.values, both.tidy())


@given(three_versions(), st.randoms(use_true_random=False))
def test_nothing_is_invented_and_nothing_lost_unseen(
    versions: tuple[FormValues, FormValues, FormValues], chance: object
) -> None:
    before, mine, theirs = (version.tidy() for version in versions)
    merge = three_way(before, mine, theirs, GROUPS)
    seen = {part.part.field for part in (*merge.joined, *merge.clashes)}
    for choice in itertools.islice(itertools.product(Side, repeat=len(merge.clashes)), 64):
        chosen = resolve(merge, {clash.part: side for clash, side in zip(merge.clashes, choice, strict=True)})
        assert (chosen.mobile, chosen.state_code) == (theirs.mobile, theirs.state_code)
        for field in TEXTS:
            assert chosen.get(field) in (mine.get(field), theirs.get(field))
        for field in LISTS:
            old, my, their, now = (set(version.get(field)) for version in (before, mine, theirs, chosen))
            assert now <= my | their
            assert my & their <= now
            # What either side has added or taken off is in the result, or was shown as a clash
            asked = {one for clash in merge.clashes if clash.part.field is field for one in _elements(clash)}
            assert (my | their) - old <= now | asked
            assert not now & ((old - my) | (old - their)) - asked
        for field in (*TEXTS, *LISTS):  # whatever differs from either side was told
            if not all(_same_field(field, chosen, version) for version in (mine, theirs)):
                assert field in seen
        if mine.label_ids and theirs.label_ids:
            assert 1 <= len(chosen.label_ids) <= 20
        for field in SHARES:
            assert len(chosen.get(field)) <= 20


def _elements(clash: Clash) -> set[object]:
    return {*clash.before, *clash.mine, *clash.theirs}


def _same_field(field: Field, one: FormValues, other: FormValues) -> bool:
    return set(one.get(field)) == set(other.get(field)) if field in LISTS else bool(one.get(field) == other.get(field))


@given(three_versions())
def test_saving_the_choice_again_is_not_a_clash(versions: tuple[FormValues, FormValues, FormValues]) -> None:
    """The chosen values are compared anew with what the server has, which has not changed meanwhile."""
    before, mine, theirs = versions
    merge = three_way(before, mine, theirs, GROUPS)
    chosen = resolve(merge, {clash.part: Side.MINE for clash in merge.clashes})
    again = three_way(theirs, chosen, theirs, GROUPS)
    assume(chosen.label_ids)
    assert again.clashes == ()
    assert _same(again.values, chosen)


def test_choices_that_could_together_leave_no_label_are_one_choice() -> None:
    """I replaced one label and took off the other; the colleague took off the first: their side would be nothing."""
    (clash,) = _merge({"label_ids": (11,)}, {"label_ids": (20,)}).clashes
    assert (clash.part, clash.why) == (Part(Field.LABELS), Why.NO_LABEL)


def test_choices_that_could_together_be_too_many_are_one_choice() -> None:
    before = tuple(range(30, 48))
    merge = _merge(
        {"label_ids": (*before, 10, 11, 12)[1:]}, {"label_ids": (*before, 13, 20)}, replace(BEFORE, label_ids=before)
    )
    (clash,) = merge.clashes
    assert (clash.part, clash.why, len(clash.mine), len(clash.theirs)) == (Part(Field.LABELS), Why.TOO_MANY, 20, 20)
