"""What the rules of training can say: one small fact each, with the figures it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from coreapp.domain.habits import Factor, Frequency, ShoeState
from coreapp.domain.load import BuildUp, Step
from coreapp.domain.pain import Concern, TwoWeeks
from coreapp.domain.run_habits import Descents, Ground, WarmUps
from coreapp.services.training_picture import Felt


@dataclass(frozen=True, slots=True)
class SeeSomebody:
    """Rule R8: somebody should look at it."""

    concern: Concern
    pain: TwoWeeks


@dataclass(frozen=True, slots=True)
class StopNoticed:
    """A sign to stop at once was noticed in the last session, one or two days ago."""

    last: Felt


@dataclass(frozen=True, slots=True)
class EasyNext:
    """Rule R6: what was done last was red, so something easy comes next."""

    last: Felt


@dataclass(frozen=True, slots=True)
class LongRun:
    """Rule R2: a run was much longer than the longest of the 30 days before it.

    Attributes:
        earlier: its day, where others came after it; None for the last one.
    """

    run: Step
    in_metres: bool
    earlier: date | None = None


@dataclass(frozen=True, slots=True)
class VolumeGrew:
    """Rule R1: the week has more than a tenth more running than the one before."""

    week: Step
    in_metres: bool


@dataclass(frozen=True, slots=True)
class LoadGrew:
    """Rule R4: the load of the week has grown by more than a tenth; in tenths of the unit."""

    load: Step


@dataclass(frozen=True, slots=True)
class OutOfOrder:
    """Rule R3: something rose before its turn, or two things at once."""

    found: BuildUp


@dataclass(frozen=True, slots=True)
class PainGrew:
    """Rule R7: pain has grown from one week to the next."""

    pain: TwoWeeks


@dataclass(frozen=True, slots=True)
class RunAndWalk:
    """Rule R19: some runs of seven days hurt, and run-walk is better than a pause."""

    runs: int


@dataclass(frozen=True, slots=True)
class HardDays:
    """Rule R10: too many days of hard training."""

    often: Frequency


@dataclass(frozen=True, slots=True)
class Hindered:
    """Rule R11: what may hinder recovery, the two that came most often."""

    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True)
class RunningAlone:
    """Rule R9b: much sitting, runs, and no training of the trunk; hours in the mean of the days."""

    hours: float


@dataclass(frozen=True, slots=True)
class CoreMissed:
    """Rule R10: fewer core sessions than help."""

    often: Frequency


@dataclass(frozen=True, slots=True)
class StrengthMissed:
    """Rule R10: core work is met, but there was less strength training than helps."""

    often: Frequency


@dataclass(frozen=True, slots=True)
class SofterGround:
    """Rule R14: most running is on hard ground and hurts afterwards."""

    ground: Ground


@dataclass(frozen=True, slots=True)
class FewerDescents:
    """Rule R14: runs with much descent hurt more than others."""

    descents: Descents


@dataclass(frozen=True, slots=True)
class WarmUpSeldom:
    """Rule R15: less than half of the runs had warm-up and cool-down."""

    warm_ups: WarmUps


@dataclass(frozen=True, slots=True)
class OnlyRuns:
    """Rule R16: two weeks with runs and nothing else."""

    runs: int


@dataclass(frozen=True, slots=True)
class ShoesWorn:
    """Rule R13: a pair has gone far; metres."""

    shoe: str
    name: str
    metres: int
    state: ShoeState


PainHint = SeeSomebody | StopNoticed | EasyNext | PainGrew
RunningHint = LongRun | VolumeGrew | OutOfOrder | RunAndWalk
HabitHint = LoadGrew | HardDays | Hindered | RunningAlone | CoreMissed | StrengthMissed
RunHabitHint = SofterGround | FewerDescents | WarmUpSeldom | OnlyRuns | ShoesWorn

Hint = PainHint | RunningHint | HabitHint | RunHabitHint
"""One piece of advice with its figures."""


class Rank(IntEnum):
    """What comes before what, as at the end of section 8.3 of the brief.

    *Emergency* is not among them: it comes of signs that are ticked in the guide, and is said there
    at once; ticks are kept nowhere.
    """

    DOCTOR_DAYS = 0
    STOP_NOW = 1
    RED = 2
    LONG_RUN = 3
    GROWTH = 4
    ORDER = 5
    OTHER = 6


_RANKS: Mapping[type[Hint], Rank] = {
    SeeSomebody: Rank.DOCTOR_DAYS,
    StopNoticed: Rank.STOP_NOW,
    EasyNext: Rank.RED,
    LongRun: Rank.LONG_RUN,
    VolumeGrew: Rank.GROWTH,
    LoadGrew: Rank.GROWTH,
    OutOfOrder: Rank.ORDER,
}


def rank_of(hint: Hint) -> Rank:
    """Return how pressing a hint is."""
    return _RANKS.get(type(hint), Rank.OTHER)


def order_of(hint: Hint) -> tuple[Rank, int]:
    """Return what hints are sorted by: how pressing they are, then how near to what can be done."""
    return rank_of(hint), _LAST.index(type(hint)) if type(hint) in _LAST else 0


def is_safety(hint: Hint) -> bool:
    """Tell whether a hint is shown whatever else there is, and cannot be put away."""
    return rank_of(hint) <= Rank.STOP_NOW


def is_of_today(hint: Hint) -> bool:
    """Tell whether a hint answers to what was just done: it does not wait for another day."""
    return rank_of(hint) in {Rank.RED, Rank.LONG_RUN}


def key_of(hint: Hint) -> str:
    """Return what a hint is remembered by; the same rule has one key, whatever its figures are.

    A pair of shoes has one for each distance at which something is said, and what is said of one
    run or session is not said of the next.
    """
    match hint:
        case SeeSomebody(concern):
            return f"see-{concern.value}"
        case StopNoticed(last) | EasyNext(last):
            return f"easy-{last.done.id}"
        case ShoesWorn(shoe=shoe, state=state):
            return f"shoes-{shoe}-{state.value}"
        case LongRun():
            return f"long-run-{hint.run.now}"
        case _:
            return _WORDS[type(hint)]


_LAST: tuple[type[Hint], ...] = (
    PainGrew,
    RunAndWalk,
    HardDays,
    Hindered,
    RunningAlone,
    CoreMissed,
    StrengthMissed,
    FewerDescents,
    SofterGround,
    WarmUpSeldom,
    OnlyRuns,
    ShoesWorn,
)
"""Among those that the brief calls the others: pain first, shoes last."""

_WORDS: Mapping[type[Hint], str] = {
    VolumeGrew: "volume",
    LoadGrew: "load",
    OutOfOrder: "order",
    PainGrew: "pain",
    RunAndWalk: "run-walk",
    HardDays: "hard-days",
    Hindered: "hindered",
    RunningAlone: "running-alone",
    CoreMissed: "core",
    StrengthMissed: "strength",
    SofterGround: "ground",
    FewerDescents: "descents",
    WarmUpSeldom: "warm-up",
    OnlyRuns: "only-runs",
}
"""These are kept in a file: they do not change."""
