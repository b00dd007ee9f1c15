from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from coreapp.domain.sitting.hours import WeekHours
from tests.each_case import each_case

BERLIN = ZoneInfo("Europe/Berlin")
HOURS = WeekHours.parse(
    "hours",
    {"mon": ["13:00-17:00", "09:00-12:00"], "tue": ["22:00-06:00"], "thu": ["00:00-24:00"],
     "fri": ["00:00-01:00"]},
)  # fmt: skip


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=BERLIN)


@each_case(
    ("moment", "inside", "change"),
    [
        ("23T08:59:59", False, "23T09:00"),
        ("23T09:00", True, "23T12:00"),
        ("23T12:00", False, "23T13:00"),
        ("23T17:00", False, "24T22:00"),
        ("24T22:00", True, "25T06:00"),
        ("25T05:59", True, "25T06:00"),
        ("25T06:00", False, "26T00:00"),
        ("26T12:00", True, "27T01:00"),
        ("27T01:00", False, None),
    ],
)
def test_hours_and_their_next_change(moment: str, inside: bool, change: str | None):
    expected = None if change is None else at(change).astimezone(UTC)
    assert HOURS.state_at(at(moment), BERLIN) == (inside, expected)


def test_a_day_off_takes_its_whole_night_shift_along():
    off = frozenset({date(2026, 11, 24)})
    assert HOURS.state_at(at("25T03:00"), BERLIN, off)[0] is False
    off = frozenset({date(2026, 11, 25)})
    assert HOURS.state_at(at("25T03:00"), BERLIN, off)[0] is True


def test_a_time_that_does_not_exist_moves_by_the_gap_and_a_double_one_is_the_first():
    hours = WeekHours.parse("hours", {"sun": ["02:30-12:00"]})
    spring = datetime(2026, 3, 29, 0, 0, tzinfo=UTC)
    assert hours.state_at(spring, BERLIN)[1] == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    autumn = datetime(2026, 10, 24, 23, 0, tzinfo=UTC)
    assert hours.state_at(autumn, BERLIN)[1] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_hours_that_never_end_never_change_for_good():
    always = WeekHours.parse(
        "hours", {day: ["00:00-24:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")}
    )
    inside, until = always.state_at(at("23T10:00"), BERLIN)
    assert inside
    assert until == at("25T00:00").astimezone(UTC)
