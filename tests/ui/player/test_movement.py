"""The figure follows the session."""

import pytest

from coreapp.domain.clock import Reading
from coreapp.domain.exercise import ExerciseKind
from coreapp.domain.player import Player
from coreapp.domain.timeline import PhaseKind
from coreapp.ui.player.movement import Movement
from tests.fakes.clock import MORNING
from tests.fakes.session_content import session_library
from tests.fakes.shipped import shipped_art, shipped_library

START = Reading(MORNING, 0, 0)


def pose_at(routine, seconds, *, still=False, library=None):
    library = library or session_library()
    player = Player(library.timeline(routine))
    player.start(START)
    player.seek(START, seconds)
    view = player.view(START)
    exercise = library.exercise(view.phase.exercise)
    return Movement(shipped_art()).pose(view, exercise, still=still)


def test_a_hold_stays_in_its_pose_on_its_side_and_breathes():
    left, right = pose_at("main", 12), pose_at("main", 40)
    start, end = shipped_art().hold(left.shot.exercise, left.shot.level)

    assert start <= left.shot.moment <= end
    assert (left.shot.mirror, left.moving) == (True, True)
    assert not right.shot.mirror
    assert start <= pose_at("main", 25).shot.moment <= end


def tinted(movement: Movement, routine: str, seconds: float) -> bool:
    """Whether what works is tinted at a moment; all of it then, or nothing."""
    library = shipped_library()
    player = Player(library.timeline(routine))
    player.start(START)
    player.seek(START, seconds)
    view = player.view(START)
    exercise = library.exercise(view.phase.exercise)
    tints = movement.pose(view, exercise, still=False).shot.tints
    assert tints in {(), tuple((muscle, 1.0) for muscle in exercise.muscles)}
    if view.phase.kind is not PhaseKind.WORK:
        assert not tints
    return bool(tints)


def first_work(kind: ExerciseKind) -> tuple[str, float]:
    """Return a routine, and a moment of its first work of a kind; of holds no short ones."""
    library = shipped_library()
    for routine in library.routines:
        begin = 0.0
        for phase in library.timeline(routine.id).phases:
            is_kind = library.exercise(phase.exercise).kind is kind
            is_short = kind is ExerciseKind.HOLD and phase.reps is not None
            if phase.kind is PhaseKind.WORK and is_kind and not is_short:
                return routine.id, begin + 1
            begin += phase.seconds
    raise LookupError(kind)


def test_muscles_show_in_holds_until_somebody_chooses_and_then_in_all_or_none() -> None:
    kinds = (ExerciseKind.HOLD, ExerciseKind.REPS, ExerciseKind.FLOW)
    moments = [first_work(each) for each in kinds]
    movement = Movement(shipped_art())

    seen = [[tinted(movement, *each) for each in moments]]
    for _ in range(2):
        player = Player(shipped_library().timeline(moments[0][0]))
        player.start(START)
        player.seek(START, moments[0][1])
        view = player.view(START)
        movement.switch_muscles(view, shipped_library().exercise(view.phase.exercise))
        seen.append([tinted(movement, *each) for each in moments])

    assert seen == [[True, False, False], [False] * 3, [True] * 3]


def test_before_the_work_nothing_is_tinted() -> None:
    assert not tinted(Movement(shipped_art()), "core-basics-runners", 1)


def test_what_works_everywhere_is_not_tinted():
    walk = pose_at("desk-2min-f-walk", 20, library=shipped_library())

    assert walk.shot.exercise == "walk-break"
    assert "whole_body" in shipped_library().exercise("walk-break").muscles
    assert "whole_body" not in dict(walk.shot.tints)


def test_a_hold_stands_still_where_nothing_may_move():
    pose = pose_at("main", 12, still=True)

    assert (pose.shot.moment, pose.moving) == (None, False)


def test_the_way_into_a_hold_is_shown_before_it():
    first, later = pose_at("main", 1), pose_at("main", 4)

    assert first.moving
    assert first.shot.moment < later.shot.moment


def test_the_figure_turns_in_the_middle_of_switching():
    before, middle, after = (pose_at("main", 30 + into) for into in (0.5, 2.5, 4.5))

    assert (before.shot.mirror, after.shot.mirror) == (True, False)
    assert (before.width, after.width) == (1.0, 1.0)
    assert middle.width < 0.1


def test_with_reduced_motion_it_changes_sides_at_once():
    assert pose_at("main", 32.5, still=True).width == 1.0


def test_repetitions_move_with_their_tempo():
    first, half, again = (pose_at("main", 130 + into) for into in (0, 2.5, 5))

    assert first.shot.moment == 0.0
    # The top is held around the middle of a repetition, and looks the same as long as it is.
    top, left = shipped_art().hold("glute-bridge")
    assert half.shot.moment == pytest.approx(top, abs=0.01)
    assert top < 0.5 < left
    assert again.shot == first.shot
    assert half.moving


def test_a_pose_lasts_until_it_is_another_one():
    little = 0.0005
    # Into a hold, its breath, repetitions and a flow; a pose that is held looks the same for long.
    for routine, seconds in (("main", 3.2), ("main", 12), ("main", 130.4), ("flow", 21)):
        pose = pose_at(routine, seconds)
        assert 0 < pose.lasts <= 0.1
        assert pose_at(routine, seconds + pose.lasts - little) == pose
        assert pose_at(routine, seconds + pose.lasts + little) != pose


def test_what_comes_again_says_so_and_looks_the_same():
    breath, rep, flow = (
        pose_at(*each) for each in (("main", 12.01), ("main", 131.01), ("flow", 21))
    )

    assert (breath.recurs, rep.recurs, flow.recurs) == (True, True, False)
    assert pose_at("main", 136.01) == rep
    start, end = shipped_art().hold(breath.shot.exercise, breath.shot.level)
    hold = (end - start) * shipped_art().seconds(breath.shot.exercise, breath.shot.level)
    assert pose_at("main", 12.01 + hold) == breath


def test_a_paused_movement_is_drawn_in_full():
    library = session_library()
    player = Player(library.timeline("main"))
    player.start(START)
    player.seek(START, 132)
    player.pause(START)
    view = player.view(START)

    pose = Movement(shipped_art()).pose(view, library.exercise("glute-bridge"), still=False)

    assert not pose.moving


def test_with_reduced_motion_repetitions_show_their_key_pose():
    pose = pose_at("main", 132, still=True)

    assert (pose.shot.moment, pose.moving) == (None, False)


def test_short_holds_go_up_and_down_one_after_the_other():
    start = 252 + 10  # after the cat-cow, the curl-ups and getting ready
    library = shipped_library()
    middle, again, between, other = (
        pose_at("mcgill-big-three", start + into, library=library).shot
        for into in (6.5, 13 + 6.5, 13.0, 78 + 5 + 6.5)
    )
    first, last = shipped_art().hold("side-plank", "L2")

    assert middle.exercise == "side-plank"
    assert first <= middle.moment <= last
    assert middle.moment == pytest.approx(again.moment, abs=0.01)
    assert between.moment == pytest.approx(0, abs=0.01)
    assert middle.mirror == again.mirror
    assert middle.mirror != other.mirror


def test_alternating_repetitions_change_sides_each_time():
    mirrored = [pose_at("rounds", into).shot.mirror for into in (1, 5, 9)]

    assert mirrored == [False, True, False]


def test_timed_movement_goes_at_its_own_pace():
    # The marching figure has both sides in its two seconds.
    quarter, later = pose_at("rounds", 16 + 0.5), pose_at("rounds", 16 + 2.5)

    knee_is_up = shipped_art().moments("desk-march")[1]
    assert quarter.shot.moment == pytest.approx(knee_is_up, abs=0.01)
    assert knee_is_up == pytest.approx(0.25, abs=0.03)
    assert later.shot == quarter.shot


def test_what_waits_for_a_tap_ends_in_its_last_pose():
    assert pose_at("tapped", 0).shot.moment == 0.0
    library = session_library()
    player = Player(library.timeline("tapped"))
    player.start(START)
    view = player.view(START.later(60))

    pose = Movement(shipped_art()).pose(view, library.exercise("glute-bridge"), still=False)

    assert pose.shot.moment == 1.0


@pytest.mark.parametrize("position", range(12))
def test_a_flow_is_in_each_position_at_the_end_of_its_time(position):
    library, art = shipped_library(), shipped_art()
    timeline = library.timeline("sun-salutation-5")
    start = timeline.starts[1]
    ends = (*timeline.phases[1].marks[1:], timeline.phases[1].seconds)
    reached = art.position_moments(library.exercise("sun-salutation"))
    pass_seconds = timeline.phases[1].seconds

    pose = pose_at("sun-salutation-5", start + ends[position] - 0.1, library=library)

    # It was reached before, and nothing else has been since.
    later = [moment for moment in art.moments("sun-salutation") if moment > reached[position]]
    assert reached[position] - 0.1 / pass_seconds <= pose.shot.moment
    assert not later or pose.shot.moment < later[0]


def test_the_second_pass_of_a_flow_is_led_by_the_other_leg():
    library = shipped_library()
    timeline = library.timeline("sun-salutation-5")
    mirrored = [
        pose_at("sun-salutation-5", timeline.starts[index] + 20, library=library).shot.mirror
        for index in (1, 2)
    ]

    assert mirrored == [False, True]


def test_a_flow_waits_at_its_start_and_rests_at_its_end():
    library = shipped_library()
    ready = pose_at("sun-salutation-5", 3, library=library)
    rest = pose_at("sun-salutation-5", 380, library=library)

    assert (ready.shot.moment, rest.shot.moment) == (0.0, 1.0)


def test_with_reduced_motion_a_flow_steps_from_pose_to_pose():
    library, art = shipped_library(), shipped_art()
    timeline = library.timeline("sun-salutation-5")
    reached = art.position_moments(library.exercise("sun-salutation"))
    middle = timeline.starts[1] + timeline.phases[1].marks[4] + 1

    pose = pose_at("sun-salutation-5", middle, still=True, library=library)

    assert (pose.shot.moment, pose.moving) == (reached[4], False)


def test_an_exercise_without_a_figure_is_no_error():
    library = session_library()
    player = Player(library.timeline("main"))
    player.start(START)

    pose = Movement(shipped_art()).pose(player.view(START), None, still=False)

    assert pose.shot.exercise == "side-plank"
