"""The house keeps its shape: who may import whom, where outside libraries live, how large a file may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "addressbook"
SOURCES = sorted(PACKAGE.rglob("*.py"))

# library → the files or folders that may import it (DESIGN: one home each, so that it can be replaced)
HOMES = {
    "requests": ("dingtalk/transport.py", "dingtalk/http_session.py", "dingtalk/slim_requests.py"),
    "urllib3": ("dingtalk/http_session.py",),
    "truststore": ("dingtalk/http_session.py",),
    "keyring": ("credentials.py",),
    "apsw": ("store/",),
    "PySide6": ("ui/", "app.py"),
    "qasync": ("ui/", "app.py"),
    "phonenumbers": ("domain/phone.py", "domain/phone_rules.py", "domain/phone_check.py", "domain/countries.py"),
    "pypinyin": ("domain/pinyin.py",),
}
LOADED_LATE = (
    "keyring", "phonenumbers", "pypinyin", "requests", "truststore", "urllib3", "PySide6.QtNetwork",
    "addressbook.dingtalk.http_session", "addressbook.domain.merge", "addressbook.services.checking",
    "addressbook.services.deleting", "addressbook.services.replacing", "addressbook.services.save_results",
    "addressbook.services.saving", "addressbook.simulator", "addressbook.store.search_index",
    "addressbook.ui.detail_card", "addressbook.ui.forms.form_desk", "addressbook.ui.welcome_page",
)  # fmt: skip
MOST_LINES = 400


def _imports(tree: ast.AST) -> list[tuple[str, ast.stmt]]:
    found: list[tuple[str, ast.stmt]] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [(alias.name.split(".")[0], node) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found.append((node.module.split(".")[0], node))
    return found


@pytest.fixture(scope="module")
def imported() -> dict[str, set[str]]:
    """For each file of the program: the libraries it imports."""
    return {
        path.relative_to(PACKAGE).as_posix(): {name for name, _ in _imports(ast.parse(path.read_text("utf-8")))}
        for path in SOURCES
    }


@pytest.mark.parametrize("library", HOMES)
def test_each_library_has_one_home(library: str, imported: dict[str, set[str]]) -> None:
    users = {file for file, libraries in imported.items() if library in libraries}
    assert not {file for file in users if not file.startswith(HOMES[library])}


def test_import_contracts() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports; raise SystemExit(lint_imports())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_files_stay_small_enough_to_read() -> None:
    folders = (PACKAGE, ROOT / "tests", ROOT / "packaging")
    large = {
        path.relative_to(ROOT).as_posix(): count
        for folder in folders
        for path in folder.rglob("*.py")
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert not large


def test_what_the_first_window_does_not_need_stays_out_of_the_start() -> None:
    """It needs Qt, qasync and the store; the rest is loaded when first used."""
    program = f"import sys, addressbook.app\nprint(*sorted(name for name in {LOADED_LATE!r} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=240
    )
    assert done.stdout.split() == []


def test_no_source_is_read_to_import_what_is_compiled() -> None:
    """Qt's import would, for each module that is imported after it: a tenth of the start."""
    program = (
        "import builtins, linecache, addressbook.ui\n"
        # as on the thread of the password store, which is in the midst of importing just then
        "builtins.__import__ = builtins.__feature_import__\n"
        "import addressbook.app\n"
        "print(*(name for name in linecache.cache if 'addressbook' in name))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=240
    )
    assert done.stdout.split() == []


def test_everything_below_the_window_works_without_qt() -> None:
    modules = [
        ".".join(("addressbook", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")
        for path in SOURCES
        if not path.relative_to(PACKAGE).as_posix().startswith(("ui/", *HOMES["PySide6"], "__main__.py", "cli.py"))
    ]
    program = (
        "import importlib, sys\n"
        "sys.modules['PySide6'] = sys.modules['qasync'] = None  # importing them now fails\n"
        f"for name in {modules!r}: importlib.import_module(name)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_text_tells_of_the_project_alone() -> None:
    """No path of somebody's computer and no address of a package index is committed."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    marks = [b"/" + b"work/", b"/" + b"home/", b"--index" + b"-url", b"--extra-index" + b"-url"]
    told = [
        (name, mark.decode())
        for name in names.split("\0")
        if name and (ROOT / name).is_file()
        for mark in marks
        if mark in (ROOT / name).read_bytes()
    ]
    assert not told
