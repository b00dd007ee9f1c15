"""Rules as a form asks for them: nothing is lost on the way there and back."""

from datetime import date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.recurrence import days
from coreapp.domain.rule_form import (
    LAST,
    WEEKDAYS,
    Repeat,
    RuleForm,
    form_of,
    rule_of,
    spelled_out,
)
from coreapp.domain.rule_text import parse_rule
from tests.each_case import each_case

ENDS = st.one_of(
    st.just({}),
    st.dates(date(1970, 1, 1), date(2199, 12, 31)).map(lambda day: {"until": day}),
    st.integers(2, 999).map(lambda count: {"count": count}),
)
DAY = st.sampled_from(WEEKDAYS)


@st.composite
def forms(draw) -> RuleForm:
    repeat = draw(st.sampled_from(Repeat))
    if repeat is Repeat.ONCE:
        return RuleForm(repeat)
    every, end = draw(st.integers(1, 1000)), draw(ENDS)
    days, number = frozenset(), 1
    if repeat is Repeat.WEEKS:
        days = draw(st.frozensets(DAY, min_size=1))
    if repeat is Repeat.MONTH_WEEKDAY:
        days, number = frozenset({draw(DAY)}), draw(st.sampled_from([1, 2, 3, 4, LAST]))
    if repeat is Repeat.MONTH_DAY:
        number = draw(st.sampled_from([*range(1, 32), LAST]))
    return RuleForm(repeat, every, days, number, **end)


@given(forms())
def test_a_form_is_a_rule_and_the_rule_is_the_form(form) -> None:
    rule = rule_of(form)

    assert parse_rule(rule).text == rule
    assert form_of(rule) == form


FORMS = [
    (
        "RRULE:freq=weekly;byday=TH,mo;wkst=MO",
        RuleForm(Repeat.WEEKS, 1, frozenset({"MO", "TH"})),
    ),
    ("COUNT=4;FREQ=DAILY;INTERVAL=1", RuleForm(Repeat.DAYS, count=4)),
    ("FREQ=MONTHLY;BYDAY=+2TU", RuleForm(Repeat.MONTH_WEEKDAY, 1, frozenset({"TU"}), 2)),
    (
        "FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-1;COUNT=3",
        RuleForm(Repeat.MONTH_WEEKDAY, 1, frozenset({"SU"}), LAST, count=3),
    ),
    (
        "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2",
        RuleForm(Repeat.MONTH_WEEKDAY, 1, frozenset({"TU"}), 2),
    ),
    (
        "FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=31",
        RuleForm(Repeat.MONTH_DAY, number=31),
    ),
    ("FREQ=MONTHLY;BYDAY=SU;BYSETPOS=-2", None),
    ("FREQ=MONTHLY;BYDAY=SU;BYSETPOS=1,3", None),
    ("FREQ=MONTHLY;BYDAY=1SU;BYSETPOS=1", None),
    ("FREQ=MONTHLY;BYDAY=SU,MO;BYSETPOS=1", None),
    ("FREQ=MONTHLY;BYDAY=SU;BYSETPOS=1;BYMONTHDAY=5", None),
    ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=1;BYMONTHDAY=8,9", None),
    ("FREQ=MONTHLY;BYMONTHDAY=5;BYSETPOS=1", None),
    ("FREQ=YEARLY;BYDAY=SU;BYSETPOS=1", None),
    ("FREQ=DAILY;COUNT=1;INTERVAL=3", None),
    ("FREQ=MONTHLY;BYDAY=5MO", None),
    ("FREQ=MONTHLY;BYDAY=MO", None),
    ("FREQ=MONTHLY;BYDAY=1MO,3MO", None),
    ("FREQ=MONTHLY;BYMONTHDAY=-2", None),
    ("FREQ=MONTHLY;BYMONTHDAY=1,15", None),
    ("FREQ=MONTHLY", None),
    ("FREQ=WEEKLY", None),
    ("FREQ=WEEKLY;BYDAY=MO;WKST=SU", None),
    ("FREQ=DAILY;BYDAY=MO", None),
    ("FREQ=DAILY;UNTIL=20261231T200000Z", None),
    ("FREQ=YEARLY", None),
]


def test_a_rule_that_the_form_cannot_say_wholly_has_none() -> None:
    wrong = [(rule, found) for rule, form in FORMS if (found := form_of(rule)) != form]
    assert wrong == []


@given(
    st.one_of(DAY, st.just(",".join(WEEKDAYS))),
    st.sampled_from([1, 2, 3, 4, LAST]),
    st.dates(date(2020, 1, 1), date(2030, 12, 31)),
)
def test_the_form_of_a_set_position_has_the_same_days(named, position, first) -> None:
    rule = f"FREQ=MONTHLY;BYDAY={named};BYSETPOS={position}"
    form = form_of(rule)
    assert form is not None

    both = (
        list(islice(days(parse_rule(each), first, time(7), ZoneInfo("UTC")), 20))
        for each in (rule, rule_of(form))
    )

    assert next(both) == next(both)


def test_what_is_no_rule_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        form_of("FREQ=HOURLY")


@each_case(
    ("until", "at", "last"),
    [
        ("20270330T230000Z", time(2, 30), "20270330"),
        ("20270330T230000Z", time(0, 30), "20270331"),
        ("20270331T003000Z", time(2, 30), "20270331"),
        ("20270330T235959", time(7), "20270330"),
        ("20270330T065959", time(7), "20270329"),
    ],
)
def test_an_end_that_is_a_moment_is_the_day_of_the_last_one_there(until, at, last) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    rule = f"FREQ=DAILY;UNTIL={until}"

    local = spelled_out(rule, datetime(2027, 3, 26, at.hour, at.minute), berlin)

    assert local == f"FREQ=DAILY;UNTIL={last}"
    first = date(2027, 3, 26)
    assert list(days(parse_rule(local), first, at, berlin)) == list(
        days(parse_rule(rule), first, at, berlin)
    )


@each_case(
    ("rule", "whole"),
    [
        ("FREQ=DAILY;UNTIL=20270330", "FREQ=DAILY;UNTIL=20270330"),
        ("FREQ=WEEKLY;COUNT=9", "FREQ=WEEKLY;COUNT=9;BYDAY=TU"),
        ("FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=29"),
        ("FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
        ("FREQ=YEARLY;BYMONTH=5", "FREQ=YEARLY;BYMONTH=5"),
    ],
)
def test_what_a_rule_leaves_to_its_first_day_is_said(rule, whole) -> None:
    berlin, first, at = ZoneInfo("Europe/Berlin"), date(2028, 2, 29), time(7)

    found = spelled_out(rule, datetime.combine(first, at), berlin)

    assert found == whole
    same = (islice(days(parse_rule(each), first, at, berlin), 9) for each in (rule, whole))
    assert list(next(same)) == list(next(same))
