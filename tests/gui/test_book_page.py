"""The page of an open book, driven as a person would; the book is one in memory."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QToolButton

from addressbook.domain.query import LabelMatch, Scope, SortKey
from addressbook.domain.staff import NameState
from addressbook.errors import DiskFull, NetworkError, PermissionMissing, RateLimited, StoreBusy, StoreDamaged
from addressbook.services.events import LabelsChanged, LoadState, StaffChanged, StoreTrouble
from addressbook.services.session_kind import SessionKind
from addressbook.ui import book_query
from addressbook.ui.actions import Act
from addressbook.ui.models.columns import Column
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_staff import Name
from tests.helpers.pages import act, settled
from tests.helpers.wait import until


async def test_the_first_page_shows_at_once_and_more_arrives_without_moving_anything(open_page):
    book = FakeBook(0, complete=False)
    page = open_page(book)
    QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
    await settled(page)
    assert page.table.size == 0
    assert page.table.rowCount() == 12  # grey rows
    book.arrive(100)
    await until(lambda: page.table.size == 100)
    page.view.choose_line(40)
    chosen = page.view.current_id
    page.view.verticalScrollBar().setValue(25 * 52 + 7)
    top = page.table.id_at(page.view.rowAt(1))
    offset = page.view.position_of(top)
    for _ in range(5):
        book.arrive(100)
        await settled(page)
    assert page.table.size == 600
    assert page.view.current_id == chosen
    assert page.table.id_at(page.view.rowAt(1)) == top
    assert page.view.position_of(top) == offset
    assert page.detail.contact == book.contacts[chosen]
    page.view.choose_line(3)
    page.queries.ask(replace(page.queries.query, sort=SortKey.COMPANY, descending=True))
    chosen = page.view.current_id
    await settled(page)
    assert page.view.current_id == chosen


async def test_a_book_that_has_become_whole_is_counted_without_waiting(open_page, monkeypatch):
    monkeypatch.setattr(book_query, "COUNT_CALM_MS", 3_600_000)
    monkeypatch.setattr(book_query, "CALM_MS", 3_600_000)
    book = FakeBook(0, complete=False)
    page = open_page(book)
    for _ in range(3):
        book.arrive(100)
        await until(lambda: page.table.size >= 100)
    book.tell(book.state._replace(state=LoadState.IDLE, complete=True))
    await until(lambda: page.table.size == 300)
    counts = await book.counts(Scope.ALL)
    await until(lambda: (page.states.counts.total, page.states.counts.by_label) == (300, counts.by_label))


async def test_the_chosen_contact_comes_back_when_the_filter_that_hid_it_goes(open_page):
    page = open_page(FakeBook(200))
    await settled(page)
    page.view.choose(7)
    page.search.setText("nobody has this")
    await settled(page)
    assert page.view.current_id is None
    assert page.detail.contact is None
    page.search.clear()
    await settled(page)
    assert page.view.current_id == 7
    assert page.detail.contact is not None


async def test_typing_never_piles_up_questions_and_late_answers_are_dropped(open_page):
    book = FakeBook(100)
    page = open_page(book)
    await settled(page)
    book.asked.clear()
    book.hold = asyncio.Event()
    QTest.keyClicks(page.search, "a")
    await until(lambda: book.asked)
    QTest.keyClicks(page.search, "lan")
    await asyncio.sleep(0)
    assert [query.text for query in book.asked] == ["a"]
    book.hold.set()
    await settled(page)
    assert [query.text for query in book.asked] == ["a", "alan"]
    assert page.table.size == len([c for c in book.contacts.values() if "alan" in c.name.lower()])
    assert "match “alan”" in page.result.text


async def test_labels_any_all_without_and_exclusion_by_keyboard(open_page):
    book = FakeBook(400)
    page = open_page(book)
    await settled(page)
    labels = page.sidebar.labels
    labels.setFocus()
    QTest.keyClick(labels, Qt.Key.Key_Down)  # from the group to its first label
    QTest.keyClick(labels, Qt.Key.Key_Space)
    assert page.queries.query.labels == {100}
    await settled(page)
    assert page.table.size == sum(100 in contact.label_ids for contact in book.contacts.values())
    page.sidebar.tree.toggle(200)
    page.sidebar.match._buttons[1].click()
    assert page.queries.query.match is LabelMatch.ALL
    await settled(page)
    assert page.table.size == sum({100, 200} <= set(contact.label_ids) for contact in book.contacts.values())
    QTest.keyClick(labels, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert page.queries.query.excluded == {100}
    await settled(page)
    chips = [button.accessibleName() for button in page.filters.findChildren(QToolButton)]
    assert any("Level: General" in name for name in chips)
    assert any("Without Type: Customer" in name for name in chips)
    act(page, Act.CLEAR_FILTERS)
    await settled(page)
    assert not page.queries.query.is_filtered
    assert page.filters.isHidden()
    assert page.table.size == 400


async def test_a_click_ticks_a_label_once_and_folds_a_group(open_page):
    page = open_page(FakeBook(20))
    await settled(page)
    labels, tree = page.sidebar.labels, page.sidebar.tree
    group = tree.index(0, 0, tree.index(0, 0))
    label = tree.index(1, 0, group)
    QTest.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=labels.visualRect(label).center())
    assert tree.ticked == {101}
    QTest.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=labels.visualRect(group).center())
    assert not labels.isExpanded(group)
    empty = tree.index(1, 0, tree.index(1, 0))
    QTest.mouseClick(labels.viewport(), Qt.MouseButton.LeftButton, pos=labels.visualRect(empty).center())
    assert tree.ticked == {101}


@pytest.mark.qt_log_ignore("does not support")  # raising and grabbing, on the off-screen platform
async def test_owners_that_are_gone_can_be_found_and_filtered_by(open_page):
    book = FakeBook(100)
    page = open_page(book)
    await settled(page)
    page.sidebar.owner.click()
    popup = page.sidebar.owner.popup
    await until(lambda: popup._list.count() == 4)
    popup._search.setText("gone7")
    shown = [popup._list.item(n) for n in range(4) if not popup._list.item(n).isHidden()]
    assert ["No longer in the organisation" in item.text() for item in shown] == [True]
    shown[0].setCheckState(Qt.CheckState.Checked)
    popup.hide()
    await settled(page)
    assert page.queries.query.owners == {"gone7"}
    assert page.table.size == 25
    assert "gone7" in page.sidebar.owner.accessibleName()


async def test_scopes_by_key_with_counts_and_without_a_person(open_page):
    page = open_page(FakeBook(100))
    await settled(page)
    assert "100" in page.sidebar.scopes[Scope.ALL].accessibleName()
    QTest.keyClick(page.window(), Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    await settled(page)
    assert page.queries.query.scope is Scope.NO_LABEL
    assert page.table.size == page.states.counts.no_label
    other = open_page(FakeBook(10), me=None)
    await settled(other)
    assert other.sidebar.scopes[Scope.MINE].accessibleName() == "Mine"  # no figure: nobody knows
    other.sidebar.scopes[Scope.MINE].click()
    await settled(other)
    assert "own mobile number in the settings" in other.message._text.text()


async def test_names_and_labels_that_become_known_are_shown(open_page):
    book = FakeBook(20)
    page = open_page(book)
    await settled(page)
    row = next(row for row, contact in book.contacts.items() if contact.follower_user_id == "gone7")
    index = page.table.index(page.table.line_of(row), Column.OWNER)
    assert index.data() == "Left (gone7)"
    page._session.staff.name_of = lambda _: Name(NameState.KNOWN, "Eva Lind")
    book.events.publish(StaffChanged())
    assert index.data() == "Eva Lind"
    book.groups = book.groups[:1]
    book.events.publish(LabelsChanged())
    assert page.sidebar.tree.rowCount() == 1


async def test_states_each_have_their_words(open_page):
    book = FakeBook(0)
    page = open_page(book)
    await settled(page)
    assert page.message.title == "No contacts yet"
    book.arrive(50)
    await settled(page)
    page.search.setText("zs 8898")
    await settled(page)
    assert page.message.title == "No one matches “zs 8898”"
    act(page, Act.CLEAR_FILTERS)
    await settled(page)
    assert page.table.size == 50
    assert page.banner.isHidden()
    retry = datetime.now(UTC) + timedelta(seconds=42)
    book.tell(book.state._replace(state=LoadState.OFFLINE, error=NetworkError(endpoint="/topapi/extcontact/list")))
    assert not page.banner.isHidden()
    assert page.status.text.startswith("Offline: showing the copy from")
    assert page.status.offered == "Try again"
    book.tell(
        book.state._replace(state=LoadState.WAITING, error=RateLimited("90018", endpoint="/topapi/extcontact/list"),
                retry_at=retry)
    )  # fmt: skip
    assert 40 <= page.banner.seconds_left <= 42
    denied = PermissionMissing("60011", endpoint="/topapi/extcontact/list", scopes=("qyapi_ext_read",))
    book.tell(book.state._replace(state=LoadState.FAILED, error=denied, retry_at=None))
    assert "qyapi_ext_read" in page.banner._explanation.admin_message
    page.status.press_link()
    await until(lambda: page._session.checks == 1)
    book.tell(book.state._replace(state=LoadState.IDLE, error=None))
    assert page.banner.isHidden()


async def test_trouble_with_the_copy_is_told_until_it_is_over(open_page, monkeypatch):
    book = FakeBook(10)
    page = open_page(book)
    await settled(page)

    async def fail(*_):
        raise StoreBusy

    monkeypatch.setattr(book, "answer", fail)
    page.search.setText("a")
    await until(lambda: not page.banner.isHidden())
    monkeypatch.undo()
    page.search.setText("al")
    await until(lambda: page.banner.isHidden())
    book.events.publish(StoreTrouble(DiskFull("store.full")))
    assert not page.banner.isHidden()
    page.states._forget_trouble()
    assert page.banner.isHidden()


async def test_a_file_that_cannot_be_used_is_told_in_words_that_promise_nothing(open_page):
    book = FakeBook(10)
    page = open_page(book, trouble=StoreTrouble(StoreDamaged("store.work_damaged", file="work.db")))
    await settled(page)
    assert not page.banner.isHidden()
    said = " ".join(label.text() for label in page.banner.findChildren(QLabel))
    assert "left as it is" in said
    assert "set aside" not in said


async def test_the_status_bar_tells_progress_and_stops_and_resumes(open_page):
    book = FakeBook(100, complete=False)
    page = open_page(book)
    await settled(page)
    assert page.status.text == "Loading: 100 of about 2,041"
    QTest.keyClick(page.window(), Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    assert book.calls[-1] == "stop"
    assert page.status.offered == "Resume"
    page.status.press_link()
    assert book.calls[-1] == "resume"
    updated = datetime.now(UTC) - timedelta(minutes=2, seconds=3)
    book.tell(book.state._replace(state=LoadState.IDLE, complete=True, updated_at=updated))
    assert page.status.freshness.startswith("Updated 2 minute")
    QTest.keyClick(page.window(), Qt.Key.Key_F5)
    assert book.calls[-1] == "refresh"


async def test_keys_go_round_the_panes_and_escape_undoes(open_page):
    page = open_page(FakeBook(30))
    await settled(page)
    window = page.window()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is page.search
    seen = []
    for _ in range(4):
        QTest.keyClick(window, Qt.Key.Key_F6)
        focused = window.focusWidget()
        seen.append(
            next(
                name
                for name, pane in (("search", page.search), ("side", page.sidebar), ("list", page.view),
                                   ("detail", page.detail))
                if pane is focused or pane.isAncestorOf(focused)
            )
        )  # fmt: skip
    assert seen[:2] == ["side", "list"]
    assert seen[-1] in ("search", "detail")
    QTest.keyClicks(page.view, "el")  # letters typed into the list search
    assert page.search.text() == "el"
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    QTest.keyClick(window, Qt.Key.Key_F9)
    assert page.sidebar.isHidden()


async def test_in_a_small_window_enter_shows_the_details_in_the_lists_place(open_page):
    page = open_page(FakeBook(30), size=(800, 600))
    await settled(page)
    assert page.detail.isHidden()
    assert page.view.isColumnHidden(Column.OWNER)
    page.view.choose_line(2)
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.view.isVisible()
    QTest.keyClick(page.window(), Qt.Key.Key_Escape)
    assert page.view.isVisible()
    assert page.view.hasFocus()
    assert page.view.horizontalScrollBar().maximum() == 0  # all four columns fit


async def test_columns_are_remembered(open_page, settings):
    page = open_page(FakeBook(10))
    await settled(page)
    page.view.set_column_shown(Column.EMAIL, True)
    page.view.horizontalHeader().moveSection(2, 1)
    page.view.horizontalHeader().resizeSection(int(Column.COMPANY), 222)
    again = open_page(FakeBook(10))
    await settled(again)
    assert not again.view.isColumnHidden(Column.EMAIL)
    assert again.view.columnWidth(Column.COMPANY) == 222
    assert again.view.horizontalHeader().visualIndex(int(Column.PHONE)) == 1
    again.view.restore_columns("{broken")  # a damaged setting changes nothing
    again.view.restore_columns('{"order": [1, null], "widths": {"name": "x"}, "hidden": 3}')
    assert not again.view.isColumnHidden(Column.EMAIL)


async def test_sorting_by_header_and_menu(open_page):
    book = FakeBook(30)
    page = open_page(book)
    await settled(page)
    header = page.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(int(Column.COMPANY)) + 10, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.queries.query.sort is SortKey.COMPANY
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert page.queries.query.descending
    await settled(page)
    page.sort_menu.aboutToShow.emit()
    checked = [action.text() for action in page.sort_menu.actions() if action.isChecked()]
    assert checked == ["Company and title", "&Descending"]


async def test_the_sample_book_says_so_and_offers_to_connect(open_page, qtbot):
    page = open_page(FakeBook(5))
    assert "Sample book: nothing reaches DingTalk" in [label.accessibleName() for label in page.findChildren(QLabel)]
    assert page.window().actions_by_id[Act.CONNECT].isVisible()
    assert not page.window().actions_by_id[Act.SIGN_OUT].isVisible()
    real = open_page(FakeBook(5), kind=SessionKind.ORGANISATION)
    assert not real.window().actions_by_id[Act.CONNECT].isVisible()


async def test_a_change_of_language_keeps_query_and_choice(open_page, qapp):
    from addressbook.ui.translation import Translation

    page = open_page(FakeBook(60))
    window = page.window()
    await settled(page)
    page.search.setText("lan")
    await settled(page)
    page.view.choose_line(1)
    chosen = page.view.current_id
    translation = Translation(qapp)
    try:
        translation.use("zh_CN")
        await until(lambda: window.book_page is not page, "a new page")
        again = window.book_page
        await settled(again)
        assert again.search.text() == "lan"
        assert again.view.current_id == chosen
    finally:
        translation.clear()
        await until(lambda: not window._rebuild.isActive())


async def test_closing_leaves_nothing_behind(open_page):
    book = FakeBook(10)
    page = open_page(book)
    book.hold = asyncio.Event()
    page.search.setText("x")
    page.window().close()
    await asyncio.sleep(0)
    assert not page.queries._tasks.busy or all(task.cancelling() for task in page.queries._tasks._running)
    assert not any(book.events._handlers.values())
