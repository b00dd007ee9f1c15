"""Properties of how the engine is lived with: told or asked, started anew after a while."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import simulate
from tests.unit.domain.sitting.days import (
    Document,
    clock,
    playable,
    random_days,
    with_extra,
)
from tests.unit.domain.sitting.shells import asked, with_gaps

RUNS = settings(max_examples=settings.default.max_examples // 2)


def without(document: Document, *events: dict[str, object]) -> Document:
    """Return the script without such events, and without answers that make no sense then."""
    left = [
        each
        for each in document["events"]
        if not any(each.items() >= unwanted.items() for unwanted in events)
    ]
    return playable({**document, "events": left})


@RUNS
@given(random_days(), st.booleans())
def test_input_that_is_asked_for_gives_the_same_day_as_input_that_is_told(
    document: Document, return_is_told: bool
):
    """Left out is where both are right and differ by the seconds until somebody looks again.

    That is typing on after a break that ended by a word or a session, and after "I am away".
    """
    sessions = ({"do": "routine"}, {"do": "exercise"}, {"do": "already_stood"})
    document = without(document, *sessions, {"posture": "away"})
    assume(any("input" in each for each in document["events"]))
    told = simulate(parse_script(document)).to_document()
    assert asked(document, return_is_told=return_is_told).to_document() == told


@RUNS
@given(
    random_days(),
    st.lists(st.floats(0, 1), min_size=1, max_size=8),
    st.integers(1, 119),
    st.booleans(),
)
def test_a_restart_that_takes_less_than_two_minutes_changes_nothing(
    document: Document, parts: list[float], gap: int, new_boot: bool
):
    document = without(document, {"do": "routine"}, {"do": "exercise"})
    end, free = clock(document["until"]), -1.0
    busy = [clock(each["at"]) for each in document["events"]]
    moments = []
    for moment in sorted(round(end * part, 1) for part in parts):
        alone = not any(moment <= each <= moment + gap for each in busy)
        if free < moment < end - gap and alone:
            moments.append(moment)
            free = moment + gap
    restarted = with_extra(document, {"restart": True}, moments)
    day = with_gaps(restarted, gap, new_boot=new_boot).to_document()
    assert day == simulate(parse_script(document)).to_document()
