"""What a person enters to connect."""

from __future__ import annotations

from addressbook.services.connect_form import ConnectForm


def test_secrets_stay_out_of_reprs() -> None:
    form = ConnectForm(app_secret="hush", access_token="quiet")
    assert "hush" not in repr(form)
    assert "quiet" not in repr(form)
