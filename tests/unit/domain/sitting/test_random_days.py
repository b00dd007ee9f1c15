"""Properties that hold on any day, whatever happens."""

from hypothesis import given, settings
from hypothesis import strategies as st

from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import simulate
from tests.unit.domain.sitting.days import Document, clock, random_days, with_extra

RUNS = settings(max_examples=120, deadline=None)
MOMENTS = st.lists(st.integers(0, 40_000).map(lambda tenth: tenth / 2), max_size=60)


def answer(document: Document) -> Document:
    return simulate(parse_script(document)).to_document()


@RUNS
@given(random_days(), MOMENTS)
def test_finer_steps_give_the_same_day(document: Document, moments: list[float]):
    finer = with_extra(document, {"release": "fullscreen"}, moments)
    assert answer(finer) == answer(document)


@RUNS
@given(random_days(), MOMENTS)
def test_a_restart_at_any_moment_changes_nothing(document: Document, moments: list[float]):
    restarted = with_extra(document, {"restart": True}, moments)
    assert answer(restarted) == answer(document)


@RUNS
@given(random_days())
def test_spans_tile_the_day(document: Document):
    spans = answer(document)["spans"]
    assert spans[0]["from"] == "00:00:00"
    assert spans[-1]["to"] == document["until"]
    for before, after in zip(spans, spans[1:], strict=False):
        assert before["to"] == after["from"]
        assert (before["kind"], before["reason"]) != (after["kind"], after["reason"])
    assert all(clock(each["from"]) < clock(each["to"]) for each in spans)
