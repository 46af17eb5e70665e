"""The places that name the version agree, and the pins fit the declared dependencies."""

from __future__ import annotations

import re
import tomllib
from configparser import ConfigParser
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


def test_the_desktop_file_names_what_there_is() -> None:
    text = (PACKAGING / "linux" / "addressbook-for-dingtalk.desktop").read_text(encoding="utf-8")
    parser = ConfigParser(interpolation=None, strict=True, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read_string(text)
    assert parser.sections() == ["Desktop Entry"]
    entry = parser["Desktop Entry"]
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["gui-scripts"]
    assert (entry["Type"], entry["Terminal"]) == ("Application", "false")
    assert entry["Exec"].split()[0] in scripts
    assert entry["Icon"] == "addressbook-for-dingtalk"
    for key in ("Name", "GenericName", "Comment"):
        assert entry[key].strip()
        assert entry[f"{key}[zh_CN]"].strip()
    assert {"contacts", "联系人"} <= set(entry["Keywords"].split(";"))
    assert entry["Keywords"].endswith(";")
    assert entry["Categories"] == "Office;ContactManagement;"


def test_the_metainfo_has_what_software_centres_ask_for() -> None:
    root = ElementTree.parse(PACKAGING / "linux" / "addressbook-for-dingtalk.metainfo.xml").getroot()  # noqa: S314
    assert (root.tag, root.get("type")) == ("component", "desktop-application")
    required = ("id", "metadata_license", "project_license", "name", "summary", "content_rating", "releases/release")
    assert [tag for tag in required if root.find(tag) is None] == []
    assert all(paragraph.text and paragraph.text.strip() for paragraph in root.findall("description/p"))
    assert len(root.findall("description/p")) >= 2
    launchable = root.find("launchable")
    assert launchable is not None
    assert launchable.text == f"{root.findtext('id')}.desktop"
    assert (PACKAGING / "linux" / launchable.text).is_file()
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["gui-scripts"]
    assert root.findtext("provides/binary") in scripts
    for tag in ("name", "summary"):
        languages = [element.get("{http://www.w3.org/XML/1998/namespace}lang") for element in root.findall(tag)]
        assert languages == [None, "zh-CN"]
    assert not str(root.findtext("summary")).endswith(".")  # AppStream's rule


def test_pins_hold_hashes_and_no_addresses() -> None:
    for file in ("pins.txt", "pins-dev.txt"):
        text = (PACKAGING / file).read_text(encoding="utf-8")
        entries = re.split(r"\n(?=[A-Za-z])", text.strip())
        assert all("--hash=sha256:" in entry for entry in entries)
        assert "://" not in text
        assert not re.search(r"^-", text, re.MULTILINE)  # options for pip itself
