"""Outside text where Qt would look for markup."""

from __future__ import annotations

from html import escape


def tooltip(text: str) -> str:
    """Outside text as a tooltip: "<b>" in a name must not become markup, and long text must wrap."""
    return "<qt>" + escape(text).replace("\n", "<br>") + "</qt>" if text else ""
