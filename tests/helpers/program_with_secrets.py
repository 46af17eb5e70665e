"""The program with a password store that holds what a test gives it.

python -m tests.helpers.program_with_secrets FILE [arguments of the program]

FILE is JSON: profile id -> entry. It is read into memory before the program starts; everything else is as usual.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import keyring

from addressbook import cli
from addressbook.credentials import SERVICE_NAME
from tests.helpers.memory_keyring import MemoryKeyring

if __name__ == "__main__":
    backend = MemoryKeyring()
    entries = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    backend.entries = {(SERVICE_NAME, profile): entry for profile, entry in entries.items()}
    keyring.set_keyring(backend)
    sys.exit(cli.main(sys.argv[2:]))
