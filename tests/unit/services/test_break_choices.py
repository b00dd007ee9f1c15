"""What could be done in a break, before anything is chosen from it."""

from dataclasses import replace

from coreapp.domain.identity import MOST_CHARACTERS
from coreapp.domain.marks import NO_TASTE, Taste
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.settings import BreakClothes, BreakPlace
from coreapp.services.break_choices import BreakChoices, Choosable, Here
from coreapp.services.break_fit import fits
from coreapp.services.library import Library
from tests.each_case import each_case
from tests.fakes.shipped import fresh_library, shipped_library


def with_own(*blocks: Block) -> Library:
    library = fresh_library()
    library.put_routine(Routine("mine", "Mine", blocks, place="desk"))
    return library


def found(library: Library, minutes: float, **changes) -> dict[str, Choosable]:
    routines = BreakChoices(library).routines(Here(minutes * 60, NO_TASTE, **changes))
    return {each.candidate.id: each for each in routines}


def squeeze(seconds: float) -> Block:
    return Block((Step("desk-march", seconds=seconds),))


def test_a_routine_that_is_far_too_short_is_gone_through_twice_if_that_fits():
    own = found(with_own(squeeze(120)), 4)["mine"]
    assert (own.routine.id, own.seconds) == ("mine--twice", 240)

    # Twice as long would keep from work.
    own = found(with_own(squeeze(145)), 4)["mine"]
    assert (own.routine.id, own.seconds) == ("mine", 145)


def test_a_minute_is_no_routine_to_be_gone_through_twice():
    assert found(shipped_library(), 3)["desk-1min-micro"].seconds == 60


def test_what_has_several_parts_is_done_once():
    own = found(with_own(squeeze(60), squeeze(60)), 4)["mine"]
    assert own.routine.id == "mine"


def test_a_walk_of_several_parts_is_gone_through_twice():
    walk = Block((Step("walk-break", seconds=60), Step("walk-break", seconds=60)))
    own = found(with_own(walk), 4)["mine"]
    assert (own.routine.id, own.candidate.is_walk, own.seconds) == ("mine--twice", True, 240)


def test_what_takes_longer_than_a_break_can_is_a_session():
    assert "mine" not in found(with_own(squeeze(301)), 5)


def test_where_all_is_too_long_the_shortest_is_still_there():
    library = Library(
        {each.id: each for each in shipped_library().exercises},
        {"long": Routine("long", "Long", (squeeze(200),), place="desk")},
    )
    assert "long" in found(library, 1)


def test_what_hurts_leaves_nothing_of_a_routine():
    library = with_own(squeeze(120))
    sore = frozenset({"desk-march"})
    routines = BreakChoices(library).routines(Here(120, Taste(avoided=sore, sore=sore)))
    assert "mine" not in {each.candidate.id for each in routines}


def test_what_no_log_could_name_is_not_offered():
    library = fresh_library()
    identity = "x" * (MOST_CHARACTERS - 4)
    library.put_routine(Routine(identity, "Mine", (squeeze(120),), place="desk"))
    library.put_exercise(replace(library.exercise("desk-march"), id="y" * MOST_CHARACTERS))

    assert found(library, 2)[identity].routine.id == identity
    assert identity not in found(library, 4)
    movements = BreakChoices(library).movements(Here(120, NO_TASTE))
    assert all(len(each.routine.id) <= MOST_CHARACTERS for each in movements)


@each_case(
    ("exercise", "office", "sport", "home"),
    [
        ("desk-hinge", True, True, True),
        ("calf-stretch", False, True, True),
        ("leg-swing-front", False, True, True),
        ("kettlebell-deadlift", False, False, True),
        ("butterfly-stretch", False, False, True),
        ("plank", False, False, True),
    ],
)
def test_place_and_clothes_decide_what_fits(exercise, office, sport, home):
    one = shipped_library().exercise(exercise)
    assert fits(one, BreakPlace.OFFICE, BreakClothes.OFFICE) is office
    assert fits(one, BreakPlace.OFFICE, BreakClothes.SPORT) is sport
    assert all(fits(one, BreakPlace.HOME, each) is home for each in BreakClothes)
