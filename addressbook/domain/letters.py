"""Letters as they are put in order: those that a reader takes for the same become the same, and where the order of a
script is not that of its code points, its letters are put into it. The tables are short: a book has few such names."""

from __future__ import annotations

import re
import unicodedata

from addressbook.domain.patterns import late
from addressbook.domain.text import fold_letters

# What stands inside of words: O'Neil stands with ONeil
_APOSTROPHES = dict.fromkeys("'’‘`´ʼʻʹ＇", "")

# All languages written in Cyrillic in one line, as code points from the first on. ё is е with an accent, but й and
# others are letters of their own: they pass by the folding, which would take them apart, in the private use area.
_CYRILLIC = "абвгґѓдђеєжзѕиіїйјкќқлљмнњңоөпрстћуўүұфхһцчџшщъыьэюя"
_APART = {char: chr(0xE000 + place) for place, char in enumerate("йїўќѓ")}
_PLACES = {char: chr(0x430 + place) for place, char in enumerate(_CYRILLIC)}

# Hiragana and katakana have one order, small ones among the others
_SMALL = dict(zip("ぁぃぅぇぉっゃゅょゎゕゖ", "あいうえおつやゆよわかけ", strict=True))
_HIRAGANA = {chr(point): _SMALL.get(chr(point - 0x60), chr(point - 0x60)) for point in range(0x30A1, 0x30F7)}

_ARABIC = {"ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": ""}

_BEFORE = str.maketrans({**_APOSTROPHES, **_APART, **{char.upper(): kept for char, kept in _APART.items()}})
_AFTER = str.maketrans(
    {
        **_PLACES,
        **{kept: _PLACES[char] for char, kept in _APART.items()},
        **_SMALL,
        **_HIRAGANA,
        **_ARABIC,
    }
)
# Of Hebrew, Arabic, Thai and kana: vowels and tones above and below letters, seats of hamza, voicing, long vowels
_MARKS = late("[\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670\u0e47-\u0e4e\u3099\u309a\u30fc]")
_PLAIN = re.compile("[\0-~\u3400-\u9fff]*")  # most texts of Chinese books
_THAI = re.compile("([เแโใไ])([ก-ฮ])")  # vowels that are written before the consonant which they are spoken after


def for_order(text: str) -> str:
    """`text` without what does not count for its place, letter by letter in an order that its code points have."""
    if text.isascii():
        return text.lower().replace("'", "").replace("`", "")
    if _PLAIN.fullmatch(text):  # as below, in a quarter of the time
        return text.lower().replace("'", "").replace("`", "")
    folded = fold_letters(text.translate(_BEFORE))
    if _PLAIN.fullmatch(folded):
        return folded
    bare = _MARKS().sub("", unicodedata.normalize("NFD", folded)).translate(_AFTER)
    return _THAI.sub(r"\2\1", unicodedata.normalize("NFC", bare))
