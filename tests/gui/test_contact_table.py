"""The contact table's model: placeholders, late answers, what is read aloud, and Qt's own tester while all changes."""

from __future__ import annotations

from array import array

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from addressbook.domain.contact import UnreadableContact
from addressbook.ui.models.columns import Column
from addressbook.ui.models.contact_table import ContactTable, RowRole
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.models.label_tree import LabelTree, NodeKind
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_contacts import GROUPS

DISPLAY, SPOKEN, TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def book(qapp):
    return FakeBook(300)


@pytest.fixture
def table(book):
    table = ContactTable(book, lambda owner: f"name of {owner}")
    table.set_labels(LabelIndex(GROUPS))
    table.apply(table.next_generation(), array("q", book.contacts))
    return table


def strict(model):
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_passes_qts_tester_while_pages_arrive_filters_change_and_rows_go(book, table):
    tester = strict(table)
    generation = table.next_generation()
    table.set_placeholders(12)
    for size in (100, 200, 300, 0, 37, 300):
        assert table.apply(generation, array("q", range(1, size + 1)), None)
        table.set_placeholders(3 if size else 0)
        assert table.rowCount() == size + (3 if size else 0)
    del book.contacts[5]
    table.apply(generation, array("q", sorted(book.contacts)), {5})
    table.set_labels(LabelIndex(()))
    table.set_placeholders(0)
    assert table.rowCount() == 299
    assert tester.model() is table


def test_an_answer_to_an_older_question_is_dropped(table):
    old = table.next_generation()
    new = table.next_generation()
    assert not table.apply(old, array("q", [1]))
    assert table.size == 300
    assert table.apply(new, array("q", [1, 2]))
    assert table.size == 2


def test_rows_are_fetched_in_windows_and_kept(book, table):
    book.row_calls = 0
    for row in range(40):
        table.row_at(row)
    assert book.row_calls == 1
    table.row_at(299)
    assert book.row_calls == 2


def test_changed_rows_are_fetched_anew(book, table):
    before = table.index(0, Column.NAME).data()
    book.contacts[1] = book.contacts[9]
    assert table.index(0, Column.NAME).data() == before
    told = []
    table.dataChanged.connect(lambda *_: told.append(1))
    table.apply(table.next_generation(), array("q", range(1, 301)), {1})
    assert table.index(0, Column.NAME).data() == book.contacts[9].name
    assert told


def test_a_row_is_read_with_its_labels_and_their_groups(book, table):
    row = next(row for row, contact in book.contacts.items() if 303 in contact.label_ids)
    spoken = table.index(row - 1, Column.NAME).data(SPOKEN)
    assert "Status: Lost" in spoken
    assert book.contacts[row].name in spoken


def test_outside_text_is_never_markup(book, table):
    row = next(row for row, contact in book.contacts.items() if contact.name == "<b>Bold</b> Name")
    assert table.index(row - 1, Column.NAME).data(DISPLAY) == "<b>Bold</b> Name"
    assert "&lt;b&gt;Bold" in table.index(row - 1, Column.NAME).data(TIP)


def test_placeholders_say_that_they_are_loading_and_cannot_be_chosen(table):
    table.set_placeholders(2)
    index = table.index(300, Column.NAME)
    assert index.data(SPOKEN) == "Loading"
    assert table.flags(index) == Qt.ItemFlag.NoItemFlags
    assert index.data(RowRole) is None


def test_an_unreadable_contact_is_shown_with_its_reason(book, table):
    book.contacts[1] = UnreadableContact("?0", "label_ids: not a list")
    table.apply(table.next_generation(), array("q", range(1, 301)), {1})
    assert table.index(0, Column.NAME).data() == "Could not be read"
    assert "label_ids: not a list" in table.index(0, Column.PHONE).data(TIP)


def test_a_phone_that_is_not_shared_says_so(book, table):
    from dataclasses import replace

    book.contacts[1] = replace(book.contacts[1], mobile=None)
    book.contacts[2] = replace(book.contacts[2], mobile="")
    table.apply(table.next_generation(), array("q", range(1, 301)), None)
    assert table.index(0, Column.PHONE).data() == "Not shared by DingTalk"
    assert table.index(1, Column.PHONE).data() != "Not shared by DingTalk"


def test_fetch_more_only_raises_the_wish(book, table):
    assert not table.canFetchMore(QModelIndex())
    book.more = True
    assert table.canFetchMore(QModelIndex())
    table.fetchMore(QModelIndex())
    assert book.calls == ["want_more"]


# -- the label tree ------------------------------------------------------------------------------------------


@pytest.fixture
def tree(qapp):
    tree = LabelTree()
    tree.set_groups(GROUPS)
    return tree


def labels_of(tree):
    found = {}
    for row in range(tree.rowCount()):
        colour = tree.index(row, 0)
        for place in range(tree.rowCount(colour)):
            group = tree.index(place, 0, colour)
            found[colour.data(), group.data()] = [
                tree.index(n, 0, group).data() for n in range(tree.rowCount(group))
            ]  # fmt: skip
    return found


def test_groups_that_share_a_colour_stand_under_one(tree):
    tester = strict(tree)
    shown = labels_of(tree)
    assert [colour for colour, _ in shown] == ["Green", "Blue", "Blue", "Orange", "Orange"]
    assert shown["Orange", "Recruitment status"] == ["New", "Lost"]
    tree.set_groups(())
    tree.set_groups(GROUPS[:2])
    assert tester.model() is tree


def test_passes_qts_tester_while_groups_and_counts_change_under_a_choice(tree, qtbot):
    tester = strict(tree)
    every = [label.id for group in GROUPS for label in group.labels]
    for step in range(len(GROUPS) + 1):
        tree.set_choice(every[::2], every[1::2])
        tree.set_counts(dict.fromkeys(every[step:], step * 7))
        persistent = QPersistentModelIndex(tree.index(0, 0, tree.index(0, 0, tree.index(0, 0))))
        tree.set_groups(GROUPS[step:] + GROUPS[:1])
        assert not persistent.isValid()
        tree.set_counts({every[0]: step + 1})
        label = tree._index(tree._labels[every[0]])
        assert f"{step + 1} contact" in label.data(SPOKEN)
        here = {label.id for group in (*GROUPS[step:], GROUPS[0]) for label in group.labels}
        # frozen, since it becomes part of a query, which is compared and hashed
        assert (type(tree.ticked), type(tree.excluded)) == (frozenset, frozenset)
        assert (tree.ticked, tree.excluded) == (here & set(every[::2]), here & set(every[1::2]))
    tree.set_counts({})
    tree.set_groups(())
    assert (tree.rowCount(), tree.ticked, tree.excluded) == (0, frozenset(), frozenset())
    assert tester.model() is tree


def test_two_shades_of_one_name_are_told_apart(tree):
    from addressbook.domain.label import Label, LabelGroup

    tree.set_groups(
        (LabelGroup("A", 0xFF17C295, (Label(1, "x"),)), LabelGroup("B", 0xFF118866, (Label(2, "y"),))),
    )
    assert [tree.index(row, 0).data() for row in range(2)] == ["Green", "Green 2"]


def test_a_group_without_labels_cannot_be_chosen(tree):
    blue = tree.index(1, 0)
    empty = tree.index(1, 0, blue)
    assert empty.data() == "Not used yet"
    assert tree.flags(empty) == Qt.ItemFlag.NoItemFlags


def test_ticks_exclusions_and_what_is_read(tree, qtbot):
    strict(tree)
    tree.set_counts({303: 7})
    lost = next(node for node in tree._labels.values() if node.label_id == 303)
    index = tree._index(lost)
    with qtbot.waitSignal(tree.changed):
        assert tree.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert tree.ticked == {303}
    tree.toggle_excluded(303)
    assert (tree.ticked, tree.excluded) == (frozenset(), {303})
    assert index.data(SPOKEN).startswith("Without Status: Lost")
    assert "7" in index.data(SPOKEN)
    tree.set_groups(GROUPS[:1])  # the label is gone: its exclusion goes with it
    assert tree.excluded == frozenset()
    assert lost.kind is NodeKind.LABEL


def test_labels_of_one_name_are_told_apart_and_unknown_ones_named_by_id(qapp):
    index = LabelIndex(GROUPS)
    assert index.look(303).text == "Status: Lost"
    assert index.look(402).text == "Recruitment status: Lost"
    assert index.look(100).text == "Customer"
    assert index.look(100).full == "Type: Customer"
    assert index.look(999).full == "Label 999"
    assert [look.id for look in index.looks((999, 303, 100))] == [100, 303, 999]
