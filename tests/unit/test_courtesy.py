"""Who computes stands aside while the window paints or waits for an answer, and not a moment longer."""

from __future__ import annotations

import threading

import pytest

from addressbook import courtesy


def test_who_computes_waits_until_the_window_has_painted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(courtesy, "_LONGEST", 60.0)
    came, went_on = threading.Event(), threading.Event()

    def compute() -> None:
        came.set()
        courtesy.stand_aside()
        went_on.set()

    with courtesy.alone():
        worker = threading.Thread(target=compute)
        worker.start()
        assert came.wait(10)
        assert not went_on.is_set()
    assert went_on.wait(10)
    worker.join()


def test_nobody_waits_while_nothing_is_painted_or_after_a_paint_that_failed() -> None:
    courtesy.stand_aside()
    with pytest.raises(ZeroDivisionError), courtesy.alone():
        raise ZeroDivisionError
    courtesy.stand_aside()


def test_a_window_that_paints_without_end_holds_nobody_up_for_good() -> None:
    with courtesy.alone():
        courtesy.stand_aside()


def test_an_answer_that_is_found_while_the_window_paints_lets_nobody_in(monkeypatch: pytest.MonkeyPatch) -> None:
    went_on = threading.Event()

    def compute() -> None:
        courtesy.stand_aside()
        went_on.set()

    monkeypatch.setattr(courtesy, "_LONGEST", 60.0)
    with courtesy.alone():
        with courtesy.alone():
            pass
        worker = threading.Thread(target=compute)
        worker.start()
        assert not went_on.wait(0.05)
    assert went_on.wait(10)
    worker.join()


def test_all_who_wait_wait_no_longer_than_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each contact of a page looks whether it must wait."""
    waits: list[float] = []
    monkeypatch.setattr(courtesy, "_LONGEST", 0.0)
    with courtesy.alone():
        monkeypatch.setattr(courtesy._free, "wait", waits.append)
        for _ in range(3):
            courtesy.stand_aside()
    assert len(waits) == 3
    assert not any(waits)
