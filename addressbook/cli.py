"""The command line. Imports nothing that is slow: the password store is asked while Qt is still being loaded."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from addressbook import __version__

NAME = "Address Book for DingTalk"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; its exit code."""
    given = _parser().parse_args(arguments)
    if given.self_test:
        from addressbook import selftest

        return selftest.run(given.self_test_report)
    if given.screenshot is not None:
        _without_display()

    gc.disable()  # nothing that a start makes is garbage, and looking at it takes 40 ms; ui/garbage.py takes over
    from addressbook import log
    from addressbook.credentials import CredentialStore
    from addressbook.errors import StoreError
    from addressbook.paths import Paths, set_private_umask
    from addressbook.services.threads import Started
    from addressbook.settings import SettingsFile
    from addressbook.store.spare import share_heaps

    set_private_umask()
    share_heaps()
    try:
        paths = Paths(given.profile_dir)
        log.setup(paths, given.verbose)
        settings = SettingsFile(paths.settings_file)
    except StoreError as error:
        return say(f"{NAME}: the folder for its data cannot be used ({error}).", 1)

    def remember(name: str) -> None:
        settings.change(secret_store=name)

    credentials = CredentialStore(lambda: settings.values.secret_store, remember)
    profile = None if given.demo else settings.values.profile(settings.values.last_profile)
    early = {}
    if profile is not None:
        # 160 ms, and longer while a person unlocks it: begun before Qt, which takes as long, is imported
        early[profile.id] = Started(credentials.load_soon(profile.id), "password-store")

    from addressbook import ui  # noqa: F401 - before all the rest that knows Qt: see there

    if profile is not None:
        Started(lambda: prepare_calls(paths.profile_dir(profile.id)), "requests")

    from addressbook.app import App, Options

    options = Options(given.demo, given.language, given.theme, given.screenshot)
    return App(options, paths, settings, credentials, early).run()


def prepare_calls(folder: Path) -> None:
    """Without a copy there is nothing to show before the server has answered: what asks it comes with the window."""
    from addressbook.store.files import has_copy

    if not has_copy(folder):
        importlib.import_module("addressbook.dingtalk.http_session")


def say(text: str, code: int = 0) -> int:
    """Write a line where there is a console (a windowed program on Windows has none); gives `code` back."""
    stream = sys.stderr if code else sys.stdout
    if stream is not None:
        stream.write(text + "\n")
        stream.flush()
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="addressbook",
        description="Read, find, add and correct your organisation's external contacts in DingTalk. Without options it "
        "opens the book that was open last.",
    )
    add = parser.add_argument
    add("--demo", action="store_true", help="open the sample book: about 2,000 invented contacts, no account needed")
    add("--profile-dir", type=Path, metavar="DIR", help="keep everything in DIR instead of your own folders")
    add("--language", choices=("system", "en", "zh_CN"), default="", help="language of this run")
    add("--theme", choices=("system", "light", "dark"), default="", help="look of this run")
    add(
        "--screenshot", type=Path, metavar="FILE", help="wait until the window is filled, save a picture of it, and end"
    )
    add("--self-test", action="store_true", help="try that everything the program needs is here, and end")
    add("--self-test-report", type=Path, metavar="FILE", help=argparse.SUPPRESS)
    add("--verbose", action="store_true", help="log more, also to the console")
    add("--version", action="version", version=f"{NAME} {__version__}")
    return parser


def _without_display() -> None:
    """A picture can be taken where no window can be shown."""
    seen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))
    if sys.platform.startswith("linux") and not seen:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
