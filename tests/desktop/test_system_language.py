"""What language and region the computer is set to."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from coreapp.desktop.system_language import system_languages, system_region

Answer = TypeVar("Answer")
VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME", "LANG")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))


def within(environment: dict[str, str], ask: Callable[[], Answer]) -> Answer:
    """Ask with these variables set, and no other of them."""
    with pytest.MonkeyPatch.context() as patched:
        for name, value in environment.items():
            patched.setenv(name, value)
        return ask()


def list_languages() -> list[str]:
    return list(system_languages())


def test_languages_are_in_the_order_of_the_wish() -> None:
    wishes = [
        ({"LANG": "de_AT.UTF-8"}, ["de_AT.UTF-8"]),
        ({"LANGUAGE": "nl:de", "LANG": "en_US.UTF-8"}, ["nl", "de", "en_US.UTF-8"]),
        ({"LC_ALL": "nl_NL", "LC_MESSAGES": "de_DE", "LANG": "en"}, ["nl_NL", "de_DE", "en"]),
        ({"LANG": "", "LANGUAGE": ":"}, []),
    ]

    found = [(wish, within(wish, list_languages)) for wish, _languages in wishes]
    assert found == wishes


def test_the_systems_own_locale_comes_last(monkeypatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("nl_BE", "UTF-8"))
    monkeypatch.setenv("LANG", "de_DE.UTF-8")

    assert list(system_languages()) == ["de_DE.UTF-8", "nl_BE"]


def test_the_region_is_that_of_dates_and_times() -> None:
    regions = [
        ({"LANG": "en_GB.UTF-8"}, "GB"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, "DE"),
        ({"LANG": "en_US", "LC_TIME": "de_DE", "LC_ALL": "nl_BE"}, "BE"),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "de"}, ""),
        ({"LANG": "sr_RS@latin"}, "RS"),
        ({}, ""),
    ]

    assert [(each, within(each, system_region)) for each, _region in regions] == regions


def test_the_systems_own_region_is_the_last_resort(monkeypatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("nl_BE", "UTF-8"))
    monkeypatch.setattr("locale.setlocale", lambda _category: "nl_BE.UTF-8")

    assert system_region() == "BE"


def test_where_no_place_was_chosen_it_is_not_america(monkeypatch) -> None:
    """Python tells C.UTF-8 as en_US, and the emergency number would be that of America."""
    monkeypatch.setattr("locale.getlocale", lambda: ("en_US", "UTF-8"))
    for name in ("C", "C.UTF-8", "POSIX"):
        monkeypatch.setattr("locale.setlocale", lambda _category, it=name: it)

        assert within({"LANG": name}, system_region) == "", name
