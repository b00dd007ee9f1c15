"""Whatever may be in the log and the plan, drawn at random."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from coreapp.domain.activity import ActivityType, Hills, Surface
from coreapp.domain.day_record import DayMark, DayRecord, PainTrigger, Relief
from coreapp.domain.exercise import Side
from coreapp.domain.habits import DayNote
from coreapp.domain.occurrences import move, next_occurrences, skip
from coreapp.domain.pain import PainPlace
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.schedule import EntryDraft, make_entry
from coreapp.domain.shoe import Shoe
from coreapp.domain.sitting.facts import SpanKind
from coreapp.domain.training_log import (
    BreakSpan,
    Outcome,
    PerformedSession,
    PerformedSet,
    PlannedOccurrence,
    SessionKind,
)
from coreapp.services.bundle import Bundle

zones = st.sampled_from(["Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Etc/UTC"])
moments = st.datetimes(datetime(1971, 1, 1), datetime(2190, 1, 1), timezones=st.just(UTC))
texts = st.text(st.characters(exclude_categories=["Cs"]))
lengths = st.timedeltas(timedelta(microseconds=1), timedelta(days=2))
ids = st.uuids().map(str)
counts = st.integers(0, 2**31 - 1)
figures = st.none() | st.integers(0, 10)
sets = st.builds(
    PerformedSet,
    phase=counts,
    exercise=st.sampled_from(["plank", "gone-from-the-library"]),
    name=texts,
    side=st.sampled_from(Side),
    set=st.integers(1, 2**31 - 1),
    planned_seconds=st.floats(0, 1e6),
    actual_seconds=st.floats(0, 1e6),
    planned_reps=st.none() | counts,
    actual_reps=st.none() | counts,
    skipped=st.booleans(),
)


@st.composite
def sessions(draw):
    start = draw(moments)
    unique = {each.phase: each for each in draw(st.lists(sets, max_size=4))}
    return PerformedSession(
        id=draw(ids),
        kind=draw(st.sampled_from(SessionKind)),
        routine="core-basics-runners",
        title=draw(texts),
        started_at=start,
        ended_at=start + draw(lengths),
        zone=draw(zones),
        outcome=draw(st.sampled_from(Outcome)),
        position=draw(counts),
        timeline=draw(texts),
        spent_seconds=draw(st.none() | st.floats(0, 1e6)),
        effort=draw(st.none() | st.floats(0, 10)),
        pain_before=draw(figures),
        pain_after=draw(figures),
        note=draw(texts),
        planned=draw(st.none() | st.builds(PlannedOccurrence, ids, moments)),
        sets=tuple(unique[phase] for phase in sorted(unique)),
    )


@st.composite
def entries(draw):
    rules = ["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1"]
    made = make_entry(
        draw(ids),
        EntryDraft(
            title="x" + draw(texts),
            routine="main",
            rrule=draw(st.sampled_from(rules)),
            at=f"{draw(st.integers(0, 23)):02}:{draw(st.integers(0, 59)):02}",
            start_date=draw(
                st.dates(datetime(2000, 1, 1).date(), datetime(2100, 1, 1).date())
            ).isoformat(),
            zone=draw(zones),
        ),
    )
    start = datetime.combine(made.start_date, made.at, UTC) - timedelta(days=2)
    one, two = next_occurrences([made], start, 2)
    if draw(st.booleans()):
        made = move(made, one.original_date, draw(moments))
    return skip(made, two.original_date) if draw(st.booleans()) else made


@st.composite
def spans(draw):
    start = draw(moments)
    kind = draw(st.sampled_from(SpanKind)).value
    return BreakSpan(draw(ids), start, start + draw(lengths), draw(zones), kind, draw(texts))


def maybe(strategy):
    return st.none() | strategy


halves = st.integers(0, 20).map(lambda each: each / 2)
days = st.dates(date(1971, 1, 1), date(2190, 1, 1))
yes_or_no = maybe(st.booleans())
activities = st.builds(
    PerformedActivity,
    id=ids,
    type=st.sampled_from(ActivityType),
    started_at=moments,
    zone=zones,
    minutes=st.integers(1, 24 * 60),
    metres=maybe(st.integers(0, 500_000)),
    effort=maybe(halves),
    surface=maybe(st.sampled_from(Surface)),
    hills=maybe(st.sampled_from(Hills)),
    shoe=st.just("") | ids,
    warmed_up=yes_or_no,
    cooled_down=yes_or_no,
    pain_before=figures,
    pain_during=figures,
    pain_after=figures,
    pain_next_morning=figures,
    note=texts,
    planned=maybe(st.builds(PlannedOccurrence, ids, moments)),
)
shoes = st.builds(
    Shoe,
    id=ids,
    name=texts.filter(str.strip),
    bought=maybe(days),
    start_metres=st.integers(0, 10_000_000),
    retired=maybe(days),
)
hours = maybe(st.floats(0, 24))
notes = st.builds(
    DayNote,
    sleep_hours=hours,
    sleep_quality=maybe(st.integers(1, 5)),
    stress=figures,
    sit_hours=hours,
    longest_sit_min=maybe(st.integers(0, 1440)),
    stand_hours=hours,
    lifted=yes_or_no,
    household=yes_or_no,
)
day_records = st.builds(
    DayRecord,
    day=days,
    mark=maybe(st.sampled_from(DayMark)),
    note=notes,
    steps=maybe(st.integers(0, 200_000)),
    pain_worst=figures,
    pain_places=st.frozensets(st.sampled_from(PainPlace)),
    pain_triggers=st.frozensets(st.sampled_from(PainTrigger)),
    tingled=st.booleans(),
    reliefs=st.dictionaries(st.sampled_from(Relief), st.integers(0, 3)).map(
        lambda each: tuple(each.items())
    ),
    text=texts,
)


def some(strategy, key="id", most=2):
    return st.lists(strategy, max_size=most, unique_by=lambda each: getattr(each, key)).map(tuple)


def bundles():
    """Everything that is in the log and the plan."""
    return st.builds(
        Bundle,
        sessions=some(sessions()),
        entries=some(entries()),
        spans=some(spans()),
        activities=some(activities),
        shoes=some(shoes),
        days=some(day_records, "day"),
    )
