"""A colleague changes the same contact while it is open in a form: forms, services and a real server."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from addressbook.domain.fields import Field
from addressbook.domain.merge import Side
from addressbook.domain.work import WorkState
from addressbook.services.events import StaffChanged
from addressbook.ui.forms.conflict_choice import ChoiceCard
from addressbook.ui.forms.conflict_dialog import ConflictDialog
from addressbook.ui.forms.form_state import FormState
from tests.helpers.desk import ANN
from tests.helpers.form_stage import stage, write
from tests.helpers.wait import until
from tests.helpers.windows import button, window


async def _clash(on, **theirs):
    """A form whose title and address were changed, and what a colleague changed meanwhile; the open comparison."""
    userid = await on.made()
    form = on.edit(userid)
    write(form, Field.TITLE, "CEO")
    write(form, Field.ADDRESS, "")
    on.server.edit("change", userid=userid, fields={"title": "Chair", "company_name": "Lee AG", **theirs})
    await on.save(form)
    return userid, form, await window(ConflictDialog)


def _choose(dialog, title, side):
    words = f"{title}, yours" if side is Side.MINE else f"{title}, your colleague’s"
    (card,) = [card for card in dialog.findChildren(ChoiceCard) if card.accessibleName().startswith(words)]
    card.click()


async def test_what_was_chosen_is_what_the_server_has(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        userid, _form, dialog = await _clash(on, address="Bund 2")
        assert on.server.calls("update") == 0
        _choose(dialog, "Job title", Side.THEIRS)
        _choose(dialog, "Address", Side.MINE)
        button(dialog, "Save these choices").click()
        await until(lambda: on.forms.open_forms == (), "the saving")
        contact = on.server.contact(userid)
        assert (contact["title"], contact["company_name"]) == ("Chair", "Lee AG")
        assert contact.get("address", "") == ""
        assert on.session.work.items() == ()
        assert on.server.calls("update") == 1


async def test_by_keyboard_alone(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        userid, _form, dialog = await _clash(on)
        dialog.activateWindow()
        await until(lambda: isinstance(QApplication.focusWidget(), ChoiceCard), "the focus on the first choice")
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            QTest.keyClick(QApplication.focusWidget(), key)
        await until(lambda: on.forms.open_forms == (), "the saving")
        assert on.server.contact(userid)["title"] == "CEO"


async def test_going_back_saves_nothing_and_keeps_what_was_typed(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        userid, form, dialog = await _clash(on)
        button(dialog, "Back to editing").click()
        assert form.flow.state is FormState.EDITING
        assert form.body.values().title == "CEO"
        assert form.banner.isVisible()
        (item,) = on.session.work.items()
        assert (item.state, item.values.title) == (WorkState.DRAFT, "CEO")
        assert on.server.contact(userid)["title"] == "Chair"
        write(form, Field.TITLE, "Chair")  # the person agrees with the colleague: nothing is left to choose
        await on.save(form)
        assert on.forms.open_forms == ()
        assert on.server.contact(userid)["company_name"] == "Lee AG"


async def test_a_colleague_who_is_quicker_again_is_compared_again(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        userid, form, dialog = await _clash(on)
        _choose(dialog, "Job title", Side.MINE)
        on.server.edit("change", userid=userid, fields={"title": "President"})
        button(dialog, "Save these choices").click()
        await until(lambda: form.flow.state is FormState.SAVING, "the second save")
        second = await window(ConflictDialog)
        assert on.server.contact(userid)["title"] == "President"
        names = [card.accessibleName() for card in second.findChildren(ChoiceCard)]
        assert names == ["Job title, yours: CEO", "Job title, your colleague’s: President"]
        assert second.findChildren(ChoiceCard)[0].accessibleDescription() == "Before: Chair"
        _choose(second, "Job title", Side.MINE)
        button(second, "Save these choices").click()
        await until(lambda: on.forms.open_forms == (), "the saving")
        contact = on.server.contact(userid)
        assert (contact["title"], contact["name"]) == ("CEO", ANN.name)


async def test_closing_the_form_closes_the_comparison(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        _userid, form, dialog = await _clash(on)
        ended = []
        dialog.destroyed.connect(lambda: ended.append(True))
        form.end()
        await until(lambda: ended, "the end of the comparison")
        on.session.events.publish(StaffChanged())  # nobody listens any more
        assert len(on.session.work.items()) == 1
