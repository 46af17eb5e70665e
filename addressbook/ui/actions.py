"""Every action of the window in one table: words, keys, icon and place in the menus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from addressbook.ui import icons
from addressbook.ui.words.base import QT_TRANSLATE_NOOP


class Act(Enum):
    """What a person can do from a menu or by a key."""

    NEW = auto()
    UNFINISHED = auto()
    CONNECT = auto()
    SIGN_OUT = auto()
    SETTINGS = auto()
    QUIT = auto()
    UNDO = auto()
    SELECT_ALL = auto()
    FIND = auto()
    CLEAR_FILTERS = auto()
    COPY_CARD = auto()
    COPY_PHONE = auto()
    SCOPE_ALL = auto()
    SCOPE_MINE = auto()
    SCOPE_SHARED = auto()
    SCOPE_NO_LABEL = auto()
    SCOPE_RECENT = auto()
    SCOPE_CHANGES = auto()
    FORGET_RECENT = auto()
    SIDEBAR = auto()
    DETAIL = auto()
    COMPACT = auto()
    NEXT_PANE = auto()
    PREVIOUS_PANE = auto()
    REFRESH = auto()
    STOP = auto()
    OPEN = auto()
    EDIT = auto()
    DELETE = auto()
    CALL = auto()
    MAIL = auto()
    REPORT = auto()
    ABOUT = auto()


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. `keys` are standard keys or texts; `needs_book` keeps it disabled without an open book."""

    text: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    icon: str = ""
    checkable: bool = False
    needs_book: bool = True
    role: QAction.MenuRole = QAction.MenuRole.NoRole
    everywhere: bool = True
    """Whether its keys act in the whole window, not only in the parts that the action is given to."""


_Key = QKeySequence.StandardKey

SPECS: dict[Act, Spec] = {
    Act.NEW: Spec(QT_TRANSLATE_NOOP("Actions", "&New contact…"), (_Key.New, "Ctrl+N"), "plus"),
    Act.UNFINISHED: Spec(QT_TRANSLATE_NOOP("Actions", "&Unfinished…"), ("Ctrl+U",), "note"),
    Act.CONNECT: Spec(QT_TRANSLATE_NOOP("Actions", "&Connect your organisation…"), needs_book=False),
    Act.SIGN_OUT: Spec(QT_TRANSLATE_NOOP("Actions", "Sign &out…")),
    Act.SETTINGS: Spec(
        QT_TRANSLATE_NOOP("Actions", "&Settings…"),
        ("Ctrl+,",),
        needs_book=False,
        role=QAction.MenuRole.PreferencesRole,
    ),
    Act.QUIT: Spec(
        QT_TRANSLATE_NOOP("Actions", "&Quit"), (_Key.Quit, "Ctrl+Q"), needs_book=False, role=QAction.MenuRole.QuitRole
    ),
    Act.UNDO: Spec(QT_TRANSLATE_NOOP("Actions", "&Undo delete"), (_Key.Undo, "Ctrl+Z"), "undo"),
    Act.SELECT_ALL: Spec(QT_TRANSLATE_NOOP("Actions", "Select &all"), (_Key.SelectAll, "Ctrl+A")),
    Act.FIND: Spec(QT_TRANSLATE_NOOP("Actions", "&Find contacts"), (_Key.Find, "/"), "search"),
    Act.CLEAR_FILTERS: Spec(QT_TRANSLATE_NOOP("Actions", "C&lear all filters"), ("Ctrl+Shift+F",)),
    Act.COPY_CARD: Spec(QT_TRANSLATE_NOOP("Actions", "&Copy contact as text"), (_Key.Copy,), "copy"),
    Act.COPY_PHONE: Spec(QT_TRANSLATE_NOOP("Actions", "Copy &phone number"), ("Ctrl+Shift+C",)),
    Act.SCOPE_ALL: Spec(QT_TRANSLATE_NOOP("Actions", "&All contacts"), ("Ctrl+1",), checkable=True),
    Act.SCOPE_MINE: Spec(QT_TRANSLATE_NOOP("Actions", "&Mine"), ("Ctrl+2",), checkable=True),
    Act.SCOPE_SHARED: Spec(QT_TRANSLATE_NOOP("Actions", "S&hared with me"), ("Ctrl+3",), checkable=True),
    Act.SCOPE_NO_LABEL: Spec(QT_TRANSLATE_NOOP("Actions", "&No label"), ("Ctrl+4",), checkable=True),
    Act.SCOPE_RECENT: Spec(QT_TRANSLATE_NOOP("Actions", "Recently v&iewed"), ("Ctrl+5",), checkable=True),
    Act.SCOPE_CHANGES: Spec(QT_TRANSLATE_NOOP("Actions", "Ne&w and changed"), ("Ctrl+6",), checkable=True),
    Act.FORGET_RECENT: Spec(QT_TRANSLATE_NOOP("Actions", "Clear recentl&y viewed")),
    Act.SIDEBAR: Spec(QT_TRANSLATE_NOOP("Actions", "&Sidebar"), ("F9",), "sidebar", checkable=True),
    Act.DETAIL: Spec(QT_TRANSLATE_NOOP("Actions", "&Details"), ("Shift+F9",), "panel", checkable=True),
    Act.COMPACT: Spec(QT_TRANSLATE_NOOP("Actions", "Com&pact rows"), checkable=True),
    Act.NEXT_PANE: Spec(QT_TRANSLATE_NOOP("Actions", "Ne&xt pane"), ("F6",)),
    Act.PREVIOUS_PANE: Spec(QT_TRANSLATE_NOOP("Actions", "Pre&vious pane"), ("Shift+F6",)),
    Act.REFRESH: Spec(QT_TRANSLATE_NOOP("Actions", "&Refresh"), (_Key.Refresh, "F5"), "refresh"),
    Act.STOP: Spec(QT_TRANSLATE_NOOP("Actions", "S&top loading"), ("Ctrl+.",)),
    Act.OPEN: Spec(QT_TRANSLATE_NOOP("Actions", "&Show details")),
    Act.EDIT: Spec(QT_TRANSLATE_NOOP("Actions", "&Edit…"), ("Ctrl+E", "F2"), "edit"),
    Act.DELETE: Spec(QT_TRANSLATE_NOOP("Actions", "&Delete…"), (_Key.Delete, "Del"), "trash", everywhere=False),
    Act.CALL: Spec(QT_TRANSLATE_NOOP("Actions", "C&all"), ("Ctrl+Shift+L",), "phone"),
    Act.MAIL: Spec(QT_TRANSLATE_NOOP("Actions", "Write an e-&mail"), ("Ctrl+Shift+M",), "mail"),
    Act.REPORT: Spec(QT_TRANSLATE_NOOP("Actions", "&Report a problem…"), needs_book=False),
    Act.ABOUT: Spec(
        QT_TRANSLATE_NOOP("Actions", "&About this program"), needs_book=False, role=QAction.MenuRole.AboutRole
    ),
}

SCOPES = (
    Act.SCOPE_ALL, Act.SCOPE_MINE, Act.SCOPE_SHARED, Act.SCOPE_NO_LABEL, Act.SCOPE_RECENT, Act.SCOPE_CHANGES,
)  # fmt: skip

# None is a separator; a text names a submenu that the book page fills.
MENUS: tuple[tuple[str, tuple[Act | str | None, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            Act.NEW, Act.UNFINISHED, None, Act.CONNECT, Act.SIGN_OUT, None, Act.SETTINGS, None, Act.QUIT,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (Act.UNDO, None, Act.FIND, Act.CLEAR_FILTERS, None, Act.SELECT_ALL, Act.COPY_CARD, Act.COPY_PHONE),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            *SCOPES, Act.FORGET_RECENT, None, "sort", "columns", Act.COMPACT, None, Act.SIDEBAR, Act.DETAIL,
            Act.NEXT_PANE, Act.PREVIOUS_PANE, None, Act.REFRESH, Act.STOP,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Contact"),
        (Act.OPEN, Act.EDIT, Act.DELETE, None, Act.CALL, Act.MAIL),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), (Act.REPORT, None, Act.ABOUT)),
)  # fmt: skip


def make_actions(parent: QObject) -> dict[Act, QAction]:
    """All actions in the language in use, without what they do."""
    made = {}
    for act, spec in SPECS.items():
        action = QAction(QCoreApplication.translate("Actions", spec.text), parent)
        action.setObjectName(act.name)
        keys: list[QKeySequence] = []
        for key in spec.keys:
            # a platform may give a standard key several sequences, or none
            found = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
            keys += [sequence for sequence in found if sequence not in keys]
        action.setShortcuts(keys)
        contexts = Qt.ShortcutContext
        action.setShortcutContext(contexts.WindowShortcut if spec.everywhere else contexts.WidgetWithChildrenShortcut)
        action.setCheckable(spec.checkable)
        action.setMenuRole(spec.role)
        if spec.icon:
            icons.use(action, spec.icon)
        made[act] = action
    return made


def with_key(text: str, action: QAction) -> str:
    """A tooltip that tells the action's key."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{text} ({keys})" if keys else text
