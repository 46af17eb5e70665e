"""Why a contact is among those found: which parts of its row are marked, and what is said where none can be seen."""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from addressbook.domain.contact import ContactRow, RowState
from addressbook.domain.search_match import Explanation, Field, FieldMatch, Searchable, explain
from addressbook.domain.search_words import SearchWord, parse
from addressbook.ui.marked_text import Spans, joined
from addressbook.ui.models.label_index import LabelIndex
from addressbook.ui.people import Named

_KEPT = 2_000  # rows; about what the table itself keeps

# Characters of a text that are looked at: it is done while the list is painted, and 10,000 with accents take 80 ms
_LOOKED_AT = 1_000

NO_SPANS: Spans = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason in words: the name of a field, a text and its marked parts. `reading`: the text is how the field is
    read aloud, not what stands in it."""

    field: Field
    text: str
    spans: Spans
    reading: bool = False

    @property
    def lead(self) -> str:
        """What stands before the text ("address: ")."""
        return field_words(self.field, reading=self.reading).partition("{text}")[0]

    @property
    def least(self) -> tuple[str, Spans]:
        """What of the text must be seen, with its marked parts: the first of them, of a reading all, of a name's
        the whole."""
        if self.reading:
            end = len(self.text) if self.field is Field.NAME else self.spans[-1][1]
            return self.text[:end] + "…" * (end < len(self.text)), self.spans
        part = self.text[slice(*self.spans[0])]
        return f"…{part}", ((1, 1 + len(part)),)

    @property
    def words(self) -> str:
        """All of it, for tooltips and screen readers."""
        return field_words(self.field, reading=self.reading).format(text=self.text)


class RowMarks:
    """What of one contact matched."""

    def __init__(self, explanation: Explanation, what: Searchable) -> None:
        self.reading = ""  # of the name, when it was found by that
        self.reading_spans: Spans = ()
        self._what = what
        self._matches = explanation.matches
        self._spans: dict[tuple[Field, int], Spans] = {}
        self._told: dict[tuple[frozenset[Field], int], tuple[Reason, ...]] = {}
        for match in explanation.matches:
            self._spans[match.field, match.index] = joined(match.spans)
            if match.field is Field.NAME and match.reading is not None:
                self.reading, self.reading_spans = match.reading.text, joined(match.reading.spans)

    def spans(self, field: Field, index: int = 0) -> Spans:
        """Which parts of a field are marked; `index` counts labels."""
        return self._spans.get((field, index), NO_SPANS)

    @property
    def labels(self) -> dict[int, Spans]:
        """The labels that matched, by their place in the row."""
        return {index: spans for (field, index), spans in self._spans.items() if field is Field.LABEL}

    def reasons(self, seen: frozenset[Field], labels_seen: int = 0) -> tuple[Reason, ...]:
        """What is to be said where the fields in `seen` and the first `labels_seen` labels are marked before one's
        eyes: first what is not seen at all, then how that is read which is seen."""
        told = self._told.get((seen, labels_seen))
        if told is None:
            told = self._told[seen, labels_seen] = self._reasons(seen, labels_seen)
        return told

    def _reasons(self, seen: frozenset[Field], labels_seen: int) -> tuple[Reason, ...]:
        def in_sight(match: FieldMatch) -> bool:
            return match.field in seen and (match.field is not Field.LABEL or match.index < labels_seen)

        shown = [match for match in self._matches if in_sight(match) and match.field is not Field.ALIAS]
        alias = [match for match in self._matches if in_sight(match) and match.field is Field.ALIAS]
        hidden = [match for match in self._matches if not in_sight(match)]
        plain = {word for match in shown if match.field is Field.NAME and match.reading is None for word in match.words}
        read = [
            Reason(match.field, match.reading.text, joined(match.reading.spans), reading=True)
            for match in shown
            if match.reading is not None and not plain.issuperset(match.words)
        ]
        if not read and not _missed(hidden, [*shown, *alias]):
            return ()
        told = _missed([*hidden, *alias], shown)  # the reason takes the line in which the alias stands
        reasons = (
            Reason(match.field, self._text(match.field, match.index), self.spans(match.field, match.index))
            for match in told
        )
        return (*reasons, *read)

    def _text(self, field: Field, index: int) -> str:
        what = self._what
        texts = {
            Field.NAME: what.name,
            Field.ALIAS: what.alias,
            Field.COMPANY: what.company,
            Field.TITLE: what.title,
            Field.ADDRESS: what.address,
            Field.EMAIL: what.email,
            Field.PHONE: what.phone,
            Field.OWNER: what.owner,
        }
        return what.labels[index] if field is Field.LABEL else texts[field]


def _missed(hidden: list[FieldMatch], shown: list[FieldMatch]) -> list[FieldMatch]:
    """Which of the hidden matches are needed to account for all words."""
    words = {word for match in shown for word in match.words}
    missed = []
    for match in hidden:
        if not words.issuperset(match.words):
            words.update(match.words)
            missed.append(match)
    return missed


class SearchMarks:
    """The marks of the rows for one text; made when a row is shown, kept until it, the labels or the text change."""

    def __init__(self, owner: Callable[[ContactRow], Named]) -> None:
        self._owner = owner
        self._words: tuple[SearchWord, ...] = ()
        self._kept: dict[int, RowMarks | None] = {}

    def set_text(self, text: str) -> bool:
        """What was searched for; whether it is something else than before."""
        words = parse(text)
        if words == self._words:
            return False
        self._words = words
        self._kept.clear()
        return True

    def forget(self, row_ids: Set[int] | None = None) -> None:
        """These rows (None: all) are not what they were."""
        if row_ids is None:
            self._kept.clear()
        else:
            for row_id in self._kept.keys() & row_ids:
                del self._kept[row_id]

    def of(self, row: ContactRow, labels: LabelIndex) -> RowMarks | None:
        """What of a row matched; None when nothing was searched for, or it does not match (any more). A match far
        down in an endless text is not marked."""
        if not self._words or row.state is RowState.UNREADABLE:
            return None
        if row.row in self._kept:
            return self._kept[row.row]
        what = Searchable(
            name=row.name[:_LOOKED_AT],
            alias=row.alias[:_LOOKED_AT],
            company=row.company[:_LOOKED_AT],
            title=row.title[:_LOOKED_AT],
            address=row.address[:_LOOKED_AT],
            email=row.email[:_LOOKED_AT],
            phone=row.phone or "",
            labels=tuple(look.text for look in labels.looks(row.label_ids)),
            owner=self._owner(row).name,
        )
        found = explain(self._words, what)
        if len(self._kept) > _KEPT:
            self._kept.clear()
        made = self._kept[row.row] = RowMarks(found, what) if found is not None else None
        return made


def field_words(field: Field, *, reading: bool = False) -> str:
    """A field's name before what stands in it, with the place of that: "address: {text}"."""
    tr = QCoreApplication.translate
    words = {
        Field.NAME: tr("SearchReason", "name: {text}"),
        Field.ALIAS: tr("SearchReason", "alias: {text}"),
        Field.COMPANY: tr("SearchReason", "company: {text}"),
        Field.TITLE: tr("SearchReason", "title: {text}"),
        Field.ADDRESS: tr("SearchReason", "address: {text}"),
        Field.EMAIL: tr("SearchReason", "e-mail: {text}"),
        Field.PHONE: tr("SearchReason", "phone: {text}"),
        Field.LABEL: tr("SearchReason", "label: {text}"),
        Field.OWNER: tr("SearchReason", "owner: {text}"),
    }
    return tr("SearchReason", "pinyin: {text}") if reading and field is Field.NAME else words[field]
