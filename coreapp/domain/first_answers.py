"""What somebody says when the program is started for the first time, and what is suggested then."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, TypeVar

_Word = TypeVar("_Word", bound=StrEnum)

AT_HOME: Final = "two-to-start"
"""Two exercises in six minutes: what somebody can do at once who has never done any of it."""

AT_THE_DESK: Final = "desk-2min-a-reset"
"""Two minutes beside the chair, in office clothes."""


class Step(StrEnum):
    """The questions, in their order; each is asked once."""

    LANGUAGE = "language"
    PLACE = "place"
    HOURS = "hours"
    HEALTH = "health"
    SUGGESTION = "suggestion"


class Whereabouts(StrEnum):
    """Where somebody wants to move."""

    HOME = "home"
    OFFICE = "office"
    BOTH = "both"


class HealthAnswer(StrEnum):
    """What was said to the question whether a doctor should be asked first (RF-19).

    Pregnancy, a recent operation, a known fracture, an inflammatory disease, blood thinners. Which
    of them it is, is never asked.
    """

    NOT_ASKED = "not_asked"
    NO = "no"
    YES = "yes"
    UNSAID = "unsaid"
    """Somebody would rather not say."""
    SETTLED = "settled"
    """It was a yes, and a doctor or midwife has been asked since."""


@dataclass(frozen=True, slots=True)
class FirstAnswers:
    """How far the first start has come, and what was answered.

    Attributes:
        over: nothing more is asked by itself.
        step: the question that is on.
        place: where somebody wants to move; None while it has not been said.
    """

    over: bool = False
    step: Step = Step.LANGUAGE
    place: Whereabouts | None = None
    health: HealthAnswer = HealthAnswer.NOT_ASKED

    @property
    def asks_first(self) -> bool:
        """Whether a doctor or midwife is to be asked before the first session."""
        return self.health is HealthAnswer.YES

    def follow(self, way: int) -> "FirstAnswers":
        """Return the same with the next question on, or the one before for a `way` of -1."""
        steps = list(Step)
        place = min(len(steps) - 1, max(0, steps.index(self.step) + way))
        return replace(self, step=steps[place])

    def suggestion(self, *, at_the_desk: bool) -> str:
        """Return the id of the routine to begin with.

        Args:
            at_the_desk: it is within the working hours; decides for who moves at both places.
        """
        match self.place:
            case Whereabouts.OFFICE:
                return AT_THE_DESK
            case Whereabouts.BOTH if at_the_desk:
                return AT_THE_DESK
            case _:
                return AT_HOME

    def to_mapping(self) -> dict[str, object]:
        """Return plain data for a file."""
        place = "" if self.place is None else self.place.value
        return {
            "over": self.over,
            "step": self.step.value,
            "place": place,
            "health": self.health.value,
        }


def answers_from(document: Mapping[str, object]) -> FirstAnswers:
    """Read what `to_mapping` returned; what cannot be read is not answered."""
    place = _word(Whereabouts, document.get("place"))
    return FirstAnswers(
        over=document.get("over") is True,
        step=_word(Step, document.get("step")) or Step.LANGUAGE,
        place=place,
        health=_word(HealthAnswer, document.get("health")) or HealthAnswer.NOT_ASKED,
    )


def _word(words: type[_Word], value: object) -> _Word | None:
    return next((each for each in words if each.value == value), None)
