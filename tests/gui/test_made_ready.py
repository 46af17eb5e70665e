"""What the first search takes of Qt is there before it: no class is made while its answer is painted."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from addressbook.ui.made_ready import CLASSES
from tests.helpers.process import ROOT
from tests.helpers.wait import LONGEST

# In a process of its own, in which no other test has made them
FIRST_SEARCH = """
import enum, json, sys
from PySide6 import QtCore, QtGui
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel
from addressbook.ui import icons
from addressbook.ui.made_ready import MadeReady
from addressbook.ui.marked_text import MarkedText
from addressbook.ui.widgets.plain import announce

def enums(of=enum.Enum):
    there = of.__subclasses__()
    return {f"{one.__module__}.{one.__qualname__}" for one in there}.union(*map(enums, there))

app = QApplication([])
picture, label, marked = QPixmap(200, 40), QLabel(), MarkedText()
icons.pixmap("search", 16, "muted", 1.0), QtCore.QByteArray()  # any window shows icons, and is put where it was
painter = QPainter(picture)
if sys.argv[1:]:
    ready = MadeReady(app)
    ready.begin()
    ready.finished.connect(app.quit)
    app.exec()
before = enums()
for filled in True, False:
    marked.draw(painter, QRect(0, 0, 90, 30), "Wang Xiaoming", ((5, 9),), "body", QColor("black"), filled=filled)
announce(label, "3 contacts match")
painter.end()
print(json.dumps(sorted(enums() - before)))
"""


def made_by_a_first_search(*options: str) -> list[str]:
    command = [sys.executable, "-c", FIRST_SEARCH, *options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=True)
    return json.loads(done.stdout)


def test_a_first_search_makes_no_class_that_was_to_be_ready():
    needed = made_by_a_first_search()
    assert any("QTextFormat" in name for name in needed)
    assert any("QAccessible" in name for name in needed)
    assert made_by_a_first_search("ready") == []


@pytest.mark.parametrize("name", CLASSES)
def test_each_of_them_is_one_of_qt(name):
    from PySide6 import QtGui

    assert hasattr(QtGui, name)
