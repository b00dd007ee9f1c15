"""The self-test in words: every state of everything, and a remedy where something is missing."""

from dataclasses import replace

from coreapp.services.desk_check import (
    CheckState,
    DeskFacts,
    sense_checks,
    show_checks,
    state_word,
    summary,
)
from coreapp.services.desk_remedies import DeskKind, desk_kind, sense_remedy
from coreapp.services.desk_senses import Capability, Health, SenseReport
from coreapp.services.speaking import VoiceState
from tests.each_case import each_case

GOOD = DeskFacts(
    has_tray=True,
    notifier="dunst",
    has_buttons=True,
    tones="QSoundEffect",
    voice=VoiceState.READY,
    voice_trouble="",
    awake="logind",
    media="MPRIS",
    autostart=True,
    bar_is_placed=True,
)


def sense(capability: Capability, health: Health, says: bool | None = None, idle: float = 12.0):
    report = SenseReport(capability, health, "logind" if health is not Health.ABSENT else "", says)
    return sense_checks([report], idle, DeskKind.X11)[0]


def shown(kind: DeskKind = DeskKind.X11, **changes):
    return {each.key: each for each in show_checks(replace(GOOD, **changes), kind)}


@each_case("capability", Capability)
def test_every_sense_has_a_name_a_state_and_a_remedy(capability):
    works = sense(capability, Health.WORKS, says=True)
    silent = sense(capability, Health.SILENT)
    absent = sense(capability, Health.ABSENT)

    assert works.label
    assert (works.state, works.remedy, works.method) == (CheckState.WORKS, "", "logind")
    assert (silent.state, absent.state) == (CheckState.UNSURE, CheckState.UNSURE)
    assert silent.remedy
    assert absent.remedy
    assert absent.says == silent.says == ""
    others = {sense(each, Health.WORKS).label for each in Capability if each is not capability}
    assert works.label not in others


@each_case("capability", set(Capability) - {Capability.HANDS, Capability.SLEEP})
def test_what_is_so_or_not_is_said(capability):
    so = sense(capability, Health.WORKS, says=True).says
    not_so = sense(capability, Health.WORKS, says=False).says

    assert so
    assert not_so
    assert so != not_so
    assert sense(capability, Health.WORKS, says=None).says == ""


@each_case(
    ("seconds", "text"),
    [
        (0.4, "There is input just now."),
        (1.0, "Hands have rested for 1 second."),
        (12.9, "Hands have rested for 12 seconds."),
        (150.0, "Hands have rested for 2 minutes."),
        (4000.0, "Hands have rested for more than an hour."),
    ],
)
def test_the_hands_say_how_long_they_rest(seconds, text):
    assert sense(Capability.HANDS, Health.WORKS, idle=seconds).says == text


def test_hands_that_are_not_known_say_nothing():
    report = SenseReport(Capability.HANDS, Health.WORKS, "XScreenSaver")

    assert sense_checks([report], None, DeskKind.X11)[0].says == ""


def test_a_desktop_that_can_show_everything_needs_nothing():
    checks = shown()

    assert {each.state for each in checks.values()} == {CheckState.WORKS}
    assert {each.remedy for each in checks.values()} == {""}
    assert summary(list(checks.values())) == "8 of 8 work"


LACKING = [
    ("bar", {"bar_is_placed": False}, CheckState.IN_PART),
    ("notifications", {"notifier": ""}, CheckState.MISSING),
    ("notifications", {"has_buttons": False}, CheckState.IN_PART),
    ("notifications", {"has_buttons": None}, CheckState.UNSURE),
    ("tray", {"has_tray": False}, CheckState.IN_PART),
    ("autostart", {"autostart": False}, CheckState.OFF),
    ("tones", {"tones": "none"}, CheckState.MISSING),
    ("tones", {"tones": None}, CheckState.UNSURE),
    ("voice", {"voice": VoiceState.NO_ENGINE, "voice_trouble": "None."}, CheckState.MISSING),
    ("voice", {"voice": VoiceState.NOT_ASKED}, CheckState.UNSURE),
    ("awake", {"awake": ""}, CheckState.MISSING),
    ("awake", {"awake": None}, CheckState.UNSURE),
    ("media", {"media": "none"}, CheckState.MISSING),
]


def test_what_is_missing_comes_with_a_remedy():
    checks = [(key, changes, state, shown(**changes)[key]) for key, changes, state in LACKING]
    wrong = [
        (key, changes, check)
        for key, changes, state, check in checks
        if check.state is not state or not check.remedy
    ]
    assert wrong == []


@each_case("key", ["voice", "autostart"])
def test_what_is_not_wanted_or_not_known_is_not_spoken_of(key):
    assert key not in shown(**{key: None})


def test_gnome_has_a_remedy_of_its_own_for_the_tray():
    remedy = shown(DeskKind.GNOME_WAYLAND, has_tray=False)["tray"].remedy

    assert "AppIndicator" in remedy
    assert remedy != shown(DeskKind.X11, has_tray=False)["tray"].remedy


def test_each_state_has_a_word_of_its_own():
    assert len({state_word(each) for each in CheckState}) == len(CheckState)


@each_case(
    ("platform", "environment", "kind"),
    [
        ("win32", {}, DeskKind.WINDOWS),
        ("darwin", {}, DeskKind.MACOS),
        ("linux", {}, DeskKind.X11),
        ("linux", {"XDG_CURRENT_DESKTOP": "KDE"}, DeskKind.X11),
        ("linux", {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, DeskKind.GNOME_X11),
        (
            "linux",
            {"XDG_CURRENT_DESKTOP": "ubuntu:GNOME", "WAYLAND_DISPLAY": "wayland-0"},
            DeskKind.GNOME_WAYLAND,
        ),
        (
            "linux",
            {"XDG_CURRENT_DESKTOP": "KDE", "WAYLAND_DISPLAY": "wayland-0"},
            DeskKind.KDE_WAYLAND,
        ),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, DeskKind.OTHER_WAYLAND),
    ],
)
def test_the_desktop_is_known_by_its_variables(platform, environment, kind):
    assert desk_kind(platform, environment) is kind


def test_there_is_one_sentence_for_everything_everywhere():
    remedies = {
        (capability, kind): sense_remedy(capability, kind)
        for capability in Capability
        for kind in DeskKind
    }
    others = {
        of: remedy
        for of, remedy in remedies.items()
        if not remedy.endswith(".") or remedy.count(". ") != 0
    }
    assert others == {}


def test_wayland_full_screen_and_hands_have_remedies_of_their_own():
    for capability in (Capability.HANDS, Capability.FULLSCREEN):
        assert sense_remedy(capability, DeskKind.GNOME_WAYLAND) != sense_remedy(
            capability, DeskKind.X11
        )
