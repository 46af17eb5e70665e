"""The settings survive what happens to files."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from addressbook import settings as module
from addressbook.domain.query import SortKey
from addressbook.errors import DiskFull
from addressbook.services.profiles import Profiles
from addressbook.settings import SavedProfile, Settings, SettingsFile
from tests.helpers.wait import until_blocking


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def stored(path: Path) -> dict[str, object]:
    value = json.loads(path.read_text("utf-8"))
    assert isinstance(value, dict)
    return value


def test_a_first_start_has_the_defaults(path: Path) -> None:
    settings = SettingsFile(path)
    assert settings.values == Settings()
    assert not settings.set_aside
    settings.flush()
    assert not path.exists()


def test_changes_come_back_and_unknown_keys_stay(path: Path) -> None:
    path.write_text(json.dumps({"from_a_later_version": [1], "theme": "dark"}))
    settings = SettingsFile(path)
    profile = SavedProfile("a1", "示例公司", "mainland")
    settings.change(language="zh_CN", profiles=[profile], refresh_minutes=30)
    settings.flush()
    assert stored(path)["from_a_later_version"] == [1]
    again = SettingsFile(path).values
    assert (again.theme, again.language, again.profiles, again.refresh_minutes) == ("dark", "zh_CN", (profile,), 30)
    assert again.profile("a1") == profile
    assert again.profile("b2") is None


def test_changes_are_written_without_being_asked(path: Path) -> None:
    settings = SettingsFile(path)
    settings.change(theme="light")
    until_blocking(path.exists)
    assert stored(path) == {"theme": "light"}


@pytest.mark.parametrize("text", ["{", "[]", "\x00\xff", "[" * 100_000, '"text"'])
def test_a_broken_file_is_set_aside_and_the_program_goes_on(
    path: Path, text: str, expected_log: Callable[..., None]
) -> None:
    expected_log("broken")
    path.write_text(text, "latin-1")
    settings = SettingsFile(path)
    assert settings.values == Settings()
    assert settings.set_aside == "settings.json.broken"
    assert (path.parent / settings.set_aside).read_text("latin-1") == text
    settings.change(theme="dark")
    settings.flush()
    assert SettingsFile(path).values.theme == "dark"


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "pink"),
        ("language", 3),
        ("sidebar_visible", "yes"),
        ("refresh_minutes", True),
        ("refresh_minutes", 0),
        ("window_geometry", None),
        ("profiles", {"id": 1}),
        ("profiles", [{"id": "a", "name": 7}]),
        ("columns", "x" * 200_000),
        ("theme", []),
    ],
)
def test_a_value_that_makes_no_sense_falls_back_alone(path: Path, key: str, value: object) -> None:
    path.write_text(json.dumps({key: value, "detail_visible": False}))
    settings = SettingsFile(path)
    assert getattr(settings.values, key) == getattr(Settings(), key)
    assert settings.values.detail_visible is False
    with pytest.raises(ValueError, match=key):
        settings.change(**{key: value})


def test_there_is_no_place_for_a_secret(path: Path) -> None:
    with pytest.raises(ValueError, match="app_secret"):
        SettingsFile(path).change(app_secret="s3cret")


def test_two_windows_do_not_undo_each_other(path: Path) -> None:
    first, second = SettingsFile(path), SettingsFile(path)
    first.change(theme="dark")
    first.flush()
    second.change(compact_rows=True)
    second.flush()
    assert stored(path) == {"theme": "dark", "compact_rows": True}


def unreadable(self: Path, *args: object, **more: object) -> str:
    raise PermissionError(13, "another program holds the file")


PROFILE = SavedProfile("a1", "Harbour", "international")


def test_a_file_that_cannot_be_read_for_a_moment_loses_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[..., None]
) -> None:
    path.write_text(json.dumps({"from_a_later_version": [1]}))
    settings = SettingsFile(path)
    settings.change(profiles=(PROFILE,), last_profile="a1")
    settings.flush()
    before = path.read_bytes()
    expected_log("settings not written")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", unreadable)
        settings.change(theme="dark")
        settings.flush()
        assert path.read_bytes() == before
        assert settings.trouble is not None
        assert settings.values.theme == "dark"
    settings.flush()
    assert settings.trouble is None
    again = SettingsFile(path).values
    assert (again.theme, again.profiles, again.last_profile) == ("dark", (PROFILE,), "a1")
    assert stored(path)["from_a_later_version"] == [1]


def test_a_file_that_could_not_be_read_at_the_start_is_taken_up_later(
    path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[..., None]
) -> None:
    first = SettingsFile(path)
    first.change(profiles=(PROFILE,), theme="dark", compact_rows=True)
    first.flush()
    expected_log("settings not read")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", unreadable)
        settings = SettingsFile(path)
    assert settings.trouble is not None
    assert settings.values == Settings()
    settings.change(theme="light")
    settings.flush()
    assert settings.values == Settings(profiles=(PROFILE,), theme="light", compact_rows=True)
    assert SettingsFile(path).values == settings.values


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_text("{")], ids=["gone", "broken"])
def test_a_file_that_was_taken_away_or_broken_is_written_whole_again(
    path: Path, damage: Callable[[Path], object], expected_log: Callable[..., None]
) -> None:
    expected_log("broken", optional=True)
    path.write_text(json.dumps({"from_a_later_version": [1]}))
    settings = SettingsFile(path)
    settings.change(profiles=(PROFILE,))
    settings.flush()
    damage(path)
    settings.change(theme="dark")
    settings.flush()
    assert SettingsFile(path).values == settings.values
    assert stored(path)["from_a_later_version"] == [1]


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_the_file_is_the_persons_own(path: Path) -> None:
    old = os.umask(0)
    try:
        settings = SettingsFile(path)
        settings.change(theme="dark")
        settings.flush()
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_full_disk_is_told_and_the_old_file_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[..., None]
) -> None:
    settings = SettingsFile(path)
    settings.change(theme="dark")
    settings.flush()
    before = path.read_bytes()

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(module.os, "fsync", full)
        expected_log("settings not written")
        settings.change(theme="light")
        settings.flush()
    assert isinstance(settings.trouble, DiskFull)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    settings.flush()
    assert settings.trouble is None
    assert stored(path)["theme"] == "light"


@pytest.mark.parametrize(
    ("kept", "known"),
    [
        ({"sort_key": "company", "sort_descending": True}, ("company", True)),
        ({"sort_key": "changed"}, ("changed", False)),
        ({"sort_key": "viewed", "sort_descending": True}, ("", False)),  # is chosen with its part of the book
        ({"sort_key": "by the moon", "sort_descending": True}, ("", False)),
        ({"sort_key": ["company"]}, ("", False)),
        ({"sort_key": "company", "sort_descending": "yes"}, ("company", False)),
        ({}, ("", False)),
    ],
)
def test_a_profile_is_kept_whatever_became_of_its_order(
    tmp_path: Path, kept: dict[str, object], known: tuple[str, bool]
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"profiles": [{"id": "a1", "name": "Harbour", "region": "international", **kept}]}))
    file = SettingsFile(path)
    (profile,) = file.values.profiles
    assert (profile.name, (profile.sort_key, profile.sort_descending)) == ("Harbour", known)
    Profiles(file).keep_order("a1", SortKey.OWNER, True)
    Profiles(file).keep_order("gone", SortKey.NAME, False)
    Profiles(file).rename("a1", "Haven")
    file.flush()
    (again,) = SettingsFile(path).values.profiles
    assert (again.name, again.sort_key, again.sort_descending) == ("Haven", "owner", True)
