"""The entries of the plan that a programme becomes: one for each session of a week."""

from collections.abc import Iterator
from datetime import date

from coreapp.domain.errors import InvalidValueError, marked
from coreapp.domain.placing import place_course
from coreapp.domain.programme import (
    Course,
    CoursePlace,
    Growth,
    GrowthPlace,
    Place,
    Programme,
    routine_id,
)
from coreapp.domain.schedule import EntryDraft
from coreapp.services.programme_facts import Wish
from coreapp.services.programme_standing import CourseStanding, GrowthStanding, Standing
from coreapp.services.programme_words import series_name
from coreapp.services.rule_words import WEEKDAYS, every_days_rule, weekly_rule


def drafts(programme: Programme, standing: Standing, wish: Wish, zone: str) -> Iterator[EntryDraft]:
    """Yield the entries for what is left of a programme.

    Args:
        programme: which.
        standing: how far one is; it begins with what is next.
        wish: from when, on which days, at what time.
        zone: the zone of that time.

    Raises:
        InvalidValueError: the days are not as many as the sessions of a week, or there is none, or
            the programme is finished.
    """
    match programme.plan, standing:
        case Course() as course, CourseStanding(next=CoursePlace() as begin_with):
            weekdays = [WEEKDAYS.index(day) for day in wish.weekdays]
            for each in place_course(course, begin_with, wish.start, weekdays):
                day = WEEKDAYS[each.first.weekday()]
                rule = f"{weekly_rule(frozenset({day}))};COUNT={each.weeks}"
                yield _draft(programme, each.place, (rule, each.first, wish.at, zone))
        case Growth(), GrowthStanding(passes=passes):
            place = GrowthPlace(passes.count)
            yield _draft(programme, place, (_days_rule(wish), wish.start, wish.at, zone))
        case _:
            raise InvalidValueError(
                "programme", programme.id, marked("It is finished; begin it again first.")
            )


def _draft(programme: Programme, place: Place, when: tuple[str, date, str, str]) -> EntryDraft:
    rule, start, at, zone = when
    return EntryDraft(
        title=series_name(programme, place),
        routine=routine_id(programme.id, place),
        rrule=rule,
        at=at,
        start_date=start.isoformat(),
        zone=zone,
    )


def _days_rule(wish: Wish) -> str:
    if not wish.weekdays:
        raise InvalidValueError("days", 0, marked("Choose at least one day."))
    every_day = wish.weekdays == frozenset(WEEKDAYS)
    return every_days_rule(1) if every_day else weekly_rule(wish.weekdays)
