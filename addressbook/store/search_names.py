"""Which labels and owners a word of a search finds by their names."""

from __future__ import annotations

from collections.abc import Iterable

from addressbook.domain.search_words import SearchWord
from addressbook.store import row_sets, search_patterns
from addressbook.store.connection import Connection
from addressbook.store.row_groups import Group, Kind
from addressbook.store.search_forms import FormMaker
from addressbook.store.search_shards import Form, Shards


class Names:
    """The labels and owners, by the words that their names are found by."""

    def __init__(self, connection: Connection, maker: FormMaker) -> None:
        self._connection = connection
        self._maker = maker
        self._named: list[Group] | None = None
        self._shards = Shards()

    def forget(self) -> None:
        """They are called otherwise now."""
        self._named = None

    def found(self, word: SearchWord) -> Iterable[Group]:
        """The groups of rows whose label or owner is found by the word."""
        if self._named is None:
            self._named = self._read()
        look = self._shards.look
        found = look(Form.PLAIN, search_patterns.literal(word.folded), needle=word.folded)
        if search_patterns.can_be_typed(word.letters):
            found |= look(Form.PARTS, search_patterns.name_parts(word.letters))
        return [self._named[number] for number in row_sets.members(found, 0)]

    def _read(self) -> list[Group]:
        owners = self._connection.all("SELECT userid, name FROM people WHERE owner AND name != ''")
        labels = self._connection.all("SELECT id, name FROM labels WHERE name != ''")
        self._shards = Shards()
        self._add([name for _, name in owners], person=True)
        self._add([name for _, name in labels], person=False)
        return [*((Kind.OWNER, userid) for userid, _ in owners), *((Kind.LABEL, number) for number, _ in labels)]

    def _add(self, names: list[str], *, person: bool) -> None:
        names = [name.replace("\n", " ").replace("\x1f", " ") for name in names]
        while names:
            some = names[: self._shards.room]
            del names[: len(some)]
            self._shards.append(self._maker.of_names("\n".join(some), person=person), len(some))
