"""Habits of runners in words: ground, descents, warm-up, variety and shoes (R13 to R16)."""

from typing import assert_never

from coreapp.domain.habits import COMPARE_SHOES_KM, LOOK_AT_SOLES_KM, ShoeState
from coreapp.domain.run_habits import Descents, Ground, WarmUps
from coreapp.i18n import _, format_number, ngettext
from coreapp.services.activity_words import distance_words
from coreapp.services.hint_words import Said, mean_words
from coreapp.services.hints import (
    FewerDescents,
    OnlyRuns,
    RunHabitHint,
    ShoesWorn,
    SofterGround,
    WarmUpSeldom,
)


def run_habit_words(hint: RunHabitHint) -> Said:
    """Return a hint about habits of running in words."""
    match hint:
        case SofterGround(ground):
            return _ground(ground)
        case FewerDescents(found):
            return _descents(found)
        case WarmUpSeldom(found):
            return _warm_ups(found)
        case OnlyRuns(runs):
            return _only_runs(runs)
        case ShoesWorn():
            return _shoes(hint)
        case _:
            assert_never(hint)


def _ground(ground: Ground) -> Said:
    return Said(
        _("Softer ground now and then, a path or a track, can make runs more pleasant."),
        _(
            "{share} % of your running in the last 28 days was on hard ground, and pain "
            "afterwards was {pain} of 10 on average."
        ).format(share=ground.hard_percent, pain=mean_words(ground.pain.value)),
    )


def _descents(found: Descents) -> Said:
    return Said(
        _("Fewer long descents for a while can make runs more pleasant."),
        _(
            "In the last 28 days pain after runs with long descents was {down} of 10 on average, "
            "after the others {other}."
        ).format(down=mean_words(found.down.value), other=mean_words(found.other.value)),
    )


def _warm_ups(found: WarmUps) -> Said:
    reason = ngettext(
        "{both} of {count} run of the last 28 days had a warm-up and a cool-down.",
        "{both} of {count} runs of the last 28 days had a warm-up and a cool-down.",
        found.runs,
    )
    return Said(
        _("Some easy minutes before and after a run are worth a try."),
        reason.format(both=found.both, count=found.runs),
    )


def _only_runs(runs: int) -> Said:
    reason = ngettext(
        "{count} run in the last 14 days, and no other training.",
        "{count} runs in the last 14 days, and no other training.",
        runs,
    )
    return Said(
        _("Strength or another sport beside running gives the back some variety."),
        reason.format(count=runs),
    )


def _shoes(worn: ShoesWorn) -> Said:
    text = (
        _("“{name}”: it may be time to compare with a new pair.")
        if worn.state is ShoeState.COMPARE
        else _("“{name}”: have a look at the soles.")
    )
    reason = _(
        "They have gone {distance}. Often {first} to {last} km are named; the evidence for that "
        "is weak, what you feel and see counts more."
    )
    return Said(
        text.format(name=worn.name),
        reason.format(
            # Whole kilometres say enough of shoes.
            distance=distance_words(worn.metres // 1000 * 1000),
            first=format_number(LOOK_AT_SOLES_KM),
            last=format_number(COMPARE_SHOES_KM),
        ),
    )
