"""Key and secret entered again for an open book: tried, kept, taken by the client; the copy stays."""

from __future__ import annotations

from pathlib import Path

from keyring.errors import KeyringLocked

from addressbook.credentials import CredentialStore
from addressbook.errors import CredentialsRejected, NetworkError, RateLimited, ServerBusy
from addressbook.services.connect_form import ConnectForm
from addressbook.services.events import LoadState
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.server import SimulatorServer
from addressbook.ui.dialogs.message import MessageDialog
from addressbook.ui.dialogs.renew_credentials import RenewDialog
from addressbook.ui.texts import Place, explain
from tests.gui.test_program import program, rows
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.wait import until
from tests.helpers.windows import button, window

LIST = "/topapi/extcontact/list"


async def test_a_new_secret_is_entered_above_the_open_book(tmp_path: Path, expected_log) -> None:
    expected_log("the book cannot be read from DingTalk")
    with SimulatorServer(SimulatorOptions(contacts=150)) as server:
        async with program(tmp_path) as made:
            form = ConnectForm("other", server.url, "sample-key", "sample-secret", "", "Harbour")
            session = await made._context.sessions.connect(form)
            await until(lambda: session.book.progress.complete)
            assert session.profile is not None
            profile = session.profile.id
        before = CredentialStore().load(profile)
        server.options.app_secret = "a-new-secret"
        async with program(tmp_path) as made:
            made.begin(demo=False)
            await until(lambda: rows(made) == 150, "the copy")
            assert made.session is not None
            made.session.book.refresh()
            await until(lambda: made.session.book.progress.state is LoadState.FAILED, "the refusal")
            page = made.window.book_page
            assert "Contacts that are already here stay readable." in page.banner._text.text()
            button(page.banner, "Enter key and secret again…").click()
            dialog = await window(RenewDialog)
            button(dialog, "Sign in").click()
            assert dialog.problem.text()
            dialog.key.setText("sample-key")
            dialog.secret.setText("still-the-wrong-one")
            button(dialog, "Sign in").click()
            await until(lambda: "does not know this App key" in dialog.problem.text())
            assert CredentialStore().load(profile) == before
            dialog.secret.setText("a-new-secret")
            button(dialog, "Sign in").click()
            await until(lambda: not made.window.findChildren(RenewDialog))
            await until(lambda: page.banner.isHidden(), "the loader to go on")
            assert rows(made) == 150
        after = CredentialStore().load(profile)
        assert before is not None
        assert after is not None
        assert after.app_secret == "a-new-secret"
        assert after.copy_key == before.copy_key


async def test_without_the_password_store_they_count_for_this_time(
    tmp_path: Path, memory_keyring: MemoryKeyring
) -> None:
    with SimulatorServer(SimulatorOptions(contacts=20)) as server:
        async with program(tmp_path) as made:
            form = ConnectForm("other", server.url, "sample-key", "sample-secret")
            session = await made._context.sessions.connect(form)
            await until(lambda: session.book.progress.complete)
            server.options.app_secret = "a-new-secret"
            made._session = session
            made.window.credentials_requested.emit()
            dialog = await window(RenewDialog)
            dialog.key.setText(" sample-key ")
            dialog.secret.setText("a-new-secret")
            memory_keyring.refuse_with = KeyringLocked()
            button(dialog, "Sign in").click()
            button(await window(MessageDialog), "Go on for this time only").click()
            await until(lambda: not made.window.findChildren(RenewDialog))
            session.client.check_token()


def test_nothing_is_promised_that_is_not_so_there() -> None:
    for error in (NetworkError("network.unreachable", endpoint=LIST), ServerBusy("-1", endpoint=LIST)):
        assert "by itself" not in explain(error, Place.FORM).action
        assert "by itself" in explain(error, Place.BOOK, tries_again=True).action
        assert "try again" not in explain(error, Place.BOOK, tries_again=True).action
        for place in (Place.FORM, Place.EMPTY_BOOK):
            assert "already here" not in explain(error, place).text
    for error in (RateLimited("90018"), CredentialsRejected("40096", endpoint="/gettoken")):
        assert "Contacts that are already here stay readable." in explain(error, Place.BOOK).text
    assert "region" not in explain(CredentialsRejected("40096", endpoint="/gettoken"), Place.BOOK).action
