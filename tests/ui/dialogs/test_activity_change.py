"""Changing an activity, ticking off what was planned, and what the rules say meanwhile."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from coreapp.domain.activity import ActivityType
from coreapp.domain.activity_draft import draft_of
from coreapp.domain.performed_activity import PerformedActivity
from coreapp.domain.training_log import PlannedOccurrence
from coreapp.services.plan_fit import Fit
from tests.fakes.activity_entry import BASIS, NOW, Entry
from tests.fakes.records import activity

OCCURRENCE = PlannedOccurrence("e1", datetime(2026, 3, 2, 17, tzinfo=UTC))


@pytest.mark.parametrize(
    "stored",
    [
        activity(shoe="p1"),
        activity(shoe="p3", effort=4.3),
        activity(shoe="deleted", metres=None, minutes=130),
        activity(shoe="", surface=None, hills=None, warmed_up=None, planned=None, note=""),
        PerformedActivity(
            "a2", ActivityType.STRENGTH, datetime(2026, 3, 1, 6, tzinfo=UTC), "Asia/Tokyo", 45
        ),
        PerformedActivity(
            "a3", ActivityType.DESK_BREAK, datetime(2026, 3, 1, 6, tzinfo=UTC), "UTC", 2, 4321
        ),
    ],
)
def test_opened_and_saved_nothing_is_lost(qtbot: QtBot, stored: PerformedActivity) -> None:
    fits = [] if stored.planned is None else [Fit(stored.planned, "Run, 20:00")]
    entry = Entry(qtbot, replace(BASIS, activity=stored, fits=lambda *_any: fits))
    assert entry.dialog.more.isVisible()
    assert not entry.dialog.when.just_now.isVisible()

    entry.click("Save")

    assert entry.told == [draft_of(stored)]


def test_what_it_ticked_off_stays_when_the_plan_does_not_offer_it_any_more(qtbot: QtBot) -> None:
    """Its entry may have left the plan since, or have been planned for another day."""
    stored = activity(planned=OCCURRENCE)
    entry = Entry(qtbot, replace(BASIS, activity=stored))
    assert not entry.dialog.plan.isVisible()
    entry.dialog.more.note.setPlainText("Windy")

    entry.click("Save")
    entry.click("Walk")
    entry.click("Save")

    assert [each.planned for each in entry.told] == [OCCURRENCE, None]


def test_what_was_planned_for_the_day_can_be_ticked_off(qtbot: QtBot) -> None:
    def fits(kind: ActivityType, day: date, own: PlannedOccurrence | None) -> list[Fit]:
        assert own is None
        is_it = kind is ActivityType.WALK and day == date(2026, 3, 1)
        return [Fit(OCCURRENCE, "Lunch walk, 12:30")] if is_it else []

    entry = Entry(qtbot, replace(BASIS, fits=fits))
    plan = entry.dialog.plan
    entry.type("30")
    assert not plan.isVisible()
    entry.click("Walk")
    assert not plan.isVisible()
    entry.click("Yesterday")
    assert plan.isVisible()

    entry.click("Save")
    entry.click("Lunch walk, 12:30")
    entry.click("Save")
    entry.click("Easy run")
    assert not plan.isVisible()
    entry.click("Save")

    assert [each.planned for each in entry.told] == [None, OCCURRENCE, None]


def test_what_the_rules_say_stands_beneath_the_figures(qtbot: QtBot) -> None:
    def word(kind: ActivityType, day: date, minutes: int, metres: int | None) -> str:
        is_long = kind is ActivityType.RUN_EASY and minutes > 50 and day == NOW.date()
        return f"Longer than before, {metres} m." if is_long else ""

    entry = Entry(qtbot, replace(BASIS, word=word))
    entry.type("50", "9")
    assert not any("Longer" in text for text in entry.texts)
    entry.type("60", "9")
    assert "Longer than before, 9000 m." in entry.texts
    entry.click("Yesterday")
    assert not any("Longer" in text for text in entry.texts)
    entry.click("Just now")
    entry.click("Walk")
    assert not any("Longer" in text for text in entry.texts)
    entry.click("Easy run")
    entry.click("Save")
    assert [each.minutes for each in entry.told] == [60]
