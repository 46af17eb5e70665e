"""What is logged, and above all what is not."""

from __future__ import annotations

import logging
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from addressbook import log as module
from addressbook.log import recent, register_secret, setup
from addressbook.paths import Paths
from addressbook.redaction import redact

SECRET = "wJalr/XUtnFEMI+K7MDENG=bPx"


@pytest.fixture
def paths(tmp_path: Path) -> Iterator[Paths]:
    root = logging.getLogger()
    level = root.level
    yield Paths(tmp_path)
    for handler in module._installed:
        root.removeHandler(handler)
        handler.close()
    module._installed.clear()
    root.setLevel(level)


def written(paths: Paths) -> str:
    return (paths.log_dir / module.FILE_NAME).read_text("utf-8")


def test_secrets_are_hidden_in_message_arguments_and_tracebacks(paths: Paths) -> None:
    register_secret(SECRET)
    setup(paths)
    log = logging.getLogger("addressbook.tests")
    log.info("said %s and %r", SECRET, {"value": SECRET})
    log.info("quoted wJalr%2FXUtnFEMI%2BK7MDENG%3DbPx in a link")
    try:
        raise ValueError(f"https://x.invalid/?q={SECRET}")
    except ValueError:
        log.info("failed", exc_info=True, stack_info=True)
    for text in (written(paths), "\n".join(recent())):
        assert "wJalr" not in text
        assert "bPx" not in text
        assert "ValueError" in text
        assert text.count("[hidden]") >= 3


def test_the_traceback_kept_on_the_record_is_clean_too(paths: Paths) -> None:
    register_secret(SECRET)
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        info = (ValueError, error, error.__traceback__)
    record = logging.LogRecord("n", logging.INFO, __file__, 1, "m", None, info)
    module.RedactingFormatter().format(record)
    assert record.exc_text is not None
    assert SECRET not in record.exc_text


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("/topapi/extcontact/list?access_token=0aa1bb22cc33", "0aa1bb22cc33"),
        ('{"accessToken": "0aa1bb22cc33", "expireIn": 7200}', "0aa1bb22cc33"),
        ('{\\"appSecret\\":\\"0aa1bb22cc33\\"}', "0aa1bb22cc33"),
        ("{'app_secret': '0aa1bb22cc33'}", "0aa1bb22cc33"),
        ("gettoken?appkey=dingabc123&appsecret=0aa1bb22cc33", "dingabc123"),
        ("x-acs-dingtalk-access-token: 0aa1bb22cc33", "0aa1bb22cc33"),
        ("Authorization: Bearer 0aa1bb22cc33", "0aa1bb22cc33"),
        ("request ip=1.2.3.4 appKey(dingabc123)", "dingabc123"),
        ("https://open-dev.dingtalk.com/appscope/apply?content=dingabc123%23qyapi_ext_read", "dingabc123"),
        ("https://user:hunter2@proxy.example:8080", "hunter2"),
        ("met 13800138000 twice", "13800138000"),
        ("met +86 138 0013 8000 twice", "0013"),
        ("met +852-61234567", "61234567"),
        ("wrote to ann.lee@example.com", "ann.lee"),
    ],
)
def test_shapes_that_are_hidden_unasked(text: str, gone: str) -> None:
    assert gone in text
    assert gone not in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "/v1.0/oauth2/accessToken: CredentialsRejected 40096",
        "GET https://oapi.dingtalk.io/topapi/extcontact/list took 52 ms",
        "pass 3, offset 12300: 100 rows, code 60011, request_id 16abc",
        "addressbook.services.session: opened, addressbook.dingtalk.token: renewed",
        "label 1561077310 at 2026-11-21T01:41:17.123Z",
        "ServerError 90018 (endpoint=/topapi/extcontact/list)",
    ],
)
def test_ordinary_lines_stay_as_they_are(text: str) -> None:
    assert redact(text) == text


@pytest.mark.skipif(os.name != "posix", reason="permission bits are POSIX's")
def test_the_file_and_those_it_turns_into_are_private(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_BYTES", 2_000)
    old = os.umask(0)
    try:
        setup(paths)
        for number in range(100):
            logging.getLogger("addressbook.tests").info("line %d", number)
    finally:
        os.umask(old)
    files = sorted(paths.log_dir.iterdir())
    assert len(files) == 3
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert "line 99" in written(paths)


def test_without_a_file_the_program_goes_on(paths: Paths, expected_log: Callable[..., None]) -> None:
    expected_log("no log file")
    paths.log_dir.rmdir()
    (paths.data_dir / "log").write_text("in the way")
    setup(paths)
    logging.getLogger("addressbook.tests").info("still heard")
    assert "still heard" in recent()[-1]


def test_setting_up_again_does_not_double_the_lines(paths: Paths) -> None:
    setup(paths)
    setup(paths)
    logging.getLogger("addressbook.tests").info("once only")
    assert written(paths).count("once only") == 1


def test_a_half_character_does_not_end_the_log(paths: Paths) -> None:
    setup(paths)
    # not by way of the logger, for pytest-xdist cannot send such a line to its other process either
    record = logging.LogRecord("n", logging.INFO, __file__, 1, "odd \ud800 text", None, None)
    for handler in module._installed:
        handler.handle(record)
    assert "odd ? text" in written(paths)
