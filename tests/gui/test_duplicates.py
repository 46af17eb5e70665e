"""Whom the book already holds: looked for while somebody types, said in words, and one press away."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from addressbook.domain.contact import Contact, ContactRow, RowState
from addressbook.domain.staff import Me, NameState
from addressbook.domain.work import temporary_id
from addressbook.errors import StoreError
from addressbook.services.events import ContactsChanged
from addressbook.ui.forms.duplicate_hint import DuplicateHint
from addressbook.ui.forms.duplicate_watch import Duplicate, DuplicateWatch
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_session import FakeSession
from tests.helpers.fake_staff import FakeStaff, Name
from tests.helpers.wait import until

ZHANG = Contact(
    "z1", "张三", "13800138000", "86", company_name="Lanhai Trading", follower_user_id="0002", label_ids=(100,)
)
PHONE = {"state_code": "86", "mobile": "13800138000"}
NAME = {"name": "张三", "company": "Lanhai Trading"}


class SlowBook(FakeBook):
    """Answers about numbers when told to; counts what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.gates: list[asyncio.Event] = []
        self.numbers: list[str] = []
        self.error: StoreError | None = None

    async def same_phone(self, state_code, mobile, *, but=""):
        self.numbers.append(mobile)
        if self.error is not None:
            raise self.error
        if self.gates:
            await self.gates.pop(0).wait()
        return await super().same_phone(state_code, mobile, but=but)


@pytest.fixture
def book():
    book = SlowBook()
    book.contacts[1] = ZHANG
    return book


@pytest.fixture
def watch(qloop, book):
    owner = QObject()
    watches = []

    def watch_(but=""):
        made = DuplicateWatch(FakeSession(book), owner, but=but)
        made.heard = []
        made.found.connect(made.heard.append)
        watches.append(made)
        return made

    yield watch_
    for each in watches:
        each.end()


async def test_the_same_number_and_name_are_one_contact(watch):
    watched = watch()
    watched.look(**PHONE, **NAME)
    await until(lambda: watched.heard)
    ((found,),) = watched.heard
    assert (found.row.userid, found.phone, found.name) == ("z1", True, True)


async def test_what_is_no_longer_the_same_is_taken_back(watch):
    watched = watch()
    watched.look(**NAME)
    await until(lambda: watched.heard)
    watched.look(name="张三丰", company=NAME["company"])
    await until(lambda: watched.heard[-1] == ())
    assert watched.duplicates == ()


async def test_the_contact_that_is_edited_is_no_duplicate_of_itself(watch, book):
    book.contacts[2] = replace(ZHANG, userid="z2")
    watched = watch(but="z1")
    watched.look(**PHONE, **NAME)
    await until(lambda: watched.heard)
    assert [each.row.userid for each in watched.heard[0]] == ["z2"]


async def test_nobody_is_asked_for_every_key_nor_for_a_few_digits(watch, book):
    watched = watch()
    for length in range(1, 12):
        watched.look(state_code="86", mobile=PHONE["mobile"][:length])
    await until(lambda: watched.heard)
    assert book.numbers == [PHONE["mobile"]]
    watched.look(state_code="86", mobile="138 0")
    await until(lambda: watched.heard[-1] == ())
    assert book.numbers == [PHONE["mobile"]]


async def test_a_late_answer_to_an_older_question_is_dropped(watch, book):
    gate = asyncio.Event()
    book.gates = [gate]
    watched = watch()
    watched.look(**PHONE)
    await until(lambda: book.numbers)
    watched.look(state_code="86", mobile="13900000000")
    await until(lambda: len(book.numbers) == 2)
    gate.set()
    watched.look(**NAME)
    await until(lambda: watched.heard)
    assert [[each.phone for each in found] for found in watched.heard] == [[False]]


async def test_a_contact_that_comes_in_later_is_found(watch, book):
    book.contacts.clear()
    watched = watch()
    watched.look(**PHONE)
    await until(lambda: book.numbers)
    book.contacts[1] = ZHANG
    book.events.publish(ContactsChanged(frozenset({1})))
    await until(lambda: watched.heard)
    assert watched.heard[0][0].row.userid == "z1"


async def test_trouble_of_the_copy_costs_a_hint_and_no_more(watch, book):
    book.error = StoreError("store.io")
    watched = watch()
    watched.look(**PHONE, **NAME)
    await until(lambda: book.numbers)
    book.error = None
    watched.look(**NAME)
    await until(lambda: watched.heard)


async def test_after_the_end_nothing_is_asked(watch, book):
    watched = watch()
    watched.look(**PHONE)
    watched.end()
    book.events.publish(ContactsChanged(None))
    other = watch()
    other.look(**NAME)
    await until(lambda: other.heard)
    assert book.numbers == []
    assert watched.heard == []


# -- the hint --------------------------------------------------------------------------------------------------


def duplicate(userid="z1", name="张三", company="Lanhai Trading", owner="0002", *, phone=False, named=True):
    state = RowState.PENDING if userid.startswith("+") else RowState.READY
    row = ContactRow(1, userid, name, "", company, "", "+86 138 0013 8000", "", "", owner, (), state)
    return Duplicate(row, phone, named)


@pytest.fixture
def hint(qtbot):
    made = DuplicateHint(FakeStaff(), Me("0001", "Mia Chen", ()))
    qtbot.addWidget(made)
    made.opened, made.heard = [], []
    made.open_requested.connect(made.opened.append)
    made.announced.connect(made.heard.append)
    made.resize(430, 80)
    return made


def words(hint):
    return [label.text() for label in hint.findChildren(QLabel) if label.text() and label.isVisibleTo(hint)]


def test_it_says_who_and_why_and_whose(hint):
    assert hint.isHidden()
    hint.show_duplicates([duplicate()])
    assert not hint.isHidden()
    assert words(hint) == ["Already in the book: 张三, Lanhai Trading", "Same name and company. Owner: 陈洁."]
    assert hint.heard == ["Already in the book: 张三, Lanhai Trading. Same name and company. Owner: 陈洁."]
    hint.show_duplicates([])
    assert hint.isHidden()


@pytest.mark.parametrize(
    ("given", "about"),
    [
        ({"phone": True}, "Same number, name and company. Owner: 陈洁."),
        ({"phone": True, "named": False}, "Same number. Owner: 陈洁."),
        ({"owner": ""}, "Same name and company."),
        ({"owner": "0001"}, "Same name and company. Owner: You (Mia Chen)."),
        ({"owner": "x9"}, "Same name and company. Owner: No longer in the organisation (id x9)."),
    ],
)
def test_the_reasons_in_words(hint, given, about):
    hint.show_duplicates([duplicate(**given)])
    assert words(hint)[1] == about


def test_names_from_outside_are_no_markup(hint):
    hint.show_duplicates([duplicate(name="<b>Bold</b>", company="<img>")])
    assert words(hint)[0] == "Already in the book: <b>Bold</b>, <img>"
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in hint.findChildren(QLabel) if label.text())


def test_a_press_opens_that_contact(hint):
    hint.show_duplicates([duplicate("z1"), duplicate("z2", name="张三丰")])
    buttons = [button for button in hint.findChildren(QPushButton) if not button.isHidden()]
    assert [button.accessibleName() for button in buttons] == [
        "Open 张三, Lanhai Trading",
        "Open 张三丰, Lanhai Trading",
    ]
    QTest.keyClick(buttons[1], Qt.Key.Key_Space)
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert hint.opened == ["z2", "z1"]


def test_many_are_counted(hint):
    hint.show_duplicates([duplicate(f"z{number}") for number in range(20)])
    assert len([button for button in hint.findChildren(QPushButton) if not button.isHidden()]) == 3
    assert words(hint)[-1] == "and 17 more"


def test_one_that_is_being_saved_cannot_be_opened_yet(hint):
    hint.show_duplicates([duplicate(temporary_id("abc"))])
    assert words(hint)[0] == "Being saved just now: 张三, Lanhai Trading"
    assert not [button for button in hint.findChildren(QPushButton) if not button.isHidden()]


def test_a_name_that_becomes_known_is_shown_and_the_focus_stays(hint, qtbot):
    hint._staff.names = {}
    hint._staff.name_of = lambda userid: Name(NameState.UNKNOWN)
    hint.show()
    hint.show_duplicates([duplicate()])
    hint.activateWindow()
    qtbot.waitUntil(hint.isActiveWindow)
    hint.findChildren(QPushButton)[0].setFocus()
    assert words(hint)[1] == "Same name and company."
    hint._staff.name_of = lambda userid: Name(NameState.KNOWN, "陈洁")
    hint.refresh()
    assert words(hint)[1] == "Same name and company. Owner: 陈洁."
    assert hint.focusWidget().accessibleName() == "Open 张三, Lanhai Trading"
    assert len(hint.heard) == 1
