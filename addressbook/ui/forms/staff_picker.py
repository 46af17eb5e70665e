"""Choosing colleagues: oneself first, the names met in the book, by phone number, or by browsing departments."""

from __future__ import annotations

import asyncio
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from addressbook.domain.staff import ROOT_DEPARTMENT, Colleague, Department, Employee
from addressbook.errors import AddressBookError
from addressbook.services.directory import nobody
from addressbook.ui.forms.pick_dialog import PickDialog
from addressbook.ui.forms.pick_list import Line, LineKind, PickList, PickModel
from addressbook.ui.forms.staff_source import Names, StaffSession, whole_organisation
from addressbook.ui.people import Named
from addressbook.ui.widgets.plain import announce
from addressbook.ui.widgets.small import ElidedLabel, push_button, tool_button

_NUMBER = re.compile(r"[+＋]?[0-9０-９][0-9０-９\s().\-]*")
_LEAST_DIGITS = 5


def told_apart(lines: Sequence[Line]) -> list[Line]:
    """People of one name bear their ids as well: nobody should have to guess which of them it is."""
    count = Counter(line.named.full for line in lines if line.kind is LineKind.PERSON)
    translate = QCoreApplication.translate

    def told(line: Line) -> Line:
        if line.kind is not LineKind.PERSON or not line.named.known or count[line.named.full] == 1:
            return line
        ident = translate("People", "Id {id}").format(id=line.key)
        return replace(line, detail=translate("People", ", ").join(filter(None, (line.detail, ident))))

    return [told(line) for line in lines]


class StaffPicker(PickDialog):
    """`most` None: one colleague, and whoever is pressed is chosen. Otherwise several are ticked."""

    def __init__(
        self,
        session: StaffSession,
        chosen: Iterable[str],
        *,
        title: str,
        parent: QWidget,
        most: int | None = None,
    ) -> None:
        super().__init__(chosen, most=most, parent=parent)
        self._session = session
        self._names = Names(session, self, self._rename)
        self._path: list[Department] = []  # the departments that are open, from the top; empty outside of browsing
        self._met: set[str] = set()  # people of the open department: a server may page in a circle
        self._cursor: int | None = None
        self.set_words(title, self.tr("Name or phone number"), self.tr("Find a colleague by name or phone number"))
        self._build()
        self._show_known()
        self.open_at(76, 36, self.browse, self.up, self.note.button, self.list)

    def _build(self) -> None:
        self.model = PickModel(self.most is not None, self)
        self.model.set_chosen(lambda key: key in self.chosen)
        self.list = PickList(self.model)
        self.browse = push_button("", self._on_browse)
        self.top.addWidget(self.browse)
        self.up = tool_button("left", self.tr("To the department above"))
        self.up.clicked.connect(self.go_up)
        self.head = ElidedLabel(kind="caption")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.up)
        head.addWidget(self.head, 1)
        self.middle.addLayout(head)
        self.middle.addWidget(self.note)
        self.middle.addWidget(self.list, 1)
        self.search.textChanged.connect(self._on_text)
        self.search.left_down.connect(self.list.enter)
        self.search.entered.connect(self._on_entered)
        self.model.wanted.connect(self._read_on)
        self.list.pressed_on.connect(self._on_pressed)
        self.list.entered.connect(lambda line: self._on_pressed(line, self.enter_line))
        self.list.went_up.connect(self._on_went_up)
        self.list.typed.connect(self.type)

    # -- what is shown ---------------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """What was typed elsewhere goes into the search box."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.insert(text)

    def _on_text(self, text: str) -> None:
        self._path.clear()
        self._show_known()

    def _show_known(self) -> None:
        """The names that were met, those with the text in the search box."""
        self._say_place()
        self.ask(self._find(self.search.text().strip()))

    async def _find(self, text: str) -> None:
        found = await self._session.directory.met(text)
        lines = self._searched(text, found) if text else self._first(found)
        if text == self._asked_for:
            self._list(text, lines)
        self.answered(text, lambda: self._take(text, lines))

    def _take(self, text: str, lines: Sequence[Line]) -> None:
        """The first of them; but a number that was typed over is not looked for any more."""
        if lines and (text == self._asked_for or lines[0].kind is LineKind.PERSON):
            self._on_pressed(lines[0], self.enter_found)

    def _list(self, text: str, lines: Sequence[Line]) -> None:
        self.note.say("" if lines else self._nothing(text))
        self._show(lines)
        if text and lines and not self.list.hasFocus():
            self.list.setCurrentIndex(self.model.index(0))  # what Enter takes
        if text:
            announce(self, self.tr("%Ln found", "", len(lines)))

    def _first(self, found: Sequence[Colleague]) -> list[Line]:
        """Before anything was typed: who is chosen, then oneself, then those who own most."""
        known = {one.userid: one for one in found}
        me = self._session.me
        first = [*self.chosen, *([me.userid] if me is not None else [])]
        order = dict.fromkeys([*first, *known])
        return [self._person(known.get(userid) or userid) for userid in order]

    def _searched(self, text: str, found: Sequence[Colleague]) -> list[Line]:
        lines = [self._person(one) for one in found]
        digits = sum(character.isdigit() for character in text)
        if _NUMBER.fullmatch(text) and digits >= _LEAST_DIGITS:
            words = self.tr("Find the colleague with the number {number}").format(number=text)
            lines.insert(0, Line(LineKind.ACT, text, Named(words, words)))
        return lines

    def _nothing(self, text: str) -> str:
        if text:
            return self.tr(
                "Nobody with this name is in the copy on this computer. Browse the departments, or type the mobile "
                "number of the colleague."
            )
        return self.tr("No names have been read yet. Browse the departments, or type the mobile number of a colleague.")

    def _person(self, who: Colleague | Employee | str, *, with_departments: bool = True) -> Line:
        if isinstance(who, str):
            gone = self._names.is_gone(userid=who)
            return Line(LineKind.PERSON, who, self._names.colleague(who), name=self._names.for_avatar(who), gone=gone)
        named = self._names.colleague(who.userid)
        if not named.known and who.name:
            named = Named(who.name, who.name)
        detail = self._names.departments_of(who.department_ids) if with_departments else ""
        contacts = who.contacts if isinstance(who, Colleague) else 0
        return Line(LineKind.PERSON, who.userid, named, detail, contacts, who.name)

    def _show(self, lines: Sequence[Line], *, more: bool = False) -> None:
        lines = told_apart(lines)
        current = self.list.line()
        in_list = self.list.hasFocus()
        self.model.show_lines(lines, more=more)
        keys = [line.key for line in lines]
        if lines and (in_list or (current is not None and current.key in keys)):
            place = keys.index(current.key) if current is not None and current.key in keys else 0
            self.list.setCurrentIndex(self.model.index(place))
        elif in_list:
            self.search.setFocus()

    def _rename(self) -> None:
        """Names have become known: where one stood for an id, it is shown now."""

        def renamed(line: Line) -> Line:
            if line.kind is not LineKind.PERSON or line.named.known:
                return line
            return replace(line, named=self._names.colleague(line.key), name=self._names.for_avatar(line.key))

        self.model.rename(renamed)

    def _say_place(self) -> None:
        browsing = bool(self._path)
        self.up.setVisible(browsing)
        self.browse.setText(self.tr("Names from the book") if browsing else self.tr("Browse departments"))
        if browsing:
            words = self.tr(" › ").join(self._department_name(one) for one in self._path)
        elif self.search.text().strip():
            words = self.tr("Found")
        else:
            words = self.tr("Names from the book")
        self.head.set_full_text(words)
        self.list.setAccessibleName(words)

    def _department_name(self, department: Department) -> str:
        if department.name:
            return department.name
        if department.id == ROOT_DEPARTMENT:
            known = self._session.staff.department_name(ROOT_DEPARTMENT)
            return known.name or whole_organisation()
        return self._names.department(department.id).full

    # -- browsing --------------------------------------------------------------------------------------------

    def _on_browse(self) -> None:
        if self._path:
            self._path.clear()
            self._show_known()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.open_department(Department(ROOT_DEPARTMENT, ""))

    def open_department(self, department: Department) -> None:
        """Show the departments below it and its people."""
        if self.search.text():
            self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(False)
        self._path.append(department)
        self._open()

    def go_up(self) -> None:
        """Show the department above, or the names once more."""
        if len(self._path) > 1:
            came_from = self._path.pop()
            self._open(came_from.id)
        elif self._path:
            self._on_browse()

    def _open(self, came_from: int | None = None) -> None:
        self._say_place()
        self._met.clear()
        self._cursor = None
        self.model.show_lines([])
        self.note.say(self.tr("Reading…"))
        self.ask(self._read(self._path[-1], came_from))

    async def _read(self, department: Department, came_from: int | None) -> None:
        """The departments below, and the first of the people; each of them without the other where one is refused."""
        directory = self._session.directory
        below, page = await asyncio.gather(
            directory.children(department.id), directory.members(department.id), return_exceptions=True
        )
        lines, more = [], False
        if not isinstance(below, BaseException):
            above = {one.id for one in self._path}  # the server's departments may run in a circle
            lines += [self._folder(one) for one in below if one.id not in above]
        if not isinstance(page, BaseException):
            lines += self._fresh(page.members)
            self._cursor = page.next_cursor
            more = self._cursor is not None
        self.note.say("")
        self._show(lines, more=more)
        folders = [line.key for line in lines if line.kind is LineKind.FOLDER]
        if lines:
            place = folders.index(came_from) if came_from in folders else 0
            self.list.setCurrentIndex(self.model.index(place))
            self.list.enter()
        announce(self, self.tr("{place}: %Ln line(s)", "", len(lines)).format(place=self.head.accessibleName()))
        for answer in (below, page):
            if isinstance(answer, BaseException):
                self._failed(answer, self._retry_department)
                return
        if not lines:
            self.note.say(self.tr("Nobody is directly in this department, and no department is below it."))

    def _retry_department(self) -> None:
        if self._path:
            self._open()

    def _folder(self, department: Department) -> Line:
        return Line(LineKind.FOLDER, department.id, Named(department.name, department.name))

    def _fresh(self, members: Iterable[Employee]) -> list[Line]:
        fresh = [one for one in members if one.userid not in self._met]
        self._met.update(one.userid for one in fresh)
        return [self._person(one, with_departments=False) for one in fresh]

    def _read_on(self) -> None:
        if self._path and self._cursor is not None:
            self.ask(self._read_more(self._path[-1], self._cursor))

    async def _read_more(self, department: Department, cursor: int) -> None:
        try:
            page = await self._session.directory.members(department.id, cursor)
        except AddressBookError as error:
            self._failed(error, self._read_on)
            return
        fresh = self._fresh(page.members)
        # a page that brings nobody new would be asked for again and again
        self._cursor = page.next_cursor if fresh else None
        self.note.say("")
        self.model.append(told_apart(fresh), more=self._cursor is not None)

    # -- by phone number -------------------------------------------------------------------------------------

    async def _by_mobile(self, number: str, text: str) -> None:
        self.note.say(self.tr("Looking for the colleague with this number…"))
        try:
            employee = await self._session.directory.by_mobile(number)
        except AddressBookError as error:
            if nobody(error):
                self.forget_entered()
                self.note.say(
                    self.tr("No colleague has the mobile number {number}. It must be complete.").format(number=number),
                    "warn",
                )
            else:
                self._failed(error, lambda: self.ask(self._by_mobile(number, text)))
            return
        line = self._person(employee)
        if text == self._asked_for:
            self.note.say("")
            self._show([line])
            self.list.setCurrentIndex(self.model.index(0))
            self.head.set_full_text(self.tr("Found by phone number"))
        announce(self, line.named.full)
        self.answered(text, lambda: self.enter_found(line.key))

    # -- choosing --------------------------------------------------------------------------------------------

    def _on_pressed(self, line: Line, choose: Callable[[str], None] | None = None) -> None:
        if line.kind is LineKind.FOLDER:
            self.open_department(Department(line.key, line.named.full))
        elif line.kind is LineKind.ACT:
            self.ask(self._by_mobile(line.key, self.search.text().strip()))
        else:
            (choose or self.press)(line.key)

    def _on_entered(self) -> None:
        """Enter in the search box takes the first line, once the answer is there."""
        if self.search.text().strip() and self.asking:
            self.enter_later()
        else:
            self._take_first()

    def _take_first(self) -> None:
        if self.most is not None and not self.search.text().strip():
            self.accept_choice()  # nothing is looked for: Enter is for Done
        else:
            self._take(self._asked_for, self.model.lines)

    def _on_went_up(self, out: bool) -> None:
        if out:
            self.search.setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            self.go_up()

    def show_choice(self) -> None:
        self.model.refresh()

    def full_words(self) -> str:
        return self.tr("At most %n people can be chosen. Take somebody off first.", "", self.most or 0)

    # -- asking ----------------------------------------------------------------------------------------------

    def failed(self, error: BaseException) -> None:
        self._failed(error, self._show_known)

    def _failed(self, error: BaseException, again: Callable[[], None]) -> None:
        self.forget_entered()
        if not isinstance(error, AddressBookError):
            raise error
        if self._path:
            instead = self.tr("You can still choose from the names from the book, or find a colleague by phone number.")
        else:
            instead = self.tr("You can still choose from the names from the book, or browse the departments.")
        self.say_error(error, instead, again)
