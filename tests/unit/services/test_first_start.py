"""The first start: who sees it, what is kept with each answer, what it ends with."""

from datetime import UTC, date, datetime, time

import pytest

from coreapp.domain.errors import InvalidValueError
from coreapp.domain.first_answers import AT_HOME, AT_THE_DESK, HealthAnswer, Step, Whereabouts
from coreapp.domain.schedule import EntryDraft
from coreapp.domain.settings import BreakPlace
from coreapp.services.first_start import FirstStart, OfficeHours
from coreapp.services.preferences import Preferences
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile


class Scene:
    def __init__(self, *, is_new: bool = True) -> None:
        self.file = FakeStateFile()
        self.preferences = Preferences(FakeStateFile())
        self.clock = FakeClock()
        self.start = self.again(is_new=is_new)

    def again(self, *, is_new: bool = False) -> FirstStart:
        """Start the program once more, on the same files."""
        return FirstStart(self.file, self.preferences, self.clock, is_new=is_new)


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_who_is_new_is_asked_and_nobody_else() -> None:
    assert Scene(is_new=True).start.is_wanted
    assert not Scene(is_new=False).start.is_wanted


def test_who_leaves_in_the_middle_goes_on_there(scene: Scene) -> None:
    scene.start.choose_place(Whereabouts.HOME)
    scene.start.go(1)
    scene.start.go(1)

    later = scene.again()

    assert later.is_wanted
    assert later.answers.step is Step.HOURS
    assert later.answers.place is Whereabouts.HOME


def test_who_was_asked_is_not_asked_twice(scene: Scene) -> None:
    scene.start.finish()

    assert not scene.again(is_new=True).is_wanted


def test_a_hidden_start_leaves_the_questions_for_the_window(scene: Scene) -> None:
    scene.start.expect()

    assert scene.again().is_wanted


def test_who_was_welcomed_is_not_expected(scene: Scene) -> None:
    Scene(is_new=False).start.expect()
    old = Scene(is_new=False)
    old.start.expect()

    assert old.file.load() == {}


def test_it_can_be_seen_again_with_what_was_answered(scene: Scene) -> None:
    scene.start.choose_place(Whereabouts.OFFICE)
    scene.start.go(1)
    scene.start.finish()

    scene.start.begin_again()

    assert scene.start.is_wanted
    assert scene.start.answers.step is Step.LANGUAGE
    assert scene.start.answers.place is Whereabouts.OFFICE


def test_going_on_and_back(scene: Scene) -> None:
    assert scene.start.go(1) is Step.PLACE
    assert scene.start.go(-1) is Step.LANGUAGE
    assert scene.start.go(-1) is Step.LANGUAGE


def test_the_language_is_a_setting(scene: Scene) -> None:
    assert scene.start.choose_language("nl").language == "nl"


@pytest.mark.parametrize(
    ("place", "desk"),
    [
        (Whereabouts.HOME, BreakPlace.HOME),
        (Whereabouts.OFFICE, BreakPlace.OFFICE),
        (Whereabouts.BOTH, BreakPlace.OFFICE),
    ],
)
def test_at_both_places_no_break_offers_the_floor(
    scene: Scene, place: Whereabouts, desk: BreakPlace
) -> None:
    assert scene.start.choose_place(place).break_place is desk


def test_hours_are_shown_and_taken_over(scene: Scene) -> None:
    usual = OfficeHours(("mon", "tue", "wed", "thu", "fri"), time(8), time(18))
    assert scene.start.hours() == usual

    mine = OfficeHours(("mon", "thu"), time(9, 30), time(15))
    scene.start.choose_hours(mine)

    assert scene.start.hours() == mine
    week = scene.preferences.settings.breaks.working_hours.to_mapping()
    assert week == {"mon": ["09:30-15:00"], "thu": ["09:30-15:00"]}


def test_hours_with_a_lunch_are_shown_from_the_first_to_the_last(scene: Scene) -> None:
    hours = {"tue": ["08:00-12:00", "13:00-17:30"]}
    scene.preferences.change({"breaks": {"working_hours": hours}})

    assert scene.start.hours() == OfficeHours(("tue",), time(8), time(17, 30))


def test_without_any_hours_common_ones_are_shown(scene: Scene) -> None:
    scene.preferences.change({"breaks": {"working_hours": {}}})

    assert scene.start.hours() == OfficeHours((), time(9), time(17))


def test_a_night_shift_ends_on_the_next_day(scene: Scene) -> None:
    night = OfficeHours(("fri",), time(22), time(6))

    scene.start.choose_hours(night)

    assert scene.start.hours() == night


def test_hours_without_length_change_nothing(scene: Scene) -> None:
    with pytest.raises(InvalidValueError):
        scene.start.choose_hours(OfficeHours(("mon",), time(9), time(9)))

    assert scene.start.hours().end == time(18)


def test_a_yes_is_remembered_until_somebody_was_asked(scene: Scene) -> None:
    told: list[HealthAnswer] = []
    scene.start.listen(lambda: told.append(scene.start.answers.health))

    scene.start.answer_health(HealthAnswer.YES)
    assert scene.again().answers.asks_first
    scene.start.set_ask_first(wanted=False)
    scene.start.set_ask_first(wanted=True)

    assert told == [HealthAnswer.YES, HealthAnswer.SETTLED, HealthAnswer.YES]


def test_no_is_not_turned_into_something_else(scene: Scene) -> None:
    scene.start.answer_health(HealthAnswer.NO)

    scene.start.set_ask_first(wanted=False)

    assert scene.start.answers.health is HealthAnswer.NO


def test_what_is_suggested_at_work_is_a_break(scene: Scene) -> None:
    scene.start.choose_place(Whereabouts.BOTH)

    found = scene.start.suggestion()

    assert (found.routine, found.is_break, found.ask_first) == (AT_THE_DESK, True, False)


def test_what_is_suggested_on_a_day_off_is_for_home(scene: Scene) -> None:
    scene.start.choose_place(Whereabouts.BOTH)
    scene.preferences.change({"breaks": {"days_off": ["2026-03-02"]}})

    found = scene.start.suggestion()

    assert (found.routine, found.is_break) == (AT_HOME, False)


def test_it_is_planned_for_tomorrow_evening_by_the_day_that_is_here() -> None:
    scene = Scene()
    scene.clock = FakeClock(datetime(2026, 3, 2, 23, 30, tzinfo=UTC))  # Tuesday in Berlin

    draft = scene.again(is_new=True).draft("Two")

    expected = EntryDraft(
        "Two", AT_HOME, "FREQ=DAILY;COUNT=1", "18:00", "2026-03-04", "Europe/Berlin"
    )
    assert draft == expected


def test_who_should_ask_first_has_a_week_for_it(scene: Scene) -> None:
    scene.start.answer_health(HealthAnswer.YES)

    found = scene.start.suggestion()

    assert (found.day, found.ask_first) == (date(2026, 3, 9), True)
