"""What belongs to a day of the log is found among the moments that are asked for."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.training_log import DateRange
from coreapp.services.log_days import is_within, window

ZONES = ["Pacific/Kiritimati", "Etc/GMT+12", "Pacific/Apia", "Europe/Berlin", "UTC", "Mars/Base"]
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(
    moment=st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)),
    zone=st.sampled_from(ZONES),
    away=st.integers(-2, 2),
    length=st.integers(0, 3),
)
def test_no_zone_puts_a_day_outside_the_window(
    moment: datetime, zone: str, away: int, length: int
) -> None:
    first = moment.date() + timedelta(days=away)
    days = DateRange(first, first + timedelta(days=length))
    start, end = window(days)

    assert start is not None
    assert end is not None
    if is_within(moment.replace(tzinfo=UTC), zone, days):
        assert start <= moment.replace(tzinfo=UTC) < end


@given(day=DAYS)
def test_an_end_that_is_left_open_is_open(day: date) -> None:
    assert window(DateRange()) == (None, None)
    assert window(DateRange(day))[1] is None
    assert window(DateRange(None, day))[0] is None
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    for open_end in (DateRange(), DateRange(day), DateRange(None, day)):
        assert is_within(noon, "UTC", open_end)
