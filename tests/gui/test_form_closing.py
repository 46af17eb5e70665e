"""Forms that are closed while something stands over them, while they are sent, or while the disk takes nothing."""

import asyncio

import pytest
from PySide6.QtWidgets import QApplication

from addressbook.domain.fields import Field
from addressbook.errors import DiskFull
from addressbook.store.work import WorkStore
from addressbook.ui.dialogs.message import MessageDialog
from addressbook.ui.forms import form_desk
from addressbook.ui.forms.conflict_dialog import ConflictDialog
from addressbook.ui.forms.form_state import FormState
from tests.helpers.form_stage import stage, write
from tests.helpers.wait import until
from tests.helpers.windows import button, window


@pytest.fixture
def in_time(monkeypatch):
    """The answer comes before the closing of the book has waited long enough, however busy the computer is."""
    monkeypatch.setattr(form_desk, "ANSWER_SECONDS", 20.0)


def _open(kind):
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, kind) and each.isVisible()]


def _fill_the_disk(monkeypatch):
    def refuse(_store, *_args):
        raise DiskFull(file="work.db")

    for write_ in ("put_item", "delete_item"):
        monkeypatch.setattr(WorkStore, write_, refuse)


async def _answered(text, but=None):
    """Press a button of the question that stands, which is not `but`."""
    await until(lambda: [each for each in _open(MessageDialog) if each is not but], "a question")
    (dialog,) = [each for each in _open(MessageDialog) if each is not but]
    button(dialog, text).click()
    return dialog


async def _clash(on):
    """A form over which the comparison with a colleague's changes stands."""
    userid = await on.made()
    form = on.edit(userid)
    write(form, Field.TITLE, "CEO")
    on.server.edit("change", userid=userid, fields={"title": "Chair"})
    await on.save(form)
    return form, await window(ConflictDialog)


async def test_what_was_never_kept_is_discarded_without_the_disk(qloop, qtbot, tmp_path, settings, monkeypatch):
    async with stage(qtbot, tmp_path, settings) as on:
        _fill_the_disk(monkeypatch)
        write(await on.new(), Field.NAME, "Typed")
        closing = asyncio.ensure_future(on.forms.close_all())
        await _answered("Discard")
        assert await closing
        assert on.forms.open_forms == ()


async def test_a_draft_that_stays_on_a_full_disk_does_not_hold_the_form(qloop, qtbot, tmp_path, settings, monkeypatch):
    async with stage(qtbot, tmp_path, settings) as on:
        form = await on.new()
        write(form, Field.NAME, "Typed")
        assert await form.keep_draft()
        _fill_the_disk(monkeypatch)
        closing = asyncio.ensure_future(on.forms.close_all())
        first = await _answered("Discard")
        told = await _answered("Close", but=first)
        assert "there again under Unfinished" in told.accessibleDescription()
        assert await closing
        assert on.forms.open_forms == ()


async def test_a_form_that_cannot_be_kept_closes_when_that_is_wanted(qloop, qtbot, tmp_path, settings, monkeypatch):
    async with stage(qtbot, tmp_path, settings) as on:
        _fill_the_disk(monkeypatch)
        form = await on.new()
        write(form, Field.NAME, "Typed")
        closing = asyncio.ensure_future(on.forms.close_all())
        first = await _answered("Keep as draft")
        second = await _answered("Back to the form", but=first)
        assert "disk" in second.accessibleDescription()
        assert not await closing
        assert on.forms.open_forms == (form,)
        closing = asyncio.ensure_future(on.forms.close_all())
        first = await _answered("Keep as draft", but=second)
        await _answered("Close without keeping", but=first)
        assert await closing
        assert on.forms.open_forms == ()


async def test_one_form_that_cannot_be_kept_does_not_leave_the_others(qloop, qtbot, tmp_path, settings, monkeypatch):
    async with stage(qtbot, tmp_path, settings) as on:
        kept = []
        put = WorkStore.put_item

        def refuse_the_first(store, item):
            if item.values.name == "First":
                raise DiskFull(file="work.db")
            kept.append(item.values.name)
            put(store, item)

        monkeypatch.setattr(WorkStore, "put_item", refuse_the_first)
        first = await on.new()
        write(first, Field.NAME, "First")
        on.forms.new_contact()
        await until(lambda: len(on.forms.open_forms) == 2, "the second form")
        write(on.forms.open_forms[1], Field.NAME, "Second")
        assert not await on.forms.close_all(ask=False)
        assert kept == ["Second"]
        assert on.forms.open_forms == (first,)


async def test_a_form_that_ends_under_its_question_lets_the_window_close(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        form = await on.new()
        write(form, Field.NAME, "Typed")
        closing = asyncio.ensure_future(on.forms.close_all())
        question = await window(MessageDialog)
        form.end()
        async with asyncio.timeout(20):
            assert await closing
        assert question not in _open(MessageDialog)


async def test_a_question_that_is_destroyed_counts_as_not_answered(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        form = await on.new()
        write(form, Field.NAME, "Typed")
        closing = asyncio.ensure_future(on.forms.close_all())
        (await window(MessageDialog)).deleteLater()
        async with asyncio.timeout(20):
            assert not await closing
        assert on.forms.open_forms == (form,)


async def test_a_form_is_asked_about_once(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        write(await on.new(), Field.NAME, "Typed")
        closing = asyncio.ensure_future(on.forms.close_all())
        question = await window(MessageDialog)
        assert not await on.forms.close_all()
        assert _open(MessageDialog) == [question]
        button(question, "Discard").click()
        assert await closing


async def test_the_comparison_is_answered_before_the_book_closes(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        form, comparison = await _clash(on)
        assert not await on.forms.close_all()
        assert _open(MessageDialog) == []
        form.save()
        assert _open(ConflictDialog) == [comparison]
        button(comparison, "Back to editing").click()
        closing = asyncio.ensure_future(on.forms.close_all())
        await _answered("Discard")
        assert await closing


@pytest.mark.parametrize("another", [False, True])
async def test_a_save_that_comes_to_nothing_is_told_before_the_book_closes(
    qloop, qtbot, tmp_path, settings, another, in_time
):
    async with stage(qtbot, tmp_path, settings) as on:
        userid = await on.made()
        if another:
            write(await on.new(mobile="13900000001"), Field.NAME, "Typed")
        form = on.edit(userid)
        write(form, Field.TITLE, "CEO")
        on.server.edit("change", userid=userid, fields={"title": "Chair"})
        form.save()
        form.reject()
        assert form.flow.state is FormState.SAVING
        closing = asyncio.ensure_future(on.forms.close_all())
        if another:
            question = await window(MessageDialog)
            await window(ConflictDialog)
            button(question, "Discard").click()
        assert not await closing
        assert on.forms.open_forms == (form,)
        await window(ConflictDialog)


async def test_a_save_that_goes_well_closes_with_the_book(qloop, qtbot, tmp_path, settings, in_time):
    async with stage(qtbot, tmp_path, settings) as on:
        saved = []
        on.forms.contact_saved.connect(saved.append)
        form = await on.new()
        form.foot.another.setChecked(True)
        form.save()
        assert await on.forms.close_all()
        assert len(saved) == 1
        assert on.session.work.items() == ()


async def test_an_untouched_form_for_the_next_leaves_no_draft(qloop, qtbot, tmp_path, settings):
    """Also after the contact of an edit was deleted, and was added anew from its form."""
    async with stage(qtbot, tmp_path, settings) as on:
        userid = await on.made()
        form = on.edit(userid)
        write(form, Field.TITLE, "CEO")
        on.server.state.book.remove(on.server.state.book.find(userid))
        await on.save(form)
        form.foot.another.setChecked(True)
        await on.save(form)
        assert form.flow.state is FormState.EDITING
        assert await form.close_when_asked()
        assert on.session.work.items() == ()


async def test_values_for_the_next_contact_are_kept_only_when_that_is_wanted(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        settings.change(keep_last_values=False)
        await on.save(await on.new())
        await until(lambda: on.forms.open_forms == (), "the saving")
        assert not on.forms._tasks.busy
        assert (await on.session.work.last_made()).label_ids == ()


async def test_several_changed_forms_are_kept_by_one_question(qloop, qtbot, tmp_path, settings):
    async with stage(qtbot, tmp_path, settings) as on:
        for name in ("Ann", "Ben", ""):
            form = await on.new()
            if name:
                write(form, Field.NAME, name)
        closing = asyncio.ensure_future(on.forms.close_all())
        question = await _answered("Back to the book")
        assert "2 forms" in question.accessibleName()
        assert not await closing
        assert len(on.forms.open_forms) == 3
        closing = asyncio.ensure_future(on.forms.close_all())
        each = await _answered("Review each", but=question)
        first = await _answered("Keep as draft", but=each)
        await _answered("Back to the form", but=first)
        assert not await closing
        assert [form.item.title for form in on.forms.open_forms] == ["Ben", "Ann Lee"], "the one without changes last"
        write(await on.new(), Field.NAME, "Cleo")
        closing = asyncio.ensure_future(on.forms.close_all())
        await _answered("Keep all as drafts")
        assert await closing
        assert on.forms.open_forms == ()
        assert sorted(item.title for item in on.session.work.items()) == ["Ann", "Ben", "Cleo"]


async def test_what_cannot_be_kept_is_asked_about_by_itself(qloop, qtbot, tmp_path, settings, monkeypatch):
    async with stage(qtbot, tmp_path, settings) as on:
        for name in ("Ann", "Ben"):
            write(await on.new(), Field.NAME, name)
        _fill_the_disk(monkeypatch)
        closing = asyncio.ensure_future(on.forms.close_all())
        question = await _answered("Keep all as drafts")
        await _answered("Back to the form", but=question)
        assert not await closing
        assert len(on.forms.open_forms) == 2
