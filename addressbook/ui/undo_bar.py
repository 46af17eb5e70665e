"""The line above the status bar that tells how a deletion goes, what came of it, and offers to take it back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from addressbook.ui import delete_words, icons
from addressbook.ui.delete_flow import DeleteFlow
from addressbook.ui.widgets.plain import announce, plain_label
from addressbook.ui.widgets.small import StyledWidget, push_button, tool_button


class UndoBar(StyledWidget):
    """Hidden when there is nothing to say. What it offers stays possible from the menu when it is closed."""

    def __init__(self, flow: DeleteFlow, parent: QWidget | None = None) -> None:
        super().__init__("statusbar", parent)
        self._flow = flow
        self._announced: object = None
        self.setAccessibleName(self.tr("Deleting"))
        self._icon = QLabel()
        self.text = plain_label()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(132)
        self.progress.setAccessibleName(self.tr("Deleting"))
        self.stop = push_button(self.tr("Stop"), flow.stop, "link")
        self.undo = push_button(self.tr("Undo"), self._on_undo, "link")
        self.details = push_button(self.tr("Why?"), flow.show_details, "link")
        self.copy = push_button("", self._on_copy, "link")
        self.dismiss = tool_button("close", self.tr("Close"), "bare", 13)
        self.dismiss.clicked.connect(flow.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 3, 8, 2)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.progress)
        for button in (self.undo, self.details, self.copy, self.stop, self.dismiss):
            layout.addWidget(button)
        icons.use(self._icon, "trash", "muted", 15)
        flow.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        flow = self._flow
        progress, report = flow.progress, flow.report
        running = progress is not None and progress.total > 1
        if progress is not None:
            text = delete_words.running(progress)
            self.progress.setRange(0, progress.total)
            self.progress.setValue(progress.done)
        else:
            text = delete_words.told(report) if report is not None else ""
        self.text.setText(text)
        self.text.setAccessibleName(text)
        for widget, shown in (
            (self.progress, running),
            (self.stop, running),
            (self.undo, flow.offered is not None),
            (self.details, progress is None and flow.has_details),
            (self.copy, progress is None and bool(flow.lost_emails)),
            (self.dismiss, progress is None),
        ):
            widget.setVisible(shown)
        if progress is None and report is not None and report is not self._announced:
            self._announced = report
            self.copy.setText(self.tr("Copy e-mail addresses"))
            announce(self, text)
        self.setVisible(bool(text))

    def _on_undo(self) -> None:
        if self._flow.offered is not None:
            self._flow.undo(self._flow.offered)

    def _on_copy(self) -> None:
        self._flow.copy_emails()
        self.copy.setText(self.tr("Copied"))
        announce(self.copy, self.tr("Copied"))
