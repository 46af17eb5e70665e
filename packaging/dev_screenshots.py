"""Pictures of the program for README, shops and reviews: every scene, in light and dark, English and Chinese, and
with text of twice the size.

Called by `dev.py screenshots [--out FOLDER]`, off-screen, so that they look the same everywhere. The sample book is
deterministic; so are the pictures, but for the time of day in the status bar.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import qasync  # noqa: E402
from dev_book_pictures import SMALL_WINDOW, BookPictures, Organisations, take_beginnings  # noqa: E402
from dev_form_pictures import PERSON, FormPictures  # noqa: E402
from dev_writing_pictures import WritingPictures  # noqa: E402
from PySide6.QtCore import QItemSelectionModel  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from addressbook.credentials import CredentialStore  # noqa: E402
from addressbook.paths import Paths, set_private_umask  # noqa: E402
from addressbook.services.sessions import Sessions  # noqa: E402
from addressbook.settings import SettingsFile  # noqa: E402
from addressbook.ui.actions import Act  # noqa: E402
from addressbook.ui.context import AppContext  # noqa: E402
from addressbook.ui.error_hooks import ErrorHooks  # noqa: E402
from addressbook.ui.program import Program  # noqa: E402
from addressbook.ui.theme import Theme  # noqa: E402
from addressbook.ui.translation import Translation  # noqa: E402

LOOKS = tuple((theme, language, "100") for theme in ("light", "dark") for language in ("en", "zh_CN"))
LARGE = ("light", "en", "200")  # theme, language, size of text in per cent
STILL_SECONDS, PATIENCE = 0.3, 20.0
LINE = 1401  # from here on stand Chinese and other names side by side


async def still(widget: QWidget) -> None:
    """Wait until two looks at a window, a moment apart, are the same."""
    before = None
    async with asyncio.timeout(PATIENCE):
        while True:
            await asyncio.sleep(STILL_SECONDS)
            now = widget.grab().toImage()
            if now == before:
                return
            before = now


async def whole(program: Program) -> None:
    """Wait until the sample book is loaded, and the list shows all of it."""
    async with asyncio.timeout(PATIENCE):
        while True:
            await asyncio.sleep(0.05)
            loaded = program.session is not None and program.session.book.progress.complete
            if loaded and program.window.book_page.queries.settled:
                return


def choose_contact(program: Program) -> None:
    """Choose a contact with something to show in each place, and a number like the one that the forms type."""
    page, book = program.window.book_page, program.session.book
    for line in range(LINE, page.table.size):
        known = book.contact(page.table.id_at(line))
        if known.state_code == PERSON.state_code and known.remark and known.label_ids and known.share_dept_ids:
            break
    index = page.view.model().index(line, 0)
    program.window.activateWindow()
    page.view.setFocus()
    page.view.scrollTo(index, page.view.ScrollHint.PositionAtCenter)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    page.view.selectionModel().setCurrentIndex(index, flags)


def ask(program: Program, **changes: Any) -> None:
    page = program.window.book_page
    page.asking.ask(replace(page.queries.query, **changes))


def filter_labels(program: Program) -> None:
    groups = program.session.book.label_groups()
    chosen = frozenset(group.labels[0].id for group in groups[:2] if group.labels)
    ask(program, labels=chosen)


def search(program: Program) -> None:
    ask(program, labels=frozenset(), text="zs 8")


def find_nothing(program: Program) -> None:
    ask(program, labels=frozenset(), text="no contact has this text")


SCENES: dict[str, Callable[[Program], None]] = {
    "book": choose_contact,
    "labels": filter_labels,
    "search": search,
    "no-match": find_nothing,
}
FAULTS = {"permission": "permission", "offline": "reset", "rate-limit": "qps"}
"""Scene → what the stand-in server does wrong; the kinds are those of addressbook/simulator/faults.py."""


async def until(condition: Callable[[], object]) -> None:
    """Wait for something to become true."""
    async with asyncio.timeout(PATIENCE):
        while True:
            if condition():
                return
            await asyncio.sleep(0.05)


def dialog_of(program: Program) -> QDialog | None:
    return next((dialog for dialog in program.window.findChildren(QDialog) if dialog.isVisible()), None)


async def take(out: Path, app: QApplication, folder: Path, theme_name: str, language: str, percent: str) -> None:
    """All scenes in one look."""
    paths = Paths(folder)
    settings = SettingsFile(paths.settings_file)
    font = app.font()
    font.setPointSizeF(font.pointSizeF() * int(percent) / 100)
    app.setFont(font)
    theme, translation = Theme(app), Translation(app)
    theme.apply(theme_name)
    translation.use(language)
    organisations = Organisations(language)
    sessions = Sessions(paths, settings, CredentialStore(), start_sample=organisations.start)
    program = Program(AppContext(sessions, settings, paths, theme, translation, ErrorHooks()))

    async def save(scene: str, widget: QWidget | None = None, *, moving: bool = False) -> None:
        if not moving:
            await still(widget or program.window)
        file = out / f"{scene}-{theme_name}-{language}{'' if percent == '100' else f'-{percent}'}.png"
        if not (widget or program.window).grab().save(str(file)):
            raise OSError(f"{file} could not be written")
        print(file)

    try:
        program.begin(demo=False)
        await save("welcome")
        program.begin(demo=True)
        await whole(program)
        server = organisations.opened[-1].server
        for scene, act in SCENES.items():
            act(program)
            await save(scene)
        program.window.book_page.asking.clear()
        await whole(program)
        choose_contact(program)
        size = program.window.size()
        program.window.resize(SMALL_WINDOW)
        await save("small-window")
        program.window.resize(size)
        program.window.actions_by_id[Act.SETTINGS].trigger()
        await until(lambda: dialog_of(program) is not None)
        dialog = dialog_of(program)
        await save("settings", dialog)
        dialog.reject()
        known = program.session.book.contact(program.window.book_page.view.current_id)
        pictures = FormPictures(program.session, settings, program.window, server.faults, save, until)
        await pictures.take(known)
        banner = program.window.book_page.banner
        for scene, kind in FAULTS.items():
            server.faults.add(kind)
            program.session.book.refresh()
            await until(banner.isVisible)
            await save(scene)
            server.faults.clear()
            await program.session.check_again()
            await until(lambda: not banner.isVisible())
        person = replace(PERSON, label_ids=pictures.first_labels, follower_user_id=known.follower_user_id)
        await WritingPictures(program, server.faults, save, until, person).take(known)
        await BookPictures(program, server, save, until).take()
        await take_beginnings(program, organisations, save, until)
    finally:
        program.end()
        await sessions.close_all()


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py screenshots")
    parser.add_argument("--out", type=Path, default=ROOT / "output" / "screenshots", metavar="FOLDER")
    parser.add_argument("--look", nargs=3, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.look is None:
        # A process for each look, as a person's run is one
        again = [sys.executable, __file__, "--out", str(chosen.out), "--look"]
        return max(subprocess.run([*again, *look], check=False).returncode for look in (*LOOKS, LARGE))
    chosen.out.mkdir(parents=True, exist_ok=True)
    set_private_umask()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder, qasync.QEventLoop(app) as loop:
        asyncio.set_event_loop(loop)
        loop.run_until_complete(take(chosen.out, app, Path(folder), *chosen.look))
    return 0


if __name__ == "__main__":
    sys.exit(main())
