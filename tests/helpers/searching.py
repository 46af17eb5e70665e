"""A book in memory with three people to be searched for."""

from __future__ import annotations

from addressbook.domain.contact import Contact
from addressbook.ui.book_page import BookPage
from tests.helpers.fake_book import FakeBook
from tests.helpers.pages import settled

PEOPLE = (
    Contact("z1", "张三", "13800128899", "86", "Buyer", "Lanhai Trading", "老张", "66 Jianghan Road, Wuhan",
            follower_user_id="0001", label_ids=(100, 200)),
    Contact("z2", "Zoe Sanders", "13700908899", "86", "", "Kestrel", "Hall 4", follower_user_id="0002",
            label_ids=(101,)),
    Contact("z3", "周珊", "15988990417", "86", "财务主管", "杭州锦程物流", follower_user_id="0001", label_ids=(100,)),
)  # fmt: skip


def with_people() -> FakeBook:
    """Forty contacts, and PEOPLE in the rows from 1001 on."""
    made = FakeBook(40)
    for row, contact in enumerate(PEOPLE, 1001):
        made.contacts[row] = contact
    return made


async def search(page: BookPage, text: str) -> None:
    """Type another text into the box, letter by letter, and wait for the answer."""
    page.search.setFocus()
    page.search.selectAll()
    for letter in text:
        page.search.insert(letter)  # QTest has no keys for Chinese
    await settled(page)


def names(page: BookPage) -> list[str]:
    """The names in the list."""
    return [row.name for line in range(page.table.size) if (row := page.table.row_at(line)) is not None]
