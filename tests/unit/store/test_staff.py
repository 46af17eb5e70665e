"""Colleagues, departments, label groups and the person at the computer."""

from __future__ import annotations

from addressbook.domain.contact import Contact
from addressbook.domain.keys import KEYS_VERSION
from addressbook.domain.label import Label, LabelGroup
from addressbook.domain.query import ContactQuery
from addressbook.domain.staff import Colleague, Department, Employee, Me, NameState
from addressbook.store.book import BookReader, BookWriter

GROUPS = (
    LabelGroup("Level", -15220075, (Label(2**61, "Gold"), Label(2, "Silver"))),
    LabelGroup("Level", -15220075, (Label(3, "Gold"),)),
    LabelGroup("Empty", None),
)


def test_groups_keep_their_order_names_and_colours(writer: BookWriter, reader: BookReader) -> None:
    assert reader.label_groups() == ()
    assert writer.put_label_groups(GROUPS)
    assert reader.label_groups() == GROUPS
    assert not writer.put_label_groups(list(GROUPS))
    assert writer.put_label_groups(GROUPS[::-1])
    assert reader.label_groups() == GROUPS[::-1]
    assert writer.put_label_groups(())
    assert reader.label_groups() == ()


def test_one_label_in_two_groups_and_odd_names(writer: BookWriter, reader: BookReader) -> None:
    groups = (LabelGroup("a\0\ud800", 1, (Label(1, "x"),)), LabelGroup("", 0, (Label(1, "x"), Label(1, "x"))))
    assert writer.put_label_groups(groups)
    assert not writer.put_label_groups(groups)
    assert [len(group.labels) for group in reader.label_groups()] == [1, 2]


def test_ids_that_contacts_name_wait_to_be_asked_for_owners_first(writer: BookWriter, reader: BookReader) -> None:
    writer.merge_one(Contact("1", share_user_ids=("a", "z"), share_dept_ids=(5, 1)))
    writer.merge_one(Contact("2", follower_user_id="z"))
    writer.merge_one(Contact("3", follower_user_id="y"))
    assert reader.unknown_people(10) == ["y", "z", "a"]
    assert reader.unknown_people(1) == ["y"]
    assert reader.unknown_departments(10) == [1, 5]
    writer.put_employees([Employee("y", "Yan", (1, 2))])
    writer.mark_people(["z"], NameState.GONE)
    writer.put_departments([Department(5, "Sales", 1)])
    writer.mark_departments([1], NameState.HIDDEN)
    assert reader.unknown_people(10) == ["a"]
    assert reader.unknown_departments(10) == []
    assert reader.people(["y", "z", "a", "nobody"]) == {
        "y": (NameState.KNOWN, Employee("y", "Yan", (1, 2))),
        "z": (NameState.GONE, None),
        "a": (NameState.UNKNOWN, None),
        "nobody": (NameState.UNKNOWN, None),
    }
    assert reader.departments([5, 1, 9]) == {
        5: (NameState.KNOWN, Department(5, "Sales", 1)),
        1: (NameState.HIDDEN, None),
        9: (NameState.UNKNOWN, None),
    }


def test_who_has_left_keeps_the_name(writer: BookWriter, reader: BookReader) -> None:
    writer.put_employees([Employee("y", "Yan")])
    writer.mark_people(["y"], NameState.GONE)
    assert reader.people(["y"]) == {"y": (NameState.GONE, Employee("y", "Yan"))}
    writer.put_employees([Employee("y", "Yan Li")])
    assert reader.people(["y"])["y"][0] is NameState.KNOWN


def test_me(writer: BookWriter, reader: BookReader) -> None:
    assert reader.me() is None
    writer.set_me(Me("u", "名", (1, 2)))
    assert reader.me() == writer.me() == Me("u", "名", (1, 2))
    writer.set_me(None)
    assert reader.me() is None


def test_keys_of_an_older_version_are_made_anew(writer: BookWriter, reader: BookReader) -> None:
    writer.merge_one(Contact("1", "Zoe", "13800138000", "86", label_ids=(4,), follower_user_id="u"))
    writer.merge_one(Contact("2", "Ann"))
    writer.put_employees([Employee("u", "Uma")])
    connection = writer._connection
    assert writer.renew_keys() is None
    connection.run("UPDATE sync SET keys_version = 0")
    connection.run("UPDATE sorting SET name = x'01'")
    connection.run("UPDATE contacts SET phone = 'old'")
    connection.run("UPDATE searching SET digits = x''")
    connection.run("UPDATE people SET sort_key = x'03'")
    last = writer.renew_keys()
    assert last == 2
    assert writer.renew_keys(last) is None
    assert connection.number("SELECT keys_version FROM sync") == KEYS_VERSION
    two, one = reader.answer(ContactQuery()).ids
    assert (reader.userid_of(two), reader.userid_of(one)) == ("2", "1")
    assert reader.rows([one])[one].phone == "+86 138 0013 8000"
    assert list(reader.answer(ContactQuery(text="0013 8000", labels=frozenset({4}))).ids) == [one]
    assert [owner.name for owner in reader.owners()] == ["Uma"]
    assert connection.all("SELECT sort_key < x'02' FROM people") == [(1,)]
    # a page of the same contacts afterwards finds nothing to do
    assert writer.merge_one(Contact("2", "Ann")).rows == frozenset()


def test_colleagues_to_choose_from_are_those_who_own_most_first_and_nobody_who_left(
    writer: BookWriter, reader: BookReader
) -> None:
    writer.merge_one(Contact("1", follower_user_id="b", share_user_ids=("hidden",)))
    writer.merge_one(Contact("2", follower_user_id="b"))
    writer.merge_one(Contact("3", follower_user_id="left"))
    writer.merge_one(Contact("4", follower_user_id="nameless", share_user_ids=("left", "a")))
    writer.put_employees([Employee("b", "Zoe", (1, 2))])
    writer.put_members([Employee("a", "张三", (7,)), Employee("c", "Ann", (7,))])
    writer.mark_people(["left"], NameState.GONE)
    writer.mark_people(["hidden"], NameState.HIDDEN)
    assert reader.colleagues() == [
        Colleague("b", NameState.KNOWN, "Zoe", (1, 2), 2),
        Colleague("c", NameState.KNOWN, "Ann", (7,), 0),
        Colleague("a", NameState.KNOWN, "张三", (7,), 0),
        Colleague("nameless", NameState.UNKNOWN, contacts=1),
        Colleague("hidden", NameState.HIDDEN),
    ]


def test_a_list_of_members_does_not_hide_the_other_departments_of_a_colleague(
    writer: BookWriter, reader: BookReader
) -> None:
    writer.put_employees([Employee("a", "Ann", (1, 2)), Employee("b", "Bo")])
    writer.put_members([Employee("a", "Anna", (2,)), Employee("b", "Bo", (3,)), Employee("b", "Bo", (4,))])
    assert reader.people(["a", "b"]) == {
        "a": (NameState.KNOWN, Employee("a", "Anna", (1, 2))),
        "b": (NameState.KNOWN, Employee("b", "Bo", (3,))),
    }


def test_departments_to_choose_from_have_names(writer: BookWriter, reader: BookReader) -> None:
    writer.merge_one(Contact("1", share_dept_ids=(9,)))
    writer.put_departments([Department(5, "Sales", 1), Department(6, "", 1), Department(1, "Harbour")])
    writer.mark_departments([6], NameState.GONE)
    assert reader.known_departments() == [Department(1, "Harbour"), Department(5, "Sales", 1)]
