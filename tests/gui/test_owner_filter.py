"""The list of owners is narrowed as contacts are found: by parts of names, pinyin, initials, and by id."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit, QListWidget, QWidget

from addressbook.ui.owner_filter import OwnerChoice
from addressbook.ui.owner_popup import OwnerPopup
from addressbook.ui.people import Named
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import settled


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("", ["陈洁", "Mia Chen", "單紅"]),
        ("chen", ["陈洁", "Mia Chen"]),
        ("CJ", ["陈洁"]),
        ("chen mia", ["Mia Chen"]),
        ("单红", ["單紅"]),
        ("shan", ["單紅"]),
        ("0042", ["Mia Chen"]),
        ("nobody", []),
    ],
)
def test_narrowing(qtbot, typed, shown):
    parent = QWidget()
    qtbot.addWidget(parent)
    popup = OwnerPopup(parent)
    people = {"u1": "陈洁", "u0042": "Mia Chen", "u3": "單紅"}
    popup.fill([OwnerChoice(userid, Named(name, name)) for userid, name in people.items()], frozenset())
    popup.findChild(QLineEdit).setText(typed)
    names = popup.findChild(QListWidget)
    items = [names.item(row) for row in range(names.count())]
    assert [item.text() for item in items if not item.isHidden()] == shown


async def test_who_was_chosen_before_the_list_was_read_has_a_name(open_page):
    page = open_page(FakeBook(20))
    await settled(page)
    for owner, name in (("0002", "陈洁"), ("0001", "You")):
        page.asking.ask(replace(page.queries.query, owners=frozenset({owner})))  # as after a change of language
        await settled(page)
        assert page.sidebar.owner.accessibleName() == f"Owner: {name}"
