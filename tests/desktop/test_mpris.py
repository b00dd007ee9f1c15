"""What is said under MPRIS: values with their types, signals only when something is different."""

from dataclasses import replace

import pytest

from coreapp.desktop.bus_messages import Call, News
from coreapp.desktop.mpris import (
    INTROSPECTION,
    PLAYER,
    PROPERTIES,
    ROOT,
    TRACK,
    Answer,
    MprisPlayer,
    Refusal,
)
from coreapp.services.media_session import (
    MediaCommand,
    MediaStatus,
    NowPlaying,
    SeekBy,
    SeekTo,
)

PLANK = NowPlaying(
    "Side plank, left", "Evening", MediaStatus.PLAYING, position=20, length=165, runs_until=165
)


@pytest.fixture
def player() -> MprisPlayer:
    return MprisPlayer(PLANK, now=100)


def get(player: MprisPlayer, name: str, now: float = 100, interface: str = PLAYER):
    answer = player.answer(Call(PROPERTIES, "Get", "ss", (interface, name)), now)
    assert isinstance(answer, Answer)
    assert answer.signature == "v"
    return answer.body[0]


def wish(player: MprisPlayer, member: str, signature: str = "", *arguments: object):
    answer = player.answer(Call(PLAYER, member, signature, arguments), 100)
    assert isinstance(answer, Answer)
    return answer.wish


def error(player: MprisPlayer, call: Call) -> str:
    answer = player.answer(call, 100)
    assert isinstance(answer, Refusal)
    return answer.error.removeprefix("org.freedesktop.DBus.Error.")


def test_times_are_microseconds_in_64_bits(player):
    _kind, metadata = get(player, "Metadata")

    assert get(player, "Position", now=105) == ("x", 25_000_000)
    assert metadata["mpris:length"] == ("x", 165_000_000)


def test_exercise_and_routine_are_title_and_artist(player):
    _kind, metadata = get(player, "Metadata")

    assert metadata["xesam:title"] == ("s", "Side plank, left")
    assert metadata["xesam:artist"] == ("as", ["Evening"])
    assert metadata["mpris:trackid"] == ("o", TRACK)


def test_all_that_can_be_asked_comes_at_once(player):
    answer = player.answer(Call(PROPERTIES, "GetAll", "s", (PLAYER,)), 100)

    (values,) = answer.body
    assert values["PlaybackStatus"] == ("s", "Playing")
    buttons = ("CanGoNext", "CanGoPrevious", "CanPlay", "CanPause", "CanSeek", "CanControl")
    assert all(values[name] == ("b", True) for name in buttons)


def test_it_says_who_it_is(player):
    assert get(player, "Identity", interface=ROOT) == ("s", "Coreapp")
    assert get(player, "CanQuit", interface=ROOT) == ("b", False)
    assert player.answer(Call(PROPERTIES, "GetAll", "s", ("org.other",)), 0).body == ({},)


def test_each_button_has_its_command(player):
    commands = {
        "Play": MediaCommand.PLAY,
        "Pause": MediaCommand.PAUSE,
        "PlayPause": MediaCommand.TOGGLE,
        "Next": MediaCommand.NEXT,
        "Previous": MediaCommand.PREVIOUS,
        "Stop": MediaCommand.STOP,
        "Raise": MediaCommand.RAISE,
        "Quit": None,
    }

    assert {member: wish(player, member) for member in commands} == commands


def test_a_place_in_the_session_can_be_asked_for(player):
    assert wish(player, "Seek", "x", -10_000_000) == SeekBy(-10)
    assert wish(player, "SetPosition", "ox", TRACK, 30_000_000) == SeekTo(30)


def test_past_the_end_nothing_is_ended_by_accident(player):
    assert wish(player, "Seek", "x", 146_000_000) is MediaCommand.NEXT
    for micro in (-1, 165_000_001):
        assert wish(player, "SetPosition", "ox", TRACK, micro) is None


def test_a_place_in_another_track_is_passed_over(player):
    assert wish(player, "SetPosition", "ox", "/another", 30_000_000) is None


def test_what_makes_no_sense_is_refused(player):
    refused = [
        (Call(PLAYER, "Seek", "s", ("far",)), "InvalidArgs"),
        (Call(PLAYER, "Play", "i", (1,)), "InvalidArgs"),
        (Call(PLAYER, "OpenUri", "s", ("file:///x",)), "UnknownMethod"),
        (Call("org.other", "Play"), "UnknownMethod"),
        (Call(PROPERTIES, "Get", "ss", (PLAYER, "Shoes")), "UnknownProperty"),
        (Call(PROPERTIES, "Get", "s", (PLAYER,)), "UnknownMethod"),
        (Call(PROPERTIES, "Set", "ssv", (PLAYER, "Volume", ("d", 0.5))), "PropertyReadOnly"),
    ]

    assert [(call, error(player, call)) for call, _told in refused] == refused


def test_a_caller_may_leave_the_interface_out(player):
    assert player.answer(Call("", "Next"), 0) == Answer(wish=MediaCommand.NEXT)


def test_it_describes_itself(player):
    answer = player.answer(Call("org.freedesktop.DBus.Introspectable", "Introspect"), 0)

    assert answer == Answer("s", (INTROSPECTION,))
    assert '<property name="Position" type="x" access="read"/>' in INTROSPECTION
    assert '<method name="Seek"><arg direction="in" type="x"/></method>' in INTROSPECTION


def test_nothing_is_told_while_it_just_goes_on(player):
    assert player.take(replace(PLANK, position=21.2), 101) == []


def test_the_next_exercise_is_told(player):
    (news,) = player.take(replace(PLANK, title="Bridge", position=21), 101)

    assert (news.interface, news.member) == (PROPERTIES, "PropertiesChanged")
    interface, changed, _invalid = news.body
    assert interface == PLAYER
    assert set(changed) == {"Metadata"}


def test_a_pause_is_told_without_a_jump(player):
    (news,) = player.take(replace(PLANK, status=MediaStatus.PAUSED, position=25), 105)

    assert news.body[1] == {"PlaybackStatus": ("s", "Paused")}
    assert player.take(replace(PLANK, status=MediaStatus.PAUSED, position=25), 200) == []


def test_a_jump_is_told_with_the_new_position(player):
    assert player.take(replace(PLANK, position=31), 101) == [
        News(PLAYER, "Seeked", "x", (31_000_000,))
    ]


def test_many_small_steps_aside_are_told_once_they_add_up(player):
    late = [player.take(replace(PLANK, position=20 + 0.7 * step), 100 + step) for step in (1, 2, 4)]

    assert [len(news) for news in late] == [0, 0, 1]


def test_after_the_lead_in_the_true_position_is_told(player):
    resumed = replace(PLANK, position=20, runs_in=3)
    player.take(replace(PLANK, status=MediaStatus.PAUSED), 100)
    player.take(resumed, 110)

    (news,) = player.take(PLANK, 113)

    assert news == News(PLAYER, "Seeked", "x", (20_000_000,))
