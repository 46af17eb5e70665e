"""A message that stands speaks the language of now: on the welcome page, in forms, over the list."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from addressbook.domain.fields import Field
from addressbook.domain.work import WorkState
from addressbook.errors import NetworkError, ServerError
from addressbook.services.save_results import Absent, Gone, Refused, Saved, Unknown
from addressbook.ui.widgets.banner import Banner
from tests.gui.test_contact_form import FULL, edit_form, new_form, write
from tests.helpers.wait import until

CREATE = "/topapi/extcontact/create"
LATIN = re.compile(r"[A-Za-z]{2,}")


def words(widget):
    shown = [*widget.findChildren(QLabel), *widget.findChildren(QPushButton)]
    return " ".join(each.text() for each in shown if each.isVisibleTo(widget) and each.text())


def assert_chinese(banner, *, but=("Zhang", "San", "DingTalk")):
    text = words(banner)
    left = [word for word in LATIN.findall(text) if word not in but and not text.count(f"({word})")]
    assert text
    assert left == [], text
    assert LATIN.sub("", banner.accessibleName()).strip("“” ")


def refused(code, field=None, existing=""):
    return lambda item: Refused(item, ServerError(code, endpoint=CREATE), field, existing)


def unknown(item):
    return Unknown(replace(item, state=WorkState.UNKNOWN), NetworkError("network.timeout", endpoint=CREATE))


ANSWERS = {
    "refused": refused("60203"),
    "taken": refused("22005", Field.PHONE, "c000001"),
    "unknown": unknown,
    "absent": lambda item: Absent(replace(item, state=WorkState.ABSENT)),
    "gone": lambda item: Gone(item),
    "another": lambda item: Saved(item, item.values.as_contact("c9")),
}


@pytest.mark.parametrize("answer", ANSWERS)
async def test_what_became_of_saving(desk, session, speak, answer):
    speak("en")
    session.saving.answers = [ANSWERS[answer]]
    form = await new_form(desk, FULL)
    form.foot.another.setChecked(answer == "another")
    form.save()
    await until(form.banner.isVisible, "the answer")
    before = words(form.banner)
    speak("zh_CN")
    await until(lambda: words(form.banner) != before, "the other language")
    assert_chinese(form.banner)


async def test_what_the_server_said_at_a_field(desk, session, speak):
    speak("en")
    session.saving.answers = [refused("40036", Field.OWNER)]
    form = await new_form(desk, FULL)
    form.save()
    frame = form.body.frames[Field.OWNER]
    await until(lambda: frame.problem, "the refusal")
    english = frame.problem
    speak("zh_CN")
    await until(lambda: frame.problem != english, "the other language")
    assert frame.problem
    assert not LATIN.search(frame.problem)


async def test_a_draft_in_place_of_a_contact(desk, session, speak):
    speak("en")
    form = edit_form(desk, session)
    await until(form.isActiveWindow, "the window")
    write(form, Field.NAME, "Half")
    assert await form.keep_draft()
    form.end()
    again = edit_form(desk, session)
    before = words(again.banner)
    assert before
    speak("zh_CN")
    await until(lambda: words(again.banner) != before, "the other language")
    assert_chinese(again.banner)


def test_nothing_comes_back_that_was_closed_or_replaced(qtbot, speak):
    banner = Banner()
    qtbot.addWidget(banner)
    shown = []
    banner.say(lambda: shown.append(banner.show_info("One", "")))
    banner.clear()
    speak("zh_CN")
    QApplication.sendPostedEvents()
    assert len(shown) == 1
    assert banner.isHidden()
    banner.say(lambda: shown.append(banner.show_info("Two", "")))
    banner.show_info("Three", "")
    speak("en")
    QApplication.sendPostedEvents()
    assert len(shown) == 2
    assert banner.accessibleName() == "Three"
