"""Each hint has its sentence and its reason, with the figures it rests on."""

from dataclasses import replace
from datetime import date, timedelta
from typing import get_args

from coreapp.domain.habits import Factor, Frequency, ShoeState
from coreapp.domain.load import BuildUp, Growth, Stage, Step
from coreapp.domain.pain import Concern, TwoWeeks
from coreapp.domain.run_habits import Descents, Ground, Mean, WarmUps
from coreapp.services.advice_words import hint_words
from coreapp.services.habit_hint_words import factor_label
from coreapp.services.hints import (
    CoreMissed,
    EasyNext,
    FewerDescents,
    HabitHint,
    HardDays,
    Hindered,
    LoadGrew,
    LongRun,
    OnlyRuns,
    OutOfOrder,
    PainGrew,
    PainHint,
    RunAndWalk,
    RunHabitHint,
    RunningAlone,
    RunningHint,
    SeeSomebody,
    ShoesWorn,
    SofterGround,
    StopNoticed,
    StrengthMissed,
    VolumeGrew,
    WarmUpSeldom,
)
from coreapp.services.running_hint_words import stage_label
from coreapp.services.training_picture import Felt
from tests.each_case import each_case
from tests.fakes.records import session
from tests.fakes.training_days import EVENING, TODAY, ran

WEEKS = TwoWeeks(now=21, now_days=6, before=8, before_days=4)
OFTEN = Frequency(core=1, strength=0, strength_minutes=0, hard_days=6)
SESSION = Felt(EVENING, TODAY - timedelta(days=1), session(), None)
RUN = Felt(EVENING, TODAY, ran(0), None)
LONG = LongRun(Step(50, 66, Growth.RED), in_metres=False)
SAID = {
    **{f"see {each}": (SeeSomebody(each, WEEKS), "3.5 of 10") for each in Concern},
    "stop": (StopNoticed(SESSION), "Core-Grundlagen"),
    "easy": (EasyNext(SESSION), "“Easy day”"),
    "easy after a run": (EasyNext(RUN), "“Easy run” came with more pain"),
    "pain": (PainGrew(WEEKS), "3.5 of 10 in the last seven days, 2 in the seven before"),
    "long run": (LONG, "32 % longer"),
    "double": (replace(LONG, run=Step(50, 101, Growth.DOUBLE)), "twice as long"),
    "far": (LongRun(Step(10_000, 11_500, Growth.AMBER), in_metres=True), "11.5 km"),
    "volume": (VolumeGrew(Step(100, 111, Growth.AMBER), in_metres=False), "limit"),
    "order": (OutOfOrder(BuildUp(Stage.MINUTES, (Stage.TEMPO,))), "first how long you run, then"),
    "at once": (
        OutOfOrder(BuildUp(None, (), (Stage.SESSIONS, Stage.MINUTES))),
        "how often you run and how long you run",
    ),
    "run and walk": (RunAndWalk(2), "2 runs of the last seven days"),
    "load": (
        LoadGrew(Step(1800, 2300, Growth.AMBER)),
        "230 this week, 180 before; 10 % more would be 198",
    ),
    "hard days": (HardDays(OFTEN), "on 6 of the last seven days"),
    "hindered": (Hindered((Factor.SLEEP, Factor.STRESS)), "sleep and stress"),
    "running alone": (RunningAlone(6.55), "6.5 hours a day"),
    "core": (CoreMissed(OFTEN), "1 core session"),
    "no strength": (StrengthMissed(OFTEN), "There was none in the last seven days"),
    "little strength": (
        StrengthMissed(Frequency(core=2, strength=1, strength_minutes=30, hard_days=0)),
        "there was 1, 30 min in all",
    ),
    "earlier run": (
        LongRun(Step(50, 66, Growth.RED), in_metres=False, earlier=date(2026, 3, 4)),
        "Your run on Wednesday was 32 % longer",
    ),
    "earlier run, twice": (
        LongRun(Step(50, 101, Growth.DOUBLE), in_metres=False, earlier=date(2026, 3, 4)),
        "Your run on Wednesday was more than twice as long",
    ),
    "ground": (SofterGround(Ground(100, 85, Mean(7, 2))), "85 % of your running"),
    "descents": (FewerDescents(Descents(Mean(12, 3), Mean(5, 3))), "was 4 of 10"),
    "warm-up": (WarmUpSeldom(WarmUps(1, 4)), "1 of 4 runs"),
    "only runs": (OnlyRuns(4), "4 runs in the last 14 days"),
    "shoes": (ShoesWorn("a", "Blue", 512_900, ShoeState.LOOK_AT_SOLES), "512 km"),
    "old shoes": (ShoesWorn("a", "Blue", 800_000, ShoeState.COMPARE), "compare with a new pair"),
}


def test_each_hint_has_its_sentence_its_reason_and_its_figures():
    for name, (hint, figure) in SAID.items():
        words = hint_words(hint, "Easy day")

        assert words.text.endswith("."), name
        assert words.reason.endswith("."), name
        assert "{" not in words.text + words.reason, name
        if figure != "limit":
            assert figure in f"{words.text} {words.reason}", name


def test_all_rules_are_told():
    groups = (PainHint, RunningHint, HabitHint, RunHabitHint)

    told = {type(hint) for hint, _figure in SAID.values()}

    assert told == {kind for group in groups for kind in get_args(group)}


def test_what_a_week_is_compared_with_and_its_limit_are_said():
    hint = VolumeGrew(Step(100, 111, Growth.AMBER), in_metres=False)

    words = hint_words(hint, "")

    assert "11 % more this week" in words.text
    assert "1 hr 51 min this week, 1 hr 40 min before; 10 % more would be 1 hr 50 min" in (
        words.reason
    )


def test_a_little_more_than_a_tenth_is_never_called_a_tenth():
    hint = LoadGrew(Step(10_000, 11_020, Growth.AMBER))

    assert "11 % more" in hint_words(hint, "").text


@each_case(
    ("pain", "said"),
    [
        (TwoWeeks(0, 0, 0, 0), "From the pain that you entered."),
        (TwoWeeks(9, 3, 0, 0), "Mean of the days you entered: 3 of 10 in the last seven days."),
    ],
)
def test_where_little_was_entered_little_is_said(pain, said):
    assert hint_words(PainGrew(pain), "").reason == said


@each_case(("count", "said"), [(0, "No core"), (1, "1 core session in")])
def test_core_work_is_counted(count, said):
    often = replace(OFTEN, core=count)

    assert hint_words(CoreMissed(often), "").text.startswith(said)


def test_every_factor_and_stage_has_a_label():
    assert len({factor_label(each) for each in Factor}) == len(Factor)
    assert len({stage_label(each) for each in Stage}) == len(Stage)
