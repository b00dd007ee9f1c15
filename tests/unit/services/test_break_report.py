"""Where the breaks stand, as plain data and back."""

import json
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.services.break_report import SWITCHED_OFF, report, view_in
from coreapp.services.break_words import explanation, headline
from coreapp.services.sitting_breaks import Answer
from tests.each_case import each_case
from tests.fakes.sitting import Desk

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.breaks.start()
    return desk


def test_it_has_what_was_promised(desk: Desk) -> None:
    desk.work(18)
    desk.breaks.pause(timedelta(hours=1))

    document = report(desk.view, BERLIN)

    assert document["state"] == "held"
    assert document["sitting_seconds"] == 18 * 60
    assert document["next_break_at"] == "2026-03-02T09:30:00+01:00"
    assert document["owed"] is False
    assert document["holds"] == [
        {
            "reason": "manual",
            "since": "2026-03-02T09:18:00+01:00",
            "until": "2026-03-02T10:18:00+01:00",
        }
    ]
    assert document["today"] == {
        "due": 0,
        "taken": 0,
        "natural": 0,
        "partial": 0,
        "snoozed": 0,
        "skipped": 0,
    }


def test_breaks_that_are_off_have_the_same_fields(desk: Desk) -> None:
    off = report(None, BERLIN)
    promised = {"state", "sitting_seconds", "next_break_at", "owed", "holds", "today"}

    assert off["state"] == SWITCHED_OFF
    assert off.keys() == promised
    assert promised <= report(desk.view, BERLIN).keys()
    assert off["today"].keys() == report(desk.view, BERLIN)["today"].keys()
    assert view_in(off) is None


@given(st.lists(st.sampled_from(["work", "rest", "pause", "now", "stood", "call"]), max_size=8))
def test_what_is_read_back_says_the_same(doings: list[str]) -> None:
    desk = Desk({"breaks": {"interval_min": 20}})
    desk.breaks.start()
    for doing in doings:
        match doing:
            case "work":
                desk.work(21)
            case "rest":
                desk.rest(90)
            case "pause":
                desk.breaks.pause(timedelta(minutes=10))
            case "now":
                desk.breaks.answer(Answer.STAND)
            case "stood":
                desk.breaks.answer(Answer.ALREADY_STOOD)
            case _:
                desk.breaks.say_call(going_on=True)

    document = json.loads(json.dumps(report(desk.view, BERLIN)))
    view = view_in(document)

    assert view is not None
    assert report(view, BERLIN) == document
    assert headline(view, BERLIN) == headline(desk.view, BERLIN)
    assert explanation(view, BERLIN) == explanation(desk.view, BERLIN)


@each_case(
    "change", [{"why": "dancing"}, {"holds": 3}, {"today": None}, {"sitting_seconds": "long"}]
)
def test_what_is_no_report_is_refused(desk: Desk, change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        view_in({**report(desk.view, BERLIN), **change})
    with pytest.raises(ValueError, match=r"\{\}"):
        view_in({})
