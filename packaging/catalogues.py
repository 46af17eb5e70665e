"""Keeps resources/i18n in step with the words in the code. Needs the project's environment (PySide6-Essentials).

The words are found by Python's own parser. Qt's lupdate reads Python too simply: it takes "//" for a comment, loses
the plural of translate(…, "", count) and cannot tell an f-string from a text. The .ts and .qm files are Qt's own.

catalogues.py update          read the code, renew the .ts files, make the .qm files
catalogues.py missing         print what is not translated yet, as JSON
catalogues.py fill FILE       take translations from JSON in the form that `missing` prints, then make .qm
catalogues.py check           say what is stale, untranslated or wrongly filled in; exit 1 if anything is
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
# The language of the code needs a catalogue for its plurals alone.
CATALOGUES = {"en": FOLDER / "addressbook_en.ts", "zh_CN": FOLDER / "addressbook_zh_CN.ts"}
PLURAL_FORMS = {"en": 2, "zh_CN": 1}
_PLACEHOLDER = re.compile(r"\{\w*\}|%L?n|%L?\d")

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


def marked() -> dict[Key, None]:
    """What the code marks for translation, in order. SystemExit for a text that can never be found, as an f-string."""
    found: dict[Key, None] = {}
    for name in sources():
        _Marks(name, found).visit(ast.parse((ROOT / name).read_text(encoding="utf-8")))
    return found


class _Marks(ast.NodeVisitor):
    """Collects self.tr(text, comment, n), translate(context, text, comment, n) and QT_TRANSLATE_NOOP(context, text)."""

    def __init__(self, file: str, found: dict[Key, None]) -> None:
        self._file = file
        self._found = found
        self._class = ""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        outer, self._class = self._class, node.name
        self.generic_visit(node)
        self._class = outer

    def visit_Call(self, node: ast.Call) -> None:
        method = isinstance(node.func, ast.Attribute)
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
        if name == "tr" and method and arguments:
            self._add(self._class, arguments, node.lineno)
        elif name in ("tr", "translate", "QT_TRANSLATE_NOOP") and len(arguments) > 1:
            context = arguments[0]
            if isinstance(context, ast.Constant) and isinstance(context.value, str):
                self._add(context.value, arguments[1:], node.lineno)
        self.generic_visit(node)

    def _add(self, context: str, arguments: list[ast.expr], line: int) -> None:
        text, *rest = arguments
        if isinstance(text, ast.JoinedStr | ast.BinOp):
            raise SystemExit(f"{self._file}:{line}: a text for translation must be one literal")
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            comment = rest[0].value if rest and isinstance(rest[0], ast.Constant) else None
            self._found[(context, text.value, comment if isinstance(comment, str) else "", len(rest) > 1)] = None


def extract(target: Path, language: str) -> None:
    """Write the words of the code into the .ts file `target`, with the translations that it had."""
    old = {message.key: message for message in messages(target)} if target.exists() else {}
    contexts: dict[str, list[Key]] = {}
    for key in marked():
        if language != "en" or key[3]:
            contexts.setdefault(key[0], []).append(key)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    for name in sorted(contexts):
        context = ET.SubElement(root, "context")
        ET.SubElement(context, "name").text = name
        for key in contexts[name]:
            message = ET.SubElement(context, "message", {"numerus": "yes"} if key[3] else {})
            ET.SubElement(message, "source").text = key[1]
            if key[2]:
                ET.SubElement(message, "comment").text = key[2]
            known = old.get(key)
            translation = ET.SubElement(message, "translation")
            _set_forms(translation, key[3], known.forms if known else ("",) * PLURAL_FORMS[language])
            if known is None or not known.finished:
                translation.set("type", "unfinished")
    _write(target, root)


def _set_forms(translation: ET.Element, plural: bool, forms: Sequence[str]) -> None:
    for child in list(translation):
        translation.remove(child)
    translation.text = None if plural else forms[0]
    if plural:
        for form in forms:
            ET.SubElement(translation, "numerusform").text = form


def _write(path: Path, root: ET.Element) -> None:
    ET.indent(root, "    ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


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
        _set_forms(element, message.plural, forms)
        count += 1
    _write(path, tree.getroot())
    return count


def release() -> None:
    """Make the .qm files from the .ts files."""
    # lrelease comes inside PySide6-Essentials; the wrapper knows its place on each system.
    code = "import sys; from PySide6.scripts.pyside_tool import lrelease; sys.argv[0] = 'lrelease'; lrelease()"
    for path in CATALOGUES.values():
        arguments = [str(path), "-qm", str(path.with_suffix(".qm")), "-silent"]
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SystemExit(f"lrelease failed:\n{done.stdout}{done.stderr}")


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
    code = marked()
    for language, path in CATALOGUES.items():
        committed = {message.key: message for message in messages(path)}
        wanted = {key for key in code if language != "en" or key[3]}
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
        if set(_PLACEHOLDER.findall(form)) | {"%n", "%Ln"} != wanted | {"%n", "%Ln"}:
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
