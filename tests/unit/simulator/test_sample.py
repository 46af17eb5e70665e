"""The sample people are believable: valid phones, no two alike, everything a view has to cope with among them."""

from __future__ import annotations

import json
import re
from collections import Counter

import phonenumbers
import pytest

from addressbook.simulator.book import Book
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample import labels, people, staff, world

SAMPLE = SimulatorOptions(contacts=2000)


@pytest.fixture(scope="module")
def rows() -> list[people.Row]:
    return Book(SAMPLE).rows()


def values(rows: list[people.Row], key: str) -> list[object]:
    return [row.get(key) for row in rows]


def test_there_are_as_many_contacts_as_asked_for(rows: list[people.Row]) -> None:
    assert len(rows) == 2000
    assert len(set(values(rows, "userid"))) == 2000


@pytest.mark.parametrize("contacts", [0, 1, 147, 148, 149, 150, 296, 297, 298, 1000])
def test_any_number_of_contacts_can_be_made(contacts: int) -> None:
    book = Book(SimulatorOptions(contacts=contacts))
    assert len(book) == len(book.rows()) == contacts


def test_the_same_seed_makes_the_same_people(rows: list[people.Row]) -> None:
    assert Book(SAMPLE).rows() == rows
    assert Book(SimulatorOptions(contacts=2000, seed=2)).rows() != rows


@pytest.mark.parametrize(
    "culture",
    [world.MAINLAND, world.MAINLAND_DESK, world.HONG_KONG, world.TAIWAN, *world.ABROAD],
    ids=lambda culture: culture.state_code,
)
def test_every_prefix_makes_valid_numbers(culture: world.Culture) -> None:
    assert len(set(culture.prefixes)) == 8
    for prefix in culture.prefixes:
        for digits in range(0, 1_000_000, 6_211):
            text = f"+{culture.state_code}{prefix}{digits:06d}"
            assert phonenumbers.is_valid_number(phonenumbers.parse(text)), text


def test_phones_are_of_many_countries_and_nobody_shares_one(rows: list[people.Row]) -> None:
    phones = [(row["state_code"], row["mobile"]) for row in rows if row.get("mobile")]
    assert len(set(phones)) == len(phones) >= 1990
    assert len({code for code, _ in phones}) >= 15


def test_a_number_leads_back_to_its_contact(rows: list[people.Row]) -> None:
    book = Book(SAMPLE)
    for row in rows[::37]:
        number = book.find_phone(str(row["state_code"]), str(row["mobile"]))
        assert number is not None
        assert book.row(number) == row


def test_a_userid_leads_back_to_its_contact_and_is_text_of_digits(rows: list[people.Row]) -> None:
    book = Book(SAMPLE)
    for row in rows[::41]:
        number = book.find(str(row["userid"]))
        assert number is not None
        assert book.row(number) == row
    assert all(str(row["userid"]).isdigit() for row in rows)
    assert any(str(row["userid"]).startswith("0") for row in rows)


def test_most_contacts_carry_one_label_of_some_groups_and_some_none(rows: list[people.Row]) -> None:
    group_of = {
        label: place
        for place, group in enumerate((labels.TYPES, labels.LEVELS, labels.STATUSES, labels.RECRUITING))
        for label in group
    }
    sizes = Counter(len(row.get("label_ids") or []) for row in rows)  # type: ignore[arg-type]
    assert sizes[0] > 50
    assert min(sizes[1], sizes[2], sizes[3]) > 200
    doubled = unknown = 0
    for row in rows:
        ids = row.get("label_ids") or []
        assert isinstance(ids, list)
        groups = [group_of.get(label) for label in ids]
        unknown += None in groups
        doubled += len(set(groups)) < len(groups)
    assert 0 < unknown < 30
    assert 0 < doubled < 60


def test_me_owns_a_fair_share_and_is_shared_with(rows: list[people.Row]) -> None:
    assert staff.by_mobile(staff.SAMPLE_MOBILE) == staff.by_userid(staff.ME) == 0
    assert 200 < values(rows, "follower_user_id").count(staff.ME) < 500
    assert sum(staff.ME in (row.get("share_user_ids") or []) for row in rows) > 40  # type: ignore[operator]
    assert sum(staff.MY_DEPARTMENT in (row.get("share_dept_ids") or []) for row in rows) > 3  # type: ignore[operator]


def test_some_owners_have_left(rows: list[people.Row]) -> None:
    owners = set(values(rows, "follower_user_id"))
    assert owners & set(staff.LEFT)
    assert owners - set(staff.LEFT) <= set(staff.EMPLOYEE_IDS)
    assert not set(staff.LEFT) & set(staff.EMPLOYEE_IDS)


def test_empty_keys_are_missing_here_and_empty_there(rows: list[people.Row]) -> None:
    for key in ("title", "remark", "address", "company_name", "email", "share_dept_ids", "share_user_ids"):
        assert any(key not in row for row in rows), key
        assert any(key in row and row[key] in ("", []) for row in rows), key
        assert any(row.get(key) for row in rows), key


def test_awkward_names_are_among_them(rows: list[people.Row]) -> None:
    names = [str(row.get("name", "")) for row in rows]
    assert any("<b>" in name for name in names)
    assert any("\u0627" <= name[:1] <= "\u064a" for name in names)  # Arabic letters
    assert any("\U0001f98a" in name for name in names)
    assert any(len(name) > 100 for name in names)
    assert "" in names
    assert any("name" not in row for row in rows)


def test_e_mail_addresses_lead_nowhere(rows: list[people.Row]) -> None:
    mails = [str(row["email"]) for row in rows if row.get("email")]
    assert len(mails) > 1000
    assert all(re.fullmatch(r"[a-z0-9-]+\.[a-z0-9-]+@[a-z0-9-]+\.example", mail) for mail in mails)


def test_label_groups_are_those_of_the_document_and_an_empty_one() -> None:
    groups = labels.label_groups("en")
    assert [group["name"] for group in groups] == ["Type", "Level", "Status", "Recruitment status", "Region"]
    assert [group["color"] for group in groups[:4]] == [-15220075, -11687445, -543394, -543394]
    assert groups[4]["labels"] == []
    assert {"name": "Lost", "id": 1561077325} in groups[2]["labels"]  # type: ignore[operator]
    assert [group["name"] for group in labels.label_groups("zh")][:4] == ["类型", "级别", "状态", "招聘状态"]


def test_three_hundred_employees_sit_in_a_tree_four_levels_deep() -> None:
    assert len(set(staff.EMPLOYEE_IDS)) == 300
    levels = [[staff.ROOT]]
    while below := [child for dept in levels[-1] for child in staff.subdepartments(dept)]:
        levels.append(below)
    assert len(levels) == 4
    seated = {index for level in levels for dept in level for index in staff.members(dept)}
    assert seated == set(range(300))


def test_a_very_large_book_costs_nothing_before_it_is_read() -> None:
    book = Book(SimulatorOptions(contacts=1_000_000, order="shuffled"))
    assert len(book) == 1_000_000
    assert len(book.page(987_600, 100)) in (99, 100)
    assert json.dumps(book.page(0, 1))
