"""What all commands print alike: JSON, moments, lengths of time."""

import json
from datetime import datetime

from coreapp.i18n import ngettext
from coreapp.services.log_days import in_zone


def print_json(document: object) -> None:
    """Print one document, UTF-8."""
    print(json.dumps(document, ensure_ascii=False, indent=2))


def iso(moment: datetime, zone: str) -> str:
    """Return a moment with the offset it has in `zone`, to the second."""
    return in_zone(moment, zone).isoformat(timespec="seconds")


def plain_number(value: float) -> float | int:
    """Return whole numbers as such, for JSON that reads well."""
    return int(value) if value == int(value) else round(value, 3)


def count_of_sessions(count: int) -> str:
    """Return how many sessions, in words."""
    return ngettext("{count} session", "{count} sessions", count).format(count=count)


def count_of_activities(count: int) -> str:
    """Return how many runs, walks and sports, in words."""
    return ngettext("{count} activity", "{count} activities", count).format(count=count)


def count_of_entries(count: int) -> str:
    """Return how many entries of the plan, in words."""
    return ngettext("{count} plan entry", "{count} plan entries", count).format(count=count)
