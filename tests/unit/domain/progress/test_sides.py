"""Left and right of an exercise."""

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.exercise import Side
from coreapp.domain.progress.sides import SideSum, balance_changes, balances
from tests.each_case import each_case


def sums(
    left: float, right: float, *, sets: int = 4, exercise: str = "side-plank"
) -> list[SideSum]:
    """Holds of so many seconds on average."""
    return [
        SideSum(exercise, "Seitstütz", side, sets, sets * seconds)
        for side, seconds in ((Side.LEFT, left), (Side.RIGHT, right))
    ]


def reps(left: int, right: int, *, sets: int = 4) -> list[SideSum]:
    return [
        SideSum("bird-dog", "Bird dog", side, sets, 60.0, sets, count)
        for side, count in ((Side.LEFT, left), (Side.RIGHT, right))
    ]


def only(found):
    (balance,) = balances(found).values()
    return balance


def test_the_mean_of_a_set_is_compared():
    balance = only(sums(22, 24))
    assert (balance.left, balance.right, balance.in_reps, balance.sets) == (22, 24, False, 8)
    assert (balance.short_side, balance.percent, balance.is_even) == (Side.LEFT, 8, False)


def test_what_is_counted_is_told_in_repetitions():
    balance = only(reps(48, 40))
    assert (balance.left, balance.right, balance.in_reps) == (12, 10, True)
    assert balance.short_side is Side.RIGHT


def test_one_timed_set_and_it_is_told_in_seconds():
    mixed = [
        SideSum("x", "X", Side.LEFT, 4, 40, 3, 30),
        SideSum("x", "X", Side.RIGHT, 4, 60, 4, 40),
    ]
    assert (only(mixed).in_reps, only(mixed).left) == (False, 10)


def test_both_sides_alike():
    balance = only(sums(20, 20))
    assert (balance.short_side, balance.percent, balance.is_even) == (None, 0, True)


def test_nothing_was_held_on_either_side():
    assert only(sums(0, 0)).percent == 0


@each_case(("left", "is_even"), [(95.0, True), (94.0, False)])
def test_five_per_cent_are_chance(left, is_even):
    assert only(sums(left, 100)).is_even is is_even


def test_one_side_alone_or_a_single_set_says_nothing():
    assert not balances(sums(20, 24)[:1])
    assert not balances(sums(20, 24, sets=1))


def test_it_is_compared_with_the_first_weeks_that_have_it():
    (change,) = balance_changes(sums(22, 24), [(8, sums(19, 24)), (4, sums(21, 24))])
    assert (change.before.percent, change.weeks_ago) == (21, 8)
    assert change.is_evening_out
    (change,) = balance_changes(sums(22, 24), [(8, []), (4, sums(21, 24))])
    assert (change.before.percent, change.weeks_ago) == (12, 4)
    assert not change.is_evening_out


def test_there_is_nothing_to_compare_with():
    (change,) = balance_changes(sums(22, 24), [(8, []), (4, [])])
    assert (change.before, change.weeks_ago, change.is_evening_out) == (None, 0, False)


def test_seconds_are_not_compared_with_repetitions():
    before = [SideSum("bird-dog", "", each.side, 4, 40.0) for each in reps(1, 1)]
    (change,) = balance_changes(reps(48, 40), [(4, before)])
    assert change.before is None


def test_even_sides_cannot_even_out():
    (change,) = balance_changes(sums(24, 24), [(4, sums(23, 24))])
    assert not change.is_evening_out


def test_what_is_done_most_comes_first():
    found = balance_changes(
        [*sums(9, 9, sets=2, exercise="a"), *sums(9, 9, sets=7, exercise="b")], []
    )
    assert [each.now.exercise for each in found] == ["b", "a"]


seconds = st.floats(0, 600, allow_nan=False)


@given(left=seconds, right=seconds, sets=st.integers(2, 30))
def test_sides_that_change_places_are_as_far_apart(left, right, sets):
    one, other = only(sums(left, right, sets=sets)), only(sums(right, left, sets=sets))
    assert one.percent == other.percent
    assert 0 <= one.percent <= 100
    assert one.short_side is (other.short_side.other if other.short_side else None)
