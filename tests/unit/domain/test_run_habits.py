"""Rules R14 to R16: where one runs, how one prepares, and what else one does."""

from datetime import date, timedelta

from coreapp.domain.activity import Activity, ActivityType, Hills, Surface
from coreapp.domain.run_habits import (
    Mean,
    WarmUps,
    descents,
    ground,
    runs_alone,
    warm_ups,
)

TODAY = date(2026, 3, 29)


def act(*kinds: ActivityType, back: int = 0, minutes: int = 30, **values) -> Activity:
    return Activity(frozenset(kinds), TODAY - timedelta(days=back), minutes, **values)


def run(back: int = 0, minutes: int = 30, **values) -> Activity:
    return act(ActivityType.RUN_EASY, back=back, minutes=minutes, **values)


def test_hard_ground_and_pain_after_runs():
    hard = run(back=1, minutes=80, surface=Surface.HARD, pain_after=3)
    soft = run(back=2, minutes=20, surface=Surface.SOFT, pain_after=3)

    assert ground([hard, soft], TODAY).is_hard
    assert not ground([hard, run(minutes=21, pain_after=3)], TODAY).is_hard
    assert not ground([hard, run(minutes=1, pain_after=2)], TODAY).is_hard
    assert not ground([], TODAY).is_hard


def test_descents_that_hurt_more():
    down = [run(back, hills=Hills.DOWNHILL_HEAVY, pain_after=4) for back in range(3)]
    flat = [run(back, hills=Hills.FLAT, pain_after=2) for back in range(3)]

    assert descents([*down, *flat], TODAY).hurt_more
    assert not descents([*down, *flat[1:]], TODAY).hurt_more
    assert not descents([*down, *flat, run(hills=Hills.HILLY, pain_after=3)], TODAY).hurt_more


def test_warm_ups():
    both = [run(back, warmed_up=True, cooled_down=True) for back in range(2)]
    one = [run(back, warmed_up=True, cooled_down=False) for back in range(3)]

    assert warm_ups([*both[:1], *one], TODAY).are_seldom
    assert not warm_ups([*both, *one[:2]], TODAY).are_seldom
    assert not warm_ups(one, TODAY).are_seldom
    assert not warm_ups([*one, run(warmed_up=True)], TODAY).are_seldom


def test_nothing_but_runs_for_two_weeks():
    runs = [run(back) for back in (0, 4, 9, 13)]

    assert runs_alone(runs, TODAY) == 4
    assert runs_alone(runs[1:], TODAY) == 0
    assert runs_alone([*runs, act(ActivityType.SWIM, back=13)], TODAY) == 0
    assert runs_alone([*runs, act(ActivityType.WALK)], TODAY) == 4


def test_the_figures_are_told():
    found = ground([run(minutes=90, surface=Surface.HARD, pain_after=4), run(minutes=10)], TODAY)

    assert (found.hard_percent, found.pain) == (90, Mean(4, 1))
    assert found.pain.value == 4
    assert ground([], TODAY).hard_percent == 0
    assert Mean(0, 0).value == 0
    assert (warm_ups([run(warmed_up=True, cooled_down=True)], TODAY)) == WarmUps(1, 1)


def test_what_is_older_than_the_window_does_not_count():
    hard = [run(back, surface=Surface.HARD, pain_after=5) for back in (27, 28)]

    assert ground(hard, TODAY).minutes == 30
    assert runs_alone([run(back) for back in (0, 1, 2, 14)], TODAY) == 0
