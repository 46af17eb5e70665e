"""A phone field in a window, and what hands do to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from addressbook.ui.forms.country_list import country_list
from addressbook.ui.forms.field_frame import FieldFrame
from addressbook.ui.forms.phone_field import PhoneField

Key = Qt.Key
Control, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def show_phone(qtbot):
    windows = []  # qtbot alone does not keep them

    def show_(value=("86", ""), *, ready=True):
        window = QWidget()
        window.setLayout(QVBoxLayout())
        field = PhoneField()
        window.before, window.after = QLineEdit(), QLineEdit()
        field.frame = FieldFrame("P&hone", field, required=True)
        for widget in (window.before, field.frame, window.after):
            window.layout().addWidget(widget)
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        if ready:
            qtbot.waitUntil(lambda: country_list().is_ready, timeout=20_000)
        field.set_value(value)
        field.heard = []
        field.changed.connect(lambda: field.heard.append(field.value()))
        field.edit.setFocus()
        return field

    return show_


def shown(field):
    """The text with a mark where the caret is."""
    text, at = field.edit.text(), field.edit.cursorPosition()
    return f"{text[:at]}|{text[at:]}"


def press(field, *keys, modifiers=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(field.edit, key, modifiers)


def paste(field, text):
    QGuiApplication.clipboard().setText(text)
    press(field, Key.Key_V, modifiers=Control)


def put_caret(field, digits):
    """Behind so many digits."""
    text = field.edit.text()
    place = next(n for n in range(len(text) + 1) if sum(c.isdigit() for c in text[:n]) == digits)
    field.edit.setCursorPosition(place)


def compose(field, preedit, commit=""):
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field.edit, event)
