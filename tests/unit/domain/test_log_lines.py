"""What somebody looks for in the log, and where nobody needs to look."""

from datetime import date

from coreapp.domain.activity import ActivityType
from coreapp.domain.day_record import DayMark
from coreapp.domain.log_lines import ANYTHING, LogKind, LogMatches, LogWish
from tests.each_case import each_case

SESSIONS = {LogKind.SESSION, LogKind.BREAK}


@each_case(
    ("matches", "kinds"),
    [
        (LogMatches(), set()),
        (LogMatches(titles=frozenset({"Core"})), SESSIONS),
        (LogMatches(exercises=frozenset({"side-plank"})), SESSIONS),
        (LogMatches(sessions=frozenset({"s1"})), SESSIONS),
        (LogMatches(types=frozenset({ActivityType.WALK})), {LogKind.ACTIVITY}),
        (LogMatches(activities=frozenset({"a1"})), {LogKind.ACTIVITY}),
        (LogMatches(marks=frozenset({DayMark.SICK})), {LogKind.DAY}),
        (LogMatches(days=frozenset({date(2026, 3, 1)})), {LogKind.DAY}),
    ],
)
def test_only_kinds_with_a_match_are_looked_through(matches, kinds) -> None:
    assert {kind for kind in LogKind if LogWish(matches=matches).may_show(kind)} == kinds


def test_without_a_word_it_is_what_was_chosen() -> None:
    assert all(ANYTHING.may_show(kind) for kind in LogKind)
    days = LogWish(frozenset({LogKind.DAY}))
    assert [kind for kind in LogKind if days.may_show(kind)] == [LogKind.DAY]
