"""Which collected files stay in the bundle: the plug-ins that are used, and what they and the modules link to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path, PurePath

from PyInstaller.depend import bindepend

Entry = tuple[str, str, str]  # name in the bundle, source, kind: PyInstaller's own triple

# Qt's plug-ins that the program can come to need. ibus and compose are how Chinese is typed under X11.
PLUGINS = re.compile(
    r"plugins/("
    r"platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)\b"
    r"|platforminputcontexts/lib(ibus|compose)"
    r"|platformthemes/libqxdgdesktopportal"
    r"|wayland-(shell-integration/libxdg-shell|decoration-client/|graphics-integration-client/libqt-plugin-wayland-egl)"
    r"|styles/"
    r"|iconengines/(lib)?qsvgicon"
    r"|imageformats/(lib)?qsvg"
    r")"
)
TRANSLATIONS = re.compile(r"translations/qtbase_(en|zh_CN)\.qm$")
# Loaded by name when there is no graphics driver; plain widgets are painted without it (Windows, 20 MB)
NEVER = re.compile(r"(opengl32sw|d3dcompiler)[^/]*\.dll$|phonenumbers/(carrierdata|tzdata)/|pypinyin/phrases_dict")


def keep_data(entries: Iterable[Entry]) -> list[Entry]:
    """Data files without Qt's other languages and modules."""
    return [entry for entry in entries if _data_wanted(_posix(entry))]


def keep_binaries(entries: Iterable[Entry]) -> list[Entry]:
    """Python's extension modules, the wanted plug-ins, and every library that one of these links to."""
    entries = [entry for entry in entries if not NEVER.search(_posix(entry))]
    roots = [e for e in entries if e[2] == "EXTENSION" or PLUGINS.search(_posix(e)) or "libpython" in e[0]]
    libraries = {PurePath(e[0]).name: e for e in entries if e not in roots and "/plugins/" not in _posix(e)}
    kept, waiting = list(roots), list(roots)
    while waiting:
        _, source, _ = waiting.pop()
        for name, _path in bindepend.get_imports(source):
            found = libraries.pop(PurePath(name).name, None)
            if found is not None:
                kept.append(found)
                waiting.append(found)
    # Symbolic links and helper files that stand for a kept library
    names = {PurePath(entry[0]).name for entry in kept}
    return kept + [e for e in libraries.values() if e[2] == "SYMLINK" and PurePath(e[1]).name in names]


def megabytes(*groups: Iterable[Entry]) -> float:
    """Size of the source files of `groups`, in 10^6 bytes, links not counted."""
    sources = {e[1] for group in groups for e in group if e[2] != "SYMLINK" and Path(e[1]).is_file()}
    return sum(Path(source).stat().st_size for source in sources) / 1e6


def _data_wanted(name: str) -> bool:
    if NEVER.search(name):
        return False
    if "/PySide6/" in f"/{name}" and name.endswith(".qm"):
        return bool(TRANSLATIONS.search(name))
    return "/qml/" not in name


def _posix(entry: Entry) -> str:
    return entry[0].replace("\\", "/")
