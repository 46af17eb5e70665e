"""Names with markup in them stand there as they are: in the list, its tooltips, the details, filters and messages."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtGui import Qt as GuiQt
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QToolTip, QWidget

from addressbook.ui.widgets.plain import plain_label
from tests.helpers.program import Running, connect, program
from tests.helpers.simulator import SimulatorProcess
from tests.helpers.wait import until

CONTACTS = 60
BOLD = "<b>Bold</b> & <img src=x onerror=alert(1)>"


def as_shown(widget: QWidget) -> str:
    """The text that a widget paints, after Qt has looked for markup in it."""
    if isinstance(widget, QTextEdit):
        return widget.document().toPlainText()
    assert isinstance(widget, QLabel)
    rich = widget.textFormat() == Qt.TextFormat.RichText or (
        widget.textFormat() == Qt.TextFormat.AutoText and GuiQt.mightBeRichText(widget.text())
    )
    if not rich:
        return widget.text()
    document = QTextDocument()
    document.setHtml(widget.text())
    return document.toPlainText()


def bearing(running: Running, text: str) -> list[QWidget]:
    """The visible labels and text fields that have `text` in them."""
    window = running.person.window
    found: list[QWidget] = []
    for each in (*window.findChildren(QLabel), *window.findChildren(QTextEdit)):
        content = each.toPlainText() if isinstance(each, QTextEdit) else each.text()
        if each.isVisible() and text in content:
            found.append(each)
    return found


async def test_markup_is_shown_as_text(tmp_path: Path) -> None:
    with SimulatorProcess("--contacts", str(CONTACTS)) as server:
        server.edit("change", index=7, fields={"name": BOLD, "company_name": "<i>Inc.</i>", "remark": "<u>alias</u>"})
        async with program(tmp_path) as running:
            person = running.person
            await connect(running, server.url, name="<s>Harbour</s>")
            await running.whole(CONTACTS)
            assert person.sees("<s>Harbour</s>")
            table = running.table
            await person.click("Find contacts")
            await person.type("alias</u>")
            await running.shows(1)

            # the list and its tooltips
            line = person.lines(table)[0]
            assert line[0].startswith(f"{BOLD}, <u>alias</u>, <i>Inc.</i>")
            QApplication.sendEvent(
                table.viewport(),
                QHelpEvent(QEvent.Type.ToolTip, line[1], table.viewport().mapToGlobal(line[1])),
            )
            await until(QToolTip.isVisible, "the tooltip")
            document = QTextDocument()
            document.setHtml(QToolTip.text())
            assert document.toPlainText() == f"{BOLD}\n<u>alias</u>"
            QToolTip.hideText()

            # the details
            await person.click_line(table, BOLD, double=True)
            await person.wait_for(lambda: BOLD in person.reads(), "the details")
            for text in (BOLD, "<u>alias</u>", "<i>Inc.</i>", "<s>Harbour</s>"):
                shown = bearing(running, text)
                assert shown, text
                assert all(text in as_shown(widget) for widget in shown), text

            # messages: the name of the book in a question, the text of the search in "No one matches"
            await person.press("Alt+F", "O")
            await person.wait_to_see("Sign out of “<s>Harbour</s>”")
            assert all("<s>Harbour</s>" in as_shown(widget) for widget in bearing(running, "<s>Harbour"))
            await person.press("Esc")
            await person.wait_for(lambda: not person.sees("Sign out of"), "the question to go")
            await person.press("Ctrl+F")
            await person.type("<b>nobody</b>")
            await person.wait_to_see("No one matches “<b>nobody</b>”")
            assert all("<b>nobody</b>" in as_shown(widget) for widget in bearing(running, "<b>nobody"))


def test_the_check_itself_would_notice(qapp: QApplication) -> None:
    assert as_shown(QLabel("<b>Bold</b>")) == "Bold"
    assert as_shown(plain_label("<b>Bold</b>")) == "<b>Bold</b>"
