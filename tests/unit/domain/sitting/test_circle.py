"""A rule that asks for the same moment again and again is told; it does not stop the program."""

import pytest

from coreapp.domain.sitting.course import Course
from coreapp.domain.sitting.facts import FactKind
from coreapp.domain.sitting.script import parse_script
from coreapp.domain.sitting.simulation import simulate


def test_a_moment_without_end_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Course, "next_deadline", lambda _course: (0, lambda: None))
    script = parse_script(
        {
            "timezone": "Europe/Berlin",
            "start": "2026-11-23T09:00:00+01:00",
            "events": [{"at": "00:00:00", "input": "active"}],
            "until": "01:00:00",
        }
    )
    with pytest.raises(RuntimeError, match="turns in a circle"):
        simulate(script)


def test_a_break_from_standing_does_not_bring_its_bar_back_at_once():
    """Hands may count as away later than a break is long: the bar is served before."""
    script = parse_script(
        {
            "settings": {"standing_min": 30, "break_min": 2, "away_after_s": 300},
            "timezone": "Europe/Berlin",
            "start": "2026-11-23T09:00:00+01:00",
            "events": [
                {"at": "00:00:00", "posture": "standing"},
                {"at": "00:01:00", "input": "active"},
                {"at": "00:31:00", "input": "idle"},
            ],
            "until": "03:00:00",
        }
    )
    prompts = [each for each in simulate(script).events if each.kind is FactKind.PROMPT]
    assert len(prompts) == 1
