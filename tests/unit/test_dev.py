"""The set-up script says what is missing, in words that can be acted on."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> tuple[ModuleType, ModuleType]:
    monkeypatch.syspath_prepend(str(PACKAGING))
    import dev_setup
    import dev_system

    return dev_setup, dev_system


@pytest.mark.skipif(sys.platform != "linux", reason="packages are asked for on Linux only")
def test_without_root_the_exact_command_is_named(
    scripts: tuple[ModuleType, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, system = scripts
    monkeypatch.setattr(system, "_loads", lambda library: library != "libxcb-cursor.so.0")
    monkeypatch.setattr(system, "_fonts", lambda: ["NotoSansCJK-Regular.ttc", "NotoColorEmoji.ttf"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    with pytest.raises(system.MissingPackages) as told:
        system.provide({"run"}, print)
    assert "libxcb-cursor.so.0" in str(told.value)
    assert "sudo apt-get install --yes --no-install-recommends libxcb-cursor0\n" in str(told.value)


@pytest.mark.skipif(sys.platform != "linux", reason="packages are asked for on Linux only")
def test_fonts_that_are_only_wished_for_keep_nobody_from_going_on(
    scripts: tuple[ModuleType, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, system = scripts
    said: list[str] = []
    monkeypatch.setattr(system, "_loads", lambda library: True)
    monkeypatch.setattr(system, "_fonts", lambda: ["DejaVuSans.ttf"])
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    system.provide({"run"}, said.append)
    assert len(said) == 1
    assert "fonts-noto-cjk" in said[0]


@pytest.mark.skipif(sys.platform != "linux", reason="packages are asked for on Linux only")
def test_elsewhere_the_libraries_are_named(
    scripts: tuple[ModuleType, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, system = scripts
    monkeypatch.setattr(system, "_loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(system.shutil, "which", lambda name: None if name == "apt-get" else f"/usr/bin/{name}")
    with pytest.raises(system.MissingPackages, match=r"libEGL\.so\.1"):
        system.provide({"run"}, print)


@pytest.mark.skipif(sys.platform != "linux", reason="displays are looked for on Linux only")
@pytest.mark.parametrize(
    ("display", "words"), [("", "neither DISPLAY nor WAYLAND_DISPLAY"), (":987", "cannot be used")]
)
def test_a_display_that_is_missing_or_dead_is_noticed(
    scripts: tuple[ModuleType, ModuleType], monkeypatch: pytest.MonkeyPatch, display: str, words: str
) -> None:
    setup, _ = scripts
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setattr(setup, "venv_python", lambda: sys.executable)
    assert words in setup.why_no_display()


def test_what_is_up_to_date_is_left_alone(
    scripts: tuple[ModuleType, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    setup, system = scripts
    commands: list[list[str]] = []
    monkeypatch.setattr(system, "provide", lambda purposes, say: None)
    monkeypatch.setattr(setup, "VENV", tmp_path / "venv")
    monkeypatch.setattr(setup, "STAMP", tmp_path / "venv" / "stamp.json")
    monkeypatch.setattr(setup, "venv_python", lambda: sys.executable)

    def record(command: list[str], what: str) -> None:
        commands.append(command)
        setup.VENV.mkdir(exist_ok=True)

    monkeypatch.setattr(setup, "_must", record)
    setup.prepare("run")
    assert ["--require-hashes" in command for command in commands] == [False, True, False]
    setup.prepare("run")
    assert len(commands) == 3
    setup.prepare("dev")  # more is wanted: into the same .venv
    assert len(commands) == 5
    setup.prepare("run")  # "dev" holds all that "run" needs
    assert len(commands) == 5
    changed = {**json.loads(setup.STAMP.read_text(encoding="utf-8")), "dev": "other pins"}
    setup.STAMP.write_text(json.dumps(changed), encoding="utf-8")
    setup.prepare("dev")
    assert len(commands) == 7
