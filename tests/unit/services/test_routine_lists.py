from dataclasses import replace

from coreapp.domain.exercise import Exercise
from coreapp.domain.routine import Block, Routine, Step
from coreapp.domain.vocabulary import ROUTINE_GROUPS
from coreapp.services.library import Library
from coreapp.services.routine_lists import (
    OWN,
    group_label,
    group_of,
    grouped,
    in_order_of_length,
)
from tests.fakes.shipped import fresh_library, shipped_library


def library_of(**seconds: float) -> Library:
    """A library with one plank a routine, each of so many seconds, all of the group `run`."""
    exercises: dict[str, Exercise] = {each.id: each for each in shipped_library().exercises}
    routines = {
        name: Routine(name, name, (Block((Step("plank", seconds=length),)),), group="run")
        for name, length in seconds.items()
    }
    return Library(exercises, routines)


def ids(routines) -> list[str]:
    return [each.id for each in routines]


def test_every_routine_is_in_one_group_and_groups_keep_their_order():
    found = grouped(shipped_library())

    assert [group for group, _routines in found] == list(ROUTINE_GROUPS)
    listed = [each for _group, routines in found for each in ids(routines)]
    assert sorted(listed) == sorted(ids(shipped_library().routines))


def test_a_group_without_routines_is_left_out():
    assert [group for group, _routines in grouped(library_of(one=60))] == ["run"]


def test_what_is_as_long_to_the_minute_stays_in_its_order():
    library = library_of(long=600, a=122, b=117, short=60)

    assert ids(in_order_of_length(library)) == ["short", "a", "b", "long"]


def test_ones_own_stand_first_whatever_they_are_for():
    library = fresh_library()
    library.put_routine(replace(library.routine("mcgill-big-three"), id="mine"))
    found = grouped(library)
    assert [group for group, _routines in found] == [OWN, *ROUTINE_GROUPS]
    assert [each.id for each in found[0][1]] == ["mine"]
    assert group_of(library.routine("mine"), library) == OWN
    assert group_of(library.routine("mcgill-big-three"), library) == "strength"
    assert group_label(OWN) == "Your own"
    assert group_label("desk") == "At the desk"
