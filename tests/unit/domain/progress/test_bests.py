"""Bests, and how an exercise goes on."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.progress.bests import Effort, advance, bests
from coreapp.domain.progress.time_range import TimeRange, Window, window_of

TODAY = date(2026, 11, 18)
WINDOW = window_of(TimeRange.TWELVE_WEEKS, TODAY, None)
WEEK = timedelta(weeks=1)


def held(seconds: float, weeks_ago: int = 0, exercise: str = "plank") -> Effort:
    return Effort(exercise, exercise.title(), TODAY - weeks_ago * WEEK, seconds)


def counted(reps: int, weeks_ago: int = 0) -> Effort:
    return Effort("bird-dog", "Bird dog", TODAY - weeks_ago * WEEK, 30.0, reps, 3, 3)


def test_the_best_and_since_when():
    (best,) = bests([held(20, 3), held(24, 2), held(24, 1), held(22)], WINDOW)
    assert (best.value, best.since, best.sessions, best.in_reps) == (24, TODAY - 2 * WEEK, 4, False)


def test_what_is_mostly_counted_is_told_in_repetitions():
    (best,) = bests([counted(12, 1), counted(10)], WINDOW)
    assert (best.value, best.in_reps) == (12, True)


def test_a_timed_session_of_something_counted_is_passed_over():
    timed = Effort("bird-dog", "Bird dog", TODAY, 40.0)
    (best,) = bests([counted(12, 2), counted(10, 1), timed], WINDOW)
    assert (best.value, best.since, best.sessions) == (12, TODAY - 2 * WEEK, 3)
    found = advance([counted(12, 2), counted(10, 1), timed], WINDOW)
    assert found.values[-3:] == (12, 10, None)


def test_seconds_are_rounded_down_but_for_what_a_timer_took():
    assert [bests([held(each)], WINDOW)[0].value for each in (23.4, 23.6, 24.0)] == [23, 24, 24]


def test_what_is_done_most_comes_first():
    found = bests([held(1, 0, "b"), held(1, 1, "b"), held(1, 0, "c"), held(1, 0, "a")], WINDOW)
    assert [each.exercise for each in found] == ["b", "a", "c"]


def test_of_several_names_one_is_taken():
    renamed = Effort("plank", "Unterarmstütz", TODAY, 10.0)
    assert {bests(each, WINDOW)[0].name for each in ([renamed, held(9)], [held(9), renamed])} == {
        "Unterarmstütz"
    }


def test_the_best_of_each_week_with_gaps():
    found = advance([held(20, 3), held(18, 3), held(24, 1)], WINDOW)
    assert found.values[-4:] == (20, None, 24, None)
    assert found.latest == 24
    assert found.first == (date(2026, 10, 26), 20)
    assert found.best == (date(2026, 11, 9), 24)


def test_the_best_is_told_by_when_it_was_first_reached():
    assert advance([held(24, 5), held(24, 1)], WINDOW).best == (date(2026, 10, 12), 24)


def test_it_was_not_done():
    found = advance([], WINDOW)
    assert (found.latest, found.first, found.best, found.done) == (None, None, None, [])
    assert bests([], WINDOW) == ()


def test_other_days_do_not_count():
    assert advance([held(90, 20)], WINDOW).latest is None
    assert bests([held(90, 20)], WINDOW) == ()


efforts = st.lists(
    st.builds(
        Effort,
        exercise=st.sampled_from(["a", "b"]),
        name=st.sampled_from(["A", "B"]),
        day=st.dates(TODAY - timedelta(days=120), TODAY + timedelta(days=9)),
        seconds=st.floats(0, 300),
        reps=st.none() | st.integers(0, 60),
        sets=st.just(2),
        counted=st.integers(0, 2),
    ),
    max_size=30,
)


@given(found=efforts, data=st.data())
def test_the_order_of_sessions_does_not_matter(found, data):
    mixed = data.draw(st.permutations(found))
    assert bests(found, WINDOW) == bests(mixed, WINDOW)
    own = [each for each in found if each.exercise == "a"]
    assert advance(own, WINDOW) == advance([e for e in mixed if e.exercise == "a"], WINDOW)


@given(found=efforts)
def test_list_and_line_know_the_same_best(found):
    window = Window(WINDOW.first, TODAY)
    for best in bests(found, window):
        own = [each for each in found if each.exercise == best.exercise]
        line = advance(own, window)
        assert line.in_reps == best.in_reps
        if line.best is not None:
            assert line.best == (window.start_of(best.since), best.value)
