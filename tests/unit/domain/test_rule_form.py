"""Rules as a form asks for them: nothing is lost on the way there and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.recurrence import parse_rule
from coreapp.domain.rule_form import LAST, WEEKDAYS, Repeat, RuleForm, form_of, rule_of

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


@pytest.mark.parametrize(
    ("rule", "form"),
    [
        (
            "RRULE:freq=weekly;byday=TH,mo;wkst=MO",
            RuleForm(Repeat.WEEKS, 1, frozenset({"MO", "TH"})),
        ),
        ("COUNT=4;FREQ=DAILY;INTERVAL=1", RuleForm(Repeat.DAYS, count=4)),
        ("FREQ=MONTHLY;BYDAY=+2TU", RuleForm(Repeat.MONTH_WEEKDAY, 1, frozenset({"TU"}), 2)),
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
    ],
)
def test_a_rule_that_the_form_cannot_say_wholly_has_none(rule, form) -> None:
    assert form_of(rule) == form


def test_what_is_no_rule_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        form_of("FREQ=HOURLY")
