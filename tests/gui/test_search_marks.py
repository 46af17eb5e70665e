"""Which parts of a row are marked for a search, and which reason is told where none can be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from addressbook.domain.contact import ContactRow, RowState
from addressbook.domain.search_match import Field
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.people import Named
from addressbook.ui.search_marks import SearchMarks
from tests.helpers.fake_contacts import GROUPS

SEEN = frozenset((Field.NAME, Field.ALIAS, Field.COMPANY, Field.TITLE, Field.PHONE, Field.LABEL, Field.OWNER))
ROW = ContactRow(
    7, "c7", "张三", "老张", "紫杉医疗科技", "Buyer", "+86 138 0012 8899", "zs@lanhai.example",
    "Room 1208, 66 Jianghan Road", "0001", (100, 201, 301),
)  # fmt: skip
LABELS = LabelIndex(GROUPS)


def marks_for(text, row=ROW):
    marks = SearchMarks(lambda _: Named("You", "You (Mia Chen)", name="Mia Chen"))
    marks.set_text(text)
    return marks.of(row, LABELS)


def told(text, seen=SEEN, labels_seen=3, row=ROW):
    found = marks_for(text, row)
    assert found is not None, text
    return [(reason.words, [reason.text[slice(*span)] for span in reason.spans]) for reason in
            found.reasons(seen, labels_seen)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ("张", []),
        ("buyer", []),
        ("8899", []),
        ("custom", []),
        ("mia", []),
        ("laozhang", []),  # the alias stands there, marked
        ("jianghan", [("address: Room 1208, 66 Jianghan Road", ["Jianghan"])]),
        ("lanhai", [("e-mail: zs@lanhai.example", ["lanhai"])]),
        ("buyer jianghan", [("address: Room 1208, 66 Jianghan Road", ["Jianghan"])]),
        ("66", [("address: Room 1208, 66 Jianghan Road", ["66"])]),
        ("8", []),  # in the address too, but one sees it in the number
        (
            "road lanhai",
            [("e-mail: zs@lanhai.example", ["lanhai"]), ("address: Room 1208, 66 Jianghan Road", ["Road"])],
        ),
        ("1208 room", [("address: Room 1208, 66 Jianghan Road", ["Room", "1208"])]),
        ("老 jianghan", [("address: Room 1208, 66 Jianghan Road", ["Jianghan"]), ("alias: 老张", ["老"])]),
    ],
)
def test_a_reason_is_told_for_what_is_not_seen(text, reasons):
    assert told(text) == reasons


def test_a_reading_is_told_beside_what_it_is_the_reading_of():
    (name,) = told("zhangsan")
    assert name[0] == "pinyin: zhāng sān"
    assert "".join(name[1]).replace(" ", "") == "zhāngsān"
    (company,) = told("zishan")
    assert company[0].startswith("company: zǐ shān")
    found = marks_for("zishan")
    assert [ROW.company[slice(*span)] for span in found.spans(Field.COMPANY)] == ["紫杉"]


def test_what_is_not_needed_to_understand_the_match_is_not_told():
    row = replace(ROW, email="zhang.san@lanhai.example", address="1208 Zhang Road")
    (name,) = told("zhang", row=row)
    assert name[0] == "pinyin: zhāng sān", "not the e-mail, which would hide how the name is read"
    assert told("1208", row=replace(row, company="Pier 1208")) == [], "it is seen in the company"
    (address, name) = told("zhang road", row=row)
    assert address[0] == "address: 1208 Zhang Road", "the one place of a word comes first"
    assert name[0] == "pinyin: zhāng sān"
    latin = replace(row, name="Zhang San", company="张江高科", alias="Zhang from the fair")
    assert told("zhang", row=latin) == [], "the name says it, and the alias keeps its line"


def test_a_reading_of_the_name_needs_all_of_its_room_before_its_lead_is_shown():
    (reason,) = marks_for("zh", replace(ROW, name="张三丰")).reasons(SEEN)
    assert reason.least == ("zhāng sān fēng", ((0, 2),))
    (reason,) = marks_for("zishan").reasons(SEEN)
    assert reason.least == ("zǐ shān", ((0, 2), (3, 7)))


def test_columns_that_are_not_shown_are_told_in_words():
    assert told("buyer", SEEN - {Field.TITLE}) == [("title: Buyer", ["Buyer"])]
    assert told("8899", SEEN - {Field.PHONE}) == [("phone: +86 138 0012 8899", ["8899"])]
    assert told("negotiation", labels_seen=2) == [("label: In negotiation", ["negotiation"])]
    assert told("negotiation", labels_seen=3) == []
    assert told("zishan", SEEN - {Field.COMPANY}) == [("company: 紫杉医疗科技", ["紫杉"])]


def test_several_words_mark_one_field_together():
    found = marks_for("138 san")
    assert [ROW.phone[slice(*span)] for span in found.spans(Field.PHONE)] == ["138"]
    both = marks_for("zhang 0012")
    assert both.spans(Field.NAME) == ((0, 1),)


def test_without_a_search_or_a_match_nothing_is_marked():
    assert marks_for("") is None
    assert marks_for(" ' \n") is None or not marks_for(" ' \n").reasons(SEEN)
    assert marks_for("nobody has this") is None
    unreadable = ContactRow(8, "c8", "", "", "", "", "", "", "", "", (), RowState.UNREADABLE, "name")
    assert marks_for("c8", unreadable) is None


def test_marks_are_made_once_and_anew_for_what_has_changed(monkeypatch):
    from addressbook.ui import search_marks

    calls = []
    real = search_marks.explain
    monkeypatch.setattr(search_marks, "explain", lambda *args: calls.append(args) or real(*args))
    marks = SearchMarks(lambda _: Named())
    assert marks.set_text("zhang")
    assert not marks.set_text(" ZHANG ")
    first = marks.of(ROW, LABELS)
    assert marks.of(ROW, LABELS) is first
    assert len(calls) == 1
    marks.forget({ROW.row})
    assert marks.of(ROW, LABELS) is not first
    assert len(calls) == 2


def test_no_more_of_an_endless_text_is_looked_at_than_could_be_painted_in_time():
    endless = replace(ROW, address="Jiànghàn " * 20_000 + "harbour")
    marks = marks_for("jianghan", endless)
    assert marks is not None
    assert marks.spans(Field.ADDRESS)[0] == (0, 8)
    assert marks.spans(Field.ADDRESS)[-1][1] <= 1_000
    assert marks_for("harbour", endless) is None
