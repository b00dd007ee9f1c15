import itertools

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.rotation import (
    NO_PAST,
    STALE_DAYS,
    Candidate,
    Past,
    Region,
    Why,
    WhyKind,
    choose,
    focus_of,
    load_of,
)
from tests.each_case import each_case

UPPER, TRUNK, HIPS, LEGS = Region

RESET = Candidate("reset", {UPPER: 30, HIPS: 20})
NECK = Candidate("neck", {UPPER: 60})
STRETCH = Candidate("stretch", {HIPS: 40, LEGS: 20})
CALVES = Candidate("calves", {LEGS: 60})
BEND = Candidate("bend", {TRUNK: 40})
WALK = Candidate("walk", dict.fromkeys(Region, 30.0), is_walk=True)
ALL = (RESET, NECK, STRETCH, CALVES, BEND, WALK)
BY_ID = {each.id: each for each in ALL}


def offered(*candidates: Candidate, past: Past = NO_PAST, walk_first: bool = False) -> str | None:
    choice = choose(candidates, past, walk_first=walk_first)
    return None if choice is None else choice.candidate.id


def why(*candidates: Candidate, past: Past = NO_PAST, walk_first: bool = False) -> Why:
    choice = choose(candidates, past, walk_first=walk_first)
    assert choice is not None
    return choice.why


def day_of(count: int, candidates=ALL) -> list[str]:
    """What is done in so many breaks of one day by somebody who does what is offered."""
    done: list[str] = []
    for _break in range(count):
        choice = choose(candidates, past_after(done))
        assert choice is not None
        done.append(choice.candidate.id)
    return done


def past_after(done: list[str]) -> Past:
    load: dict[Region, float] = {}
    for each in done:
        for region, seconds in BY_ID[each].load.items():
            load[region] = load.get(region, 0.0) + seconds
    return Past(
        breaks=done[::-1],
        days=dict.fromkeys(done, 0),
        lately=load,
        today=load,
        last_focus=BY_ID[done[-1]].focus if done else None,
        just_walked=bool(done) and BY_ID[done[-1]].is_walk,
    )


def test_areas_share_the_seconds_of_an_exercise():
    load = load_of([(("hips", "buttocks", "calves"), 30), (("neck",), 5)])

    assert load == {HIPS: 20, LEGS: 10, UPPER: 5}
    assert focus_of(load) is HIPS
    assert focus_of({}) is None


def test_the_whole_body_is_every_region():
    assert load_of([(("whole_body",), 40)]) == dict.fromkeys(Region, 10.0)


def test_nothing_is_offered_where_there_is_nothing():
    assert choose([], past_after(["reset"])) is None


def test_who_never_did_anything_gets_the_first():
    assert offered(*ALL) == "reset"


def test_the_region_that_had_least_in_the_last_days_comes_first():
    past = Past(lately={UPPER: 90, TRUNK: 80, HIPS: 10, LEGS: 70})

    assert offered(*ALL, past=past) == "stretch"


def test_never_the_same_region_twice_in_a_row():
    past = Past(breaks=["calves"], days={"calves": 0}, last_focus=HIPS, lately={UPPER: 500})

    assert offered(STRETCH, NECK, past=past) == "neck"


def test_what_fits_the_minutes_comes_before_what_the_body_had_least_of():
    short = Candidate("short", {TRUNK: 30}, minutes_off=1)
    past = Past(lately={UPPER: 90})

    assert offered(short, NECK, past=past) == "neck"


def test_what_was_not_done_for_days_comes_before_the_balance():
    past = Past(
        breaks=["calves", "bend", "neck"],
        days={"calves": 0, "bend": 0, "neck": STALE_DAYS},
        lately={UPPER: 90, TRUNK: 5},
        today={UPPER: 1.0},
    )

    assert offered(BEND, NECK, past=past) == "neck"
    assert why(BEND, NECK, past=past) == Why(WhyKind.LONG_AGO, days=STALE_DAYS)


def test_of_one_region_what_was_done_longest_ago_comes_first():
    past = Past(breaks=["calves", "neck", "reset"], days={"reset": 0, "neck": 0, "calves": 0})

    assert offered(NECK, RESET, past=past) == "reset"


def test_what_is_liked_comes_first_of_those_that_were_done_equally_long_ago():
    liked = Candidate("liked", {UPPER: 60}, is_liked=True)

    assert offered(NECK, liked) == "liked"


def test_what_is_liked_comes_a_little_sooner():
    liked = Candidate("liked", {TRUNK: 60}, is_liked=True)

    assert offered(NECK, liked, past=Past(lately={UPPER: 80, TRUNK: 100})) == "liked"
    assert offered(NECK, liked, past=Past(lately={UPPER: 70, TRUNK: 100})) == "neck"


def test_every_fourth_is_a_walk_and_nothing_comes_twice_in_a_row():
    done = day_of(16)

    assert [index for index, each in enumerate(done) if each == "walk"] == [3, 7, 11, 15]
    assert all(a != b for a, b in itertools.pairwise(done))
    foci = [BY_ID[each].focus for each in done]
    assert all(a is not b for a, b in itertools.pairwise(foci) if a and b)


def test_a_long_sit_leads_with_the_walk_even_after_a_walk():
    assert offered(*ALL, past=past_after(["reset"]), walk_first=True) == "walk"
    assert offered(*ALL, past=past_after(["walk"]), walk_first=True) == "walk"
    assert why(*ALL, walk_first=True) == Why(WhyKind.WALK_FIRST)


def test_after_a_walk_no_walk_is_offered_even_if_it_stands_in_no_log():
    turn = past_after(["reset", "calves", "bend"])
    assert offered(*ALL, past=turn) == "walk"

    walked = Past(breaks=turn.breaks, days=turn.days, just_walked=True)
    assert offered(*ALL, past=walked) != "walk"
    same_again = Past(breaks=["neck"], days={"neck": 0}, just_walked=True)
    assert offered(NECK, WALK, past=same_again) == "neck"


def test_with_a_single_other_it_alternates_with_the_walk():
    assert offered(NECK, WALK, past=past_after(["neck"])) == "walk"
    assert offered(NECK, WALK, past=past_after(["neck", "walk"])) == "neck"


def test_the_only_one_is_offered_again():
    assert offered(NECK, past=past_after(["neck"])) == "neck"
    assert offered(WALK, past=past_after(["walk"])) == "walk"


def test_a_library_without_a_walk_goes_on_in_turn():
    past = past_after(["reset", "bend", "reset", "bend"])

    assert offered(RESET, BEND, past=past, walk_first=True) == "reset"


def test_what_the_library_no_longer_has_is_passed_over():
    assert offered(RESET, BEND, past=Past(breaks=["gone", "reset"], days={"gone": 0})) == "bend"


def test_what_is_disliked_comes_only_where_nothing_else_is_left():
    disliked = Candidate("disliked", {TRUNK: 60}, is_disliked=True)
    no_walk = Candidate("stroll", {}, is_walk=True, is_disliked=True)

    assert offered(disliked, NECK) == "neck"
    assert offered(disliked, WALK, past=past_after(["neck"])) == "walk"
    assert offered(disliked) == "disliked"
    three = past_after(["neck", "bend", "neck"])
    assert offered(no_walk, BEND, past=three) == "bend"


@each_case(
    ("candidates", "past", "reason"),
    [
        ((NECK,), NO_PAST, Why(WhyKind.NOTHING_TODAY, UPPER)),
        ((NECK,), past_after(["neck"]), Why(WhyKind.IN_TURN)),
        (
            (NECK,),
            Past(today={UPPER: 1}, lately={**dict.fromkeys(Region, 9), UPPER: 1}),
            Why(WhyKind.LEAST, UPPER),
        ),
        ((WALK,), NO_PAST, Why(WhyKind.IN_TURN)),
        ((NECK, WALK), past_after(["neck", "bend", "neck"]), Why(WhyKind.WALK_TURN)),
    ],
)
def test_it_says_why(candidates, past, reason):
    assert why(*candidates, past=past) == reason


@given(
    st.lists(
        st.builds(
            Candidate,
            id=st.sampled_from("abcdefgh"),
            load=st.dictionaries(st.sampled_from(Region), st.floats(1, 100)),
            minutes_off=st.integers(0, 3),
            is_walk=st.booleans(),
            is_disliked=st.booleans(),
        ),
        unique_by=lambda each: each.id,
        min_size=1,
    ),
    st.lists(st.sampled_from("abcdefgh"), max_size=6),
    st.sampled_from([None, *Region]),
    st.booleans(),
)
def test_whatever_was_done_the_promises_hold(candidates, breaks, last_focus, walk_first):
    past = Past(breaks=breaks, days=dict.fromkeys(breaks, 0), last_focus=last_focus)

    choice = choose(candidates, past, walk_first=walk_first)

    assert choice is not None
    assert choice == choose(candidates, past, walk_first=walk_first)
    wanted = [each for each in candidates if not each.is_disliked] or candidates
    chosen = choice.candidate
    assert chosen in wanted
    walks = [each for each in wanted if each.is_walk]
    if walks and walk_first:
        assert chosen.is_walk
    if breaks and chosen.id == breaks[0] and not walk_first:
        others = [each for each in wanted if each.id != breaks[0]]
        assert all(each.is_walk for each in others) or chosen.is_walk
    if not chosen.is_walk and chosen.focus is not None and chosen.focus is last_focus:
        free = [each for each in wanted if not each.is_walk and each.id != (breaks or [""])[0]]
        assert all(each.focus is last_focus for each in free)
