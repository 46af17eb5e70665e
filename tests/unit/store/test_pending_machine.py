"""Saves, refusals, deletions, passes, late pages, colleagues and crashes in any order: in the end the copy is right."""

from __future__ import annotations

import itertools
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from addressbook.domain.contact import Contact
from addressbook.domain.query import ContactQuery, Scope
from addressbook.domain.work import is_temporary, temporary_id
from addressbook.store.book import BookReader, BookWriter
from tests.helpers.examples import few

KEY = bytes(range(32))
NOW = datetime(2026, 3, 4, tzinfo=UTC)
some = st.integers(0, 1_000_000)


class Saving(RuleBasedStateMachine):
    """`server` is the truth, `wanted` what is to be seen of the contacts that are pending (None: nothing)."""

    def __init__(self) -> None:
        super().__init__()
        self._temporary = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self.folder = Path(self._temporary.name)
        self.numbers = itertools.count()
        self.server: dict[str, Contact] = {}
        self.wanted: dict[str, Contact | None] = {}
        self.page: tuple[int, list[Contact]] | None = None
        self.settled: dict[str, Contact | None] = {}  # since the page was asked for
        self.open()
        for _ in range(3):
            self.a_colleague_adds_one()
        self.a_whole_pass()

    def open(self) -> None:
        self.writer, self.reader = BookWriter.open(self.folder, KEY), BookReader.open(self.folder, KEY)

    def close(self) -> None:
        self.reader.close()
        self.writer.close()

    def teardown(self) -> None:
        for userid in tuple(self.wanted):
            self.writer.put_back(userid)
        self.wanted.clear()
        self.a_whole_pass()
        assert self.copy() == self.server
        self.close()
        self._temporary.cleanup()

    def copy(self) -> dict[str, Contact]:
        rows = self.reader.answer(ContactQuery()).ids
        found = [self.reader.contact(row) for row in rows]
        contacts = {contact.userid: contact for contact in found if isinstance(contact, Contact)}
        assert len(contacts) == len(rows) == self.reader.counts(Scope.ALL, None).total
        return contacts

    def pick(self, number: int) -> str | None:
        """A contact that can be seen and that nobody is writing."""
        free = sorted(self.copy().keys() - self.wanted.keys())
        return free[number % len(free)] if free else None

    def changed(self, contact: Contact) -> Contact:
        return replace(contact, title=f"title {next(self.numbers)}")

    # colleagues

    @rule()
    def a_colleague_adds_one(self) -> None:
        number = next(self.numbers)
        self.server[str(number)] = Contact(str(number), f"Name {number}", f"139{number:08}", "86", label_ids=(number,))

    @rule(number=some)
    def a_colleague_changes_one(self, number: int) -> None:
        if self.server:
            userid = sorted(self.server)[number % len(self.server)]
            self.server[userid] = self.changed(self.server[userid])

    @rule(number=some)
    def a_colleague_deletes_one(self, number: int) -> None:
        if self.server:
            del self.server[sorted(self.server)[number % len(self.server)]]

    # the person

    @rule()
    def a_new_one_is_being_saved(self) -> None:
        userid = temporary_id(str(next(self.numbers)))
        self.wanted[userid] = Contact(userid, "New", "13800138000", "86", label_ids=(1, 2))
        self.writer.show_pending(self.wanted[userid])

    @rule(number=some)
    def an_edit_is_being_saved(self, number: int) -> None:
        if (userid := self.pick(number)) is not None:
            edited = self.changed(self.copy()[userid])
            self.wanted[userid] = edited
            self.writer.show_pending(edited)

    @rule(number=some)
    def one_is_being_deleted(self, number: int) -> None:
        if (userid := self.pick(number)) is not None:
            self.wanted[userid] = None
            self.writer.hide_pending(userid)

    @precondition(lambda self: self.wanted)
    @rule(number=some, passed=st.booleans())
    def it_is_done(self, number: int, passed: bool) -> None:
        """`passed`: the answer is late, and a pass has met what the call has made."""
        shown = sorted(self.wanted)[number % len(self.wanted)]
        row = self.reader.row_of(shown)
        wanted = self.wanted[shown]
        truth: Contact | None = None
        if wanted is None:
            self.server.pop(shown, None)
        elif is_temporary(shown) or shown in self.server:  # else a colleague has deleted it: the save finds it gone
            truth = replace(wanted, userid=f"made {shown}" if is_temporary(shown) else shown)
            self.server[truth.userid] = truth
        if passed:
            self.a_whole_pass()
        self.writer.settle(shown, truth)
        del self.wanted[shown]
        self.settled[shown] = None
        if truth is not None:
            self.settled[truth.userid] = truth
            assert self.reader.contact(truth.userid) == truth
            assert row is None or self.reader.row_of(truth.userid) == row

    @precondition(lambda self: self.wanted)
    @rule(number=some)
    def it_is_refused(self, number: int) -> None:
        shown = sorted(self.wanted)[number % len(self.wanted)]
        self.writer.put_back(shown)
        del self.wanted[shown]
        self.settled.pop(shown, None)
        if is_temporary(shown):
            assert self.reader.contact(shown) is None

    # the loader

    @rule()
    def a_whole_pass(self) -> None:
        self.page = None
        number = self.writer.begin_pass(first=False)
        contacts = list(self.server.values())
        for offset in range(0, len(contacts), 2):
            self.writer.merge(number, contacts[offset : offset + 2], next_offset=offset, asked=self.writer.moment)
        for userid in self.writer.unmet(number):
            assert not is_temporary(userid), "the server would be asked for what it never had"
            if userid in self.server:
                self.writer.merge_one(self.server[userid], asked=self.writer.moment)
            else:
                self.writer.remove([userid])
        self.writer.finish_pass(number, NOW, moved=False)
        free = self.copy().keys() - self.wanted.keys()
        assert {userid: self.copy()[userid] for userid in free} == {
            userid: contact for userid, contact in self.server.items() if userid not in self.wanted
        }

    @rule()
    def a_page_is_asked_for(self) -> None:
        self.writer.begin_pass(first=False)
        self.page = self.writer.moment, list(self.server.values())
        self.settled.clear()

    @precondition(lambda self: self.page is not None)
    @rule()
    def the_page_arrives_late(self) -> None:
        assert self.page is not None
        asked, contacts = self.page
        self.writer.merge(self.writer.pass_state().number, contacts, next_offset=9, asked=asked)
        for userid, truth in self.settled.items():
            if userid not in self.wanted:
                assert self.reader.contact(userid) == truth, "an older page came over what was saved"

    @rule()
    def the_program_starts_anew(self) -> None:
        self.page = None
        self.close()
        self.open()
        assert self.writer.pending() == self.wanted.keys()

    @invariant()
    def what_is_pending_is_seen_as_it_will_be(self) -> None:
        copy = self.copy()
        for userid, contact in self.wanted.items():
            assert copy.get(userid) == contact


TestSaving = Saving.TestCase
TestSaving.settings = settings(max_examples=few(), stateful_step_count=25, deadline=None)
