"""Text where Qt would look for markup, or for the mark of a key."""

from __future__ import annotations

import re


def tooltip(text: str) -> str:
    """Outside text as a tooltip: "<b>" in a name must not become markup, and long text must wrap."""
    for sign, instead in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\n", "<br>")):
        text = text.replace(sign, instead)
    return f"<qt>{text}</qt>" if text else ""


def without_key(title: str) -> str:
    """A title without the mark of its key: "&Name" and "姓名(&N)" both lose what belongs to the key alone."""
    return re.sub(r"\s*\(&\w\)", "", title).replace("&", "")


def quoted(text: str, longest: int = 40) -> str:
    """What a person typed, for a sentence: in one line, and no longer than a line can show."""
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
