"""A timeline kept with a session can be read again, or is refused."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.services.kept_timeline import decode_timeline, encode_timeline
from tests.each_case import each_case
from tests.fakes.session_content import session_library

LIBRARY = session_library()
PHASE = json.loads(encode_timeline(LIBRARY.timeline("main")))[0]


@each_case("routine", [each.id for each in LIBRARY.routines])
def test_a_timeline_comes_back_as_it_was(routine):
    timeline = LIBRARY.timeline(routine)

    assert decode_timeline(routine, encode_timeline(timeline)) == timeline


@each_case(
    "changes",
    [
        {"kind": "nap"},
        {"side": 3},
        {"seconds": -1},
        {"seconds": "20"},
        {"seconds": 1e12},
        {"seconds": float("nan")},
        {"set": 1.5},
        {"sets": None},
        {"round": -1},
        {"step": "0"},
        {"reps": "8"},
        {"marks": "none"},
        {"marks": ["0"]},
    ],
)
def test_a_phase_that_cannot_be_is_refused(changes):
    with pytest.raises(InvalidValueError, match="main"):
        decode_timeline("main", json.dumps([{**PHASE, **changes}]))


@each_case("key", sorted(PHASE.keys() - {"level"}))
def test_a_phase_has_to_be_whole(key):
    with pytest.raises(InvalidValueError):
        decode_timeline("main", json.dumps([{k: v for k, v in PHASE.items() if k != key}]))


def test_a_phase_kept_before_there_were_levels_is_read():
    kept = {key: value for key, value in PHASE.items() if key != "level"}
    (phase,) = decode_timeline("main", json.dumps([kept])).phases
    assert phase.level == ""


@each_case(
    "text", ["", "{}", "[]", "[1]", "null", '["work"]', "[" * 100_000, '{"phases": []}', "\ud800"]
)
def test_a_text_that_is_no_timeline_is_refused(text):
    with pytest.raises(InvalidValueError):
        decode_timeline("main", text)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(PHASE)), json_values))
def test_whatever_stands_there_it_is_a_timeline_or_refused(changes):
    try:
        timeline = decode_timeline("main", json.dumps([{**PHASE, **changes}]))
    except InvalidValueError:
        return
    assert decode_timeline("main", encode_timeline(timeline)) == timeline
