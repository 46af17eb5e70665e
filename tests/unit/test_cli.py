"""What a start imports before its window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from addressbook.store.files import BOOK_FILE


@pytest.mark.parametrize("copy", [True, False])
def test_only_a_start_without_a_copy_prepares_for_calls(tmp_path: Path, copy: bool) -> None:
    if copy:
        (tmp_path / BOOK_FILE).touch()
    code = (
        "import sys; from pathlib import Path; from addressbook.cli import prepare_calls\n"
        "prepare_calls(Path(sys.argv[1])); print('requests' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(not copy)]
