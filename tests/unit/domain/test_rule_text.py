"""Which rules can be planned, and what the refusal of the others says."""

from datetime import date

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.rule_text import parse_rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ",
        "FREQ=",
        "FREQ=DAILY;",
        "FREQ=DAILY\nEXRULE:FREQ=WEEKLY",
        "DTSTART:20260101T073000\nRRULE:FREQ=DAILY",
        "FREQ=OFTEN",
        "INTERVAL=2",
        "FREQ=HOURLY",
        "FREQ=MINUTELY",
        "FREQ=SECONDLY",
        "FREQ=DAILY;FREQ=WEEKLY",
        "FREQ=DAILY;FOO=1",
        "FREQ=YEARLY;BYEASTER=0",
        "FREQ=DAILY;BYHOUR=7",
        "FREQ=DAILY;BYMINUTE=30",
        "FREQ=DAILY;BYSECOND=1",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=1001",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=DAILY;INTERVAL=two",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=-3",
        "FREQ=DAILY;COUNT=x",
        "FREQ=DAILY;COUNT=3;UNTIL=20260301",
        "FREQ=DAILY;UNTIL=2026-03-01",
        "FREQ=DAILY;UNTIL=20260230",
        "FREQ=DAILY;UNTIL=20260301T250000",
        "FREQ=DAILY;UNTIL=99991231",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=MO,",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYDAY=54MO",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO",
        "FREQ=WEEKLY;BYMONTHDAY=3",
        "FREQ=MONTHLY;BYYEARDAY=3",
        "FREQ=MONTHLY;BYWEEKNO=3",
        "FREQ=DAILY;BYDAY=MO;BYSETPOS=1",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=-32",
        "FREQ=MONTHLY;BYMONTHDAY=1,,2",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;BYMONTH=-1",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30,-30",
        "FREQ=DAILY;WKST=1",
    ],
)
def test_a_rule_that_cannot_be_planned_is_refused(text):
    with pytest.raises(InvalidValueError) as caught:
        parse_rule(text)
    assert caught.value.key == "rrule"
    assert str(caught.value.value).upper() in text.upper()
    assert caught.value.remedy.endswith(".")


def test_a_checked_rule_is_in_capitals_and_its_end_is_apart():
    rule = parse_rule(" RRULE:freq=daily;until=20261231;interval=2 ")

    assert rule.text == "FREQ=DAILY;UNTIL=20261231;INTERVAL=2"
    assert rule.endless_text == "FREQ=DAILY;INTERVAL=2"
    assert rule.until == date(2026, 12, 31)
