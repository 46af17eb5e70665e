"""A session in which much goes wrong, in a process of its own: python -m tests.helpers.troubled_session FOLDER URL

Logs as much as the program can (--verbose), loads the book while the server misbehaves, signs in with a wrong
secret and with a pasted token, tests the connection, writes a problem report, and ends with an exception
that nobody catches while key, secret, token and contacts are alive in its frames.
"""

from __future__ import annotations

import asyncio
import faulthandler
import logging
import sys
import traceback
from pathlib import Path

import keyring

from addressbook import log as program_log
from addressbook.credentials import CredentialStore
from addressbook.domain.query import ContactQuery
from addressbook.errors import AddressBookError
from addressbook.paths import Paths, set_private_umask
from addressbook.services.connect_form import ConnectForm
from addressbook.services.events import LoadState
from addressbook.services.loader_times import LoaderTimes
from addressbook.services.session import Session
from addressbook.services.sessions import SampleServer, Sessions
from addressbook.settings import SettingsFile
from addressbook.ui.dialogs.report_problem import report, write_private
from tests.helpers.memory_keyring import MemoryKeyring
from tests.helpers.simulator import Control
from tests.helpers.wait import until

WRONG_SECRET = "wrong-secret-that-was-typed-7391"
PASTED_TOKEN = "pasted-token-that-is-refused-5526"
FAULTS = (
    ("http", {}),
    ("html", {}),
    ("reset", {}),
    ("cut", {}),
    ("types", {"how": "fields"}),
    ("types", {"how": "row"}),
    ("error", {"code": 33012}),
    ("redirect", {}),
    ("ip_block", {}),
    ("permission", {}),
    ("address", {}),
    ("expired", {}),
)


def no_sample() -> SampleServer:
    raise RuntimeError("not used here")


async def trouble(sessions: Sessions, session: Session, control: Control) -> None:
    """Each fault strikes one call for a token or a page; then the book is asked for what it holds."""
    for number, (kind, values) in enumerate(FAULTS):
        # a pass that is under way would be all that "check again" leads to, and it may have had its last page
        await until(
            lambda: session.book.progress.state not in (LoadState.LOADING, LoadState.REFRESHING), "the pass", 60
        )
        control.fault(kind, *(["extcontact/list"] if number % 2 else []), times=1, **values)
        try:
            await session.check_again()
            await until(lambda: not control.state()["faults"], f"{kind} to strike", 60)
        finally:
            control.clear()
    await session.check_again()
    await until(lambda: session.book.progress.complete, "the whole book", 60)
    assert len((await session.book.answer(ContactQuery())).ids)


async def refused(sessions: Sessions, url: str) -> None:
    """What a person can get wrong, with the whole chain of each error printed as a crash would print it."""
    forms = (
        ConnectForm("other", url, "sample-key", WRONG_SECRET),
        ConnectForm("other", f"{url}/x?access_token={PASTED_TOKEN}", "sample-key", WRONG_SECRET),
        ConnectForm("other", url, access_token=PASTED_TOKEN),
    )
    for form in forms:
        try:
            async for line in sessions.test_connection(form):
                logging.getLogger("addressbook.trouble").info("%s", line)
            session = await sessions.connect(form)
            await until(lambda session=session: session.book.progress.error is not None, "the refusal")
            await sessions.close(session)
        except AddressBookError:
            traceback.print_exc()
            logging.getLogger("addressbook.trouble").exception("refused: %s", form)


async def main(folder: Path, url: str) -> None:
    paths = Paths(folder)
    program_log.setup(paths, verbose=True)
    settings = SettingsFile(paths.settings_file)
    credentials = CredentialStore()
    times = LoaderTimes(
        refresh_every=0.2,
        first_retry=0.1,
        longest_retry=0.3,
        start_delay=0.0,
        start_spread=0.0,
        repeat_delay=0.05,
        first_look=0.0,
        first_pass_calls=1000.0,
        refresh_calls=1000.0,
    )
    sessions = Sessions(paths, settings, credentials, start_sample=no_sample, times=times)
    form = ConnectForm("other", url, "sample-key", "sample-secret", mobile="13800138000", name="Harbour")
    session = await sessions.connect(form)
    control = Control(url)
    await trouble(sessions, session, control)
    await refused(sessions, url)
    write_private(folder / "report.txt", report(session.client.last_errors, program_log.recent()))
    contacts = [session.book.contact(row) for row in (await session.book.answer(ContactQuery())).ids]
    try:
        raise RuntimeError(f"a fault of our own, with {len(contacts)} contacts in its frame")
    except RuntimeError:
        logging.getLogger("addressbook.trouble").exception("unexpected, with %r in use", session)
        faulthandler.dump_traceback(all_threads=True)
        await sessions.close_all()
        settings.flush()
        print("reached the end", flush=True)  # noqa: T201
        raise


if __name__ == "__main__":
    set_private_umask()
    keyring.set_keyring(MemoryKeyring())
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2]))
