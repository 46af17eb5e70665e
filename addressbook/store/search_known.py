"""What is known of the words that were searched for, and how little must be looked at to know it of what has changed.

Lines of texts (search_texts.py) do not change. So where a word was found it still is, and a word with a letter more can
be found only there; new lines alone are looked at, and rows that changed are asked which lines they hold now.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from addressbook.domain.search_words import SHORT, SearchWord
from addressbook.store.search_book import Field, SearchedBook
from addressbook.store.search_forms import FormMaker
from addressbook.store.search_looks import Sought, What
from addressbook.store.search_patterns import can_be_typed, is_chinese
from addressbook.store.search_shards import LINES
from addressbook.store.search_texts import BLOCK
from addressbook.store.search_within import Within

_KEPT = 48  # some 50 kB each at 100,000 contacts; those of one letter stay
LETTERS = (*"etaoinshrdlcumwfgypbvkjxqz1308957642",)


class _Finding:
    """The lines in which something was found, the rows that hold them, and when that was."""

    __slots__ = ("_counted", "_looked", "lines", "rows")

    def __init__(self) -> None:
        self.lines: dict[Field, int] = {}
        self.rows = 0
        self._looked: dict[Field, int] = {}  # see Stamps
        self._counted = 0

    def look(self, what: What, field: Field, sought: Sought, book: SearchedBook, shorter: _Finding | None) -> None:
        """Find it in those lines of a field that are new."""
        texts = book[field]
        changed = texts.shards.changed
        before = self._looked.get(field, 0)
        due = changed.since(before)
        if not due:
            return
        if before:
            found = sought.lines(what, field, texts, shards=due)
            self.lines[field] = self.lines[field] & ~_all_of(due, LINES) | found
        else:
            within = None if shorter is None else shorter.at_most(field, book)
            found = sought.lines(what, field, texts, within=within) if within != 0 else 0
            self.lines[field] = found if within is None else found & within
        self._looked[field] = changed.now

    def at_most(self, field: Field, book: SearchedBook) -> int | None:
        """The lines of a field in which it may be found by now; None if they are not known."""
        if field not in self._looked:
            return None
        return self.lines[field] | _all_of(book[field].shards.changed.since(self._looked[field]), LINES)

    def count(self, book: SearchedBook) -> None:
        """Find the rows that hold these lines."""
        due = book.blocks.since(self._counted)
        if due:
            rows = 0
            for field, lines in self.lines.items():
                rows |= book[field].rows_of(lines, due)
            if self._counted:
                blocks = _all_of(due, BLOCK)
                rows = self.rows & ~blocks | rows & blocks
            self.rows = rows
            self._counted = book.blocks.now


class KnownWords:
    """Belongs to one reader."""

    def __init__(self, book: SearchedBook, maker: FormMaker) -> None:
        self._book = book
        self._maker = maker
        self._words: OrderedDict[str, dict[What, _Finding]] = OrderedDict()
        # In this search: within what was looked, what was found
        self._lately: dict[tuple[SearchWord, What], tuple[Within, int]] = {}

    def rows(self, word: SearchWord, what: What, within: Within | None) -> int:
        """The rows in which a word is found, at least those of `within`."""
        known = self._words.get(word.folded, {})
        if within is not None and what not in known and (what is What.ELSEWHERE or What.NAME not in known):
            return self._rows_within(word, what, within)
        finding = self._finding(word, what)
        sought = Sought(word, self._maker)
        for field in what.fields:
            self._look(finding, word, what, field, sought)
        finding.count(self._book)
        return finding.rows

    def look_ahead(self, word: SearchWord, what: What, field: Field) -> None:
        """Find a word in one field beforehand, field by field."""
        if field is what.fields[-1]:
            self.rows(word, what, None)  # in all fields: the first ones may have new lines by now
        else:
            self._look(self._finding(word, what), word, what, field, Sought(word, self._maker))

    def is_known(self, word: SearchWord) -> int | None:
        """About how many rows a word finds, None if that is not known."""
        known = self._words.get(word.folded)
        if known is None or What.NAME not in known or What.ELSEWHERE not in known:
            return None
        return sum(finding.rows.bit_count() for finding in known.values())

    def rest(self) -> None:
        """A search is over."""
        self._lately.clear()

    def _look(self, finding: _Finding, word: SearchWord, what: What, field: Field, sought: Sought) -> None:
        finding.look(what, field, sought, self._book, self._shorter(word, what, field))

    def _finding(self, word: SearchWord, what: What) -> _Finding:
        known = self._words.get(word.folded)
        if known is None:
            known = self._words[word.folded] = {}
            if len(self._words) > _KEPT + len(LETTERS):
                del self._words[next(one for one in self._words if one not in LETTERS)]
        self._words.move_to_end(word.folded)
        finding = known.get(what)
        if finding is None:
            finding = known[what] = _Finding()
        return finding

    def _shorter(self, word: SearchWord, what: What, field: Field) -> _Finding | None:
        """What is known of the word where it can be found: when it had a letter less, or in all of the name."""
        if what in (What.BEGINS, What.FIRST) or (what is What.WHOLE and can_be_typed(word.letters)):
            return self._words[word.folded].get(What.NAME)
        letters = word.folded
        typed = letters.isascii() and letters.isalpha()
        if what is What.WHOLE or not (typed or is_chinese(letters)) or field is Field.DIGITS:
            return None
        # In addresses, what is short is not looked for everywhere, and found in no more time than it takes to narrow it
        least = SHORT if typed and field is Field.ADDRESS else 0
        for size in range(len(letters) - 1, least, -1):
            known = self._words.get(letters[:size])
            if known is not None and what in known:
                return known[what]
        return None

    def _rows_within(self, word: SearchWord, what: What, within: Within) -> int:
        lately = self._lately.get((word, what))
        if lately is not None and not within.rows & ~lately[0].rows:
            return lately[1]
        rows = within.rows_of(within.look(what, Sought(word, self._maker)))
        self._lately[word, what] = within, rows
        return rows


def _all_of(numbers: Sequence[int], size: int) -> int:
    """The set of what is in some blocks, upwards, of `size`, which is a multiple of 8."""
    if not numbers:
        return 0
    block = size // 8
    found = bytearray((numbers[-1] + 1) * block)
    for number in numbers:
        found[number * block : (number + 1) * block] = b"\xff" * block
    return int.from_bytes(found, "little")
