"""Keeps resources/i18n in step with the words in the code. Needs the project's environment (PySide6-Essentials).

catalogues.py update          read the code, renew the .ts files, make the .qm files
catalogues.py missing         print what is not translated yet, as JSON
catalogues.py fill FILE       take translations from JSON in the form that `missing` prints, then make .qm
catalogues.py check           say what is stale, untranslated or wrongly filled in; exit 1 if anything is
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
# The language of the code needs a catalogue for its plurals alone.
CATALOGUES = {"en": FOLDER / "addressbook_en.ts", "zh_CN": FOLDER / "addressbook_zh_CN.ts"}
PLURAL_FORMS = {"en": 2, "zh_CN": 1}
_PLACEHOLDER = re.compile(r"\{\w*\}|%n|%L?\d")

Key = tuple[str, str, str, bool]


@dataclass(frozen=True)
class Message:
    """One message of a .ts file; `forms` holds one text, or one for each plural form."""

    context: str
    source: str
    comment: str
    plural: bool
    finished: bool
    forms: tuple[str, ...]

    @property
    def key(self) -> Key:
        """What a message is found by."""
        return (self.context, self.source, self.comment, self.plural)


def sources() -> list[str]:
    """The files with visible words."""
    files = [*(ROOT / "addressbook" / "ui").rglob("*.py"), *(ROOT / "addressbook").glob("app.py")]
    return sorted(path.relative_to(ROOT).as_posix() for path in files)


def _tool(name: str, *arguments: str) -> None:
    # The tools come inside PySide6-Essentials; the wrapper knows their place on each system.
    code = f"import sys; from PySide6.scripts.pyside_tool import {name}; sys.argv[0] = {name!r}; {name}()"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stdout}{done.stderr}")


def extract(target: Path, language: str) -> None:
    """Merge the words of the code into the .ts file `target`."""
    only = ["-pluralonly"] if language == "en" else []
    options = ["-locations", "none", "-no-obsolete", "-source-language", "en", "-target-language", language]
    _tool("lupdate", *sources(), *options, *only, "-ts", str(target))


def _walk(tree: ET.ElementTree[ET.Element]) -> Iterator[tuple[ET.Element, Message]]:
    for context in tree.getroot().iter("context"):
        name = context.findtext("name", "")
        for element in context.iter("message"):
            translation = element.find("translation")
            if translation is None:
                raise SystemExit(f"a message of {name} has no translation element")
            plural = element.get("numerus") == "yes"
            texts = [form.text or "" for form in translation] if plural else [translation.text or ""]
            finished = translation.get("type") is None
            source, comment = element.findtext("source", ""), element.findtext("comment", "")
            yield translation, Message(name, source, comment, plural, finished, tuple(texts))


def messages(path: Path) -> list[Message]:
    """All messages of a .ts file."""
    return [message for _, message in _walk(ET.parse(path))]  # noqa: S314 - our own file


def fill(path: Path, texts: dict[Key, list[str]]) -> int:
    """Write translations into a .ts file; returns how many."""
    tree = ET.parse(path)  # noqa: S314 - our own file
    count = 0
    for element, message in _walk(tree):
        forms = texts.get(message.key)
        if not forms or (list(message.forms) == forms and message.finished):
            continue
        element.attrib.pop("type", None)
        for child in list(element):
            element.remove(child)
        element.text = None if message.plural else forms[0]
        if message.plural:
            for form in forms:
                ET.SubElement(element, "numerusform").text = form
        count += 1
    ET.indent(tree, "    ")
    body = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return count


def release() -> None:
    """Make the .qm files from the .ts files."""
    for path in CATALOGUES.values():
        _tool("lrelease", str(path), "-qm", str(path.with_suffix(".qm")), "-silent")


def update() -> None:
    """Bring .ts and .qm up to date with the code."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language, path in CATALOGUES.items():
        extract(path, language)
    # "%n contact(s)" needs nobody to say what its English plural is
    simple = {
        message.key: [message.source.replace("(s)", ""), message.source.replace("(s)", "s")]
        for message in messages(CATALOGUES["en"])
        if "(s)" in message.source and not message.finished
    }
    fill(CATALOGUES["en"], simple)
    fill(CATALOGUES["zh_CN"], {})  # the same layout, whoever wrote the file last
    release()


def missing() -> list[dict[str, object]]:
    """What still wants words, ready to be filled in."""
    return [
        {
            "language": language,
            "context": message.context,
            "source": message.source,
            "comment": message.comment,
            "plural": message.plural,
            "forms": [""] * (PLURAL_FORMS[language] if message.plural else 1),
        }
        for language, path in CATALOGUES.items()
        for message in messages(path)
        if not message.finished or not all(message.forms)
    ]


def take(path: Path) -> int:
    """Take translations from a JSON file in the form of `missing`."""
    entries = json.loads(path.read_text(encoding="utf-8"))
    count = 0
    for language, catalogue in CATALOGUES.items():
        texts: dict[Key, list[str]] = {
            (entry["context"], entry["source"], entry.get("comment", ""), bool(entry.get("plural"))): entry["forms"]
            for entry in entries
            if entry.get("language", "zh_CN") == language and all(entry["forms"])
        }
        count += fill(catalogue, texts)
    release()
    return count


def problems() -> list[str]:
    """What is wrong with the committed catalogues; empty when nothing is."""
    found: list[str] = []
    for language, path in CATALOGUES.items():
        committed = {message.key: message for message in messages(path)}
        with tempfile.TemporaryDirectory() as folder:
            fresh = Path(folder, path.name)
            extract(fresh, language)
            wanted = {message.key for message in messages(fresh)}
        found += [f"{language}: not in the catalogue: {key[0]}: {key[1]!r}" for key in sorted(wanted - set(committed))]
        found += [f"{language}: no longer in the code: {key[0]}: {key[1]!r}" for key in sorted(set(committed) - wanted)]
        for message in committed.values():
            where = f"{language}: {message.context}: {message.source!r}"
            found += [f"{where}: {fault}" for fault in faults(language, message)]
    return found


def faults(language: str, message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    if not message.finished or not all(message.forms):
        yield "not translated"
        return
    if message.plural and len(message.forms) != PLURAL_FORMS[language]:
        yield f"has {len(message.forms)} plural forms"
    wanted = set(_PLACEHOLDER.findall(message.source))
    for form in message.forms:
        # a plural form may leave the number out ("one contact")
        if set(_PLACEHOLDER.findall(form)) | {"%n"} != wanted | {"%n"}:
            yield f"has other placeholders: {form!r}"
        if ("&" in message.source.replace("&&", "")) != ("&" in form.replace("&&", "")):
            yield f"a mnemonic is missing or too many: {form!r}"


def main(arguments: list[str]) -> int:
    """Run one command; returns the exit status."""
    if arguments == ["update"]:
        update()
        left = missing()
        print(f"{len(left)} texts are not translated yet" if left else "all texts are translated")
    elif arguments == ["missing"]:
        print(json.dumps(missing(), ensure_ascii=False, indent=1))
    elif len(arguments) == 2 and arguments[0] == "fill":
        print(f"{take(Path(arguments[1]))} texts filled in")
    elif arguments == ["check"]:
        found = problems()
        print("\n".join(found) or "the catalogues are fresh")
        return 1 if found else 0
    else:
        print(__doc__)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
