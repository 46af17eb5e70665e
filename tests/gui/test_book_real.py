"""The page of a book on the real services, a real encrypted copy and the simulator: nothing in between is made up."""

from __future__ import annotations

import apsw
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel

from addressbook.credentials import CredentialStore
from addressbook.domain.query import Scope
from addressbook.paths import Paths
from addressbook.services.events import LoadState
from addressbook.services.sessions import Sessions
from addressbook.settings import SettingsFile
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.sample.staff import SAMPLE_MOBILE
from addressbook.simulator.server import SimulatorServer
from addressbook.ui.main_window import MainWindow
from addressbook.ui.models.columns import Column
from tests.helpers.wait import until


class Organisation:
    """The simulator as the services want it."""

    def __init__(self) -> None:
        options = SimulatorOptions(contacts=450)
        self._server = SimulatorServer(options)
        self.app_key, self.app_secret = options.app_key, options.app_secret
        self.mobile = SAMPLE_MOBILE
        self.url = self._server.start()

    def stop(self) -> None:
        self._server.stop()


@pytest.fixture
def settings(tmp_path):
    file = SettingsFile(tmp_path / "settings.json")
    yield file
    file.flush()


async def test_a_sample_book_loads_filters_and_opens(qloop, qtbot, tmp_path, settings):
    sessions = Sessions(Paths(tmp_path), settings, CredentialStore(), start_sample=Organisation)
    session = await sessions.open_sample()
    window = MainWindow(settings, lambda: QLabel("welcome"))
    qtbot.addWidget(window)
    window.show_session(session)
    window.show()
    page = window.book_page
    try:
        QAbstractItemModelTester(page.table, QAbstractItemModelTester.FailureReportingMode.Fatal)
        await until(lambda: page.table.size > 0, "the first page")
        page.view.choose_line(30)
        chosen = page.view.current_id
        await until(lambda: session.book.progress.complete and session.book.progress.state is LoadState.IDLE)
        await until(lambda: page.queries.settled and page.table.size == page.states.counts.total == 450)
        assert page.view.current_id == chosen
        assert page.table.rowCount() == 450  # no grey rows are left
        names = [page.table.index(line, Column.NAME).data() for line in range(450)]
        assert all(names)

        for scope in (Scope.MINE, Scope.SHARED, Scope.NO_LABEL):
            page.sidebar.scopes[scope].click()
            await until(lambda: page.queries.settled)
            expected = {Scope.MINE: "mine", Scope.SHARED: "shared", Scope.NO_LABEL: "no_label"}[scope]
            assert page.table.size == getattr(page.states.counts, expected)
        page.sidebar.scopes[Scope.ALL].click()
        groups = [group for group in session.book.label_groups() if group.labels]
        one, other = groups[0].labels[0].id, groups[1].labels[0].id
        page.sidebar.tree.set_choice({one, other}, ())
        page.sidebar.match._buttons[1].click()
        await until(lambda: page.queries.settled)
        for line in range(page.table.size):
            assert {one, other} <= set(page.table.row_at(line).label_ids)
        page.asking.clear()
        await until(lambda: page.queries.settled)

        row = page.table.row_at(10)
        page.search.setFocus()
        page.search.setText(row.name[:12])
        await until(lambda: page.queries.settled)
        QTest.keyClick(page.search, Qt.Key.Key_Down)
        QTest.keyClick(page.view, Qt.Key.Key_Return)
        assert page.detail.contact is not None
        assert row.name[:12].casefold() in page.detail.contact.name.casefold()

        page.sidebar.owners_asked.emit()
        await until(lambda: page.sidebar.owner.popup._list.count() > 0)
    finally:
        window.close()
        await sessions.close_all()


async def test_a_copy_that_turns_out_damaged_is_built_anew_before_ones_eyes(
    qloop, qtbot, tmp_path, settings, expected_log
):
    expected_log("the copy was damaged and is built anew")
    sessions = Sessions(Paths(tmp_path), settings, CredentialStore(), start_sample=Organisation)
    session = await sessions.open_sample()
    window = MainWindow(settings, lambda: QLabel("welcome"))
    qtbot.addWidget(window)
    window.show_session(session)
    window.show()
    page = window.book_page
    try:
        await until(lambda: session.book.progress.complete and session.book.progress.state is LoadState.IDLE)
        await until(lambda: page.queries.settled and page.table.size == 450 and session.me)
        page.view.choose_line(30)
        before = {page.table.id_at(line) for line in range(450)}

        asker = session.book._asker
        asker._queries.answer = lambda *_: asker._connection._guard(_corrupt)  # until the file is replaced
        page.search.setText("a")
        page.search.setText("")
        await until(lambda: session.trouble is not None, "the trouble")
        await until(lambda: session.book.progress.complete and session.book.progress.state is LoadState.IDLE)
        await until(lambda: page.queries.settled and page.table.size == page.states.counts.total == 450)
        assert not before & {page.table.id_at(line) for line in range(450)}
        assert all(page.table.index(line, Column.NAME).data() for line in range(450))
        assert page.view.current_id not in before  # nobody else stands in the place of who was chosen
        assert any("set aside" in label.text() for label in page.banner.findChildren(QLabel))
        await until(lambda: session.me, "me")
    finally:
        window.close()
        await sessions.close(session)


def _corrupt():
    raise apsw.CorruptError("as a damaged page would")
