"""Which streams listen to a microphone for somebody, and which of them are a call."""

from dataclasses import replace

import pytest

from coreapp.desktop.senses.pulse_wire import NOBODY, PulseError
from coreapp.desktop.senses.recording import (
    Stream,
    from_microphones,
    is_call,
    is_monitor,
    playbacks,
    recordings,
)

OWN = 100
MICROPHONE, MONITOR = 1, 2


def stream(**about: str) -> Stream:
    given = {key.replace("__", "."): value for key, value in about.items()}
    return Stream(MICROPHONE, is_silent=False, about={"application.process.id": "7", **given})


def heard(*streams: Stream) -> list[Stream]:
    return from_microphones(streams, OWN, lambda number: number == MONITOR)


def test_a_program_that_records_counts() -> None:
    programs = [
        stream(),
        stream(media__role="phone"),
        Stream(MICROPHONE, is_silent=False),
        # Two programs that happen to have the same number in a sandbox each are not told apart.
        replace(stream(), resampling="speex-float-1"),
        stream(application__id="org.mozilla.firefox", stream__monitor="false"),
    ]

    assert [one for one in programs if heard(one) != [one]] == []


def test_what_listens_to_no_microphone_for_anybody_does_not() -> None:
    others = [
        replace(stream(), is_silent=True),
        replace(stream(), is_filter=True),
        replace(stream(), device=NOBODY),
        replace(stream(), device=MONITOR),
        replace(stream(), resampling="peaks"),
        stream(stream__monitor="true"),
        stream(stream__capture__sink="true"),
        stream(application__id="org.gnome.VolumeControl"),
        stream(application__process__id=str(OWN)),
    ]

    assert [one for one in others if heard(one)] == []
    assert [one for one in others if heard(one, stream()) != [stream()]] == []


def test_of_what_does_not_count_anyway_the_source_is_not_asked() -> None:
    asked: list[int] = []

    def ask(number: int) -> bool:
        asked.append(number)
        return False

    from_microphones([replace(stream(), is_silent=True)], OWN, ask)

    assert asked == []


def test_what_says_it_is_a_call_is_one() -> None:
    assert is_call([stream(media__role="phone")], [])
    assert is_call([stream(media__role="Communication")], [])


def test_who_listens_and_plays_at_once_is_in_a_call() -> None:
    playing = stream()

    assert is_call([stream()], [playing])
    assert not is_call([stream()], [])
    assert not is_call([stream()], [replace(playing, is_silent=True)])
    assert not is_call([stream()], [stream(application__process__id="8")])
    assert not is_call([], [playing])


def test_a_sound_studio_is_not() -> None:
    assert not is_call([stream(media__role="production")], [stream()])


def test_programs_without_a_number_are_not_taken_for_one() -> None:
    nameless = Stream(MICROPHONE, is_silent=False)

    assert not is_call([nameless], [nameless])


def values(**changes: object) -> list[object]:
    """Return a recording stream as the server describes it."""
    named = {"index": 5, "name": "x", "module": NOBODY, "client": 3, "source": 1, "spec": b""}
    named |= {"map": b"", "buffered": 0, "latency": 0, "resampling": "copy", "driver": "d"}
    named |= {"about": {"media.role": "a"}, "corked": False, "volume": b"", "muted": False}
    named |= {"has_volume": True, "writable": True, "format": {}}
    return list({**named, **changes}.values())


def test_recording_streams_are_read_from_the_answer() -> None:
    answer = [*values(), *values(corked=True), *values(muted=True, resampling=None)]

    plain, stopped, muted = recordings(answer)

    assert plain == Stream(1, is_silent=False, resampling="copy", about={"media.role": "a"})
    assert stopped.is_silent
    assert (muted.is_silent, muted.resampling) == (True, "")


def test_a_stream_of_a_module_without_a_program_is_a_filter() -> None:
    answer = [*values(module=2, client=NOBODY), *values(module=2), *values(client=NOBODY)]

    assert [stream.is_filter for stream in recordings(answer)] == [True, False, False]


def test_playing_streams_are_read_from_the_answer() -> None:
    one = [5, "x", 0, 3, 9, b"", b"", b"", 0, 0, None, "d", False, {"a": "b"}, True, True, True, {}]

    (stream,) = playbacks(one)

    assert (stream.device, stream.is_silent, stream.about) == (9, True, {"a": "b"})


def test_an_answer_of_another_form_is_an_error() -> None:
    with pytest.raises(PulseError):
        recordings([1, 2, 3])
    with pytest.raises(PulseError):
        is_monitor([1, 2, 3])
    (odd,) = recordings(values(source=None, about=None))
    assert (odd.device, odd.about) == (NOBODY, {})


def test_a_monitor_hears_a_sink() -> None:
    source = [1, "mic", "Mic", b"", b"", 0, b"", False, NOBODY, None]

    assert not is_monitor(source)
    assert is_monitor([*source[:8], 0, "speakers"])
