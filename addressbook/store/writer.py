"""Writing the copy of the book. Lives on the store thread, and is the only writer of book.db."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.label import LabelGroup
from addressbook.domain.news import News
from addressbook.domain.staff import Department, Employee, Me, NameState
from addressbook.domain.text import clean
from addressbook.errors import DiskReadOnly, StoreBusy, StoreDamaged
from addressbook.store import merging, news, passes, renewal, staff
from addressbook.store.connection import Connection, connect, values_of
from addressbook.store.contact_rows import RowWriter
from addressbook.store.files import BOOK_FILE, has_log
from addressbook.store.merging import Held, Merged, seconds_now, write_marks
from addressbook.store.migrations import migrate, pending
from addressbook.store.passes import PassState
from addressbook.store.pending import Change, PendingRows
from addressbook.store.records import Made
from addressbook.store.schema import APPLICATION_ID, BOOK_MIGRATIONS, create_sort_index, missing_sort_indexes
from addressbook.store.search_feed import SearchFeed
from addressbook.store.spare import give_back

# Keeps the pages at which contacts go into the indexes of a large book, which are all over the file.
_CACHE_KIB = 16_000
_INDEXING_KIB = 2_000  # making an index reads a table through once: more saves no time, and memory is at its highest

# Pages of a refresh in which nothing changed and whose marks may wait. Each commit makes every reader drop the pages
# it has decrypted: a search just after one takes 60 ms at 100,000 contacts instead of 20.
_PAGES_HELD = 25


_LAST_ROW = "SELECT seq FROM sqlite_sequence WHERE name = 'contacts'"


class BookWriter:
    """The one writing connection to book.db. All methods raise the StoreError tree and leave the copy as it was."""

    def __init__(self, connection: Connection) -> None:
        self._moment = 0
        self.feed = SearchFeed()  # for the one reader that searches
        self._use(connection)

    @property
    def moment(self) -> int:
        """Grows with each contact that is entered or removed by itself; may be read on any thread.

        Taken before the server is asked, it tells `merge` and `merge_one` that what was written since is newer.
        """
        return self._moment

    def _use(self, connection: Connection) -> None:
        self._connection = connection
        self._rows = RowWriter(connection, self.feed)
        self._pending = PendingRows(connection, self._rows)
        self._held = Held()
        self._written: dict[str, int] = {}  # the moments of contacts that were written since the pass began

    @classmethod
    def open(cls, folder: Path, key: bytes, *, fixed: bool = False) -> BookWriter:
        """Open the copy in `folder`, make it, or bring it up to date.

        `fixed`: the disk cannot be written to; what is there can be read, and all that writes raises DiskReadOnly.
        Raises StoreDamaged (see files.set_aside), StoreTooNew, DiskFull, DiskReadOnly or another StoreError.
        """
        return cls(_connect(folder, key, fixed))

    def reopen(self, folder: Path, key: bytes, *, fixed: bool = False) -> None:
        """Go on, after `close`, with the file that is there now; makes, updates and raises as `open` does."""
        self._use(_connect(folder, key, fixed))

    def watch(self, on_damage: Callable[[StoreDamaged], None]) -> None:
        """Have `on_damage` called, on the thread that meets it, when the file turns out to be damaged."""
        self._connection.on_damage = on_damage

    def close(self) -> None:
        """Write what is held back, fold the log into the file, and close the connection."""
        try:
            self._write_held()
            self._connection.run("PRAGMA busy_timeout = 100")
            with suppress(StoreBusy, DiskReadOnly):  # a reader that hangs; the next to open the file folds it in
                self._connection.all("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._connection.close()

    def renew_keys(self, after: int = 0) -> int | None:
        """Compute anew, a batch at a time, what an older version of the program has computed: see renewal.py."""
        with self._transaction():
            last = renewal.renew_keys(self._connection, self._rows, after)
            if last is None:
                self.feed.note_names()  # the order of colleagues
        return last

    def last_row(self) -> int:
        """The highest row number that was ever given to a contact."""
        return self._connection.number(_LAST_ROW)

    def number_rows_from(self, last_row: int) -> None:
        """Give numbers above `last_row` from now on: a new copy must not use those of the one it replaces."""
        with self._transaction():
            self._connection.run("DELETE FROM sqlite_sequence WHERE name = 'contacts'")
            self._connection.run("INSERT INTO sqlite_sequence (name, seq) VALUES ('contacts', ?)", (last_row,))

    def pass_state(self) -> PassState:
        """Where the reading of the book stands."""
        self._write_held()
        return passes.read(self._connection)

    def begin_pass(self, first: bool) -> int:
        """Begin to read the list from its start; returns the number of the pass.

        `first`: the book is to count as incomplete until this pass ends.
        """
        self._write_held()
        with self._transaction():
            self._connection.run(
                "UPDATE sync SET pass = pass + 1, running = 1, next_offset = 0, edge = '', loaded = 0, "
                "went_on_at = ?1, complete = complete AND NOT ?2, settled = settled AND NOT ?2",
                (_now(), first),
            )
        self._written.clear()  # no page of an earlier pass is entered any more
        return self.pass_state().number

    def merge(
        self,
        pass_no: int,
        contacts: Sequence[Contact],
        unreadable: Sequence[UnreadableContact] = (),
        *,
        next_offset: int,
        edge: str = "",
        asked: int | None = None,
        made: Mapping[str, Made] | None = None,
    ) -> Merged:
        """Enter a page that pass `pass_no` read, in one transaction with where the pass is to go on, and what stood
        there (see PassState).

        `asked` is the `moment` at which the page was asked for: contacts that were entered or removed by themselves
        since then stay as they are. None: the page is newer than everything.
        `made`, by userid, is what `make` made of them beforehand.

        That a pass met contacts which have not changed may be written some pages later: with the first page that
        brings a change, or by any other method.

        Of several contacts with one userid the last counts. Raises ValueError when that pass is over.
        """
        with self._transaction():
            state = self._require(pass_no)
            newer = self._pending.put_by(self._newer((*unreadable, *contacts), asked))
            merged, unchanged = merging.merge(self._connection, self._rows, newer, state, self._held.marks, made)
            held = self._held.with_page(unchanged, merged, next_offset, clean(edge), _now())
            if merged.rows or held.pages >= _PAGES_HELD:
                held.write(self._connection, pass_no)
                held = Held()
        self._held = held  # not before: a page that could not be written comes again
        return merged

    def merge_one(self, contact: Contact | UnreadableContact, *, asked: int | None = None) -> Merged:
        """Enter one contact as `get` told it; the pass that is under way has met it thereby. `asked` as in `merge`."""
        if not self._newer((contact,), asked):
            return Merged()
        self._write_held()
        with self._transaction():
            state = passes.read(self._connection)
            newer = self._pending.put_by((contact,))
            merged, unchanged = merging.merge(self._connection, self._rows, newer, state, {})
            write_marks(self._connection, state.number, unchanged)
            if state.running:
                self._connection.run("UPDATE sync SET loaded = loaded + ?", (merged.met,))
        self._note((contact.userid,))
        return merged

    def unmet(self, pass_no: int) -> list[str]:
        """The contacts of the copy that pass `pass_no` has not met, in the order in which they came.

        None of those that are pending: some of them the server has never seen.
        """
        self._write_held()
        rows = self._connection.all(
            "SELECT userid FROM marks JOIN contacts USING (row) WHERE pass < ? ORDER BY row", (pass_no,)
        )
        return [str(userid) for (userid,) in rows if userid not in self._pending.userids]

    def remove(self, userids: Iterable[str]) -> frozenset[int]:
        """Take contacts off the copy; returns the row numbers, which are never used again."""
        userids = tuple(userids)
        self._write_held()
        with self._transaction():
            gone = self._connection.numbers(
                "SELECT row FROM contacts WHERE userid IN (SELECT value FROM json_each(?))",
                (values_of(self._pending.gone(userids)),),
            )
            if passes.read(self._connection).settled:
                news.note_removed(self._connection, gone, seconds_now())
            self._rows.delete(gone)
        self._note(userids)
        return frozenset(gone)

    # what is being written: each of these is newer than any page that was asked for before

    def pending(self) -> frozenset[str]:
        """The contacts that are shown as they will be, or hidden, until `settle` or `put_back`."""
        return frozenset(self._pending.userids)

    def show_pending(self, contact: Contact) -> Change:
        """Show a contact as it is being written; passes leave it alone from now on."""
        return self._change(self._pending.show, contact)

    def hide_pending(self, userid: str) -> Change:
        """Hide a contact that is being deleted; passes leave it alone from now on."""
        return self._change(lambda _: self._pending.hide(userid))

    def settle(self, shown: str, contact: Contact | None) -> Change:
        """Enter what the server has in the place of what was shown as `shown`: see PendingRows."""
        self._note((shown, *(() if contact is None else (contact.userid,))))
        return self._change(self._pending.settle, shown, contact)

    def put_back(self, userid: str) -> Change:
        """Show a contact again as the server last told it."""
        return self._change(self._pending.put_back, userid)

    def _change(self, act: Callable[..., Change], *args: object) -> Change:
        self._write_held()
        with self._transaction():
            return act(*args, passes.read(self._connection).number)

    def make_index(self) -> bool:
        """Make one of the indexes for the rarer orders, which a whole book has (0.2 s at 100,000 contacts); False when
        all are there, or the book is not whole."""
        missing = missing_sort_indexes(self._connection) if passes.read(self._connection).complete else []
        if missing:
            self._connection.run(f"PRAGMA cache_size = -{_INDEXING_KIB}")
            try:
                with self._transaction():
                    create_sort_index(self._connection, missing[0])
            finally:
                self._connection.run(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if len(missing) == 1:
            self._rest()
        return bool(missing)

    def finish_pass(self, pass_no: int, finished_at: datetime, moved: bool) -> None:
        """The pass has reached the end of the list. `moved`: not in one piece, so that another pass is due."""
        if finished_at.tzinfo is None:
            raise ValueError("finished_at needs a time zone")
        self._write_held()
        with self._transaction():
            self._require(pass_no)
            self._connection.run(
                "UPDATE sync SET running = 0, next_offset = 0, edge = '', complete = 1, finished_at = ?1, dirty = ?2, "
                "settled = settled OR complete OR NOT ?2, last_total = (SELECT count(*) FROM marks)",
                (finished_at.isoformat(), moved),
            )
        self._rest()

    def _rest(self) -> None:
        """Give back the memory that filling, or reading the whole book, took: a refresh needs little of it."""
        self._connection.run("PRAGMA shrink_memory")
        give_back()

    def abandon_pass(self, pass_no: int) -> None:
        """The pass does not go on; what it has entered stays."""
        self._write_held()
        with self._transaction():
            self._connection.run("UPDATE sync SET running = 0, next_offset = 0, edge = '' WHERE pass = ?", (pass_no,))

    def see_news(self, upto: int) -> News:
        """The person has looked at the changes that `News.upto` names; returns what is left to tell."""
        with self._transaction():
            news.see(self._connection, upto, datetime.now(UTC))
        return news.read(self._connection)

    def put_label_groups(self, groups: Sequence[LabelGroup]) -> bool:
        """Replace all label groups; returns whether anything differs."""
        with self._transaction():
            self.feed.note_names()
            return staff.put_label_groups(self._connection, groups)

    def put_employees(self, employees: Iterable[Employee]) -> None:
        """Enter colleagues as known."""
        with self._transaction():
            self.feed.note_names()
            staff.put_employees(self._connection, employees)

    def put_members(self, employees: Iterable[Employee]) -> None:
        """Enter colleagues as known by one of their departments; others that are known already are kept."""
        with self._transaction():
            self.feed.note_names()
            staff.put_members(self._connection, employees)

    def put_departments(self, departments: Iterable[Department]) -> None:
        """Enter departments as known."""
        with self._transaction():
            staff.put_departments(self._connection, departments)

    def mark_people(self, userids: Iterable[str], state: NameState) -> None:
        """Enter what became of asking for colleagues."""
        with self._transaction():
            staff.mark_people(self._connection, userids, state)

    def mark_departments(self, ids: Iterable[int], state: NameState) -> None:
        """Enter what became of asking for departments."""
        with self._transaction():
            staff.mark_departments(self._connection, ids, state)

    def set_me(self, me: Me | None) -> None:
        """Keep or forget who is at the computer."""
        with self._transaction():
            staff.write_me(self._connection, me)

    def me(self) -> Me | None:
        """Who is at the computer, None when not told."""
        return staff.read_me(self._connection)

    def _note(self, userids: Iterable[str]) -> None:
        self._moment += 1
        self._written.update((clean(userid), self._moment) for userid in userids)

    def _newer(
        self, contacts: Sequence[Contact | UnreadableContact], asked: int | None
    ) -> Sequence[Contact | UnreadableContact]:
        """Those that nobody has written since `asked`."""
        if asked is None or asked >= self._moment:
            return contacts
        return [contact for contact in contacts if self._written.get(clean(contact.userid), 0) <= asked]

    def _require(self, pass_no: int) -> PassState:
        state = passes.read(self._connection)
        if not state.running or state.number != pass_no:
            raise ValueError(f"pass {pass_no} is not under way")
        return state

    def _write_held(self) -> None:
        if self._held.pages:
            with self._transaction():
                self._held.write(self._connection, passes.read(self._connection).number)
            self._held = Held()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        try:
            with self._connection.transaction():
                yield
            self.feed.publish()
        except BaseException:
            self.feed.forget()
            self._rows.forget()  # what they remember may have been rolled back
            self._pending.forget()
            raise


def _now() -> str:
    return datetime.now(UTC).isoformat()


def _connect(folder: Path, key: bytes, fixed: bool) -> Connection:
    connection = connect(
        folder / BOOK_FILE, key, readonly=fixed, immutable=fixed and not has_log(folder), cache_kib=_CACHE_KIB
    )
    try:
        if not fixed:
            migrate(connection, BOOK_MIGRATIONS, APPLICATION_ID, BOOK_FILE)
        elif pending(connection, BOOK_MIGRATIONS, APPLICATION_ID, BOOK_FILE):
            raise DiskReadOnly(file=BOOK_FILE)
        return connection
    except BaseException:
        connection.close()
        raise
