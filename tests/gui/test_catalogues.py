"""Nothing visible is left untranslated: the catalogues are fresh and whole, and no words slip past translation."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from addressbook.paths import resource
from addressbook.ui.translation import current_language

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def catalogues() -> ModuleType:
    spec = importlib.util.spec_from_file_location("catalogues", ROOT / "packaging" / "catalogues.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["catalogues"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def test_every_text_of_the_code_is_translated(catalogues):
    found = catalogues.problems()
    assert not found, "run packaging/catalogues.py update, then translate:\n" + "\n".join(found)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_the_program_loads_is_what_the_translators_wrote(catalogues, qapp, language):
    translator = QTranslator()
    assert translator.load(f"addressbook_{language}", str(resource("i18n")))
    for message in catalogues.messages(catalogues.CATALOGUES[language]):
        shown = translator.translate(
            message.context, message.source, message.comment or None, 2 if message.plural else -1
        )
        assert shown == message.forms[-1], f"stale .qm: {message.context}: {message.source!r}"


def test_a_faulty_translation_is_noticed(catalogues):
    def faults(source: str, *forms: str, plural: bool = False) -> list[str]:
        return list(catalogues.faults("zh_CN", catalogues.Message("C", source, "", plural, True, forms)))

    assert not faults("Owner: {name}", "负责人：{name}")
    assert faults("Owner: {name}", "负责人：{who}")
    assert faults("Owner: {name}", "")
    assert faults("&Copy", "复制")
    assert not faults("%n owner(s)", "%n 位负责人", plural=True)
    assert faults("%n owner(s)", "%n 位负责人", "%n 位负责人", plural=True)


def test_chinese_uses_its_own_marks_and_spacing(catalogues):
    import re

    for message in catalogues.messages(catalogues.CATALOGUES["zh_CN"]):
        for form in message.forms:
            bare = re.sub(r"\{\w+\}|\(&?\w\)|\(\*\.txt\)|&", "", form)
            assert not re.search(r"[一-鿿][,;:!?.](?!\w)", bare), form
            assert not re.search(r"[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]", bare), (
                f"space between Chinese and Latin: {form}"
            )
            assert "您" not in form, form


# -- unmarked texts --------------------------------------------------------------------------------------------

SHOWING = {
    *("setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setStatusTip"),
    *("setAccessibleDescription", "setTitle", "setLabelText", "setPlainText", "addAction", "addMenu", "addItem"),
    *("addRow", "addTab", "setItemText", "setWhatsThis", "showMessage", "setIconText", "insertItem", "setHeaderLabels"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QAction", "QGroupBox", "QMenu", "QToolButton"),
    *("plain_label", "add_button", "announce", "Choice"),
}


def unmarked(source: str) -> list[tuple[int, str]]:
    """Literals with letters that are handed to something visible without passing through translation."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name not in SHOWING:
            continue
        arguments = node.args[1:2] if name == "Choice" else node.args
        for argument in arguments:
            values = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            for value in values:
                text = value.value if isinstance(value, ast.Constant) else None
                if isinstance(text, str) and sum(letter.isalpha() for letter in text) > 1:
                    found.append((value.lineno, text))
    return found


def test_the_search_for_unmarked_texts_finds_them():
    assert unmarked('label.setText("Hello")') == [(1, "Hello")]
    assert unmarked('QLabel(f"{count} contacts")') == [(1, " contacts")]
    assert unmarked('Choice("key", "Go on")') == [(1, "Go on")]
    assert not unmarked('label.setText(self.tr("Hello")); label.setText(""); label.setText(name); QLabel("…")')


@pytest.mark.parametrize("path", sorted((ROOT / "addressbook" / "ui").rglob("*.py")), ids=lambda path: path.name)
def test_no_visible_text_is_unmarked(path):
    assert not unmarked(path.read_text("utf-8"))


# -- switching -------------------------------------------------------------------------------------------------


def test_a_window_changes_its_language_while_it_is_open(qtbot, speak):
    from addressbook.ui.connect_form import ConnectFields

    fields = ConnectFields()
    qtbot.addWidget(fields)
    assert fields.key.accessibleName() == "Client ID (App key)"
    assert speak("zh_CN") == "zh_CN"
    assert current_language() == "zh_CN"
    qtbot.waitUntil(lambda: fields.key.accessibleName() == "Client ID（AppKey）")
    speak("en")
    qtbot.waitUntil(lambda: fields.key.accessibleName() == "Client ID (App key)")


def test_qts_own_buttons_speak_chinese_too(qtbot, speak):
    speak("zh_CN")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    cancel: QPushButton = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert "取消" in cancel.text()


@pytest.mark.parametrize(
    ("names", "language"), [(["zh-Hans-CN", "en"], "zh_CN"), (["de-DE", "zh-CN"], "zh_CN"), (["fr"], "en")]
)
def test_the_system_decides_at_first(monkeypatch, names, language):
    from addressbook.ui import translation

    class System:
        @staticmethod
        def uiLanguages():
            return names

    monkeypatch.setattr(translation.QLocale, "system", staticmethod(System))
    assert translation.system_language() == language
