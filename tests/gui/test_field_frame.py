"""The frame around an input, and the input of one line of text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from addressbook.ui.forms.field_frame import FieldFrame
from addressbook.ui.forms.inputs import Input, TextInput
from addressbook.ui.plain_text import without_key


class ListInput(Input):
    """A list without a look of its own, as the frame sees it."""

    def __init__(self):
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chosen = ()

    def value(self):
        return self.chosen

    def set_value(self, value):
        self.chosen = tuple(value)

    def choose(self, *chosen):
        self.chosen = chosen
        self.changed.emit()


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    widget.setLayout(QVBoxLayout())
    qtbot.addWidget(widget)
    return widget


def shown(qtbot, window, *frames):
    for frame in frames:
        window.layout().addWidget(frame)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_person_changes_a_text_and_the_form_does_not(qtbot, window):
    field = TextInput()
    heard = []
    field.changed.connect(lambda: heard.append(field.value()))
    shown(qtbot, window, FieldFrame("&Name", field))
    field.set_value("  Zhang San ")
    assert heard == []
    assert field.value() == "  Zhang San "  # exactly as it is
    field.focus_first()
    field.edit.setCursorPosition(0)
    qtbot.keyClicks(field.edit, "A")
    assert heard == ["A  Zhang San "]


def test_setting_the_same_text_keeps_the_caret_and_what_can_be_undone(qtbot, window):
    field = TextInput()
    shown(qtbot, window, FieldFrame("&Name", field))
    field.focus_first()
    qtbot.keyClicks(field.edit, "abc")
    field.edit.setCursorPosition(1)
    field.set_value("abc")
    assert field.edit.cursorPosition() == 1
    assert field.edit.isUndoAvailable()


def test_left_when_the_focus_goes_to_another_field_only(qtbot, window):
    one, other = TextInput(), TextInput()
    shown(qtbot, window, FieldFrame("&Name", one), FieldFrame("Ali&as", other))
    heard = []
    one.left.connect(lambda: heard.append("one"))
    one.focus_first()
    pop_up = QWidget(one, Qt.WindowType.Tool)
    pop_up.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    one._on_focus_changed(one.edit, pop_up)  # as when its own pop-up opens
    one._on_focus_changed(one.edit, None)  # as when another program comes to the front
    assert heard == []
    other.focus_first()
    assert heard == ["one"]


def test_the_key_of_a_title_goes_to_the_input(qtbot, window):
    one, other = TextInput(), TextInput()
    shown(qtbot, window, FieldFrame("&Name", one), FieldFrame("Ali&as", other))
    other.focus_first()
    qtbot.keyClick(other.edit, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    assert one.edit.hasFocus()


@pytest.mark.parametrize(("title", "plain"), [("&Name", "Name"), ("姓名(&N)", "姓名"), ("Ali&as", "Alias")])
def test_a_title_is_said_without_its_key(title, plain):
    assert without_key(title) == plain


def test_a_problem_is_shown_in_words_marked_and_told_to_screen_readers(qtbot, window):
    field = TextInput()
    frame = FieldFrame("&Name", field, required=True, help_text="As on the card.")
    shown(qtbot, window, frame)
    assert field.edit.accessibleName() == "Name, required"
    frame.set_problem("Enter a name.")
    assert frame._line.isVisible()
    assert frame._line.text() == "Enter a name."
    assert field.edit.property("problem") == "error"
    assert field.edit.accessibleDescription() == "Enter a name. As on the card."
    frame.set_problem("")
    assert not frame._wrong.isVisible()
    assert not field.edit.property("problem")
    assert field.edit.accessibleDescription() == "As on the card."


def test_the_counter_counts_what_is_chosen_and_says_so(qtbot, window):
    field = ListInput()
    frame = FieldFrame("&Labels", field, most=20)
    shown(qtbot, window, frame)
    heard = []
    frame.announced.connect(heard.append)
    assert frame._note.text() == "0/20"
    field.choose(1, 2, 3)
    assert frame._note.text() == "3/20"
    assert heard == ["Labels: 3 of at most 20"]
    field.set_value(range(21))
    frame.refresh()
    assert frame._note.text() == "21/20"
    assert frame._note.property("kind") == "error"
    assert len(heard) == 1


def test_a_refusal_is_said_until_the_next_change_and_never_hides_an_error(qtbot, window):
    field = ListInput()
    frame = FieldFrame("&Labels", field, most=20)
    shown(qtbot, window, frame)
    field.told.emit("A contact has at most 20 labels.")
    assert frame.problem == "A contact has at most 20 labels."
    field.choose(1)
    assert frame.problem == ""
    frame.set_problem("Choose at least one label.")
    field.told.emit("A contact has at most 20 labels.")
    assert frame.problem == "Choose at least one label."
