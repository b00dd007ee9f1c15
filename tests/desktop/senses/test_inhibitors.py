"""Who keeps the screen on: a film counts, a copy, ourselves and a switch by hand do not."""

import pytest

from coreapp.desktop.bus_connection import BusError
from coreapp.desktop.our_name import OUR_NAME
from coreapp.desktop.senses.bus_probe import BusProbe
from coreapp.desktop.senses.inhibitors import (
    GNOME,
    KDE,
    ON_GNOME,
    ON_OLDER_KDE,
    ON_XFCE,
    XFCE,
    counts,
    kde_shows,
    logind_shows,
)
from coreapp.desktop.senses.probe import ProbeUnavailableError
from tests.fakes.bus import FakeBus

OWN = 100


def test_programs_that_show_something_count() -> None:
    shown = ("firefox", "org.gnome.Totem", "mpv", "")

    assert [who for who in shown if not counts(who)] == []


def test_we_and_what_is_on_by_hand_do_not() -> None:
    by_hand = ("caffeine-gnome-extension", "Amphetamine", "plasmashell", "caffeinate")

    assert [who for who in (OUR_NAME, *by_hand) if counts(who)] == []


def test_plasma_lists_what_who_and_whether_it_is_active() -> None:
    shows = {
        ("idle", "mpv", 3): True,
        ("sleep:idle", "mpv", 1): True,
        ("sleep", "dolphin", 3): False,
        ("idle", "mpv", 2): False,
        ("idle", OUR_NAME, 3): False,
        ("idle", "mpv", None): False,
    }

    def look(what: str, who: str, flags: object) -> bool:
        return kde_shows([(what, who, "because", "block", flags)])

    assert {listed: look(*listed) for listed in shows} == shows


def test_logind_lists_what_who_how_and_which_process() -> None:
    copying = ("sleep", "files", "copies", "block", 1000, 9)
    shows = {
        ("idle", "mpv", "block", 4): True,
        ("shutdown:sleep:idle", "mpv", "block", 4): True,
        ("sleep", "backup", "block", 4): False,
        ("shutdown", "dpkg", "block", 4): False,
        ("idle", "mpv", "delay", 4): False,
        ("idle", "python", "block", OWN): False,
        ("idle", OUR_NAME, "block", 4): False,
    }

    def look(what: str, who: str, mode: str, process: int) -> bool:
        return logind_shows([copying, (what, who, "because", mode, 1000, process)], OWN)

    assert {listed: look(*listed) for listed in shows} == shows


@pytest.fixture
def gnome() -> FakeBus:
    bus = FakeBus()
    bus.running.add(GNOME.name)
    bus.answers |= {"IsInhibited": (True,), "GetInhibitors": (["/1", "/2"],)}
    bus.answers |= {("/1", "GetFlags"): (12,), ("/1", "GetAppId"): (OUR_NAME,)}
    bus.answers |= {("/2", "GetFlags"): (8,), ("/2", "GetAppId"): ("firefox",)}
    return bus


def test_gnome_is_asked_of_each_one(gnome) -> None:
    probe = BusProbe(lambda: gnome, ON_GNOME)
    assert probe.look() is True

    gnome.answers[("/2", "GetFlags")] = (4,)

    assert probe.look() is False


def test_one_that_ended_meanwhile_is_passed_over(gnome) -> None:
    gnome.answers[("/1", "GetFlags")] = BusError("gone")

    assert BusProbe(lambda: gnome, ON_GNOME).look() is True


def test_where_nothing_is_held_back_nobody_is_asked_further(gnome) -> None:
    gnome.answers["IsInhibited"] = (False,)

    assert BusProbe(lambda: gnome, ON_GNOME).look() is False
    assert "GetInhibitors" not in [member for _service, member, _given in gnome.asked]


def test_a_list_of_another_form_is_no_probe(gnome) -> None:
    gnome.answers["GetInhibitors"] = ("none",)

    with pytest.raises(ProbeUnavailableError):
        BusProbe(lambda: gnome, ON_GNOME)


def test_an_older_plasma_says_whether_and_who() -> None:
    bus = FakeBus()
    bus.running.add(KDE.name)
    bus.answers |= {"HasInhibition": (True,), "ListInhibitions": ([(OUR_NAME, "guides")],)}
    probe = BusProbe(lambda: bus, ON_OLDER_KDE)
    assert probe.look() is False

    bus.answers["ListInhibitions"] = ([(OUR_NAME, "guides"), ("vlc", "plays")],)

    assert probe.look() is True


def test_xfces_power_manager_says_whether_and_who() -> None:
    bus = FakeBus()
    bus.running.add(XFCE.name)
    bus.answers |= {"HasInhibit": (False,)}
    probe = BusProbe(lambda: bus, ON_XFCE)
    assert probe.look() is False

    bus.answers |= {"HasInhibit": (True,), "GetInhibitors": ([OUR_NAME, "caffeine"],)}
    assert probe.look() is False
    bus.answers["GetInhibitors"] = ([OUR_NAME, "/usr/lib/firefox/firefox"],)
    assert probe.look() is True
