"""How each hint is said: the pair of sentence and reason, and figures that several need."""

from dataclasses import dataclass

from coreapp.domain.load import Step
from coreapp.i18n import format_minutes, format_number
from coreapp.services.activity_words import distance_words


@dataclass(frozen=True, slots=True)
class Said:
    """A hint in words.

    Attributes:
        text: what there is to say, in one or two sentences.
        reason: why it is said, with the figures it rests on.
    """

    text: str
    reason: str


def amount_words(amount: int, *, in_metres: bool) -> str:
    """Return how much was run: a distance of so many metres, or a length of so many minutes."""
    return distance_words(amount) if in_metres else format_minutes(60 * amount)


def more_percent(step: Step) -> int:
    """Return by how many per cent it is more, rounded; it is at least 11 where that was too much.

    Raises:
        ZeroDivisionError: there was nothing before; then it is no growth.
    """
    # 10.2 % is too much, and “10 % more” beside “10 % is enough” would not be understood.
    return max(11, round(100 * (step.now - step.base) / step.base))


def mean_words(value: float) -> str:
    """Return a mean with one decimal at most."""
    return format_number(round(value, 1))
