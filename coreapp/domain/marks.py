"""What a person thinks of an exercise: liked, disliked, hidden, or not for today."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from coreapp.domain.errors import InvalidValueError, marked


class Liking(StrEnum):
    """Whether an exercise is liked."""

    NONE = "none"
    LIKED = "liked"
    DISLIKED = "disliked"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a person thinks of one exercise.

    Attributes:
        liking: liked ones come first and are chosen a little more, disliked ones last.
        hidden: it is nowhere offered.
        not_today: the day on which it is not chosen; it ends by itself.
    """

    liking: Liking = Liking.NONE
    hidden: bool = False
    not_today: date | None = None


PLAIN: Final = Mark()


@dataclass(frozen=True, slots=True)
class Taste:
    """What the choosing of exercises takes into account, by ids.

    Attributes:
        avoided: hidden, not for today, or sore: never chosen.
        sore: those that are avoided because something hurts today.
    """

    liked: frozenset[str] = frozenset()
    disliked: frozenset[str] = frozenset()
    avoided: frozenset[str] = frozenset()
    sore: frozenset[str] = frozenset()


NO_TASTE: Final = Taste()


def taste_of(marks: Mapping[str, Mark], today: date) -> Taste:
    """Return what marks mean for choosing on a day."""
    return Taste(
        frozenset(each for each, mark in marks.items() if mark.liking is Liking.LIKED),
        frozenset(each for each, mark in marks.items() if mark.liking is Liking.DISLIKED),
        frozenset(each for each, mark in marks.items() if mark.hidden or mark.not_today == today),
    )


def to_mapping(mark: Mark) -> dict[str, object]:
    """Return a mark as plain values, without what is as usual."""
    plain: dict[str, object] = {}
    if mark.liking is not Liking.NONE:
        plain["liking"] = mark.liking.value
    if mark.hidden:
        plain["hidden"] = True
    if mark.not_today is not None:
        plain["not_today"] = mark.not_today.isoformat()
    return plain


def mark_from(plain: object) -> Mark:
    """Return the mark that plain values mean.

    Raises:
        InvalidValueError: they mean none; names the field.
    """
    if not isinstance(plain, Mapping):
        raise _unreadable("mark", plain)
    mark = PLAIN
    for key, value in plain.items():
        mark = _with(mark, str(key), value)
    return mark


def _with(mark: Mark, key: str, value: object) -> Mark:
    try:
        match key, value:
            case "liking", str():
                return replace(mark, liking=Liking(value))
            case "hidden", bool():
                return replace(mark, hidden=value)
            case "not_today", str():
                return replace(mark, not_today=date.fromisoformat(value))
    except ValueError as error:
        raise _unreadable(key, value) from error
    raise _unreadable(key, value)


def _unreadable(key: str, value: object) -> InvalidValueError:
    return InvalidValueError(key, value, marked("Give it as this program writes it."))
