"""What a package's licence is called, the same in About and in the bundle's notices."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import Distribution

_LONGEST_NAME = 60
# These say of themselves that the OSI approved, not what: the text is zlib's, or any other of that kind
_BETTER_NAMES = {"OSI Approved": {"apsw-sqlite3mc": "zlib (or any that the OSI approved)"}}


def licence_name(package: Distribution) -> str:
    """The name of the licence as the package's own metadata tell it, "" when they do not."""
    about = package.metadata
    classifiers = [line.rsplit(" :: ", 1)[-1] for line in about.get_all("Classifier", []) if line.startswith("License")]
    expression, licence = ("".join(about.get_all(key, [])) for key in ("License-Expression", "License"))
    named = expression or "; ".join(classifiers) or licence
    named = named.strip().split("\n")[0][:_LONGEST_NAME]
    return _BETTER_NAMES.get(named, {}).get(package.name.lower().replace("_", "-"), named)
