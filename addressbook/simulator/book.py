"""The organisation's external contacts: the sample, made by index, under whatever was written since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from threading import RLock

from addressbook.simulator.journal import Journal
from addressbook.simulator.options import SimulatorOptions
from addressbook.simulator.order import Order, base_rows, is_hidden, number_of
from addressbook.simulator.sample import people
from addressbook.simulator.sample.people import Row


class Book:
    """All contacts by row number. Numbers below `_base` are sample rows, the others were created.

    Safe for several threads: every public method holds the lock. Rows that are handed out must not be changed.
    """

    def __init__(self, options: SimulatorOptions) -> None:
        if options.contacts > people.LARGEST_BOOK // 2:
            raise ValueError(f"at most {people.LARGEST_BOOK // 2} contacts: there are no more phone numbers")
        self.lock = RLock()
        self._seed, self._language, self._hidden = options.seed, options.language, options.hidden_rows
        self._base = base_rows(options.contacts, self._hidden)
        self._order = Order(options.order, self._base, options.seed)
        self._written: dict[int, Row | None] = {}
        self._phones: dict[tuple[str, str], int] = {}
        self._next = self._base
        self._count = options.contacts
        self._journal: Journal | None = None
        if options.db is not None:
            name = f"{options.contacts} contacts of seed {options.seed} in {options.order} order"
            journal = Journal(options.db, name if self._hidden else name + ", full pages")
            for number, row in journal.entries():
                self._apply(number, row)
            self._journal = journal

    def __len__(self) -> int:
        return self._count

    def close(self) -> None:
        """Close the file, if there is one."""
        with self.lock:
            if self._journal is not None:
                self._journal.close()
                self._journal = None

    def row(self, number: int) -> Row | None:
        """The contact of this row; None when there is none (removed, hidden, never made)."""
        if number in self._written:
            return self._written[number]
        if not 0 <= number < self._base or (self._hidden and is_hidden(number)):
            return None
        return people.contact(number, self._seed, self._language)

    def find(self, userid: str) -> int | None:
        """The row number of a userid."""
        with self.lock:
            number = people.index_of(userid, self._seed)
            return number if number is not None and self.row(number) is not None else None

    def find_phone(self, state_code: str, mobile: str) -> int | None:
        """The row that has this number now."""
        with self.lock:
            number = self._phones.get((state_code, mobile))
            if number is not None:
                return number
            number = people.phone_owner(state_code, mobile, self._seed)
            row = None if number is None or number in self._written else self.row(number)
            return number if row is not None and row.get("mobile") == mobile else None

    def page(self, offset: int, size: int) -> list[Row]:
        """At most `size` rows from `offset` on; fewer where rows are hidden, none only behind the end."""
        with self.lock:
            numbers = self._order.slice(offset, size)
            rows = [row for row in map(self.row, numbers) if row is not None]
            while not rows and numbers:  # a page of hidden rows alone would read as the end
                offset += len(numbers)
                numbers = self._order.slice(offset, 1)
                rows = [row for row in map(self.row, numbers) if row is not None]
            return rows

    def number_at(self, index: int) -> int:
        """The row number of sample contact `index` (whether it still exists or not)."""
        return number_of(index, self._hidden)

    def rows(self) -> list[Row]:
        """The whole book in list order; for tests that compare."""
        with self.lock:
            return [row for row in map(self.row, self._order.slice(0, len(self._order))) if row is not None]

    def create(self, fields: Mapping[str, object]) -> str:
        """Add a contact with these wire fields; its new userid."""
        with self.lock:
            number = self._next
            userid = people.userid_of(number, self._seed)
            self._write(number, {**fields, "userid": userid})
            return userid

    def add_sample(self, laid: Mapping[str, object]) -> str:
        """Add one more sample contact, with some fields laid over it; its userid."""
        with self.lock:
            row = people.contact(self._next, self._seed, self._language)
            return self.create({key: value for key, value in {**row, **laid}.items() if value is not None})

    def put(self, number: int, fields: Row) -> None:
        """Replace the contact of a row (its userid stays)."""
        with self.lock:
            self._write(number, {**fields, "userid": people.userid_of(number, self._seed)})

    def remove(self, number: int) -> None:
        """Take a contact out; its userid never comes back."""
        with self.lock:
            self._write(number, None)

    def _write(self, number: int, row: Row | None) -> None:
        if self._journal is not None:
            self._journal.write(number, row)
        self._apply(number, row)

    def _apply(self, number: int, row: Row | None) -> None:
        before = self.row(number)
        if number >= self._next:
            self._next = number + 1
        self._written[number] = row
        if before is not None and self._phones.get(_phone(before)) == number:
            del self._phones[_phone(before)]
        if row is not None and row.get("mobile"):
            self._phones[_phone(row)] = number
        if before is None and row is not None:
            self._order.add(number)
            self._count += 1
        elif before is not None and row is None:
            self._order.remove(number)
            self._count -= 1


def _phone(row: Row) -> tuple[str, str]:
    return str(row.get("state_code", "")), str(row.get("mobile", ""))


def to_json(value: object) -> bytes:
    """Compact UTF-8 with characters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
