"""Shoes: kept with their kilometres, retired, deleted and brought back; rule R13 only says."""

from dataclasses import replace
from datetime import date
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.errors import InvalidValueError, UnknownIdError
from coreapp.domain.habits import ShoeState
from coreapp.services.shoe_rack import ShoeDraft, ShoeRack
from coreapp.services.shoe_words import pair_line, rule_line, state_line
from tests.fakes.clock import FakeClock
from tests.fakes.records import activity, shoe
from tests.fakes.work import FakeDatabase

DRAFT = ShoeDraft("Road", date(2026, 1, 5), 120_000)


class Desk:
    """A rack in memory; it is the 2nd of March 2026."""

    def __init__(self) -> None:
        ids = count(1)
        self.database = FakeDatabase()
        self.rack = ShoeRack(self.database, FakeClock(), lambda: f"p{next(ids)}")

    def run(self, identity: str, pair: str, metres: int | None) -> None:
        self.database.stored.activities.add(activity(identity, shoe=pair, metres=metres))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_pair_counts_from_where_it_began(desk: Desk) -> None:
    pair = desk.rack.add(DRAFT)
    desk.run("a", pair.id, 5200)
    desk.run("b", pair.id, None)
    desk.run("c", "other", 9000)

    assert desk.rack.pair(pair.id).metres == 125_200
    assert [each.metres for each in desk.rack.pairs()] == [125_200]


@pytest.mark.parametrize(
    ("km", "state"),
    [(499, ShoeState.FINE), (500, ShoeState.LOOK_AT_SOLES), (800, ShoeState.COMPARE)],
)
def test_the_distance_says_something_and_forbids_nothing(
    desk: Desk, km: int, state: ShoeState
) -> None:
    pair = desk.rack.add(replace(DRAFT, start_metres=1000 * km))

    found = desk.rack.pair(pair.id)

    assert found.state is state
    assert bool(state_line(found)) is (state is not ShoeState.FINE)
    desk.run("again", pair.id, 10_000)
    assert desk.rack.pair(pair.id).metres == 1000 * km + 10_000


@given(start=st.integers(0, 2_000_000), runs=st.lists(st.integers(0, 50_000), max_size=8))
def test_metres_are_the_start_and_the_sum_of_the_runs(start: int, runs: list[int]) -> None:
    desk = Desk()
    pair = desk.rack.add(replace(DRAFT, start_metres=start))
    for number, metres in enumerate(runs):
        desk.run(f"run{number}", pair.id, metres)

    assert desk.rack.pair(pair.id).metres == start + sum(runs)

    deleted = desk.rack.delete(pair.id)
    desk.rack.restore(deleted)
    assert desk.rack.pair(pair.id).metres == start + sum(runs)


def test_a_name_is_needed_and_is_only_one_pair(desk: Desk) -> None:
    with pytest.raises(InvalidValueError, match="name"):
        desk.rack.add(ShoeDraft("  "))
    desk.rack.add(ShoeDraft("  Road   blue "))
    with pytest.raises(InvalidValueError, match="name"):
        desk.rack.add(ShoeDraft("ROAD BLUE"))
    assert [each.shoe.name for each in desk.rack.pairs()] == ["Road blue"]


def test_a_change_gives_back_what_was_before(desk: Desk) -> None:
    pair = desk.rack.add(DRAFT)
    other = desk.rack.add(ShoeDraft("Trail"))

    assert desk.rack.change(pair.id, ShoeDraft("road", None, 0)) == pair
    assert desk.rack.pair(pair.id).shoe == replace(pair, name="road", bought=None, start_metres=0)
    with pytest.raises(InvalidValueError, match="name"):
        desk.rack.change(pair.id, ShoeDraft("Trail"))
    desk.rack.restore(pair)
    assert [each.shoe for each in desk.rack.pairs()] == [pair, other]


def test_a_retired_pair_stands_last_and_can_be_worn_again(desk: Desk) -> None:
    first, second = desk.rack.add(DRAFT), desk.rack.add(ShoeDraft("Trail", None, 900_000))

    assert desk.rack.retire(first.id) == first

    found = desk.rack.pairs()
    assert [each.shoe.id for each in found] == [second.id, first.id]
    assert found[1].shoe.retired == date(2026, 3, 2)
    desk.rack.change(first.id, replace(DRAFT, name="Old road"))
    assert desk.rack.pair(first.id).shoe.retired == date(2026, 3, 2)
    assert desk.rack.wear_again(first.id).retired == date(2026, 3, 2)
    assert desk.rack.pair(first.id).shoe.retired is None


def test_a_pair_is_found_by_name_and_the_one_that_is_worn_first(desk: Desk) -> None:
    for identity, retired in (("p1", date(2025, 1, 1)), ("p2", None), ("p3", date(2026, 1, 1))):
        desk.database.stored.shoes.add(shoe(identity, name="Road", retired=retired))

    assert desk.rack.find(" road ").id == "p2"
    assert desk.rack.find("p3").id == "p3"
    desk.database.stored.shoes.delete("p2")
    assert desk.rack.find("road").id == "p3", "the newest, where none is worn"
    with pytest.raises(InvalidValueError, match="no shoes with this name"):
        desk.rack.find("Trail")


def test_what_is_not_there_is_told(desk: Desk) -> None:
    for ask in (
        desk.rack.pair,
        desk.rack.delete,
        desk.rack.retire,
        desk.rack.wear_again,
        lambda each: desk.rack.change(each, DRAFT),
    ):
        with pytest.raises(UnknownIdError, match="shoe"):
            ask("nothing")


def test_the_words_say_what_is_known(desk: Desk) -> None:
    known = desk.rack.add(ShoeDraft("Road", date(2026, 1, 5), 912_340))
    desk.rack.add(ShoeDraft("Bare"))

    assert pair_line(desk.rack.pair(known.id)) == "912.3 km · bought Jan 5, 2026"
    assert pair_line(desk.rack.pair("p2")) == "0 km"
    desk.rack.retire(known.id)
    retired = desk.rack.pair(known.id)
    assert pair_line(retired).endswith("not worn since Mar 2, 2026")
    assert state_line(retired) == ""
    assert "500" in rule_line()
