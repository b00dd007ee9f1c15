"""What of the library a person has made or marked."""

from coreapp.domain.marks import Liking, Mark
from coreapp.services.library_filter import Choice
from coreapp.services.library_shelf import Mine, Shelf, mine_label
from tests.each_case import each_case
from tests.fakes.session_content import BIRD_DOG, BRIDGE, MARCH, SALUTE, SIDE_PLANK

ALL = (SIDE_PLANK, BRIDGE, BIRD_DOG, MARCH, SALUTE)
MARKS = {
    BRIDGE.id: Mark(Liking.LIKED),
    BIRD_DOG.id: Mark(Liking.LIKED, hidden=True),
    MARCH.id: Mark(Liking.DISLIKED),
    "gone": Mark(Liking.LIKED),
}
SHELF = Shelf(MARKS, lambda exercise: exercise in {SALUTE.id, BIRD_DOG.id})


@each_case(
    ("mine", "shown"),
    [
        ("", [SIDE_PLANK, BRIDGE, MARCH, SALUTE]),
        (Mine.LIKED, [BRIDGE]),
        (Mine.OWN, [SALUTE]),
        (Mine.LAST, [MARCH]),
        (Mine.HIDDEN, [BIRD_DOG]),
    ],
)
def test_hidden_ones_are_shown_only_where_they_are_asked_for(mine, shown):
    assert SHELF.shown(ALL, mine) == shown


def test_what_there_is_none_of_is_not_offered():
    assert SHELF.choices(ALL) == [
        Choice("liked", "Liked", 1),
        Choice("own", "My own", 1),
        Choice("last", "Chosen last", 1),
        Choice("hidden", "Hidden", 1),
    ]
    assert Shelf({}, lambda _exercise: False).choices(ALL) == []


def test_what_is_liked_is_told():
    assert SHELF.liked() == {BRIDGE.id, BIRD_DOG.id, "gone"}


def test_every_choice_has_a_name_of_its_own():
    assert len({mine_label(each) for each in Mine}) == len(Mine)
