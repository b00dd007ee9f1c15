"""A year of simulated working days: what `make bench` times."""

from time import perf_counter

from coreapp.domain.sitting.script import Script, parse_script
from coreapp.domain.sitting.simulation import Day, simulate

DAYS = 365


def year_script(days: int = DAYS) -> Script:
    """Return a script of so many days, each with some 60 happenings in and outside of work."""
    events: list[dict[str, object]] = []
    for day in range(days):
        midnight = day * 24 * 3600
        for hour in range(8, 18):
            events += _an_hour(midnight + hour * 3600, calls=hour in (10, 15))
        events.append({"at": _at(midnight + 18 * 3600), "input": "idle"})
        events.append({"at": _at(midnight + 22 * 3600), "sleep_for": "09:30:00"})
    return parse_script(
        {
            "timezone": "Europe/Berlin",
            "start": "2026-01-01T00:00:00+01:00",
            "events": events,
            "until": _at(days * 24 * 3600 + 8 * 3600),
        }
    )


def _an_hour(start: int, *, calls: bool) -> list[dict[str, object]]:
    events: list[dict[str, object]] = [
        {"at": _at(start), "input": "active"},
        {"at": _at(start + 900), "input": "idle"},
        {"at": _at(start + 940), "input": "active"},
        {"at": _at(start + 1890), "input": "idle"},
        {"at": _at(start + 2100), "input": "active"},
    ]
    if calls:
        events.append({"at": _at(start + 2200), "hold": "call"})
        events.append({"at": _at(start + 3400), "release": "call"})
    else:
        events.append({"at": _at(start + 3300), "lock": True})
        events.append({"at": _at(start + 3500), "lock": False})
    return events


def _at(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def simulate_year(days: int = DAYS) -> tuple[float, Day]:
    """Return how many seconds a year of days took the engine, and what came of it."""
    script = year_script(days)
    began = perf_counter()
    day = simulate(script)
    return perf_counter() - began, day
