"""What our calls bring into the process."""

from __future__ import annotations

import subprocess
import sys

LINES = (
    "import sys",
    "from addressbook.dingtalk import http_session",
    "print(*[name for name in sys.modules if 'charset_normalizer' in name or 'chardet' in name])",
    "import charset_normalizer",  # it is out of the way only while requests is imported
    "print(charset_normalizer.__name__, http_session.new_session('us', secure=False).headers['User-Agent'])",
)


def test_requests_comes_without_guessing_encodings_and_without_a_warning() -> None:
    command = [sys.executable, "-W", "error", "-c", "\n".join(LINES)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["", "charset_normalizer us"]
    assert done.stderr == ""
