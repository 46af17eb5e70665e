"""Folders are the person's own, and errors of the disk are told by kind."""

from __future__ import annotations

import errno
import os
import stat
import sys
from pathlib import Path

import pytest

from addressbook.errors import DiskFull, DiskReadOnly, StoreError
from addressbook.paths import Paths, disk_error, private_folder, resource

posix_only = pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@posix_only
def test_all_folders_are_private_even_under_a_lax_umask(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        paths = Paths(tmp_path / "deep" / "root")
        folders = [paths.data_dir, paths.log_dir, paths.temp_root, paths.profile_dir("a1")]
    finally:
        os.umask(old)
    assert [mode(folder) for folder in [*folders, tmp_path / "deep", paths.data_dir / "profiles"]] == [0o700] * 6


@posix_only
def test_a_folder_open_to_others_is_closed(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir(mode=0o755)
    assert mode(Paths(tmp_path / "root").data_dir) == 0o700


def test_default_folders_lie_in_the_home(private_home: Path) -> None:
    paths = Paths()
    assert paths.data_dir.is_relative_to(private_home)
    assert paths.log_dir.is_relative_to(private_home)
    assert paths.settings_file.parent == paths.data_dir


@pytest.mark.parametrize("bad", ["", "..", "a/b", "a\\b", ".hidden", "x" * 65, "a b"])
def test_profile_ids_cannot_leave_the_folder(tmp_path: Path, bad: str) -> None:
    with pytest.raises(ValueError, match="profile id"):
        Paths(tmp_path).profile_dir(bad)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, DiskReadOnly),
        (errno.EACCES, DiskReadOnly),
        (errno.EIO, StoreError),
    ],
)
def test_disk_errors_by_kind(number: int, kind: type[StoreError]) -> None:
    error = disk_error(OSError(number, "text with /Users/somebody"), "settings.json")
    assert type(error) is kind
    assert error.params["file"] == "settings.json"
    assert "somebody" not in str(error)


def test_a_file_in_the_way_is_told_as_ours(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError) as caught:
        private_folder(tmp_path / "file" / "folder")
    assert caught.value.__cause__ is None
    assert str(tmp_path) not in str(caught.value)


def test_resources_are_found_in_the_source_tree_and_when_frozen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert resource("icons/book.svg").is_file()
    frozen = tmp_path / "addressbook" / "resources" / "icons"
    frozen.mkdir(parents=True)
    (frozen / "book.svg").write_text("frozen")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("icons/book.svg").read_text() == "frozen"
    with pytest.raises(FileNotFoundError):
        resource("icons/no-such-icon.svg")
