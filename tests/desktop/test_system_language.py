"""What language and region the computer is set to."""

import pytest

from coreapp.desktop.system_language import system_languages, system_region

VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME", "LANG")


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({"LANG": "de_AT.UTF-8"}, ["de_AT.UTF-8"]),
        ({"LANGUAGE": "nl:de", "LANG": "en_US.UTF-8"}, ["nl", "de", "en_US.UTF-8"]),
        ({"LC_ALL": "nl_NL", "LC_MESSAGES": "de_DE", "LANG": "en"}, ["nl_NL", "de_DE", "en"]),
        ({"LANG": "", "LANGUAGE": ":"}, []),
    ],
)
def test_languages_are_in_the_order_of_the_wish(monkeypatch, environment, languages) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert list(system_languages()) == languages


def test_the_systems_own_locale_comes_last(monkeypatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("nl_BE", "UTF-8"))
    monkeypatch.setenv("LANG", "de_DE.UTF-8")

    assert list(system_languages()) == ["de_DE.UTF-8", "nl_BE"]


@pytest.mark.parametrize(
    ("environment", "region"),
    [
        ({"LANG": "en_GB.UTF-8"}, "GB"),
        ({"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"}, "DE"),
        ({"LANG": "en_US", "LC_TIME": "de_DE", "LC_ALL": "nl_BE"}, "BE"),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "de"}, ""),
        ({"LANG": "sr_RS@latin"}, "RS"),
        ({}, ""),
    ],
)
def test_the_region_is_that_of_dates_and_times(monkeypatch, environment, region) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert system_region() == region


def test_the_systems_own_region_is_the_last_resort(monkeypatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("nl_BE", "UTF-8"))
    monkeypatch.setattr("locale.setlocale", lambda _category: "nl_BE.UTF-8")

    assert system_region() == "BE"


@pytest.mark.parametrize("name", ["C", "C.UTF-8", "POSIX"])
def test_where_no_place_was_chosen_it_is_not_america(monkeypatch, name) -> None:
    """Python tells C.UTF-8 as en_US, and the emergency number would be that of America."""
    monkeypatch.setenv("LANG", name)
    monkeypatch.setattr("locale.getlocale", lambda: ("en_US", "UTF-8"))
    monkeypatch.setattr("locale.setlocale", lambda _category: name)

    assert system_region() == ""
