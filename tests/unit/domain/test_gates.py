"""How many sessions a stretch of a course still asks for before the next one begins."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coreapp.domain.gates import Trained, sessions_wanting
from coreapp.domain.programme import Course, CoursePlace, Gate
from coreapp.domain.progression import PainLight
from tests.fakes.programmes import shipped_course

WORDS = {
    "-": Trained(),
    "g": Trained(light=PainLight.GREEN),
    "A": Trained(light=PainLight.AMBER),
    "R": Trained(light=PainLight.RED),
    "x": Trained(complete=False),
    "X": Trained(complete=False, light=PainLight.RED),
}


def wanting(last: str, trained: str, *, worse: bool = False, course: Course | None = None) -> int:
    """Ask for what `trained` says, newest first."""
    return sessions_wanting(
        course or shipped_course(),
        CoursePlace(int(last[0]), last[1]),
        [WORDS[each] for each in trained],
        lambda: worse,
    )


GATES = [
    ("2c", "------", 0),
    ("2c", "-----", 0),  # five of six
    ("2c", "----", 1),
    ("2c", "----x-", 0),
    ("2c", "---xx-", 2),  # the window moves on: one more pushes out one that was done
    ("1a", "-", 4),
    ("1a", "", 5),
    ("2c", "AAAAAA", 0),  # amber does not count here; its week is repeated by R5
    ("2c", "R-----", 6),
    ("2c", "-----R", 1),
    ("2c", "------R", 0),  # before the newest six
    ("2c", "-----X", 1),
    ("5c", "-------", 0),
    ("5c", "------", 1),
    ("5c", "AAg------", 0),
    ("5c", "AAAg-----", 7),
    ("5c", "ARg-----A", 1),  # red is not better than amber
    ("8c", "", 0),  # nothing comes after the last stretch
]


def test_the_gates_of_the_brief() -> None:
    wrong = [
        (last, trained, found)
        for last, trained, expected in GATES
        if (found := wanting(last, trained)) != expected
    ]
    assert wrong == []


def test_pain_that_grows_holds_back_for_one_week_and_only_before_the_gate() -> None:
    assert wanting("2a", "------", worse=True) == 3
    assert wanting("2c", "R-----", worse=True) == 6, "more is asked for anyway"
    assert wanting("1c", "------", worse=True) == 0
    assert wanting("5c", "---------", worse=True) == 0, "this gate does not ask about it"


def test_pain_is_asked_about_only_where_it_counts() -> None:
    def never() -> bool:
        raise AssertionError

    for week in (1, 3, 5, 8):
        sessions_wanting(shipped_course(), CoursePlace(week, "c"), [], never)


@given(
    trained=st.lists(st.sampled_from(list(WORDS.values())), max_size=12),
    sessions=st.integers(1, 6),
    most_red=st.none() | st.integers(0, 3),
    most_amber=st.none() | st.integers(0, 3),
)
def test_after_so_many_without_pain_it_is_met_and_with_fewer_it_is_not(
    trained, sessions, most_red, most_amber
) -> None:
    shipped = shipped_course()
    first = replace(shipped.stretches[0], gate=Gate(sessions, most_red, most_amber))
    course = replace(shipped, stretches=(first, *shipped.stretches[1:]))
    last = CoursePlace(2, "c")

    more = sessions_wanting(course, last, trained, lambda: False)

    assert 0 <= more <= 6
    for count in range(7):
        left = sessions_wanting(course, last, [Trained()] * count + trained, lambda: False)
        assert left == max(0, more - count)
