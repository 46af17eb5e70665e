"""The places that name the version agree, and the pins fit the declared dependencies."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement

import addressbook

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
NAMES = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_version_is_the_same_everywhere() -> None:
    newest = re.search(r"^## (\S+)", (PACKAGING / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    release = ElementTree.parse(PACKAGING / "linux" / "addressbook-for-dingtalk.metainfo.xml").find(  # noqa: S314
        "releases/release"
    )
    assert newest is not None
    assert release is not None
    assert newest.group(1) == release.get("version") == addressbook.__version__


@pytest.mark.parametrize(("file", "extras"), [("pins.txt", ["build"]), ("pins-dev.txt", ["build", "test", "bundle"])])
def test_pins_fit_what_is_declared(file: str, extras: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = {_plain(name): version for name, version in NAMES.findall((PACKAGING / file).read_text(encoding="utf-8"))}
    lines = project["dependencies"] + [line for extra in extras for line in project["optional-dependencies"][extra]]
    wrong = [
        line
        for line in lines
        if (wish := Requirement(line)) and not wish.specifier.contains(pinned.get(_plain(wish.name), "0"))
    ]
    assert not wrong, "give `python3 packaging/dev.py pins`"


def test_pins_hold_hashes_and_no_addresses() -> None:
    for file in ("pins.txt", "pins-dev.txt"):
        text = (PACKAGING / file).read_text(encoding="utf-8")
        entries = re.split(r"\n(?=[A-Za-z])", text.strip())
        assert all("--hash=sha256:" in entry for entry in entries)
        assert "://" not in text
        assert not re.search(r"^-", text, re.MULTILINE)  # options for pip itself
