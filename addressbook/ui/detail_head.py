"""The upper part of the details: avatar, name, how it is read when it was found by that, alias, title and company."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from addressbook.domain.contact import Contact, UnreadableContact
from addressbook.domain.search_match import Field
from addressbook.ui import icons, theme
from addressbook.ui.marked_text import Spans, moved
from addressbook.ui.search_marks import RowMarks
from addressbook.ui.widgets.chips import Avatar
from addressbook.ui.widgets.plain import plain_label
from addressbook.ui.widgets.text_block import TextBlock

translate = QCoreApplication.translate


class DetailHead(QHBoxLayout):
    """Shows who it is."""

    def __init__(self) -> None:
        super().__init__()
        self.setSpacing(14)
        self._avatar = Avatar(60)
        self._bad = plain_label()
        self._bad.setFixedWidth(theme.current().px(48))
        self.addWidget(self._bad, 0, Qt.AlignmentFlag.AlignTop)
        self.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        self._name = TextBlock(translate("DetailPane", "Name"), "name")
        self._reading = TextBlock(translate("DetailPane", "Pinyin"), "caption", "muted")
        self._alias = TextBlock(translate("DetailPane", "Alias"), "caption", "muted")
        self._work = TextBlock(translate("DetailPane", "Title and company"))
        for part in (self._name, self._reading, self._alias, self._work):
            words.addWidget(part)
        words.addStretch(1)
        self.addLayout(words, 1)

    def show_contact(self, contact: Contact, marks: RowMarks | None) -> None:
        """Show a contact, and what of it a search has found."""

        def spans(field: Field) -> Spans:
            return marks.spans(field) if marks is not None else ()

        self._bad.hide()
        self._avatar.show()
        self._avatar.set_person(contact.userid, contact.name)
        unnamed = translate("DetailPane", "No name")
        self._name.set_text(contact.name or unnamed, marks=spans(Field.NAME) if contact.name else ())
        reading = marks.reading if marks is not None else ""
        self._reading.set_text(reading, marks=marks.reading_spans if marks is not None else (), filled=False)
        self._reading.setVisible(bool(reading))
        self._alias.set_text(contact.remark, marks=spans(Field.ALIAS))
        self._alias.setVisible(bool(contact.remark))
        words, parts = _work(contact, spans(Field.TITLE), spans(Field.COMPANY))
        self._work.set_text(words, marks=parts)
        self._work.setVisible(bool(words))

    def show_unreadable(self, contact: UnreadableContact) -> None:
        """Show that there is a contact which could not be understood."""
        self._avatar.hide()
        self._bad.setPixmap(icons.pixmap("error", theme.current().px(40), "error", self._bad.devicePixelRatioF()))
        self._bad.show()
        self._reading.hide()
        self._name.set_text(translate("DetailPane", "Could not be read"))
        self._alias.set_text(contact.userid)
        self._alias.show()
        words = translate(
            "DetailPane", "DingTalk sent something for this contact that this program does not understand: {reason}"
        )
        self._work.set_text(words.format(reason=contact.reason))
        self._work.show()


def _work(contact: Contact, title: Spans, company: Spans) -> tuple[str, Spans]:
    """Title and company in one sentence, and where their parts stand in it."""
    if not (contact.title and contact.company_name):
        return (contact.title, title) if contact.title else (contact.company_name, company)
    pattern = translate("DetailPane", "{title} at {company}")
    at_title = len(pattern.partition("{title}")[0].format(company=contact.company_name))
    at_company = len(pattern.partition("{company}")[0].format(title=contact.title))
    words = pattern.format(title=contact.title, company=contact.company_name)
    return words, tuple(sorted((*moved(title, at_title), *moved(company, at_company))))
