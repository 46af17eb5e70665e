"""GUI tests run on the program's kind of event loop; see tests/helpers/qt_loop.py."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from addressbook.settings import SettingsFile
from addressbook.ui import theme
from addressbook.ui.forms.form_desk import FormDesk
from addressbook.ui.forms.staff_picker import StaffPicker
from addressbook.ui.main_window import MainWindow
from tests.helpers.fake_book import FakeBook
from tests.helpers.fake_session import FakeSession
from tests.helpers.picking import settle
from tests.helpers.qt_loop import pytest_itemcollected, pytest_pyfunc_call, qloop, run_async
from tests.helpers.speak import speak
from tests.helpers.wait import until

__all__ = ["pytest_itemcollected", "pytest_pyfunc_call", "qloop", "run_async", "speak"]


@pytest.fixture(scope="session")
def qapp(qapp):
    """With its look from the first test on: it is made at its first use, which may be in a test of large text."""
    theme.current()
    return qapp


@pytest.fixture(autouse=True)
def no_window_left():
    """What a test without an event loop asked to be deleted goes here, not in the middle of a later test."""
    yield
    if QApplication.instance() is not None:
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def settings(tmp_path):
    file = SettingsFile(tmp_path / "settings.json")
    yield file
    file.flush()


@pytest.fixture
def open_page(qloop, qtbot, settings):
    windows = []

    def open_(book, *, size=(1280, 800), **session):
        window = MainWindow(settings, lambda: QLabel("welcome"))
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(*size)
        window.show_session(FakeSession(book, **session))
        window.show()
        window.activateWindow()
        return window.book_page

    yield open_
    for window in windows:
        window.close()


@pytest.fixture
def session():
    return FakeSession(FakeBook(20))


@pytest.fixture
def desk(qloop, qtbot, session, settings):
    book = QWidget()
    qtbot.addWidget(book)
    book.show()
    desk = FormDesk(session, settings, book)
    yield desk
    for form in desk.open_forms:
        form.end()


@pytest.fixture
def form(qloop, qtbot):
    """What a picker opens over."""
    form = QWidget()
    qtbot.addWidget(form)
    form.resize(900, 700)
    form.show()
    return form


@pytest.fixture
def open_picker(form, session):
    async def open_(chosen=(), *, most=None, settled=True):
        picker = StaffPicker(session, chosen, title="Choose", parent=form, most=most)
        picker.results = []
        picker.picked.connect(picker.results.append)
        picker.open()
        picker.activateWindow()
        await until(picker.search.hasFocus, "the focus")
        if settled:
            await settle(picker)
        return picker

    return open_
