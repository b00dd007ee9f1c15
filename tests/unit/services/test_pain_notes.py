"""Where it hurt and what helped, kept with the day."""

from datetime import timedelta

from coreapp.domain.day_record import PainTrigger, Relief
from coreapp.domain.pain import PainPlace
from coreapp.services.day_log import DayLog
from coreapp.services.day_words import (
    helped_label,
    place_label,
    relief_label,
    sleep_label,
    stress_labels,
    trigger_label,
)
from coreapp.services.pain_notes import PainNotes, PainSaid
from tests.fakes.clock import FakeClock
from tests.fakes.training_days import EVENING, TODAY, day, did, keep
from tests.fakes.work import FakeDatabase

BACK, KNEE = frozenset({PainPlace.LOW_BACK_LEFT}), frozenset({PainPlace.BELOW_KNEE})
SITTING = frozenset({PainTrigger.SITTING})


def world() -> tuple[PainNotes, DayLog, FakeDatabase]:
    database = FakeDatabase()
    days = DayLog(database, FakeClock(EVENING))
    return PainNotes(days), days, database


def test_it_is_added_to_the_day_the_session_began_on():
    notes, days, database = world()
    keep(database, [day(1, pain_places=BACK, tingled=True, steps=9000)])

    notes.keep(did(1), PainSaid(KNEE, SITTING))

    assert days.record(TODAY - timedelta(days=1)) == day(
        1, pain_places=BACK | KNEE, pain_triggers=SITTING, tingled=True, steps=9000
    )


def test_who_says_nothing_leaves_no_record():
    notes, _days, database = world()
    notes.keep(did(1), PainSaid())

    assert database.stored.days.kept == {}


def test_what_helped_takes_the_place_of_what_was_known():
    notes, days, _database = world()
    notes.keep_reliefs(TODAY, {Relief.WALKING: 3, Relief.HEAT: 1})

    assert days.record(TODAY).reliefs == ((Relief.HEAT, 1), (Relief.WALKING, 3))
    notes.keep_reliefs(TODAY, {Relief.HEAT: 0})
    assert notes.reliefs(TODAY) == {Relief.HEAT: 0}


def test_everything_has_a_label_of_its_own():
    for label, words in (
        (place_label, PainPlace),
        (trigger_label, PainTrigger),
        (relief_label, Relief),
        (helped_label, range(4)),
        (sleep_label, range(1, 6)),
    ):
        assert len({label(each) for each in words}) == len(words)
    assert len(set(stress_labels().values())) == len(stress_labels())
