"""Names what is wrong with a form: at a field when it is left, all of it when saving is tried."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QLineEdit

from addressbook.domain.fields import Field
from addressbook.domain.form_values import LISTS
from addressbook.domain.validation import Problem, Severity, check, check_field
from addressbook.ui.forms.form_body import FormBody, frame_of
from addressbook.ui.forms.form_messages import summary
from addressbook.ui.forms.problem_words import field_name, problem_text
from addressbook.ui.widgets.banner import Banner
from addressbook.ui.widgets.plain import announce

_KINDS = {Severity.ERROR: "error", Severity.WARNING: "warn"}


class FormChecks(QObject):
    """Shows problems in the frames of `body`, and from the first try to save on a summary in `banner`."""

    def __init__(self, body: FormBody, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._body, self._banner = body, banner
        self._summary = False
        self._first = Field.NAME  # where the summary leads to
        self._told: dict[Field, Problem] = {}  # what is said at each frame
        self._refused: dict[Field, Callable[[], str]] = {}  # the server's words at frames, which no rule here can renew
        body.edited.connect(self._on_edited)
        body.field_left.connect(self._on_left)
        self._show_excess()

    def all_well(self) -> bool:
        """Check everything and show what is wrong, going to the first field that stands in the way of saving."""
        self._refused.clear()
        problems = self._problems()
        for field in self._body.frames:
            self._show(field, problems.get(field))
        errors = [problem for problem in problems.values() if problem.severity is Severity.ERROR]
        self._summary = bool(errors)
        if errors:
            self._summarise(errors)
            self._body.go_to(errors[0].field)
        return not errors

    def refuse(self, field: Field, words: Callable[[], str]) -> None:
        """Show at its field what the server said until that is changed; `words` give it in the language of now."""
        frame = frame_of(field)
        self._told.pop(frame, None)
        self._body.frames[frame].set_problem(words())
        self._refused[frame] = words
        self._body.go_to(field)

    def retranslate(self) -> None:
        """Say what is being said in the language of now."""
        problems = self._problems()
        for field, frame in self._body.frames.items():
            if field in self._refused:
                frame.set_problem(self._refused[field]())
            elif frame.problem:
                self._show(field, problems.get(field))
        self._renew_summary(problems)

    def step(self, forward: bool) -> None:
        """Go to the next field with a problem, or the one before."""
        fields = [field for field, frame in self._body.frames.items() if frame.problem]
        if not fields:
            return
        places = list(self._body.frames)
        here = next((n for n, field in enumerate(places) if self._body.has_focus(field)), -1)
        order = [*places[here + 1 :], *places[: here + 1]] if forward else [*places[:here][::-1], *places[here:][::-1]]
        self._body.go_to(next(field for field in order if field in fields))

    # -- inside ----------------------------------------------------------------------------------------------

    def _show_excess(self) -> None:
        """A contact can have come with more than may be saved: said at once, since only taking some off mends it."""
        values = self._body.values()
        for field in LISTS:
            problem = check_field(field, values, self._body.purpose)
            if problem is not None and problem.code == "too_many":
                self._show(field, problem)

    def _problems(self) -> dict[Field, Problem]:
        """The first problem of each frame."""
        found: dict[Field, Problem] = {}
        for problem in check(self._body.values(), self._body.purpose):
            found.setdefault(frame_of(problem.field), problem)
        return found

    def _show(self, field: Field, problem: Problem | None) -> None:
        frame = self._body.frames[field]
        if problem is None:
            self._told.pop(field, None)
        else:
            self._told[field] = problem
        frame.set_problem(problem_text(problem) if problem else "", _KINDS[problem.severity] if problem else "error")

    def _summarise(self, errors: list[Problem]) -> None:
        told = summary(errors, self._body.purpose)
        self._first = errors[0].field
        button = QCoreApplication.translate("Forms", "&Go to {field}").format(field=field_name(frame_of(self._first)))
        self._banner.show_info(
            told.title,
            told.text,
            [(button, self._go_to_first)],  # always the same: a press on it renews the summary, and must not replace it
            icon=told.icon,
            kind=told.kind,
            filled=False,
        )

    def _go_to_first(self) -> None:
        self._body.go_to(self._first)

    def _renew_summary(self, problems: dict[Field, Problem]) -> None:
        if not self._summary:
            return
        errors = [problem for problem in problems.values() if problem.severity is Severity.ERROR]
        if errors:
            self._summarise(errors)
        else:
            self._summary = False
            self._banner.clear()

    def _on_edited(self, field: Field) -> None:
        if field in self._refused:
            del self._refused[field]
            self._banner.clear()  # it speaks of what stood there
        problems = self._problems() if self._summary or self._body.frames[field].problem else {}
        if self._is_typed_in(field) and field in problems:  # becoming right is told at once, the rest when it is left
            if field in self._told:
                problems[field] = self._told[field]
            else:
                del problems[field]
        if self._body.frames[field].problem:
            self._show(field, problems.get(field))
        self._renew_summary(problems)

    def _is_typed_in(self, field: Field) -> bool:
        return isinstance(QApplication.focusWidget(), QLineEdit) and self._body.has_focus(field) and field not in LISTS

    def _on_left(self, field: Field) -> None:
        if field in self._refused:
            return
        problems = self._problems()
        problem = problems.get(field)
        frame, before = self._body.frames[field], self._body.frames[field].problem
        self._show(field, problem)
        self._renew_summary(problems)
        if frame.problem and frame.problem != before:
            text = QCoreApplication.translate("Forms", "{field}: {problem}")
            announce(frame, text.format(field=frame.plain_title, problem=frame.problem))
