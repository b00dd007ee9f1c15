"""The engine, what breaks offer, the player and the log, through a day on one simulated clock."""

from itertools import count

import pytest

from coreapp.domain.player import PlayerOptions
from coreapp.domain.sitting.facts import Cause, HoldReason
from coreapp.domain.sitting.view import PromptLook
from coreapp.domain.training_log import SessionKind
from coreapp.services.break_offers import BreakOffers, Offer
from coreapp.services.break_words import leads_with_walk
from coreapp.services.call_hint import call_hint
from coreapp.services.playing import Playing, Request
from coreapp.services.sitting_breaks import Answer
from tests.fakes.shipped import fresh_library
from tests.fakes.sitting import Desk


class Office(Desk):
    """A desk whose breaks are answered by what they offer."""

    def __init__(self, **settings: object) -> None:
        super().__init__({"breaks": settings})
        self.library = fresh_library()
        self.offers = BreakOffers(
            self.library, self.database, self.clock, settings=lambda: self.preferences.settings
        )
        self.breaks.listen(self.offers.note)
        ids = count(1)
        self.playing = Playing(self.library, self.database, self.clock, lambda: f"s{next(ids):03}")
        self.breaks.start()

    def offered(self) -> Offer:
        view = self.view
        found = self.offers.next(
            lead_with_walk=leads_with_walk(view), break_seconds=view.break_length or 120
        )
        assert found.routine is not None
        return found.routine

    def take(self, offer: Offer) -> None:
        """Answer by the routine, play it, and tell the engine, as the program does."""
        self.breaks.answer(Answer.ROUTINE)
        self.hands.rest()
        self.play(offer.routine, SessionKind.BREAK)
        # Whole minutes, as the button promises: `program.break_player` has the same rule.
        self.breaks.session_finished(round(offer.seconds / 60) * 60)

    def play(self, routine: str, kind: SessionKind) -> float:
        live = self.playing.begin(Request(routine, kind), PlayerOptions())
        live.start()
        while (wait := live.next_call()) is not None:
            self.pass_time(wait + 0.001)
            live.advance()
        return live.session.work_seconds

    def log(self) -> list[tuple[str, SessionKind]]:
        kept = sorted(self.database.stored.sessions.kept.values(), key=lambda each: each.id)
        return [(each.routine, each.kind) for each in kept]


@pytest.fixture
def office() -> Office:
    return Office()


def test_a_morning_of_breaks_is_in_the_log_and_each_serves_its_break(office):
    for _break in range(8):
        office.work(30)
        office.rest(3)
        assert office.view.prompt is PromptLook.GROWN
        office.take(office.offered())
        assert office.view.sitting_seconds == 0

    assert office.view.today.taken == 8
    done = office.log()
    assert all(kind is SessionKind.BREAK for _routine, kind in done)
    walks = [index for index, (routine, _kind) in enumerate(done) if "walk" in routine]
    assert walks == [3, 7]


def test_two_hours_of_sitting_lead_with_a_walk(office):
    office.work(119)
    assert not office.offered().is_walk

    office.work(2)
    assert leads_with_walk(office.view)
    assert office.offered().is_walk


def test_after_the_walk_at_lunch_the_next_break_offers_none():
    office = Office(lunch_walk="12:00")
    for _break in range(3):
        office.work(30)
        office.rest(3)
        office.take(office.offered())
    while office.view.cause is not Cause.LUNCH_WALK:
        office.work(1)
        if office.view.prompt is not PromptLook.CLOSED and office.view.cause is Cause.LIMIT:
            office.breaks.skip()
    assert office.offered().is_walk

    office.rest(20 * 60)  # outside, with nothing pressed
    office.work(30)
    assert office.view.cause is Cause.LIMIT
    assert not office.offered().is_walk


def test_a_workout_credits_the_sitting(office):
    office.work(25)
    assert office.view.sitting_seconds == 1500

    office.breaks.session_started()
    work = office.play("two-to-start", SessionKind.SESSION)
    office.breaks.session_finished(work)
    assert work > 120
    assert office.view.sitting_seconds == 0
    office.work(29)
    assert office.view.prompt is PromptLook.CLOSED


def test_a_workout_that_was_hardly_begun_credits_its_share(office):
    office.work(20)
    before = office.view.sitting_seconds

    office.breaks.session_started()
    office.breaks.session_finished(60)
    assert office.view.sitting_seconds == pytest.approx(before / 2, abs=2)


def test_in_a_call_no_bar_opens_and_a_movement_that_nobody_sees_is_said(office):
    office.work(10)
    office.hands.hold(HoldReason.CALL)
    office.work(19)
    assert call_hint(office.view) == ""

    office.work(5)
    assert office.view.prompt is PromptLook.CLOSED
    first = call_hint(office.view)
    assert first.startswith("Unseen in a call: ")
    office.work(20)
    assert call_hint(office.view) == first
    office.work(20)
    assert call_hint(office.view) not in {"", first}

    office.hands.hold()
    office.work(1)
    assert call_hint(office.view) == ""
    assert office.view.prompt is not PromptLook.CLOSED
    assert office.log() == []
