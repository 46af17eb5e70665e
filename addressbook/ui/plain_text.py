"""Text where Qt would look for markup, or for the mark of a key."""

from __future__ import annotations

import re
import unicodedata


def tooltip(text: str) -> str:
    """Outside text as a tooltip: "<b>" in a name must not become markup, and long text must wrap."""
    for sign, instead in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>")):
        text = text.replace(sign, instead)
    return f"<qt>{text}</qt>" if text else ""


def without_key(title: str) -> str:
    """A title without the mark of its key: "&Name" and "姓名(&N)" both lose what belongs to the key alone."""
    return re.sub(r"\s*\(&\w\)", "", title).replace("&", "")


_STACKED = 3  # marks on one letter: more than any script needs


def one_line(text: str) -> str:
    """The text to be painted in one line, each character in its place. Qt takes U+009C for the border between a text
    and a shorter one, and would show the shorter alone."""
    return "".join(" " if letter.isspace() or letter == "\x9c" else letter for letter in text)


def is_tall(text: str) -> bool:
    """Whether marks are heaped upon a letter, which would be painted over whatever stands above and below the line."""
    heap = 0
    for letter in text:
        heap = heap + 1 if unicodedata.combining(letter) else 0
        if heap >= _STACKED:
            return True
    return False


def quoted(text: str, longest: int = 40) -> str:
    """What a person typed, for a sentence: in one line, and no longer than a line can show."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
