"""One process per folder; the system's proxy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from addressbook.errors import ProfileInUse
from addressbook.services.threads import on_own_thread
from addressbook.ui import single_instance
from addressbook.ui.dialogs.message import in_use_dialog
from addressbook.ui.single_instance import FolderLock, SingleInstance, call_to_front, server_name
from addressbook.ui.system_proxy import system_proxy
from tests.helpers.wait import until
from tests.helpers.windows import button

CALL = """
import sys, pathlib
from addressbook.ui.single_instance import call_to_front
sys.exit(not call_to_front(pathlib.Path(sys.argv[1])))
"""


async def test_a_second_one_calls_the_first(tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    told: list[bool] = []
    first.came_again.connect(lambda: told.append(True))
    with pytest.raises(ProfileInUse):
        SingleInstance(tmp_path)
    # a process of its own, as in life: Qt waits without giving Python's lock away
    assert await on_own_thread(lambda: subprocess.run([sys.executable, "-c", CALL, str(tmp_path)]).returncode) == 0
    await until(lambda: told, "the call")
    first.release()
    again = SingleInstance(tmp_path)
    again.release()


def test_one_that_hangs_does_not_answer_and_that_is_said(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(single_instance, "ANSWER_MS", 300)
    first = SingleInstance(tmp_path)
    first.listen()
    assert not call_to_front(tmp_path)  # this thread is the one that would have to answer
    first.release()
    dialog = in_use_dialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "This address book is already open"
    button(dialog, "Close").click()
    assert not dialog.isVisible()


def test_nobody_answers_where_nobody_is(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(single_instance, "ANSWER_MS", 300)
    assert not call_to_front(tmp_path)


def test_a_lock_is_given_back(qapp: QApplication, tmp_path: Path) -> None:
    lock = FolderLock(tmp_path)
    with pytest.raises(ProfileInUse):
        FolderLock(tmp_path)
    lock.release()
    FolderLock(tmp_path).release()


def test_each_folder_has_a_name_of_its_own(tmp_path: Path) -> None:
    assert server_name(tmp_path) != server_name(tmp_path / "other")
    assert len(server_name(tmp_path)) < 50


def test_the_proxy_of_the_environment_is_found(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    assert system_proxy("https://oapi.dingtalk.io") is None
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    assert system_proxy("https://oapi.dingtalk.io") == "http://proxy.example:3128"


def test_a_folder_that_cannot_be_written_to_can_be_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QLockFile, "tryLock", lambda *_: False)
    monkeypatch.setattr(QLockFile, "error", lambda _: QLockFile.LockError.PermissionError)
    FolderLock(tmp_path).release()
    monkeypatch.setattr(QLockFile, "error", lambda _: QLockFile.LockError.LockFailedError)
    with pytest.raises(ProfileInUse):
        FolderLock(tmp_path)
