"""The one table of settings: defaults, limits, and reading them one by one."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.cues import CueChannel, CueTopic
from coreapp.domain.emergency import Region
from coreapp.domain.errors import InvalidValueError
from coreapp.domain.settings import (
    BREAK_NAMES,
    LIMITS,
    NAMES,
    FigureBuild,
    Settings,
    ThemeChoice,
    cue_key,
    settings_from,
)
from coreapp.domain.sitting.settings import BreakSettings
from tests.each_case import each_case

ODD = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())


def test_settings_survive_being_plain():
    settings = Settings(
        language="de",
        region=Region.NETHERLANDS,
        theme=ThemeChoice.CONTRAST,
        figure_skin=3,
        figure_build=FigureBuild.STRONG,
        volume_percent=10,
        wait_everywhere=True,
        voice_name="Anna",
        cue_reminder=CueChannel.OFF,
        breaks=BreakSettings(interval_min=45, lunch_walk=720),
    )

    assert settings_from(settings.to_mapping()) == (settings, [])


def test_every_setting_is_in_the_plain_document():
    assert Settings().to_mapping().keys() == NAMES == {each.name for each in fields(Settings)}


def test_every_topic_of_a_session_can_be_voice_tone_both_or_off():
    for topic in CueTopic:
        for channel in CueChannel:
            assert Settings(**{cue_key(topic): channel}).channel(topic) is channel


@each_case(("key", "limits"), LIMITS.items())
def test_numbers_have_limits(key, limits):
    least, most = limits
    assert getattr(Settings(**{key: least}), key) == least
    assert getattr(Settings(**{key: most}), key) == most
    for beyond in (least - 1, most + 1):
        with pytest.raises(InvalidValueError, match=f"from {least} to {most}"):
            Settings(**{key: beyond})


@each_case(
    ("key", "value", "remedy"),
    [
        ("theme", "pink", "Give one of: auto, light, dark, contrast."),
        ("region", "mars", "Give one of: auto, de, at, ch, nl, be, gb, ie, us, eu, other."),
        ("breaks", [], "Give a table of settings."),
        ("sounds", 1, "Give a value such as true."),
        ("language", None, 'Give a value such as "".'),
        ("text_percent", "big", "Give a value such as 100."),
        ("figure_skin", "dark", "Give a value such as 1."),
        ("figure_skin", 4, "Give a number from 0 to 3."),
        ("cue_halfway", "loud", "Give one of: voice, tone, both, off."),
        ("figure_build", "huge", "Give one of: slim, medium, strong."),
    ],
)
def test_a_value_of_another_kind_keeps_the_default(key, value, remedy):
    settings, problems = settings_from({key: value, "volume_percent": 30})

    assert settings == Settings(volume_percent=30)
    assert [str(problem) for problem in problems] == [f"{key}: {value!r}: {remedy}"]


def test_settings_of_the_breaks_fall_back_one_by_one():
    document = {"breaks": {"interval_min": 1, "break_min": 3, "quiet": "never", "colour": "red"}}

    settings, problems = settings_from(document)

    assert settings.breaks == BreakSettings(break_min=3)
    assert [problem.key for problem in problems] == ["interval_min", "quiet"]


def test_what_is_not_known_is_passed_over():
    assert settings_from({"wallpaper": "Anna", "breaks": {"colour": 1}}) == (Settings(), [])


@given(
    st.dictionaries(st.sampled_from(sorted(NAMES - {"breaks"})), ODD),
    st.dictionaries(st.sampled_from(sorted(BREAK_NAMES)), ODD),
)
def test_whatever_the_file_holds_there_are_settings(document, breaks):
    settings, problems = settings_from({**document, "breaks": breaks})

    refused = {problem.key.split(".")[0] for problem in problems}
    plain = Settings().to_mapping()
    for key in refused & document.keys():
        assert settings.to_mapping()[key] == plain[key]
