"""Sleep and stress are asked while there is pain, once a day, and never pressed."""

from datetime import timedelta

from coreapp.domain.habits import DayNote
from coreapp.domain.pain import PainDay
from coreapp.domain.settings import Settings
from coreapp.services.day_log import DayLog
from coreapp.services.day_questions import DayQuestion, DayQuestions
from tests.each_case import each_case
from tests.fakes.clock import FakeClock
from tests.fakes.desktop import FakeStateFile
from tests.fakes.training_days import EVENING, TODAY, day, keep
from tests.fakes.work import FakeDatabase

YESTERDAY = TODAY - timedelta(days=1)
PAIN = {YESTERDAY: PainDay(2)}


class World:
    def __init__(self, *, ask: bool = True) -> None:
        self.database, self.clock, self.file = FakeDatabase(), FakeClock(EVENING), FakeStateFile()
        self.days = DayLog(self.database, self.clock)
        settings = Settings(ask_about_days=ask)
        self.questions = DayQuestions(self.days, self.file, lambda: settings)

    def later(self, days: int) -> None:
        self.clock.advance(timedelta(days=days).total_seconds())

    def asks(self) -> bool:
        """Tell whether it asks; pain goes on."""
        today = self.days.today()
        return self.questions.question({today: PainDay(1)}) is not None


def test_both_are_asked_on_a_day_with_pain():
    assert World().questions.question(PAIN) == DayQuestion(TODAY, True, True)


@each_case(
    "pain",
    [
        {},
        {YESTERDAY: PainDay(0)},
        {YESTERDAY: PainDay(None, tingled=True)},
        {TODAY - timedelta(days=8): PainDay(5)},
    ],
)
def test_without_pain_nothing_is_asked(pain):
    assert World().questions.question(pain) is None


def test_it_can_be_switched_off():
    assert World(ask=False).questions.question(PAIN) is None


def test_what_was_said_is_not_asked_again():
    world = World()
    keep(world.database, [day(0, note=DayNote(sleep_hours=7))])
    assert world.questions.question(PAIN) == DayQuestion(TODAY, False, True)

    keep(world.database, [day(1, note=DayNote(stress=3))])
    assert world.questions.question(PAIN) is None


def test_answers_are_kept_with_their_days_and_what_was_there_stays():
    world = World()
    keep(world.database, [day(1, note=DayNote(sleep_quality=2), text="Move")])
    asked = world.questions.question(PAIN)
    world.questions.say_sleep(asked, 4)
    world.questions.say_stress(asked, 7)

    assert world.days.record(TODAY) == day(0, note=DayNote(sleep_quality=4))
    assert world.days.record(YESTERDAY) == day(
        1, note=DayNote(sleep_quality=2, stress=7), text="Move"
    )
    world.questions.say_sleep(asked, None)
    assert world.days.record(TODAY).is_empty


def test_who_closes_it_is_not_asked_again_that_day():
    world = World()
    world.questions.close(world.questions.question(PAIN))

    assert not world.asks()
    world.later(1)
    assert world.asks()


def test_after_a_clock_that_was_wrong_it_is_asked():
    world = World()
    world.questions.close(DayQuestion(world.days.today() + timedelta(days=400), True, True))

    assert world.asks()


def test_who_closes_it_three_times_is_left_alone_for_a_week():
    world = World()
    for _time in range(3):
        world.questions.close(DayQuestion(world.days.today(), True, True))
        world.later(1)
    quiet = 0
    while not world.asks():
        world.later(1)
        quiet += 1

    assert quiet == 6


def test_an_answer_begins_anew():
    world = World()
    for _time in range(2):
        world.questions.close(DayQuestion(world.days.today(), True, True))
        world.later(1)
    world.questions.say_stress(DayQuestion(world.days.today(), True, True), 2)
    world.later(1)
    world.questions.close(DayQuestion(world.days.today(), True, True))
    world.later(1)

    assert world.asks()


@each_case(
    "document", [{"closed_on": "soon", "times": 3}, {"times": "3"}, {"closed_on": "2026-03-05"}]
)
def test_what_cannot_be_read_is_as_if_it_had_never_been_closed(document):
    world = World()
    world.file.document = document

    assert world.asks()
