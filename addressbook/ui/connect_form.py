"""The fields of "Connect your organisation"."""

from __future__ import annotations

from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QButtonGroup,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from addressbook.dingtalk.region import is_loopback
from addressbook.services.connect_form import ConnectForm
from addressbook.ui import icons
from addressbook.ui.plain_text import without_key
from addressbook.ui.widgets import edge_icon
from addressbook.ui.widgets.form import label_for
from addressbook.ui.widgets.plain import plain_label

# Pages of DingTalk on how an app gets its key and secret; built here, never taken from a server's text.
HELP_PAGES = {
    "mainland": "https://open.dingtalk.com/document/development/obtain-orgapp-token",
    "international": "https://help.dingtalk.io/open/development/obtain-the-access-token-of-an-internal-app",
    "other": "https://help.dingtalk.io/open/development/obtain-the-access-token-of-an-internal-app",
}


def _on_this_computer(address: str) -> bool:
    try:
        return is_loopback(urlsplit(address).hostname or "")
    except ValueError:
        return False


class PasteField(QLineEdit):
    """A field whose pasted text loses the spaces and line ends that come along with copying."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste_trimmed()
        else:
            super().keyPressEvent(event)

    def _paste_trimmed(self) -> None:
        self.insert("".join(QApplication.clipboard().text().split()))


class SecretField(PasteField):
    """A field that hides what is typed; the eye shows it while it is being typed, and nothing that is stored."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._on_eye_toggled)
        edge_icon.add(self, self._eye, "eye", QLineEdit.ActionPosition.TrailingPosition)
        self.retranslate()

    def retranslate(self) -> None:
        """Take the words anew."""
        self._eye.setText(self.tr("Show what is typed"))
        self._eye.setToolTip(self.tr("Show what is typed"))

    def _on_eye_toggled(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def hide_again(self) -> None:
        """Back to dots, as when the window is left."""
        self._eye.setChecked(False)


class ConnectFields(QWidget):
    """Region, key, secret, mobile number and name; under Advanced an access token.

    `edited` when a field that matters to the connection changed: an earlier test no longer counts.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name_edited = False
        self._kept = True
        self._rows: list[tuple[QLabel, QWidget]] = []
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(8)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._build_regions()
        self.address, self.key, self.name = PasteField(), PasteField(), QLineEdit()
        self.secret, self.token, self.mobile = SecretField(), SecretField(), PasteField()
        self.secret_note = plain_label(kind="caption")
        self._address_label = self._add(self.address)
        self._key_label = self._add(self.key)
        self._secret_label = self._add(self.secret)
        self._form.addRow(QLabel(), self.secret_note)
        self._mobile_label = self._add(self.mobile)
        self._name_label = self._add(self.name)
        self.advanced = QPushButton()
        self.advanced.setProperty("kind", "flat")
        self.advanced.setProperty("edge", "left")
        self.advanced.setCheckable(True)
        self.advanced.toggled.connect(self._on_advanced_toggled)
        icons.use(self.advanced, "right", "link", 13)
        self._form.addRow(QLabel(), self._left(self.advanced))
        self._token_label = self._add(self.token)
        self.token_note = plain_label(kind="caption")
        self._form.addRow(QLabel(), self.token_note)
        self.problem = plain_label(kind="error")
        self._form.addRow(self.problem)
        for field in (self.address, self.key, self.secret, self.mobile, self.token):
            field.textChanged.connect(self._on_edited)
        self.name.textEdited.connect(self._on_name_edited)
        self._retranslate()
        self._on_region_chosen()
        self._on_advanced_toggled(False)
        self._show_problem(None, "")

    # -- what the page asks ----------------------------------------------------------------------------------

    @property
    def region_key(self) -> str:
        """ "international", "mainland" or "other"."""
        return next(key for key, button in self._regions.items() if button.isChecked())

    def form(self) -> ConnectForm:
        """What is filled in, trimmed."""
        token = self.token.text() if self.advanced.isChecked() else ""
        return ConnectForm(
            region_key=self.region_key,
            address=self.address.text() if self.region_key == "other" else "",
            app_key="" if token.strip() else self.key.text(),
            app_secret="" if token.strip() else self.secret.text(),
            mobile=self.mobile.text(),
            name=self.name.text(),
            access_token=token,
        ).trimmed()

    def complete(self) -> bool:
        """Whether all that is needed is there; if not, says what is missing and goes there."""
        form = self.form()
        scheme = form.address.partition("://")[0].lower()
        if form.region_key == "other" and scheme not in ("https", "http"):
            self._show_problem(self.address, self.tr("Enter the address of the server, beginning with https://."))
        elif form.region_key == "other" and scheme == "http" and not _on_this_computer(form.address):
            self._show_problem(self.address, self.tr("The address must begin with https://, not with http://."))
        elif not form.third_party and not form.app_key:
            self._show_problem(self.key, self.tr("Enter the Client ID (App key)."))
        elif not form.third_party and not form.app_secret:
            self._show_problem(self.secret, self.tr("Enter the Client Secret (App secret)."))
        else:
            self._show_problem(None, "")
            return True
        return False

    def suggest_name(self, name: str) -> None:
        """Fill in the organisation's name, unless the person wrote one."""
        if name and not self._name_edited:
            self.name.setText(name)

    def prefill(self, region_key: str, address: str, name: str) -> None:
        """Fill in what is known of an organisation whose key and secret are to be entered again."""
        self._regions[region_key if region_key in self._regions else "other"].setChecked(True)
        self._on_region_chosen()
        self.address.setText(address)
        self.name.setText(name)
        self._name_edited = bool(name)

    def set_kept(self, kept: bool) -> None:
        """Whether key and secret go into the password store."""
        self._kept = kept
        self._renew_secret_note()

    def forget_secrets(self) -> None:
        """Empty what must not stay on the screen once it was used."""
        self.secret.clear()
        self.token.clear()
        self.secret.hide_again()
        self.token.hide_again()

    def open_help(self) -> None:
        """DingTalk's own page on where key and secret are found, in the browser."""
        QDesktopServices.openUrl(QUrl(HELP_PAGES[self.region_key]))

    def set_narrow(self, narrow: bool, *, stacked: bool = False) -> None:
        """Labels above their fields when there is little room; `stacked`: also the regions one above the other."""
        policy = QFormLayout.RowWrapPolicy.WrapAllRows if narrow else QFormLayout.RowWrapPolicy.DontWrapRows
        self._form.setRowWrapPolicy(policy)
        ways = QBoxLayout.Direction
        self._region_row.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        self._form.activate()  # so that it can be asked at once how wide it is

    # -- inside ----------------------------------------------------------------------------------------------

    def _build_regions(self) -> None:
        self._regions = {key: QRadioButton() for key in ("international", "mainland", "other")}
        row = self._region_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(16)
        group = QButtonGroup(self)
        for button in self._regions.values():
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        chinese = QLocale.system().name() == "zh_CN"
        self._regions["mainland" if chinese else "international"].setChecked(True)
        group.buttonClicked.connect(self._on_region_chosen)
        group.buttonClicked.connect(self._on_edited)
        self._region_label = plain_label(kind="muted", wrap=False)
        self._form.addRow(self._region_label, row)

    @staticmethod
    def _left(widget: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(widget)
        row.addStretch(1)
        return row

    def _add(self, field: QLineEdit) -> QLabel:
        label = label_for(field)
        self._form.addRow(label, field)
        return label

    def _on_region_chosen(self) -> None:
        self._form.setRowVisible(self._address_label, self.region_key == "other")

    def _on_advanced_toggled(self, shown: bool) -> None:
        self._form.setRowVisible(self._token_label, shown)
        self._form.setRowVisible(self.token_note, shown)
        icons.use(self.advanced, "down" if shown else "right", "link", 13)
        self._on_edited()

    def _renew_secret_note(self) -> None:
        kept = self.tr("Kept in this computer's password store, never in a file.")
        self.secret_note.setText(kept if self._kept else self.tr("Used for this time only, and kept nowhere."))

    def _on_edited(self) -> None:
        self._show_problem(None, "")
        self.edited.emit()

    def _on_name_edited(self, text: str) -> None:
        self._name_edited = bool(text.strip())

    def _show_problem(self, field: QLineEdit | None, text: str) -> None:
        for each in (self.address, self.key, self.secret):
            if each.property("problem") != (each is field):
                each.setProperty("problem", each is field)
                each.style().unpolish(each)
                each.style().polish(each)
            each.setAccessibleDescription(text if each is field else "")
        self.problem.setText(text)
        self._form.setRowVisible(self.problem, bool(text))
        if field is not None:
            field.setFocus()

    def _retranslate(self) -> None:
        self._region_label.setText(self.tr("Server region"))
        self._regions["international"].setText(self.tr("&International"))
        self._regions["mainland"].setText(self.tr("Mainland C&hina"))
        self._regions["other"].setText(self.tr("Othe&r address"))
        for label, field, text in (
            (self._address_label, self.address, self.tr("A&ddress")),
            (self._key_label, self.key, self.tr("Client &ID (App key)")),
            (self._secret_label, self.secret, self.tr("Client &Secret (App secret)")),
            (self._mobile_label, self.mobile, self.tr("Your &mobile number")),
            (self._name_label, self.name, self.tr("&Name for this book")),
            (self._token_label, self.token, self.tr("Access to&ken")),
        ):
            label.setText(text)
            field.setAccessibleName(without_key(text))
        for key, button in self._regions.items():
            button.setAccessibleName(
                self.tr("Server region: {region}").format(region=without_key(self._regions[key].text()))
            )
        self.mobile.setPlaceholderText(self.tr("Optional: shows which contacts are yours"))
        self.name.setPlaceholderText(self.tr("Optional: your organisation's name"))
        self._renew_secret_note()
        self.advanced.setText(self.tr("Ad&vanced"))
        self.token_note.setText(
            self.tr(
                "For organisations whose app comes from another company. The token is used instead of key and secret, "
                "for this run only, and contacts can be read but not changed."
            )
        )
        self.secret.retranslate()
        self.token.retranslate()

    # -- Qt --------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
