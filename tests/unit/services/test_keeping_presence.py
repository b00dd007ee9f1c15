"""The times at the desk are private: what is older than it is to be kept goes, breaks or none."""

from datetime import timedelta

import pytest

from coreapp.domain.errors import DatabaseBusyError
from tests.fakes.break_host import Host, kinds

DAY = 86_400


@pytest.fixture
def host() -> Host:
    """Somebody who sat for ten minutes two days ago, of whom all is kept."""
    host = Host().begin()
    host.live(600)
    host.live(180, typing=False)
    host.clock.advance(2 * DAY)
    return host


def sat(host: Host) -> int:
    return kinds(host.spans).count("sitting")


def test_fewer_days_chosen_are_fewer_days_at_once(host: Host) -> None:
    assert sat(host) == 1
    host.preferences.change({"keep_presence_days": 1})
    host.breaks.apply_settings()

    assert sat(host) == 0


@pytest.mark.parametrize("is_on", [True, False])
def test_a_start_deletes_what_is_too_old(host: Host, is_on: bool) -> None:
    host.preferences.change({"keep_presence_days": 1, "breaks_on": is_on})

    host.restart()

    assert sat(host) == 0


def test_a_program_that_stays_for_weeks_looks_again(host: Host) -> None:
    host.preferences.change({"keep_presence_days": 3})
    host.breaks.apply_settings()
    assert sat(host) == 1
    host.clock.advance(2 * DAY)

    host.breaks.forget_old()

    assert sat(host) == 0


def test_the_days_are_read_while_another_program_writes(host: Host, monkeypatch) -> None:
    def busy() -> None:
        raise DatabaseBusyError

    monkeypatch.setattr(host.database, "work", busy)
    now = host.clock.reading().utc

    assert "sitting" in kinds(host.breaks.between(now - timedelta(days=3), now))
