"""Which labels and owners a word of a search finds by their names."""

from __future__ import annotations

from collections.abc import Iterable

from addressbook.domain.search_words import SearchWord
from addressbook.store import row_sets, search_patterns
from addressbook.store.connection import Connection
from addressbook.store.row_groups import Group, Kind
from addressbook.store.search_forms import FIELD, FormMaker, Texts
from addressbook.store.search_shards import LINES, Place, Shards, parted


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
        found = look(Place.NAMES, search_patterns.literal(word.folded), needle=word.folded)
        if search_patterns.can_be_typed(word.letters):
            found |= look(Place.NAME_PARTS, search_patterns.name_parts(word.letters))
        return [self._named[number] for number in row_sets.members(found, 0)]

    def _read(self) -> list[Group]:
        owners = self._connection.all("SELECT userid, name FROM people WHERE owner AND name != ''")
        labels = self._connection.all("SELECT id, name FROM labels WHERE name != ''")
        named: list[tuple[Group, str]] = [
            *(((Kind.OWNER, userid), name) for userid, name in owners),
            *(((Kind.LABEL, number), name) for number, name in labels),
        ]
        # A label stands in a second field: only what stands first is read as the name of a person
        lines = [("" if group[0] is Kind.OWNER else FIELD) + _in_one_line(name) for group, name in named]
        self._shards = Shards()
        nothing = "\n" * (LINES - 1)
        for shard, names in enumerate(parted(lines, "")):
            self._shards.put(shard, self._maker.forms(Texts("\n".join(names), nothing, nothing, nothing)))
        return [group for group, _ in named]


def _in_one_line(text: str) -> str:
    return text.replace("\n", " ").replace(FIELD, " ")
