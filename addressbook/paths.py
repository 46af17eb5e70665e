"""Where things lie: data that comes with the program."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """A file or folder of `resources/`, by its "/"-separated name: in a frozen program, a wheel, or the source tree."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen, "addressbook", "resources", *name.split("/"))
    package = Path(__file__).parent
    inside = package / "resources"
    return (inside if inside.is_dir() else package.parent / "resources").joinpath(*name.split("/"))
