"""Labels by id, and as they are copied: with their groups before them."""

import pytest

from addressbook.domain.label import Label, LabelGroup
from addressbook.ui.models.label_index import LabelIndex
from tests.helpers.fake_contacts import GROUPS
from tests.helpers.pages import settled
from tests.helpers.searching import names, search, with_people

ODD = LabelGroup("C++ (new)", None, (Label(1, "A.B"), Label(2, "")))
CHINESE = LabelGroup("客户状态", None, (Label(3, "已流失"), Label(4, "流失")))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Status: Lost", "Lost"),
        ("status:lost", "lost"),
        ("Recruitment status: Lost", "Lost"),
        ("zhang Type: Customer, Level: Core 138", "zhang Customer, Core 138"),
        ("客户状态：已流失", "已流失"),
        ("C++ (new): A.B", "A.B"),
        ("Status: Losty", "Status: Losty"),
        ("Status: Customer", "Status: Customer"),
        ("Substatus: Lost", "Substatus: Lost"),
        ("Status:", "Status:"),
        ("Status Lost", "Status Lost"),
        ("tel: 138", "tel: 138"),
        ("", ""),
    ],
)
def test_a_copied_label_is_searched_without_its_group(qapp, text, meant):
    assert LabelIndex((*GROUPS, ODD, CHINESE)).without_groups(text) == meant


async def test_who_carries_a_copied_label_is_found(open_page):
    page = open_page(with_people())
    await settled(page)
    page.search.setText("Customer 8899")
    await settled(page)
    found = names(page)
    assert found
    page.search.clear()
    await settled(page)
    page.search.setText("Type: Customer 8899")
    await settled(page)
    assert names(page) == found
    assert page.search.text() == "Type: Customer 8899", "what is in the box is the person's"
    page.asking.show()
    assert page.search.text() == "Type: Customer 8899"
    await search(page, "Status: Los")
    assert names(page) == []
