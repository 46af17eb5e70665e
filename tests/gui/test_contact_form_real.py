"""Forms over the real services, real files and the simulator: nothing in between is made up."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from addressbook.domain.fields import Field
from addressbook.domain.work import WorkKind, WorkState
from addressbook.ui.forms.form_desk import FormDesk
from addressbook.ui.forms.form_state import FormState
from tests.helpers.desk import ANN, open_desk
from tests.helpers.form_stage import stage, write
from tests.helpers.wait import until
from tests.helpers.windows import button


async def test_what_is_filled_in_is_what_the_server_has(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        form = await on.new(mobile="139 1234 5678", remark="来自展会 ", share_user_ids=("u1", "u2"))
        await on.save(form)
        assert on.forms.open_forms == ()
        (made,) = on.server.having(name="Ann Lee")
        assert made["mobile"] == "13912345678"
        assert made["remark"] == "来自展会"
        assert made["share_user_ids"] == ["u1", "u2"]
        assert on.session.work.items() == ()
        await on.settled()
        last = await on.session.work.last_made()
        assert (last.state_code, last.follower_user_id, last.label_ids) == ("86", ANN.follower_user_id, ANN.label_ids)


@pytest.mark.parametrize(
    ("missing", "field"),
    [
        ({"name": " "}, Field.NAME),
        ({"state_code": ""}, Field.PHONE),
        ({"mobile": ""}, Field.PHONE),
        ({"label_ids": ()}, Field.LABELS),
        ({"follower_user_id": ""}, Field.OWNER),
    ],
)
async def test_nothing_is_sent_while_a_required_field_is_missing(qloop, qtbot, tmp_path, settings, missing, field):
    async with stage(qtbot, tmp_path, settings) as on:
        form = await on.new(**missing)
        form.save()
        assert _at_fault(form) == {field}
        assert form.body.has_focus(field)
        assert on.server.calls("create") == 0


async def test_each_refusal_of_create_is_said_at_its_field_and_can_be_tried_again(qloop, qtbot, tmp_path, settings):
    """In one form, so that nothing of a refusal is still there at the next."""
    async with stage(qtbot, tmp_path, settings) as on:
        form = await on.new()
        for code, field in (
            (40036, None),
            (60103, Field.PHONE),
            (60104, Field.PHONE),
            (60107, Field.PHONE),
            (60200, Field.PHONE),
            (22005, Field.PHONE),
            (60112, Field.NAME),
            (60204, Field.LABELS),
            (40031, Field.PEOPLE),
            (40032, Field.PEOPLE),
            (40065, Field.ALIAS),
            (40066, Field.DEPARTMENTS),
            (40067, Field.TITLE),
            (60203, None),
            (60205, None),
            (33009, None),
            (-1, None),
        ):
            on.server.faults.add("error", endpoints=["extcontact/create"], code=code)
            await on.save(form)
            assert form.flow.state is FormState.EDITING, code
            assert _at_fault(form) == ({field} if field else set()), code
            assert form.banner.isVisible(), code
            assert form.body.values() == ANN, code
            on.server.faults.clear()
        await on.save(form)
        assert on.forms.open_forms == ()
        assert len(on.server.having(name="Ann Lee")) == 1


async def test_each_refusal_of_update_is_said_at_its_field(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        userid = await on.made()
        form = on.edit(userid)
        write(form, Field.TITLE, "CEO")
        for code, field in (
            (60112, Field.NAME),
            (60204, Field.LABELS),
            (40066, Field.DEPARTMENTS),
            (40031, Field.PEOPLE),
            (60203, None),
        ):
            on.server.faults.add("error", endpoints=["extcontact/update"], code=code)
            await on.save(form)
            assert _at_fault(form) == ({field} if field else set()), code
            assert form.body.values().title == "CEO", code
            assert on.server.contact(userid)["title"] == ANN.title, code
            on.server.faults.clear()


def _at_fault(form):
    """The fields beside which something is said."""
    return {field for field, frame in form.body.frames.items() if frame.problem}


async def test_a_missing_permission_is_told_with_what_to_ask_for(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        on.server.options.permission_code = "43007"
        on.server.options.without_scopes = frozenset({"qyapi_ext_write"})
        form = await on.new()
        await on.save(form)
        assert form.flow.state is FormState.EDITING
        assert button(form.banner, "Copy message")


async def test_a_number_that_exists_leads_to_its_contact_and_keeps_the_draft(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        userid = await on.made()
        asked = []
        on.forms.open_contact.connect(asked.append)
        form = await on.new(name="Somebody else")
        await on.save(form)
        button(form.banner, "Open that contact").click()
        assert asked == [userid]
        assert on.forms.open_forms == (form,)
        (item,) = on.session.work.items()
        assert (item.state, item.values.name) == (WorkState.DRAFT, "Somebody else")


async def test_a_lost_answer_is_looked_into_and_the_form_closes_by_itself(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        on.server.faults.add("lost", endpoints=["extcontact/create"], times=1)
        told = []
        on.forms.told.connect(told.append)
        form = await on.new()
        await on.save(form)
        await until(lambda: not on.forms.open_forms, "the outcome")
        assert len(on.server.having(name="Ann Lee")) == 1
        assert "answer was lost" in told[0]().text


async def test_a_lost_request_is_offered_again(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        on.server.faults.add("lost_before", endpoints=["extcontact/create"], times=1)
        form = await on.new()
        await on.save(form)
        await until(lambda: form.item.state is WorkState.ABSENT, "the outcome")
        button(form.banner, "Save again").click()
        await until(lambda: not on.forms.open_forms, "the second try")
        assert len(on.server.having(name="Ann Lee")) == 1


async def test_a_colleagues_edit_of_another_field_is_joined_and_told(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        userid = await on.made()
        told = []
        on.forms.told.connect(told.append)
        form = on.edit(userid)
        write(form, Field.TITLE, "CEO")
        on.server.edit("change", userid=userid, fields={"company_name": "Lee AG"})
        await on.save(form)
        assert on.forms.open_forms == ()
        contact = on.server.contact(userid)
        assert (contact["title"], contact["company_name"]) == ("CEO", "Lee AG")
        assert "Company" in told[0]().text


async def test_a_contact_that_a_colleague_deleted_can_be_added_again(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        userid = await on.made()
        form = on.edit(userid)
        write(form, Field.TITLE, "CEO")
        on.server.edit("remove", userid=userid)
        await on.save(form)
        assert form.item.kind is WorkKind.CREATE
        assert on.server.having(name="Ann Lee") == []
        await on.save(form)
        (made,) = on.server.having(name="Ann Lee")
        assert (made["title"], made["mobile"]) == ("CEO", ANN.mobile)
        assert made["userid"] != userid


async def test_a_draft_is_there_again_in_the_next_run(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        form = await on.new()
        write(form, Field.ALIAS, "half-typed")
        await until(lambda: on.session.work.items(), "the draft")
        server = on.server
        window = QWidget()
        qtbot.addWidget(window)
        form.end()
        await on.session.close()
        async with open_desk(server.url, tmp_path / "book") as again:
            (item,) = again.session.work.items()
            forms = FormDesk(again.session, settings, window)
            forms.resume(item)
            (resumed,) = forms.open_forms
            assert resumed.body.values() == replace(ANN, remark="half-typed")
            resumed.end()
