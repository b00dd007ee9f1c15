"""Which rules can be planned, and what the refusal of the others says."""

from datetime import date

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.rule_text import parse_rule

UNPLANNABLE = [
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
]


def refusal(text: str) -> InvalidValueError | None:
    """Return why a rule is refused; nothing if it is not."""
    try:
        parse_rule(text)
    except InvalidValueError as error:
        return error
    return None


def test_a_rule_that_cannot_be_planned_is_refused():
    errors = {text: refusal(text) for text in UNPLANNABLE}
    taken_or_told_otherwise = [
        text
        for text, error in errors.items()
        if error is None
        or error.key != "rrule"
        or str(error.value).upper() not in text.upper()
        or not error.remedy.endswith(".")
    ]
    assert taken_or_told_otherwise == []


def test_a_checked_rule_is_in_capitals_and_its_end_is_apart():
    rule = parse_rule(" RRULE:freq=daily;until=20261231;interval=2 ")

    assert rule.text == "FREQ=DAILY;UNTIL=20261231;INTERVAL=2"
    assert rule.endless_text == "FREQ=DAILY;INTERVAL=2"
    assert rule.until == date(2026, 12, 31)
