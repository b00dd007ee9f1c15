"""Somebody with a plan whose breaks are fed by it."""

from coreapp.domain.schedule import EntryDraft
from coreapp.domain.settings import BreakClothes, BreakPlace, Settings
from coreapp.domain.spreading import sets_of, split_portion
from coreapp.services.break_offers import BreakOffers, Offer
from coreapp.services.plan_breaks import PlanBreaks
from coreapp.services.playing import Playing
from tests.fakes.break_log import BreakLog
from tests.fakes.programmes import ProgrammeHome

BASICS = "core-basics-runners"
HOME = Settings(
    breaks_from_plan=True, break_place=BreakPlace.HOME, break_clothes=BreakClothes.SPORT
)
OFFICE = Settings(breaks_from_plan=True)


class PlanWorker:
    """Works at home with a plan; it is Monday, and nine o'clock."""

    def __init__(self, chosen: Settings = HOME) -> None:
        self.home = ProgrammeHome()
        self.clock, self.library = self.home.clock, self.home.library
        self.database = self.home.database
        self.log = BreakLog(self.library, self.database)
        self.chosen = chosen
        self.plan = PlanBreaks(self.library, self.home.planning, self.database, lambda: self.chosen)
        self.offers = BreakOffers(
            self.library,
            self.database,
            self.clock,
            settings=lambda: self.chosen,
            plan=self.plan,
        )
        self.playing = Playing(self.library, self.database, self.clock, self.home.new_id)

    def plans(self, routine: str = BASICS, at: str = "19:30", rule: str = "FREQ=DAILY") -> None:
        self.home.planning.add(
            EntryDraft("Evening", routine, rule, at, "2026-03-02", "Europe/Berlin")
        )

    def offered(self, minutes: float = 2, *, lead_with_walk: bool = False) -> Offer:
        found = self.offers.next(break_seconds=minutes * 60, lead_with_walk=lead_with_walk)
        assert found.routine is not None
        return found.routine

    def take(self, offer: Offer, works: int | None = None) -> None:
        """Do what a break offers, as the program does: with the occurrence it ticks off."""
        ticks = self.offers.ticked_off_by(offer.routine)
        self.log.do(offer.routine, self.clock.reading().utc, planned=ticks, works=works)
        self.clock.advance(1200)

    def portion(self, minutes: float = 2) -> Offer:
        """The next offer that is no walk; a walk is taken."""
        offer = self.offered(minutes)
        if offer.is_walk:
            self.take(offer)
            offer = self.offered(minutes)
        return offer

    def take_portions(self, minutes: float = 2, most: int = 40) -> list[int]:
        """Take breaks until the plan feeds none; return the numbers of the sets in their order."""
        numbers: list[int] = []
        for _break in range(most):
            offer = self.offered(minutes)
            self.take(offer)
            if offer.is_planned:
                parts = split_portion(offer.routine)
                assert parts is not None
                numbers += parts[1]
            elif not offer.is_walk:
                break
        return numbers

    def is_done(self) -> bool:
        start, end = self.home.planning.today()
        return all(each.done for each in self.home.planning.between(start, end))

    def total(self, routine: str = BASICS) -> int:
        """How many sets a session has."""
        exercises = {each.id: each for each in self.library.exercises}
        return len(sets_of(self.library.routine(routine), exercises))
