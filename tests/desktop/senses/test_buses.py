"""Each bus is connected to once, and one that fails is not waited for again and again."""

from pathlib import Path
from typing import ClassVar

import pytest

from coreapp.desktop.bus_connection import BusError
from coreapp.desktop.senses import buses as module
from coreapp.desktop.senses.buses import Buses


class FakeWatch:
    made: ClassVar[list[str]] = []

    def __init__(self, address: str) -> None:
        self.address = address
        self.closed = False
        FakeWatch.made.append(address)
        if "broken" in address:
            raise BusError("no answer for 2.0 s")
        self.forgotten = 0

    def forget_names(self) -> None:
        self.forgotten += 1

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def buses(monkeypatch) -> Buses:
    monkeypatch.setattr(FakeWatch, "made", [])
    monkeypatch.setattr(module, "BusWatch", FakeWatch)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/session")
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/system")
    return Buses()


def test_each_is_opened_once_when_it_is_wanted(buses: Buses) -> None:
    assert FakeWatch.made == []

    session, system = buses.session(), buses.system()

    assert buses.session() is session
    assert buses.system() is system
    assert FakeWatch.made == ["unix:path=/session", "unix:path=/system"]
    buses.close()
    assert session.closed
    assert system.closed


def test_a_bus_that_fails_is_tried_again_only_in_the_next_round(buses: Buses, monkeypatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/broken")
    for _time in range(3):
        with pytest.raises(BusError, match="no answer"):
            buses.system()
    assert len(FakeWatch.made) == 1

    buses.begin_round()
    with pytest.raises(BusError):
        buses.system()

    assert len(FakeWatch.made) == 2
    assert buses.session()


def test_each_round_asks_anew_who_is_there(buses: Buses) -> None:
    session, system = buses.session(), buses.system()

    buses.begin_round()

    assert (session.forgotten, system.forgotten) == (1, 1)


def test_where_there_is_no_bus_that_is_told(buses: Buses, monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "disabled:")

    with pytest.raises(BusError, match="no session bus"):
        buses.session()


def test_closed_it_opens_nothing_more(buses: Buses) -> None:
    buses.close()

    with pytest.raises(BusError):
        buses.session()
    assert FakeWatch.made == []
