"""`python -m addressbook`, the command `addressbook`, and the bundled program."""

from __future__ import annotations

import sys

from addressbook.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
