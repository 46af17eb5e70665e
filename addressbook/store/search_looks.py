"""How a word is looked for in the texts of one field. Finds the lines that search_match.explain would find it in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cached_property, partial
from typing import Protocol

from addressbook.domain.search_match import finds
from addressbook.domain.search_words import SearchWord
from addressbook.store import row_sets, search_mixed, search_patterns
from addressbook.store.search_book import TEXTS, Field
from addressbook.store.search_forms import FormMaker
from addressbook.store.search_shards import Form, look, parted
from addressbook.store.search_texts import Texts

_SHORT = 3  # letters of a word around one of which little can stand that is different
_MANY = 10_000  # lines


class What(Enum):
    """What is asked of a word: where it is found …"""

    NAME = "name"  # in the name
    ELSEWHERE = "elsewhere"  # in the other texts of a contact
    BEGINS = "begins"  # at the start of a word of the name
    FIRST = "first"  # at the start of the name
    WHOLE = "whole"  # as the whole name

    @property
    def fields(self) -> Sequence[Field]:
        """The fields in which that is looked for."""
        return (*TEXTS, Field.EMAIL, Field.DIGITS) if self is What.ELSEWHERE else (Field.NAME,)


class _Look(Protocol):
    """`Shards.look`, in the lines that matter."""

    def __call__(self, form: Form, pattern: bytes, *, needle: str = "") -> int: ...


class Sought:
    """A word and the expressions for it."""

    def __init__(self, word: SearchWord, maker: FormMaker) -> None:
        self._word = word
        self._maker = maker
        self._literal = search_patterns.literal(word.folded)
        self._can_be_typed = search_patterns.can_be_typed(word.letters)

    def lines(
        self, what: What, field: Field, texts: Texts, within: int | None = None, shards: Sequence[int] | None = None
    ) -> int:
        """The lines of a field in which the word is found. `within` and `shards`: see Shards.look."""
        look_at = partial(texts.shards.look, within=within, shards=shards)
        if what is What.NAME:
            return self._in_name(look_at)
        if what is What.BEGINS:
            word = self._word
            return look_at(Form.PARTS, search_patterns.name_parts(word.letters or word.folded, leading=True))
        if what is What.FIRST:
            return look_at(Form.PARTS, search_patterns.first_parts((self._word,)))
        if what is What.WHOLE:
            return whole((self._word,), look_at)
        if field is Field.DIGITS:
            return _any(look_at(Form.PLAIN, search_patterns.literal(form), needle=form) for form in self._word.digits)
        lines = look_at(Form.PLAIN, self._literal, needle=self._word.folded)
        if not self._can_be_typed or not texts.can_be_read:
            return lines
        return lines | self._typed(field, texts, look_at)

    def _in_name(self, look_at: _Look) -> int:
        word = self._word
        lines = look_at(Form.PLAIN, self._literal, needle=word.folded)
        if self._can_be_typed and not search_patterns.is_character(word.folded):
            needle = search_patterns.some_chinese(word.letters)
            lines |= look_at(Form.PARTS, self._name_parts, needle=needle)
        return lines

    def _typed(self, field: Field, texts: Texts, look_at: _Look) -> int:
        """Where the letters lie over the parts of a text."""
        letters = self._word.letters
        if not search_patterns.has_chinese(letters):
            short = field is Field.ADDRESS and self._word.is_short
            return look_at(Form.PARTS, self._beginning if short else self._parts)
        if not search_patterns.is_chinese(letters):
            return self._mixed(texts, look_at, person=field is Field.ALIAS)
        if letters == self._word.folded:
            return 0
        return look_at(Form.PLAIN, search_patterns.literal(letters), needle=letters)

    def _mixed(self, texts: Texts, look_at: _Look, *, person: bool) -> int:
        """Where Chinese and how it is read are typed together: "zhang三"."""
        letters, shards = self._word.letters, texts.shards
        first, *others = search_patterns.fixed_runs(letters)
        likely = look_at(Form.PLAIN, search_patterns.literal(first), needle=first)
        for run in others:
            likely &= shards.look(Form.PLAIN, search_patterns.literal(run), needle=run, within=likely)
        odd = [line for line in texts.odd if likely >> line & 1]
        found = row_sets.make((line for line in odd if finds((self._word,), texts.odd[line], person=person)), 0)
        likely &= ~row_sets.make(odd, 0)
        if len(letters) > _SHORT or likely.bit_count() > _MANY:
            likely &= shards.look(Form.PARTS, self._parts, within=likely)

        def lie(contexts: Sequence[str]) -> Iterable[bool]:
            forms = (self._maker.with_characters("\n".join(lines)) for lines in parted(contexts, ""))
            return map("1".__eq__, look(forms, self._name_parts))

        numbers = row_sets.members(likely, 0)
        mixed = search_mixed.found(shards.seen(numbers), letters, self._maker.alike, lie)
        return found | row_sets.make(map(numbers.__getitem__, set(mixed)), 0)

    @cached_property
    def _parts(self) -> bytes:
        letters = self._word.letters
        if letters.isascii():  # finds the same: making an expression ready takes longer than looking for it
            return self._name_parts
        return search_patterns.parts(letters, self._maker.ways)

    @cached_property
    def _beginning(self) -> bytes:
        return search_patterns.beginning_parts(self._word.letters, self._maker.ways)

    @cached_property
    def _name_parts(self) -> bytes:
        return search_patterns.name_parts(self._word.letters)


def whole(words: Sequence[SearchWord], look_at: _Look) -> int:
    """The names that are these words, in this order."""
    lines = look_at(Form.PLAIN, search_patterns.whole_line(search_patterns.names_of(words)))
    letters = search_patterns.letters_of(words)
    if search_patterns.can_be_typed(letters):
        lines |= look_at(Form.PARTS, search_patterns.all_parts(letters))
    return lines


def _any(sets: Iterable[int]) -> int:
    found = 0
    for one in sets:
        found |= one
    return found
