"""What keeps the screen awake, and that nothing fails where nothing can."""

import sys
import threading

import pytest

from coreapp.desktop import keep_awake
from coreapp.desktop.keep_awake import (
    AwakeUnavailableError,
    NullAwake,
    WakepyAwake,
    pick_keep_awake,
)
from tests.fakes.media import FakeAwake

NOWHERE = "unix:path=/nowhere/bus"


@pytest.fixture
def awake(monkeypatch):
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", NOWHERE)
    awake = WakepyAwake()
    yield awake
    awake.release()


def holding() -> list[threading.Thread]:
    return [each for each in threading.enumerate() if each.name == "keep awake"]


def test_the_first_that_works_is_taken():
    def broken():
        raise AwakeUnavailableError("broken")

    assert isinstance(pick_keep_awake([broken, FakeAwake]), FakeAwake)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux asks a bus")
def test_without_a_bus_nothing_is_kept_awake_and_nothing_fails():
    awake = pick_keep_awake()

    awake.hold()
    awake.release()

    assert isinstance(awake, NullAwake)
    assert awake.method == ""


def test_without_its_library_it_is_not_taken(monkeypatch):
    monkeypatch.setattr(keep_awake, "find_spec", lambda _name: None)

    with pytest.raises(AwakeUnavailableError):
        WakepyAwake()


def test_before_the_first_session_nothing_is_known(awake):
    awake.release()

    assert awake.method is None
    assert holding() == []


def test_it_is_held_until_it_is_released(qtbot, awake, monkeypatch):
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "yes")

    awake.hold()
    awake.hold()
    qtbot.waitUntil(lambda: bool(awake.method))
    held = len(holding())
    awake.release()
    qtbot.waitUntil(lambda: not holding())

    assert held == 1


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no bus to fail")
def test_where_nothing_works_that_is_known_and_in_the_log(qtbot, awake, caplog):
    caplog.set_level("INFO")

    awake.hold()
    qtbot.waitUntil(lambda: awake.method is not None)
    qtbot.waitUntil(lambda: not holding())

    assert awake.method == ""
    assert [record.message for record in caplog.records if "awake" in record.message] == [
        "the screen is kept awake by: nothing"
    ]
