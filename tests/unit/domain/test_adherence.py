"""What became of the plan, by days and not by hours."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.adherence import (
    Adherence,
    Days,
    Done,
    Fate,
    Figures,
    adherence,
)
from coreapp.domain.day_record import DayMark
from coreapp.domain.occurrences import excepted, move, occurrences, skip
from coreapp.domain.schedule import EntryDraft, ScheduleEntry, make_entry
from coreapp.domain.training_log import PlannedOccurrence
from tests.each_case import each_case

MONDAY = date(2026, 3, 2)
TODAY = date(2026, 3, 12)
"""A Thursday, in the second week."""


def day(number: int) -> date:
    return date(2026, 3, number)


def entry(rule: str = "FREQ=WEEKLY;BYDAY=MO,WE,FR") -> ScheduleEntry:
    draft = EntryDraft("Core", "core", rule, "18:30", MONDAY.isoformat(), "Europe/Berlin")
    return make_entry("e1", draft)


def judge(
    plan: ScheduleEntry,
    done: list[Done] | None = None,
    marks: dict[date, DayMark] | None = None,
    first: date = MONDAY,
    last: date = MONDAY + timedelta(days=13),
    today: date = TODAY,
) -> Adherence:
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=1)
    end = datetime(last.year, last.month, last.day, tzinfo=UTC) + timedelta(days=2)
    around = occurrences([plan], start, end)
    coming = [each for each in around if first <= each.start.date() <= last]
    days = Days(first, last, today, marks or {})
    return adherence(days, coming, excepted([plan], first, last), done or [])


def tick(plan: ScheduleEntry, original: date, on: date | None = None, name: str = "") -> Done:
    start = datetime(original.year, original.month, original.day, tzinfo=UTC)
    window = (start - timedelta(days=1), start + timedelta(days=2))
    plain = entry(plan.rrule)
    (own,) = (each for each in occurrences([plain], *window) if each.original_date == original)
    return Done(name or f"s{original}", on or original, own.planned, original)


def fates(found: Adherence) -> list[tuple[int, Fate]]:
    return [(each.day.day, each.fate) for each in found.planned]


def test_each_occurrence_has_the_fate_that_its_day_gave_it() -> None:
    plan = move(entry(), day(4), datetime(2026, 3, 5, 7))
    plan = skip(plan, day(9))
    done = [tick(plan, day(2)), tick(plan, day(4), day(5)), Done("free", day(7))]

    found = judge(plan, done, {day(11): DayMark.SICK})

    assert fates(found) == [
        (2, Fate.ON_TIME),
        (5, Fate.MOVED),
        (6, Fate.MISSED),
        (9, Fate.SKIPPED),
        (11, Fate.EXCUSED),
        (13, Fate.OPEN),
    ]
    first, second = (each.figures for each in found.weeks)
    assert first == Figures(on_time=1, moved=1, missed=1, extra=1)
    assert second == Figures(skipped=1, excused=1, open=1)
    assert (first.due, first.kept, first.percent) == (3, 2, 66)
    assert (second.due, second.percent) == (0, None)
    assert found.total == Figures(1, 1, 1, 1, 1, 1, 1)
    assert found.planned[0].done_by == "s2026-03-02"


@each_case(
    ("mark", "fate"),
    [
        (DayMark.REST, Fate.EXCUSED),
        (DayMark.TRAVEL, Fate.EXCUSED),
        (DayMark.EASY, Fate.MISSED),
        (None, Fate.MISSED),
    ],
)
def test_a_day_off_excuses_and_an_easy_day_does_not(mark: DayMark | None, fate: Fate) -> None:
    marks = {day(2): mark} if mark else {}

    assert fates(judge(entry(), marks=marks))[0] == (2, fate)


def test_what_is_done_counts_on_a_day_off_too() -> None:
    plan = entry()

    assert fates(judge(plan, [tick(plan, day(2))], {day(2): DayMark.REST}))[0][1] is Fate.ON_TIME


def test_today_is_open_until_it_is_over() -> None:
    assert fates(judge(entry(), today=day(6)))[2] == (6, Fate.OPEN)
    assert fates(judge(entry(), today=day(7)))[2] == (6, Fate.MISSED)


def test_done_on_another_day_is_moved_and_counts_where_it_was_planned() -> None:
    plan = entry()

    found = judge(plan, [tick(plan, day(6), day(10))])

    (late,) = (each for each in found.planned if each.fate is Fate.MOVED)
    assert (late.day, late.done_on) == (day(6), day(10))
    assert [each.figures.moved for each in found.weeks] == [1, 0]


def test_moved_and_done_on_its_own_day_all_the_same_is_on_time() -> None:
    plan = move(entry(), day(4), datetime(2026, 3, 5, 7))

    assert (5, Fate.ON_TIME) in fates(judge(plan, [tick(plan, day(4))]))


def test_moved_out_of_the_days_it_is_told_where_it_was() -> None:
    plan = move(entry(), day(4), datetime(2026, 3, 20, 7))

    found = judge(plan)

    assert [each.occurrence.original_date for each in found.moved_away] == [day(4)]
    assert found.moved_away[0].fate is Fate.OPEN
    assert day(4) not in {each.day for each in found.planned}
    assert found.total.open == 1, "what is on another day now is not counted here"


def test_a_skipped_one_that_was_done_after_all_is_done() -> None:
    plan = skip(entry(), day(4))

    assert (4, Fate.ON_TIME) in fates(judge(plan, [tick(plan, day(4))]))


def test_done_twice_counts_once_and_the_first_time() -> None:
    plan = entry()
    done = [tick(plan, day(2), day(3), "later"), tick(plan, day(2), name="first")]

    found = judge(plan, done)

    assert (found.planned[0].fate, found.planned[0].done_by) == (Fate.ON_TIME, "first")
    assert found.total.extra == 0


def test_done_for_a_plan_that_is_gone_still_counts_as_kept() -> None:
    plan = entry("FREQ=WEEKLY;BYDAY=TU")
    ticked = [tick(entry(), day(2)), tick(entry(), day(4), day(5))]
    before = PlannedOccurrence("e0", datetime(2026, 3, 1, 18, tzinfo=UTC))
    done_late = Done("late", day(3), before, day(1))

    found = judge(plan, [*ticked, done_late])

    assert [each.id for each in found.gone] == ["s2026-03-02", "s2026-03-04"]
    assert (found.total.on_time, found.total.moved) == (1, 1)


def test_weeks_of_which_nothing_is_known_are_there_too() -> None:
    found = judge(entry("FREQ=DAILY;COUNT=1"), last=day(31))

    assert [each.monday.day for each in found.weeks] == [2, 9, 16, 23, 30]
    assert found.weeks[3].figures == Figures()


def test_extras_outside_of_the_days_are_left_out() -> None:
    done = [Done("before", day(1)), Done("run", day(3), is_activity=True)]

    assert [each.id for each in judge(entry(), done).extra] == ["run"]


@given(
    moved=st.dictionaries(st.integers(0, 11), st.integers(-9, 9), max_size=5),
    skipped=st.sets(st.integers(0, 11), max_size=4),
    done=st.dictionaries(st.integers(0, 11), st.integers(-3, 3), max_size=8),
    marks=st.dictionaries(st.integers(0, 27), st.sampled_from(DayMark), max_size=6),
    today=st.integers(0, 30),
)
def test_every_occurrence_has_one_fate_and_weeks_add_up(
    moved: dict[int, int],
    skipped: set[int],
    done: dict[int, int],
    marks: dict[int, DayMark],
    today: int,
) -> None:
    plan = entry("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=12")
    originals = [each.original_date for each in occurrences([plan], *_ever())]
    changed = plan
    for index, by in moved.items():
        to = datetime.combine(originals[index] + timedelta(days=by), plan.at)
        changed = move(changed, originals[index], to)
    for index in skipped:
        changed = skip(changed, originals[index])
    ticks = [
        tick(plan, originals[index], originals[index] + timedelta(days=by))
        for index, by in done.items()
    ]
    off = {MONDAY + timedelta(days=each): mark for each, mark in marks.items()}
    wide = {"first": MONDAY - timedelta(days=28), "last": MONDAY + timedelta(days=70)}

    found = judge(changed, ticks, off, **wide, today=MONDAY + timedelta(days=today))

    assert len(found.planned) == len(originals), "each is there once, whatever became of it"
    assert {each.occurrence.original_date for each in found.planned} == set(originals)
    assert not found.gone
    assert found.total.kept == len(done)
    counted = [each.figures for each in found.weeks]
    assert sum(each.due + each.skipped + each.excused + each.open for each in counted) == 12
    for each in found.planned:
        assert (each.done_on is not None) == (each.fate in {Fate.ON_TIME, Fate.MOVED})


def _ever() -> tuple[datetime, datetime]:
    return datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)
