"""A made-up day at the desk: what the engine makes of it, and that it asks nobody."""

from datetime import UTC, datetime, timedelta

from coreapp.domain.clock import Reading
from coreapp.domain.sitting.engine import Engine
from coreapp.domain.sitting.facts import HoldReason, SpanKind
from coreapp.domain.sitting.settings import BreakSettings
from coreapp.domain.sitting.view import PromptLook
from coreapp.services.example_desk import BOOT, DeskDay, live_through
from tests.each_case import each_case

ZONE = "Europe/Berlin"
EIGHT = datetime(2026, 3, 2, 7, tzinfo=UTC)
HOME = EIGHT + timedelta(hours=9, minutes=30)


def lived(until: datetime) -> DeskDay:
    return live_through(BreakSettings(), ZONE, EIGHT, HOME, until)


def gone_on(day: DeskDay, now: datetime, boot_id: str = "another") -> Engine:
    reading = Reading(now, 10.0, 10.0)
    return Engine.restore(BreakSettings(), day.engine, reading, ZONE, boot_id)


def test_there_is_something_to_be_seen() -> None:
    kinds = [each.kind for each in lived(HOME).spans]

    assert kinds.count(SpanKind.SITTING) > 8
    assert kinds.count(SpanKind.BREAK) > 8
    assert SpanKind.AWAY in kinds


@each_case("minutes", [0, 1, 31, 32, 34, 200, 570, 571, 800])
def test_the_engine_goes_on_from_it_and_is_held_back(minutes: int) -> None:
    now = EIGHT + timedelta(minutes=minutes)
    day = lived(now)
    engine = gone_on(day, now + timedelta(seconds=1))

    later = Reading(now + timedelta(hours=2), 7210.0, 7210.0)
    engine.input_active(Reading(now + timedelta(seconds=2), 11.0, 11.0))
    engine.advance(later)
    view = engine.view(later)

    assert HoldReason.MANUAL in {each.reason for each in view.holds}
    assert view.prompt is PromptLook.CLOSED
    assert all(each.end_utc <= now for each in day.spans)


def test_nobody_sits_down_again_in_the_evening() -> None:
    late = HOME + timedelta(hours=3)
    day = lived(late)
    engine = gone_on(day, late, BOOT)

    last_sitting = max(each.end_utc for each in day.spans if each.kind is SpanKind.SITTING)
    assert last_sitting < HOME + timedelta(minutes=40)
    assert engine.open_spans[-1].kind is not SpanKind.SITTING


def test_days_differ() -> None:
    settings = BreakSettings()
    one, other = (
        live_through(settings, ZONE, EIGHT, HOME, HOME, first=first).spans for first in (0, 1)
    )

    assert [each.end_utc for each in one] != [each.end_utc for each in other]
