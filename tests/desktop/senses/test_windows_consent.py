"""How Windows' list of who uses a camera is read and waited for, with a registry made up."""

import ctypes
import importlib
import sys

import pytest

from coreapp.desktop.senses.windows_consent import STORE, ConsentStore, Use
from tests.desktop.senses.windows_library import Library

USED = {"LastUsedTimeStart": 7, "LastUsedTimeStop": 0}


class Key(dict):
    """A key of the registry: its values, and the keys in it."""

    def __enter__(self) -> "Key":
        return self

    def __exit__(self, *_error: object) -> None:
        pass

    def __int__(self) -> int:
        return 33

    def Close(self) -> None:
        self.clear()


class Registry:
    """The part of `winreg` that is used."""

    KEY_READ, KEY_NOTIFY = 1, 2

    def __init__(self, **programs: dict) -> None:
        self.HKEY_CURRENT_USER = Key({STORE + "\\webcam": Key(programs)})

    def OpenKey(self, key: Key, name: str, *rights: int) -> Key:
        assert rights in {(), (0, 3)}
        if name not in key:
            raise FileNotFoundError(name)
        return Key(key[name])

    def QueryInfoKey(self, key: Key) -> tuple[int]:
        return (len(key) + 1,)  # one has gone meanwhile

    def EnumKey(self, key: Key, number: int) -> str:
        if number >= len(key):
            raise OSError("gone")
        return list(key)[number]

    def QueryValueEx(self, key: Key, name: str) -> tuple[int, int]:
        if name not in key:
            raise FileNotFoundError(name)
        return key[name], 11


@pytest.fixture
def library(monkeypatch) -> Library:
    library = Library(CreateEventW=lambda *_given: 44)
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: library)
    return library


@pytest.fixture
def open_store(library, monkeypatch):
    def open_store(**programs: dict) -> ConsentStore:
        registry = Registry(**programs)
        monkeypatch.setattr(importlib, "import_module", lambda _name: registry)
        return ConsentStore("webcam")

    return open_store


def test_programs_of_both_kinds_are_read(open_store) -> None:
    store = open_store(Package=USED, Odd={"else": 1}, NonPackaged={"C:#zoom.exe": USED})

    assert store.uses() == [Use("Package", 7, 0), Use("C:#zoom.exe", 7, 0)]


def test_there_may_be_no_classic_program(open_store) -> None:
    assert open_store(Package=USED).uses() == [Use("Package", 7, 0)]


def test_what_is_written_is_waited_for(open_store, library) -> None:
    asked: list[tuple] = []
    results = [0, 1]
    library.behave |= {
        "RegNotifyChangeKeyValue": lambda *given: asked.append(given) or 0,
        "WaitForMultipleObjects": lambda *_given: results.pop(0),
    }
    store = open_store()

    assert store.wait() is True
    assert store.wait() is False  # it was the other event: nobody waits any more
    key, with_below, what, event, _later = asked[0]
    assert (key, with_below.value, what, event) == (33, 1, 5, 44)


def test_a_list_that_cannot_be_watched_is_not_waited_for(open_store, library) -> None:
    library.behave["RegNotifyChangeKeyValue"] = lambda *_given: 1018

    assert open_store().wait() is False
    assert "WaitForMultipleObjects" not in library.called


def test_it_is_closed(open_store, library) -> None:
    store = open_store()

    store.stop_waiting()
    store.close()

    assert library.called[-3:] == ["SetEvent", "CloseHandle", "CloseHandle"]


def test_the_start_of_the_system_is_in_windows_own_time(open_store, library) -> None:
    def now(place) -> None:
        place._obj.value = 1_000_000

    library.behave |= {"GetSystemTimeAsFileTime": now, "GetTickCount64": lambda: 30}

    assert open_store().started_at() == 700_000


@pytest.mark.skipif(sys.platform == "win32", reason="here it is there")
def test_elsewhere_nothing_is_written_down() -> None:
    with pytest.raises(OSError, match="no registry"):
        ConsentStore("webcam")
