"""The shipped programmes: the numbers of the brief, and never above +10 %."""

from pathlib import Path

import pytest

from coreapp.content.loader import load_routines
from coreapp.content.programme_files import load_programmes
from coreapp.domain.course import make_routine, week_step, work_seconds
from coreapp.domain.errors import ContentError
from coreapp.domain.programme import ChosenLevel, Course, CoursePlace, Gate, Growth, GrowthPlace
from coreapp.domain.timeline import PhaseKind, compile_timeline
from tests.each_case import each_case
from tests.fakes.programmes import BACK, SUN, shipped_course, shipped_programmes
from tests.fakes.shipped import ASSETS, shipped_library

EXERCISES = {each.id: each for each in shipped_library().exercises}
WEEKS = range(1, 9)

BRIEF = {
    # week: minutes of A, B and C to a tenth, training seconds of A, B and C (content.md, section 4)
    1: ((21.1, 20.9, 6.4), (700, 780, 200)),
    2: ((22.3, 22.1, 6.8), (770, 858, 220)),
    3: ((23.4, 23.4, 7.1), (840, 936, 240)),
    4: ((22.3, 22.1, 6.8), (770, 858, 220)),
    5: ((23.4, 23.4, 7.1), (840, 936, 240)),
    6: ((24.6, 24.8, 7.4), (910, 1014, 260)),
    7: ((25.8, 26.1, 7.8), (980, 1092, 280)),
    8: ((26.9, 27.4, 8.1), (1050, 1170, 300)),
}
WEEK_MINUTES = (48.4, 51.2, 54.0, 51.2, 54.0, 56.8, 59.6, 62.4)


def timeline(week: int, letter: str, levels=None):
    routine = make_routine(shipped_programmes()[BACK], CoursePlace(week, letter), levels or {})
    return compile_timeline(routine, EXERCISES)


def training_seconds(week: int, letter: str) -> float:
    """Return the work of the steps that grow, each hold without the way there and back."""
    course = shipped_course()
    steps = course.session(letter).steps
    total = 0.0
    for phase in timeline(week, letter).phases:
        growing = steps[phase.step]
        if phase.kind is not PhaseKind.WORK or growing.grows == "nothing":
            continue
        way = 0.0
        if growing.hold_seconds:
            way = (growing.step.seconds_per_rep or 0) - growing.hold_seconds
        total += phase.seconds - way * (phase.reps or 0)
    return total


@each_case("week", WEEKS)
def test_the_sessions_are_as_long_as_in_the_brief(week: int) -> None:
    minutes, training = BRIEF[week]

    lengths = [timeline(week, letter).seconds / 60 for letter in "abc"]
    assert lengths == pytest.approx(minutes, abs=0.051)
    assert sum(lengths) == pytest.approx(WEEK_MINUTES[week - 1], abs=0.051)
    assert tuple(training_seconds(week, letter) for letter in "abc") == training


def test_doses_are_those_of_the_ladder() -> None:
    course = shipped_course()
    assert course.percents == (100, 110, 120, 110, 120, 130, 140, 150)
    bridge, bird, side = (course.session("a").steps[number] for number in (2, 3, 4))

    assert [week_step(course, bridge, week).reps for week in WEEKS] == [
        10, 11, 12, 11, 12, 13, 14, 15,
    ]  # fmt: skip
    assert [week_step(course, side, week).seconds for week in WEEKS] == [
        20, 22, 24, 22, 24, 26, 28, 30,
    ]  # fmt: skip
    assert [week_step(course, bird, week).seconds_per_rep for week in WEEKS] == [
        13, 14, 15, 14, 15, 16, 17, 18,
    ]  # fmt: skip


def over_ten_percent(now: float, before: float) -> bool:
    """Compare as the brief does, so that exactly 10 % is still fine."""
    return 10 * round(now) > 11 * round(before)


MOVED_UP = [
    {},
    {each: ChosenLevel("L2", 3) for each in ("plank", "side-plank", "forward-lunge")},
    {
        "hip-thrust": ChosenLevel("L2", 2),
        "knee-push-up": ChosenLevel("L2", 4),
        "kettlebell-deadlift": ChosenLevel("L2", 5),
        "dead-bug": ChosenLevel("L1", 3),
        "glute-bridge": ChosenLevel("L3", 6),
    },
]


@pytest.mark.parametrize("levels", MOVED_UP, ids=["as shipped", "A moves up", "B moves up"])
def test_no_session_and_no_week_is_more_than_a_tenth_above_the_one_before(levels) -> None:
    """Compared are the work seconds of the compiled time lines, and their whole lengths.

    Each session with the same one a week before, each week with the week before. Since the fourth
    week is lighter, also with the longest that was before: no week is more than 10 % above that.
    """
    for measure in (work_seconds, lambda compiled: compiled.seconds):
        found = {
            (week, letter): measure(timeline(week, letter, levels))
            for week in WEEKS
            for letter in "abc"
        }
        weeks = {week: sum(found[week, letter] for letter in "abc") for week in WEEKS}
        for week in WEEKS[1:]:
            for letter in "abc":
                now, before = found[week, letter], found[week - 1, letter]
                longest = max(found[each, letter] for each in range(1, week))
                assert not over_ten_percent(now, before), (week, letter)
                assert not over_ten_percent(now, longest), (week, letter)
            longest = max(weeks[each] for each in range(1, week))
            assert not over_ten_percent(weeks[week], weeks[week - 1]), week
            assert not over_ten_percent(weeks[week], longest), week


def test_the_training_alone_grows_by_a_tenth_at_most() -> None:
    """The brief's own measure, without warm-up and stretches, which hide growth."""
    for week in WEEKS[1:]:
        for letter in "abc":
            now, before = training_seconds(week, letter), training_seconds(week - 1, letter)
            assert not over_ten_percent(now, before)


def test_no_exercise_grows_by_more_than_a_tenth_either() -> None:
    course = shipped_course()
    for session in course.sessions:
        for growing in session.steps:
            for week in WEEKS[1:]:
                now, before = (week_step(course, growing, each) for each in (week, week - 1))
                for dose in ("reps", "seconds", "seconds_per_rep"):
                    was = getattr(before, dose)
                    assert was is None or not over_ten_percent(getattr(now, dose), was)


def test_the_fourth_week_is_lighter_than_the_third() -> None:
    third, fourth = (sum(work_seconds(timeline(w, each)) for each in "abc") for w in (3, 4))

    assert fourth < third


def test_strength_30_afterwards_is_within_a_tenth_of_the_longest_session() -> None:
    routines = load_routines(ASSETS / "routines", EXERCISES)
    (then,) = shipped_programmes()[BACK].then

    after = compile_timeline(routines[then], EXERCISES).seconds
    assert not over_ten_percent(after, timeline(8, "b").seconds)


def test_the_sun_salutation_grows_from_the_routine_of_five_to_that_of_ten() -> None:
    routines = load_routines(ASSETS / "routines", EXERCISES)
    sun = shipped_programmes()[SUN]
    growth = sun.plan
    assert isinstance(growth, Growth)
    assert (growth.first, growth.least, growth.most) == (5, 3, 10)

    for passes in range(3, 11):
        compiled = compile_timeline(make_routine(sun, GrowthPlace(passes)), EXERCISES)
        assert compiled.seconds == 30 + 72 * passes
    for passes in (5, 10):
        same = compile_timeline(routines[f"sun-salutation-{passes}"], EXERCISES)
        own = compile_timeline(make_routine(sun, GrowthPlace(passes)), EXERCISES)
        assert same.phases == own.phases


def test_the_gates_are_those_of_the_brief() -> None:
    gates = [each.gate for each in shipped_course().stretches]

    assert gates == [
        Gate(sessions=5, most_red=0, pain_not_worse=True),
        Gate(sessions=7, most_amber=2),
        None,
    ]


def test_every_session_compiles_and_has_a_place_of_its_own() -> None:
    course = shipped_course()

    ids = [make_routine(shipped_programmes()[BACK], place).id for place in course.places]
    assert len(ids) == len(set(ids)) == 24
    assert ids[7] == "back-strength-8wk-w3-b"


COURSE_FILE = """
id = "try"
name = "Try"
short_name = "Try"
place = "mat"
group = "strength"
summary = "Two weeks."
audience = "Me."
not_when = "Never."
progression = "Slowly."
afterwards = "Stop."
sources = ["S1"]

[course]
percents = [100, 110]

[[course.stretches]]
name = "All"
weeks = 2
goal = "Come."

[[course.sessions]]
letter = "a"
name = "Hips"

[[course.sessions.steps]]
exercise = "bird-dog"
level = "L2"
reps = 3
seconds_per_rep = 13
hold_seconds = 10
grows = "hold"
"""

GROWTH_FILE = (
    COURSE_FILE.partition("[course]")[0]
    + """
[growth]
least = 3
most = 10

[growth.step]
exercise = "sun-salutation"
level = "L2"
reps = 5
"""
)


def load(folder: Path, content: str):
    folder.joinpath("try.toml").write_text(content, encoding="utf-8")
    return load_programmes(folder, EXERCISES, {"strength-30"})


def test_a_sound_file_is_taken(tmp_path: Path) -> None:
    assert isinstance(load(tmp_path, COURSE_FILE)["try"].plan, Course)
    assert isinstance(load(tmp_path, GROWTH_FILE)["try"].plan, Growth)


WRONG = [
    (COURSE_FILE, 'id = "try"', 'id = "other"', "id"),
    (COURSE_FILE, 'place = "mat"', 'place = "moon"', "place"),
    (COURSE_FILE, 'group = "strength"', 'group = "moon"', "group"),
    (COURSE_FILE, 'sources = ["S1"]', 'sources = ["S1"]\nthen = ["no"]', "then[1]"),
    (COURSE_FILE, "weeks = 2", "weeks = 3", "course.stretches"),
    (COURSE_FILE, "[100, 110]", "[100]", "course.percents"),
    (COURSE_FILE, "[100, 110]", "[100, 0]", "course.percents[2]"),
    (COURSE_FILE, 'letter = "a"', 'letter = "A"', "course.sessions[1].letter"),
    (COURSE_FILE, '"bird-dog"', '"no"', "course.sessions[1].steps[1].exercise"),
    (COURSE_FILE, '"L2"', '"L9"', "course.sessions[1].steps[1].level"),
    (COURSE_FILE, "reps = 3", "seconds = 3", "course.sessions[1].steps[1].reps"),
    (COURSE_FILE, "hold_seconds = 10", "", "course.sessions[1].steps[1].hold_seconds"),
    (COURSE_FILE, 'grows = "hold"', "", "course.sessions[1].steps[1].hold_seconds"),
    (COURSE_FILE, 'grows = "hold"', 'grows = "up"', "course.sessions[1].steps[1].grows"),
    (COURSE_FILE, "_rep = 13", "_rep = 9", "course.sessions[1].steps[1].seconds_per_rep"),
    (COURSE_FILE, "weeks = 2", "weeks = 2\nmonths = 1", "course.stretches[1].months"),
    (
        COURSE_FILE,
        "weeks = 2",
        "weeks = 2\ngate = { sessions = 3 }",
        "course.stretches[1].gate.sessions",
    ),
    (
        COURSE_FILE,
        "weeks = 2",
        "weeks = 2\ngate = { sessions = 2, most_red = -1 }",
        "course.stretches[1].gate.most_red",
    ),
    (GROWTH_FILE, '"sun-salutation"', '"bird-dog"', "growth.step.exercise"),
    (GROWTH_FILE, "reps = 5", "reps = 2", "growth.step.reps"),
    (GROWTH_FILE, "reps = 5", "seconds = 60", "growth.step.reps"),
    (GROWTH_FILE, "[growth]", "[other]", "other"),
]


def test_a_wrong_file_is_refused_with_its_key(tmp_path) -> None:
    wrong = []
    for content, before, after, key in WRONG:
        assert before in content
        try:
            load(tmp_path, content.replace(before, after))
            wrong.append((key, before, after, "taken"))
        except ContentError as error:
            if (error.file, error.key) != ("try.toml", key):
                wrong.append((key, before, after, str(error)))
    assert wrong == []


def test_it_is_either_weeks_or_a_growth(tmp_path: Path) -> None:
    both = COURSE_FILE + "[growth]" + GROWTH_FILE.partition("[growth]")[2]
    neither = COURSE_FILE.partition("[course]")[0]

    for content in (both, neither):
        with pytest.raises(ContentError) as refused:
            load(tmp_path, content)
        assert refused.value.key == "course"


def test_letters_are_told_apart(tmp_path: Path) -> None:
    session = COURSE_FILE.partition("[[course.sessions]]")[2]
    with pytest.raises(ContentError) as refused:
        load(tmp_path, f"{COURSE_FILE}\n[[course.sessions]]{session}")

    assert refused.value.key == "course.sessions"
