import itertools

from coreapp.domain.rotation import next_break_routine

ROUTINES = ["reset", "hips", "walk"]
WALKS = {"walk"}


def offered(recent: list[str], **changes) -> str | None:
    return next_break_routine(ROUTINES, WALKS, recent, **changes)


def test_nothing_is_offered_where_there_is_nothing():
    assert next_break_routine([], WALKS, ["reset"]) is None


def test_the_first_break_offers_the_first_routine():
    assert offered([]) == "reset"


def test_never_the_same_twice_in_a_row_and_every_fourth_is_the_walk():
    recent: list[str] = []
    for _break in range(12):
        chosen = offered(recent)
        assert chosen is not None
        recent.insert(0, chosen)

    oldest_first = recent[::-1]
    assert all(a != b for a, b in itertools.pairwise(oldest_first))
    assert [index for index, each in enumerate(oldest_first) if each == "walk"] == [3, 7, 11]


def test_with_a_single_other_routine_it_alternates_with_the_walk():
    assert next_break_routine(["reset", "walk"], WALKS, ["reset"]) == "walk"
    assert next_break_routine(["reset", "walk"], WALKS, ["walk", "reset"]) == "reset"


def test_the_only_routine_is_offered_again():
    assert next_break_routine(["reset"], WALKS, ["reset"]) == "reset"


def test_a_long_sit_leads_with_the_walk_even_after_a_walk():
    assert offered(["reset"], lead_with_walk=True) == "walk"
    assert offered(["walk"], lead_with_walk=True) == "walk"


def test_a_library_without_a_walk_goes_on_in_turn():
    recent = ["hips", "reset", "hips", "reset"]
    assert next_break_routine(["reset", "hips"], (), recent, lead_with_walk=True) == "reset"


def test_what_the_library_no_longer_has_is_passed_over():
    assert offered(["gone", "reset"]) == "hips"


def test_what_is_disliked_comes_only_where_nothing_else_is_left():
    assert offered([], disliked={"reset"}) == "hips"
    assert offered(["hips"], disliked={"reset"}) == "walk"
    assert offered([], disliked={"reset", "hips", "walk"}) == "reset"
    assert offered(["hips", "reset", "hips"], disliked={"walk"}) == "reset"
