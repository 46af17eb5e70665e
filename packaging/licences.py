"""Gathers the licence notices of what the bundle ships, from the installed packages themselves.

python packaging/licences.py FOLDER   writes NOTICES.txt and one folder of texts per package
"""

from __future__ import annotations

import re
import shutil
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

from addressbook.licences import licence_name

PROJECT = "addressbook-for-dingtalk"
LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)[^/]*$", re.IGNORECASE)
# Qt's own packages come without the texts; Debian has them, and some packages carry a copy
GNU_TEXTS = {
    "LGPL-3.0.txt": ("/usr/share/common-licenses/LGPL-3", "GNU LESSER GENERAL PUBLIC LICENSE\nVersion 3"),
    "GPL-3.0.txt": ("/usr/share/common-licenses/GPL-3", "GNU GENERAL PUBLIC LICENSE\nVersion 3"),
}
HEAD = """\
Address Book for DingTalk ships the software below. The texts of the licences lie beside this file.

Qt and PySide6 are used under the GNU Lesser General Public License, version 3. Their libraries are separate
files of this folder and may be replaced by builds of your own; their source is at https://download.qt.io/

"""


def shipped() -> list[Distribution]:
    """The distributions that the program needs on this system, and theirs, by name."""
    found: dict[str, Distribution] = {}
    waiting = [PROJECT]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            sys.exit(f"{name} is a dependency, but is not installed here")
        for line in found[name].requires or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(re.sub(r"[-_.]+", "-", requirement.name).lower())
    del found[PROJECT]
    return [found[name] for name in sorted(found)]


def gather(folder: Path) -> None:
    """Write the notices of all shipped packages, Python's and the GNU texts into `folder` (made anew)."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    lines = [HEAD, f"Python {sys.version.split()[0]}: PSF-2.0\n"]
    for dist in shipped():
        lines.append(f"{dist.name} {dist.version}: {licence_name(dist) or 'see its text'}\n")
        for file in dist.files or ():
            source = Path(str(file.locate()))
            if LICENCE_FILE.search(file.as_posix()) and ".dist-info" in file.as_posix() and source.is_file():
                target = folder / dist.name / source.name
                target.parent.mkdir(exist_ok=True)
                shutil.copyfile(source, target)
    (folder / "NOTICES.txt").write_text("".join(lines), encoding="utf-8")
    for source in _python_texts():
        shutil.copyfile(source, folder / "Python-LICENSE.txt")
    for name, (usual_place, heading) in GNU_TEXTS.items():
        found = Path(usual_place) if Path(usual_place).is_file() else _text_with(heading)
        if found is None:
            sys.exit(f"No copy of {name} on this computer: it must go with Qt. See packaging/RELEASING.md")
        shutil.copyfile(found, folder / name)


def _python_texts() -> list[Path]:
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    places = (
        Path(sys.base_prefix, "lib", version, "LICENSE.txt"),
        Path(sys.base_prefix, "LICENSE.txt"),
        Path("/usr/share/doc", version, "copyright"),
        Path("/usr/share/doc", f"lib{version}-stdlib", "copyright"),
    )
    found = [place for place in places if place.is_file()]
    if not found:
        sys.exit("Python's licence was not found on this computer; see packaging/RELEASING.md")
    return found[:1]


def _text_with(heading: str) -> Path | None:
    """A licence file of any installed package that begins with `heading`, whatever its spacing."""
    wanted = heading.split()
    texts = Path(sys.prefix).rglob("*[Ll][Ii][Cc][Ee][Nn][CcSs][Ee]*")
    for path in (*texts, *Path(sys.base_prefix).glob("share/**/COPYING*")):
        if path.is_file() and path.read_text(encoding="utf-8", errors="replace").split()[: len(wanted)] == wanted:
            return path
    return None


if __name__ == "__main__":
    gather(Path(sys.argv[1]))
